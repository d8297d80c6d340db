"""Runs mutated drafts, journals and round files through the real readers, 100.000 at a time; see `mutations`."""

import time

from tests.faults.mutations import LONGEST_SECONDS, Tally, figures
from tests.faults.mutations import run as run_mutations
from tests.faults.outcome import Outcome

COUNTS = {"files": 1_000_000, "journals": 100_000, "rounds": 500_000, "registers": 100_000}
QUICK_COUNTS = {"files": 10_000, "journals": 2_000, "rounds": 3_000, "registers": 1_000}
_AT_A_TIME = 100_000
_SEED = 2025
_PROCESSES = 2


def run(*, quick: bool) -> Outcome:
    """Tries all files and journals."""
    lines: list[str] = []
    failures: list[str] = []
    for kind, count in (QUICK_COUNTS if quick else COUNTS).items():
        start = time.monotonic()
        tally = _tally(kind, count)
        lines.append(figures(kind, tally, time.monotonic() - start))
        failures += tally.failures
        if tally.longest[0] > LONGEST_SECONDS and not quick:
            failures.append(f"one of the {kind} took {1000 * tally.longest[0]:.0f} ms (number {tally.longest[1]})")
    return Outcome("; ".join(lines), failures)


def _tally(kind: str, count: int) -> Tally:
    """Tries `count` files; each batch of 100.000 has its own seed."""
    tally = Tally()
    for number, done in enumerate(range(0, count, _AT_A_TIME)):
        tally.add(run_mutations(kind, _SEED + number, min(_AT_A_TIME, count - done), _PROCESSES))
        if done + _AT_A_TIME < count:
            print(f"  {done + _AT_A_TIME} {kind}, {len(tally.failures)} failed", flush=True)
    return tally
