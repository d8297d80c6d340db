"""Ways to corrupt a file, in its bytes and in its JSON. Fast, and reproducible for the same random state."""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Span = tuple[int, int]

LARGEST_MUTATED = 5_200_000
"""Maximum size of a mutated file in bytes, slightly more than the readers accept."""

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')

_PIECES = (
    *(bytes([code]) for code in b'\x00\x1f\x7f\x80\xc0\xff"\\{}[],:-0e\n\r '),
    *(b"\\u", b"\\ud800", b"null", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe2\x80\xae", b"//", b"/*", b"1e999", b"NaN"),
)

_VALUES = (
    *(b"null", b"true", b"false", b"0", b"-0", b"-1", b"1.0", b"1e3", b"0.1", b"NaN", b"Infinity", b"-Infinity"),
    *(b"1e999", b"-1e999", b"1e-999", b"01", b"0x10", b"999999999999999", b"1000000000000000", b"9" * 400, b"9" * 401),
    *(b"9" * 5_000, b"-" + b"9" * 30, b"{}", b"[]", b"[[]]", b"[null]", b'{"":null}', b'{"a":1,"a":2}', b'""', b'" "'),
    *(
        b'"\\u0000"',
        b'"\\ud800"',
        b'"\\ude00\\ud83d"',
        b'"\\ud83d\\ude00"',
        b'"\\n\\r\\n"',
        b'"\\/"',
        b'"\\x"',
        b'"2025"',
    ),
    *('"æøå"'.encode(), '"e\u0301"'.encode(), ('"e' + "\u0301" * 30 + '"').encode(), '"\u202e\u2028"'.encode()),
    *(b'"851"', b'"100.00"', b'"-33.33"', b'"2025-11-30"', b'"2025-02-30"', b'"0000-00-00"', b'"9999-12-31"'),
    *(b'"2024-05-10T09:12:00+02:00"', b'"0001-01-01T00:00:00+14:00"', b'"9999-12-31T23:59:59-14:00"'),
    *(b'"0b6f1c2d-0000-4000-8000-000000000000"', b'"SEL_107"', b'"new"', b'"preserved"', b'"kkr"', b'"none"'),
    *(b'"<img src=x>"', b'"=1+1"', b'"../../x"', b'"\\\\\\\\server\\\\share"', b'"NUL"', b'"' + b"x" * 3_000 + b'"'),
)

_KEYS = (
    b'""',
    b'"id"',
    b'"name"',
    b'"loan"',
    b'"__class__"',
    b'"format_version"',
    b'"\\u0000"',
    b'"a.b[0]"',
    b'"2025"',
)


class Source(NamedTuple):
    """A valid file, with the positions of everything in it."""

    data: bytes
    values: Sequence[Span]
    """Every value, from the whole document to a single number."""
    members: Sequence[Span]
    """The members of objects, from the start of the key to the end of the value."""
    keys: Sequence[Span]


def source_of(data: bytes) -> Source:
    """Prepares `data`, one or more consecutive JSON values, for mutation."""
    values: list[Span] = []
    members: list[Span] = []
    keys: list[Span] = []
    open_at: list[int] = []
    pending: list[Span | None] = []  # for each open object or list, the key that waits for its value
    tokens = [match.span() for match in _TOKEN.finditer(data)]
    for index, (start, end) in enumerate(tokens):
        token = data[start:end]
        if token in (b"{", b"["):
            open_at.append(start)
            pending.append(None)
            continue
        if token in (b",", b":"):
            continue
        if token in (b"}", b"]"):
            start = open_at.pop()
            pending.pop()
        elif index + 1 < len(tokens) and data[tokens[index + 1][0] : tokens[index + 1][1]] == b":":
            keys.append((start, end))
            pending[-1] = (start, end)
            continue
        values.append((start, end))
        key = pending[-1] if pending else None
        if key is not None:
            members.append((key[0], end))
            pending[-1] = None
    return Source(data, values, members, keys)


def mutated(chance: random.Random, source: Source, others: Sequence[Source]) -> bytes:
    """Corrupts `source` in one to five ways; `others` supply foreign parts."""
    data = source.data
    if chance.random() < 0.6:
        data = chance.choice(_OF_STRUCTURE)(chance, source, chance.choice(others))
        more = chance.choice((0, 0, 0, 0, 1, 3))
    else:
        more = chance.choice((1, 1, 1, 2, 4))
    for _ in range(more):
        data = chance.choice(_OF_BYTES)(chance, data)
    if chance.random() < 0.0005:
        data = _blown_up(chance, data)
    return data


def _replace_value(chance: random.Random, source: Source, _: Source) -> bytes:
    return _with(source.data, chance.choice(source.values), chance.choice(_VALUES))


def _other_number(chance: random.Random, source: Source, _: Source) -> bytes:
    number = chance.choice(("", "", "-")) + str(
        chance.randrange(10 ** chance.choice((1, 3, 6, 15, 16, 30, 401, 4_000)))
    )
    spans = [span for span in source.values if source.data[span[0]] in b"-0123456789"]
    return _with(source.data, chance.choice(spans or source.values), number.encode())


def _foreign_value(chance: random.Random, source: Source, other: Source) -> bytes:
    return _with(source.data, chance.choice(source.values), _cut(other.data, chance.choice(other.values)))


def _foreign_member(chance: random.Random, source: Source, other: Source) -> bytes:
    member = _cut(other.data, chance.choice(other.members))
    at = chance.choice(source.members)[0]
    return source.data[:at] + member + b", " + source.data[at:]


def _swap_values(chance: random.Random, source: Source, _: Source) -> bytes:
    (a, b), (c, d) = sorted((chance.choice(source.values), chance.choice(source.values)))
    if b > c:
        return _with(source.data, (a, b), _cut(source.data, (c, d)))
    data = source.data
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _double_value(chance: random.Random, source: Source, _: Source) -> bytes:
    span = chance.choice(source.values)
    return _with(source.data, span, b", ".join([_cut(source.data, span)] * chance.choice((2, 3, 30))))


def _double_member(chance: random.Random, source: Source, _: Source) -> bytes:
    span = chance.choice(source.members)
    return _with(source.data, span, b", ".join([_cut(source.data, span)] * 2))


def _drop_member(chance: random.Random, source: Source, _: Source) -> bytes:
    start, end = chance.choice(source.members)
    rest = source.data[end:]
    comma = re.match(rb"\s*,\s*", rest)
    return source.data[:start] + (rest[comma.end() :] if comma else rest)


def _other_key(chance: random.Random, source: Source, other: Source) -> bytes:
    key = chance.choice(_KEYS) if chance.random() < 0.5 else _cut(other.data, chance.choice(other.keys))
    return _with(source.data, chance.choice(source.keys), key)


def _deep(chance: random.Random, source: Source, _: Source) -> bytes:
    span = chance.choice(source.values)
    levels = chance.choice((1, 2, 10, 49, 50, 51, 1_000, 20_000))
    before, after = chance.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"[", b"")))
    return _with(source.data, span, before * levels + _cut(source.data, span) + after * levels)


