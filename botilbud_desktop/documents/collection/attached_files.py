"""The words for the PDF files that are attached to the drafts of a collection."""

from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.attachments.attachment import KINDS, Attachment, AttachmentState

NO_FILES = "Ingen filer."
_NOT_THERE = {AttachmentState.MISSING: "filen er væk", AttachmentState.UNKNOWN: "filen kan ikke læses"}
_CHANGED = "ændret, siden den blev vedlagt"


def file_said(attachment: Attachment) -> str:
    """Returns `referat.pdf (Referat af drøftelse i KKR)`, with what is wrong with the file."""
    wrong = _NOT_THERE.get(attachment.state, _CHANGED if attachment.state is AttachmentState.CHANGED else "")
    return f"{one_line(attachment.file_name)} ({', '.join(filter(None, (KINDS[attachment.kind], wrong)))})"
