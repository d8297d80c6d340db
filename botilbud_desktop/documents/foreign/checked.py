"""Tells which attached files are PDFs that papers can take along, before the papers say what is attached."""

from botilbud_desktop.documents.foreign.content import ReadAttachment
from botilbud_desktop.documents.foreign.errors import ForeignPdfError
from botilbud_desktop.documents.foreign.reading import read_foreign
from botilbud_desktop.domain.attachments.attachment import AttachedFiles, Attachment, AttachmentState


def checked(files: AttachedFiles, read: ReadAttachment) -> AttachedFiles:
    """Returns the files as they are known when each is read; those that are no readable PDFs have that state."""
    return files._replace(attachments=tuple(_checked(each, read) for each in files.attachments))


def _checked(attachment: Attachment, read: ReadAttachment) -> Attachment:
    if not attachment.is_there or attachment.state is AttachmentState.UNREADABLE:
        return attachment
    try:
        read_foreign(read(attachment), attachment.file_name)
    except ForeignPdfError as error:
        return attachment._replace(state=AttachmentState.UNREADABLE, reason=error.reason.partition(". ")[0])
    return attachment
