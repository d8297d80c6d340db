"""The plan of an import: one row for each project and what is left out, before anything is changed."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.amount_cells import plain_amount, states_unit
from botilbud_desktop.domain.table_import.cells import Cell, Grid, Row, is_blank, text_of
from botilbud_desktop.domain.table_import.column_units import ColumnUnit, Origin, column_units, unit_column, unit_of_row
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.table_import.headings import (
    NAME,
    SHARE,
    Certainty,
    is_only_per_cent,
    is_unit,
    lacks_year,
    meaning_of,
    says_per_cent,
)
from botilbud_desktop.domain.table_import.later_headings import (
    LaterHeading,
    differs,
    later_headings,
    read_below,
    unit_below,
)
from botilbud_desktop.domain.table_import.layout import (
    SKIPPED,
    columns_of_bare_years,
    columns_of_levels,
    heading_rows,
    is_heading_row,
)
from botilbud_desktop.domain.table_import.left_out import LeftOutColumn, LeftOutRow, Reason
from botilbud_desktop.domain.table_import.marks import NO_MARKS, Marks, marked
from botilbud_desktop.domain.table_import.odd_names import odd_names
from botilbud_desktop.domain.table_import.own_sheets import are_own_headings, own_sums
from botilbud_desktop.domain.table_import.reading import (
    EMPTY_VERDICTS,
    FEW,
    TOO_SMALL,
    ReadCell,
    Verdict,
    are_fractions,
    has_fractions,
    read_cell,
)
from botilbud_desktop.domain.table_import.sums import SumCandidate, find_sums, sum_candidate
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of

_ONLY_A_NAME = "Rækken har kun et navn. Er det et projekt eller en note?"
_A_LEVEL = "Der er også en kolonne for et tidligere år. Er det nye pladser og ikke pladser i alt?"
_HIDDEN = "Rækken er skjult i arket. Skal den med?"
_ONLY_PER_CENT = "Overskriften siger kun procent. Er det andelen til andre kommuner?"
_OF_HOW_MANY = "Er det procent eller antal pladser? Projektet har {places} pladser."
_ONLY_A_YEAR = "Overskriften siger kun et år. Er kolonnen læst rigtigt?"
_ONE = "Kolonnen har også dele af 1. Er det én procent eller det hele?"
_NO_NAME = "Rækken har intet navn. Står navnet i en flettet celle, eller er rækken ikke et projekt?"


class ImportOptions(NamedTuple):
    """The user's choices in the preview."""

    first_row: int
    """The first row below the headings."""
    meanings: tuple[str, ...]
    """The meaning of each column: a path of the form, or `SKIPPED`."""
    update_from: int | None = None
    """The index of the project that the first row updates; None adds all rows as new projects."""
    units: Mapping[int, Unit] = MappingProxyType({})
    """The units that the user chose, by column."""
    taken: Mapping[int, bool] = MappingProxyType({})
    """By the row's index in the table: whether the user takes it as a project, or leaves it out."""


def _own_units(wishes: ImportOptions) -> dict[int, Unit]:
    """Returns the units of the program's own sheet: the form's, unless the user chose others."""
    return {**dict.fromkeys(range(len(wishes.meanings)), Unit.THOUSANDS), **wishes.units}


class PlannedRow(NamedTuple):
    """A row that becomes a project, or updates one."""

    project_index: int
    """The project's index in the draft afterwards."""
    is_update: bool
    source: int
    """The row's index in the table."""
    cells: Mapping[str, ReadCell]
    """The cells by the path of the form's field."""
    doubt: str = ""
    """Why the row may be no project of its own; the remark on its name says so too."""


class Plan(NamedTuple):
    """All planned rows, and all rows and columns left out. Each cell of the table belongs to exactly one of them."""

    rows: tuple[PlannedRow, ...]
    left_out: tuple[LeftOutRow, ...]
    columns_left_out: tuple[LeftOutColumn, ...]
    most_projects: int
    is_own_sheet: bool = False
    """Whether the table is the program's own sheet of projects, so that more of the draft stands on other sheets."""
    units: Mapping[int, ColumnUnit] = MappingProxyType({})
    """The units of the columns of amounts, by column."""
    meanings: tuple[str, ...] = ()
    """The meaning of each column."""
    hidden: tuple[str, ...] = ()
    """The paths of the form that are read from columns hidden in the workbook."""

    @property
    def is_too_much(self) -> bool:
        """Whether the form has no room for so many projects."""
        return any(row.project_index >= self.most_projects and not row.is_update for row in self.rows)

    @property
    def empty_rows(self) -> int:
        """The number of empty rows below the headings."""
        return self.left_out_for(Reason.EMPTY)

    @property
    def total_rows(self) -> int:
        """The number of rows of sums."""
        return self.left_out_for(Reason.SUM)

    def left_out_for(self, reason: Reason) -> int:
        """Returns the number of rows that are left out for a reason."""
        return sum(row.reason is reason for row in self.left_out)

    def cell_count(self, verdict: Verdict) -> int:
        """Returns the number of cells with `verdict`."""
        return sum(cell.verdict is verdict for row in self.rows for cell in row.cells.values())


