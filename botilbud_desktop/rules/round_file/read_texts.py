"""What a sentence of a form says in figures: its amounts, shares, days and times of day, however they are written."""

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from fractions import Fraction

from botilbud_desktop.domain.values.dates import MONTHS

_NUMBER = r"(?<![0-9.,])([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12})(?:,([0-9]{1,6}))?"
_PERCENT = re.compile(rf"{_NUMBER} ?(?:pct\b|%|procent)")
_AMOUNT = re.compile(rf"(?<!hele ){_NUMBER} ?(mia\b|milliard|mio\b|million|t\. ?kr\b|tkr\b|kr\b|kroner\b)")
_IN_THOUSANDS = {
    "mi": Fraction(1_000_000),
    "mio": Fraction(1_000),
    "million": Fraction(1_000),
    "t": Fraction(1),
    "kr": Fraction(1, 1_000),
}
_MONTH = "|".join(MONTHS)
_LONG_DAY = re.compile(rf"\b([0-9]{{1,2}})\. ?({_MONTH}) ([0-9]{{4}})")
_SHORT_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?![0-9])")
_END = re.compile(rf"\b(?:udgangen af|ultimo) (?:({_MONTH}) )?([0-9]{{4}})")
_CLOCK = re.compile(r"\b(?:kl\.?|klokken) ?([01]?[0-9]|2[0-3])(?![0-9])(?:[.:]([0-5][0-9]))?")


def percents_in(text: str) -> set[Fraction]:
    """Returns the shares in per cent."""
    return {_number(whole, decimals) for whole, decimals in _PERCENT.findall(text.lower())}


def amounts_in(text: str) -> set[Fraction]:
    """Returns the amounts in 1.000 kr."""
    return {_number(whole, decimals) * _unit(unit) for whole, decimals, unit in _AMOUNT.findall(text.lower())}


def days_in(text: str) -> set[date]:
    """Returns the days: `30. juni 2029`, `30.06.2029` or `udgangen af juni 2029`; one that does not exist is none."""
    return set(_days(text.lower()))


def times_in(text: str) -> list[str]:
    """Returns the times of day as `12.00`, in the order of the text."""
    return [f"{int(hour):02}.{minute or '00'}" for hour, minute in _CLOCK.findall(text.lower())]


def _number(whole: str, decimals: str) -> Fraction:
    return Fraction(f"{whole.replace('.', '')}.{decimals or '0'}")


def _unit(word: str) -> Fraction:
    return next(worth for start, worth in _BY_LENGTH if word.startswith(start))


_BY_LENGTH = sorted(_IN_THOUSANDS.items(), key=lambda item: -len(item[0]))


def _days(text: str) -> Iterator[date]:
    for day, month, year in _LONG_DAY.findall(text):
        with suppress(ValueError):
            yield date(int(year), MONTHS.index(month) + 1, int(day))
    for day, month, year in _SHORT_DAY.findall(text):
        with suppress(ValueError):
            yield date(int(year), int(month), int(day))
    for month, year in _END.findall(text):
        number = MONTHS.index(month) + 1 if month else len(MONTHS)
        with suppress(ValueError):
            yield date(int(year), number, monthrange(int(year), number)[1])
