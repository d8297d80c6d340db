"""Kills the real program at random instants of typing, journalling and saving, and checks what is left.

    python -m tests.faults.kills --kills 2000 --seed 8 --processes 2

After each kill the draft's file opens and holds something that was typed; file and journal together hold everything
typed up to two seconds before; what the program reported as saved is in the file; every earlier version can be read;
there is no unknown file, and temporary files are removed at the next start; nothing is locked. Half of the programs
start after an earlier kill and do its recovery first. A failure is printed with the seed of its chain, and the chain's
files are kept.
"""

import argparse
import random
import shutil
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, fields
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from tests.faults.draft_at_work import Draft
from tests.faults.heard import Heard
from tests.faults.instants import INSTANTS
from tests.faults.killed_program import folders_of
from tests.faults.ledger import MAY_BE_LOST
from tests.faults.left_behind import LeftBehind, age_temporary_files, check_unlocked, look_at
from tests.faults.outcome import Outcome
from tests.faults.program import Program, warm_up
from tests.faults.reports import Happened

KILLS, QUICK_KILLS = 2_000, 12
IN_A_CHAIN = 10
"""Number of programs killed one after another, on the same draft or each on its own; fewer in a short run."""
SEED = 8
"""A multiple of four, so that the first four chains cover all kinds."""

_TIDIED_AFTER = 3.0
"""Seconds from the first key until old temporary files have certainly been removed, on a busy machine too."""
_KILLED = -9
_MOST_SHOWN = 20


