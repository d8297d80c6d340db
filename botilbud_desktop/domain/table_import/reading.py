"""Reads a cell as a value of one of the form's columns. Ambiguous cells are flagged, unreadable ones kept as text."""

import math
import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.amount_cells import (
    amount_in,
    is_nothing,
    plain_amount,
    says_kroner,
    states_unit,
)
from botilbud_desktop.domain.table_import.cells import Cell, is_blank, text_of
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.table_import.headings import NAME, Certainty, meaning_of
from botilbud_desktop.domain.table_import.said import CHOOSE_IT, CHOOSE_KRONER
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.values.amounts import (
    format_number,
    format_percent,
    is_in_kroner,
    parse_count,
    parse_percent,
)
from botilbud_desktop.domain.values.date_proposals import proposed_date
from botilbud_desktop.domain.values.dates import FIRST_YEAR, LAST_YEAR, MONTHS, format_date, parse_date
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of

_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(32_874, 73_051)
"""The serial numbers of the days 1990-2099 in a spreadsheet."""
_CLOCK = re.compile(r"[ T][0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.0+)?)?\Z")
"""A time of day after a date, as lists and databases show it."""
_WEEKDAY = re.compile(r"(?:man|tirs|ons|tors|fre|lør|søn)(?:dag|\.)?,? +(?:den +|d\. *)?(?=[0-9])", re.IGNORECASE)
_MONTH_AND_YEAR = re.compile(r"(?P<month>[a-zæøå]{3,9})\.?[ /-](?P<year>[0-9]{2}|[0-9]{4})", re.IGNORECASE)
_HUNDREDTH = Decimal("0.01")
_MOST_WORDS = 3
"""A name of more words is none, though there is a heading's word among them."""
FEW = 100
"""A loan of fewer 1.000 kr. is hardly meant."""
_MANY = 1_000
"""So many new places of one project are hardly meant."""
_TOO_LARGE = f"Er beløbet i kroner? {CHOOSE_KRONER} Skemaet skal bruge hele 1.000 kr."
TOO_SMALL = f"Beløbet er under 100.000 kr. Er det i hele 1.000 kr.? {CHOOSE_IT}"
_OTHER_UNIT = "Cellen er i kroner, men kolonnen er ikke. Beløbet er læst som kroner."
_NEGATIVE = "Tallet er negativt. Hører det med i ansøgningen?"
_AN_AMOUNT = "Er det et beløb og ikke et antal?"
_SHOWS_ERROR = "Cellen viser en fejl i regnearket."
_ERROR = re.compile(r"(?:Fejl|Err):[0-9]{3}")
_DANGEROUS_START = ("=", "+", "-", "@")


class Verdict(StrEnum):
    """How a cell was understood."""

    BLANK = "blank"
    MISSING = "missing"
    """Nothing stands where something is missed: a project's name, or a value of merged cells."""
    UNDERSTOOD = "understood"
    DOUBTFUL = "doubtful"
    NOT_UNDERSTOOD = "not_understood"


class ReadCell(NamedTuple):
    """A cell as it was understood."""

    verdict: Verdict
    value: int | str | date | None = None
    """The model's value: 1.000 kr., places, per cent as text, a date, or the name; None unless it was understood."""
    shown: str = ""
    """The value as shown; the text of the cell when it was not understood."""
    remark: str = ""
    """What is doubtful, or what to write instead."""


BLANK = ReadCell(Verdict.BLANK)
EMPTY_VERDICTS = (Verdict.BLANK, Verdict.MISSING)
"""Nothing is imported from such a cell."""


