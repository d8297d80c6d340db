"""The files that a collection can be written as, by the ending of the file's name.

What makes a file is imported when the first of its kind is made.
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.records import Collection


class Writer(NamedTuple):
    """One kind of file."""

    name: str
    """What it is in Danish: `regneark`."""
    done: str
    """What the command line says was written, as the beginning of a sentence."""
    is_agenda: bool
    """Whether it holds the papers of an agenda, rather than a table."""
    make: Callable[[Collection, Agenda, Round, date], bytes]
    """Returns the file: the same content gives the same bytes on the same day. The round is the collection's."""


def _workbook(collection: Collection, _agenda: Agenda, _round: Round, today: date) -> bytes:
    from botilbud_desktop.documents.excel.collection import make_collection_workbook

    return make_collection_workbook(collection, today)


def _word(collection: Collection, agenda: Agenda, round_: Round, today: date) -> bytes:
    from botilbud_desktop.documents.word.agenda import make_agenda_word

    return make_agenda_word(collection, agenda, round_, today)


WRITERS = {
    ".xlsx": Writer("regneark", "Samlingen er skrevet", False, _workbook),
    ".docx": Writer("Word-dokument", "Dagsordenens papirer er skrevet", True, _word),
}
