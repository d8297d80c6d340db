"""An attached PDF as pages of bound papers, or what is said in its place."""

from collections.abc import Iterator

from botilbud_desktop.documents.foreign.content import ReadAttachment
from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.documents.foreign.records import ForeignPdf
from botilbud_desktop.documents.notes.blocks import Block, Paragraphs, Tone
from botilbud_desktop.domain.attachments.attachment import Attachment

MISSING, NOT_THERE = "mangler", "Bilag, der ikke er med"


def attached_pdf(attachment: Attachment, read: ReadAttachment) -> ForeignPdf | str:
    """Returns the PDF, or why it cannot be taken along, as a Danish clause that addresses nobody."""
    try:
        return read_foreign(read(attachment), attachment.file_name)
    except ForeignPdfError as error:
        return error.reason.partition(". ")[0]


def said_of(attached: ForeignPdf | str) -> Iterator[Block]:
    """Yields what is to be known before the pages; why there are none, where there are none."""
    if isinstance(attached, str):
        yield Paragraphs(f"Filen er ikke med her: {attached}.", Tone.WARNING)
    else:
        yield from (Paragraphs(remark, Tone.NOTE) for remark in attached.remarks)
