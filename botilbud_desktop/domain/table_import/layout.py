"""The layout of an imported table: where its headings are and what each column means."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Cell, Grid, Row, text_of
from botilbud_desktop.domain.table_import.headings import (
    NAME,
    Certainty,
    bare_year,
    is_unit,
    kinds_with_years,
    meaning_of,
    readable_columns,
)
from botilbud_desktop.domain.table_import.own_sheets import lists_fields
from botilbud_desktop.domain.web_form.field_kind import year_path

SKIPPED = ""
"""The meaning of a column that is not imported."""
_HEADINGS_WITHIN = 20
"""The number of rows that are searched for headings."""

_Meanings = dict[int, tuple[str, Certainty]]


class Layout(NamedTuple):
    """The rows of projects begin at `first_row`; column `n` means `meanings[n]`, a path of the form or `SKIPPED`."""

    first_row: int
    meanings: tuple[str, ...]
    is_guess: bool = False
    """Whether there were no headings, so that the columns are assumed to be in the form's order."""


def layout_of(grid: Grid, round_: Round) -> Layout:
    """Returns the layout of `grid` by its headings, or by the order of its columns; else all columns are skipped."""
    width = len(grid[0]) if grid else 0
    best: tuple[int, int] | None = None
    meanings: _Meanings = {}
    for index in range(min(len(grid), _HEADINGS_WITHIN)):
        if lists_fields(grid[index]):
            return Layout(index + 1, (SKIPPED,) * width)
        found = _meanings_of(grid, index, round_)
        if _are_headings(found, grid[index]) and (best is None or len(found) > best[0]):
            best, meanings = (len(found), index), found
    if best is None:
        return _without_known_headings(grid, round_)
    last = best[1]
    while (
        last + 1 < len(grid)
        and (below := _meanings_of(grid, last + 1, round_))
        and _is_all_headings(grid, last + 1, below)
    ):
        for column, (path, certainty) in below.items():
            if column not in meanings or certainty > meanings[column][1]:
                meanings[column] = path, certainty
        last += 1
    last += last + 1 < len(grid) and _are_units(grid[last + 1])
    return Layout(last + 1, _each_once(meanings, width))


def is_heading_row(row: Row, round_: Round) -> bool:
    """Whether a row repeats headings, as after a page break."""
    found = {column: meaning for column, cell in enumerate(row) if (meaning := _meaning(cell, round_))}
    return len(found) > 1 and _are_headings(found, row)


def _meaning(cell: Cell, round_: Round) -> tuple[str, Certainty] | None:
    return meaning_of(cell, round_) if isinstance(cell, str) and cell.strip() else None


def _meanings_of(grid: Grid, index: int, round_: Round) -> _Meanings:
    """Returns the meanings of a row's cells as headings; a bare year is read with the group's heading above it."""
    row = grid[index]
    found: _Meanings = {column: meaning for column, cell in enumerate(row) if (meaning := _meaning(cell, round_))}
    years = {column: year for column, cell in enumerate(row) if (year := bare_year(text_of(cell), round_))}
    above = grid[index - 1] if index else ()
    grouped = {column: path for column, year in years.items() if (path := _grouped(above, column, year, round_))}
    if not found and not grouped:
        return {}
    for column, year in years.items():
        taken = {path for path, _certainty in found.values()}
        meanings = (year_path(kind, year) for kind in kinds_with_years(round_))
        free = next((path for path in meanings if path not in taken), None)
        if path := grouped.get(column) or free:
            found[column] = path, Certainty.WORD
    if grouped:
        for column, cell in enumerate(above):
            if column not in found and (meaning := _meaning(cell, round_)):
                found[column] = meaning
    return found


def _grouped(above: Sequence[Cell], column: int, year: str, round_: Round) -> str | None:
    """Returns the meaning of a year below a heading of several columns, such as `Pladser`."""
    group = next((text for cell in reversed(above[: column + 1]) if (text := text_of(cell))), "")
    meaning = meaning_of(f"{group} {year}", round_) if group and not bare_year(group, round_) else None
    return meaning[0] if meaning else None


def _are_headings(found: Mapping[int, tuple[str, Certainty]], row: Row) -> bool:
    """Whether two columns are recognised, or the only filled one; a letter alone is not enough (`A` may be a name)."""
    if len({path for path, _certainty in found.values()}) > 1:
        return True
    filled = sum(1 for cell in row if text_of(cell))
    return len(found) == filled == 1 and all(certainty is not Certainty.LETTER for _path, certainty in found.values())


def _is_all_headings(grid: Grid, index: int, found: _Meanings) -> bool:
    return all(column in found or not text_of(cell) for column, cell in enumerate(grid[index]))


def _are_units(row: Row) -> bool:
    """Whether a row below the headings holds the units of its columns, such as `1.000 kr.` and `antal`."""
    words = [text for cell in row if (text := text_of(cell))]
    return len(words) > 1 and all(map(is_unit, words))


def _each_once(meanings: _Meanings, width: int) -> tuple[str, ...]:
    """Returns the meaning of each column; of several with the same one, the most certain, else the first, keeps it."""
    winners: dict[str, int] = {}
    for column, (path, certainty) in sorted(meanings.items()):
        if path not in winners or certainty > meanings[winners[path]][1]:
            winners[path] = column
    by_column = {column: path for path, column in winners.items()}
    return tuple(by_column.get(column, SKIPPED) for column in range(width))


def _without_known_headings(grid: Grid, round_: Round) -> Layout:
    """Returns the layout when at most one heading is known: words above numbers are taken as unknown headings."""
    for index in range(min(len(grid) - 1, _HEADINGS_WITHIN)):
        if _is_above_numbers(grid, index):
            below = _by_order(grid[index + 1 :], round_)
            found = _each_once(_meanings_of(grid, index, round_), len(grid[0]))
            return below._replace(first_row=index + 1, meanings=below.meanings if below.is_guess else found)
    return _by_order(grid, round_)


def _is_above_numbers(grid: Grid, index: int) -> bool:
    """Whether a row of several words has a number or a date right below one of them."""
    words = [text_of(cell) for cell in grid[index]]
    if sum(map(bool, words)) < 2 or any(_is_figure(cell) for cell in grid[index]):
        return False
    return any(word and _is_figure(cell) for word, cell in zip(words, grid[index + 1], strict=True))


def _is_figure(cell: Cell) -> bool:
    return (not isinstance(cell, str) and cell is not None) or (isinstance(cell, str) and cell.strip()[:1].isdigit())


def _by_order(grid: Grid, round_: Round) -> Layout:
    """Returns the form's columns, also without names or after row numbers; otherwise the user must choose."""
    readable = readable_columns(round_)
    paths = [column.path if column in readable else SKIPPED for column in round_.columns]
    width = len(grid[0]) if grid else 0
    has_names = any(isinstance(row[0], str) and not _is_number(row[0]) for row in grid) if width else False
    if width == len(paths):
        meanings = paths
    elif width == len(paths) - 1 and not has_names:
        meanings = [path for path in paths if path != NAME]
    elif width == len(paths) + 1 and not has_names:
        meanings = [SKIPPED, *paths]
    elif width == 1 and has_names and len(grid) > 1:
        meanings = [NAME]
    else:
        return Layout(0, (SKIPPED,) * width)
    return Layout(0, tuple(meanings), is_guess=True)


def _is_number(text: str) -> bool:
    return text.strip().strip(".").replace(".", "").replace(" ", "").isdigit()
