"""The columns that all tables of projects begin with: the number, the municipality and the project."""

from botilbud_desktop.documents.agenda.numbering import NumberedEntry
from botilbud_desktop.documents.collection.columns import NO_PROJECTS
from botilbud_desktop.documents.notes.blocks import Column, numbers_of, texts_of
from botilbud_desktop.documents.notes.labels import short_name

LEADING = 3
"""How many columns they are."""


def entry_columns() -> tuple[Column, ...]:
    """Returns the columns."""
    return (
        Column("Nr.", numbers_of(32)),
        Column("Kommune", numbers_of(76)),
        Column("Projekt", texts_of(92)),
    )


def entry_words(numbered: NumberedEntry) -> tuple[str, ...]:
    """Returns their cells."""
    return numbered.number, numbered.entry.application.name, project_words(numbered)


def project_words(numbered: NumberedEntry) -> str:
    """Returns the project's name, shortened where it would fill a page."""
    project = numbered.entry.project
    return NO_PROJECTS if project is None else short_name(project.project)
