"""Opens the largest valid drafts, each in a process of its own: is each shown soon, in little memory, and does the
window never stand still?

Judged is the processor time of the program, since the clock also counts what else runs on the machine.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.faults.apart import ROOT
from tests.faults.large_drafts import ORDINARY, LargeDraft, large_drafts
from tests.faults.outcome import Outcome
from tests.faults.turns import Turn

MOST_MS_UNTIL_SHOWN = 1_500.0
MOST_MS_OF_A_TURN = 200.0
MOST_MS_OF_A_PAGE = 150.0
"""Of changing the page of an ordinary draft."""
MOST_MB = 300.0
_WORTH_A_LOOK_MS = 60.0
_LONGEST = 600.0
"""Timeout in seconds for one draft."""


class Worked(NamedTuple):
    """What one draft took."""

    name: str
    shown_ms: float
    deeds: dict[str, Turn]
    """The longest turn of each deed."""
    megabytes: float
    wrong: list[str]

    @property
    def slowest(self) -> tuple[str, float]:
        """The deed with the longest turn."""
        name = max(self.deeds, key=lambda deed: self.deeds[deed].program, default="")
        return name, self.deeds[name].program if name else 0.0

    def row(self) -> str:
        """Returns the figures as one line."""
        slowest, turn = self.slowest
        return (
            f"  {self.name:38} shown {self.shown_ms:6.0f} ms, turn {turn:6.0f} ms ({slowest}), {self.megabytes:5.0f} MB"
        )


def run(*, quick: bool) -> Outcome:
    """Opens each draft and works with it."""
    worked = []
    for draft in large_drafts(quick=quick):
        worked.append(work_with(draft))
        print(worked[-1].row(), flush=True)
    failures = [f"{one.name}: {each}" for one in worked for each in (*one.wrong, *_too_much(one))]
    return Outcome(_line(worked, failures), failures)


def main() -> int:
    """Opens only the drafts whose name begins as the arguments say, and prints each deed that takes long."""
    for draft in large_drafts(quick=False):
        if any(draft.name.startswith(wanted) for wanted in sys.argv[1:]):
            one = work_with(draft)
            print(one.row(), flush=True)
            for deed, turn in sorted(one.deeds.items(), key=lambda each: -each[1].program):
                if turn.program > _WORTH_A_LOOK_MS:
                    print(f"    {deed}: {_in_words(turn)}")
            print(*(f"    {wrong}" for wrong in one.wrong), sep="\n", flush=True)
    return 0


def work_with(draft: LargeDraft) -> Worked:
    """Opens one draft in its own process."""
    with TemporaryDirectory(prefix="botilbud-") as folder:
        file = Path(folder) / "large.botilbud"
        file.write_bytes(draft.make())
        command = [sys.executable, "-P", "-m", "tests.faults.large_window", str(file)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
        try:
            done = subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=_LONGEST, check=False
            )
        except subprocess.TimeoutExpired:
            return Worked(draft.name, 0.0, {}, 0.0, [f"not done after {_LONGEST:.0f} s"])
    try:
        found = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        return Worked(draft.name, 0.0, {}, 0.0, [f"ended with code {done.returncode}: {done.stderr[-2000:]}"])
    wrong = [*found["complaints"], *([] if found["is_kept"] else ["something was lost"])]
    deeds = {name: Turn(*turn) for name, turn in found["deeds"].items()}
    return Worked(draft.name, found["shown"][0], deeds, found["peak_mb"], wrong)


def _too_much(worked: Worked) -> list[str]:
    wrong = []
    if worked.shown_ms > MOST_MS_UNTIL_SHOWN:
        wrong.append(f"shown after {worked.shown_ms:.0f} ms")
    for deed, turn in worked.deeds.items():
        most = MOST_MS_OF_A_PAGE if worked.name == ORDINARY and deed.startswith("page") else MOST_MS_OF_A_TURN
        if turn.program > most:
            wrong.append(f"{deed}: a turn of {_in_words(turn)}")
    if worked.megabytes > MOST_MB:
        wrong.append(f"{worked.megabytes:.0f} MB")
    return wrong


def _in_words(turn: Turn) -> str:
    return f"{turn.program:.0f} ms ({turn.window:.0f} in the window's thread, {turn.on_clock:.0f} on the clock)"


def _line(worked: list[Worked], failures: list[str]) -> str:
    slowest = max(worked, key=lambda one: one.shown_ms)
    stood = max(worked, key=lambda one: one.slowest[1])
    heaviest = max(worked, key=lambda one: one.megabytes)
    return (
        f"large: {len(worked)} drafts, shown within {slowest.shown_ms:.0f} ms ({slowest.name}), longest turn "
        f"{stood.slowest[1]:.0f} ms ({stood.name}: {stood.slowest[0]}), at most {heaviest.megabytes:.0f} MB "
        f"({heaviest.name}); {len(failures)} broken promises"
    )


if __name__ == "__main__":
    sys.exit(main())
