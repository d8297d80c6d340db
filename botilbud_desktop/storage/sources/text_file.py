"""The text of a file whose encoding nobody states."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

_LOOKED_AT = 4_000
_MOST_CONTROLS = 0.02
"""Of a text, at most so much is control characters."""
_ALLOWED = frozenset("\t\n\r\f\v\x1a\x1c\x1d\x1e\x1f\x85")


class NoTextError(Exception):
    """The bytes are no text."""


def decoded_text(data: bytes) -> str:
    """Returns the text of a file: UTF-8 or UTF-16 with or without a mark at its beginning, or Windows-1252.

    Raises:
        NoTextError: it is none of them, or holds control characters as no text does.
    """
    text = _decoded(data).removeprefix("\ufeff")
    start = text[:_LOOKED_AT]
    controls = sum(1 for character in start if not character.isprintable() and ord(character) < 0xA0)
    allowed = sum(1 for character in start if character in _ALLOWED)
    if controls - allowed > _MOST_CONTROLS * len(start):
        raise NoTextError
    return text.replace("\0", "")


def _decoded(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    start = data[:_LOOKED_AT]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) > len(start) // 5 and not data.startswith(BOM_UTF8):
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
