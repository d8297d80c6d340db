"""Finds the budgets of a document: rows of a label and an amount whose unit is stated, in tables and in lines "
"of text.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.cost_plan import round_half_up
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.rows.groups import Group, table_groups
from botilbud_desktop.domain.document_import.rows.labels import field_of_label
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.document_import.structure.lines import Line, plain
from botilbud_desktop.domain.document_import.structure.sheet_words import RowKind
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.amount_cells import amount_in, plain_amount, says_kroner, states_unit
from botilbud_desktop.domain.table_import.figures import is_figure, is_year
from botilbud_desktop.domain.table_import.headings import is_plainly_total
from botilbud_desktop.domain.table_import.units import Unit, is_only_unit, units_in
from botilbud_desktop.domain.values.amounts import parse_count
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of

_LONGEST_LABEL = 80
_IN_TEXT = re.compile(
    r"(?P<label>[^\W\d_§].*?|§.*?)[ .:]+(?P<amount>[0-9][0-9.,]*(?: [0-9]{3})* ?(?:(?:mio|mia|mill|t)\.? ?kr\.?|"
    r"kr\.?|,-))"
)
_SENTENCE = re.compile(
    r"\b(?:på|for|til|er|om|set|være|udgør|udgøre|med|af|ca\.?|cirka|knap|i alt|over|mellem|og|kommune|søges?|"
    r"ansøges?)\Z",
    re.IGNORECASE,
)
_LONGEST_ROW = 200
_LONGEST_HEADING = 150
_HEADING = re.compile(r"(?:anlægs)?(?:beløb|udgift(?:er)?|post(?:er)?|sum)", re.IGNORECASE)
_UNIT_AT_END = re.compile(r"(\([^()]{2,24}\))\s*[:.]?\Z")
_NEAR = 2
"""Lines from a table within which its unit may be told."""


class BudgetRow(NamedTuple):
    """A row with an amount in 1.000 kr."""

    line: int
    label: str
    amount: int
    written: str
    is_rounded: bool = False
    """Whether the amount was written to the krone."""


class _Head(NamedTuple):
    """What the heading row of a table tells; `column` is that of the sums, None where a row has one amount."""

    unit: Unit | None
    column: int | None


def budgets(ledger: Ledger, divided: Divided, round_: Round) -> list[list[BudgetRow]]:
    """Returns the rows of each budget, at least two beside each other; their headings are accounted for."""
    found = [_of_table(group, ledger, divided, round_) for group in table_groups(ledger.lines)]
    found += _of_text(ledger, divided)
    return sorted((rows for rows in found if len(rows) > 1), key=lambda rows: rows[0].line)


def _is_free(index: int, ledger: Ledger, divided: Divided) -> bool:
    spot = divided.spots[index]
    return spot.role is Role.CONTENT and ledger.is_open(index)


def _of_table(group: Group, ledger: Ledger, divided: Divided, round_: Round) -> list[BudgetRow]:
    if not all(_is_free(index, ledger, divided) and _may_be_cost(index, ledger, divided, round_) for index in group):
        return []
    head = _head(ledger.lines[group[0]])
    unit = head.unit if head and head.unit else unit_near(group, ledger.lines)
    column = head.column if head else None
    rows = [_of_cells(index, ledger.lines[index], unit, column) for index in group[1 if head else 0 :]]
    if len(rows) < 2 or any(row is None for row in rows):
        return []
    if head:
        ledger.close(group[0])
    for index in group[1 if head else 0 :]:
        if column is not None:
            ledger.close(index)
    return [row for row in rows if row is not None]


def _may_be_cost(index: int, ledger: Ledger, divided: Divided, round_: Round) -> bool:
    """Whether a row is none of the sheet, and its label names no loan and no field in the form's own words."""
    line, spot = ledger.lines[index], divided.spots[index]
    if spot.row is not None and spot.row.kind not in (RowKind.UNIT, RowKind.TOTAL):
        return False
    named = field_of_label(line.label, line.cells[-1], spot, round_) if len(line.filled) == 2 else None
    return named is None or not (named.is_own or kind_of(named.path) is not FieldKind.AMOUNT)


