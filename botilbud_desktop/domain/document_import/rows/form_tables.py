"""Reads the ministry's table of projects where it stands in a document: its columns, whatever their order."""

import re
from collections.abc import Sequence

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.account.wording import NO_COLUMN
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.from_table import proposal_of_plan
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.document_import.rows.groups import Group, table_groups
from botilbud_desktop.domain.document_import.structure.names import is_same_project
from botilbud_desktop.domain.document_import.structure.sheet_words import RowKind, sheet_row
from botilbud_desktop.domain.document_import.table_places import TablePlaces
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Grid, grid_of
from botilbud_desktop.domain.table_import.headings import NAME, SHARE, plain_words
from botilbud_desktop.domain.table_import.layout import Layout, layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, plan_import

_LEAST_COLUMNS = 2
_UNUSED = "ikkebrugt"
"""What the program's own table says in a row without a project."""
_IN_PLACES = re.compile(r"\s*\((?:mindst )?[0-9.]+ af [0-9.]+ plads(?:er)?\)\s*\Z")
_COLUMN = re.compile(r"rækker (?P<first>[0-9]+)-(?P<last>[0-9]+), kolonne (?P<column>[0-9]+)")
_ROW_NUMBER = r"[0-9]{1,2}\*?|[A-ZÆØÅ][a-zæøå]+"
_ROW = re.compile(r"rækker? (?P<row>[0-9]+)(?P<rest>.*)")


def read_form_tables(ledger: Ledger, round_: Round) -> tuple[str, ...]:
    """Reads the tables of projects; returns the names of their projects, in the order of the proposal."""
    names: list[str] = []
    for group in table_groups(ledger.lines):
        if max(len(ledger.lines[index].filled) for index in group) <= _LEAST_COLUMNS or len(group) < 2:
            continue  # labels with their values
        grid = grid_of([ledger.lines[index].cells for index in group])
        grid = _with_drifted_cells(grid, layout_of(grid, round_).first_row)
        layout = layout_of(grid, round_)
        rows = [sheet_row(ledger.lines[index], round_) for index in group]
        is_sheet = any(row is not None and row.kind not in (RowKind.UNIT, RowKind.TOTAL) for row in rows)
        if len(grid) == len(group) and not is_sheet and _is_of_projects(layout, grid):
            _read(ledger, group, grid, layout, round_, names)
    return tuple(names)


def _is_of_projects(layout: Layout, grid: Grid) -> bool:
    known = [path for path in layout.meanings if path]
    is_guessed = layout.is_guess or layout.are_headings_guessed or layout.names_guessed is not None
    is_headed = layout.first_row > 0 and not is_guessed
    return is_headed and NAME in known and len(known) >= _LEAST_COLUMNS and len(grid) > layout.first_row


def _read(ledger: Ledger, group: Group, grid: Grid, layout: Layout, round_: Round, names: list[str]) -> None:
    column = layout.meanings.index(NAME)
    rows = [index for index in range(len(grid)) if not (_is_unused(grid[index][column]) and index >= layout.first_row)]
    for index in set(range(len(grid))) - set(rows):
        ledger.close(group[index])
    kept = tuple(_tidied(grid[index], layout) for index in rows)
    meanings = tuple(
        path if not _is_numbers(kept, layout, number) else "" for number, path in enumerate(layout.meanings)
    )
    plan = plan_import(kept, ImportOptions(layout.first_row, meanings), 0, round_)
    found = proposal_of_plan(plan, kept, TablePlaces("", (0, 0), is_sheet=False), round_)
    lines = [group[index] for index in rows]
    known = _known(found.values, names)
    for value in found.values:
        if value.field.project is not None:
            ledger.add(_fact(value, known[value.field.project], ledger, lines))
    for left in found.left_out:
        if _is_of_row_numbers(left, kept, layout, round_):
            continue
        block = _COLUMN.fullmatch(left.source)
        if block is None:
            ledger.leave(lines[_row_of(left.source)], left.why, left.text)
            continue
        for row in range(int(block["first"]) - 1, int(block["last"])):
            ledger.leave(lines[row], left.why, kept[row][int(block["column"]) - 1])
    said = [left.text for left in found.left_out if "kolonne" in left.source]
    for row in range(layout.first_row):
        for number, cell in enumerate(kept[row]):
            is_numbers = plain_words(cell) == plain_words(round_.row_wording)
            if (
                cell.strip()
                and not layout.meanings[number]
                and not is_numbers
                and not any(cell in each for each in said)
            ):
                ledger.leave(lines[row], NO_COLUMN, cell)
    for index in lines:
        ledger.close(index)


