"""The words for the PDF files that are attached to the drafts of a collection."""

from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.attachments.attachment import KINDS, Attachment, AttachmentState

NO_FILES = "Ingen filer."
_WRONG = {
    AttachmentState.CHANGED: "ændret, siden den blev vedlagt",
    AttachmentState.MISSING: "filen er væk",
    AttachmentState.UNREADABLE: "filen kan ikke læses",
    AttachmentState.UNKNOWN: "filen kan ikke læses",
}


def file_said(attachment: Attachment) -> str:
    """Returns `referat.pdf (Referat af drøftelse i KKR)`, with what is wrong with the file."""
    wrong = _WRONG.get(attachment.state, "")
    if attachment.state is AttachmentState.UNREADABLE and attachment.reason:
        wrong = f"{wrong}: {attachment.reason}"
    return f"{one_line(attachment.file_name)} ({', '.join(filter(None, (KINDS[attachment.kind], wrong)))})"
