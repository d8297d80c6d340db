"""Times of our code and of the bare library, measured in turn, and their comparison."""

import math
from collections.abc import Sequence
from statistics import median, quantiles
from typing import NamedTuple

Seconds = float


class Comparison(NamedTuple):
    """Pairs of times: each of ours was measured beside one of the bare library."""

    name: str
    ours: Sequence[Seconds]
    bare: Sequence[Seconds]
    promise: str = ""
    """The promised limit of the ratio, as text; empty where nothing is promised."""

    @property
    def ratio(self) -> float:
        """The median of our times divided by the median of the bare library's."""
        return median(self.ours) / median(self.bare)

    def row(self) -> tuple[str, ...]:
        """The comparison as a row for a table with `HEADINGS`."""
        ratios = [ours / bare for ours, bare in zip(self.ours, self.bare, strict=True)]
        low, _middle, high = quantiles(ratios, n=4)
        return (
            self.name,
            milliseconds(median(self.ours)),
            milliseconds(percentile(self.ours, 99)),
            milliseconds(median(self.bare)),
            f"{self.ratio:.2f}×",
            f"{low:.2f}–{high:.2f}",
            str(len(self.ours)),
            self.promise,
        )


HEADINGS = ("", "ours", "p99", "bare", "ratio", "quartiles", "n", "promised")


def milliseconds(time: Seconds) -> str:
    """Formats `time` with about three significant digits."""
    value = time * 1000
    return f"{value:.0f} ms" if value >= 100 else f"{value:.1f} ms" if value >= 10 else f"{value:.2f} ms"


def percentile(times: Sequence[Seconds], percent: int) -> Seconds:
    """The smallest of `times` that `percent` percent of them do not exceed."""
    return sorted(times)[max(math.ceil(len(times) * percent / 100) - 1, 0)]


def print_table(title: str, rows: Sequence[Sequence[str]]) -> None:
    """Prints `rows` below `title`, the first column left-aligned and the others right-aligned."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    print(f"\n{title}")
    for row in rows:
        first, *others = row
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        print("  " + "  ".join(cells).rstrip())


def print_comparisons(title: str, comparisons: Sequence[Comparison]) -> None:
    """Prints `comparisons` as one table."""
    print_table(title, [HEADINGS, *(comparison.row() for comparison in comparisons)])