def read_cell(
    cell: Cell, path: str, round_: Round, *, unit: Unit | None = None, in_fractions: bool = False
) -> ReadCell:
    """Reads a cell of the column at `path`.

    `unit` is that of the column's amounts, None when nothing states it; `in_fractions` means that shares are parts of
    1 (1 is 100 pct.).
    """
    if is_blank(cell) or (isinstance(cell, str) and _says_nothing(cell, path)):
        return BLANK
    try:
        match kind_of(path):
            case FieldKind.LOAN | FieldKind.AMOUNT:
                return _read_amount(cell, year_of(path), round_, unit)
            case FieldKind.EXPANSION | FieldKind.COUNT:
                return _read_count(cell, path)
            case FieldKind.SHARE:
                return _read_share(cell, in_fractions=in_fractions)
            case FieldKind.DATE:
                return _read_date(cell, round_)
            case _:
                return _read_name(cell, round_)
    except NotUnderstoodError as error:
        remark = _SHOWS_ERROR if _is_error(text_of(cell)) else error.message
        return ReadCell(Verdict.NOT_UNDERSTOOD, shown=_kept(cell, path, unit), remark=remark)


def _is_error(text: str) -> bool:
    """Whether a cell shows an error of Excel or LibreOffice: `#DIV/0!`, `#NAVN?`, `Fejl:502`."""
    return (text.startswith("#") and text.rstrip("!?").isupper()) or _ERROR.fullmatch(text) is not None


def _kept(cell: Cell, path: str, unit: Unit | None) -> str:
    """Returns the text that stays in the field. It names its unit where the field would read it in another one."""
    text = sanitized_line(text_of(cell))
    if unit is None or kind_of(path) not in (FieldKind.LOAN, FieldKind.AMOUNT) or states_unit(plain_amount(text)):
        return text
    try:
        amount_in(text, None)
    except NotUnderstoodError:
        return text
    return f"{text} i {unit.words}"


def _says_nothing(text: str, path: str) -> bool:
    """Whether a cell tells that there is no value; a dash may be a name, but not what the program itself writes.

    A project that is named so has a space after its name in the program's own sheet.
    """
    return text == NOT_STATED or (path != NAME and (text.strip() == NOT_STATED or is_nothing(text)))


def has_fractions(cells: Sequence[Cell]) -> bool:
    """Whether a share of a column is a part of 1, so that 1 may be all or one per cent."""
    return any((size := _bare_number(cell)) is not None and 0 < size < 1 for cell in cells)


def are_fractions(cells: Sequence[Cell]) -> bool:
    """Whether the shares of a column are all parts of 1, as per cent cells are in a workbook."""
    sizes = [size for cell in cells if (size := _bare_number(cell)) is not None]
    return bool(sizes) and all(0 <= size <= 1 for size in sizes) and any(size > 0 for size in sizes)


def sanitized_line(text: str) -> str:
    """Returns `text` as a field of one line stores it, without an apostrophe that only prevented a formula."""
    line = " ".join(part for part in sanitized(text).split("\n") if part).strip()
    return line[1:] if line[:1] == "'" and line.lstrip("'")[:1] in _DANGEROUS_START else line


def _read_name(cell: Cell, round_: Round) -> ReadCell:
    name = sanitized_line(text_of(cell))
    if not isinstance(cell, str) or is_figure(name):
        return ReadCell(Verdict.DOUBTFUL, name, name, "Her står et tal eller en dato. Er det projektets navn?")
    if _is_error(name):
        return ReadCell(Verdict.DOUBTFUL, name, name, _SHOWS_ERROR)
    if name.startswith("="):
        return ReadCell(Verdict.DOUBTFUL, name, name, "Her står en formel. Er det projektets navn?")
    meaning = meaning_of(name, round_)
    is_short = len(name.split()) <= _MOST_WORDS or (meaning is not None and meaning[1] is Certainty.WORDING)
    if meaning is not None and meaning[0] != NAME and meaning[1] is not Certainty.LETTER and is_short:
        return ReadCell(Verdict.DOUBTFUL, name, name, "Det ligner en overskrift. Står projekterne i kolonner?")
    return ReadCell(Verdict.UNDERSTOOD, name, name)


