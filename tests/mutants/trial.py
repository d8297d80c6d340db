"""Tries a mutant: does one of the chosen tests fail that passes without the change?"""

import json
import time
from collections.abc import Sequence
from typing import NamedTuple

from tests.mutants.mutant import Mutant
from tests.mutants.selection import FAST, Chosen
from tests.mutants.trace import TracedTest
from tests.mutants.working_copy import WorkingCopy

ALL_PASSED, NONE_COLLECTED, WRONG_USE = 0, 5, 4
CONFTEST_FAILS = "ImportError while loading conftest"
"""What pytest says, with the exit code of a wrong use, when a fixture file cannot import the changed program."""
SPARE_SECONDS = 60.0


class Outcome(NamedTuple):
    """The result of a trial."""

    mutant: Mutant
    is_caught: bool
    tests: int
    """Number of tests that run the changed line."""
    seconds: float


class _Run(NamedTuple):
    """The result of a run of tests."""

    has_failed: bool
    at: str | None
    """The test that was started last: of a run that failed the one that failed; None if none was started."""


def try_mutant(copy: WorkingCopy, mutant: Mutant, chosen: Chosen, *, changed: bool = True) -> Outcome:
    """Runs the tests until one notices the change. `changed=False` is a control run without it: none should fail."""
    begun = time.monotonic()
    tests = [*chosen.running, *chosen.others]
    parts = [part for part in (tests[:FAST], tests[FAST:]) if part]
    if changed:
        is_caught = any(_is_noticed(copy, mutant, part) for part in parts)
    else:
        is_caught = any(_run(copy, part).has_failed for part in parts)
    return Outcome(mutant, is_caught, len(chosen.running), time.monotonic() - begun)


def _is_noticed(copy: WorkingCopy, mutant: Mutant, tests: Sequence[TracedTest]) -> bool:
    """Whether a test fails or takes too long with the change, but not when it is then run without it."""
    left = list(tests)
    while left:
        with copy.changed(mutant):
            run = _run(copy, left)
        if not run.has_failed:
            return False
        failed = next((test for test in left if test.name == run.at), None)
        if failed is None or not _run(copy, [failed]).has_failed:
            return True
        left = left[left.index(failed) + 1 :]
    return False


def _run(copy: WorkingCopy, tests: Sequence[TracedTest]) -> _Run:
    chosen = copy.folder.with_name(f"{copy.folder.name}-chosen.json")
    chosen.write_text(json.dumps([(test.name, test.seconds) for test in tests]), encoding="utf-8")
    started = copy.folder.with_name(f"{copy.folder.name}-started.txt")
    started.unlink(missing_ok=True)
    files = list(dict.fromkeys(test.file for test in tests))
    options = ["-x", "-q", "-p", "mutants_trial", "-o", "faulthandler_timeout=0"]
    most = SPARE_SECONDS + 10 * sum(test.seconds for test in tests)
    code = copy.pytest([*options, *files], seconds=most, MUTANTS_CHOSEN=str(chosen), MUTANTS_STARTED=str(started))
    if code == WRONG_USE and CONFTEST_FAILS in copy.output:
        return _Run(True, None)
    if code in (NONE_COLLECTED, WRONG_USE):
        raise RuntimeError(f"pytest does not find the chosen tests:\n{copy.output[-3000:]}")
    return _Run(code != ALL_PASSED, started.read_text(encoding="utf-8") if started.exists() else None)
