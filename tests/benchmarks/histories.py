"""Measures a thousand saves of a growing draft as earlier versions, and reading a history of thousands of versions."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.history.versions import History, Reason
from tests.benchmarks.measures import Comparison, Seconds, milliseconds, percentile, print_comparisons, print_table
from tests.storage.histories import DRAFT, ME, NAME, START, filled, typed_along

_YEAR = timedelta(days=365)


class Part(NamedTuple):
    """A number of consecutive saves."""

    times: Sequence[Seconds]
    size: int
    """Bytes that they added."""


def measure_and_print(*, quick: bool) -> None:
    """Measures both and prints the times."""
    with TemporaryDirectory() as folder:
        _print_saves(Path(folder), versions=200 if quick else 1000)
    with TemporaryDirectory() as folder:
        _print_reading(Path(folder), versions=500 if quick else 5000, turns=5 if quick else 30)


def _print_saves(folder: Path, versions: int) -> None:
    """Stores versions, each after an atomic save of the same bytes; prints the quarters, and the ratio to the save."""
    history = History(folder, DRAFT)
    beside = folder / "draft.botilbud"
    quarters: list[Part] = []
    kept: list[Seconds] = []
    saved: list[Seconds] = []
    size = 0
    for number, content in enumerate(typed_along(versions), 1):
        at = START + timedelta(seconds=number)
        saved.append(_timed(partial(write_atomically, beside, content)))
        kept.append(_timed(partial(history.keep, content, at, ME, Reason.AUTOMATIC)))
        if number % (versions // 4) == 0:
            size, before = history.size(), size
            quarters.append(Part(kept[-versions // 4 :], size - before))
    first, last = quarters[0], quarters[-1]
    total, middle = sum(last.times) / sum(first.times), median(last.times) / median(first.times)
    rows = [
        ("", "all", "median", "p99", "bytes", "a version"),
        _row(f"first {len(first.times)}", first),
        _row(f"last {len(last.times)}", last),
        ("ratio", f"{total:.2f}×", f"{middle:.2f}×", "", f"{last.size / first.size:.2f}×", ""),
    ]
    print_table(f"{versions} versions of a draft that grows to 20 KB, kept one by one", rows)
    print_comparisons("Keeping a version against saving the draft", [Comparison("20 KB", kept, saved)])


def _row(name: str, part: Part) -> tuple[str, ...]:
    times = (sum(part.times), median(part.times), percentile(part.times, 99))
    return (name, *map(milliseconds, times), str(part.size), f"{part.size / len(part.times):.0f}")


def _print_reading(folder: Path, versions: int, turns: int) -> None:
    """Compares an unthinned history of one year with one of fifty versions."""
    few, many = folder / "few", folder / "many"
    short, long = filled(few, 50, _YEAR / 50), filled(many, versions, _YEAR / versions)
    comparisons = [
        _compared("list", turns, long.versions, short.versions),
        _compared("newest content", turns, lambda: long.content(versions), lambda: short.content(50)),
        _compared("one more", turns, _storage(long), _storage(short)),
    ]
    print_comparisons(f"A history of {versions} versions against one of 50", comparisons)
    size = (many / NAME).stat().st_size
    thinning = _timed(lambda: long.apply_retention(START + _YEAR))
    left = len(long.versions())
    print(f"  thinned in {milliseconds(thinning)} to {left} versions: {size} bytes became {long.size()}")


def _storage(history: History) -> Callable[[], None]:
    """A function that stores another content on each call."""
    draft = history.content(50)
    numbers = iter(range(10_000))
    return lambda: history.keep(draft + b"%d" % next(numbers), START + _YEAR, ME, Reason.SAVED)


def _compared(name: str, turns: int, ours: Callable[[], object], other: Callable[[], object]) -> Comparison:
    pairs = [(_timed(ours), _timed(other)) for _turn in range(turns)]
    return Comparison(name, [one for one, _two in pairs], [two for _one, two in pairs])


def _timed(work: Callable[[], object]) -> Seconds:
    started = perf_counter()
    work()
    return perf_counter() - started
