"""The sheets beside that of the projects in the program's own workbook: the rows of places, single fields and texts.

What cannot be told for sure, such as the project of a row, is left out with the reason.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

from botilbud_desktop.domain.application import CapacityToday, DailyRate, PlaceGroup
from botilbud_desktop.domain.choice_wording import (
    BUILDINGS,
    COORDINATIONS,
    NOT_STATED,
    ORIGINS,
    PROVIDERS,
    RATE_TIMES,
    STAYS,
)
from botilbud_desktop.domain.document_import.account.wording import NOT_READ, WORKED_OUT
from botilbud_desktop.domain.document_import.blocks import LeftOut
from botilbud_desktop.domain.document_import.from_table import row_text
from botilbud_desktop.domain.document_import.own_workbook.costs import (
    are_cost_headings,
    cost_plan_of,
    gross_cost_column,
    gross_costs_of,
)
from botilbud_desktop.domain.document_import.own_workbook.projects import NO_PROJECT, project_of, said
from botilbud_desktop.domain.document_import.proposal import Proposal, Proposed
from botilbud_desktop.domain.document_import.table_places import TablePlaces
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_order import application_fields, project_fields
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Cell, Grid, Row, is_blank, text_of
from botilbud_desktop.domain.table_import.own_sheets import CONTENT, lists_fields
from botilbud_desktop.domain.values.amounts import parse_count
from botilbud_desktop.domain.values.email_addresses import parse_addresses
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.domain.web_form.values import joined_addresses

_ABOVE = "Rækken står over overskrifterne."
_ADDRESSES = "Adresserne er måske ikke delt rigtigt."
_CONTINUED = re.compile(r" \(fortsat\)\Z")
_NO_FIELDS = ("Ansøgningsrunde", "Brugernavn", "Kontrolkode")

type _Cells = Mapping[str, Cell]
"""The cells of a row by the part of the record that their heading names."""


def own_sheet(grid: Grid, places: TablePlaces, names: Sequence[str], round_: Round) -> Proposal | None:
    """Returns what a sheet of the program's own workbook tells; None when it is worked out from the others.

    Args:
        grid: the sheet.
        places: where its cells stand.
        names: the names of the projects, in their order.
        round_: the round.
    """
    for index, row in enumerate(grid):
        if are_cost_headings(row):
            return _with_head(cost_plan_of(grid, index, places, names, round_), grid, index, places)
        if (column := gross_cost_column(row, round_)) is not None:
            found = gross_costs_of(grid, index, column, places, names, round_)
            return _with_head(found, grid, index, places)
        if lists_fields(row) and CONTENT in map(text_of, row):
            return _with_head(_fields(grid, index, places, names, round_), grid, index, places)
        for path, made in _RECORDS.items():
            if columns := _columns_of(path, row, round_):
                found = _rows(grid, index, columns, path, made, places, names, round_)
                return _with_head(found, grid, index, places)
    return None


def _with_head(found: Iterator[Proposed | LeftOut], grid: Grid, heading: int, places: TablePlaces) -> Proposal:
    every = list(found)
    above = [LeftOut(places.cell(row, 0), row_text(grid[row]), _ABOVE) for row in range(heading) if row_text(grid[row])]
    values = tuple(one for one in every if isinstance(one, Proposed))
    return Proposal(values, (*above, *(one for one in every if isinstance(one, LeftOut))))


def _columns_of(path: str, row: Row, round_: Round) -> Mapping[str, int]:
    """Returns the columns of a record by its parts, where a row is the headings of its sheet; else nothing."""
    words = [text_of(cell) for cell in row]
    if words[0] != round_.row_wording:
        return {}
    labels = {label_with_unit(field_path(f"projects[0].{path}[0].{part}"), round_): part for part in _PARTS[path]}
    columns = {labels[word]: column for column, word in enumerate(words) if word in labels}
    is_whole = len(columns) == sum(map(bool, words)) - 1 and len(columns) >= _FEWEST[path]
    return {"": 0, **columns} if is_whole else {}


def _rows(
    grid: Grid,
    heading: int,
    columns: Mapping[str, int],
    path: str,
    made: Callable[[_Cells, Round], object],
    places: TablePlaces,
    names: Sequence[str],
    round_: Round,
) -> Iterator[Proposed | LeftOut]:
    """Yields the records of a sheet, each in its project."""
    count: dict[int, int] = {}
    for index in range(heading + 1, len(grid)):
        row = grid[index]
        if all(map(is_blank, row)):
            continue
        source = places.block((index, 0), (index, len(row) - 1))
        project = project_of(text_of(row[0]), names, round_)
        try:
            record = made({part: said(row[column]) for part, column in columns.items()}, round_)
        except (NotUnderstoodError, KeyError, ValueError):
            yield LeftOut(source, row_text(row), NOT_READ)
            continue
        if project is None:
            yield LeftOut(source, row_text(row), NO_PROJECT)
            continue
        at = count[project] = count.get(project, -1) + 1
        yield Proposed(FieldPath((*project_path(project), path, at)), record, source, is_sure=True)


def _fields(
    grid: Grid, heading: int, places: TablePlaces, names: Sequence[str], round_: Round
) -> Iterator[Proposed | LeftOut]:
    """Yields the single fields and texts; a text that goes on in further rows is one."""
    content = [text_of(cell) for cell in grid[heading]].index(CONTENT)
    whole: list[tuple[int, int, str, str, str]] = []
    for index in range(heading + 1, len(grid)):
        row = grid[index]
        part, label = text_of(row[0]), text_of(row[1])
        text = row[content] if isinstance(row[content], str) else text_of(row[content])
        if _CONTINUED.search(label) and whole:
            first, _last, *_same, before = whole[-1]
            whole[-1] = (first, index, whole[-1][2], whole[-1][3], f"{before}{text}")
        elif part or label:
            whole.append((index, index, part, label, str(text or "")))
    for first, last, part, label, text in whole:
        if not text or text == NOT_STATED:
            continue
        source = places.block((first, content), (last, content))
        project = project_of(part, names, round_)
        is_of_project = part.startswith(f"{round_.row_wording} ")
        path = _labels(round_, project).get(label)
        if label in _NO_FIELDS or path is None or (is_of_project and project is None):
            why = WORKED_OUT if label in _NO_FIELDS else NO_PROJECT if is_of_project and project is None else NOT_READ
            yield LeftOut(source, f"{part} · {label} · {text}", why)
            continue
        value = _value(path, text, round_)
        if value is None:
            yield LeftOut(source, f"{part} · {label} · {text}", NOT_READ)
        else:
            is_same = path[-1] != "emails" or _is_of_addresses(value, text)
            yield Proposed(path, value, source, is_same, "" if is_same else _ADDRESSES)


def _is_of_addresses(value: object, text: str) -> bool:
    return isinstance(value, tuple) and joined_addresses(value) == text and all("@" in address for address in value)


def _labels(round_: Round, project: int | None) -> Mapping[str, FieldPath]:
    """Returns the fields of a project, or of the application, by their labels in the sheets."""
    if project is None:
        paths = [path for path in application_fields(round_) if path != ("projects",)]
    else:
        paths = [FieldPath((*project_path(project), *path)) for path in project_fields(round_)]
    return {label_with_unit(path, round_): path for path in reversed(paths)}


def _value(path: FieldPath, text: str, round_: Round) -> object | None:
    """Returns the value that a text stands for, as the sheets write it; None when it is not understood."""
    match path[-1]:
        case "municipality_code":
            return _municipality(text, round_)
        case "partners":
            codes = [_municipality(line, round_) for line in text.split("\n")]
            return None if None in codes else tuple(codes)
        case "emails":
            return parse_addresses(text) or None
        case "building":
            return _coded(BUILDINGS, text)
        case "coordination":
            return _coded(COORDINATIONS, text)
        case "judged_contents" | "inserted_facts" | "comments":
            return None
        case _:
            return text


def _municipality(name: str, round_: Round) -> str | None:
    return next((one.code for one in round_.municipalities if one.official_name == name), None)


def _coded[Code: StrEnum](words: Mapping[Code, str], text: str) -> Code | None:
    return next((code for code, said in words.items() if said == text), None)


def _code[Code: StrEnum](words: Mapping[Code, str], cell: Cell) -> Code | None:
    """Returns the code of a choice; None for an empty cell.

    Raises:
        KeyError: the words are of none.
    """
    return None if cell is None else {said: code for code, said in words.items()}[text_of(cell)]


def _law(cell: Cell, round_: Round) -> object:
    return {choice.label: choice.code for choice in round_.legal_bases}[text_of(cell)]


def _number(cell: Cell) -> int:
    return 0 if cell is None else parse_count(text_of(cell))


def _place_group(cells: _Cells, round_: Round) -> object:
    values = {
        "year": int(text_of(cells["year"])),
        "legal_basis": _law(cells["legal_basis"], round_),
        "origin": _code(ORIGINS, cells["origin"]),
        "count": _number(cells["count"]),
        "stay": _code(STAYS, cells.get("stay")),
    }
    return PlaceGroup.model_validate(values)


def _rate(cells: _Cells, _round: Round) -> object:
    when, provider = _code(RATE_TIMES, cells.get("when")), _code(PROVIDERS, cells.get("provider"))
    lowest, highest = _number(cells["lowest"]), _number(cells["highest"])
    return DailyRate(label=text_of(cells["label"]), lowest=lowest, highest=highest, when=when, provider=provider)


def _today(cells: _Cells, round_: Round) -> object:
    values = {
        "legal_basis": _law(cells["legal_basis"], round_),
        "area": text_of(cells["area"]),
        "count": _number(cells["count"]),
    }
    return CapacityToday.model_validate(values)


def _milestone(cells: _Cells, _round: Round) -> object:
    return Milestone(label=text_of(cells["label"]), when=text_of(cells["when"]))


_RECORDS: Mapping[str, Callable[[_Cells, Round], object]] = {
    "places": _place_group,
    "daily_rates": _rate,
    "capacity_today": _today,
    "milestones": _milestone,
}
_PARTS = {
    "places": ("year", "legal_basis", "origin", "count", "stay"),
    "daily_rates": ("label", "lowest", "highest", "when", "provider"),
    "capacity_today": ("legal_basis", "area", "count"),
    "milestones": ("label", "when"),
}
_FEWEST = {"places": 4, "daily_rates": 3, "capacity_today": 3, "milestones": 2}
