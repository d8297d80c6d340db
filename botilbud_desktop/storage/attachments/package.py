"""A draft and what is attached to it as one ZIP file, so that both lie side by side where it is unpacked."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.attachments.attachment import AttachedFiles, Attachment, AttachmentState
from botilbud_desktop.storage.attachments.attachment_list import LIST_NAME, AttachmentList, Entry, list_bytes, read_list
from botilbud_desktop.storage.attachments.attachment_name import attachments_folder, folder_name
from botilbud_desktop.storage.attachments.reading import attached_files, attachment_bytes
from botilbud_desktop.storage.draft.draft_file import EXTENSION, application_in
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.files.several_files import NewFile, zipped
from botilbud_desktop.storage.rounds.form_library import FormLibrary

LARGEST_PACKAGE = 200_000_000
"""Maximum bytes of the files together: mail programs take far less, and all are held in memory."""

_TOO_LARGE = f"kladden og dens bilag er større end {LARGEST_PACKAGE // 1_000_000} MB"


class Package(NamedTuple):
    """A ZIP file, and what is in it."""

    data: bytes
    files: AttachedFiles
    """What is attached to the draft; those whose file is there are in the package.

    Its list names those whose file cannot be read, too.
    """


def packed(draft: Path, library: FormLibrary, at: datetime) -> Package:
    """Returns the draft at `draft`, as its file is now, with its attachments; the ZIP file has the time `at`.

    Raises:
        RefusedFileError: the draft or the list of attachments cannot be read, or they are too large together.
    """
    content = read_bytes(draft)
    draft_id = application_in(content, draft.name, library).id
    files = attached_files(draft, draft_id)
    if files.problem:  # else the receiver would believe that nothing is attached
        read_list(attachments_folder(draft))
        raise RefusedFileError(LIST_NAME, "", "mappen kan ikke læses")
    name = safe_file_name(draft.stem, EXTENSION)
    members = [NewFile(name, content)]
    there = [each for each in files.attachments if each.is_there]
    folder = folder_name(Path(name))
    size = len(content)
    for file_name in dict.fromkeys(each.file_name for each in there):
        data = attachment_bytes(next(each for each in there if each.file_name == file_name))
        size += len(data)
        if size > LARGEST_PACKAGE:
            raise RefusedFileError(draft.name, "", _TOO_LARGE)
        members.append(NewFile(f"{folder}/{file_name}", data))
    listed = [each for each in files.attachments if each.is_there or each.state is AttachmentState.UNKNOWN]
    if listed:  # one that cannot be read is not there for the receiver, who is to know that it was attached
        entries = tuple(
            entry for entry in read_list(attachments_folder(draft)).entries if _is_one(entry, listed, draft_id)
        )
        members.append(NewFile(f"{folder}/{LIST_NAME}", list_bytes(AttachmentList(entries=entries))))
    return Package(zipped(members, at), files)


def _is_one(entry: Entry, attachments: list[Attachment], draft_id: str) -> bool:
    """Whether the entry is that of one of these attachments; those of other drafts are nobody else's business."""
    keys = {(each.project_id, each.kind, each.file_name) for each in attachments}
    return entry.draft_id == draft_id and (entry.project_id, entry.kind, entry.file_name) in keys
