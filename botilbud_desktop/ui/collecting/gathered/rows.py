"""The rows of the table as plain data, made in the job: strings and numbers that cost the window nothing to keep."""

from typing import NamedTuple

from botilbud_desktop.documents.collection.cells import Cell, Key, laws_of, worst_outcome
from botilbud_desktop.documents.collection.columns import Column, Entry
from botilbud_desktop.documents.collection.particulars import particulars
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.collation import search_key
from botilbud_desktop.domain.web_form.table_export import quoted, without_formula
from botilbud_desktop.rules.collection.records import CollectedApplication, CollectedProject
from botilbud_desktop.rules.results import Outcome


class Row(NamedTuple):
    """A project, or an application without projects."""

    file: str
    project: int | None
    """The index of the project in its application; None without projects."""
    municipality: str
    region: str
    laws: str
    """The laws of its places."""
    outcome: Outcome | None
    """The worst outcome of its criteria."""
    texts: tuple[str, ...]
    """What its cells say, by column."""
    keys: tuple[Key, ...]
    """What they are sorted by and summed from."""
    copied: tuple[str, ...]
    """What is copied, ready to be put between tabs."""
    searched: str
    """All that the search looks through: the cells, why criteria have their outcome, and the note."""
    particulars: tuple[tuple[str, int], ...]
    """What is told of it beside the table: texts with their levels."""


def rows_of(application: CollectedApplication, columns: tuple[Column, ...], round_: Round) -> list[Row]:
    """Returns a row for each project; one for an application without any."""
    projects = application.projects or (None,)
    return [_row(Entry(application, project, round_), columns) for project in projects]


def _beside_the_cells(project: CollectedProject | None) -> list[str]:
    if project is None:
        return []
    return [*(result.message for result in project.criteria), project.project.coordination_note]


def copied_cell(column: Column, cell: Cell) -> str:
    """Returns what is copied of a cell; a text is no formula."""
    return quoted(cell.plain if column.is_number else without_formula(cell.plain))


def _row(entry: Entry, columns: tuple[Column, ...]) -> Row:
    cells = [column.cell(entry) for column in columns]
    municipality, project = entry.application.municipality, entry.project
    return Row(
        file=entry.application.file,
        project=project.position if project is not None else None,
        municipality=entry.application.name,
        region=NOT_STATED if municipality is None else municipality.region,
        laws=(laws_of(project.project, entry.round) if project is not None else "") or NOT_STATED,
        outcome=None if project is None else worst_outcome(project.criteria),
        texts=tuple(cell.text for cell in cells),
        keys=tuple(cell.key for cell in cells),
        copied=tuple(copied_cell(column, cell) for column, cell in zip(columns, cells, strict=True)),
        searched=search_key("\n".join([*(cell.text for cell in cells), *_beside_the_cells(project)])),
        particulars=tuple((part.text, part.level) for part in particulars(entry)),
    )
