"""One table for the KKR's own remarks (*bemærkninger*) on each project; empty ones leave room to write."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.agenda.entries import entry_columns, entry_words
from botilbud_desktop.documents.agenda.numbering import NumberedEntry, numbered_entries
from botilbud_desktop.documents.notes.blocks import NOTHING, Block, Column, Heading, Table, numbers_of, texts_of
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key, adopted
from botilbud_desktop.domain.collection.agenda_order import key_of as kept_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.agenda import NumberedApplication, key_of

TITLE = "KKR’s bemærkninger"
_LONG_NAMES = numbers_of(96)
"""Room for `Vesthimmerlands`, which is one word, in letters that are not small."""
_ROOM_TO_WRITE: float = 54


def remarks(applications: Sequence[NumberedApplication], agenda: Agenda, round_: Round) -> Iterator[Block]:
    """Yields the table on a page of its own; nothing without applications."""
    entries = numbered_entries(applications, round_)
    if not entries:
        return
    agenda = adopted(agenda, [key_of(each.application) for each in applications])
    texts = {(kept_of(each), each.project): each.text.strip() for each in agenda.remarks}
    yield Heading(2, TITLE, new_page=True)
    number, municipality, project = entry_columns()
    columns = (number, municipality._replace(wish=_LONG_NAMES), project, Column("Bemærkning", texts_of(200)))
    rows = [(*entry_words(each), _remark(each, texts)) for each in entries]
    yield Table(TITLE, columns, rows, least_height=_ROOM_TO_WRITE)


def _remark(numbered: NumberedEntry, texts: dict[tuple[Key, str], str]) -> str:
    collected, project = numbered.entry.application, numbered.entry.project
    if project is None:
        return NOTHING
    return texts.get((key_of(collected), project.project.id)) or NOTHING
