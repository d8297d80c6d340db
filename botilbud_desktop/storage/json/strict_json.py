"""JSON read strictly: bytes in, plain values out, and everything doubtful refused with its place.

Python's own reader takes duplicate keys, `NaN`, `1e999` and lone surrogates. Here each of them is refused.
"""

import json
import math
import re
from typing import Any, NamedTuple
from unicodedata import combining

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.text.sanitizing import MOST_STACKED_MARKS
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable

DEEPEST = 50
"""The most levels of lists and objects inside each other. A draft has seven."""

LONGEST_NUMBER = 400
"""The most characters of a whole number that is read at all."""

MOST_VALUES = 50_000
"""The most values in a file, so that the largest file is answered in a moment. A full draft has some hundred."""


_BOM = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"')
"""Never goes back, so that a text of any length is passed over in one go."""
_MOST_STRINGS = 2 * MOST_VALUES
_PERHAPS_STACKED = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_STACKED_MARKS},}}")
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
    """Stands in for a value that the reader met and must not pass on, until its path is known."""

    place: tuple[str, ...]
    reason: str


def parse_json_object(data: bytes, file: str) -> dict[str, Any]:
    """The object that `data` holds, as dicts, lists, strings, finite numbers, booleans and None.

    Args:
        data: the content of the file, already limited in size (see `read_bytes`).
        file: the file's name, for the message.

    Raises:
        RefusedFileError: the data is not exactly one JSON object in UTF-8, or something in it is doubtful.
    """
    if _separators(data) > MOST_VALUES and _has_too_many_values(data):
        raise RefusedFileError(file, "", "den indeholder for mange værdier")
    values = _parse(_decoded(data, file), file)
    check_values(values, file)
    if not isinstance(values, dict):
        raise RefusedFileError(file, "", "indholdet skal være ét objekt i krølleparenteser")
    return values


def _separators(data: bytes) -> int:
    """At least as many values as this stand in the data, if none of the separators is part of a text."""
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def _has_too_many_values(data: bytes) -> bool:
    """Looks past the texts; a value has at most a key and itself for texts."""
    rest, strings = _STRING.subn(b"", data, count=_MOST_STRINGS + 1)
    return strings > _MOST_STRINGS or _separators(rest) > MOST_VALUES


def check_values(values: Any, file: str) -> None:
    """Refuse values that no file may hold: broken texts and keys, and too many levels.

    Raises:
        RefusedFileError: with the path of the first such value.
    """
    waiting: list[tuple[Any, FieldPath]] = [(values, FieldPath())]
    while waiting:
        value, path = waiting.pop()
        if type(value) is str:
            if (reason := _text_problem(value)) is not None:
                raise RefusedFileError(file, _place(path), f"teksten indeholder {reason}")
        elif type(value) is _Unacceptable:
            raise RefusedFileError(file, _place(FieldPath((*path, *value.place))), value.reason)
        elif type(value) is dict:
            _check_level(path, file)
            for key in value:
                if (reason := _text_problem(key)) is not None:
                    raise RefusedFileError(file, _place(path / key), f"feltets navn indeholder {reason}")
            waiting.extend((value[key], path / key) for key in reversed(value))
        elif type(value) is list:
            _check_level(path, file)
            waiting.extend((value[index], path / index) for index in range(len(value) - 1, -1, -1))


def _text_problem(text: str) -> str | None:
    if text.isascii() or _is_encodable(text, "cp1252"):  # Danish has neither halves nor loose accents
        return None
    if not _is_encodable(text, "utf-8"):
        return "et halvt tegn (en løs surrogat)"
    for run in _PERHAPS_STACKED.finditer(text):
        marks = "".join("m" if combining(character) else " " for character in run[0])
        if "m" * MOST_STACKED_MARKS in marks:
            return "for mange accenter oven på hinanden"
    return None


def _is_encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _check_level(path: FieldPath, file: str) -> None:
    if len(path) >= DEEPEST:
        raise RefusedFileError(file, "", _TOO_DEEP)


def _decoded(data: bytes, file: str) -> str:
    if not data.strip():
        raise RefusedFileError(file, "", "den er tom")
    if data.startswith(_BOM):
        raise RefusedFileError(file, "", "den begynder med et BOM-mærke og skal gemmes som UTF-8 uden BOM")
    if data.startswith(_UTF_16_MARKS):
        raise RefusedFileError(file, "", "den er gemt som UTF-16 og skal gemmes som UTF-8 uden BOM")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RefusedFileError(file, f"linje {line}", "teksten er ikke gemt som UTF-8") from None


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
        raise RefusedFileError(file, place, _syntax_reason(error, text)) from None
    except RecursionError:
        raise RefusedFileError(file, "", _TOO_DEEP) from None


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


def _place(path: FieldPath) -> str:
    return str(FieldPath(part if isinstance(part, int) else printable(part, 40) for part in path))
