"""Tells figures from words: a row with a number, an amount, a share or a date in it is no row of headings."""

import re

from botilbud_desktop.domain.table_import.cells import Cell, text_of
from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.values.dates import MONTHS

_AHEAD = frozenset({"ca", "d", "den", "kr", "dkk", "mio", "mill", "mia", "t", "tkr", "tdkk"})
_DAYS = frozenset({"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"})
_UNITS = frozenset(
    (
        *("kr", "kroner", "dkk", "mio", "mill", "million", "millioner", "mia", "milliard", "milliarder"),
        *("t", "tkr", "tdkk", "tusind", "tusinde", "x", "pct", "procent", "stk"),
        *("plads", "pladser", "bolig", "boliger", "kvm", "m"),
    )
)
_MONTHS = frozenset(name[:length] for name in MONTHS for length in range(3, len(name) + 1))
_PARTS = re.compile(r"[^\W\d_]+|[0-9]+")
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_NUMBERED = re.compile(r"[^\W\d_][0-9]")
"""A letter with a number, as of a row or a column: `d1`."""
_LONGEST = 60


def is_figure(cell: Cell) -> bool:
    """Whether a cell is a number, an amount, a share or a date: `22.900`, `(500)`, `kr. -500`, `25%`, `d. 1/2 2026`."""
    if not isinstance(cell, str):
        return cell is not None
    text = tidy(cell[: _LONGEST + 1])
    if len(cell) > _LONGEST or _NUMBERED.match(text):
        return False
    parts = _PARTS.findall(text)
    numbers = [part for part in parts if part.isdigit()]
    if not numbers or (len(numbers) == 1 < len(parts) and _YEAR.fullmatch(numbers[0])):
        return False
    words = frozenset(part for part in parts if not part.isdigit())
    before = parts[: parts.index(numbers[0])]
    return words <= (_AHEAD | _DAYS | _UNITS | _MONTHS) and set(before) <= (_AHEAD | _DAYS | _MONTHS)


def is_year(cell: Cell) -> bool:
    """Whether a cell is just a year, as in a heading: `2025`."""
    is_plain = isinstance(cell, str | int | float)
    return is_plain and _YEAR.fullmatch(text_of(cell)) is not None