def _head(line: Line) -> _Head | None:
    """Returns what a row of headings tells, or None when the row is none."""
    cells = [line.cells[index] for index in line.filled]
    if len(line.text) > _LONGEST_HEADING or any(is_figure(cell) and not is_year(cell) for cell in cells):
        return None
    units = units_in(" ".join(cells))
    totals = [index for index in line.filled[1:] or line.filled if is_plainly_total(line.cells[index])]
    is_named = any(_HEADING.fullmatch(cell.strip(" .:")) for cell in cells)
    if not units and not totals and not is_named and not any(map(is_year, cells)):
        return None
    return _Head(units[0] if len(units) == 1 else None, totals[0] if len(totals) == 1 else None)


def unit_near(group: Group, lines: Sequence[Line]) -> Unit | None:
    """Returns the unit that a line above or below a table states for it: `Alle beløb er i 1.000 kr.`, `(mio. kr.):`"""
    around = [*range(group[0] - _NEAR, group[0]), *range(group[-1] + 1, group[-1] + 1 + _NEAR)]
    texts = [lines[index].text for index in around if 0 <= index < len(lines) and not lines[index].is_row]
    told = [text for text in texts if re.search(r"\bbeløb|\btal\b", text, re.IGNORECASE)]
    told += [found[1] for text in texts if (found := _UNIT_AT_END.search(text))]
    units = {unit for text in told for unit in units_in(text)}
    return units.pop() if len(units) == 1 else None


def _of_cells(index: int, line: Line, unit: Unit | None, column: int | None) -> BudgetRow | None:
    filled = line.filled
    is_behind = column is None and len(filled) == 3 and is_only_unit(line.cells[filled[2]])
    if (
        not filled
        or (column is None and len(filled) != 2 and not is_behind)
        or (column is not None and column not in filled)
    ):
        return None
    label, written = line.cells[filled[0]], line.cells[filled[-1] if column is None else column]
    if is_behind:
        written = f"{line.cells[filled[1]]} {line.cells[filled[2]]}"
    if is_figure(label) and "§" not in label:
        return None
    return _row(index, label, written, unit)


def _of_text(ledger: Ledger, divided: Divided) -> list[list[BudgetRow]]:
    groups: list[list[BudgetRow]] = []
    for index, line in enumerate(ledger.lines):
        if (
            line.is_row
            or line.level
            or len(line.text) > _LONGEST_ROW
            or not _is_free(index, ledger, divided)
            or divided.spots[index].row is not None
        ):
            continue
        found = _IN_TEXT.fullmatch(plain(line.text))
        if found is None or len(found["label"]) > _LONGEST_LABEL or _SENTENCE.search(found["label"]):
            continue
        row = _row(index, found["label"], found["amount"], None)
        if row is not None and groups and groups[-1][-1].line == index - 1:
            groups[-1].append(row)
        elif row is not None:
            groups.append([row])
    return groups


def _row(index: int, label: str, written: str, unit: Unit | None) -> BudgetRow | None:
    if unit is None and not states_unit(plain_amount(written)) and not says_kroner(written):
        return None
    own = Unit.KRONER if unit is None and says_kroner(written) else unit
    try:
        return BudgetRow(index, label, amount_in(written, own), written)
    except NotUnderstoodError:
        return _rounded(index, label, written) if own is Unit.KRONER else None


def _rounded(index: int, label: str, written: str) -> BudgetRow | None:
    """Returns a row whose amount is written to the krone, in the nearest 1.000 kr."""
    try:
        amount = Fraction(parse_count(plain_amount(written)), 1000)
    except NotUnderstoodError:
        return None
    return BudgetRow(index, label, round_half_up(amount, 1), written, is_rounded=True)
