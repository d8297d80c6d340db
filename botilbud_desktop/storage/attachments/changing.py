"""Attaches PDF files to a draft, and takes them away. Only files in the folder of its attachments are written."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.attachments.attachment import Attachment, AttachmentKind
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.attachments.attachment_list import (
    LIST_NAME,
    MOST_ATTACHMENTS,
    AttachmentList,
    Entry,
    empty_list,
    list_bytes,
    read_list,
)
from botilbud_desktop.storage.attachments.attachment_name import (
    attachments_folder,
    free_attachment_name,
    is_attachment_name,
)
from botilbud_desktop.storage.attachments.reading import (
    LARGEST_ATTACHMENT,
    NO_PDF,
    begins_like_pdf,
    digest_of_bytes,
    is_there,
    names_in,
    plain_bytes,
)
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing, write_atomically
from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem
from botilbud_desktop.storage.files.path_calls import is_missing, is_same_existing
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.files.read_bytes import read_bytes

_NAME_TAKEN = "der kom en anden fil med det navn imens"
_TOO_MANY = f"der er allerede {MOST_ATTACHMENTS} bilag"


class Wanted(NamedTuple):
    """What is to be attached."""

    source: Path
    """The PDF; the user chose it, so links are followed. It stays as it is, and where it is."""
    project_id: str | None
    """The id of its project; None when it is for the whole application."""
    kind: AttachmentKind


def attach(draft: Path, draft_id: str, wanted: Wanted, replacing: Replacing) -> str:
    """Copy a PDF into the folder of the draft's attachments, put it on the list, and return its name there.

    A PDF that lies in that folder already is put on the list as it is.

    Args:
        draft: the draft's file.
        draft_id: its id.
        wanted: the PDF, and what it is for.
        replacing: is asked before the list changes.

    Raises:
        RefusedFileError: it is no PDF, is too large or cannot be read, or the list cannot be read.
        SaveFailedError: it could not be copied; nothing is attached then.
    """
    data = read_bytes(wanted.source, LARGEST_ATTACHMENT)
    if not begins_like_pdf(data):
        raise RefusedFileError(wanted.source.name, "", NO_PDF)
    folder = attachments_folder(draft)
    is_new = _made(folder, wanted.source.name)
    try:
        return _attached(folder, draft_id, wanted, data, replacing)
    except (RefusedFileError, SaveFailedError):
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise


def _attached(folder: Path, draft_id: str, wanted: Wanted, data: bytes, replacing: Replacing) -> str:
    attachments = read_list(folder)
    if len(attachments.entries) >= MOST_ATTACHMENTS:
        raise SaveFailedError(wanted.source.name, _TOO_MANY)
    is_there_already = _lies_in(folder, wanted.source, draft_id, attachments)
    name = wanted.source.name if is_there_already else _copy(folder, wanted.source.name, data, attachments)
    entry = Entry(
        draft_id=draft_id,
        project_id=wanted.project_id,
        kind=wanted.kind,
        file_name=name,
        digest=digest_of_bytes(data),
    )
    try:
        _write(folder, replace(attachments, entries=(*attachments.entries, entry)), replacing)
    except SaveFailedError as error:
        if not is_there_already and not error.replaced:
            _delete(folder / name)
        raise
    return name


def take_away(draft: Path, draft_id: str, attachment: Attachment, replacing: Replacing) -> bool:
    """Take an attachment off the list and delete its file, and return whether that is gone.

    A file whose content is not the one that was attached, or that another entry names, stays where it is.

    Raises:
        RefusedFileError: the list cannot be read.
        SaveFailedError: the list could not be written; nothing is changed then.
    """
    folder = attachments_folder(draft)
    attachments = _list_of(folder)
    taken = [entry for entry in attachments.entries if _is_of(entry, draft_id, attachment)]
    kept = tuple(entry for entry in attachments.entries if entry not in taken)
    path = folder / attachment.file_name
    if taken:
        _write(folder, replace(attachments, entries=kept), replacing)
    is_used = any(entry.file_name.casefold() == attachment.file_name.casefold() for entry in kept)
    if taken and not is_used and _has_digest(path, {entry.digest for entry in taken}):
        _delete(path)
    return is_missing(path)


def _list_of(folder: Path) -> AttachmentList:
    try:
        return read_list(folder) if is_there(folder) else empty_list()
    except OSError as error:
        raise RefusedFileError(folder.name, "", reading_problem(error)) from error


def _is_of(entry: Entry, draft_id: str, attachment: Attachment) -> bool:
    return (entry.draft_id, entry.project_id, entry.kind, entry.file_name) == (
        draft_id,
        attachment.project_id,
        attachment.kind,
        attachment.file_name,
    )


def _made(folder: Path, file: str) -> bool:
    """Make the folder if it is missing. Returns whether it was."""
    try:
        if is_there(folder):
            return False
        folder.mkdir()
    except OSError as error:
        reason = f"mappen »{printable(folder.name)}« kan ikke oprettes, for {saving_problem(error)}"
        raise SaveFailedError(file, reason) from error
    return True


def _lies_in(folder: Path, source: Path, draft_id: str, attachments: AttachmentList) -> bool:
    """Whether the file lies in the folder, under a name that the draft's list does not have."""
    listed = {entry.file_name.casefold() for entry in attachments.entries if entry.draft_id == draft_id}
    is_usable = is_attachment_name(source.name) and source.name.casefold() not in listed
    return is_usable and is_same_existing(folder / source.name, source)


def _copy(folder: Path, original: str, data: bytes, attachments: AttachmentList) -> str:
    """Write the PDF under a free name, and return that. Until the list names it, it is not attached."""
    try:
        taken = [*names_in(folder), *(entry.file_name for entry in attachments.entries)]
    except OSError as error:
        raise RefusedFileError(folder.name, "", reading_problem(error)) from error
    name = free_attachment_name(original, taken)

    def replace_nothing() -> None:
        if not is_missing(folder / name):
            raise SaveFailedError(name, _NAME_TAKEN)

    write_atomically(folder / name, data, before_replace=replace_nothing)
    return name


def _write(folder: Path, attachments: AttachmentList, replacing: Replacing) -> None:
    write_atomically(folder / LIST_NAME, list_bytes(attachments), before_replace=replacing.allow)


def _has_digest(path: Path, digests: set[str]) -> bool:
    try:
        return digest_of_bytes(plain_bytes(path)) in digests
    except RefusedFileError:
        return False


def _delete(path: Path) -> None:
    """Delete the file; one that the drive does not let go stays and is shown as not on the list."""
    with suppress(OSError):
        path.unlink()
