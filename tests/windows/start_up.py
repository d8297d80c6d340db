"""Measures start-up of the installed program until its window is painted, against an empty window of the same Qt."""

from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks import empty_window
from tests.benchmarks.measures import Comparison, print_comparisons, print_table
from windows_rig.calls import Finished, RigError
from windows_rig.installer import Place
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine, windows_path

PAIRS = 9
PROMISE = "≤ 2.0×"
_MEGABYTE = 1024 * 1024


class StartUp(NamedTuple):
    """Runs of the program, each beside one of the empty window."""

    ours: Sequence[Finished]
    bare: Sequence[Finished]

    def comparisons(self) -> list[Comparison]:
        """Until the window takes input, and until the process has ended; both include Wine's own start."""
        times: list[tuple[str, Callable[[Finished], float]]] = [
            ("ready for input, Wine", lambda done: done.until_heard),
            ("until the end, Wine", lambda done: done.seconds),
        ]
        return [
            Comparison(name, [time(done) for done in self.ours], [time(done) for done in self.bare], PROMISE)
            for name, time in times
        ]

    def megabytes(self) -> tuple[float, float]:
        """The most memory until a window takes input, with Wine's own part: the program's and the empty window's."""
        ours, bare = (median(done.peak for done in runs) / _MEGABYTE for runs in self)
        return ours, bare

    def print(self) -> None:
        """Prints the times and the memory."""
        print_comparisons("Start-up", self.comparisons())
        ours, bare = self.megabytes()
        rows = [("", "ours", "bare", "more"), ("peak", f"{ours:.0f} MB", f"{bare:.0f} MB", f"{ours - bare:.0f} MB")]
        print_table("Memory", rows)


def compare(wine: Wine, place: Place, python: InstalledPython, draft: Path, pairs: int = PAIRS) -> StartUp:
    """Starts both in turn after one untimed start each; both end by themselves as soon as the window is painted."""
    empty = windows_path(Path(empty_window.__file__))

    def ours() -> Finished:
        return _well(wine.run(place.console_program, "--quit-when-ready", windows_path(draft)))

    def bare() -> Finished:
        return _well(wine.run(python.executable, empty, extra=python.environment()))

    ours()
    bare()
    runs = [(ours(), bare()) for _pair in range(pairs)]
    return StartUp([first for first, _ in runs], [second for _, second in runs])


def _well(done: Finished) -> Finished:
    if done.code != 0:
        raise RigError(f"exit code {done.code}\n{done.out}")
    return done
