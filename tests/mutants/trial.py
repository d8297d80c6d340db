"""Tries a mutant: does one of the chosen tests fail?"""

import json
import time
from collections.abc import Sequence
from contextlib import nullcontext
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


def try_mutant(copy: WorkingCopy, mutant: Mutant, chosen: Chosen, *, changed: bool = True) -> Outcome:
    """Runs the tests until one fails. `changed=False` is a control run without the change: none should fail."""
    begun = time.monotonic()
    tests = [*chosen.running, *chosen.others]
    with copy.changed(mutant) if changed else nullcontext():
        is_caught = any(_fails(copy, part) for part in (tests[:FAST], tests[FAST:]) if part)
    return Outcome(mutant, is_caught, len(chosen.running), time.monotonic() - begun)


def _fails(copy: WorkingCopy, tests: Sequence[TracedTest]) -> bool:
    chosen = copy.folder.with_name(f"{copy.folder.name}-chosen.json")
    chosen.write_text(json.dumps([(test.name, test.seconds) for test in tests]), encoding="utf-8")
    files = list(dict.fromkeys(test.file for test in tests))
    options = ["-x", "-q", "-p", "mutants_trial", "-o", "faulthandler_timeout=0"]
    most = SPARE_SECONDS + 10 * sum(test.seconds for test in tests)
    code = copy.pytest([*options, *files], seconds=most, MUTANTS_CHOSEN=str(chosen))
    if code == WRONG_USE and CONFTEST_FAILS in copy.output:
        return True
    if code in (NONE_COLLECTED, WRONG_USE):
        raise RuntimeError(f"pytest does not find the chosen tests:\n{copy.output[-3000:]}")
    return code != ALL_PASSED
