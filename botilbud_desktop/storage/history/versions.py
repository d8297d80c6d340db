"""The earlier versions of a draft (»Tidligere versioner«): what each save wrote, by whom and when.

They are stored on this machine, one file per draft, and only supplement the draft's own file: a history that cannot be
written does not stop a save, and a damaged one is set aside and replaced by a new one.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from functools import partial
from itertools import batched
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationError

from botilbud_desktop.domain.model import Model
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.history.contents import (
    BadContentError,
    content_id_of,
    drop_unused,
    read_content,
    store_content,
)
from botilbud_desktop.storage.history.errors import DamagedHistoryError, HistoryNotWrittenError, VersionNotReadError
from botilbud_desktop.storage.history.file import HistoryFile
from botilbud_desktop.storage.history.retention import kept_versions
from botilbud_desktop.storage.history.schema import number_of
from botilbud_desktop.storage.paths import OwnFile
from botilbud_desktop.storage.user.person import Person

if TYPE_CHECKING:
    from sqlite3 import Connection

LARGEST_HISTORY = 20_000_000
"""Maximum bytes of a draft's history after retention is applied."""

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_NAME = 80
_DAMAGED = "den er beskadiget"
_LARGEST_NUMBER = 2**53
_MOST_LISTED = 1_000_000
_AT_A_TIME = 16

_NEWEST = """
    SELECT version.number, content.digest, version.place, version.reason
    FROM version LEFT JOIN content ON content.id = version.content
    WHERE version.number = (SELECT max(number) FROM version)
"""
_ADD = """
    INSERT INTO version (number, content, at, utc_offset, name, machine, reason, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_LIST = """
    SELECT version.number, content.digest, version.at, version.utc_offset, version.name, version.machine,
    version.reason, content.size, version.place FROM version JOIN content ON content.id = version.content
    ORDER BY version.number DESC LIMIT ?
"""
_CONTENT_OF = "SELECT content FROM version WHERE number = ?"
_CONTENTS = "SELECT content FROM version GROUP BY content ORDER BY min(number)"
_MOMENTS = "SELECT number, at, utc_offset, reason FROM version"
_NUMBERS_OF = """
    SELECT version.number FROM version JOIN content ON content.id = version.content WHERE content.digest = ?
"""
_MARK = "UPDATE version SET reason = ? WHERE number = ? AND reason IN ('saved', 'automatic')"
_DROP = "DELETE FROM version WHERE number = ?"
_DROP_OLDEST = """
    DELETE FROM version WHERE number IN (
        SELECT number FROM version WHERE number < (SELECT max(number) FROM version)
        ORDER BY reason IN ('copied', 'opened'), number LIMIT ?
    )
"""


class Reason(StrEnum):
    """Why a version was kept."""

    OPENED = "opened"
    """It was found in the file."""
    SAVED = "saved"
    AUTOMATIC = "automatic"
    """It was saved by the program, not on the user's request."""
    RESTORED = "restored"
    """An earlier version was restored."""
    MERGED = "merged"
    """It was merged with a copy."""
    COPIED = "copied"
    """A copy was made of it, or it was exported."""
    DISCARDED = "discarded"
    """It was recovered after a crash, and the user discarded it."""


_COPIES_BEGAN_WITH = frozenset({Reason.COPIED, Reason.OPENED})
"""Versions that somebody else may have, or has had: what their copies grew out of. They are kept at any age."""


class Version(NamedTuple):
    """An earlier version, without its content."""

    number: int
    """The order in which versions were kept, whatever the clock said."""
    digest: str
    """The SHA-256 of the content in hexadecimal."""
    at: datetime
    """When it was kept, in the local time of that moment."""
    by: Person
    reason: Reason
    size: int
    """Bytes of the content."""
    place: str = ""
    """The path of the version's file, as returned by `place_of`; "" when unknown."""


class _Row(Model):
    """A version as it is stored. It is validated, since a file may not conform to its table definitions."""

    number: int
    digest: bytes
    at: int
    utc_offset: int
    name: str
    machine: str
    reason: str
    size: int
    place: str


