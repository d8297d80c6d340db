"""The layout of an imported table: where its headings are and what each column means."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Cell, Grid, Row, text_of
from botilbud_desktop.domain.table_import.figures import is_figure, is_year
from botilbud_desktop.domain.table_import.headings import (
    NAME,
    Certainty,
    bare_year,
    is_of_something_else,
    is_unit,
    kinds_with_years,
    meaning_of,
    plain_words,
    readable_columns,
    tells_of_new,
)
from botilbud_desktop.domain.table_import.own_sheets import lists_fields
from botilbud_desktop.domain.table_import.units import is_only_unit
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of, year_path

SKIPPED = ""
"""The meaning of a column that is not imported."""
_HEADINGS_WITHIN = 20
"""The number of rows that are searched for headings."""

_ANY_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")

_Meanings = dict[int, tuple[str, Certainty]]


class Layout(NamedTuple):
    """The rows of projects begin at `first_row`; column `n` means `meanings[n]`, a path of the form or `SKIPPED`."""

    first_row: int
    meanings: tuple[str, ...]
    is_guess: bool = False
    """Whether there were no headings, so that the columns are assumed to be in the form's order."""
    are_headings_guessed: bool = False
    """Whether the row above `first_row` is taken for headings only because it has words above numbers."""
    names_guessed: int | None = None
    """The column without a heading that is taken for the projects' names; None when a heading tells of them."""


def layout_of(grid: Grid, round_: Round) -> Layout:
    """Returns the layout of `grid` by its headings, or by the order of its columns; else all columns are skipped.

    A row with a figure in it is no headings, so that a table that was copied without them loses no project.
    """
    width = len(grid[0]) if grid else 0
    best: tuple[int, int] | None = None
    meanings: _Meanings = {}
    for index in range(min(len(grid), _HEADINGS_WITHIN)):
        if lists_fields(grid[index]):
            return Layout(index + 1, (SKIPPED,) * width)
        if best is not None and best[0] > 1 and any(map(_is_data, grid[index])):
            break  # what follows is another table
        found = _meanings_of(grid, index, round_)
        if _are_headings(found, grid, index) and (best is None or len(found) > best[0]):
            best, meanings = (len(found), index), found
    if best is None:
        return _without_known_headings(grid, round_)
    meanings = {**_meanings_above(grid, best[1], meanings, round_), **meanings}
    last = best[1]
    while last + 1 < len(grid) and _are_more_headings(grid, last + 1, meanings, round_):
        for column, (path, certainty) in _meanings_of(grid, last + 1, round_).items():
            if column not in meanings or certainty > meanings[column][1]:
                meanings[column] = path, certainty
        last += 1
    last += last + 1 < len(grid) and _are_units(grid[last + 1], meanings)
    return _with_names(Layout(last + 1, _each_once(meanings, width)), grid)


def is_heading_row(row: Row, meanings: Sequence[str], headings: Sequence[Row], round_: Round) -> bool:
    """Whether a row repeats the headings, as after a page break: each of its cells does, none holds anything else."""
    if any(map(_is_data, row)):
        return False
    filled = {column: text for column, cell in enumerate(row) if (text := text_of(cell))}
    return len(filled) > 1 and all(
        _repeats(text, column, meanings[column], headings, round_) for column, text in filled.items()
    )


def heading_rows(grid: Grid, first_row: int) -> range:
    """Returns the rows right above `first_row` that hold headings and units: several words, and no figures."""
    start = first_row
    while start > 0 and _is_of_words(grid[start - 1]):
        start -= 1
    while start < first_row - 1 and sum(1 for cell in grid[start] if text_of(cell)) < 2:
        start += 1
    return range(min(start, max(first_row - 1, 0)), first_row)


def columns_of_bare_years(grid: Grid, first_row: int, meanings: Sequence[str], round_: Round) -> frozenset[int]:
    """Returns the columns whose headings are nothing but a year, where no title above tells what is in them either."""
    above = heading_rows(grid, first_row)
    found: set[int] = set()
    for column, path in enumerate(meanings):
        words = [text for row in above if (text := text_of(grid[row][column]))]
        year = year_of(path)
        if year not in words or not all(bare_year(text, round_) or is_unit(text) for text in words):
            continue
        titles = {text_of(cell) for row in grid[: above.start] for cell in row}
        titles |= {_group_above(grid[row], column) for row in above}
        titles = {title for title in titles if title and not bare_year(title, round_) and not is_only_unit(title)}
        told = (meaning_of(f"{title} {year}", round_) for title in titles)
        if not any(meaning and meaning[0] == path for meaning in told):
            found.add(column)
    return frozenset(found)


