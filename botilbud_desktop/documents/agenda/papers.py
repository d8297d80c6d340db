"""All papers of an agenda item, as what makes a file of them takes them."""

from datetime import date
from typing import NamedTuple

from botilbud_desktop.documents.agenda.annexes import Annex, annexes_of
from botilbud_desktop.documents.agenda.cover import cover, head_of
from botilbud_desktop.documents.agenda.numbering import numbered_for_paper
from botilbud_desktop.documents.notes.blocks import Block
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.records import Collection

CONTENTS = "Indhold"


class Papers(NamedTuple):
    """The cover, then the contents, which names each annex, then the annexes."""

    head: str
    """What is repeated on each page: `3.5 Lånepulje til botilbud`."""
    cover: tuple[Block, ...]
    annexes: tuple[Annex, ...]


def papers_of(collection: Collection, agenda: Agenda, round_: Round, today: date) -> Papers:
    """Returns the papers of the collection's applications; `round_` is the collection's."""
    annexes = annexes_of(collection, numbered_for_paper(collection, agenda), agenda, round_, today)
    return Papers(head_of(agenda, round_), tuple(cover(collection, agenda, annexes, round_, today)), annexes)
