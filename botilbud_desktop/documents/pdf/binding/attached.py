"""An attached PDF as pages of bound papers, or what is said in its place."""

from collections.abc import Iterator

from botilbud_desktop.documents.foreign.content import ReadAttachment
from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.documents.foreign.records import ForeignPdf
from botilbud_desktop.documents.notes.blocks import Block, Paragraphs, Tone
from botilbud_desktop.domain.attachments.attachment import Attachment

MISSING, NOT_THERE = "mangler", "Bilag, der ikke er med"
LARGEST_TOGETHER = 200_000_000
"""Maximum bytes of what is drawn of all attached files of one document."""
_TOO_MUCH = f"de vedlagte filer fylder mere end {LARGEST_TOGETHER // 1_000_000} MB tilsammen"


class AttachedPdfs:
    """Reads the attached files of one document. Their pages are held in memory, so there is a limit for all of them."""

    def __init__(self, read: ReadAttachment) -> None:
        self._read = read
        self._left = LARGEST_TOGETHER

    def pdf(self, attachment: Attachment) -> ForeignPdf | str:
        """Returns the PDF, or why it cannot be taken along, as a Danish clause that addresses nobody."""
        try:
            found = read_foreign(self._read(attachment), attachment.file_name)
        except ForeignPdfError as error:
            return error.reason.partition(". ")[0]
        if found.size > self._left:
            return _TOO_MUCH
        self._left -= found.size
        return found


def said_of(attached: ForeignPdf | str) -> Iterator[Block]:
    """Yields what is to be known before the pages; why there are none, where there are none."""
    if isinstance(attached, str):
        yield Paragraphs(f"Filen er ikke med her: {attached}.", Tone.WARNING)
    else:
        yield from (Paragraphs(remark, Tone.NOTE) for remark in attached.remarks)
