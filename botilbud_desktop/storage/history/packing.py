"""Packs a content as its difference from another one, its anchor.

The bytes that both begin and end with are not stored again; the bytes between are compressed with the anchor as the
dictionary. While somebody types in one position, these are the few words typed since the anchor. The dictionary is the
last 32 KB of the anchor before the end of the difference: deflate cannot look further back.
"""

import zlib
from typing import NamedTuple

from botilbud_desktop.domain.text.common_ends import common_end, common_start
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE

_RAW = -15
"""Deflate with a window of 32 KB and no checksum of its own: the digest of the whole content is checked instead."""
_WINDOW = 32_768
_LEVEL = 6
_MEMORY = 9


class Packed(NamedTuple):
    """A content without what it shares with its anchor."""

    before: int
    """Number of bytes that both begin with."""
    after: int
    """Number of bytes that both end with, without those of `before`."""
    data: bytes
    """The bytes between, compressed."""


class BadPackingError(Exception):
    """Packed bytes that no content has: damaged or forged."""


def pack(content: bytes, anchor: bytes = b"") -> Packed:
    """Returns `content` as its difference from `anchor`; whole when the anchor is empty."""
    before = common_start(content, anchor)
    after = common_end(content, anchor, before)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, _MEMORY, zdict=_dictionary(anchor, after))
    return Packed(before, after, packer.compress(content[before : len(content) - after]) + packer.flush())


def unpack(packed: Packed, size: int, anchor: bytes = b"") -> bytes:
    """Returns the content of `size` bytes that was packed with `anchor`. Unpacks at most `LARGEST_FILE` bytes.

    Raises:
        BadPackingError: there is no such content.
    """
    before, after, data = packed
    between = size - before - after
    if min(before, after, between) < 0 or before + after > len(anchor) or size > LARGEST_FILE:
        raise BadPackingError
    unpacker = zlib.decompressobj(_RAW, zdict=_dictionary(anchor, after))
    try:
        middle = unpacker.decompress(data, between + 1)
    except zlib.error as error:
        raise BadPackingError from error
    if len(middle) != between or not unpacker.eof:
        raise BadPackingError
    return anchor[:before] + middle + anchor[len(anchor) - after :]


def _dictionary(anchor: bytes, after: int) -> bytes:
    return anchor[: len(anchor) - after][-_WINDOW:] or anchor[-_WINDOW:]
