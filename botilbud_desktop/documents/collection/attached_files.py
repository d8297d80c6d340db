"""The words for the PDF files that are attached to the drafts of a collection."""

from collections.abc import Iterator

from botilbud_desktop.documents.collection.neutral import neutral_reason
from botilbud_desktop.documents.values import one_line
from botilbud_desktop.domain.attachments.attachment import KINDS, Attachment, AttachmentState
from botilbud_desktop.domain.attachments.documentation import Documentation, ProjectDocumentation
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.rules.collection.copied_files import elsewhere_said
from botilbud_desktop.rules.documentation import others_in_folder

NO_FILES, NOT_KNOWN = "Ingen filer.", "Det vides ikke."
_FOR_ALL, ONLY_FOR_ALL = "for hele ansøgningen", "Kun filer for hele ansøgningen."
_NOT_ON_THE_LIST = "Ingen filer, der er på listen."
_NOT_HERE = "Ingen filer ved den kladde, der er med."
_WRONG = {
    AttachmentState.CHANGED: "ændret, siden den blev vedlagt",
    AttachmentState.MISSING: "filen er væk",
    AttachmentState.UNREADABLE: "filen kan ikke læses",
    AttachmentState.UNKNOWN: "filen kan ikke læses",
}


def file_said(attachment: Attachment, where: str = "") -> str:
    """Returns `referat.pdf (Referat af drøftelse i KKR)`, with what is wrong with the file."""
    wrong = _WRONG.get(attachment.state, "")
    if attachment.state is AttachmentState.UNREADABLE and attachment.reason:
        wrong = f"{wrong}: {capitalised(attachment.reason)}"
    told = ", ".join(filter(None, (KINDS[attachment.kind], where, wrong)))
    return f"{one_line(attachment.file_name)} ({told})"


def files_said(project: ProjectDocumentation, found: Documentation) -> str:
    """Returns the files of a project and those for the whole application that are asked for; else what is known."""
    common = [file_said(each, _FOR_ALL) for each in found.common if each.kind is project.asked]
    told = "\n".join([*map(file_said, project.attachments), *common])
    if told:
        return told
    if found.files.problem:
        return NOT_KNOWN
    if found.common:
        return ONLY_FOR_ALL
    if found.files.unlisted:
        return _NOT_ON_THE_LIST
    return _NOT_HERE if found.files.elsewhere else NO_FILES


def doubts_said(found: Documentation) -> Iterator[str]:
    """Yields what else lies there, or cannot be known, for the whole application."""
    if found.files.problem:
        yield neutral_reason(found.files.problem)
    if others := others_in_folder(tuple(map(one_line, found.files.unlisted))):
        yield others
    yield from map(elsewhere_said, found.files.elsewhere)
