"""The sentences of a document, each with its place and the project that it is about."""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.document_import.account.ledger import Ledger
from botilbud_desktop.domain.document_import.structure.dividing import Divided, Role
from botilbud_desktop.domain.document_import.structure.sections import Section
from botilbud_desktop.domain.text.sentences import sentences

_LONGEST = 2_000


class Sentence(NamedTuple):
    """A sentence of a paragraph, a heading that names a project, or an item of a list."""

    text: str
    line: int
    """Its line."""
    place: str
    project: int | None
    section: Section | None
    is_listed: bool = False
    is_name: bool = False


def sentences_of(ledger: Ledger, divided: Divided) -> Iterator[Sentence]:
    """Yields the sentences of all paragraphs; those of rows are read with their rows."""
    for index, line in enumerate(ledger.lines):
        spot = divided.spots[index]
        if line.is_row or spot.role is Role.HEADING:
            continue
        is_description = spot.row is not None and spot.row.value and spot.section is Section.SHEET_DESCRIPTION
        if not is_description and (spot.row is not None or not ledger.is_open(index)):
            continue
        text = spot.row.value if spot.row is not None else line.text
        for sentence in sentences(text).units[1:-1]:
            if len(sentence) <= _LONGEST:
                is_name = spot.role is Role.NAME
                yield Sentence(sentence, index, line.place, spot.project, spot.section, line.is_listed, is_name)
