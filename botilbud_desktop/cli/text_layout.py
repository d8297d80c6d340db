"""Lines of text for people: sections, columns, and sentences wrapped at the width of a terminal."""

import textwrap
from collections.abc import Iterable, Sequence

WIDTH = 96
"""Characters of a line."""


def section(heading: str, lines: Sequence[str]) -> list[str]:
    """Returns a heading with its lines; nothing when there are none."""
    return ["", heading, *(f"  {line}" if line else "" for line in lines)] if lines else []


def wrapped(text: str, beginning: str = "") -> list[str]:
    """Returns `text` after `beginning`, wrapped in lines that are indented to its width."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=beginning,
        subsequent_indent=" " * len(beginning),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [beginning.rstrip()]


def columns(rows: Iterable[Sequence[str]], numbers: bool = False) -> list[str]:
    """Returns rows in columns, the first aligned to the left, the others to the right when they are numbers."""
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if numbers and position else cell.ljust(width)
            for position, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
