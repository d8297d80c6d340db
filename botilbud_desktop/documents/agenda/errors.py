"""What must be mended in the drafts before they can be approved: how much, and which figures."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.agenda.entries import entry_columns, entry_words
from botilbud_desktop.documents.agenda.numbering import NumberedEntry
from botilbud_desktop.documents.collection.errors import TO_BE_MENDED, figures_in_words, in_short
from botilbud_desktop.documents.notes.blocks import NOTHING, Block, Column, Heading, Paragraphs, Table, Tone, texts_of
from botilbud_desktop.rules.collection.blocking import of_project

_EXPLAINED = "En kladde kan ikke godkendes, før problemerne er løst: Noget mangler, er for langt eller er forkert."


def errors(entries: Sequence[NumberedEntry]) -> Iterator[Block]:
    """Yields a table of the projects whose draft has errors; nothing where there are none."""
    rows = [
        (*entry_words(each), said, _figures(each) or NOTHING)
        for each in entries
        if (said := in_short(each.entry.application, each.entry.project))
    ]
    if not rows:
        return
    columns = (*entry_columns(), Column("Antal problemer", texts_of(80)), Column("Tal, der skal rettes", texts_of(160)))
    yield Heading(3, TO_BE_MENDED)
    yield Table(TO_BE_MENDED, columns, rows, is_small=True)
    yield Paragraphs(_EXPLAINED, Tone.NOTE)


def _figures(numbered: NumberedEntry) -> str:
    project = numbered.entry.project
    return "" if project is None else "\n".join(figures_in_words(of_project(project)))
