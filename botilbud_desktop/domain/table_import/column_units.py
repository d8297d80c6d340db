"""The unit of each column of amounts: from its heading, the row of units, a title, the cells, or the user's choice."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from botilbud_desktop.domain.table_import.amount_cells import amount_in, plain_amount, says_kroner, states_unit
from botilbud_desktop.domain.table_import.cells import Cell, Grid, Row, is_blank, text_of
from botilbud_desktop.domain.table_import.layout import heading_rows
from botilbud_desktop.domain.table_import.said import CHOOSE
from botilbud_desktop.domain.table_import.units import Unit, is_only_unit, states_unknown_unit, units_in
from botilbud_desktop.domain.values.amounts import is_in_kroner
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of

_NOT_STATED = "Der står ingen enhed. Beløbene er læst i hele 1.000 kr."
_UNKNOWN = f"Enheden kan ikke læses. Beløbene er læst i {Unit.THOUSANDS.words} {CHOOSE}"
_ROW_CONTRADICTS = "Rækkens enhed er en anden end kolonnens. Se efter, hvad der er rigtigt."
_ROW_UNKNOWN = "Rækkens enhed er ikke forstået. Se efter, om beløbet er rigtigt."
_SMALL, _LARGE = 100, 100_000
"""Amounts that are all below or above these are hardly in 1.000 kr."""


class Origin(Enum):
    """What a column's unit was taken from."""

    CHOSEN = "chosen"
    STATED = "stated"
    """By its heading, or by words above or below the table."""
    CELLS = "cells"
    ASSUMED = "assumed"
    """Nothing states it, so the form's own is assumed."""


class ColumnUnit(NamedTuple):
    """The unit of a column of amounts."""

    unit: Unit
    origin: Origin
    remark: str = ""
    """What the user should know of it."""
    is_doubtful: bool = False
    """Whether what the table says contradicts itself, so that each amount is doubted."""
    is_noteworthy: bool = False
    """Whether the remark asks the user to look."""

    @property
    def known(self) -> Unit | None:
        """The unit; None when it is only assumed."""
        return None if self.origin is Origin.ASSUMED else self.unit


def column_units(
    grid: Grid, first_row: int, meanings: Sequence[str], chosen: Mapping[int, Unit], around: Sequence[str] = ()
) -> dict[int, ColumnUnit]:
    """Returns the unit of each column of amounts; `around` is what stands by the table, such as its sheet's name."""
    above = heading_rows(grid, first_row)
    beside = [text_of(cell) for row in grid[: above.start] for cell in row]
    beside += [text for row in grid[above.start : first_row - 1] for text in _title_units(row)]
    beside += [text_of(cell) for row in grid[first_row:] if _is_note(row) for cell in row]
    titles = _each_once(unit for text in (*beside, *around) for unit in units_in(text))
    units_of_rows = unit_column(grid, first_row, meanings)
    found: dict[int, ColumnUnit] = {}
    for column, path in enumerate(meanings):
        if kind_of(path) not in (FieldKind.LOAN, FieldKind.AMOUNT):
            continue
        if column in chosen:
            found[column] = ColumnUnit(chosen[column], Origin.CHOSEN)
            continue
        texts = [_heading_above(grid[row], column) for row in above]
        stated = _each_once(unit for text in texts for unit in units_in(text))
        if any(map(states_unknown_unit, texts)) or (not stated and any(map(states_unknown_unit, beside))):
            found[column] = ColumnUnit(Unit.THOUSANDS, Origin.STATED, _sentence(_UNKNOWN), True, True)
            continue
        if units_of_rows is not None and not stated and not titles:
            found[column] = ColumnUnit(Unit.THOUSANDS, Origin.CELLS)
            continue
        cells = [row[column] for row in grid[first_row:] if not is_blank(row[column])]
        found[column] = _stated(stated, titles) if stated or titles else _from_cells(cells)
    return found


def _stated(stated: tuple[Unit, ...], titles: tuple[Unit, ...]) -> ColumnUnit:
    """Returns the unit that the heading states, else the titles; other ones that are stated contradict it."""
    unit, *others = _each_once((*stated, *titles))
    if not others:
        return ColumnUnit(unit, Origin.STATED)
    among = " og ".join(other.words for other in others)
    where = "Overskriften" if len(stated) > 1 else "Overskriften eller teksten ved tabellen"
    remark = f"{where} siger både {unit.words} og {among}. Beløbene er læst i {unit.words}. {CHOOSE}"
    return ColumnUnit(unit, Origin.STATED, _sentence(remark), is_doubtful=True, is_noteworthy=True)


