"""Imitates antivirus and OneDrive: two readers that hold a draft, for up to two seconds at a time, while it is saved.

Windows refuses to replace a file that is open for reading, and to open one that is open exclusively. The shim does the
same. It has its own clock, so that hundreds of saves take no real waiting time.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, save_draft
from botilbud_desktop.storage.errors import ChangedOnDiskError, LockedError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import is_temporary
from tests.faults.outcome import Outcome
from tests.faults.pieces_of_work import ME, content, library

READERS = 2
SAVES = 400
LONGEST_HOLD = 1.9
"""Maximum seconds for which the readers together hold the file without a gap."""
SHORTEST_GAP = 0.25
"""Seconds: longer than the longest pause between retries."""
SHARING_VIOLATION = 32


class Hold(NamedTuple):
    """A reader holds the file from `begin` to `end` in seconds, exclusively or shared for reading."""

    begin: float
    end: float
    is_alone: bool


class Readers:
    """Two readers, and their clock, which `sleep` advances."""

    def __init__(self, seed: int) -> None:
        self.now = 0.0
        self.violations = 0
        self._random = Random(seed)
        self._holds: list[list[Hold]] = [[] for _ in range(READERS)]
        self._held_since = 0.0
        self._ends = 0.0

    def monotonic(self) -> float:
        """The time of this clock in seconds."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Advances the clock."""
        self.now += seconds

    def check(self, *, reading: bool) -> None:
        """Raises the error that Windows gives when the file cannot be read or replaced now."""
        self._plan()
        held = [hold for holds in self._holds for hold in holds if hold.begin <= self.now < hold.end]
        if any(hold.is_alone or not reading for hold in held):
            self.violations += 1
            error = PermissionError(13, "Injected: sharing violation")
            vars(error)["winerror"] = SHARING_VIOLATION
            raise error

    def _plan(self) -> None:
        """Plans the holds until after the current time: they overlap, and then both readers let go for a moment."""
        while self._ends <= self.now:
            begin = self._ends + self._random.uniform(SHORTEST_GAP, 2 * SHORTEST_GAP)
            end = begin + self._random.uniform(0.05, LONGEST_HOLD)
            middle = self._random.uniform(begin, end)
            overlap = self._random.uniform(0, (end - middle) / 2)
            spans = [(begin, middle + overlap), (middle, end)]
            self._holds = [[Hold(*span, self._random.random() < 0.5)] for span in spans]
            self._ends = end


def run(*, quick: bool) -> Outcome:
    """Saves repeatedly."""
    saves = SAVES // 8 if quick else SAVES
    with TemporaryDirectory(prefix="botilbud-") as folder:
        failed, met, readers = save_many(Path(folder) / "sag æøå.botilbud", saves)
    line = (
        f"readers: {saves} saves against {READERS} readers that hold the file for up to {LONGEST_HOLD} s, "
        f"{met} met a held file ({readers.violations} refusals), {len(failed)} failed"
    )
    return Outcome(line, failed)


def save_many(path: Path, saves: int, seed: int = 2024) -> tuple[list[str], int, Readers]:
    """Returns the failures, the number of saves that met a held file, and the readers."""
    readers = Readers(seed)
    chooser = Random(seed)
    digest = save_draft(path, content(0), library(), None, person=ME)
    failed, met = [], 0
    with held_by(readers, path):
        for number in range(1, saves + 1):
            readers.sleep(chooser.uniform(0, 2))
            before = readers.violations
            application = replace(content(1), case_number=f"2024-{number}")
            try:
                digest = save_draft(
                    path,
                    application,
                    library(),
                    digest,
                    person=ME,
                    monotonic=readers.monotonic,
                    sleep=readers.sleep,
                )
            except (SaveFailedError, ChangedOnDiskError, LockedError) as error:
                failed.append(f"save {number}: {error}")
            else:
                failed += [] if _content(path) == draft_bytes(application) else [f"save {number} is not in the file"]
            met += readers.violations > before
    failed += [f"left over: {each.name}" for each in path.parent.iterdir() if each != path]
    return failed, met, readers


@contextmanager
def held_by(readers: Readers, path: Path) -> Iterator[None]:
    """Makes the readers hold the draft at `path` and the temporary files that are to replace it."""
    real_open, real_replace = Path.open, Path.replace

    def open_(self: Path, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if mode == "rb" and (self == path or is_temporary(self.name)):
            readers.check(reading=True)
        return real_open(self, mode, *rest, **options)

    def replace_(self: Path, target: Path) -> Path:
        readers.check(reading=False)
        return real_replace(self, target)

    with patch.object(Path, "open", open_), patch.object(Path, "replace", replace_):
        yield


def _content(path: Path) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - past the readers
        return file.read()


if __name__ == "__main__":
    outcome = run(quick="--quick" in sys.argv)
    print("\n".join([*outcome.failures, outcome.line]))
    sys.exit(bool(outcome.failures))
