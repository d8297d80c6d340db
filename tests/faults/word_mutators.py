"""Ways to corrupt a Word document: in its bytes, and in its parts before they are packed.

Fast, and reproducible for the same random state.
"""

import random
import re
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

_TAG = re.compile(rb"<[^<>]*>")
_LARGEST = 20_000_000
_NESTED = (3, 50, 99, 150, 3_000, 100_000)
_VALUES = (
    *(b"", b"0", b"-1", b"99999999999999999999", b"9" * 5_000, b"nan", b"\xff\xfe", b"\0", b"&amp;", b"&#0;", b"&a;"),
    *(b"restart", b"continue", b"Heading1", b"file:///etc/passwd", b"http://x/", b"..\\..\\a", b"x" * 100_000),
)
_ELEMENTS = (
    *(b"w:p", b"w:r", b"w:t", b"w:tbl", b"w:tr", b"w:tc", b"w:sdt", b"w:sdtContent", b"w:ins", b"w:del", b"w:pPr"),
    *(b"w:rPr", b"w:drawing", b"w:pict", b"w:txbxContent", b"w:hyperlink", b"w:fldSimple", b"w:body", b"w:numPr"),
)
_ODD = (
    *(b'<!DOCTYPE a [<!ENTITY a "b">]>', b"<?xml version='1.1'?>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?a ?>"),
    *(b"<w:altChunk r:id='rId1'/>", b"<w:footnoteReference w:id='1'/>", b"<w:sym w:font='Wingdings' w:char='F0FE'/>"),
    *(b"<w:fldChar w:fldCharType='end'/>", b"<w:br w:type='odd'/>", b"<w:gridSpan w:val='999'/>", b"<w:vMerge/>"),
)

type _Parts = dict[str, bytes]


def parts_of(data: bytes) -> _Parts:
    """Returns the parts of a document."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: _Parts) -> bytes:
    """Returns a document of parts."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def mutated(chance: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Corrupts a document; `others` supply foreign parts."""
    if chance.random() < 0.3:
        for _ in range(chance.choice((1, 1, 2, 5))):
            data = chance.choice(_OF_BYTES)(chance, data, chance.choice(others))
        return data
    try:
        parts, other = parts_of(data), parts_of(chance.choice(others))
    except (BadZipFile, zlib.error):
        return data
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        name = chance.choice(("word/document.xml", "word/document.xml", *parts))
        content = parts.get(name, b"")
        foreign = other.get(name, b"")
        parts[name] = chance.choice(_OF_PARTS)(chance, content, foreign)
        if chance.random() < 0.05:
            parts[chance.choice([*parts, "word/footer1.xml"])] = parts.pop(name)
    return packed(parts)


def _flip(chance: random.Random, data: bytes, other: bytes) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes(byte ^ (1 << chance.randrange(8)) for byte in data[at : at + 1]) + data[at + 1 :]


def _delete(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 2, 8, 30, 200, 2_000)) :]


def _randomize(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    size = chance.choice((1, 2, 8, 30, 200))
    return data[:start] + chance.randbytes(size) + data[start + size :]


def _truncate(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _tags(data: bytes) -> list[tuple[int, int]]:
    return [match.span() for match in _TAG.finditer(data[:200_000])]


def _drop_tag(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, end = chance.choice(_tags(data) or [(0, 0)])
    return data[:start] + data[end:]


def _swap_tags(chance: random.Random, data: bytes, other: bytes) -> bytes:
    found = _tags(data) or [(0, 0)]
    (start, end), (first, last) = chance.choice(found), chance.choice(found)
    return data[:start] + data[first:last] + data[end:]


def _swap_element(chance: random.Random, data: bytes, other: bytes) -> bytes:
    old, new = chance.choice(_ELEMENTS), chance.choice(_ELEMENTS)
    return re.sub(rb"(</?)" + old + rb"(?=[\s/>])", rb"\1" + new, data)


def _put_odd(chance: random.Random, data: bytes, other: bytes) -> bytes:
    _start, end = chance.choice(_tags(data) or [(0, 0)])
    return data[:end] + chance.choice(_ODD) + data[end:]


def _change_value(chance: random.Random, data: bytes, other: bytes) -> bytes:
    values = [match.span(1) for match in re.finditer(rb'="([^"<>]*)"', data[:200_000])]
    start, end = chance.choice(values or [(0, 0)])
    return data[:start] + chance.choice(_VALUES) + data[end:]


def _nest(chance: random.Random, data: bytes, other: bytes) -> bytes:
    element, times = chance.choice(_ELEMENTS), chance.choice(_NESTED)
    start, end = chance.choice(_tags(data) or [(0, 0)])
    at = chance.choice((start, end))
    closed = b"</%s>" % element if chance.random() < 0.9 else b""
    return data[:at] + b"<%s>" % element * times + closed * times + data[at:]


def _repeat(chance: random.Random, data: bytes, other: bytes) -> bytes:
    found = _tags(data) or [(0, 0)]
    start, end = chance.choice(found)[0], chance.choice(found)[1]
    piece = data[min(start, end) : max(start, end)]
    times = chance.choice((2, 50, 2_000, 50_000))
    return data[:end] + piece[: _LARGEST // times] * times + data[end:] if len(data) < _LARGEST else data


_OF_BYTES: tuple[Callable[[random.Random, bytes, bytes], bytes], ...] = (
    _flip,
    _flip,
    _delete,
    _randomize,
    _truncate,
    _splice,
)
_OF_PARTS: tuple[Callable[[random.Random, bytes, bytes], bytes], ...] = (
    *(_flip, _delete, _randomize, _truncate, _splice, _drop_tag, _swap_tags, _swap_element, _put_odd, _put_odd),
    *(_change_value, _change_value, _nest, _repeat),
)
