"""Dates and clock times as Danish users type and read them, independent of the computer's settings."""

import re
from datetime import date, datetime, time

from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)
FIRST_YEAR = 1900
LAST_YEAR = 2199

_WRITE_DATE = "Skriv datoen med dag, måned og år"
_WRITE_FOUR_DIGITS = "Skriv årstallet med fire cifre"
_WRITE_NEARER_YEAR = f"Skriv et årstal fra {FIRST_YEAR} til {LAST_YEAR}."

_DEN = r"(?:(?:den|d\.) ?)?"
_YEAR = r"(?P<year>[0-9]{2}|[0-9]{4})"
_COMPACT_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})"
_SEPARATOR = r"(?: ?[./-] ?| )"
_PATTERNS = (
    rf"{_DEN}(?P<day>[0-9]{{1,2}}){_SEPARATOR}(?P<month>[0-9]{{1,2}}){_SEPARATOR}{_YEAR}",
    rf"(?P<year>[0-9]{{4}}){_SEPARATOR}(?P<month>[0-9]{{1,2}}){_SEPARATOR}(?P<day>[0-9]{{1,2}})",
    rf"{_DEN}(?P<day>[0-9]{{1,2}})[. /-]{{0,2}}(?P<month>[a-z]{{3,9}})[. /-]{{0,2}}{_YEAR}",
    rf"(?P<day>[0-9]{{2}})(?P<month>[0-9]{{2}}){_COMPACT_YEAR}",
    rf"{_COMPACT_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})",
)


def parse_date(text: str, century: int | None = None, example: date | None = None) -> date:
    """Reads a date of the years 1900-2199; what is wrong is told with `example`, a date written as it should be.

    Day first with dots, slashes, hyphens or spaces (`5.9.2026`, `5/9-2026`), year first (`2026-09-05`), a
    month by its name or at least three letters of it (`5. september 2026`, `5 sep 2026`), or eight digits
    (`05092026`, `20260905`; no eight digits are a date both ways). A year of two digits is of `century`, such as 2000,
    and is not guessed at without one; the first two digits of a year of that century are only half of it.

    Raises:
        NotUnderstoodError: the text is no date, the date does not exist, or its year is too short or too far.
    """
    tidied = tidy(text)
    match = next((found for pattern in _PATTERNS if (found := re.fullmatch(pattern, tidied))), None)
    if match is None:
        raise NotUnderstoodError(_asked(_WRITE_DATE, example))
    month = _month_number(match["month"])
    if month is None:
        raise NotUnderstoodError(_asked(_WRITE_DATE, example))
    day, year = int(match["day"]), int(match["year"])
    if len(match["year"]) != 4:
        if century is None or year == century // 100:
            raise NotUnderstoodError(_asked(_WRITE_FOUR_DIGITS, example))
        year += century
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotUnderstoodError(_WRITE_NEARER_YEAR)
    try:
        return date(year, month, day)
    except ValueError:
        shown = f"{day:02}.{month:02}.{year}"
        raise NotUnderstoodError(f"{shown} findes ikke i kalenderen. {_asked(_WRITE_DATE, example)}") from None


def format_date(day: date) -> str:
    """Formats the date as shown on screen: `30.11.2025`."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def format_form_date(day: date) -> str:
    """Formats the date as the ministry's web form requires it (dd/mm/åååå): `30/11/2025`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def with_form_date_hint(label: str) -> str:
    """Returns a label with the hint of the web form for a date, where it has the one of the window (dd.mm.åååå)."""
    return label.replace("dd.mm.åååå", "dd/mm/åååå")


def format_long_date(day: date) -> str:
    """Formats the date in words: `15. maj 2024`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def format_clock(moment: time | datetime) -> str:
    """Formats hour and minute of `moment`, without converting its time zone: `14.32`, `09.05`."""
    return f"{moment.hour:02}.{moment.minute:02}"


def _asked(words: str, example: date | None) -> str:
    return f"{words}." if example is None else f"{words}, fx {format_date(example)}."


def _month_number(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    for number, name in enumerate(MONTHS, start=1):
        if name.startswith(written):
            return number
    return None
