"""The plan of an import: one row for each project, before anything is changed."""

from collections.abc import Mapping
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Grid, Row, is_blank, text_of
from botilbud_desktop.domain.table_import.headings import NAME, SHARE, is_total
from botilbud_desktop.domain.table_import.layout import SKIPPED, is_heading_row
from botilbud_desktop.domain.table_import.own_sheets import are_own_headings, sum_rows
from botilbud_desktop.domain.table_import.reading import BLANK, ReadCell, Verdict, are_fractions, read_cell

_ONLY_A_NAME = "Rækken har kun et navn. Er det et projekt eller en note?"
_NAMED_LIKE_A_SUM = "Rækken hedder som en sum. Er det et projekt?"


class ImportOptions(NamedTuple):
    """The user's choices in the preview."""

    first_row: int
    """The first row below the headings."""
    meanings: tuple[str, ...]
    """The meaning of each column: a path of the form, or `SKIPPED`."""
    update_from: int | None = None
    """The index of the project that the first row updates; None adds all rows as new projects."""
    in_kroner: bool = False
    """Whether amounts are in whole kroner."""


class PlannedRow(NamedTuple):
    """A row that becomes a project, or updates one."""

    project_index: int
    """The project's index in the draft afterwards."""
    is_update: bool
    source: int
    """The row's index in the table."""
    cells: Mapping[str, ReadCell]
    """The cells by the path of the form's field."""


class Plan(NamedTuple):
    """All planned rows, and the number of rows left out."""

    rows: tuple[PlannedRow, ...]
    empty_rows: int
    total_rows: int
    most_projects: int
    is_own_sheet: bool = False
    """Whether the table is the program's own sheet of projects, so that more of the draft stands on other sheets."""

    @property
    def is_too_much(self) -> bool:
        """Whether the form has no room for so many projects."""
        return any(row.project_index >= self.most_projects and not row.is_update for row in self.rows)

    def cell_count(self, verdict: Verdict) -> int:
        """Returns the number of cells with `verdict`."""
        return sum(cell.verdict is verdict for row in self.rows for cell in row.cells.values())


def plan_import(grid: Grid, wishes: ImportOptions, projects: int, round_: Round) -> Plan:
    """Plans an import into a draft with `projects` projects. Empty rows, sums and headings are left out."""
    columns = {path: column for column, path in enumerate(wishes.meanings) if path != SKIPPED}
    shares = [row[columns[SHARE]] for row in grid[wishes.first_row :]] if SHARE in columns else []
    in_fractions = are_fractions(shares)
    names = [_name_of(row, columns) for row in grid]
    sums = sum_rows(grid, wishes.first_row, names, round_)
    rows: list[PlannedRow] = []
    empty = 0
    for source in range(wishes.first_row, len(grid)):
        row = grid[source]
        if source in sums or is_heading_row(row, round_):
            continue
        cells = {
            path: read_cell(row[column], path, round_, in_kroner=wishes.in_kroner, in_fractions=in_fractions)
            for path, column in columns.items()
        }
        if all(cell == BLANK for cell in cells.values()):
            empty += 1
            continue
        if NAME in cells and is_total(names[source], round_):
            cells[NAME] = _flagged(cells[NAME], _NAMED_LIKE_A_SUM)
        index = len(rows) + (projects if wishes.update_from is None else wishes.update_from)
        rows.append(PlannedRow(index, index < projects, source, cells))
    is_own = wishes.first_row > 0 and are_own_headings(grid[wishes.first_row - 1], round_)
    return Plan(_with_notes_flagged(rows), empty, len(sums), round_.max_projects, is_own)


def _with_notes_flagged(rows: list[PlannedRow]) -> tuple[PlannedRow, ...]:
    """Flags each row that has only a name, where others have more: it may be a note below the table."""
    are_bare = [all(path == NAME or cell == BLANK for path, cell in row.cells.items()) for row in rows]
    if all(are_bare):
        return tuple(rows)
    return tuple(
        row._replace(cells={**row.cells, NAME: _flagged(row.cells[NAME], _ONLY_A_NAME)}) if is_bare else row
        for row, is_bare in zip(rows, are_bare, strict=True)
    )


def _flagged(name: ReadCell, remark: str) -> ReadCell:
    is_plain = name.verdict is Verdict.UNDERSTOOD
    return name._replace(verdict=Verdict.DOUBTFUL, remark=remark) if is_plain else name


def _name_of(row: Row, columns: Mapping[str, int]) -> str:
    """Returns the name of the row, or its first cell that is not empty."""
    name = row[columns[NAME]] if NAME in columns else None
    return text_of(name if not is_blank(name) else next((cell for cell in row if not is_blank(cell)), None))