def columns_of_levels(grid: Grid, first_row: int, meanings: Sequence[str], round_: Round) -> frozenset[int]:
    """Returns the columns of places that have one beside them with the same heading for a year before the round's.

    What is counted in an earlier year too (`Antal pladser 2024`) may be all places, and not the new ones.
    """
    above = heading_rows(grid, first_row)
    headings = [
        " ".join(text for row in above if (text := text_of(grid[row][column]))) for column in range(len(meanings))
    ]
    without = [plain_words(_ANY_YEAR.sub("", heading)) for heading in headings]
    earlier = {
        words
        for words, heading, path in zip(without, headings, meanings, strict=True)
        if path == SKIPPED and any(year < min(round_.year_keys) for year in _ANY_YEAR.findall(heading))
    }
    return frozenset(
        column
        for column, path in enumerate(meanings)
        if without[column] in earlier
        and not tells_of_new(headings[column])
        and path != SKIPPED
        and kind_of(path) is FieldKind.EXPANSION
    )


def _is_of_words(row: Row) -> bool:
    words = [text for cell in row if (text := text_of(cell))]
    return (len(words) > 1 or (bool(words) and is_unit(words[0]))) and not any(map(_is_data, row))


def _is_data(cell: Cell) -> bool:
    """Whether a cell holds a figure, and not just the year or the unit of its column."""
    return is_figure(cell) and not is_year(cell) and not (isinstance(cell, str) and is_unit(cell))


def _repeats(text: str, column: int, path: str, headings: Sequence[Row], round_: Round) -> bool:
    plain = plain_words(text)
    if any(plain == plain_words(text_of(row[column])) for row in headings if text_of(row[column])):
        return True
    found = None if is_figure(text) else meaning_of(text, round_)
    return found is not None and found[0] == path and found[1] is not Certainty.LETTER


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
        if path := grouped.get(column) or (free if not _is_foreign(grid, index, column, round_) else None):
            found[column] = path, Certainty.WORD
    if grouped:
        for column, cell in enumerate(above):
            if column not in found and (meaning := _meaning(cell, round_)):
                found[column] = meaning
    return found


def _is_foreign(grid: Grid, index: int, column: int, round_: Round) -> bool:
    """Whether a bare year stands below a group's heading, or a title, that tells of something else than the form."""
    above = grid[index - 1] if index else ()
    if sum(1 for cell in above if text_of(cell)) > 1:
        group = _group_above(above, column)
        return bool(group) and not bare_year(group, round_) and not _is_data(group) and not is_unit(group)
    return any(is_of_something_else(text_of(cell)) for row in grid[:index] for cell in row)


def _group_above(above: Sequence[Cell], column: int) -> str:
    return next((text for cell in reversed(above[: column + 1]) if (text := text_of(cell))), "")


def _meanings_above(grid: Grid, index: int, meanings: _Meanings, round_: Round) -> _Meanings:
    """Returns the meanings of headings that stand only in a row above the others: `Projekt` over empty cells."""
    found: _Meanings = {}
    for position in range(index - 1, -1, -1):
        row = grid[position]
        if any(map(_is_data, row)) or sum(1 for cell in row if text_of(cell)) < 2:
            break
        for column, cell in enumerate(row):
            is_empty_below = not any(text_of(below[column]) for below in grid[position + 1 : index + 1])
            if is_empty_below and column not in meanings and (meaning := _meaning(cell, round_)):
                found.setdefault(column, meaning)
    return found


def _grouped(above: Sequence[Cell], column: int, year: str, round_: Round) -> str | None:
    """Returns the meaning of a year below a heading of several columns, such as `Pladser`."""
    group = _group_above(above, column)
    meaning = meaning_of(f"{group} {year}", round_) if group and not bare_year(group, round_) else None
    return meaning[0] if meaning else None


