"""Times whole processes from start to end, with their own user folders."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from time import perf_counter

from tests.benchmarks.measures import Comparison, Seconds

ROOT = Path(__file__).resolve().parents[2]
_UNWANTED = ("PYTHONDONTWRITEBYTECODE", "QT_SCALE_FACTOR", "DISPLAY", "WAYLAND_DISPLAY")


def environment_in(folder: Path, **extra: str) -> dict[str, str]:
    """An environment that reads nothing of the user's and keeps bytecode, as in normal use."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    homes = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"), str(folder))
    xdg = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("STATE", "CONFIG", "DATA", "CACHE")}
    return {**kept, **homes, **xdg, "PYTHONPATH": str(ROOT), **extra}


def compare_processes(
    name: str, ours: Sequence[str], bare: Sequence[str], environment: Mapping[str, str], pairs: int, promise: str = ""
) -> Comparison:
    """Runs the two in turn, `pairs` times, after one untimed run of each.

    Args:
        name: what is compared.
        ours: Python arguments that start our program.
        bare: Python arguments that start the reference.
        environment: the environment of both.
        pairs: number of runs of each.
        promise: the promised limit of the ratio.
    """
    for arguments in (ours, bare):
        _time(arguments, environment)
    times = [(_time(ours, environment), _time(bare, environment)) for _turn in range(pairs)]
    return Comparison(name, [first for first, _second in times], [second for _first, second in times], promise)


@contextmanager
def x_display() -> Iterator[str | None]:
    """Yields the name of an X display of its own; None where Xvfb is not installed."""
    if which("Xvfb") is None:
        yield None
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        yield f":{number}" if number else None
    finally:
        server.terminate()
        server.wait()


def _time(arguments: Sequence[str], environment: Mapping[str, str]) -> Seconds:
    started = perf_counter()
    result = subprocess.run(
        [sys.executable, "-P", *arguments], check=False, env=environment, capture_output=True, text=True
    )
    ended = perf_counter()
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{result.stderr}")
    return ended - started
