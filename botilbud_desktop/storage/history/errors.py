"""Errors of the earlier versions of a draft, and the meaning of SQLite's errors."""

import errno
from typing import TYPE_CHECKING

from botilbud_desktop.domain.text.hidden_marks import capitalised
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem

if TYPE_CHECKING:
    import sqlite3

type SqliteError = sqlite3.Error | UnicodeDecodeError
"""Python raises the latter when SQLite quotes bytes from a damaged file that are not text."""

_DAMAGED = frozenset({1, 2, 11, 16, 17, 18, 19, 20, 24, 25, 26})
"""SQLite's primary result codes for a bad file, not a bad drive: ERROR (no such table), INTERNAL, CORRUPT, EMPTY,
SCHEMA, TOOBIG, CONSTRAINT, MISMATCH, FORMAT, RANGE, NOTADB."""

_AS_ERRNO = {
    3: errno.EACCES,  # PERM
    5: errno.EBUSY,  # BUSY
    6: errno.EBUSY,  # LOCKED
    8: errno.EROFS,  # READONLY
    13: errno.ENOSPC,  # FULL
    14: errno.EACCES,  # CANTOPEN
    15: errno.EBUSY,  # PROTOCOL
    23: errno.EACCES,  # AUTH
}
"""The corresponding errors of an operating system."""


class HistoryNotReadError(RefusedFileError):
    """The earlier versions of a draft cannot be read. Nothing was changed."""

    def __init__(self, file: str, reason: str) -> None:
        """`reason` is a Danish clause without a full stop."""
        super().__init__(file, "", reason)

    def __str__(self) -> str:
        """Returns the sentence for the user."""
        return f"Filen med tidligere versioner kan ikke åbnes: {capitalised(self.reason)}."


class DamagedHistoryError(HistoryNotReadError):
    """The file with the earlier versions was not written by the program, or is damaged."""

    def __init__(self, file: str) -> None:
        super().__init__(file, "den er beskadiget")


class VersionNotReadError(RefusedFileError):
    """One earlier version cannot be read; the others can."""

    def __init__(self, file: str, reason: str) -> None:
        """`reason` is a Danish clause without a full stop."""
        super().__init__(file, "", reason)

    def __str__(self) -> str:
        """Returns the sentence for the user."""
        return f"Den tidligere version kan ikke vises: {capitalised(self.reason)}."


class HistoryNotWrittenError(SaveFailedError):
    """Earlier versions could not be added or removed; the existing ones are intact."""

    def __str__(self) -> str:
        """Returns the sentence for the user."""
        return f"Filen med tidligere versioner blev ikke gemt: {capitalised(self.reason)}."


class HistoryNotDeletedError(SaveFailedError):
    """The earlier versions of a draft, or some of their files, could not be deleted."""

    def __str__(self) -> str:
        """Returns the sentence for the user."""
        return f"Filen med tidligere versioner blev ikke slettet: {capitalised(self.reason)}."


def means_damage(error: SqliteError) -> bool:
    """Whether the cause is the file itself, and not the drive, the permissions or another process's lock."""
    return isinstance(error, UnicodeDecodeError) or _primary_code(error) in _DAMAGED


def reading_reason(error: SqliteError) -> str:
    """Returns why the file cannot be read, as a Danish clause."""
    return reading_problem(_as_os_error(error))


def writing_reason(error: SqliteError) -> str:
    """Returns why the file cannot be written, as a Danish clause."""
    return saving_problem(_as_os_error(error))


def _as_os_error(error: SqliteError) -> OSError:
    return OSError(_AS_ERRNO.get(_primary_code(error), errno.EIO), "")


def _primary_code(error: SqliteError) -> int:
    """Returns the low byte of the code; 0 for errors of Python's own module, which have none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