def plan_import(grid: Grid, wishes: ImportOptions, projects: int, round_: Round, marks: Marks = NO_MARKS) -> Plan:
    """Plans an import into a draft with `projects` projects. Empty rows, sums and headings are left out, and said."""
    columns = {path: column for column, path in enumerate(wishes.meanings) if path != SKIPPED}
    is_own = wishes.first_row > 0 and are_own_headings(grid[wishes.first_row - 1], round_)
    units = column_units(
        grid, wishes.first_row, wishes.meanings, _own_units(wishes) if is_own else wishes.units, marks.around
    )
    reader = _Reader(grid, wishes, units, round_)
    later = [] if is_own else later_headings(grid, wishes.first_row, wishes.meanings, round_)
    read = [reader.row(row, _heading_of(source, later)) for source, row in enumerate(grid)]
    for source, cells in enumerate(read):
        cells.update(marked(cells, source, columns, marks))
    names = [_name_of(row, columns) for row in grid]
    reasons, doubts = _reasons(grid, wishes, names, read, round_, marks, later)
    above = heading_rows(grid, wishes.first_row)
    rows: list[PlannedRow] = []
    left_out: list[LeftOutRow] = []
    for source, row in enumerate(grid):
        cells = read[source]
        reason = reasons.get(source)
        is_taken = wishes.taken.get(source, reason is None)
        if not is_taken or reason in (Reason.EMPTY, Reason.NOTHING_CHOSEN):
            is_asked = reason is Reason.ABOVE and source in above
            left_out.append(
                LeftOutRow(source, reason or Reason.UNWANTED, names[source], is_asked or any(map(is_figure, row)))
            )
            continue
        doubt = "" if source in wishes.taken else doubts.get(source, "")
        doubt = doubt or (_HIDDEN if source in marks.hidden_rows else "")
        if NAME in cells:
            cells[NAME] = _checked_name(cells[NAME], doubt)
        index = len(rows) + (projects if wishes.update_from is None else wishes.update_from)
        rows.append(PlannedRow(index, index < projects, source, cells, doubt))
    hidden = tuple(path for path, column in columns.items() if column in marks.hidden_columns)
    skipped = _columns_left_out(grid, wishes, round_)
    planned = tuple(rows) if is_own else _with_notes_flagged(rows)
    return Plan(planned, tuple(left_out), skipped, round_.max_projects, is_own, units, wishes.meanings, hidden)


