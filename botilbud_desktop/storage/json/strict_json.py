"""Reads JSON strictly: bytes in, plain values out; anything invalid is refused with its position.

Python's own reader accepts duplicate keys, `NaN`, `1e999` and lone surrogates. Here each of them is refused.
"""

import json
import math
import re
from typing import Any, NamedTuple
from unicodedata import combining

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.text.sanitizing import MOST_STACKED_MARKS
from botilbud_desktop.storage.errors import MalformedFileError, RefusedFileError
from botilbud_desktop.storage.files.printable import printable

DEEPEST = 50
"""Maximum nesting of lists and objects. A draft has seven levels."""

LONGEST_NUMBER = 400
"""Maximum characters of a whole number."""

MOST_VALUES = 50_000
"""Maximum values in a file, so that even the largest is checked quickly. A full draft has a few hundred."""


_BOM = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"')
"""Never backtracks, so that a text of any length is skipped in one pass."""
_MOST_STRINGS = 2 * MOST_VALUES
_STACKED = re.compile(rb"[^\0]{%d}" % MOST_STACKED_MARKS)
"""So many accents on one letter, in the combining classes of a text: 0 is no accent."""
_TOO_DEEP = "der er for mange lister og objekter inden i hinanden"

_SYNTAX_REASONS = (
    ("Expecting property name", "der mangler et feltnavn i anførselstegn"),
    ("Expecting ':'", "der mangler et kolon efter et feltnavn"),
    ("Expecting ','", "der mangler et komma eller en slutparentes"),
    ("Expecting value", "der mangler en værdi"),
    ("Illegal trailing comma", "der står et komma for meget"),
    ("Unterminated string", "en tekst mangler sit sidste anførselstegn"),
    ("Invalid control character", "en tekst indeholder et linjeskift eller et andet styretegn"),
    ("Invalid \\u", "en tekst indeholder en forkert tegnkode efter \\u"),
    ("Invalid \\", "en tekst indeholder en omvendt skråstreg, der ikke kan læses"),
    ("Extra data", "der står noget efter slutningen"),
)


class _Unacceptable(NamedTuple):
    """Placeholder for an invalid value, until its path is known and it can be refused."""

    place: tuple[str, ...]
    reason: str


def parse_json_object(data: bytes, file: str) -> dict[str, Any]:
    """Returns the object in `data`, as dicts, lists, strings, finite numbers, booleans and None.

    Args:
        data: the content of the file, already limited in size (see `read_bytes`).
        file: the file's name, for the message.

    Raises:
        RefusedFileError: the data is not exactly one JSON object in UTF-8 (or in UTF-16 that says so), or a value in it
            is invalid.
    """
    data = _without_mark(data, file)
    if _separators(data) > MOST_VALUES and _has_too_many_values(data):
        raise RefusedFileError(file, "", "den indeholder for mange værdier")
    values = _parse(_decoded(data, file), file)
    check_values(values, file)
    if not isinstance(values, dict):
        raise MalformedFileError(file, "", "indholdet skal være ét objekt i krølleparenteser")
    return values


def _without_mark(data: bytes, file: str) -> bytes:
    """Returns the data as UTF-8 without the mark at its beginning (*BOM*), which editors such as Notesblok put there.

    The program writes none, and what it saves has the same content.
    """
    if data.startswith(_BOM):
        return data.removeprefix(_BOM)
    if not data.startswith(_UTF_16_MARKS):
        return data
    try:
        return data.decode("utf-16").encode("utf-8")
    except UnicodeError:
        raise MalformedFileError(file, "", "teksten i den er gået i stykker") from None


def _separators(data: bytes) -> int:
    """Returns the number of separators; the data has at least as many values if none of them is inside a text."""
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def _has_too_many_values(data: bytes) -> bool:
    """Whether there are too many values, not counting inside texts. A value has at most two: its key and itself."""
    rest, strings = _STRING.subn(b"", data, count=_MOST_STRINGS + 1)
    return strings > _MOST_STRINGS or _separators(rest) > MOST_VALUES


