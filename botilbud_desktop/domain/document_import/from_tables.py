"""All tables of a file as one proposal. Projects of the same name in several tables are one, and doubtful."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from botilbud_desktop.domain.application import PlaceGroup
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.from_sheet import proposal_of_sheet
from botilbud_desktop.domain.document_import.from_table import TableDoubts, proposal_of_plan, row_text
from botilbud_desktop.domain.document_import.own_workbook.places import with_places_in_full
from botilbud_desktop.domain.document_import.own_workbook.sheets import own_sheet
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.table_places import TablePlaces
from botilbud_desktop.domain.document_import.turned import in_turned_words, turned_grid, turned_marks
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Grid, text_of
from botilbud_desktop.domain.table_import.headings import NAME, is_unit, lacks_year, plain_words
from botilbud_desktop.domain.table_import.layout import Layout, layout_of
from botilbud_desktop.domain.table_import.marks import Marks
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.said import CUT, GUESSED, GUESSED_NAMES, UNKNOWN_HEADINGS

_HIDDEN_SHEET = "Arket er skjult. Skal det med?"
_ONLY_NAMES = "Af tabellen er kun navnene kendt, og en anden har skemaets kolonner. Er det et projekt?"
_OWN = "Arket er lavet af programmet og bliver ikke læst."
_NO_TABLE = "Arket har ingen overskrifter, som skemaet kender."
_NO_COLUMNS = f"{UNKNOWN_HEADINGS} Tabellen er ikke læst."
_UNSEEN = "\N{REPLACEMENT CHARACTER}"
_HIDDEN_CHARACTERS = f"Teksten har usynlige tegn, som arket viser som {_UNSEEN}."
_IN_SEVERAL = "Projektet står i flere tabeller. Er det det samme projekt?"


class NamedTable(Protocol):
    """A table of a file: a workbook's sheet, or what was copied."""

    @property
    def name(self) -> str:
        """The sheet's name."""

    @property
    def is_hidden(self) -> bool:
        """Whether the sheet is hidden."""

    @property
    def grid(self) -> Grid:
        """The cells."""

    @property
    def is_cut(self) -> bool:
        """Whether it has more rows or columns than are read."""

    @property
    def marks(self) -> Marks:
        """What else is known of the cells."""


def is_of_projects(grid: Grid, round_: Round) -> bool:
    """Whether a table has headings of projects as the form has them; else its text tells more than its columns."""
    layout = layout_of(grid, round_)
    is_known = not layout.is_guess and not layout.are_headings_guessed
    return is_known and sum(map(bool, layout.meanings)) > 1


_LEAST_GUESSED = 2
"""So many columns without a heading of their own are projects; a single one holds the values of a form."""


class _ReadTable(NamedTuple):
    table: NamedTable
    grid: Grid
    """Its cells, turned where the projects stand in columns."""
    places: TablePlaces
    layout: Layout
    plan: Plan


def proposal_of_tables(tables: Sequence[NamedTable], round_: Round, *, are_sheets: bool) -> Proposal:
    """Returns what the tables of a file hold; `are_sheets` tells a workbook's sheets from what was copied."""
    read = [_read(table, number, len(tables), round_, are_sheets=are_sheets) for number, table in enumerate(tables, 1)]
    has_own = any(one.plan.is_own_sheet for one in read)
    if not has_own:
        read = [_turned(one, round_) for one in read]
    has_columns = any(is_of_projects(one.grid, round_) for one in read)
    has_headings = any(any(one.layout.meanings) and not one.layout.is_guess for one in read)
    found = Proposal(())
    for one in sorted(read, key=lambda one: has_own and not one.plan.is_own_sheet):
        if has_own and not one.plan.is_own_sheet:
            told = own_sheet(one.table.grid, one.places, _names(found.values), round_)
            if told is not None:
                found = with_places_in_full(found, told, round_)
                continue
        why = _why_unread(one, has_own=has_own, has_headings=has_headings)
        added = (
            _proposed(one, round_, _projects(found.values), has_columns=has_columns)
            if not why
            else Proposal((), _whole(one, why))
        )
        if not has_headings and (told := proposal_of_sheet(one.table.grid, one.table.marks, one.places, round_)):
            added = _hidden_doubted(told) if one.table.is_hidden else told
        if one.table.is_cut:
            added = added._replace(left_out=(*added.left_out, LeftOut(one.places.whole, "", CUT)))
        found = _together(found, added)
    return found._replace(values=tuple(map(_seen, found.values)))


def _seen(value: Proposed) -> Proposed:
    """Returns a value that is not sure where it has a character that the sheet shows instead of an invisible one."""
    parts = value.value.__dict__.values() if isinstance(value.value, Model) else [value.value]
    if not any(isinstance(part, str) and _UNSEEN in part for part in parts):
        return value
    return value._replace(is_sure=False, remark=f"{value.remark} {_HIDDEN_CHARACTERS}".strip())


def _read(table: NamedTable, number: int, count: int, round_: Round, *, are_sheets: bool) -> _ReadTable:
    name = table.name if are_sheets else f"tabel {number}" if count > 1 else ""
    return _planned(table, table.grid, table.marks, TablePlaces(name, table.marks.start, are_sheets), round_)


def _planned(table: NamedTable, grid: Grid, marks: Marks, places: TablePlaces, round_: Round) -> _ReadTable:
    layout = layout_of(grid, round_)
    plan = plan_import(grid, ImportOptions(layout.first_row, layout.meanings), 0, round_, marks)
    return _ReadTable(table, grid, places, layout, plan)


