"""The files that a collection can be written as, by the ending of the file's name.

What makes a file is imported when the first of its kind is made.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.documents.foreign.content import ReadAttachment, no_attachments
from botilbud_desktop.documents.progress import Progress, go_on
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.records import Collection


class Making(NamedTuple):
    """How a file is made."""

    today: date
    resources: Path
    """The folder that holds `fonts`."""
    progress: Progress = go_on
    """Only what takes long asks whether to go on."""
    read: ReadAttachment = no_attachments
    """Reads attached files."""


class Writer(NamedTuple):
    """One kind of file."""

    name: str
    """What it is in Danish: `regneark`."""
    done: str
    """What the command line says was written, as the beginning of a sentence."""
    is_agenda: bool
    """Whether it holds the papers of an agenda, rather than a table."""
    make: Callable[[Collection, Agenda | None, Round, Making], bytes | None]
    """Returns the file: the same content gives the same bytes on the same day. The round is the collection's.

    Without an agenda the table has no numbers, and the papers take the collection as it is. It returns None if it was
    told to stop, and raises OSError if a font cannot be read.
    """


def _workbook(collection: Collection, agenda: Agenda | None, _round: Round, making: Making) -> bytes:
    from botilbud_desktop.documents.excel.collection import make_collection_workbook

    return make_collection_workbook(collection, making.today, agenda)


def _word(collection: Collection, agenda: Agenda | None, round_: Round, making: Making) -> bytes:
    from botilbud_desktop.documents.word.agenda import make_agenda_word

    return make_agenda_word(collection, agenda or Agenda(), round_, making.today)


def _pdf(collection: Collection, agenda: Agenda | None, round_: Round, making: Making) -> bytes | None:
    from botilbud_desktop.documents.agenda.papers import papers_of
    from botilbud_desktop.documents.pdf.binding.make import make_agenda_pdf

    papers = papers_of(collection, agenda or Agenda(), round_, making.today)
    return make_agenda_pdf(papers, making.resources, making.progress, making.read)


WRITERS = {
    ".xlsx": Writer("regneark", "Samlingen er skrevet", False, _workbook),
    ".docx": Writer("Word-dokument", "Dagsordenens papirer er skrevet", True, _word),
    ".pdf": Writer("PDF-dokument", "Dagsordenens papirer er skrevet", True, _pdf),
}
