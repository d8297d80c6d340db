"""The contents of a draft's earlier versions: each stored once, packed, its digest verified on reading.

Most contents are packed with an anchor: a content that is stored whole. A new anchor begins when the current one has
`MOST_PER_ANCHOR` contents, or when these together are as large as the anchor itself: it then differs too much from
what is written now. So at most that many contents depend on one anchor, and the space is at most about twice that of
the best choice of anchors.
"""

import hashlib
from typing import TYPE_CHECKING

from pydantic import ValidationError

from botilbud_desktop.domain.model import Model
from botilbud_desktop.storage.history.packing import BadPackingError, Packed, pack, unpack

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_PER_ANCHOR = 64
"""Maximum contents that share one anchor, including the anchor itself."""

_FIND = "SELECT id FROM content WHERE digest = ?"
_READ = "SELECT digest, size, anchor, before, after, data FROM content WHERE id = ?"
_NEWEST = "SELECT id, anchor FROM content WHERE id = (SELECT max(id) FROM content)"
_WEIGH = "SELECT count(*), coalesce(sum(length(data)), 0) FROM content WHERE anchor = ?"
_ADD = "INSERT INTO content (digest, size, anchor, before, after, data) VALUES (?, ?, ?, ?, ?, ?)"
_REPAIR = "UPDATE content SET digest = ?, size = ?, anchor = NULL, before = 0, after = 0, data = ? WHERE id = ?"
_DROP_PACKED = """
    DELETE FROM content WHERE anchor IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM version WHERE version.content = content.id)
"""
_DROP_WHOLE = """
    DELETE FROM content WHERE anchor IS NULL
    AND NOT EXISTS (SELECT 1 FROM version WHERE version.content = content.id)
    AND NOT EXISTS (SELECT 1 FROM content AS packed WHERE packed.anchor = content.id)
"""


class _Row(Model):
    """A content as it is stored. It is validated, since a file may not conform to its table definitions."""

    digest: bytes
    size: int
    anchor: int | None
    before: int
    after: int
    data: bytes


class BadContentError(Exception):
    """A stored content that differs from what was stored: damaged or forged."""


def store_content(connection: "Connection", content: bytes, digest: bytes) -> int:
    """Store `content` unless it is there already, and return its id. A damaged one is repaired.

    Raises:
        BadContentError: the stored content reads back as something else; the file is damaged.
    """
    found = content_id_of(connection, digest)
    if found is None:
        found = _add(connection, content, digest)
    elif not _is_sound(connection, found):
        connection.execute(_REPAIR, (digest, len(content), pack(content).data, found))
    if read_content(connection, found) != content:
        raise BadContentError
    return found


def content_id_of(connection: "Connection", digest: bytes) -> int | None:
    """Returns the id of the content with the SHA-256 `digest`; None when there is none."""
    found = connection.execute(_FIND, (digest,)).fetchone()
    return None if found is None else found[0]


def read_content(connection: "Connection", content_id: int) -> bytes:
    """Returns the content with this id.

    Raises:
        BadContentError: the content or its anchor is damaged or missing.
    """
    row = _row(connection, content_id)
    anchor = b""
    if row.anchor is not None:
        its_anchor = _row(connection, row.anchor)
        if its_anchor.anchor is not None:
            raise BadContentError
        anchor = _content(its_anchor)
    return _content(row, anchor)


def drop_unused(connection: "Connection") -> None:
    """Delete the contents that no version uses, except anchors of other contents."""
    connection.execute(_DROP_PACKED)
    connection.execute(_DROP_WHOLE)


def _is_sound(connection: "Connection", content_id: int) -> bool:
    try:
        read_content(connection, content_id)
    except BadContentError:
        return False
    return True


def _add(connection: "Connection", content: bytes, digest: bytes) -> int:
    anchor_id, anchor = _anchor_in_use(connection)
    before, after, data = pack(content, anchor)
    row = (digest, len(content), anchor_id, before, after, data)
    added = connection.execute(_ADD, row).lastrowid
    if added is None:
        raise BadContentError
    return added


def _anchor_in_use(connection: "Connection") -> tuple[int | None, bytes]:
    """Returns the id and content of the anchor for the next content; None when that becomes an anchor itself."""
    newest = connection.execute(_NEWEST).fetchone()
    if newest is None:
        return None, b""
    anchor_id = newest[0] if newest[1] is None else newest[1]
    try:
        row = _row(connection, anchor_id)
        count, weight = connection.execute(_WEIGH, (anchor_id,)).fetchone()
        if row.anchor is not None or count >= MOST_PER_ANCHOR - 1 or weight > len(row.data):
            return None, b""
        return anchor_id, _content(row)
    except BadContentError:
        return None, b""


def _row(connection: "Connection", content_id: int) -> _Row:
    stored = connection.execute(_READ, (content_id,)).fetchone()
    if stored is None:
        raise BadContentError
    try:
        return _Row.model_validate(dict(zip(_Row.model_fields, stored, strict=True)))
    except ValidationError:
        raise BadContentError from None


def _content(row: _Row, anchor: bytes = b"") -> bytes:
    try:
        content = unpack(Packed(row.before, row.after, row.data), row.size, anchor)
    except BadPackingError as error:
        raise BadContentError from error
    if hashlib.sha256(content).digest() != row.digest:
        raise BadContentError
    return content