def check_values(values: Any, file: str) -> None:
    """Refuse values that no file may contain: broken texts and keys, and too many levels.

    Raises:
        RefusedFileError: with the path of the first such value.
    """
    pending: list[tuple[Any, FieldPath]] = [(values, FieldPath())]
    while pending:
        value, path = pending.pop()
        if type(value) is str:
            if (reason := _text_problem(value)) is not None:
                raise MalformedFileError(file, _printable_path(path), f"teksten indeholder {reason}")
        elif type(value) is _Unacceptable:
            raise MalformedFileError(file, _printable_path(FieldPath((*path, *value.place))), value.reason)
        elif type(value) is dict:
            _check_level(path, file)
            for key in value:
                if (reason := _text_problem(key)) is not None:
                    raise MalformedFileError(file, _printable_path(path / key), f"feltets navn indeholder {reason}")
            pending.extend((value[key], path / key) for key in reversed(value))
        elif type(value) is list:
            _check_level(path, file)
            pending.extend((value[index], path / index) for index in range(len(value) - 1, -1, -1))


def _text_problem(text: str) -> str | None:
    if text.isascii() or _is_encodable(text, "cp1252"):  # cp1252 has neither surrogates nor combining accents
        return None
    if not _is_encodable(text, "utf-8"):
        return "et halvt tegn (en løs surrogat)"
    if _has_stacked_marks(text):
        return "for mange accenter oven på hinanden"
    return None


def _has_stacked_marks(text: str) -> bool:
    """Whether more accents follow each other than any language has. Quick for megabytes of signs and emoji."""
    if not any(map(combining, text[::MOST_STACKED_MARKS])):  # so many would cover one of these
        return False
    return _STACKED.search(bytes(map(combining, text))) is not None


def _is_encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _check_level(path: FieldPath, file: str) -> None:
    if len(path) >= DEEPEST:
        raise MalformedFileError(file, "", _TOO_DEEP)


def _decoded(data: bytes, file: str) -> str:
    if not data.strip():
        raise RefusedFileError(file, "", "den er tom")
    if not data.strip(b"\0"):  # what a power cut leaves of a file that was being written
        raise RefusedFileError(file, "", "der står kun nultegn i den, ingen tekst")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise MalformedFileError(file, f"linje {line}", "teksten er ikke gemt som UTF-8") from None


def _parse(text: str, file: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
            parse_int=_int,
        )
    except json.JSONDecodeError as error:
        place = f"linje {error.lineno}, tegn {error.colno}"
        raise MalformedFileError(file, place, _syntax_reason(error, text)) from None
    except RecursionError:
        raise MalformedFileError(file, "", _TOO_DEEP) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Unacceptable:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            break
        seen.add(key)
    return _Unacceptable((key,), "feltet står der mere end én gang")


def _constant(name: str) -> _Unacceptable:
    return _Unacceptable((), f"der skal stå et tal, men der står {name}")


def _float(text: str) -> float | _Unacceptable:
    value = float(text)
    if math.isfinite(value):
        return value
    return _Unacceptable((), f"tallet {printable(text, 30)} er for stort")


def _int(text: str) -> int | _Unacceptable:
    if len(text) <= LONGEST_NUMBER:
        return int(text)
    return _Unacceptable((), f"tallet {printable(text, 30)} har for mange cifre")


def _syntax_reason(error: json.JSONDecodeError, text: str) -> str:
    if error.pos >= len(text.rstrip()):
        return "den slutter, før indholdet er færdigt"
    for beginning, reason in _SYNTAX_REASONS:
        if error.msg.startswith(beginning):
            return reason
    return "indholdet kan ikke læses som JSON"


def _printable_path(path: FieldPath) -> str:
    return str(FieldPath(part if isinstance(part, int) else printable(part, 40) for part in path))
