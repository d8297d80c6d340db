"""An import plan as a proposal: each cell is a value with its place, or left out with the reason."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from botilbud_desktop.domain.application import Origin, PlaceGroup
from botilbud_desktop.domain.document_import.account.wording import NO_COLUMN
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.table_places import TablePlaces
from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Grid, Row, is_blank, text_of
from botilbud_desktop.domain.table_import.headings import NAME
from botilbud_desktop.domain.table_import.left_out import LeftOutColumn, LeftOutRow, Reason
from botilbud_desktop.domain.table_import.plan import Plan, PlannedRow
from botilbud_desktop.domain.table_import.reading import ReadCell, Verdict
from botilbud_desktop.domain.table_import.said import HEADINGS_FROM_WORDS, HIDDEN_COLUMN, places_said, without_advice
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of

_ROW_REASONS = {
    Reason.ABOVE: "Rækken står over overskrifterne.",
    Reason.REPEATED: "Rækken gentager overskrifterne.",
    Reason.SUM: "Rækken er en sum.",
    Reason.FILTERED: "Et filter i arket skjuler rækken.",
    Reason.NOTHING_CHOSEN: "Rækken har ikke noget i de kolonner, som skemaet har.",
    Reason.UNWANTED: "Rækken er valgt fra.",
}
_MAYBE_A_PROJECT = "Er det et projekt?"
_LACKS_YEAR = "Overskriften siger ikke, hvilket år kolonnen gælder."
_MAYBE_NO_PROJECT = "Rækken er måske ikke et projekt."
_RIVAL = "En anden kolonne har en overskrift med samme betydning. Hvilken er den rigtige?"
_NOT_UNDERSTOOD = "Cellen er ikke forstået."


class TableDoubts(NamedTuple):
    """What is doubtful about a whole table."""

    of_all: str = ""
    """Why none of its values is sure, as a Danish sentence."""
    of_names: str = ""
    """Why none of its names is sure."""
    are_headings_guessed: bool = False
    """Whether its headings may be a project."""


NO_DOUBTS = TableDoubts()


def proposal_of_plan(
    plan: Plan,
    grid: Grid,
    places: TablePlaces,
    round_: Round,
    doubts: TableDoubts = NO_DOUBTS,
    first_project: int = 0,
) -> Proposal:
    """Returns what a plan would import, cell by cell.

    Args:
        plan: the plan of an import into a draft without projects.
        grid: the table that was planned.
        places: where its cells stand.
        round_: the round.
        doubts: what is doubtful about the whole table.
        first_project: the index of the first row's project in the proposal.
    """
    reader = _PlanReader(plan, grid, places, round_, doubts)
    values: list[Proposed] = []
    left_out: list[LeftOut] = []
    project = first_project
    for row in plan.rows:
        found = list(reader.row(row, project))
        values += [one for one in found if isinstance(one, Proposed)]
        left_out += [one for one in found if isinstance(one, LeftOut)]
        project += any(isinstance(one, Proposed) for one in found)
    left_out += [reader.left_out_row(row) for row in plan.left_out if _is_told(row, doubts)]
    left_out += [reader.left_out_column(column) for column in plan.columns_left_out]
    return Proposal(tuple(values), tuple(left_out))


def row_text(row: Row) -> str:
    """Returns what stands in a row of a table."""
    return " · ".join(text_of(cell) for cell in row if not is_blank(cell))


class _PlanReader:
    """Turns the rows and columns of one plan into values and what is left out."""

    def __init__(self, plan: Plan, grid: Grid, places: TablePlaces, round_: Round, doubts: TableDoubts) -> None:
        self._plan = plan
        self._grid = grid
        self._places = places
        self._round = round_
        self._doubts = doubts
        self._columns: Mapping[str, int] = {path: column for column, path in enumerate(plan.meanings) if path}

    def row(self, row: PlannedRow, project: int) -> Iterator[Proposed | LeftOut]:
        """Yields the values of a project, and what of its row was not understood."""
        groups = 0
        for path, cell in row.cells.items():
            column = self._columns[path]
            source = self._places.cell(row.source, column)
            if cell.verdict is Verdict.BLANK:
                continue
            if cell.verdict in (Verdict.MISSING, Verdict.NOT_UNDERSTOOD):
                why = _NOT_UNDERSTOOD if cell.verdict is Verdict.NOT_UNDERSTOOD else ""
                text = text_of(self._grid[row.source][column])
                yield LeftOut(source, text, _sentences(why, without_advice(cell.remark)))
                continue
            field, value, said = self._value(path, cell, project, groups)
            groups += kind_of(path) is FieldKind.EXPANSION
            doubt = self._doubt(row, path, cell)
            yield Proposed(field, value, source, not doubt, _sentences(doubt, self._said_of(path, cell), said))

    def _value(self, path: str, cell: ReadCell, project: int, groups: int) -> tuple[FieldPath, object, str]:
        """Returns the field of a cell, its value, and how it follows from the cell; the places of a year are a row."""
        if kind_of(path) is not FieldKind.EXPANSION:
            return field_path(path.replace("[]", f"[{project}]", 1)), cell.value, ""
        count = cell.value if isinstance(cell.value, int) else 0
        basis = self._round.usual_basis
        group = PlaceGroup(year=int(year_of(path)), legal_basis=basis, origin=Origin.NEW, count=count)
        return project_path(project) / "places" / groups, group, places_said(self._round) if count else ""

    def _doubt(self, row: PlannedRow, path: str, cell: ReadCell) -> str:
        """Returns why the value of a cell is doubtful, or "" where it is sure."""
        unit = self._plan.units.get(self._columns[path])
        return _sentences(
            without_advice(cell.remark) if cell.verdict is Verdict.DOUBTFUL else "",
            without_advice(unit.remark) if unit and cell.value and unit.is_noteworthy else "",
            _MAYBE_NO_PROJECT if path != NAME and (row.doubt or _lacks_its_name(row)) else "",
            _RIVAL if self._has_rival(row, path) else "",
            HIDDEN_COLUMN if path in self._plan.hidden else "",
            self._doubts.of_names if path == NAME else "",
            self._doubts.of_all,
        )

    def _has_rival(self, row: PlannedRow, path: str) -> bool:
        """Whether another column, whose heading means the same, has something else in the row."""
        cells = self._grid[row.source]
        own = text_of(cells[self._columns[path]])
        rivals = (column.column for column in self._plan.columns_left_out if column.is_rival and column.doubled == path)
        return any(not is_blank(cells[column]) and text_of(cells[column]) != own for column in rivals)

    def _said_of(self, path: str, cell: ReadCell) -> str:
        """Returns what is to be known of the value, though it is not doubtful: the unit that was assumed."""
        unit = self._plan.units.get(self._columns[path])
        return without_advice(unit.remark) if unit and cell.value and not unit.is_noteworthy else ""

    def left_out_row(self, row: LeftOutRow) -> LeftOut:
        """Returns a row that becomes no project."""
        cells = self._grid[row.source]
        filled = [column for column, cell in enumerate(cells) if not is_blank(cell)]
        ends = (filled[0], filled[0]) if len(filled) == 1 else (0, len(cells) - 1)
        source = self._places.block((row.source, ends[0]), (row.source, ends[1]))
        is_asked = row.reason is Reason.FILTERED or (row.reason is Reason.ABOVE and row.has_figures)
        why = HEADINGS_FROM_WORDS if row.reason is Reason.HEADINGS else _ROW_REASONS[row.reason]
        is_asked = is_asked or row.reason is Reason.HEADINGS
        return LeftOut(source, row_text(cells), _sentences(why, _MAYBE_A_PROJECT if is_asked else ""))

    def left_out_column(self, column: LeftOutColumn) -> LeftOut:
        """Returns a column that means nothing of the form."""
        index = column.column
        taken = {row.source for row in self._plan.rows}
        headings = {row.source for row in self._plan.left_out if row.reason is Reason.HEADINGS}
        rows = [
            row
            for row, cells in enumerate(self._grid)
            if (row in taken or row in headings) and not is_blank(cells[index])
        ]
        ends = (rows[0], rows[-1]) if rows else (0, len(self._grid) - 1)
        why = NO_COLUMN
        if column.lacks_year:
            why = _LACKS_YEAR
        elif column.doubled:
            label = own_label(field_path(column.doubled.replace("[]", "[0]")), self._round)
            why = f"En anden kolonne er læst som »{label}«. Er det den rigtige?"
        text = " · ".join(text_of(self._grid[row][index]) for row in rows)
        return LeftOut(self._places.block((ends[0], index), (ends[1], index)), text, why)


def _lacks_its_name(row: PlannedRow) -> bool:
    return NAME in row.cells and row.cells[NAME].verdict is Verdict.MISSING


def _is_told(row: LeftOutRow, doubts: TableDoubts) -> bool:
    """Whether a row is left out of what the table holds: not when it is empty or was read as headings."""
    if row.reason is Reason.HEADINGS:
        return doubts.are_headings_guessed
    return row.reason is not Reason.EMPTY


def _sentences(*parts: str) -> str:
    return " ".join(dict.fromkeys(part for part in parts if part))
