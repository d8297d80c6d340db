"""The events of the program's log: a closed list, without any text from a draft or a user.

The only free text is the description of an error, which `incident_report` builds from safe parts. It is checked again
here, line by line, since it is also read back from a file.
"""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.values.iso_time import Moment

MOST_ERROR_LINES = 60
"""The end of a longer description is left out."""

_NAME = r"[A-Za-z0-9_.<>?]{1,120}"
_CODE = r"(?:E[A-Z0-9]{1,20}|Windows-fejl \d{1,5})"
_CODES = rf"(?: \[{_CODE}(?:, {_CODE})?\])?"
_ERROR_LINE = re.compile(
    rf"{_NAME}{_CODES} \((?:i vinduet|i en tråd|under oprydning|under fejlbehandlingen)\)"
    rf"|    {_NAME}: {_NAME}, linje \d{{1,9}}"
    rf"|  forårsaget af {_NAME}{_CODES}"
    r"|    ukendt sted|    … \(flere kald udeladt\)|En fejl, der ikke kunne beskrives"
)
_LEFT_OUT = "    …"


class EventKind(StrEnum):
    """What happened."""

    STARTED = "started"
    CLOSED = "closed"
    DRAFT_OPENED = "draft-opened"
    DRAFT_REFUSED = "draft-refused"
    DRAFT_LEFT = "draft-left"
    LOCK_MET = "lock-met"
    RECOVERED = "recovered"
    SAVED = "saved"
    NOT_SAVED = "not-saved"
    DOCUMENT_MADE = "document-made"
    NOT_DECIDED = "not-decided"
    """A value of the IT department cannot be used; the detail tells which."""
    ERROR = "error"


class Detail(StrEnum):
    """How it happened, or why."""

    FILE = "file"
    EXAMPLE = "example"
    UNSAVED = "unsaved"
    HOLDER_GONE = "holder-gone"
    CHANGED_ON_DISK = "changed-on-disk"
    LOCKED = "locked"
    CONTENT = "content"
    NO_SPACE = "no-space"
    NOT_ALLOWED = "not-allowed"
    GONE = "gone"
    IN_USE = "in-use"
    NAME_TOO_LONG = "name-too-long"
    IS_A_FOLDER = "is-a-folder"
    OTHER = "other"
    VIEW = "view"
    RECEIPT = "receipt"
    PROJECT_SHEET = "project-sheet"
    ALLOCATION = "allocation"
    TEXT = "text"
    WORKBOOK = "workbook"
    WORD = "word"
    DRAFTS_FOLDER = "drafts-folder"
    RECEIPTS_FOLDER = "receipts-folder"
    DEPARTMENT = "department"
    THEME = "theme"
    ROUNDS_FOLDER = "rounds-folder"
    WORD_LIST = "word-list"
    KEEPS_VERSIONS = "keeps-versions"
    UNREADABLE = "unreadable"


class Event(Model):
    """One thing that happened."""

    kind: EventKind
    detail: Detail | None = None
    size: int | None = None
    """Of the draft file, in bytes."""
    error: str = ""
    """The description of an error in the program, filtered by `told`."""


class Entry(Model):
    """An event and its time; the same event several times in a row is one entry."""

    event: Event
    first: Moment
    last: Moment
    times: Annotated[int, Field(ge=1)] = 1


def told(error: str) -> str:
    """Returns an error's description, with "?" for each line that does not have the form of `describe_error`."""
    lines = error.split("\n")
    kept = [line if _ERROR_LINE.fullmatch(line) else "    ?" for line in lines[:MOST_ERROR_LINES]]
    return "\n".join([*kept, _LEFT_OUT] if len(lines) > MOST_ERROR_LINES else kept)
