"""The history of one draft, read and deleted in jobs: the folder of the versions may lie on a slow drive."""

from functools import partial
from pathlib import Path
from typing import Protocol

from botilbud_desktop.storage.history.errors import HistoryNotDeletedError, HistoryNotReadError
from botilbud_desktop.storage.history.versions import History, Version
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs

_NO_ANSWER = "drevet svarer ikke"


class Versions(Protocol):
    """What is asked of a draft's earlier versions; the errors are those of `History`."""

    def versions(self) -> list[Version]:
        """Returns the versions, newest first."""
        ...

    def content(self, number: int) -> bytes:
        """Returns the bytes of the version with this number."""
        ...

    def size(self) -> int:
        """Returns the size on disk in bytes."""
        ...

    def delete(self) -> None:
        """Delete all versions."""
        ...


class KeptVersions:
    """A history behind `DriveJobs`. After »Opgiv« it is said to be unreadable."""

    def __init__(self, folder: Path, draft_id: str, drive: DriveJobs) -> None:
        """`folder` holds the histories of all drafts."""
        self._folder = folder
        self._id = draft_id
        self._drive = drive

    def versions(self) -> list[Version]:
        """Returns the versions, newest first.

        Raises:
            RefusedFileError: the history cannot be read, or the drive does not answer.
        """
        return self._drive.ask(self._history().versions, _not_read)

    def content(self, number: int) -> bytes:
        """Returns the bytes of the version with this number.

        Raises:
            RefusedFileError: it cannot be read, or the drive does not answer.
        """
        return self._drive.ask(partial(self._history().content, number), _not_read)

    def size(self) -> int:
        """Returns the size on disk in bytes; 0 when the drive does not answer soon."""
        return self._drive.answer(self._history().size, 0)

    def delete(self) -> None:
        """Delete all versions.

        Raises:
            SaveFailedError: not all could be deleted, or the drive does not answer.
        """
        self._drive.ask(self._history().delete, lambda: HistoryNotDeletedError(self._id, _NO_ANSWER))

    def _history(self) -> History:
        """Returns a history of its own for each job: one that was given up still uses the former."""
        return History(self._folder, self._id)


def _not_read() -> HistoryNotReadError:
    return HistoryNotReadError("", _NO_ANSWER)
