"""Where the content of attached PDFs comes from: documents open no files."""

from collections.abc import Callable

from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.domain.attachments.attachment import Attachment

type ReadAttachment = Callable[[Attachment], bytes]
"""Returns the content of an attached file. It raises ForeignPdfError if it cannot be read."""

_NOT_READ = "den er ikke læst"


def no_attachments(_attachment: Attachment) -> bytes:
    """Reads nothing.

    Raises:
        ForeignPdfError: always.
    """
    raise ForeignPdfError(_NOT_READ)
