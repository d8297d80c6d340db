"""The documentation that is mailed besides the applications: what is asked for, attached and missing."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.agenda.entries import entry_columns, entry_words
from botilbud_desktop.documents.agenda.numbering import NumberedEntry
from botilbud_desktop.documents.collection.attached_files import doubts_said, file_said, files_said
from botilbud_desktop.documents.notes.blocks import NOTHING, Block, Column, Listed, Paragraphs, Table, Tone, texts_of
from botilbud_desktop.rules.collection.agenda import NumberedApplication
from botilbud_desktop.rules.collection.wording import documentation_said

TITLE = "Dokumentation"


def documentation(applications: Sequence[NumberedApplication], entries: Sequence[NumberedEntry]) -> Iterator[Block]:
    """Yields a table with what is asked for of each project, and what nobody can tell of the files beside a draft."""
    columns = (*entry_columns(), Column("Dokumentation", texts_of(130)), Column("Vedlagte filer", texts_of(120)))
    rows = [(*entry_words(each), *_documented(each)) for each in entries]
    yield Table(TITLE, columns, rows, is_small=True)
    told = [line for numbered in applications for line in _of_application(numbered)]
    if told:
        yield Listed(tuple(told))
    yield Paragraphs("Programmet kan ikke se, om dokumentationen er sendt til ministeriet.", Tone.NOTE)


def _documented(numbered: NumberedEntry) -> tuple[str, str]:
    project = numbered.entry.project
    if project is None:
        return NOTHING, NOTHING
    found = numbered.entry.application.documentation
    documented = found.projects[project.position]
    return f"{documentation_said(documented)}.", files_said(documented, found)


def _of_application(numbered: NumberedApplication) -> Iterator[str]:
    """Yields what is attached for the whole application, and what is doubtful, each with the application's number."""
    own = numbered.application
    name = f"Ansøgning {numbered.number}, {own.name}"
    found = own.documentation
    for each in found.common:
        yield f"{name}: vedlagt for hele ansøgningen: {file_said(each)}"
    for each in found.stray:
        yield f"{name}: vedlagt for et projekt, der ikke er i ansøgningen, og ikke med her: {file_said(each)}"
    for said in doubts_said(found):
        yield f"{name}: {said}"
