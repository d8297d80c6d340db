"""Reads attached PDFs for the documents that take them along."""

from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.domain.attachments.attachment import Attachment
from botilbud_desktop.storage.attachments.reading import attachment_bytes
from botilbud_desktop.storage.errors import RefusedFileError


def attached_content(attachment: Attachment) -> bytes:
    """Returns the content of an attached file.

    Raises:
        ForeignPdfError: it cannot be read.
    """
    try:
        return attachment_bytes(attachment)
    except RefusedFileError as error:
        raise ForeignPdfError(error.reason) from error
