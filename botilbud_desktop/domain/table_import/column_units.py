"""The unit of each column of amounts: from its heading, the row of units, a title, the cells, or the user's choice."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from botilbud_desktop.domain.table_import.amount_cells import amount_in, plain_amount, says_kroner, states_unit
from botilbud_desktop.domain.table_import.cells import Cell, Grid, Row, is_blank, text_of
from botilbud_desktop.domain.table_import.layout import heading_rows
from botilbud_desktop.domain.table_import.units import Unit, units_in
from botilbud_desktop.domain.values.amounts import is_in_kroner
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of

_CHOOSE = "Vælg over kolonnen, hvad der er rigtigt."
_NOT_STATED = "Der står ingen enhed. Beløbene er læst i hele 1.000 kr."
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
    grid: Grid, first_row: int, meanings: Sequence[str], chosen: Mapping[int, Unit]
) -> dict[int, ColumnUnit]:
    """Returns the unit of each column of amounts."""
    above = heading_rows(grid, first_row)
    outside = [*grid[: above.start], *(row for row in grid[first_row:] if _is_note(row))]
    titles = _each_once(unit for row in outside for cell in row for unit in units_in(text_of(cell)))
    found: dict[int, ColumnUnit] = {}
    for column, path in enumerate(meanings):
        if kind_of(path) not in (FieldKind.LOAN, FieldKind.AMOUNT):
            continue
        if column in chosen:
            found[column] = ColumnUnit(chosen[column], Origin.CHOSEN)
            continue
        texts = [_heading_above(grid[row], column) for row in above]
        stated = _each_once(unit for text in texts for unit in units_in(text))
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
    remark = f"{where} siger både {unit.words} og {among}. Beløbene er læst i {unit.words}. {_CHOOSE}"
    return ColumnUnit(unit, Origin.STATED, _sentence(remark), is_doubtful=True, is_noteworthy=True)


def _from_cells(cells: Sequence[Cell]) -> ColumnUnit:
    """Returns the unit that the cells tell of, or the form's own."""
    texts = [text_of(cell) for cell in cells]
    own = [text for text in texts if states_unit(plain_amount(text))]
    rest = [text for text in texts if text not in own]
    kroner = [text for text in rest if is_in_kroner(plain_amount(text))]
    if kroner and len(kroner) < len(rest) and all(map(says_kroner, rest)):
        remark = _sentence(f"Der står kr. ved beløbene. De er læst i {Unit.KRONER.words}. {_CHOOSE}")
        return ColumnUnit(Unit.KRONER, Origin.CELLS, remark, is_doubtful=True, is_noteworthy=True)
    amounts = [amount for text in rest if text not in kroner and (amount := _amount(text))]
    if kroner and amounts:
        remark = f"Nogle beløb står i {Unit.KRONER.words}, andre er læst i {Unit.THOUSANDS.words} {_CHOOSE}"
        return ColumnUnit(Unit.THOUSANDS, Origin.ASSUMED, remark, is_doubtful=True, is_noteworthy=True)
    if amounts and any(map(says_kroner, rest)):
        remark = f"Der står kr. ved beløbene, men de er læst i {Unit.THOUSANDS.words} {_CHOOSE}"
        return ColumnUnit(Unit.THOUSANDS, Origin.ASSUMED, remark, is_noteworthy=True)
    if amounts and max(map(abs, amounts)) < _SMALL:
        remark = f"{_NOT_STATED} Er de i mio. kr.? {_CHOOSE}"
        return ColumnUnit(Unit.THOUSANDS, Origin.ASSUMED, remark, is_noteworthy=True)
    if amounts and min(map(abs, amounts)) >= _LARGE:
        remark = f"{_NOT_STATED} Er de i kroner? {_CHOOSE}"
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


def _is_note(row: Row) -> bool:
    """Whether a row below the headings is just a text, as a note on the amounts is."""
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) == 1 and isinstance(filled[0], str) and "beløb" in filled[0].lower()


def _each_once(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(dict.fromkeys(units))


def _sentence(text: str) -> str:
    return text.replace("..", ".")
