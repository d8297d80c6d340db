"""Ways to corrupt a PDF: in its bytes, and in its objects before they are put together and packed.

Fast, and reproducible for the same random state.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.documents.foreign.samples import pack
from tests.documents.foreign.written import pdf

_TOKEN = re.compile(rb"<<|>>|\[|\]|/[^\s<>\[\]()/%]*|\([^()]*\)|<[0-9A-Fa-f]*>|\d+ \d+ R|[^\s<>\[\]()/]+")
_OBJECT = re.compile(rb"(?<=\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)

_VALUES = (
    *(
        b"null",
        b"true",
        b"0",
        b"-1",
        b"1e999",
        b"nan",
        b"-0.0000001",
        b"99999999999999999999",
        b"9" * 400,
        b".",
        b"--5",
    ),
    *(
        b"[]",
        b"<<>>",
        b"[[[[[[]]]]]]",
        b"()",
        b"<>",
        b"(\\",
        b"<zz>",
        b"/",
        b"/#00",
        b"/#",
        b"/\xff\xfe",
        b"R",
        b"0 0 R",
    ),
    *(
        b"1 0 R",
        b"2 0 R",
        b"3 0 R",
        b"4 0 R",
        b"5 0 R",
        b"6 0 R",
        b"7 0 R",
        b"8 0 R",
        b"99 0 R",
        b"1 65535 R",
        b"-1 0 R",
    ),
    *(
        b"stream\n",
        b"endstream",
        b"endobj",
        b"obj",
        b"xref",
        b"trailer",
        b"startxref",
        b"%%EOF",
        b"%",
        b">>",
        b"<<",
        b"]",
    ),
    *(
        b"/FlateDecode",
        b"/LZWDecode",
        b"/ASCII85Decode",
        b"/RunLengthDecode",
        b"/Crypt",
        b"/Identity",
        b"/ObjStm",
        b"/XRef",
    ),
    *(b"/Kids", b"/Pages", b"/Page", b"/Contents", b"/Resources", b"/OC", b"/OCMD", b"/VE", b"/PS", b"/F", b"/Ref"),
    *(b"[0 0 1e30 1e30]", b"[0 0 0 0]", b"[nan nan nan nan]", b"[-9999999 5 5 9999999]", b"/Encrypt", b"/Prev 9"),
)


class PdfSource(NamedTuple):
    """A PDF, with its objects as far as they stand in it unpacked."""

    data: bytes
    objects: Sequence[bytes]


def source_of(data: bytes) -> PdfSource:
    """Prepares a PDF for mutation."""
    numbered = {int(match[1]): match[2] for match in _OBJECT.finditer(data)}
    return PdfSource(data, [numbered.get(number, b"null") for number in range(1, max(numbered, default=0) + 1)])


def mutated(chance: random.Random, source: PdfSource, others: Sequence[PdfSource]) -> bytes:
    """Corrupts `source`; `others` supply foreign parts."""
    way = chance.random()
    if way < 0.35:
        data = source.data
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            data = chance.choice(_OF_BYTES)(chance, data, chance.choice(others).data)
        return data
    objects = list(source.objects)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(objects))
        objects[at] = chance.choice(_OF_OBJECTS)(chance, objects[at], chance.choice(chance.choice(others).objects))
    if way < 0.75:
        return pdf(objects)
    plain = {number: each for number, each in enumerate(objects, start=1) if b"stream" in each}
    return pack([(number, each) for number, each in enumerate(objects, start=1) if number not in plain], plain)


def _replace_token(chance: random.Random, data: bytes, other: bytes) -> bytes:
    tokens = [match.span() for match in _TOKEN.finditer(data[:5_000])]
    if not tokens:
        return data
    start, end = chance.choice(tokens)
    foreign = _TOKEN.findall(other[:5_000])
    new = chance.choice(foreign) if foreign and chance.random() < 0.4 else chance.choice(_VALUES)
    return data[:start] + new + data[end:]


def _put_token(chance: random.Random, data: bytes, other: bytes) -> bytes:
    tokens = [match.end() for match in _TOKEN.finditer(data[:5_000])]
    at = chance.choice(tokens or [0])
    return data[:at] + b" " + chance.choice(_VALUES) + b" " + data[at:]


def _drop_token(chance: random.Random, data: bytes, other: bytes) -> bytes:
    tokens = [match.span() for match in _TOKEN.finditer(data[:5_000])]
    start, end = chance.choice(tokens or [(0, 0)])
    return data[:start] + data[end:]


def _double_tokens(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, end = _range(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50, 2_000)) + data[end:]


def _swap_object(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return other


def _flip(chance: random.Random, data: bytes, other: bytes) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes(byte ^ (1 << chance.randrange(8)) for byte in data[at : at + 1]) + data[at + 1 :]


def _delete(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, end = _range(chance, data)
    return data[:start] + data[end:]


def _randomize(chance: random.Random, data: bytes, other: bytes) -> bytes:
    start, end = _range(chance, data)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _truncate(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _deepen(chance: random.Random, data: bytes, other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice((b"[", b"<</A ", b"(", b"% \n", b"\n")) * chance.choice((3, 50, 3_000)) + data[at:]


def _range(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 8, 30, 200, 2_000)))


_OF_BYTES: tuple[Callable[[random.Random, bytes, bytes], bytes], ...] = (
    *(_flip, _flip, _delete, _randomize, _truncate, _splice, _deepen, _double_tokens),
    *(_replace_token, _put_token),
)
_OF_OBJECTS: tuple[Callable[[random.Random, bytes, bytes], bytes], ...] = (
    *(_replace_token, _replace_token, _replace_token, _put_token, _drop_token, _swap_object, _deepen),
    *(_double_tokens, _flip, _delete, _randomize),
)