class History:
    """The earlier versions of one draft.

    It may be made in one thread and used in another, but by one at a time. Several processes may use the same history:
    each waits up to two seconds for the other. Nothing is created on disk until the first version is kept.
    """

    def __init__(self, folder: Path, draft_id: str, *, most_bytes: int = LARGEST_HISTORY, is_kept: bool = True) -> None:
        """`folder` holds the histories of all drafts; it need not exist. `apply_retention` leaves at most `most_bytes`.

        Without `is_kept` nothing is added to it; what it holds can be read, and grows old as ever.

        Raises:
            ValueError: `draft_id` is not a UUID.
        """
        name = draft_id.lower()
        if not _ID.fullmatch(name):
            raise ValueError("the id of a draft is a UUID")
        self._name = f"{name}{OwnFile.HISTORY}"
        self._file = HistoryFile(folder / self._name)
        self._most_bytes = most_bytes
        self._is_kept = is_kept

    def keep(self, content: bytes, at: datetime, by: Person, reason: Reason, place: str = "") -> None:
        """Keep `content` as the newest version unless that has the same content and file. On return it is on disk.

        Discarded content is kept again when it is saved. The newest version is marked when it is copied.

        Args:
            content: the bytes of a draft file.
            at: now (aware).
            by: who wrote it, as far as known.
            reason: why.
            place: the path of the version's file, as returned by `place_of`; "" when there is none.

        Raises:
            HistoryNotWrittenError: a `SaveFailedError`: it was not kept, and the history is unchanged.
            ValueError: `at` has no time zone.
        """
        if not self._is_kept:
            return
        offset = at.utcoffset()
        if offset is None:
            raise ValueError("the moment of a version has a time zone")
        if len(content) > LARGEST_FILE:
            raise HistoryNotWrittenError(self._name, f"kladden er større end {LARGEST_FILE // 1_000_000} MB")
        digest = hashlib.sha256(content).digest()
        moment = ((at - _EPOCH) // timedelta(microseconds=1), offset // timedelta(seconds=1))
        who = (printable(by.name, _LONGEST_NAME), printable(by.machine, _LONGEST_NAME))

        def add(connection: "Connection") -> None:
            number, *newest = connection.execute(_NEWEST).fetchone() or (0, None, None, None)
            if not 0 <= number < _LARGEST_NUMBER:
                raise DamagedHistoryError(self._name)
            if newest[:2] == [digest, place] and (newest[2] != Reason.DISCARDED or reason is Reason.DISCARDED):
                if reason is Reason.COPIED:
                    _mark_copied(connection, number)
                return
            try:
                content_id = store_content(connection, content, digest)
            except BadContentError as error:
                raise DamagedHistoryError(self._name) from error
            connection.execute(_ADD, (number + 1, content_id, *moment, *who, reason.value, place))

        self._file.change(add)

    def keep_copied(self, content: bytes) -> None:
        """Record that a version was copied whose content this is, so that it is kept at any age.

        Raises:
            HistoryNotWrittenError: a `SaveFailedError`: it was not recorded.
        """
        if not self._is_kept:
            return
        digest = hashlib.sha256(content).digest()

        def mark(connection: "Connection") -> None:
            for (number,) in connection.execute(_NUMBERS_OF, (digest,)).fetchall():
                _mark_copied(connection, number)

        self._file.change(mark)

    def versions(self) -> list[Version]:
        """Returns the versions, newest first.

        Raises:
            HistoryNotReadError: a `RefusedFileError`.
        """
        return self._file.read(_listed, [])

    def content(self, number: int) -> bytes:
        """Returns the content of the version with this number: the bytes of a draft file.

        Raises:
            VersionNotReadError: it is damaged, or no longer there; the other versions can be read.
            HistoryNotReadError: the file cannot be read. Both are a `RefusedFileError`.
        """

        def found(connection: "Connection") -> bytes | None:
            row = connection.execute(_CONTENT_OF, (number,)).fetchone()
            return None if row is None else read_content(connection, row[0])

        content = self._read_one(found)
        if content is None:
            raise VersionNotReadError(self._name, "den er der ikke længere")
        return content

    def content_of(self, digest: str) -> bytes | None:
        """Returns the content with this SHA-256 (hexadecimal), if it is or was a version's; None when unknown.

        Raises:
            VersionNotReadError: it is damaged.
            HistoryNotReadError: the file cannot be read. Both are a `RefusedFileError`.
        """
        try:
            wanted = bytes.fromhex(digest)
        except ValueError:
            return None

        def found(connection: "Connection") -> bytes | None:
            content_id = content_id_of(connection, wanted)
            return None if content_id is None else read_content(connection, content_id)

        content = self._read_one(found)
        if content is not None and hashlib.sha256(content).digest() != wanted:
            raise VersionNotReadError(self._name, _DAMAGED)
        return content

    def contents(self, on_damaged: Callable[[], None] | None = None) -> Iterator[bytes]:
        """Yields the distinct contents of all versions, oldest first, read a few at a time.

        Damaged ones are skipped; `on_damaged` is called for each.

        Raises:
            HistoryNotReadError: a `RefusedFileError`.
        """
        no_ids: list[int] = []
        nothing: list[bytes | None] = []
        for ids in batched(self._file.read(_content_ids, no_ids), _AT_A_TIME):
            for content in self._file.read(partial(_readable, ids=ids), nothing):
                if content is not None:
                    yield content
                elif on_damaged is not None:
                    on_damaged()

    def is_set_aside(self) -> bool:
        """Whether earlier versions of this draft were damaged once and set aside."""
        return self._file.is_set_aside()

    def apply_retention(self, now: datetime) -> None:
        """Drop versions by age (see `retention`), then the oldest ones while the history is too large.

        The newest version is never dropped. Free space is returned to the drive when there is enough of it. Before that
        the whole file is checked, and set aside when it is damaged.

        Args:
            now: the time (aware) from which ages are counted.

        Raises:
            HistoryNotWrittenError: a `SaveFailedError`: nothing was dropped, or the space could not be returned.
        """

        def drop_old(connection: "Connection") -> None:
            rows = connection.execute(_MOMENTS).fetchall()
            moments = ((number, _moment(at, offset)) for number, at, offset, _reason in rows)
            versions = [(number, at) for number, at in moments if at is not None]
            left = {number for number, _at, _offset, reason in rows if reason in _COPIES_BEGAN_WITH}
            kept = kept_versions(versions, now, left)
            connection.executemany(_DROP, [(number,) for number, _at in versions if number not in kept])
            drop_unused(connection)
            _drop_excess(connection, self._most_bytes)

        self._file.tidy(drop_old, self._most_bytes)

    def delete(self) -> None:
        """Delete the whole history of this draft, including files set aside.

        Raises:
            HistoryNotDeletedError: a `SaveFailedError`: some of it could not be deleted.
        """
        self._file.delete()

    def size(self) -> int:
        """Returns the bytes that the history takes on the drive."""
        return self._file.size()

    def _read_one(self, find: Callable[["Connection"], bytes | None]) -> bytes | None:
        try:
            return self._file.read(find, None)
        except BadContentError as error:
            raise VersionNotReadError(self._name, _DAMAGED) from error


def _mark_copied(connection: "Connection", number: int) -> None:
    """Mark the version, unless its reason already keeps it or says more."""
    connection.execute(_MARK, (Reason.COPIED.value, number))


def _listed(connection: "Connection") -> list[Version]:
    versions = map(_version, connection.execute(_LIST, (_MOST_LISTED,)))
    return [version for version in versions if version is not None]


def _version(stored: tuple[Any, ...]) -> Version | None:
    """Returns the version in a row; None when the row is invalid."""
    try:
        row = _Row.model_validate(dict(zip(_Row.model_fields, stored, strict=True)))
    except ValidationError:
        return None
    at = _moment(row.at, row.utc_offset)
    if at is None:
        return None
    by = Person(printable(row.name, _LONGEST_NAME), printable(row.machine, _LONGEST_NAME))
    reason = Reason(row.reason) if row.reason in Reason else Reason.SAVED  # a newer program may know others
    return Version(row.number, row.digest.hex(), at, by, reason, row.size, row.place)


def _moment(at: int, utc_offset: int) -> datetime | None:
    """Returns the time of a row; None when there is no such time."""
    try:
        return (_EPOCH + timedelta(microseconds=at)).astimezone(timezone(timedelta(seconds=utc_offset)))
    except (OverflowError, ValueError):
        return None


def _content_ids(connection: "Connection") -> list[int]:
    """Returns the ids of the contents of all versions, in the order in which they were first kept."""
    return [row[0] for row in connection.execute(_CONTENTS)]


def _readable(connection: "Connection", ids: Iterable[int]) -> list[bytes | None]:
    """Returns the contents with these ids; None for a damaged one."""
    contents: list[bytes | None] = []
    for content_id in ids:
        try:
            contents.append(read_content(connection, content_id))
        except BadContentError:
            contents.append(None)
    return contents


def _drop_excess(connection: "Connection", most_bytes: int) -> None:
    """Drop the oldest tenth repeatedly, until the rest takes at most `most_bytes`.

    Those that copies may have been made from go last, and the newest never.
    """
    page_size = number_of(connection, "PRAGMA page_size")
    while True:
        used = number_of(connection, "PRAGMA page_count") - number_of(connection, "PRAGMA freelist_count")
        count = number_of(connection, "SELECT count(*) FROM version")
        if used * page_size <= most_bytes or count <= 1:
            return
        connection.execute(_DROP_OLDEST, (max(count // 10, 1),))
        drop_unused(connection)
