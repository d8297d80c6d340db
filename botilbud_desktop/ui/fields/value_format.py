"""Reads a value from a line of text and shows it as text."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.values.amounts import (
    format_kroner,
    format_millions,
    format_number,
    format_percent,
    parse_count,
    parse_percent,
    parse_thousands,
)
from botilbud_desktop.domain.values.dates import format_date, parse_date
from botilbud_desktop.domain.values.email_addresses import parse_addresses


class ValueFormat(NamedTuple):
    """Reads text into a value (raising `NotUnderstoodError`) and shows a value as text."""

    read: Callable[[str], Any]
    show: Callable[[Any], str]
    empty: Any = None
    """The value of the field while the typed text cannot be read."""
    right_aligned: bool = False
    letters: int = 0
    """The width of its input in digits, which hints at the answer; 0 for all the room there is."""


def _optional(parse: Callable[[str], Any], empty: Any = None) -> Callable[[str], Any]:
    return lambda text: parse(text) if text.strip() else empty


def _shown(show: Callable[[Any], str], blank: Any = None) -> Callable[[Any], str]:
    return lambda value: "" if value is None or (value == blank and type(value) is type(blank)) else show(value)


def _read_percent(text: str) -> str:
    return format(parse_percent(text), "f")


def _show_percent(text: str) -> str:
    return format_percent(Decimal(text))


def _read_emails(text: str) -> tuple[str, ...]:
    return parse_addresses(sanitized(text))


def one_line(text: str) -> str:
    """Returns text as one line: pasted line breaks and tabs become spaces; line breaks at the ends are removed."""
    kept = sanitized(text).replace("\t", " ")
    return " ".join(kept.strip("\n").split("\n")) if "\n" in kept else kept


TEXT = ValueFormat(one_line, str, "")
EMAILS = ValueFormat(_read_emails, "; ".join, ())
THOUSANDS = ValueFormat(_optional(parse_thousands), _shown(format_number), right_aligned=True, letters=14)
COUNT = ValueFormat(_optional(parse_count), _shown(format_number), right_aligned=True, letters=8)
PERCENT = ValueFormat(_optional(_read_percent), _shown(_show_percent), right_aligned=True, letters=8)
ROW_COUNT = ValueFormat(_optional(parse_count, 0), _shown(format_number, 0), 0, right_aligned=True, letters=8)
"""In a row of a table an empty cell is 0."""
ROW_THOUSANDS = ValueFormat(_optional(parse_thousands, 0), _shown(format_number, 0), 0, right_aligned=True)


def date_format(round_: Round) -> ValueFormat:
    """Returns the format of a date of the round; a year of two digits is of its century."""
    century, example = round_.century, round_.example_date
    return ValueFormat(_optional(lambda text: parse_date(text, century, example)), _shown(format_date), letters=14)


def in_kroner(thousands: int | None) -> str:
    """Returns the note below an amount in 1.000 kr.: `22.900.000 kr. (22,9 mio. kr.)`."""
    return "" if thousands is None else f"{format_kroner(thousands)} ({format_millions(thousands)})"
