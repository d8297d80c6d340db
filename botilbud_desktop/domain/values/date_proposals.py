"""Times that people write where a date is asked for, and the date that each probably means: its last day.

They are offered, never taken silently: *ultimo 2025* may also be the week before Christmas.
"""

import re
from datetime import date, timedelta

from botilbud_desktop.domain.text.typed_text import tidy
from botilbud_desktop.domain.values.dates import FIRST_YEAR, LAST_YEAR, MONTHS

_ORDINALS = {"første": 1, "andet": 2, "anden": 2, "tredje": 3, "fjerde": 4}
_LAST = r"(?:ultimo|udgangen af|slutningen af|i slutningen af|senest ultimo)"
_NUMBER = rf"(?P<number>[1-4]\.?|{'|'.join(_ORDINALS)})"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_PATTERNS = (
    rf"(?:i |{_LAST} )?{_NUMBER} ?(?P<part>kvartal|kvt\.?|halvår)(?: af)?,? {_YEAR}",
    rf"(?P<part>q|kvartal) ?{_NUMBER},? {_YEAR}",
    rf"(?:i |{_LAST} )?{_MONTH},? {_YEAR}",
    rf"{_LAST}(?: år(?:et)?)? {_YEAR}",
    rf"(?P<half>medio)(?: {_MONTH})? {_YEAR}",
    rf"(?P<first>primo)(?: {_MONTH})? {_YEAR}",
)


def proposed_date(text: str, century: int) -> date | None:
    """Returns the date that `ultimo 2025`, `1. kvartal 2026`, `medio juni 26` or `juni 2026` probably means, or None.

    A year of two digits is of `century`, such as 2000.
    """
    tidied = tidy(text)
    match = next((found for pattern in _PATTERNS if (found := re.fullmatch(pattern, tidied))), None)
    if match is None:
        return None
    parts = match.groupdict()
    year = int(parts["year"]) + (century if len(parts["year"]) == 2 else 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return _day(parts, year)


def _day(parts: dict[str, str | None], year: int) -> date | None:
    month = None if parts.get("month") is None else MONTHS.index(str(parts["month"])) + 1
    if parts.get("first"):
        return date(year, month or 1, 1)
    if parts.get("half"):
        return date(year, month, 15) if month else date(year, 6, 30)
    if parts.get("number"):
        written = str(parts["number"]).rstrip(".")
        months = 6 if parts["part"] == "halvår" else 3
        month = (_ORDINALS.get(written) or int(written)) * months
    return _last_day(year, month or 12) if (month or 12) <= 12 else None


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