def _from_cells(cells: Sequence[Cell]) -> ColumnUnit:
    """Returns the unit that the cells tell of, or the form's own."""
    texts = [text_of(cell) for cell in cells]
    own = [text for text in texts if states_unit(plain_amount(text))]
    rest = [text for text in texts if text not in own]
    kroner = [text for text in rest if is_in_kroner(plain_amount(text))]
    if kroner and len(kroner) < len(rest) and all(map(says_kroner, rest)):
        remark = _sentence(f"Der står kr. ved beløbene. De er læst i {Unit.KRONER.words}. {CHOOSE}")
        return ColumnUnit(Unit.KRONER, Origin.CELLS, remark, is_doubtful=True, is_noteworthy=True)
    amounts = [amount for text in rest if text not in kroner and (amount := _amount(text))]
    if kroner and amounts:
        remark = f"Nogle beløb står i {Unit.KRONER.words}, andre er læst i {Unit.THOUSANDS.words} {CHOOSE}"
        return ColumnUnit(Unit.THOUSANDS, Origin.ASSUMED, remark, is_doubtful=True, is_noteworthy=True)
    if amounts and any(map(says_kroner, rest)):
        remark = f"Der står kr. ved beløbene, men de er læst i {Unit.THOUSANDS.words} {CHOOSE}"
        return ColumnUnit(Unit.THOUSANDS, Origin.ASSUMED, remark, is_noteworthy=True)
    if amounts and max(map(abs, amounts)) < _SMALL:
        remark = f"{_NOT_STATED} Er de i mio. kr.? {CHOOSE}"
        return ColumnUnit(Unit.THOUSANDS, Origin.ASSUMED, remark, is_noteworthy=True)
    if amounts and max(map(abs, amounts)) >= _LARGE:
        remark = f"{_NOT_STATED} Er de i kroner? {CHOOSE}"
        return ColumnUnit(Unit.THOUSANDS, Origin.ASSUMED, remark, is_noteworthy=True)
    return ColumnUnit(Unit.THOUSANDS, Origin.ASSUMED, _NOT_STATED if amounts else "")


def _amount(text: str) -> int | None:
    try:
        return amount_in(text, None)
    except NotUnderstoodError:
        return None


def _heading_above(row: Row, column: int) -> str:
    """Returns the heading in a row, which may reach over several columns."""
    return next((text for cell in reversed(row[: column + 1]) if (text := text_of(cell))), "")


def unit_column(grid: Grid, first_row: int, meanings: Sequence[str]) -> int | None:
    """Returns the column that states the unit of each row's amounts; None without one."""
    for column, path in enumerate(meanings):
        texts = [text_of(row[column]) for row in grid[first_row:] if not is_blank(row[column])]
        is_of_units = bool(texts) and sum(map(is_only_unit, texts)) * 2 > len(texts)
        if not path and is_of_units:
            return column
    return None


def unit_of_row(row: Row, column: int | None, unit: ColumnUnit) -> ColumnUnit:
    """Returns the unit of a row's amount in a column of `unit`, where `column` states it row by row."""
    if column is None or unit.origin is Origin.CHOSEN:
        return unit
    stated = units_in(text_of(row[column]))
    if len(stated) != 1 or not is_only_unit(text_of(row[column])):
        return unit._replace(remark=_ROW_UNKNOWN, is_doubtful=True)
    if unit.origin is Origin.STATED and stated[0] is not unit.unit:
        return ColumnUnit(stated[0], Origin.CELLS, _ROW_CONTRADICTS, is_doubtful=True)
    return ColumnUnit(stated[0], Origin.CELLS)


def _title_units(row: Row) -> list[str]:
    """Returns the unit that stands beside a title, as in a row above the headings: `Socialforvaltningen | Mio. kr.`."""
    texts = [text for cell in row if (text := text_of(cell))]
    return [text for text in texts if is_only_unit(text)] if len(texts) == 2 else []


def _is_note(row: Row) -> bool:
    """Whether a row below the headings is just a text, as a note on the amounts is."""
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) == 1 and isinstance(filled[0], str) and tells_of_units(filled[0])


def tells_of_units(text: str) -> bool:
    """Whether a text is a note on the unit of amounts: `Beløb i mio. kr.`, `Alle tal er i kr.`, `Mio. kr.`."""
    return is_only_unit(text) or re.search(r"beløb|\b(?:tal|tallene|enhed)\b", text.casefold()) is not None


def _each_once(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(dict.fromkeys(units))


def _sentence(text: str) -> str:
    return text.replace("..", ".")
