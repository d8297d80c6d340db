"""Runs mutated drafts, journals and round files through the real readers: each must be opened or refused, quickly.

    python -m tests.faults.mutations --files 1000000 --journals 100000 --processes 2

An opened file must be equal when written and read again. A refusal must be one line. Anything else is a failure, and is
printed with the command that repeats it. The limit is 100 ms per file; a slow one is read again, since the machine may
have been busy, and the least of its processor times counts.
"""

import argparse
import multiprocessing
import random
import sys
import time
import traceback
from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from botilbud_desktop.domain.application import Application, Approval
from botilbud_desktop.domain.cost_plan import CostBasis, CostLine, CostPlan, Treatment, Unit
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, parse_draft
from botilbud_desktop.storage.draft.examples import example_drafts
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.recovery.journal_file import JournalEntry, journal_bytes, parse_journal, sealed
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.round_files import LARGEST_ADDED_FILE
from tests.attempt import attempt
from tests.benchmarks.texts import prose
from tests.domain.for_colleagues import with_all_of_them
from tests.faults.mutators import Source, mutated, source_of
from tests.faults.round_files import (
    read_register,
    read_round,
    register_bytes,
    register_sources,
    round_bytes,
    round_sources,
)
from tests.storage.left_journals import as_written

LONGEST_SECONDS = 0.1
"""Maximum time to answer one file."""
LONGEST_MESSAGE = 400