def _turned(one: _ReadTable, round_: Round) -> _ReadTable:
    """Returns a table as if turned, where its projects stand in columns."""
    if is_of_projects(one.grid, round_) or not _has_projects_in_columns(one.grid, round_):
        return one
    marks = turned_marks(one.table.marks)
    return _planned(one.table, turned_grid(one.grid), marks, one.places._replace(is_turned=True), round_)


def _has_projects_in_columns(grid: Grid, round_: Round) -> bool:
    layout = layout_of(turned := turned_grid(grid), round_)
    if not is_of_projects(turned, round_) or NAME not in layout.meanings:
        return False
    names = [text_of(row[layout.meanings.index(NAME)]) for row in turned[layout.first_row :]]
    if layout.names_guessed is not None and (len(names) < _LEAST_GUESSED or any(map(is_unit, names))):
        return False
    return not any(lacks_year(name, round_) for name in names)  # headings, below a title with the year


def _why_unread(one: _ReadTable, *, has_own: bool, has_headings: bool) -> str:
    """Returns why a table is left out as a whole, or "" when it is read."""
    if has_own and not one.plan.is_own_sheet:
        return _OWN
    if not any(one.layout.meanings):
        return _NO_COLUMNS
    return _NO_TABLE if one.layout.is_guess and has_headings else ""


def _whole(one: _ReadTable, why: str) -> tuple[LeftOut, ...]:
    grid = one.grid
    last = (len(grid) - 1, len(grid[0]) - 1)
    return (LeftOut(one.places.block((0, 0), last), "\n".join(filter(None, map(row_text, grid))), why),)


def _proposed(one: _ReadTable, round_: Round, first_project: int, *, has_columns: bool) -> Proposal:
    layout = one.layout
    doubts = [GUESSED] if layout.is_guess else []
    if one.table.is_hidden:
        doubts.append(_HIDDEN_SHEET)
    has_guessed_names = layout.names_guessed is not None and one.plan.meanings[layout.names_guessed] == NAME
    of_names = GUESSED_NAMES if has_guessed_names else ""
    if has_columns and layout.are_headings_guessed and [path for path in layout.meanings if path] == [NAME]:
        of_names = _ONLY_NAMES
    about = TableDoubts(" ".join(doubts), of_names, layout.are_headings_guessed)
    found = proposal_of_plan(one.plan, one.grid, one.places, round_, about, first_project)
    return in_turned_words(found) if one.places.is_turned else found


def _hidden_doubted(found: Proposal) -> Proposal:
    values = (value._replace(is_sure=False, remark=f"{value.remark} {_HIDDEN_SHEET}".strip()) for value in found.values)
    return found._replace(values=tuple(values))


def _names(values: Sequence[Proposed]) -> list[str]:
    """Returns the names of the projects in their order, "" for one without."""
    names = {value.field.project: str(value.value) for value in values if value.field[2:] == ("name",)}
    return [names.get(project, "") for project in range(_projects(values))]


def _projects(values: Sequence[Proposed]) -> int:
    """Returns how many projects the values are of."""
    return max((index + 1 for value in values if (index := value.field.project) is not None), default=0)


def _together(found: Proposal, added: Proposal) -> Proposal:
    """Returns both; a project that both name is one, and none of its values is sure."""
    same = _same_projects(found.values, added.values)
    index = _new_indices(found.values, added.values, same)
    values = list(found.values)
    for value in added.values:
        moved = value._replace(field=_moved(value.field, index))
        if moved.field.project in same.values():
            if moved.field[2:] == ("name",):
                continue  # the same but for letter case and punctuation
            moved = moved._replace(field=_field_among(values, moved))
        if not any(one.field == moved.field and one.value == moved.value for one in values):
            values.append(moved)
    both = tuple(_doubted(value) if value.field.project in same.values() else value for value in values)
    return Proposal(both, (*found.left_out, *added.left_out))


def _field_among(values: Sequence[Proposed], added: Proposed) -> FieldPath:
    """Returns the field of a value added to others: places of the same year are the same row, others the next one."""
    if not isinstance(added.value, PlaceGroup):
        return added.field
    rows = [one for one in values if one.field[:3] == added.field[:3]]
    year = added.value.year
    same = [one.field for one in rows if isinstance(one.value, PlaceGroup) and one.value.year == year]
    return same[0] if same else FieldPath((*added.field[:3], len({one.field for one in rows})))


def _same_projects(found: Sequence[Proposed], added: Sequence[Proposed]) -> dict[int, int]:
    """Returns by the index of an added project the one of the same name; names that occur twice in a table are none."""
    before, after = _by_name(found), _by_name(added)
    return {after[name]: before[name] for name in after if name in before}


def _by_name(values: Sequence[Proposed]) -> dict[str, int]:
    names = [
        (plain_words(str(value.value)), index)
        for value in values
        if value.field[2:] == ("name",) and (index := value.field.project) is not None
    ]
    count = Counter(name for name, _index in names)
    return {name: index for name, index in names if name and count[name] == 1}


def _new_indices(found: Sequence[Proposed], added: Sequence[Proposed], same: Mapping[int, int]) -> dict[int, int]:
    """Returns the index of each added project among all: that of the same one, or the next free one."""
    index = dict(same)
    free = _projects(found)
    for project in sorted({value.field.project for value in added if value.field.project is not None}):
        if project not in index:
            index[project] = free
            free += 1
    return index


def _moved(path: FieldPath, index: Mapping[int, int]) -> FieldPath:
    if path.project is None:
        return path
    return FieldPath(("projects", index[path.project], *path[2:]))


def _doubted(value: Proposed) -> Proposed:
    remark = value.remark if _IN_SEVERAL in value.remark else f"{value.remark} {_IN_SEVERAL}".strip()
    return value._replace(is_sure=False, remark=remark)
