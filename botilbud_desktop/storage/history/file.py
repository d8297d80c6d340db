"""The SQLite file with the earlier versions of one draft: opened for each operation, checked, set aside when damaged.

**Nothing is open between two operations.** So the file can be deleted, moved and backed up at any time (Windows blocks
this for an open one), no lock is held longer than needed, and any thread can use the file. Opening takes a fraction of
the time of one flush to disk.

**The journal is a rollback journal, not a write-ahead log.** A write-ahead log needs shared memory, which the network
drives that hold user profiles do not have. It saves nothing when the file is closed after each operation. With a
rollback journal the one file is the whole history. The journal is truncated instead of deleted, which takes fewer disk
operations and gives antivirus programs nothing to hold; `synchronous` is FULL. A kill or a power cut at any instant
leaves the content from before or after the operation: the next opening rolls back an unfinished one.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem
from botilbud_desktop.storage.files.path_calls import exists, is_not_there, paths_in, status
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.history.errors import (
    DamagedHistoryError,
    HistoryNotDeletedError,
    HistoryNotReadError,
    HistoryNotWrittenError,
    means_damage,
    reading_reason,
    writing_reason,
)
from botilbud_desktop.storage.history.schema import begin, connect, is_begun, number_of

if TYPE_CHECKING:
    from sqlite3 import Connection

SET_ASIDE = ".beskadiget"
"""Appended to the name of a damaged file, followed by `-2` and so on when that name is taken."""

_BESIDE = ("-journal", "-wal", "-shm")
"""Endings of the files that SQLite creates beside its own."""
_VACUUM_DIVISOR = 8
"""A file is rewritten when at least this part of it (one eighth) is free space."""

type _Identity = tuple[int, int] | None


class _SuspectedDamageError(Exception):
    """The file that was just `opened` looks damaged."""

    def __init__(self, opened: _Identity) -> None:
        super().__init__(opened)
        self.opened = opened


class HistoryFile:
    """The file at a path; it need not exist, and only `change` creates it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read[Answer](self, work: Callable[["Connection"], Answer], default: Answer) -> Answer:
        """Returns what `work` reads, as one consistent state; `default` when there is no file yet.

        Raises:
            HistoryNotReadError: the file cannot be read, or is damaged (`DamagedHistoryError`).
        """
        import sqlite3

        try:
            if not _has_content(self._path):
                return default
            with closing(connect(self._path)) as connection:
                connection.execute("BEGIN")
                return work(connection) if is_begun(connection, self._path.name) else default
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if means_damage(error):
                raise DamagedHistoryError(self._path.name) from error
            raise HistoryNotReadError(self._path.name, reading_reason(error)) from error
        except OSError as error:
            raise HistoryNotReadError(self._path.name, reading_problem(error)) from error

    def change(self, work: Callable[["Connection"], None]) -> None:
        """Let `work` change the file in one transaction. On return the change is on disk.

        A missing file is created. A damaged one is set aside, and `work` is called again on a new one.

        Raises:
            HistoryNotWrittenError: the file was not changed.
        """
        try:
            self._transact(work)
        except DamagedHistoryError:
            try:
                self._transact(work)
            except DamagedHistoryError as error:
                raise HistoryNotWrittenError(error.file, error.reason) from error

    def tidy(self, work: Callable[["Connection"], None], most_bytes: int) -> None:
        """Check the whole file, let `work` remove content from it, and return free space to the drive.

        A missing file stays missing; a damaged one is set aside, and nothing else is done.

        Args:
            work: the removal, called in one transaction.
            most_bytes: a larger file returns all its free space, a smaller one only when there is enough of it.

        Raises:
            HistoryNotWrittenError: nothing was removed, or the space could not be returned.
        """

        def on_sound_file(connection: "Connection") -> None:
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise DamagedHistoryError(self._path.name)
            work(connection)

        try:
            if _has_content(self._path):
                self._transact(on_sound_file)
                self._vacuum(most_bytes)
        except DamagedHistoryError:
            return
        except OSError as error:
            raise HistoryNotWrittenError(self._path.name, saving_problem(error)) from error

    def size(self) -> int:
        """Returns the bytes on the drive, including files set aside: what `delete` frees. 0 when unknown."""
        total = 0
        for path in self._all_files():
            with suppress(OSError):
                total += status(path).st_size
        return total

    def is_set_aside(self) -> bool:
        """Whether a damaged file was set aside; False when unknown."""
        return any(path.name.startswith(self._path.name + SET_ASIDE) for path in self._all_files())

    def delete(self) -> None:
        """Delete the file, SQLite's files beside it, and the files set aside.

        Raises:
            HistoryNotDeletedError: some file could not be deleted.
        """
        failure: OSError | None = None
        for path in self._all_files():
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                failure = error
        if failure is not None:
            raise HistoryNotDeletedError(self._path.name, saving_problem(failure)) from failure

    def _all_files(self) -> list[Path]:
        """Returns the existing files, the history itself first: SQLite ignores a journal without it."""
        name = self._path.name
        names = (name, *(name + ending for ending in _BESIDE))
        with suppress(OSError):
            entries = sorted(paths_in(self._path.parent))
            return [path for path in entries if path.name in names or path.name.startswith(name + SET_ASIDE)]
        return []

    def _transact(self, work: Callable[["Connection"], None]) -> None:
        """Like `change`, but a damaged file is only set aside.

        A single read error of the drive looks like damage to SQLite, so damage counts only when it is found twice.

        Raises:
            DamagedHistoryError: the file was damaged and is set aside.
            HistoryNotWrittenError: the file was not changed.
        """
        try:
            self._attempt(work)
        except _SuspectedDamageError:
            try:
                self._attempt(work)
            except _SuspectedDamageError as suspected:
                self._set_aside(suspected.opened)
                raise DamagedHistoryError(self._path.name) from suspected

    def _attempt(self, work: Callable[["Connection"], None]) -> None:
        """Like `change`, but a damaged file stays in place.

        Raises:
            _SuspectedDamageError: the file looks damaged.
            HistoryNotWrittenError: the file was not changed.
        """
        import sqlite3

        name = self._path.name
        opened: _Identity = None
        try:
            make_private_folder(self._path.parent)
            opened = _identity(self._path)
            with closing(connect(self._path)) as connection:
                connection.execute("PRAGMA journal_mode = TRUNCATE")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("BEGIN IMMEDIATE")
                if not is_begun(connection, name):
                    begin(connection)
                work(connection)
                connection.execute("COMMIT")
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if not means_damage(error):
                raise HistoryNotWrittenError(name, writing_reason(error)) from error
            raise _SuspectedDamageError(opened) from error
        except DamagedHistoryError as error:
            raise _SuspectedDamageError(opened) from error
        except HistoryNotReadError as error:
            raise HistoryNotWrittenError(name, error.reason) from error
        except OSError as error:
            raise HistoryNotWrittenError(name, saving_problem(error)) from error

    def _vacuum(self, most_bytes: int) -> None:
        """Rewrite the file without its free space, when there is enough of it. It is replaced in one transaction."""
        import sqlite3

        try:
            with closing(connect(self._path)) as connection:
                pages, free = number_of(connection, "PRAGMA page_count"), number_of(connection, "PRAGMA freelist_count")
                is_too_large = pages * number_of(connection, "PRAGMA page_size") > most_bytes
                if free and (is_too_large or free * _VACUUM_DIVISOR >= pages):
                    connection.execute("PRAGMA journal_mode = TRUNCATE")
                    connection.execute("PRAGMA synchronous = FULL")
                    connection.execute("PRAGMA temp_store = MEMORY")  # no copy in the folder for temporary files
                    connection.execute("VACUUM")
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise HistoryNotWrittenError(self._path.name, writing_reason(error)) from error

    def _set_aside(self, opened: _Identity) -> None:
        """Move the file that was `opened` away, unless another process has done so already.

        Its journal is moved too, but after it: SQLite ignores a journal whose file is missing.

        Raises:
            HistoryNotWrittenError: it could not be moved.
        """
        try:
            if opened is None or _identity(self._path) != opened:
                return
            target = self._free_name()
            self._path.replace(target)
            for ending in _BESIDE:
                with suppress(FileNotFoundError):
                    self._path.with_name(self._path.name + ending).replace(target.with_name(target.name + ending))
        except OSError as error:
            raise HistoryNotWrittenError(self._path.name, saving_problem(error)) from error

    def _free_name(self) -> Path:
        endings = (SET_ASIDE if number == 1 else f"{SET_ASIDE}-{number}" for number in count(1))
        paths = (self._path.with_name(self._path.name + ending) for ending in endings)
        return next(path for path in paths if not exists(path))


def _has_content(path: Path) -> bool:
    """Whether there is a non-empty file. A kill before the first commit leaves an empty one.

    Raises:
        OSError: the drive cannot tell.
    """
    try:
        return status(path).st_size > 0
    except FileNotFoundError as error:
        if is_not_there(error):
            return False
        raise


def _identity(path: Path) -> _Identity:
    """Returns what tells the file at a path from one that replaces it; None when there is none.

    That is its device and inode. Some network drives have no inodes and give all files the number 0: there it is its
    size and the time of its last change.

    Raises:
        OSError: the drive cannot tell.
    """
    try:
        information = status(path)
    except FileNotFoundError as error:
        if is_not_there(error):
            return None
        raise
    if information.st_ino:
        return information.st_dev, information.st_ino
    return information.st_size, information.st_mtime_ns