_LARGEST = {"files": LARGEST_FILE, "rounds": LARGEST_ADDED_FILE, "registers": LARGEST_ADDED_FILE}
"""Bytes of a file of each kind that is read at all."""
_AGAIN_FROM, _TIMES_AGAIN = 0.02, 4
_CHUNK = 2_000
_FILE = "skadet sag.botilbud"
_NOW = datetime(2024, 5, 10, 9, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Subject:
    """A kind of file, and how to read and write it."""

    kind: str
    sources: Sequence[Source]
    seal: Callable[[bytes], bytes]
    """Adds a valid checksum to most files, so that the code behind the checksum is tested too."""
    read: Callable[[bytes], Any]
    write: Callable[[Any], bytes]

    def case(self, seed: int, number: int) -> bytes:
        """The mutated file with this number."""
        chance = random.Random(f"{self.kind} {seed} {number}")
        data = mutated(chance, chance.choice(self.sources), self.sources)
        return self.seal(data) if chance.random() < 0.9 else data


@dataclass
class Tally:
    """Results of a number of files."""

    accepted: int = 0
    refused: int = 0
    too_large: int = 0
    failures: list[str] = field(default_factory=list)
    seconds: array[float] = field(default_factory=lambda: array("f"))
    longest_raw: float = 0.0
    longest: tuple[float, int] = (0.0, -1)
    """Seconds, and the number of the file."""
    peak_mb: float = 0.0

    def add(self, other: "Tally") -> None:
        """Adds another tally."""
        self.accepted += other.accepted
        self.refused += other.refused
        self.too_large += other.too_large
        self.failures += other.failures
        self.seconds.extend(other.seconds)
        self.longest_raw = max(self.longest_raw, other.longest_raw)
        self.longest = max(self.longest, other.longest)
        self.peak_mb = max(self.peak_mb, other.peak_mb)


@cache
def library() -> FormLibrary:
    """The forms that the program ships."""
    return FormLibrary(forms_folder())


@cache
def files() -> Subject:
    """The draft files."""
    return Subject(
        kind="files",
        sources=[source_of(data) for data in _good_drafts()],
        seal=bytes,
        read=lambda data: parse_draft(data, _FILE, library()).application,
        write=draft_bytes,
    )


@cache
def journals() -> Subject:
    """The recovery journals."""
    return Subject(
        kind="journals",
        sources=[source_of(data.partition(b"\n")[2]) for data in _good_journals()],
        seal=sealed,
        read=lambda data: as_written(parse_journal(data, _FILE, library())),
        write=journal_bytes,
    )


@cache
def rounds() -> Subject:
    """The forms and project sheets of rounds from outside."""
    return Subject("rounds", round_sources(), bytes, read_round, round_bytes)


@cache
def registers() -> Subject:
    """The registers of municipalities from outside."""
    return Subject("registers", register_sources(), bytes, read_register, register_bytes)


SUBJECTS: dict[str, Callable[[], Subject]] = {
    "files": files,
    "journals": journals,
    "rounds": rounds,
    "registers": registers,
}


def tally(subject: Subject, seed: int, numbers: range) -> Tally:
    """Tries the files with these numbers."""
    result = Tally()
    for number in numbers:
        data = subject.case(seed, number)
        if len(data) > _LARGEST.get(subject.kind, len(data)):
            result.too_large += 1  # refused for its size before the reader sees it
            continue
        seconds, again, value, error = _timed(subject, data)
        result.seconds.append(again)
        result.longest_raw = max(result.longest_raw, seconds)
        result.longest = max(result.longest, (again, number))
        problem = _problem_of(error) if error is not None else _problem_with(subject, value)
        if problem:
            repeat = f"python -m tests.faults.mutations --seed {seed} --case {subject.kind}:{number}"
            result.failures.append(f"{problem}\n    {repeat}")
        elif error is None:
            result.accepted += 1
        else:
            result.refused += 1
    result.peak_mb = _peak_mb()
    return result


def _timed(subject: Subject, data: bytes) -> tuple[float, float, Any, BaseException | None]:
    """Seconds of the first read, seconds of the fastest, the value, and the exception."""
    start = time.perf_counter()
    value, error = attempt(lambda: subject.read(data))
    first = best = time.perf_counter() - start
    if first > _AGAIN_FROM:
        for _ in range(_TIMES_AGAIN):
            start = time.process_time()
            attempt(lambda: subject.read(data))
            best = min(best, time.process_time() - start)
    return first, best, value, error


def _problem_of(error: BaseException) -> str:
    if not isinstance(error, RefusedFileError):
        return f"raised {error!r:.300}"
    message = str(error)
    if not message.isprintable() or len(message) > LONGEST_MESSAGE or not message.endswith("."):
        return f"refused with the message {message!r:.500}"
    return ""


def _problem_with(subject: Subject, value: Any) -> str:
    """What is wrong with a file that was opened; empty if nothing."""
    again, error = attempt(lambda: subject.read(subject.write(value)))
    if error is not None:
        return f"opened, but when written and read again raised {error!r:.300}"
    return "" if again == value else "opened, written, and read again as something else"


def _chunk(kind: str, seed: int, numbers: range) -> Tally:
    return tally(SUBJECTS[kind](), seed, numbers)


def run(kind: str, seed: int, count: int, processes: int) -> Tally:
    """Tries `count` files in `processes` processes."""
    result = Tally()
    chunks = [range(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        for part in pool.map(_chunk, [kind] * len(chunks), [seed] * len(chunks), chunks):
            result.add(part)
    return result


def figures(kind: str, result: Tally, elapsed: float) -> str:
    """Returns one line of figures; times in milliseconds."""
    times = sorted(result.seconds)
    middle, thousandth = (1000 * times[int(len(times) * share)] for share in (0.5, 0.999))
    return (
        f"{kind}: {len(times) + result.too_large} mutated, {result.accepted} opened and read back equal, "
        f"{result.refused} refused, {result.too_large} over the size, {len(result.failures)} failed; "
        f"median {middle:.2f} ms, 99.9 % within {thousandth:.2f} ms, longest {1000 * result.longest[0]:.1f} ms "
        f"(file {result.longest[1]}; {1000 * result.longest_raw:.1f} ms before it was measured again); "
        f"peak memory {result.peak_mb:.0f} MB; {elapsed:.0f} s"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Tries what the command line asks for. Returns 1 when anything failed or took longer than 100 ms."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.mutations", description=__doc__)
    parser.add_argument("--files", type=int, default=100_000, help="how many mutated drafts")
    parser.add_argument("--journals", type=int, default=10_000, help="how many mutated journals")
    parser.add_argument("--rounds", type=int, default=0, help="how many mutated forms and project sheets of rounds")
    parser.add_argument("--registers", type=int, default=0, help="how many mutated registers of municipalities")
    parser.add_argument("--seed", type=int, default=2025)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--case", metavar="KIND:NUMBER", help="repeat a single one, with its traceback")
    options = parser.parse_args(arguments)
    if options.case:
        kind, _, number = options.case.partition(":")
        return _repeat(SUBJECTS[kind](), options.seed, int(number))
    good = True
    counts = {kind: getattr(options, kind) for kind in SUBJECTS}
    for kind, count in counts.items():
        if count > 0:
            start = time.monotonic()
            result = run(kind, options.seed, count, options.processes)
            print("\n".join(result.failures[:20]), end="\n" if result.failures else "")
            print(figures(kind, result, time.monotonic() - start), flush=True)
            good = good and not result.failures and result.longest[0] <= LONGEST_SECONDS
    return 0 if good else 1


def _repeat(subject: Subject, seed: int, number: int) -> int:
    data = subject.case(seed, number)
    print(f"{len(data)} bytes: {data[:200]!r}")
    seconds, again, value, error = _timed(subject, data)
    print(f"{1000 * seconds:.1f} ms, at best {1000 * again:.1f} ms")
    if error is not None:
        traceback.print_exception(error)
        return int(bool(_problem_of(error)))
    problem = _problem_with(subject, value)
    print(problem or "opened, written and read again as the same")
    return int(bool(problem))


def _good_drafts() -> list[bytes]:
    examples = [example.path.read_bytes() for example in example_drafts()]
    full = full_draft()
    return [*examples, draft_bytes(full), draft_bytes(with_all_of_them(full))]


def full_draft() -> Application:
    """A draft of five projects with every field filled in and texts as long as the form allows."""
    example = parse_draft(example_drafts()[0].path.read_bytes(), _FILE, library()).application
    lines = tuple(CostLine(label=prose(30), amount=14_600, treatment=treatment) for treatment in Treatment)
    plan = CostPlan(basis=CostBasis(unit=Unit.PLACES, eligible=8, total=50), lines=lines, round_to=100)
    project = replace(
        example.projects[0],
        description=prose(1_000),
        coordination_note=prose(200),
        preservation_reason=prose(300),
        cost_plan=plan,
    )
    approval = Approval(approved_at=_NOW, approved_by="Åse Ærø", fingerprint="sha256:" + "0123456789abcdef" * 4)
    return replace(
        example,
        projects=tuple(replace(project, id=f"0b6f1c2d-0000-4000-8000-{number:012}") for number in range(5)),
        description=prose(4_000),
        internal_notes=prose(500),
        approvals=(approval, approval),
    )


def _good_journals() -> list[bytes]:
    applications = [parse_draft(data, _FILE, library()).application for data in _good_drafts()]
    entry = JournalEntry(
        application=applications[0],
        written_at=_NOW,
        half_typed={"projects[0].loan.2025": "22,9", "projects[0].completion_date": "31.02.2026"},
        path=Path("/home/åse/Botilbud/sag 1.botilbud"),
        base_digest="0123456789abcdef" * 4,
        suggested_name="851 LanBotilbud_2025-26",
        position=Position("page.project.0", "projects.0.name", 7, 3, 120, 2),
        sequence=42,
    )
    return [journal_bytes(entry._replace(application=application)) for application in applications]


if sys.platform == "win32":

    def _peak_mb() -> float:
        """Not available from the standard library."""
        return 0.0
else:
    import resource

    def _peak_mb() -> float:
        """Peak memory of this process in MB."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1_000_000 if sys.platform == "darwin" else 1_000)


if __name__ == "__main__":
    sys.exit(main())
