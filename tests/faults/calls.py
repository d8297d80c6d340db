"""Makes every system call of a save, a journal write and a lock fail once, with each error that it can give.

`pieces_of_work` defines what must hold after each. SQLite's own calls, made in C, fail through `strace`, in the full
run where it is available. The window must also report an error that persists.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from tests.attempt import attempt
from tests.faults import failing_window
from tests.faults.failing_calls import SHARING_VIOLATIONS, TROUBLES, Calls, Fault, When, watched
from tests.faults.outcome import Outcome
from tests.faults.pieces_of_work import PIECES, TOLD, SaveCopy, SaveInFile, Work, wrong_with_message
from tests.faults.sqlite_calls import ERRORS, can_inject, let_all_fail

_IN_MEMORY = Path("/dev/shm")
"""In memory, since fsync on a real disk takes milliseconds and shows nothing more here."""
_QUICK_STEP = 5
"""Step through the faults in the quick run; it has no divisor in common with the number of errors."""


@dataclass(slots=True)
class Found:
    """Results of all failing Python calls."""

    calls: int = 0
    faults: int = 0
    told: int = 0
    unnoticed: int = 0
    failures: list[str] = field(default_factory=list)


def run(*, quick: bool) -> Outcome:
    """Makes all calls fail; `quick`: one error per call, all errors in turn, and no SQLite calls."""
    outcomes = [run_calls(quick=quick), failing_window.run(quick=quick)]
    if not quick:
        outcomes.append(run_sqlite())
    failures = [failure for outcome in outcomes for failure in outcome.failures]
    return Outcome("; ".join(outcome.line for outcome in outcomes), failures)


def run_calls(*, quick: bool) -> Outcome:
    """Makes all Python calls fail."""
    found = Found()
    with work_folder() as folder:
        for piece in PIECES:
            _try_all(piece, folder, found, quick=quick)
    line = (
        f"failing calls: {found.calls} calls of {len(PIECES)} pieces of work, {found.faults} faults injected, "
        f"{found.told} told in a Danish sentence, {found.unnoticed} survived, {len(found.failures)} broken promises"
    )
    return Outcome(line, found.failures)


def run_sqlite() -> Outcome:
    """Makes all SQLite calls fail."""
    if not can_inject():
        return Outcome("SQLite's calls: left out, for there is no strace that may let them fail")
    with work_folder() as folder:
        found = let_all_fail(folder)
    line = (
        f"SQLite's calls: {found.calls}, each with {len(ERRORS)} errors, {found.told} told, {found.kept} survived, "
        f"{len(found.failures)} broken promises"
    )
    return Outcome(line, found.failures)


@contextmanager
def work_folder() -> Iterator[Path]:
    """Yields a temporary folder, in memory where possible."""
    place = _IN_MEMORY if _IN_MEMORY.is_dir() and os.access(_IN_MEMORY, os.W_OK) else None
    with TemporaryDirectory(prefix="botilbud-", dir=place) as folder:
        yield Path(folder)


def _try_all(piece: Callable[[Path], Work], folder: Path, found: Found, *, quick: bool) -> None:
    names = _calls_of(piece, folder)
    found.calls += len(names)
    for fault in _faults(names, quick=quick):
        work = piece(_empty(folder))
        error, wrong = _with_fault(work, fault)
        rmtree(work.folder)
        found.faults += 1
        found.told += error is not None
        found.unnoticed += error is None
        found.failures += [f"{work.name}, {names[fault.number]}, {fault}: {each}" for each in wrong]


def _calls_of(piece: Callable[[Path], Work], folder: Path) -> list[str]:
    """The calls of the piece of work without a fault; asserts that nothing is wrong then."""
    piece(_empty(folder)).do()  # imports on first use are not part of the work
    work = piece(_empty(folder))
    with watched(Calls()) as calls:
        work.do()
    wrong = work.wrong_after(None)
    assert not wrong, wrong
    return calls.names


def _faults(names: list[str], *, quick: bool) -> Iterator[Fault]:
    for number, name in enumerate(names):
        modes = [When.BEFORE, When.AFTER, *([When.HALFWAY] if name == "write" else [])]
        faults = [Fault(number, trouble, mode) for mode in modes for trouble in TROUBLES]
        if quick:
            yield faults[number * _QUICK_STEP % len(faults)]
        else:
            yield from faults


def _with_fault(work: Work, fault: Fault) -> tuple[Exception | None, list[str]]:
    """The error that was raised, and what is wrong after it."""
    with watched(Calls(fault)) as calls:
        _, error = attempt(work.do)
    wrong = [] if calls.fired else ["the call was never made"]
    if error is not None and not isinstance(error, TOLD):
        wrong.append(f"an error that nobody expects: {error!r}")
    elif error is not None:
        wrong += wrong_with_message(error)
        wrong += _wrong_with_kind(work, fault, error, calls.names)
    after = attempt(lambda: work.wrong_after(error))
    wrong += after.value or []
    if after.error is not None:
        wrong.append(f"what follows fails: {after.error!r}")
    left = work.left_over()
    work.close()
    return error, wrong + [f"left over: {name}" for name in left]


def _wrong_with_kind(work: Work, fault: Fault, error: Exception, names: list[str]) -> list[str]:
    """A file that is held for a moment must not be reported to the user."""
    is_held = fault.trouble.windows_code in SHARING_VIOLATIONS and fault.when is When.BEFORE
    if is_held and isinstance(work, SaveInFile | SaveCopy) and names[fault.number] in ("replace", "open to read"):
        return [f"a file that was held for a moment is told: {error}"]
    return []


def _empty(folder: Path) -> Path:
    numbered = folder / str(sum(1 for _ in folder.iterdir()))
    numbered.mkdir()
    return numbered


if __name__ == "__main__":
    outcome = run(quick="--quick" in sys.argv)
    print("\n".join([*outcome.failures, outcome.line]))
    sys.exit(bool(outcome.failures))
