"""The SQLite file with the earlier versions of one draft: opened for each operation, checked, set aside when damaged.

**Nothing is open between two operations.** The file can then be deleted, moved and backed up at any time (Windows lets
nobody touch an open one), no lock outlives what it is for, and it does not matter which thread asks: opening takes a
fraction of what one flush to the disk does.

**The journal is a rollback journal, not a write-ahead log.** A log needs memory that processes share, which the network
drives that profiles lie on do not have; it saves nothing when the file is closed after each operation; and with a
rollback journal the one file is the whole history. The journal is cut to nothing instead of deleted, which is fewer
steps for the disk and nothing for an antivirus program to catch; `synchronous` is FULL. A kill or a power cut at any
instant leaves the content from before or after the operation: the next opening rolls back what was half done.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.history.errors import (
    DamagedHistoryError,
    HistoryNotDeletedError,
    HistoryNotReadError,
    HistoryNotWrittenError,
    reading_reason,
    tells_of_damage,
    writing_reason,
)
from botilbud_desktop.storage.history.schema import begin, connect, is_begun, number_of

if TYPE_CHECKING:
    from sqlite3 import Connection

SET_ASIDE = ".beskadiget"
"""Put behind the name of a file that is damaged, with `-2` and so on behind it when there is one already."""

_BESIDE = ("-journal", "-wal", "-shm")
"""Endings of the files that SQLite puts beside its own."""
_WORTH_WRITING_ANEW = 8
"""A file of which this part (an eighth) is free space is written anew."""

type _Identity = tuple[int, int] | None


class _SeenDamageError(Exception):
    """What was just `opened` looks damaged."""

    def __init__(self, opened: _Identity) -> None:
        super().__init__(opened)
        self.opened = opened


class HistoryFile:
    """The file at a path; it need not exist, and only `change` makes it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read[Answer](self, work: Callable[["Connection"], Answer], default: Answer) -> Answer:
        """What `work` reads, all of it as at one moment; `default` when there is no file yet.

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
            if tells_of_damage(error):
                raise DamagedHistoryError(self._path.name) from error
            raise HistoryNotReadError(self._path.name, reading_reason(error)) from error
        except OSError as error:
            raise HistoryNotReadError(self._path.name, reading_problem(error)) from error

    def change(self, work: Callable[["Connection"], None]) -> None:
        """Let `work` change the file in one transaction. When this returns, the change is on the disk.

        A missing file is made. A damaged one is set aside and a new one begun, in which `work` is called again.

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
        """Look whether the whole file is sound, let `work` take away from it, and give the space back to the drive.

        A missing file stays missing; a damaged one is set aside, and nothing is done.

        Args:
            work: what is to be done in one transaction.
            most_bytes: a larger file gives back all that is free in it, a smaller one when that is worth the writing.

        Raises:
            HistoryNotWrittenError: nothing was taken away, or the space could not be given back.
        """

        def on_sound_file(connection: "Connection") -> None:
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise DamagedHistoryError(self._path.name)
            work(connection)

        try:
            if _has_content(self._path):
                self._transact(on_sound_file)
                self._give_back(most_bytes)
        except DamagedHistoryError:
            return
        except OSError as error:
            raise HistoryNotWrittenError(self._path.name, saving_problem(error)) from error

    def size(self) -> int:
        """Bytes on the drive, with what was set aside: what `delete` frees. 0 when that cannot be told."""
        total = 0
        for path in self._all_files():
            with suppress(OSError):
                total += path.stat().st_size
        return total

    def delete(self) -> None:
        """Delete the file, what SQLite put beside it, and what was set aside.

        Raises:
            HistoryNotDeletedError: something is still there.
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
        """The files that are there, the history itself first: SQLite ignores a journal without it."""
        name = self._path.name
        names = (name, *(name + ending for ending in _BESIDE))
        with suppress(OSError):
            entries = sorted(self._path.parent.iterdir())
            return [path for path in entries if path.name in names or path.name.startswith(name + SET_ASIDE)]
        return []

    def _transact(self, work: Callable[["Connection"], None]) -> None:
        """As `change`, but a damaged file is only set aside.

        A drive that fails to read once looks to SQLite like damage, so that is believed when it is seen twice.

        Raises:
            DamagedHistoryError: it was.
            HistoryNotWrittenError: the file was not changed.
        """
        try:
            self._try(work)
        except _SeenDamageError:
            try:
                self._try(work)
            except _SeenDamageError as seen:
                self._set_aside(seen.opened)
                raise DamagedHistoryError(self._path.name) from seen

    def _try(self, work: Callable[["Connection"], None]) -> None:
        """As `change`, but a damaged file stays where it is.

        Raises:
            _SeenDamageError: it looks damaged.
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
            if not tells_of_damage(error):
                raise HistoryNotWrittenError(name, writing_reason(error)) from error
            raise _SeenDamageError(opened) from error
        except DamagedHistoryError as error:
            raise _SeenDamageError(opened) from error
        except HistoryNotReadError as error:
            raise HistoryNotWrittenError(name, error.reason) from error
        except OSError as error:
            raise HistoryNotWrittenError(name, saving_problem(error)) from error

    def _give_back(self, most_bytes: int) -> None:
        """Write the file anew without the free space in it, when that is much. It is replaced in one transaction."""
        import sqlite3

        try:
            with closing(connect(self._path)) as connection:
                pages, free = number_of(connection, "PRAGMA page_count"), number_of(connection, "PRAGMA freelist_count")
                is_too_large = pages * number_of(connection, "PRAGMA page_size") > most_bytes
                if free and (is_too_large or free * _WORTH_WRITING_ANEW >= pages):
                    connection.execute("PRAGMA journal_mode = TRUNCATE")
                    connection.execute("PRAGMA synchronous = FULL")
                    connection.execute("PRAGMA temp_store = MEMORY")  # no copy of a draft in the folder for such files
                    connection.execute("VACUUM")
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise HistoryNotWrittenError(self._path.name, writing_reason(error)) from error

    def _set_aside(self, opened: _Identity) -> None:
        """Move the file away that was `opened`, unless another process has done so already.

        Its journal goes with it, and after it: SQLite ignores one whose file is missing.

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
        return next(path for path in paths if not path.exists())


def _has_content(path: Path) -> bool:
    """Whether there is a file with anything in it. An empty one is what a kill before the first commit leaves.

    Raises:
        OSError: the drive does not tell.
    """
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False


def _identity(path: Path) -> _Identity:
    """Which file of the drive lies at a path; None when there is none."""
    try:
        information = path.stat()
    except FileNotFoundError:
        return None
    return information.st_dev, information.st_ino
