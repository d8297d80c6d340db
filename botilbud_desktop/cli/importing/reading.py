"""Reads the file of `import` into a proposal, whatever kind of file it is."""

from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.document_import.blocks import Document, LeftOut, Paragraph
from botilbud_desktop.domain.document_import.from_tables import is_of_projects, proposal_of_tables
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.proposing import propose
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import text_of
from botilbud_desktop.domain.table_import.marks import Table
from botilbud_desktop.storage.sources.opening import read_source
from botilbud_desktop.storage.sources.source import Source, SourceKind

_WHOLE_FILE = "filen"
_OUTSIDE = "Teksten står uden for tabellerne og er ikke læst."


class ReadFile(NamedTuple):
    """What a file holds."""

    kind: SourceKind
    proposal: Proposal


def read_proposal(path: Path, round_: Round) -> ReadFile:
    """Returns what the file at `path` holds.

    Raises:
        RefusedFileError: it cannot be read.
    """

    def is_table(table: Table) -> bool:
        return is_of_projects(table.grid, round_)

    source = read_source(path, _read_pdf, is_table)
    return ReadFile(source.kind, _proposal_of(source, round_))


def _read_pdf(data: bytes) -> Document:
    from botilbud_desktop.documents.foreign.text import pdf_document

    return pdf_document(data)


def _proposal_of(source: Source, round_: Round) -> Proposal:
    document = source.document or Document(())
    if not source.sheets:
        return propose(document, round_, round_.municipalities)
    found = proposal_of_tables(source.sheets, round_, are_sheets=source.kind is SourceKind.WORKBOOK)
    within = {text_of(cell) for sheet in source.sheets for row in sheet.grid for cell in row}
    outside = tuple(
        LeftOut(block.place, block.text, _OUTSIDE)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.text.strip() and block.text.strip() not in within
    )
    unread = tuple(LeftOut(_WHOLE_FILE, "", remark) for remark in source.sheets[0].remarks)
    return found._replace(left_out=(*unread, *found.left_out, *document.left_out, *outside))