def _splice(chance: random.Random, source: Source, other: Source) -> bytes:
    return source.data[: chance.randrange(len(source.data))] + other.data[chance.randrange(len(other.data)) :]


def _flip_bit(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes(byte ^ (1 << chance.randrange(8)) for byte in data[at : at + 1]) + data[at + 1 :]


def _put_piece(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_PIECES) + data[at + chance.choice((0, 1)) :]


def _random_bytes(chance: random.Random, data: bytes) -> bytes:
    start, end = _range(chance, data)
    return data[:start] + chance.randbytes(end - start) + data[end:]


def _delete(chance: random.Random, data: bytes) -> bytes:
    start, end = _range(chance, data)
    return data[:start] + data[end:]


def _duplicate(chance: random.Random, data: bytes) -> bytes:
    start, end = _range(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 20)) + data[end:]


def _move(chance: random.Random, data: bytes) -> bytes:
    start, end = _range(chance, data)
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[start:end] + data[at:]


def _truncate(chance: random.Random, data: bytes) -> bytes:
    cut = chance.randrange(len(data) + 1)
    return data[:cut] if chance.random() < 0.8 else data[cut:]


def _blown_up(chance: random.Random, data: bytes) -> bytes:
    """Repeats a part of the file, up to more than the readers accept."""
    start, end = _range(chance, data)
    parts = (data[start:end], data[start : start + 1], chance.choice(_PIECES), chance.choice(_VALUES) + b", ")
    part = chance.choice(parts) or b" "
    size = chance.choice((50_000, 500_000, 4_700_000, LARGEST_MUTATED))
    return data[:end] + part * (size // len(part)) + data[end:]


def _range(chance: random.Random, data: bytes) -> Span:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 8, 30, 200, 2_000)))


def _cut(data: bytes, span: Span) -> bytes:
    return data[span[0] : span[1]]


def _with(data: bytes, span: Span, new: bytes) -> bytes:
    return data[: span[0]] + new + data[span[1] :]


_OF_STRUCTURE: tuple[Callable[[random.Random, Source, Source], bytes], ...] = (
    _replace_value,
    _replace_value,
    _other_number,
    _foreign_value,
    _foreign_value,
    _foreign_member,
    _swap_values,
    _double_value,
    _double_member,
    _drop_member,
    _other_key,
    _deep,
    _splice,
)

_OF_BYTES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _flip_bit,
    _flip_bit,
    _put_piece,
    _put_piece,
    _random_bytes,
    _delete,
    _duplicate,
    _move,
    _truncate,
)
