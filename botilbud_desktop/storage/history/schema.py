"""The tables of the file with the earlier versions of a draft, and how it is opened without trusting it.

The file may be anything: incomplete, another program's, or made to do harm. Its schema must be exactly ours, so that it
has no views, triggers or odd columns, and SQLite is set to distrust it in any case.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE
from botilbud_desktop.storage.history.errors import DamagedHistoryError, HistoryNotReadError

if TYPE_CHECKING:
    from sqlite3 import Connection

BUSY_TIMEOUT = 2.0
"""Seconds to wait for another process that reads or writes."""

_OWNER = 0x426F5469
"""The `application_id` of the file: »BoTi«."""
_VERSION = 1
_CONTENT = """\
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL,
    size INTEGER NOT NULL,
    anchor INTEGER,
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT"""
"""Each content is stored once, by its SHA-256. `size`, `before` and `after` are bytes; `anchor` is the `id` of the
content that `data` builds on, NULL when `data` is whole."""

_VERSIONS = """\
CREATE TABLE version (
    number INTEGER PRIMARY KEY,
    content INTEGER NOT NULL,
    at INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    name TEXT NOT NULL,
    machine TEXT NOT NULL,
    reason TEXT NOT NULL,
    place TEXT NOT NULL
) STRICT"""
"""`at` is microseconds since 1970 (UTC), `utc_offset` the seconds that local time was ahead of UTC. `place` is the path
of the version's file, as returned by `place_of`."""

_SCHEMA = (
    ("table", "content", _CONTENT),
    ("table", "version", _VERSIONS),
    ("index", "content_by_digest", "CREATE UNIQUE INDEX content_by_digest ON content (digest)"),
    ("index", "content_by_anchor", "CREATE INDEX content_by_anchor ON content (anchor)"),
    ("index", "version_by_content", "CREATE INDEX version_by_content ON version (content)"),
)

_LONGEST_VALUE = LARGEST_FILE + 100_000
_LONGEST_STATEMENT = 10_000


def connect(path: Path) -> "Connection":
    """Returns a connection to the file at `path`, which is created when missing. Nothing is read yet.

    Transactions are begun and ended explicitly. Only the thread that made the connection may use it.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    import sqlite3

    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT, isolation_level=None)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
    connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST_STATEMENT)
    connection.text_factory = _decoded
    return connection


def is_begun(connection: "Connection", file: str) -> bool:
    """Whether the file named `file` has our tables and nothing else; False when it is empty.

    Raises:
        DamagedHistoryError: it has something else.
        HistoryNotReadError: a newer program wrote it.
        sqlite3.Error: it cannot be read.
    """
    owner, version = number_of(connection, "PRAGMA application_id"), number_of(connection, "PRAGMA user_version")
    if owner == _OWNER and version > _VERSION:
        raise HistoryNotReadError(file, "den er lavet med en nyere version af programmet")
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchmany(len(_SCHEMA) + 1)
    if not found and (owner, version) == (0, 0):
        return False
    if len(found) != len(_SCHEMA) or set(found) != set(_SCHEMA) or (owner, version) != (_OWNER, _VERSION):
        raise DamagedHistoryError(file)
    return True


def begin(connection: "Connection") -> None:
    """Create our tables in an empty file, within the current transaction."""
    for _kind, _name, statement in _SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_OWNER}")
    connection.execute(f"PRAGMA user_version = {_VERSION}")


def number_of(connection: "Connection", statement: str) -> int:
    """Returns the single number that a statement yields."""
    return int(connection.execute(statement).fetchone()[0])


def _decoded(text: bytes) -> str:
    """Decode a text of the file; invalid bytes become U+FFFD."""
    return text.decode("utf-8", "replace")
