"""Measures start-up of the installed program until its window is painted, against an empty window of the same Qt."""

from pathlib import Path

from tests.benchmarks import empty_window
from tests.benchmarks.measures import Comparison, Seconds
from windows_rig.calls import Finished, RigError
from windows_rig.installer import Place
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine, windows_path

PAIRS = 5
PROMISE = "≤ 2.0×"


def compare(wine: Wine, place: Place, python: InstalledPython, draft: Path, pairs: int = PAIRS) -> Comparison:
    """Starts both in turn after one untimed start each; both end by themselves as soon as the window is painted.

    The whole process is timed: both include Wine's own start.
    """
    empty = windows_path(Path(empty_window.__file__))

    def ours() -> Seconds:
        return _seconds(wine.run(place.console_program, "--quit-when-ready", windows_path(draft)))

    def bare() -> Seconds:
        return _seconds(wine.run(python.executable, empty, extra=python.environment()))

    ours()
    bare()
    times = [(ours(), bare()) for _pair in range(pairs)]
    return Comparison("with a draft, Wine", [first for first, _ in times], [second for _, second in times], PROMISE)


def _seconds(done: Finished) -> Seconds:
    if done.code != 0:
        raise RigError(f"exit code {done.code}\n{done.out}")
    return done.seconds