class _Reader:
    """Reads the cells of a row by their columns' meanings."""

    def __init__(self, grid: Grid, wishes: ImportOptions, units: Mapping[int, ColumnUnit], round_: Round) -> None:
        first_row = wishes.first_row
        columns = {path: column for column, path in enumerate(wishes.meanings) if path != SKIPPED}
        self._above = [grid[row] for row in heading_rows(grid, first_row)]
        self._bare_years = columns_of_bare_years(grid, first_row, wishes.meanings, round_)
        self._levels = columns_of_levels(grid, first_row, wishes.meanings, round_)
        self._unit_column = unit_column(grid, first_row, wishes.meanings)
        self._columns = columns
        self._round = round_
        self._units = units
        shares = [row[columns[SHARE]] for row in grid[first_row:]] if SHARE in columns else []
        self._in_fractions = are_fractions(shares)
        self._has_fractions = has_fractions(shares)
        above = heading_rows(grid, first_row)
        heading = _heading(grid, above, columns[SHARE]) if SHARE in columns else ""
        self._is_only_per_cent = is_only_per_cent(heading)
        self._says_per_cent = says_per_cent(heading)

    def row(self, row: Row, heading: LaterHeading | None) -> dict[str, ReadCell]:
        """Returns the cells by the path of the form's field; `heading` is the one further down that it stands under."""
        units: Mapping[int, ColumnUnit | None] = self._units
        if heading is not None:
            units = {column: unit_below(heading, column, unit, self._above) for column, unit in self._units.items()}
        units = {column: unit and unit_of_row(row, self._unit_column, unit) for column, unit in units.items()}
        cells = {path: self._cell(row[column], path, units.get(column)) for path, column in self._columns.items()}
        cells = cells if heading is None else read_below(heading, row, cells, self._columns)
        if SHARE in cells and not self._says_per_cent and "%" not in text_of(row[self._columns[SHARE]]):
            cells[SHARE] = _asked_for_places(cells)
        return cells

    def _cell(self, cell: Cell, path: str, unit: ColumnUnit | None) -> ReadCell:
        known = unit.known if unit else None
        read = read_cell(cell, path, self._round, unit=known, in_fractions=self._in_fractions)
        own_unit = states_unit(plain_amount(text_of(cell)))
        if unit and unit.is_doubtful and read.verdict is Verdict.UNDERSTOOD and read.value:
            return read._replace(verdict=Verdict.DOUBTFUL, remark=unit.remark)
        if unit and read.verdict is Verdict.UNDERSTOOD and not own_unit and _is_hardly_meant(read, unit):
            return read._replace(verdict=Verdict.DOUBTFUL, remark=TOO_SMALL)
        if self._columns[path] in self._bare_years and read.verdict is Verdict.UNDERSTOOD and read.value:
            return read._replace(verdict=Verdict.DOUBTFUL, remark=_ONLY_A_YEAR)
        if self._columns[path] in self._levels and read.verdict is Verdict.UNDERSTOOD and read.value:
            return read._replace(verdict=Verdict.DOUBTFUL, remark=_A_LEVEL)
        if path == SHARE and read.verdict is Verdict.UNDERSTOOD:
            if self._is_only_per_cent:
                return read._replace(verdict=Verdict.DOUBTFUL, remark=_ONLY_PER_CENT)
            if self._has_fractions and read.value == "1" and "%" not in text_of(cell):
                return read._replace(verdict=Verdict.DOUBTFUL, remark=_ONE)
        return read


def _heading_of(source: int, later: Sequence[LaterHeading]) -> LaterHeading | None:
    """Returns the last heading above a row among those below the first ones."""
    return next((heading for heading in reversed(later) if heading.row < source), None)


def _reasons(
    grid: Grid,
    wishes: ImportOptions,
    names: list[str],
    read: list[dict[str, ReadCell]],
    round_: Round,
    marks: Marks,
    later: Sequence[LaterHeading],
) -> tuple[dict[int, Reason], Mapping[int, str]]:
    """Returns why rows are left out, and what is asked about others, by their index."""
    above = heading_rows(grid, wishes.first_row)
    headings = [grid[row] for row in above]
    reasons: dict[int, Reason] = {}
    candidates: list[SumCandidate] = []
    others = {heading.row for heading in later if differs(heading, headings)}
    for source, row in enumerate(grid):
        if all(map(is_blank, row)):
            reasons[source] = Reason.EMPTY
        elif source < wishes.first_row:
            is_heading = source in above and not _may_be_a_project(row, wishes, headings, round_)
            reasons[source] = Reason.HEADINGS if is_heading else Reason.ABOVE
        elif source in others:
            reasons[source] = Reason.HEADINGS
        elif is_heading_row(row, wishes.meanings, headings, round_):
            reasons[source] = Reason.REPEATED
        elif all(cell.verdict in EMPTY_VERDICTS for cell in read[source].values()):
            reasons[source] = Reason.NOTHING_CHOSEN
        elif source in marks.filtered_rows:
            reasons[source] = Reason.FILTERED
        else:
            candidates.append(sum_candidate(source, names[source], read[source]))
    if headings and are_own_headings(headings[-1], round_):
        found = own_sums([one.source for one in candidates], grid, names, round_)
    else:
        found = find_sums(candidates, round_, odd_names(candidates, ()))
    reasons.update(dict.fromkeys(found.sums, Reason.SUM))
    return reasons, {**odd_names(candidates, found.sums), **found.doubts}


