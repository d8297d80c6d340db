"""A mail message with a draft attached, as an `.eml` file that the user's mail program opens. Nothing is sent."""

from contextlib import suppress
from datetime import datetime, timedelta
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.draft.draft_file import EXTENSION, application_in
from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.file_names import LONGEST_NAME, safe_file_name
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import entries_of, exists
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.paths import OwnFile

_LONGEST = 120
_MOST_ENTRIES = 200
_ROOM_FOR_NUMBER = 8
_KEPT_FOR = timedelta(hours=1)
"""By then the mail program has read the message; it holds the whole draft."""
_BODY = """\
Hej

Her er kladden »{title}«.

Gem den vedhæftede fil i en mappe, før du åbner den i Botilbud Desktop. Åbner du den direkte i e-mailen, kan det, du
skriver, gå tabt.
"""


class Attached(NamedTuple):
    """A draft in a message."""

    title: str
    """What people call it; from the round's file, so that it may hold anything."""
    path: Path
    """Its file."""


def message_file(attached: Attached, storage: StorageContext) -> Path:
    """Write a message with the draft as its file is now, and return where; older messages are removed.

    Raises:
        RefusedFileError: the draft's file cannot be read, or is no draft any more.
        SaveFailedError: the message could not be written.
    """
    content = read_bytes(attached.path)
    application_in(content, attached.path.name, storage.library)
    folder = storage.folders.messages
    remove_old_messages(folder, storage.clock())
    path = _free_path(folder, attached.title)
    try:
        make_private_folder(folder)
    except OSError as error:
        raise SaveFailedError(path.name, saving_problem(error)) from error
    write_atomically(path, message_bytes(attached.title, attached.path.name, content), is_private=True)
    return path


def _free_path(folder: Path, title: str) -> Path:
    """Returns where no message is known to be: the mail program may not have read an earlier one yet."""
    short = title[: LONGEST_NAME - _ROOM_FOR_NUMBER]
    titles = chain((title,), (f"{short} ({number})" for number in count(2)))
    paths = (folder / safe_file_name(numbered, OwnFile.MESSAGE) for numbered in titles)
    return next(path for path in paths if not exists(path))


def message_bytes(title: str, name: str, content: bytes) -> bytes:
    """Returns a message that is not sent yet, with a file of this name and content attached.

    Neither title nor name can add a header: both are one line without control characters.
    """
    from email.message import EmailMessage
    from email.policy import SMTP

    words = printable(title, _LONGEST)
    message: EmailMessage = EmailMessage(policy=SMTP)
    message["Subject"] = f"Kladde: {words}"
    message["X-Unsent"] = "1"  # Outlook opens it as a message to be written
    message.set_content(_BODY.format(title=words))
    stem = name[: -len(EXTENSION)] if name.lower().endswith(EXTENSION) else name
    safe = safe_file_name(stem, EXTENSION)  # with its ending, a double click opens it
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=safe)
    return message.as_bytes()


def remove_old_messages(folder: Path, now: datetime) -> None:
    """Remove the messages that the mail program has read by now. Nothing is raised."""
    before = (now - _KEPT_FOR).timestamp()
    with suppress(OSError), entries_of(folder, _MOST_ENTRIES) as entries:
        for entry in entries:
            if entry.name.endswith(OwnFile.MESSAGE) and entry.stat(follow_symlinks=False).st_mtime < before:
                with suppress(OSError):
                    Path(entry.path).unlink()
