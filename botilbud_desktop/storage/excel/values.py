"""Turns what a workbook stores in a cell into a value: numbers, dates and times of day, by the cell's number format."""

import re
from datetime import date, timedelta

from botilbud_desktop.domain.table_import.cells import Cell

NO_DATE = "Cellen skulle vise en dato, men dens tal er ingen. Se efter, hvad Excel viser."
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_APART = re.compile(r'"[^"]*"?|\\.|[_*].', re.DOTALL)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BRACKETS = re.compile(r"\[[^\]]*\]")
_LONGEST_NUMBER = 400
_LONGEST_CODE = 250
_LAST_SERIAL = 2_958_466
"""The day after 31.12.9999."""
_DAY_ZERO, _DAY_ZERO_EARLY, _EARLY = date(1899, 12, 30), date(1899, 12, 31), 60
"""Serial numbers below 60 are one day off, since the count holds a 29 February 1900."""
_SINCE_1904 = 1462


def number_in(text: str) -> int | float | None:
    """Returns the number that a workbook stores as this text; None when it is none."""
    plain = text.strip()
    if len(plain) > _LONGEST_NUMBER or not _NUMBER.fullmatch(plain):
        return None
    if _WHOLE.fullmatch(plain):
        return int(plain)
    number = float(plain)
    return number if abs(number) != float("inf") else None


def timed(number: float, code: str, *, since_1904: bool = False) -> tuple[Cell, str]:
    """Returns a number as the date or the time that its format shows, and what is doubtful; itself in other formats."""
    bare = _APART.sub("", code[:_LONGEST_CODE]).partition(";")[0]
    if _ELAPSED.search(bare):
        return (_time(number), "") if 0 <= number < _LAST_SERIAL else (number, NO_DATE)
    letters = set(_BRACKETS.sub("", bare).lower()) & set("dmyhs")
    if not letters or "general" in bare.lower():
        return number, ""
    serial = number + _SINCE_1904 if since_1904 else number
    if letters & set("hs") and not letters & set("dy"):
        return (_time(number % 1), "") if 0 <= number < _LAST_SERIAL else (number, NO_DATE)
    if not 1 <= serial < _LAST_SERIAL:
        return number, NO_DATE
    return (_DAY_ZERO_EARLY if serial < _EARLY else _DAY_ZERO) + timedelta(days=int(serial)), ""


def _time(days: float) -> str:
    return str(timedelta(seconds=round(days * 86_400)))
