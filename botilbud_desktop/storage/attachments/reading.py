"""Reads what is attached to a draft. All in its folder is untrusted: no link is followed, nothing is executed."""

import hashlib
import io
import os
import stat
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.attachments.attachment import (
    NOTHING_ATTACHED,
    AttachedFiles,
    Attachment,
    AttachmentState,
    attachment_title,
)
from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.storage.attachments.attachment_list import LIST_NAME, Entry, read_list
from botilbud_desktop.storage.attachments.attachment_name import attachments_folder, is_attachment_name
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.os_errors import reading_problem
from botilbud_desktop.storage.files.path_calls import entries_of, is_not_there, own_status
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.files.safe_open import close_quietly, open_plain

LARGEST_ATTACHMENT = 50_000_000
"""Maximum bytes of an attached PDF."""

_PDF_MARK = b"%PDF-"
_MARK_WITHIN = 1024
_MOST_ENTRIES = 500
_JUNCTION = 0xA0000003
_TOO_LARGE = f"den er større end {LARGEST_ATTACHMENT // 1_000_000} MB"
_EMPTY, NO_PDF = "den er tom", "det er ikke en PDF"
_CHANGED_MEANWHILE = "den blev ændret imens"
_NO_FOLDER = "der ligger noget andet end en almindelig mappe med det navn"


def attached_files(draft: Path, draft_id: str) -> AttachedFiles:
    """Returns what is attached to the draft at `draft`. Every listed file is read to see whether it has changed.

    Never raises: what cannot be read is told in the answer.
    """
    folder = attachments_folder(draft)
    try:
        if not is_there(folder):
            return NOTHING_ATTACHED
        names = names_in(folder)
        entries = read_list(folder).entries
    except OSError as error:
        return AttachedFiles(problem=_unreadable(folder, "Mappen", reading_problem(error)))
    except RefusedFileError as error:
        return AttachedFiles(problem=_refused(folder, error))
    own = [entry for entry in entries if entry.draft_id == draft_id]
    listed = {entry.file_name.casefold() for entry in own}
    unlisted = tuple(sorted(name for name in names if is_attachment_name(name) and name.casefold() not in listed))
    return AttachedFiles(tuple(_attachment(folder, entry) for entry in own), unlisted, folder=str(folder))


def has_attachments(draft: Path, draft_id: str) -> bool:
    """Whether the list names a file of the draft at `draft`; no file is read but the list. Never raises."""
    folder = attachments_folder(draft)
    try:
        return is_there(folder) and any(entry.draft_id == draft_id for entry in read_list(folder).entries)
    except (OSError, RefusedFileError):
        return False


def attachment_bytes(attachment: Attachment) -> bytes:
    """Returns the content of an attached file, the one that its state is of.

    Raises:
        RefusedFileError: it is not there any more, is too large, cannot be read, or has changed in the meantime.
    """
    path = Path(attachment.path)
    if not attachment.path:
        raise RefusedFileError(attachment.file_name, "", "den mangler")
    data = plain_bytes(path)
    if attachment.digest and digest_of_bytes(data) != attachment.digest:
        raise RefusedFileError(attachment.file_name, "", _CHANGED_MEANWHILE)
    return data


def plain_bytes(path: Path) -> bytes:
    """Returns the content of an ordinary file that is no link, at most `LARGEST_ATTACHMENT` bytes.

    Raises:
        RefusedFileError: it is too large or cannot be read.
    """
    try:
        handle = open_plain(path, os.O_RDONLY)
        with io.open(handle, "rb") as file:  # noqa: UP020 - of a handle, which no path has
            data = file.read(min(os.fstat(handle).st_size, LARGEST_ATTACHMENT) + 1)
    except OSError as error:
        raise RefusedFileError(path.name, "", reading_problem(error)) from error
    if len(data) > LARGEST_ATTACHMENT:
        raise RefusedFileError(path.name, "", _TOO_LARGE)
    return data


def is_there(folder: Path) -> bool:
    """Whether the folder is there.

    Raises:
        OSError: the drive cannot tell.
        RefusedFileError: something else has its name, such as a link.
    """
    try:
        information = own_status(folder)
    except OSError as error:
        if is_not_there(error):
            return False
        raise
    if not stat.S_ISDIR(information.st_mode) or getattr(information, "st_reparse_tag", 0) == _JUNCTION:
        raise RefusedFileError(folder.name, "", _NO_FOLDER)
    return True


def names_in(folder: Path) -> list[str]:
    """Returns the names of what is in the folder, up to a limit.

    Raises:
        OSError: it cannot be read.
    """
    with entries_of(folder, _MOST_ENTRIES) as entries:
        return [entry.name for entry in entries]


def digest_of_bytes(data: bytes) -> str:
    """Returns the digest that the list keeps of a file."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def begins_like_pdf(data: bytes) -> bool:
    """Whether the file that begins so may be a PDF."""
    return _PDF_MARK in data[:_MARK_WITHIN]


class _Found(NamedTuple):
    """What is known of a listed file: its state, why it cannot be read, and what its content is told by."""

    state: AttachmentState
    reason: str = ""
    digest: str = ""


def _attachment(folder: Path, entry: Entry) -> Attachment:
    path = folder / entry.file_name
    state, reason, digest = _found(path, entry.digest)
    title = attachment_title(entry.kind, entry.file_name)
    found = Attachment(entry.project_id, entry.kind, title, entry.file_name, state, "", reason, digest)
    return found._replace(path=str(path)) if found.is_there else found


def _found(path: Path, digest: str) -> _Found:
    try:
        handle = open_plain(path, os.O_RDONLY)
    except OSError as error:
        if is_not_there(error):
            return _Found(AttachmentState.MISSING)
        return _Found(AttachmentState.UNKNOWN, reading_problem(error))
    try:
        if os.fstat(handle).st_size > LARGEST_ATTACHMENT:
            return _Found(AttachmentState.UNKNOWN, _TOO_LARGE)
        with io.open(handle, "rb", closefd=False) as file:  # noqa: UP020 - of a handle
            beginning = file.read(_MARK_WITHIN)
            file.seek(0)
            found = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
    except OSError as error:
        return _Found(AttachmentState.UNKNOWN, reading_problem(error))
    finally:
        close_quietly(handle)
    if not begins_like_pdf(beginning):
        return _Found(AttachmentState.UNREADABLE, NO_PDF if beginning else _EMPTY, found)
    return _Found(AttachmentState.ATTACHED if digest == found else AttachmentState.CHANGED, digest=found)


def _refused(folder: Path, error: RefusedFileError) -> str:
    if error.file == LIST_NAME:
        where = f" ({error.place})" if error.place else ""
        return _unreadable(folder, f"Listen »{LIST_NAME}« i mappen", f"{error.reason}{where}")
    return _unreadable(folder, "Mappen", error.reason)


def _unreadable(folder: Path, what: str, reason: str) -> str:
    return f"{what} »{printable(folder.name)}« kan ikke læses: {capitalised(reason)}."
