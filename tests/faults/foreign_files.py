"""What the runs over mutated files of others share: the limits, the figures, and the command line."""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

LONGEST_SECONDS = 10.0
"""The processor time that one file may take."""
MOST_MEGABYTES = 300


class Failing(Protocol):
    """What became of the files."""

    failures: list[str]


def peak() -> float:
    """Returns the most memory that this process had, in MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def figures(times: Sequence[float]) -> str:
    """Returns how long the files took, and how much memory at most."""
    ordered = sorted(times)
    most = peak()
    return (
        f"median {1_000 * ordered[len(ordered) // 2]:.1f} ms, "
        f"99.9 % within {1_000 * ordered[int(0.999 * len(ordered))]:.0f} ms, longest {ordered[-1]:.2f} s"
        + (f", at most {most:.0f} MB" if most else "")
    )


def run_by_hand[Tally: Failing](
    description: str | None,
    tally: Callable[[int, Iterable[int]], Tally],
    line: Callable[[Tally], str],
    count: int,
    seed: int,
) -> int:
    """Runs as many as the command line asks for, and prints the failures and figures. Returns the exit code."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--seed", type=int, default=seed)
    parser.add_argument("--only", type=int, help="the number of one file")
    options = parser.parse_args()
    result = tally(options.seed, range(options.count) if options.only is None else [options.only])
    print("\n".join([*result.failures[:50], line(result)]))
    return int(bool(result.failures))
