"""Takes the content of a page apart into operators and what they are given. Pictures within it are passed over."""

import re
from collections.abc import Iterator

from botilbud_desktop.documents.foreign.meter import Meter

type Operand = float | bytes | str | list[Operand] | None
"""A number, a string, a name with its slash, an array; None for anything else."""

_TOKEN = re.compile(
    rb"[\0\t\n\f\r ]++|%[^\r\n]*+"
    rb"|(?P<number>[-+]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?=[\0\t\n\f\r ()<>\[\]{}/%A-Za-z'\"+-]|\Z))"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*'\"]*+)"
    rb"|(?P<string>\((?:[^()\\]|\\.)*+\))"
    rb"|(?P<hexadecimal><[0-9A-Fa-f\0\t\n\f\r ]*+>)"
    rb"|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|(?P<open>\[)|(?P<close>\])|(?P<nested>\()|<<|>>|.",
    re.DOTALL,
)
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_IN_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_END_OF_PICTURE = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r /]|\Z)")
_MOST_OPERANDS = 40
_MOST_OF_ARRAY = 5_000
_LONGEST_NUMBER = 20


def operations(content: bytes, meter: Meter) -> Iterator[tuple[bytes, list[Operand]]]:
    """Yields the operators of a content with their operands; each token is a step of work."""
    operands: list[Operand] = []
    within: list[Operand] | None = None
    position = 0
    while position < len(content):
        match = _TOKEN.match(content, position)
        if match is None:
            return
        meter.work(1)
        position = match.end()
        kind = match.lastgroup
        if kind is None:
            continue
        if kind == "operator":
            operator = match["operator"]
            if operator in (b"true", b"false", b"null"):
                continue
            yield operator, operands
            operands, within = [], None
            if operator == b"BI":
                end = _END_OF_PICTURE.search(content, position)
                position = len(content) if end is None else end.end()
            continue
        if kind == "open":
            within = []
            operands.append(within)
            continue
        if kind == "close":
            within = None
            continue
        value: Operand
        if kind == "nested":
            position, value = _nested(content, match.start(), meter)
        else:
            value = _value(kind, match)
        target, most = (operands, _MOST_OPERANDS) if within is None else (within, _MOST_OF_ARRAY)
        if len(target) < most:
            target.append(value)


def _value(kind: str, match: re.Match[bytes]) -> Operand:
    text = match[kind]
    if kind == "number":
        return float(text) if len(text) <= _LONGEST_NUMBER else 0.0
    if kind == "string":
        return _unescaped(text[1:-1])
    if kind == "hexadecimal":
        digits = text[1:-1].translate(None, b"\0\t\n\f\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return "/" + name_of(text)


def name_of(raw: bytes) -> str:
    """Returns a name without its slash; its bytes are characters."""
    if b"#" in raw:
        raw = _IN_NAME.sub(lambda match: bytes([int(match[1], 16)]), raw)
    return raw.decode("latin-1")


def _nested(content: bytes, start: int, meter: Meter) -> tuple[int, bytes]:
    """Reads a string with brackets in it; one that never ends extends to the end."""
    depth = 0
    for match in _BRACKET.finditer(content, start):
        meter.work(1)
        sign = match[0]
        depth += (sign == b"(") - (sign == b")")
        if not depth and sign == b")":
            return match.end(), _unescaped(content[start + 1 : match.start()])
    return len(content), b""


def _unescaped(text: bytes) -> bytes:
    if b"\\" not in text:
        return text

    def character(match: re.Match[bytes]) -> bytes:
        if match[1]:
            return bytes([int(match[1], 8) & 0xFF])
        return b"" if match[2] else _ESCAPED.get(match[3], match[3])

    return _ESCAPE.sub(character, text)