def _are_headings(found: _Meanings, grid: Grid, index: int) -> bool:
    """Whether a row is of headings: two columns are recognised and no cell is a figure, or it is the only heading.

    A letter alone is not enough (`A` may be a name), nor is one word among other rows of words.
    """
    row = grid[index]
    if any(map(_is_data, row)):
        return False
    paths = {path for path, _certainty in found.values()}
    if len(paths) > 1:
        return NAME in paths or _stands_above_all_figures(grid, index)
    filled = sum(1 for cell in row if text_of(cell))
    if not len(found) == filled == 1 or any(any(map(text_of, above)) for above in grid[:index]):
        return False
    ((column, (path, certainty)),) = found.items()
    below = grid[index + 1][column] if index + 1 < len(grid) else None
    return certainty is not Certainty.LETTER and (path == NAME or is_figure(below))


def _stands_above_all_figures(grid: Grid, index: int) -> bool:
    """Whether no row above holds a figure, and each column with figures below has a word here."""
    if any(_is_data(cell) for row in grid[:index] for cell in row):
        return False
    below = {column for row in grid[index + 1 :] for column, cell in enumerate(row) if _is_data(cell)}
    return all(text_of(grid[index][column]) for column in below)


def _are_more_headings(grid: Grid, index: int, meanings: _Meanings, round_: Round) -> bool:
    """Whether a row below headings holds headings too: all of it does, and where names stand no other heading."""
    row = grid[index]
    found = _meanings_of(grid, index, round_)
    names = _name_column(meanings)
    filled = [column for column, cell in enumerate(row) if text_of(cell)]
    if not found or any(map(_is_data, row)) or not all(column in found for column in filled):
        return False
    if names is not None and names in filled and found[names][0] != NAME:
        return False
    return len(filled) > 1 or names not in filled


def _name_column(meanings: _Meanings) -> int | None:
    return next((column for column, (path, _certainty) in sorted(meanings.items()) if path == NAME), None)


def _are_units(row: Row, meanings: _Meanings) -> bool:
    """Whether a row below the headings holds the units of its columns, such as `1.000 kr.` and `antal`, and no name."""
    words = [text for column in meanings if (text := text_of(row[column]))]
    names = _name_column(meanings)
    name = text_of(row[names]) if names is not None else ""
    if plain_words(name) in ("enhed", "enheder"):
        words.remove(name)
        return bool(words) and all(map(is_unit, words))
    if not all(map(is_unit, words)) or name:
        return False
    return len(words) > 1 or (len(words) == 1 and names is not None)


def _with_names(layout: Layout, grid: Grid) -> Layout:
    """Takes the first column for the names where it has words below an empty heading, as in a pivot table."""
    meanings = layout.meanings
    above = [text_of(grid[row][0]) for row in heading_rows(grid, layout.first_row)] if meanings else []
    if NAME in meanings or not meanings or meanings[0] != SKIPPED or any(above):
        return layout
    texts = [row[0] for row in grid[layout.first_row :] if text_of(row[0])]
    if not texts or any(is_figure(cell) for cell in texts):
        return layout
    return layout._replace(meanings=(NAME, *meanings[1:]), names_guessed=0)


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
        if any(map(_is_data, grid[index])):
            break
        if _is_above_numbers(grid, index):
            below = _by_order(grid[index + 1 :], round_)
            known = _meanings_of(grid, index, round_)
            found = _each_once({**_meanings_above(grid, index, known, round_), **known}, len(grid[0]))
            meanings = below.meanings if below.is_guess else found
            guessed = below._replace(first_row=index + 1, meanings=meanings, are_headings_guessed=True)
            return _with_names(guessed, grid)
    return _by_order(grid, round_)


def _is_above_numbers(grid: Grid, index: int) -> bool:
    """Whether a row of several words has a number right below one of them, and a word above each number below."""
    words = [text_of(cell) for cell in grid[index]]
    if sum(map(bool, words)) < 2:
        return False
    figures = [column for column, cell in enumerate(grid[index + 1]) if is_figure(cell)]
    below = {column for row in grid[index + 1 :] for column, cell in enumerate(row) if is_figure(cell)}
    return any(words[column] for column in figures) and all(words[column] for column in below)


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