@dataclass
class Tally:
    """Results of a number of kills."""

    kills: int = 0
    into_a_save: int = 0
    """Kills that left a temporary file beside the draft."""
    into_another_write: int = 0
    """Kills that left one in the user's folders, mostly by a journal write."""
    with_journal: int = 0
    recoveries: int = 0
    with_save: int = 0
    """Kills after the program had reported the draft as saved."""
    versions: int = 0
    longest_loss: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Adds another tally."""
        self.longest_loss = max(self.longest_loss, other.longest_loss)
        for each in fields(self):
            if each.name != "longest_loss":
                setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


def chain(seed: int, kills: int, folder: Path) -> Tally:
    """Kills `kills` programs. The seed decides whether they share one draft, and whether it has a file."""
    tally = Tally()
    is_reused, has_file = seed % 2 == 0, seed % 4 < 2 or seed % 16 == 2
    draft = None
    for number in range(kills):
        if draft is None or not is_reused:
            draft = Draft.in_folder(folder / f"{seed}-{number}", has_file=has_file)
        wrong = killed_once(draft, random.Random(f"{seed} {number}"), tally)
        tally.wrong += [f"{sentence}\n    seed {seed}, kill {number}, {draft.folder}" for sentence in wrong]
        if wrong:
            break
        if not is_reused:
            shutil.rmtree(draft.folder)
    return tally


def killed_once(draft: Draft, chance: random.Random, tally: Tally) -> list[str]:
    """Starts a program on the draft, kills it at some instant and checks what is left. Returns what is wrong."""
    folders, ledger = folders_of(draft.folder), draft.ledger
    aged = age_temporary_files(folders, draft.file)
    before = _bytes_of(draft)
    program = Program(draft.order(chance.getrandbits(32), is_started_with_file=chance.random() < 0.8))
    heard = Heard(program, ledger)
    instant = chance.choice(INSTANTS)
    instant(heard, draft.places(), chance)
    killed_at = program.kill()
    heard.the_rest()
    left = look_at(folders, draft.file, ledger)
    is_saved = _bytes_of(draft) != before
    wrong = [*heard.trouble, *left.wrong, *loss(draft, left, killed_at, tally, is_saved=is_saved)]
    if program.exit_code != _KILLED:
        wrong.append(f"the program ended by itself with {program.exit_code}")
    still = [path.name for path in aged if path.exists()]
    if still and heard.first_typed_at is not None and killed_at - heard.first_typed_at > _TIDIED_AFTER:
        wrong.append(f"old temporary files were not removed: {still}")
    if draft.file is not None and chance.random() < 0.5:
        wrong += check_unlocked(draft.file)
    tally.kills += 1
    new = {path.parent for path in left.temporary if path not in aged}
    is_save = draft.file is not None and draft.file.parent in new
    tally.into_a_save += is_save
    tally.into_another_write += bool(new) and not is_save
    tally.with_journal += bool(left.journals)
    tally.recoveries += Happened.OFFERED in heard.count
    tally.with_save += Happened.SAVED in heard.count
    tally.versions += left.versions
    return [f"{sentence}; {instant.__name__}, {heard.instant(killed_at)}" for sentence in wrong]


def _bytes_of(draft: Draft) -> bytes | None:
    return None if draft.file is None else draft.file.read_bytes()


def loss(draft: Draft, left: LeftBehind, killed_at: float, tally: Tally, *, is_saved: bool) -> Iterable[str]:
    """Yields what is wrong with how much of the typed text is left.

    `is_saved` says whether the killed program has written the file. An older one may hold what undo brought back.
    """
    ledger = draft.ledger
    in_file = None if left.file is None else ledger.place_of_file(left.file)
    in_journal = ledger.place_of(left.journals[0].content) if left.journals else None
    newest = max((place for place in (in_file, in_journal) if place is not None), default=ledger.nothing)
    if newest is None:
        yield "neither file nor journal hold anything of what was there"
        return
    if draft.file is not None and (in_file or 0) < ledger.promised:
        yield f"the program had said that {ledger.promised} is saved, and the file holds {in_file} of {len(ledger)}"
    if is_saved and left.journals and left.file and ledger.is_older(left.journals[0].content, left.file):
        places = f"{in_journal} and {in_file} of {len(ledger)}"
        yield f"the journal that the next start offers holds less than the file ({places})"
    lost = ledger.lost_seconds(newest, killed_at)
    tally.longest_loss = max(tally.longest_loss, lost)
    if lost > MAY_BE_LOST:
        yield f"{lost:.2f} s of typing are lost (file {in_file}, journal {in_journal}, of {len(ledger)})"
    ledger.go_on_from(newest)


def run_kills(kills: int, seed: int, processes: int, folder: Path) -> Tally:
    """Kills `kills` programs in `processes` processes; prints the progress every 30 s."""
    total = Tally()
    length = max(1, min(IN_A_CHAIN, kills // 4))
    chains = [range(start, min(start + length, kills)) for start in range(0, kills, length)]
    told = time.monotonic()
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=warm_up) as pool:
        tallies = [pool.submit(chain, seed + number, len(each), folder) for number, each in enumerate(chains)]
        for done in as_completed(tallies):
            total.add(done.result())
            if time.monotonic() - told > 30:
                told = time.monotonic()
                print(f"  {total.kills} kills, {len(total.wrong)} of them with something wrong", flush=True)
    return total


def figures(tally: Tally, seconds: float) -> str:
    """Returns one line of figures."""
    return (
        f"{tally.kills} kills ({tally.into_a_save} in the middle of a save, {tally.into_another_write} of another "
        f"write), {len(tally.wrong)} promises broken; longest loss {tally.longest_loss:.2f} s of typing; "
        f"{tally.with_journal} left a journal; {tally.recoveries} recoveries, {tally.with_save} had said »gemt«, "
        f"{tally.versions} earlier versions read; {seconds:.0f} s"
    )


def run(*, quick: bool, kills: int | None = None, seed: int = SEED, processes: int = 2) -> Outcome:
    """Kills programs; keeps the folders when something is wrong."""
    start = time.monotonic()
    with TemporaryDirectory(prefix="botilbud-kills-") as folder:
        tally = run_kills(kills or (QUICK_KILLS if quick else KILLS), seed, processes, Path(folder))
        if tally.wrong:
            shutil.copytree(folder, mkdtemp(prefix="botilbud-killed-"), dirs_exist_ok=True)
    return Outcome(f"kills: {figures(tally, time.monotonic() - start)}", tally.wrong)


def main() -> int:
    """Kills as many programs as the command line asks for. Returns 1 when anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    outcome = run(quick=False, kills=options.kills, seed=options.seed, processes=options.processes)
    print("\n".join([*outcome.failures[:_MOST_SHOWN], outcome.line]))
    return int(bool(outcome.failures))


if __name__ == "__main__":
    sys.exit(main())
