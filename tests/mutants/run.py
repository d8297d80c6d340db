"""Draws the mutants of each room and tries them, several at a time."""

import queue
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from random import Random
from typing import NamedTuple

from tests.mutants.equivalents import Equivalent
from tests.mutants.mutant import Mutant
from tests.mutants.project import Project
from tests.mutants.report import report
from tests.mutants.sample import sample
from tests.mutants.selection import Selection
from tests.mutants.source import Source
from tests.mutants.trace import trace
from tests.mutants.trial import Outcome, try_mutant
from tests.mutants.working_copy import WorkingCopy

MUTANTS_PER_CONTROL = 20


class Options(NamedTuple):
    """The options of the command."""

    rooms: Sequence[str]
    sample_size: int
    seed: int
    jobs: int
    seconds: float
    anew: bool


class _Copies:
    """A pool of working copies."""

    def __init__(self, project: Project, count: int) -> None:
        self._free: queue.SimpleQueue[WorkingCopy] = queue.SimpleQueue()
        for number in range(count):
            self._free.put(WorkingCopy(project, f"copy-{number}"))

    @contextmanager
    def one(self) -> Iterator[WorkingCopy]:
        copy = self._free.get()
        try:
            yield copy
        finally:
            self._free.put(copy)


def run(project: Project, options: Options, known: Sequence[Equivalent]) -> str:
    """Tries a sample and returns the report."""
    project.work.mkdir(parents=True, exist_ok=True)
    sources = {path: Source(path, (project.root / path).read_bytes().decode()) for path in project.modules()}
    drawn = {room: _drawn(project, sources, room, options, known) for room in options.rooms}
    selection = Selection(project, trace(project, options.jobs, anew=options.anew), sources)
    copies = _Copies(project, options.jobs)
    rooms, controls = defaultdict[str, list[Outcome]](list), list[Outcome]()
    with ThreadPoolExecutor(options.jobs) as pool:

        def tried(mutant: Mutant, *, changed: bool = True) -> Outcome:
            with copies.one() as copy:
                return try_mutant(copy, mutant, selection.tests(mutant, options.seconds), changed=changed)

        for room, mutants in drawn.items():
            for outcome in pool.map(tried, mutants):
                rooms[room].append(outcome)
                _print_progress(f"{room} {len(rooms[room])}/{len(mutants)}", outcome)
            for mutant in mutants[::MUTANTS_PER_CONTROL]:
                controls.append(tried(mutant, changed=False))
    return report(rooms, controls)


def _drawn(
    project: Project, sources: Mapping[str, Source], room: str, options: Options, known: Sequence[Equivalent]
) -> list[Mutant]:
    random = Random(f"{options.seed} {room}")
    return sample(sources, project.modules_in(room), options.sample_size, random, known)


def _print_progress(where: str, outcome: Outcome) -> None:
    told = "caught" if outcome.is_caught else "SURVIVED"
    print(f"{where} {told} {outcome.mutant.place} {outcome.seconds:.1f} s", file=sys.stderr, flush=True)
    if not outcome.is_caught:
        print(outcome.mutant.difference, file=sys.stderr, flush=True)
