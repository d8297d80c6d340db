"""A content as what differs from another, its anchor.

The bytes that both begin and end with are not stored again; what stands between them is compressed with the anchor as
its dictionary. While somebody types in one place, that is the few words typed since the anchor. The anchor's last 32 KB
before the end of the difference serve as the dictionary: more, deflate cannot look back.
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
    """How many bytes both begin with."""
    after: int
    """How many bytes both end with, `before` not counted again."""
    data: bytes
    """What stands between, compressed."""


class BadPackingError(Exception):
    """Packed bytes that no content was packed into: damaged or forged."""


def pack(content: bytes, anchor: bytes = b"") -> Packed:
    """`content` as what differs from `anchor`; whole when the anchor is empty."""
    before = common_start(content, anchor)
    after = common_end(content, anchor, before)
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, _MEMORY, zdict=_dictionary(anchor, after))
    return Packed(before, after, packer.compress(content[before : len(content) - after]) + packer.flush())


def unpack(packed: Packed, size: int, anchor: bytes = b"") -> bytes:
    """The content of `size` bytes that was packed with `anchor`. No more than `LARGEST_FILE` bytes are ever unpacked.

    Raises:
        BadPackingError: it cannot have been.
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
