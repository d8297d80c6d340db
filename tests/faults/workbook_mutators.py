"""Ways to corrupt a workbook: in its bytes, in the XML of its parts, in its records. The same chance gives the same."""

import random
import re
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.storage.excel.old_workbooks import compound

_TOKEN = re.compile(rb"<[^<>]*>|[^<>]+")
_VALUE = re.compile(rb'(?<==)"[^"]*"')
_VALUES = (
    *(b'""', b'"0"', b'"-1"', b'"1"', b'"A1"', b'"XFD1048576"', b'"A0"', b'"A1:XFD1048576"', b'"99999999999999999999"'),
    *(b'"1e999"', b'"nan"', b'"true"', b'"s"', b'"e"', b'"inlineStr"', b'"str"', b'"d"', b'"b"', b'"n"', b'"float"'),
    *(b'"percentage"', b'"date"', b'"error"', b'"1048576"', b'"16384"', b'"filter"', b'"collapse"', b'"\xff"'),
    *(b'"..\\..\\x"', b'"/etc/passwd"', b'"External"', b'"http://x/y"', b'"&#0;"', b'"&#xD800;"', b'"&amp;"'),
    *(b'"#,##0,,,,"', b'"0' + b"0" * 300 + b'"', b'"[h]:mm"', b'"yyyy"', b'";;;"', b'"%%%%%0"', b'"[&gt;5]0"'),
)
_TEXTS = (
    *(
        b"",
        b"0",
        b"-1",
        b"1e308",
        b"-1e308",
        b"-99999999999",
        b"1e999",
        b"nan",
        b"#DIV/0!",
        b"2025-13-45",
        b"\0",
        b"\xff",
    ),
    *(b"<v>", b"</v>", b"</c>", b"<row>", b"<c>", b"<sheetData>", b"</sheetData>", b"<f/>", b"<is><t>x</t></is>"),
    *(b"&x;", b"&#x110000;", b"<!--", b"<![CDATA[", b"]]>", b"<?x?>", b'<!DOCTYPE a [<!ENTITY b "c">]>', b"_x0000_"),
    *(b"_xD800_", b"<rPh>", b"<r>", b"<si>", b"\xef\xbb\xbf", b"<text:p>", b"<table:table-cell>", b"9" * 500),
)
_NUMBERS = (0, 1, 2, 0x7FFF, 0x8000, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFE, 0x80000000, 0x0600, 0x3C, 0xFC, 0x0A, 0x0809)


class Book(NamedTuple):
    """A workbook to mutate: its parts, or the stream of an old one."""

    parts: Mapping[str, bytes]
    stream: bytes = b""

    def packed(self) -> bytes:
        """Returns the file."""
        return compound(self.stream) if self.stream else packed(self.parts.items())


def packed(parts: Iterable[tuple[str, bytes]], kind: int = ZIP_DEFLATED) -> bytes:
    """Returns an archive of parts: pairs of names and contents."""
    target = BytesIO()
    with ZipFile(target, "w", kind) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def mutated(chance: random.Random, book: Book, others: Sequence[Book]) -> bytes:
    """Corrupts a workbook; `others` supply foreign parts."""
    if chance.random() < 0.2:
        return _in_bytes(chance, book.packed(), chance.choice(others).packed(), chance.choice((1, 1, 2, 5)))
    if book.stream:
        return compound(_stream(chance, book.stream))
    parts = dict(book.parts)
    for _ in range(chance.choice((1, 1, 2, 4))):
        name = chance.choice(list(parts))
        if chance.random() < 0.1:
            other = chance.choice([each for each in others if each.parts]).parts
            parts[name] = other[chance.choice(list(other))]
        elif chance.random() < 0.05:
            del parts[name]
            if not parts:
                break
        else:
            parts[name] = _xml(chance, parts[name])
    pairs = list(parts.items())
    if pairs and chance.random() < 0.03:
        pairs.append((pairs[0][0].upper(), chance.choice(pairs)[1]))
    return packed(pairs, chance.choice((ZIP_DEFLATED, ZIP_STORED)))


def _xml(chance: random.Random, content: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 6))):
        content = chance.choice(_OF_XML)(chance, content)
    return content


def _span(chance: random.Random, pattern: re.Pattern[bytes], content: bytes) -> tuple[int, int]:
    found = [match.span() for match in pattern.finditer(content[:60_000])]
    return chance.choice(found or [(0, 0)])


def _replace_value(chance: random.Random, content: bytes) -> bytes:
    start, end = _span(chance, _VALUE, content)
    return content[:start] + (chance.choice(_VALUES) if end else b"") + content[end:]


def _replace_token(chance: random.Random, content: bytes) -> bytes:
    start, end = _span(chance, _TOKEN, content)
    return content[:start] + chance.choice(_TEXTS) + content[end:]


def _drop_token(chance: random.Random, content: bytes) -> bytes:
    start, end = _span(chance, _TOKEN, content)
    return content[:start] + content[end:]


def _double_tokens(chance: random.Random, content: bytes) -> bytes:
    start, _end = _span(chance, _TOKEN, content)
    _start, end = _span(chance, _TOKEN, content)
    start, end = min(start, end), max(start, end)
    return (
        content[:end]
        + content[start:end] * chance.choice((1, 1, 2, 30, 3_000 if end - start < 300 else 2))
        + content[end:]
    )


def _in_other_letters(chance: random.Random, content: bytes) -> bytes:
    return content.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-16-le", "utf-8-sig", "utf-32")))


def _flip(chance: random.Random, content: bytes) -> bytes:
    return _in_bytes(chance, content, content, 1)


_OF_XML: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    *(_replace_value, _replace_value, _replace_value, _replace_token, _replace_token, _drop_token, _double_tokens),
    *(_double_tokens, _flip, _in_other_letters),
)


def _stream(chance: random.Random, stream: bytes) -> bytes:
    """Corrupts the records of an old workbook: their kinds, lengths, order and numbers."""
    found: list[tuple[int, bytes]] = []
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        found.append((kind, stream[at + 4 : at + 4 + size]))
        at += 4 + size
    for _ in range(chance.choice((1, 1, 2, 5))):
        number = chance.randrange(len(found))
        kind, data = found[number]
        match chance.randrange(7):
            case 0:
                found[number] = (chance.choice(found)[0], data)
            case 1:
                found[number:number] = [(kind, data)] * chance.choice((1, 2, 500))
            case 2:
                del found[number]
                found = found or [(kind, data)]
            case 3:
                found[number] = (kind, data[: chance.randrange(len(data) + 1)])
            case 4:
                found[number] = (kind, data + chance.randbytes(chance.choice((1, 2, 50))))
            case _:
                place = chance.randrange(len(data) + 1)
                new = struct.pack("<I", chance.choice(_NUMBERS))[: chance.choice((1, 2, 4))]
                found[number] = (kind, (data[:place] + new + data[place + len(new) :])[:8_000])
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in found)


def _in_bytes(chance: random.Random, data: bytes, other: bytes, times: int) -> bytes:
    for _ in range(times):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((1, 2, 4, 30, 400))
        match chance.randrange(6):
            case 0:
                data = data[:at] + chance.randbytes(min(length, len(data) - at)) + data[at + length :]
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at]
            case 3:
                data = data[:at] + other[chance.randrange(len(other) + 1) :]
            case 4:
                data = data[:at] + struct.pack("<I", chance.choice(_NUMBERS)) + data[at + 4 :]
            case _:
                data = data[: at + length] + data[at : at + length] + data[at + length :]
    return data
