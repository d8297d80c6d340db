"""Long dates and amounts with shorter ones of exactly the same value."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.values.dates import MONTHS, parse_date
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.rules.shortening.saving import Saving, SavingKind, saving

_DATE = re.compile(rf"(?<![\w.,/–-])(\d{{1,2}})\. ({'|'.join(MONTHS)}) (\d{{4}})(?![\w/–-]|[.,]\d)")
_AMOUNT = re.compile(r"(?<![\w.,/–-])(\d{1,3}(?:\.\d{3}){2,3}) (?:kr\.|kroner)(?![\w/–-])")
_SHARED_MONTH = re.compile(rf"(?:(?<!\d)\d{{1,2}}\.?|{'|'.join(MONTHS)}) ?(?:og|til|eller|samt|,|–|-)(?: den)? ?\Z")
"""Before a date: another day, which shares its month or its year."""
_SHARED_UNIT = re.compile(r"\d\.? ?(?:og|til|eller|samt|–|-) \Z|\bkr\.? \Z")
"""Before an amount: another, which shares its unit, or the unit."""
_BEFORE = 24
_MILLION = 1_000_000
_DECIMALS = 2
"""The most decimals of a shorter amount."""


def dates(text: str) -> Iterator[Saving | None]:
    """Yields `1.9.2026` for `1. september 2026`; a date that is not in the calendar stays."""
    for found in _DATE.finditer(text):
        if _SHARED_MONTH.search(text[max(0, found.start() - _BEFORE) : found.start()]):
            continue
        try:
            day = parse_date(found[0])
        except NotUnderstoodError:
            continue
        yield saving(text, *found.span(), f"{day.day}.{day.month}.{day.year}", SavingKind.DATE)


def amounts(text: str) -> Iterator[Saving | None]:
    """Yields `22,9 mio. kr.` for `22.900.000 kr.`; an amount that would need more than two decimals stays."""
    for found in _AMOUNT.finditer(text):
        if _SHARED_UNIT.search(text[max(0, found.start() - _BEFORE) : found.start()]):
            continue
        millions, rest = divmod(int(found[1].replace(".", "")), _MILLION)
        decimals = f"{rest:06}".rstrip("0")
        if found[1].startswith("0") or len(decimals) > _DECIMALS or millions > 999:
            continue
        words = f"{millions}{',' if decimals else ''}{decimals} mio. kr."
        end = found.end() + (found[0].endswith("kroner") and text[found.end() : found.end() + 1] == ".")
        yield saving(text, found.start(), end, words, SavingKind.AMOUNT)
