"""What a number shows: the file holds both the number and the text in the notation of whoever wrote it.

The text is written anew in Danish notation, so that `1,234.50` and `1.234,50` are read alike.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import Cell, text_of

SHOWS_NOTHING = "Cellen viser ikke sit tal i regnearket."
NO_DAY = "Cellen viser ikke dag, måned og år i regnearket."
_DIGITS = re.compile(r"[.,]?[0-9](?:[0-9.,'\u2019\u00a0\u202f ]*[0-9])?")
_ROOM = Context(prec=400)
_LONGEST = 60
_SCALES = (Decimal(1), Decimal("0.001"), Decimal("0.000001"))


class _Rendered(NamedTuple):
    text: str
    is_exact: bool
    is_scaled: bool


def shown_number(number: float, shown: str) -> tuple[Cell, str]:
    """Returns a number as its cell shows it, and what is doubtful about it."""
    text = " ".join(shown.split())
    found = list(_DIGITS.finditer(text)) if len(text) <= _LONGEST else []
    if not found and len(text) <= _LONGEST:
        return (text or None, "") if number == 0 else (number, SHOWS_NOTHING)
    rendered = _rendered(number, re.sub(r"[^0-9]", "", found[0][0]), "%" in text) if len(found) == 1 else None
    if rendered is None:
        return number, f"Cellen viser {text[:_LONGEST]}, men indeholder {text_of(number)}."
    before, after = text[: found[0].start()], text[found[0].end() :]
    is_negative = bool(re.search(r"[-\u2212(]", before) or after.strip().startswith(("-", ")")))
    is_exact = rendered.is_exact and is_negative is (number < 0)
    if is_exact and not rendered.is_scaled and not f"{before}{after}".strip(" -\u2212()"):
        return number, ""
    said = f"{before}{rendered.text}{after}"
    return said, "" if is_exact else f"Cellen viser {said}, men indeholder {text_of(number)}."


def shown_date(day: date, shown: str) -> str:
    """Returns what is doubtful about a date whose cell shows this."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", shown[:_LONGEST])]
    if not shown.strip() or day.day not in numbers:
        return NO_DAY if shown.strip() else ""
    numbers.remove(day.day)
    return "" if day.year in numbers or day.year % 100 in numbers else NO_DAY


def _rendered(number: float, digits: str, is_percent: bool) -> _Rendered | None:
    """Returns how the number gives just these digits, in Danish notation; None when it does not."""
    exact = abs(Decimal(format(number, ".15g")))
    for scaled, is_scaled in _sizes(exact, is_percent):
        for places in range(min(len(digits), 20) + 1):
            rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _ROOM)
            written = f"{rounded:f}"
            bare = written.replace(".", "")
            if digits in (bare, bare.lstrip("0")) and digits:
                return _Rendered(written.replace(".", ","), rounded == scaled, is_scaled)
            if len(bare) > len(digits) + 1:
                break
    return None


def _sizes(exact: Decimal, is_percent: bool) -> Iterator[tuple[Decimal, bool]]:
    if is_percent:
        yield exact * 100, True
        return
    for scale in _SCALES:
        yield exact * scale, scale != 1