def _is_of_row_numbers(left: LeftOut, grid: Grid, layout: Layout, round_: Round) -> bool:
    """Whether all that is left out is of the column that numbers the rows."""
    number = re.search(r"kolonne (?P<column>[0-9]+)\Z", left.source)
    if number is None:
        return False
    column = int(number["column"]) - 1
    headings = [str(row[column] or "") for row in grid[: layout.first_row]]
    is_headed = any(plain_words(heading) == plain_words(round_.row_wording) for heading in headings)
    is_numbers = all(re.fullmatch(_ROW_NUMBER, part) for part in left.text.split(" · "))
    return is_numbers and (is_headed or column < layout.meanings.index(NAME))


def _with_drifted_cells(grid: Grid, first_row: int) -> Grid:
    """Returns a table of a page in which the answers beside a column without a heading stand below their heading.

    Numbers at the right edge of a column may be read as a column of their own. Only one neighbour may be empty.
    """
    rows = [list(row) for row in grid]
    width = max(map(len, rows), default=0)
    head, body = rows[:first_row], rows[first_row:]
    for column in range(width):
        filled = [row for row in body if row[column]]
        if not filled or any(row[column] for row in head):
            continue
        beside = [
            other
            for other in (column - 1, column + 1)
            if 0 <= other < width and any(row[other] for row in head) and not any(row[other] for row in filled)
        ]
        if len(beside) == 1:
            for row in filled:
                row[beside[0]], row[column] = row[column], ""
    return tuple(map(tuple, rows))


def _tidied(row: Sequence[object], layout: Layout) -> tuple[str, ...]:
    """Returns a row without what the program adds to a share in its own table."""
    shares = {number for number, path in enumerate(layout.meanings) if path == SHARE}
    return tuple(
        _IN_PLACES.sub("", str(cell or "")) if number in shares else str(cell or "") for number, cell in enumerate(row)
    )


def _is_numbers(grid: Grid, layout: Layout, column: int) -> bool:
    """Whether a column of names only numbers the rows."""
    if layout.meanings[column] != NAME:
        return False
    cells = [str(row[column] or "") for row in grid[layout.first_row :]]
    return all(re.fullmatch(r"[0-9]{0,2}\*?", cell) for cell in cells)


def _is_unused(name: object) -> bool:
    return plain_words(str(name or "")) == _UNUSED


def _known(values: Sequence[Proposed], names: list[str]) -> dict[int, int]:
    """Returns the index of each project of a table among all; the parts of a wide table repeat names."""
    of_table = {value.field.project: str(value.value) for value in values if value.field[2:] == ("name",)}
    found: dict[int, int] = {}
    before = len(names)
    for project in sorted({value.field.project for value in values if value.field.project is not None}):
        name = of_table.get(project, "")
        same = next((index for index, other in enumerate(names[:before]) if is_same_project(other, name)), None)
        if same is None:
            names.append(name)
            same = len(names) - 1
        found[project] = same
    return found


def _fact(value: Proposed, project: int, ledger: Ledger, lines: Sequence[int]) -> Fact:
    is_places = value.field[2:3] == ("places",)
    field = "places" if is_places else str(FieldPath(value.field[2:]))
    found = _ROW.fullmatch(value.source)
    place = ledger.lines[lines[_row_of(value.source)]].place
    source = f"{place}{found['rest']}" if found else place
    return Fact(project, field, value.value, source, value.is_sure, value.remark, is_total=is_places)


def _row_of(source: str) -> int:
    found = _ROW.search(source)
    return int(found["row"]) - 1 if found else 0