def _read_amount(cell: Cell, year: str, round_: Round, unit: Unit | None) -> ReadCell:
    text = text_of(cell)
    amount = amount_in(text, unit)
    shown = format_number(amount)
    pool = round_.pool_of(year)
    if amount < 0:
        return ReadCell(Verdict.DOUBTFUL, amount, shown, _NEGATIVE)
    if pool is not None and amount > pool:
        return ReadCell(Verdict.DOUBTFUL, amount, shown, _TOO_LARGE)
    plain = plain_amount(text)
    if unit is Unit.KRONER and 0 < abs(amount) < FEW and not states_unit(plain):
        return ReadCell(Verdict.DOUBTFUL, amount, shown, TOO_SMALL)
    if unit in (Unit.THOUSANDS, Unit.MILLIONS, Unit.BILLIONS) and amount:
        if is_in_kroner(plain):
            return ReadCell(Verdict.DOUBTFUL, amount, shown, _OTHER_UNIT)
        if says_kroner(text):
            remark = f"Der står kr. ved beløbet, men det er læst i {unit.words} Se efter, hvad der er rigtigt."
            return ReadCell(Verdict.DOUBTFUL, amount, shown, remark)
    return ReadCell(Verdict.UNDERSTOOD, amount, shown)


def _read_count(cell: Cell, path: str) -> ReadCell:
    count = parse_count(plain_amount(text_of(cell)))
    shown = format_number(count)
    if count < 0:
        return ReadCell(Verdict.DOUBTFUL, count, shown, _NEGATIVE)
    if says_kroner(text_of(cell)) or (kind_of(path) is FieldKind.EXPANSION and count >= _MANY):
        return ReadCell(Verdict.DOUBTFUL, count, shown, _AN_AMOUNT)
    return ReadCell(Verdict.UNDERSTOOD, count, shown)


def _read_share(cell: Cell, *, in_fractions: bool) -> ReadCell:
    size = _bare_number(cell)
    if size is None or not (0 < size < 1 or (size == 1 and in_fractions)):
        share = parse_percent(text_of(cell))
        return ReadCell(Verdict.UNDERSTOOD, format(share, "f"), format_percent(share))
    exact = size * 100
    rounded = exact.quantize(_HUNDREDTH, ROUND_HALF_UP)
    share = parse_percent(f"{rounded:f}")
    shown = format_percent(share)
    about = "" if rounded == exact else ", afrundet til to decimaler"
    return ReadCell(Verdict.DOUBTFUL, format(share, "f"), shown, f"{text_of(cell)} er læst som {shown} pct.{about}")


def _bare_number(cell: Cell) -> Decimal | None:
    """Returns the number in a cell without a unit, or None."""
    if isinstance(cell, str):
        text = cell.strip().replace(",", ".")
        whole, _point, decimals = text.partition(".")
        is_number = text.isascii() and whole.isdigit() and (not _point or decimals.isdigit()) and len(text) < 20
        return Decimal(text) if is_number else None
    if isinstance(cell, int):
        return Decimal(cell)
    return Decimal(format(cell, ".15g")) if isinstance(cell, float) and math.isfinite(cell) else None


def _plain_day(text: str) -> str:
    """Returns a date without its day of the week and time of day, and its month in full: `nov-25` is november 25."""
    plain = _WEEKDAY.sub("", _CLOCK.sub("", text.strip()))
    if (match := _MONTH_AND_YEAR.fullmatch(plain)) is None:
        return plain
    month = next((name for name in MONTHS if name.startswith(match["month"].lower())), match["month"])
    return f"{month} {match['year']}"


def _read_date(cell: Cell, round_: Round) -> ReadCell:
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date) and FIRST_YEAR <= cell.year <= LAST_YEAR:
        return ReadCell(Verdict.UNDERSTOOD, cell, format_date(cell))
    serial = _bare_number(cell)
    if serial is not None and int(serial) in _SERIALS:
        day = _DAY_ZERO + timedelta(days=int(serial))
        shown = format_date(day)
        return ReadCell(Verdict.DOUBTFUL, day, shown, f"Tallet {text_of(cell)} er læst som datoen {shown}.")
    text = _plain_day(text_of(cell))
    if (proposed := proposed_date(text, round_.century)) is not None:
        shown = format_date(proposed)
        return ReadCell(Verdict.DOUBTFUL, proposed, shown, f"»{sanitized_line(text)}« er læst som datoen {shown}.")
    day = parse_date(text, round_.century, round_.example_date)
    return ReadCell(Verdict.UNDERSTOOD, day, format_date(day))
