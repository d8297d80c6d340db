"""Kills the window during typing and starts it again: it offers what was typed, and continues where the user was.

    python -m tests.faults.window_kills --kills 200 --seed 1 --processes 2

The second program is started with the draft or without it. Its bar must offer what was found or say that all is saved;
the open draft must then hold everything typed up to two seconds before the kill, at the page and the field where the
user was. One more digit is typed, which must be saved without an error, and no file may be left over when the window is
closed.
"""

import argparse
import random
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from tests.faults.draft_at_work import Draft
from tests.faults.heard import LONGEST_WAIT, Heard
from tests.faults.killed_program import folders_of
from tests.faults.ledger import MAY_BE_LOST
from tests.faults.left_behind import age_temporary_files, look_at
from tests.faults.outcome import Outcome
from tests.faults.program import Program, warm_up
from tests.faults.reports import Happened, Report

KILLS, QUICK_KILLS = 200, 4

TYPED_FOR = (2.0, 5.0)
"""Seconds from the first key to the kill; before, nothing need be offered."""
_OFFERS = ("nåede ikke at blive gemt", "Programmet lukkede uventet")
_MOST_SHOWN = 20


@dataclass
class Tally:
    """Results of a number of kills."""

    kills: int = 0
    offered: int = 0
    all_saved: int = 0
    """Those of `offered` where the bar said that nothing had to be restored."""
    at_the_place: int = 0
    losses: list[float] = field(default_factory=list)
    """Seconds of typing lost by each kill."""
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Adds another tally."""
        self.kills += other.kills
        self.offered += other.offered
        self.all_saved += other.all_saved
        self.at_the_place += other.at_the_place
        self.losses += other.losses
        self.wrong += other.wrong


def kill_and_start_again(seed: int, folder: Path) -> Tally:
    """Kills a window, starts it again and checks it."""
    chance = random.Random(f"window {seed}")
    tally = Tally(kills=1)
    draft = Draft.in_folder(folder / f"{seed}", has_file=chance.random() < 0.7)
    wrong = _killed_and_started_again(draft, chance, tally)
    tally.wrong = [f"{sentence}\n    seed {seed}, {draft.folder}" for sentence in wrong]
    if not wrong:
        shutil.rmtree(draft.folder)
    return tally


def _killed_and_started_again(draft: Draft, chance: random.Random, tally: Tally) -> list[str]:
    with_file = draft.file is not None and chance.random() < 0.7
    first = Heard(Program(draft.order(chance.getrandbits(32), is_started_with_file=with_file)), draft.ledger)
    typed = first.until_it(Happened.TYPED)
    if typed is not None:
        first.until(typed.at + chance.uniform(*TYPED_FOR))
    killed_at = first.program.kill()
    first.the_rest()
    wrong = [*first.trouble, *look_at(folders_of(draft.folder), draft.file, draft.ledger).wrong]
    instant = first.instant(killed_at)
    aged = age_temporary_files(folders_of(draft.folder), draft.file)

    with_file = draft.file is not None and chance.random() < 0.7
    order = draft.order(0, is_started_with_file=with_file, is_typing=False, ends=draft.file is not None)
    again = Heard(Program(order), draft.ledger)
    found = again.until_it(Happened.FOUND)
    if found is not None:
        wrong += _wrong_with_offer(again.latest.get(Happened.OFFERED), tally)
        wrong += _wrong_with_place(found, first.places, killed_at, tally)
        wrong += _wrong_with_loss(draft, found, killed_at, tally)
        again.until_it(Happened.DONE)
    if draft.file is not None and found is not None and again.ends_by(time.monotonic() + LONGEST_WAIT):
        again.program.end()
    else:
        again.program.kill()
    again.the_rest()
    wrong += [*again.trouble, *_wrong_with_end(draft, again, aged)]
    return [f"{sentence}; {instant}" for sentence in wrong]


def _wrong_with_offer(offered: Report | None, tally: Tally) -> list[str]:
    if offered is None or not any(words in offered.words[0] for words in _OFFERS):
        return [f"nothing was offered: {offered.words if offered is not None else ''}"]
    tally.offered += 1
    tally.all_saved += _OFFERS[1] in offered.words[0]
    return []


def _wrong_with_place(found: Report, places: list[Report], killed_at: float, tally: Tally) -> list[str]:
    """It must open where the user was at some time in the last two seconds before the kill.

    Where no field had the focus, the page counts.
    """
    earlier = [(place.page, place.field) for place in places if place.at <= killed_at - MAY_BE_LOST]
    later = [(place.page, place.field) for place in places if place.at > killed_at - MAY_BE_LOST]
    possible = {*earlier[-1:], *later}
    if not possible.isdisjoint({(found.page, found.field), (found.page, "")}):
        tally.at_the_place += 1
        return []
    return [f"it opened at {found.page}, {found.field}, and not at any of {possible}"]


def _wrong_with_loss(draft: Draft, found: Report, killed_at: float, tally: Tally) -> list[str]:
    assert found.content is not None
    place = draft.ledger.place_of(found.content, before=killed_at)
    if place is None:
        return ["it opened with what was never typed"]
    lost = draft.ledger.lost_seconds(place, killed_at)
    tally.losses.append(lost)
    return [f"{lost:.2f} s of typing are lost"] if lost > MAY_BE_LOST else []


def _wrong_with_end(draft: Draft, again: Heard, aged: list[Path]) -> list[str]:
    done = again.latest.get(Happened.DONE)
    if done is None or done.words != ("safe",):
        return ["what was typed afterwards was not saved"]
    wrong = [f"an old temporary file was not removed: {path.name}" for path in aged if path.exists()]
    left = look_at(folders_of(draft.folder), draft.file, draft.ledger)
    wrong += left.wrong
    typed = again.latest.get(Happened.TYPED)
    if draft.file is None:
        is_there = typed is not None and [journal.content for journal in left.journals] == [typed.content]
        return wrong if is_there else [*wrong, "the journal does not hold what was typed last, or there are two"]
    if again.program.exit_code != 0:
        wrong.append(f"the program ended with {again.program.exit_code}")
    expected = typed.content if typed is not None else None
    if left.file is None or left.file != expected:
        wrong.append(f"the file does not hold what was typed last: found {left.file}, expected {expected}")
    beside = sorted(path.name for path in draft.file.parent.iterdir() if path != draft.file)
    if left.journals or left.temporary or beside:
        names = [*beside, *(path.name for path in left.temporary), *(f"a journal of {j.page}" for j in left.journals)]
        wrong.append(f"left at the end: {', '.join(names)}")
    return wrong


def run_kills(kills: int, seed: int, processes: int, folder: Path) -> Tally:
    """Kills `kills` windows in `processes` processes; prints the progress every 30 s."""
    total = Tally()
    told = time.monotonic()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=warm_up) as pool:
        tallies = [pool.submit(kill_and_start_again, seed * 10_000 + number, folder) for number in range(kills)]
        for done in as_completed(tallies):
            total.add(done.result())
            if time.monotonic() - told > 30:
                told = time.monotonic()
                print(f"  {total.kills} kills, {len(total.wrong)} of them with something wrong", flush=True)
    return total


def figures(tally: Tally, seconds: float) -> str:
    """Returns one line of figures."""
    longest = max(tally.losses, default=0.0)
    return (
        f"{tally.kills} kills of the window, recovery offered {tally.offered} times ({tally.all_saved} of them: all is "
        f"saved), at the last step and field {tally.at_the_place} times; longest loss {longest:.2f} s of typing; "
        f"{len(tally.wrong)} promises broken; {seconds:.0f} s"
    )


def run(*, quick: bool, kills: int | None = None, seed: int = 1, processes: int = 2) -> Outcome:
    """Kills windows and starts them again; keeps the folders when something is wrong."""
    start = time.monotonic()
    with TemporaryDirectory(prefix="botilbud-window-") as folder:
        tally = run_kills(kills or (QUICK_KILLS if quick else KILLS), seed, processes, Path(folder))
        if tally.wrong:
            shutil.copytree(folder, mkdtemp(prefix="botilbud-killed-"), dirs_exist_ok=True)
    return Outcome(f"window: {figures(tally, time.monotonic() - start)}", tally.wrong)


def main() -> int:
    """Kills as many windows as the command line asks for. Returns 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.window_kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    outcome = run(quick=False, kills=options.kills, seed=options.seed, processes=options.processes)
    print("\n".join([*outcome.failures[:_MOST_SHOWN], outcome.line]))
    return int(bool(outcome.failures))


if __name__ == "__main__":
    sys.exit(main())
