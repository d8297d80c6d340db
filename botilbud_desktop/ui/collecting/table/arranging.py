"""Which rows are shown and in which order: searched, of one region, sorted and in groups with their sums."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.documents.collection.cells import Cell
from botilbud_desktop.documents.collection.columns import MUNICIPALITY, PROJECT, Column, sum_cell
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.text.collation import danish_key, search_key
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.ui.collecting.gathered.rows import Row

BY_TICK, AS_COLLECTED = -1, -2
"""In place of a column: by what is counted, and the order of the collection."""


class Grouping(StrEnum):
    """What the rows are grouped by."""

    NONE = "none"
    REGION = "region"
    MUNICIPALITY = "municipality"
    LAW = "law"


class Wishes(NamedTuple):
    """What the user wants to see."""

    words: str = ""
    """Each of these words must be in the row."""
    region: str = ""
    """Empty for all regions."""
    grouping: Grouping = Grouping.NONE
    column: int = AS_COLLECTED
    """The index of the column to sort by."""
    is_descending: bool = False


class Group(NamedTuple):
    """A heading between the rows, with the sums of the rows below it that are counted."""

    title: str
    rows: tuple[Row, ...]


type Line = Row | Group

_GROUPED_BY: dict[Grouping, Callable[[Row], str]] = {
    Grouping.NONE: lambda _row: "",
    Grouping.REGION: lambda row: row.region,
    Grouping.MUNICIPALITY: lambda row: row.municipality,
    Grouping.LAW: lambda row: row.laws,
}


def arranged(rows: Sequence[Row], wishes: Wishes, counting: AbstractSet[str]) -> list[Line]:
    """Returns the lines to show."""
    shown = _sorted(list(_found(rows, wishes)), wishes, counting)
    if wishes.grouping is Grouping.NONE:
        return [*shown]
    title_of = _GROUPED_BY[wishes.grouping]
    groups: dict[str, list[Row]] = {}
    for row in shown:
        groups.setdefault(title_of(row), []).append(row)
    lines: list[Line] = []
    for title in sorted(groups, key=lambda title: (title == NOT_STATED, danish_key(title), title)):
        group = Group(title, tuple(groups[title]))
        lines += [group, *group.rows]
    return lines


def group_cells(group: Group, columns: Sequence[Column], counting: AbstractSet[str]) -> tuple[Cell, ...]:
    """Returns what a heading says in each column: its title, how much it holds, and the sums of what is counted."""
    own = [row for row in group.rows if row.file in counting]
    return tuple(_group_cell(group, index, column, own) for index, column in enumerate(columns))


def held(rows: Sequence[Row]) -> str:
    """Returns `2 ansøgninger, 3 projekter`."""
    applications, projects = len({row.file for row in rows}), sum(row.project is not None for row in rows)
    return f"{counted(applications, 'ansøgning', 'ansøgninger')}, {counted(projects, 'projekt', 'projekter')}"


def _group_cell(group: Group, index: int, column: Column, own: Sequence[Row]) -> Cell:
    if column.is_summed:
        keys = (row.keys[index] for row in own)
        return sum_cell(column, [key for key in keys if isinstance(key, int | Fraction)])
    text = {MUNICIPALITY: group.title, PROJECT: held(group.rows)}.get(column.name, "")
    return Cell(text, None, text)


def _found(rows: Sequence[Row], wishes: Wishes) -> Iterator[Row]:
    words = search_key(wishes.words).split()
    for row in rows:
        if wishes.region in ("", row.region) and all(word in row.searched for word in words):
            yield row


def _sorted(rows: list[Row], wishes: Wishes, counting: AbstractSet[str]) -> list[Row]:
    """Returns the rows by the values of a column; those without a value are last in both directions."""
    column = wishes.column
    if column == AS_COLLECTED:
        return rows
    if column == BY_TICK:
        return sorted(rows, key=lambda row: row.file not in counting, reverse=wishes.is_descending)
    known = [row for row in rows if row.keys[column] is not None]
    missing = [row for row in rows if row.keys[column] is None]
    return [*sorted(known, key=lambda row: (row.keys[column],), reverse=wishes.is_descending), *missing]
