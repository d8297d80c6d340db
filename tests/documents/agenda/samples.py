"""Collections and agendas for the tests of their papers, and the text of blocks."""

from collections.abc import Iterable, Iterator

from botilbud_desktop.documents.agenda.annexes import Annex
from botilbud_desktop.documents.agenda.papers import Papers, papers_of
from botilbud_desktop.documents.notes.blocks import Block, Heading, Listed, Pairs, Paragraphs, Table
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.attachments.attachment import (
    AttachedFiles,
    Attachment,
    AttachmentKind,
    AttachmentState,
    attachment_title,
)
from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry
from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY, example

AALBORG, THISTED = example("aalborg"), example("thisted")
LOST = LeftOut("gammel.botilbud", "Filen kan ikke læses.")


def collection(*applications: Application, left_out: Iterable[LeftOut] = ()) -> Collection:
    sources = [Source(f"{number}.botilbud", each, ROUND) for number, each in enumerate(applications, start=1)]
    return collect(sources, left_out, TODAY)


def attached(
    file_name: str = "referat.pdf",
    project: Project | None = AALBORG.projects[1],
    state: AttachmentState = AttachmentState.ATTACHED,
    kind: AttachmentKind = AttachmentKind.MINUTES,
) -> Attachment:
    path = f"/mappe/{file_name}" if state in (AttachmentState.ATTACHED, AttachmentState.CHANGED) else ""
    title = attachment_title(kind, file_name)
    return Attachment(None if project is None else project.id, kind, title, file_name, state, path)


def with_attachments(*attachments: Attachment, problem: str = "", application: Application = AALBORG) -> Collection:
    """Returns the collection of one draft with files beside it."""
    files = AttachedFiles(attachments, problem=problem)
    return collect([Source("1.botilbud", application, ROUND, None, files)], (), TODAY)


THREE = collection(THISTED, AALBORG, EMPTY_APPLICATION, left_out=[LOST])
"""Thisted with one project, Aalborg with two, and one with neither municipality nor project."""
AGENDA = Agenda(
    item="3.5",
    title="Lånepulje til botilbud",
    entries=(AgendaEntry(application=THISTED.id, file="1.botilbud"),),
)


def papers(found: Collection = THREE, agenda: Agenda = AGENDA) -> Papers:
    return papers_of(found, agenda, ROUND, TODAY)


def blocks_of(annex: Annex) -> list[Block]:
    return [block for part in annex.parts for block in part.make()]


def tables(blocks: Iterable[Block], title: str) -> list[Table]:
    return [block for block in blocks if isinstance(block, Table) and block.title == title]


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Yields every text of blocks."""
    for block in blocks:
        match block:
            case Heading() | Paragraphs():
                yield block.text
            case Listed():
                yield from block.items
            case Pairs():
                yield from (text for pair in block.pairs for text in pair)
            case Table():
                yield from (column.title for column in block.columns)
                yield from (text for row in (*block.rows, block.total) for text in row)


def all_texts(found: Papers) -> list[str]:
    """Returns every text of the papers."""
    own = [*texts(found.cover), *(annex.heading for annex in found.annexes)]
    return [*own, *(text for annex in found.annexes for text in texts(blocks_of(annex)))]
