"""Fifty errors that contain typed text: in their messages, arguments, notes, causes, names and files."""

import importlib
import json
import subprocess
import tomllib
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, NamedTuple, Never
from uuid import UUID

from botilbud_desktop.domain.cost_plan import split_over_years
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.values.amounts import parse_percent
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.read_bytes import read_bytes
from tests.attempt import attempt

NAME, PHONE, MAIL = "Åse Ørsted", "99 31 31 31", "aase@aalborg.dk"
FOLDER = Path(f"/hjem/{NAME}/Skrivebord")
TEXT = f"{NAME}, {PHONE}, {MAIL}"
MARKS = ("Åse", "Ørsted", "99 31", "99313131", "aase", "aalborg.dk", "Skrivebord", "\\xc5", "%C3%85")
"""No report may contain any of these."""


def error_of(fail: Callable[[], object]) -> Exception:
    """Returns the exception that `fail` raises."""
    error = attempt(fail).error
    assert error is not None, "nothing was raised"
    return error


class OwnError(Exception):
    """An exception whose `str` and `repr` are the typed text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.typed = text

    def __str__(self) -> str:
        return self.typed

    __repr__ = __str__


class _Applicant(Model):
    name: Literal["Aalborg"]


class _Row(NamedTuple):
    name: str


def _raise(error: BaseException) -> Never:
    raise error


def _with_note() -> Never:
    error = ValueError("i en note")
    error.add_note(TEXT)
    raise error


def _from_another() -> Never:
    raise RuntimeError("ydre") from OwnError(TEXT)


def _while_handling_another() -> Never:
    try:
        raise KeyError(TEXT)
    except KeyError:
        raise OSError(5, TEXT, str(FOLDER)) from None


def _in_the_context() -> Never:
    try:
        raise KeyError(TEXT)
    except KeyError:
        raise TypeError(NAME)  # noqa: B904 - the one before is to be its context


def _long_chain() -> Never:
    error: BaseException = ValueError(TEXT)
    for _link in range(30):
        following = OwnError(TEXT)
        following.__cause__ = error
        error = following
    raise error


def _circle() -> Never:
    one, other = OwnError(TEXT), OwnError(MAIL)
    one.__cause__, other.__cause__ = other, one
    raise one


def _recursion(text: str = TEXT) -> Any:
    return _recursion(text + "x") + text


def _of_a_generated_class() -> Never:
    raise type(NAME, (ValueError,), {"__module__": MAIL})(TEXT)


def _of_a_generated_class_in_a_real_module() -> Never:
    raise type("aase", (OwnError,), {"__module__": OwnError.__module__})(TEXT)


def _in_generated_code() -> None:
    exec(compile(f"def aase(): raise ValueError({TEXT!r})\naase()", f"{FOLDER}/x.py", "exec"), {"__name__": MAIL})


def _in_generated_code_of_a_real_module() -> None:
    code = compile("def made(): raise ValueError\n", f"{FOLDER}/x.py", "exec")
    made: dict[str, Any] = {}
    exec(code, made)
    function = made["made"]
    function.__code__ = function.__code__.replace(co_name=NAME, co_qualname=f"{NAME}.{MAIL}")
    type(function)(function.__code__, globals())()


def _group() -> Never:
    raise ExceptionGroup(TEXT, [ValueError(NAME), OSError(28, PHONE)])


def _next() -> Never:
    stopped = StopIteration(TEXT)
    raise stopped


def _frozen() -> None:
    row = _Row(TEXT)
    row.name = NAME  # type: ignore[misc]


SCRIPTED: dict[str, Callable[[], object]] = {
    "text": lambda: _raise(ValueError(TEXT)),
    "several arguments": lambda: _raise(RuntimeError(NAME, PHONE, MAIL)),
    "own class": lambda: _raise(OwnError(TEXT)),
    "note": _with_note,
    "cause": _from_another,
    "suppressed context": _while_handling_another,
    "context": _in_the_context,
    "long chain": _long_chain,
    "circle of causes": _circle,
    "endless recursion": _recursion,
    "made class": _of_a_generated_class,
    "made class in a real module": _of_a_generated_class_in_a_real_module,
    "made code": _in_generated_code,
    "made code in a real module": _in_generated_code_of_a_real_module,
    "group": _group,
    "key": lambda: {NAME: PHONE}[TEXT],
    "attribute": lambda: getattr(object(), MAIL),
    "attribute of a text": lambda: getattr(TEXT, "aase"),  # noqa: B009
    "name": lambda: eval("aase", {}),
    "module": lambda: importlib.import_module("aase.aalborg"),
    "whole number": lambda: int(TEXT),
    "fraction": lambda: float(PHONE),
    "uuid": lambda: UUID(TEXT),
    "date": lambda: date.fromisoformat(TEXT),
    "format of a date": lambda: datetime.strptime(TEXT, f"%Y {MAIL}"),  # noqa: DTZ007
    "encoding": lambda: TEXT.encode("ascii"),
    "lone surrogate": f"{TEXT}\ud800".encode,
    "decoding": lambda: TEXT.encode("utf-8").decode("ascii"),
    "character": lambda: unicodedata.lookup(NAME),
    "adding": lambda: TEXT + 99313131,  # type: ignore[operator]
    "argument": lambda: print(**{MAIL: TEXT}),  # type: ignore[call-overload]
    "assertion": lambda: _raise(AssertionError(TEXT)),
    "end of an iterator": _next,
    "frozen": _frozen,
    "syntax": lambda: compile(f"navn = {NAME}", f"{FOLDER}/{MAIL}.py", "exec"),
    "json": lambda: json.loads(f"{{{TEXT}"),
    "toml": lambda: tomllib.loads(TEXT),
    "model": lambda: _Applicant.model_validate({"name": TEXT}),
    "unknown field": lambda: _Applicant.model_validate({MAIL: TEXT}),
    "missing file": (FOLDER / f"{MAIL}.botilbud").read_bytes,
    "missing folder": lambda: list(FOLDER.iterdir()),
    "odd number of a system error": lambda: _raise(OSError(99313131, TEXT, str(FOLDER))),
    "odd kind of a system error": lambda: _raise(OSError(NAME, TEXT)),
    "command": lambda: _raise(subprocess.CalledProcessError(3, ["tegn", TEXT], TEXT)),
    "refused file": lambda: read_bytes(FOLDER / f"{NAME}.botilbud"),
    "refused": lambda: _raise(RefusedFileError(f"{NAME}.botilbud", MAIL, PHONE)),
    "failed save": lambda: write_atomically(FOLDER / f"{NAME}.botilbud", TEXT.encode("utf-8")),
    "save": lambda: _raise(SaveFailedError(f"{NAME}.botilbud", TEXT)),
    "path of a field": lambda: value_at(TEXT, field_path("contacts.emails")),
    "per cent": lambda: parse_percent(TEXT),
    "split": lambda: split_over_years(100, {TEXT: Decimal(99)}),
}