def _may_be_a_project(row: Row, wishes: ImportOptions, headings: Sequence[Row], round_: Round) -> bool:
    """Whether a row of words above the headings has a name of its own where another row says `Projekt`."""
    if NAME not in wishes.meanings:
        return False
    column = wishes.meanings.index(NAME)
    above = [text_of(heading[column]) for heading in headings]
    name = text_of(row[column])
    has_other = any((found := meaning_of(text, round_)) and found[0] == NAME for text in above if text != name)
    return has_other and bool(name) and not is_unit(name) and meaning_of(name, round_) is None


def _columns_left_out(grid: Grid, wishes: ImportOptions, round_: Round) -> tuple[LeftOutColumn, ...]:
    """Returns the columns that hold something but mean nothing of the form."""
    above = heading_rows(grid, wishes.first_row)
    found = []
    for column, path in enumerate(wishes.meanings):
        filled = sum(not is_blank(row[column]) for row in grid[wishes.first_row :])
        if path == SKIPPED and filled:
            heading = _heading(grid, above, column)
            meant = meaning_of(heading, round_)
            doubled = meant[0] if meant and meant[0] in wishes.meanings else ""
            is_rival = meant is not None and bool(doubled) and meant[1] >= _certainty(grid, wishes, doubled, round_)
            found.append(LeftOutColumn(column, heading, filled, doubled, is_rival, lacks_year(heading, round_)))
    return tuple(found)


def _asked_for_places(cells: Mapping[str, ReadCell]) -> ReadCell:
    """Returns the share of a row, doubtful where it may be the number of places: it is no larger than all of them."""
    share = cells[SHARE]
    counts = [cell.value for path, cell in cells.items() if kind_of(path) is FieldKind.EXPANSION]
    places = sum(count for count in counts if isinstance(count, int))
    is_number = share.verdict is Verdict.UNDERSTOOD and isinstance(share.value, str) and share.value.isdigit()
    if not is_number or not 0 < int(str(share.value)) <= places:
        return share
    return share._replace(verdict=Verdict.DOUBTFUL, remark=_OF_HOW_MANY.format(places=places))


def _is_hardly_meant(read: ReadCell, unit: ColumnUnit) -> bool:
    """Whether an amount is small beside the others of its column, whose unit nothing states."""
    is_assumed = unit.origin is Origin.ASSUMED and not unit.is_noteworthy
    return is_assumed and isinstance(read.value, int) and 0 < abs(read.value) < FEW


def _heading(grid: Grid, rows: range, column: int) -> str:
    return " ".join(text for row in rows if (text := text_of(grid[row][column])))


def _certainty(grid: Grid, wishes: ImportOptions, path: str, round_: Round) -> Certainty:
    """Returns how clearly the heading of the column that is read as `path` names it."""
    heading = _heading(grid, heading_rows(grid, wishes.first_row), wishes.meanings.index(path))
    meant = meaning_of(heading, round_)
    return meant[1] if meant is not None and meant[0] == path else Certainty.WORD


def _checked_name(name: ReadCell, doubt: str) -> ReadCell:
    if name.verdict is Verdict.BLANK or (name.verdict is Verdict.MISSING and doubt):
        return ReadCell(Verdict.MISSING, remark=doubt or _NO_NAME)
    return _flagged(name, doubt) if doubt else name


def _with_notes_flagged(rows: list[PlannedRow]) -> tuple[PlannedRow, ...]:
    """Flags each row that has only a name, where others have more: it may be a note below the table."""
    are_bare = [all(path == NAME or cell.verdict is Verdict.BLANK for path, cell in row.cells.items()) for row in rows]
    if all(are_bare):
        return tuple(rows)
    return tuple(
        _with_doubt(row, _ONLY_A_NAME) if is_bare else row for row, is_bare in zip(rows, are_bare, strict=True)
    )


def _with_doubt(row: PlannedRow, doubt: str) -> PlannedRow:
    cells = {**row.cells, NAME: _flagged(row.cells[NAME], doubt)}
    return row._replace(cells=cells, doubt=row.doubt or doubt)


def _flagged(name: ReadCell, remark: str) -> ReadCell:
    is_plain = name.verdict is Verdict.UNDERSTOOD
    return name._replace(verdict=Verdict.DOUBTFUL, remark=remark) if is_plain else name


def _name_of(row: Row, columns: Mapping[str, int]) -> str:
    """Returns the name of the row, or its first cell that is not empty."""
    name = row[columns[NAME]] if NAME in columns else None
    return text_of(name if not is_blank(name) else next((cell for cell in row if not is_blank(cell)), None))
