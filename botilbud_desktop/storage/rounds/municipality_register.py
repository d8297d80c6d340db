"""A register of municipalities: a CSV file. It may say from which day it is valid (*gælder fra*)."""

import csv
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pydantic import ValidationError

from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.storage.errors import RefusedFileError

NUMBER_OF_MUNICIPALITIES = 98
"""Since the reform of 2007. Christiansø (411) is not a municipality."""

COLUMNS = ("code", "name", "official_name", "region_code", "region", "kkr")
VALID_FROM = "valid_from"
"""The first cell of the first line of a register that says from which day it is valid; the second one is the day."""

_SEMICOLONS = "kolonnerne skal være adskilt af komma, ikke semikolon"

type _Rows = list[tuple[int, list[str]]]


class Register(NamedTuple):
    """The municipalities in the order of the register, which is by code."""

    municipalities: tuple[Municipality, ...]
    valid_from: date | None
    """The first day on which the regions are as in the register; None when it does not say."""


def parse_register(data: bytes, file: str) -> Register:
    """Returns the register in the bytes of a file named `file`.

    Raises:
        RefusedFileError: it cannot be read, or does not list 98 different municipalities.
    """
    rows = _rows(data, file)
    valid_from = None
    if rows and rows[0][1][:1] == [VALID_FROM]:
        valid_from = _valid_from(*rows.pop(0), file)
    if not rows or tuple(rows[0][1]) != COLUMNS:
        line, cells = rows[0] if rows else (1, [])
        reason = _SEMICOLONS if len(cells) == 1 and ";" in cells[0] else f"kolonnerne skal være {', '.join(COLUMNS)}"
        raise RefusedFileError(file, f"linje {line}", reason)
    register = _register(rows[1:], file)
    _check_codes(register, rows[1:], file)
    if len(register) != NUMBER_OF_MUNICIPALITIES:
        found = f"der skal stå {NUMBER_OF_MUNICIPALITIES} kommuner, men der står {len(register)}"
        raise RefusedFileError(file, "", found)
    return Register(register, valid_from)


def _check_codes(register: tuple[Municipality, ...], rows: _Rows, file: str) -> None:
    seen: set[str] = set()
    for municipality, (line, _row) in zip(register, rows, strict=True):
        if municipality.code in seen:
            reason = f"kommunenummeret {municipality.code} står der to gange"
            raise RefusedFileError(file, f"linje {line}", reason)
        seen.add(municipality.code)


def _rows(data: bytes, file: str) -> _Rows:
    try:
        reader = csv.reader(data.decode("utf-8-sig").splitlines())  # Excel writes a byte order mark
        return [(reader.line_num, row) for row in reader]
    except UnicodeDecodeError:
        raise RefusedFileError(file, "", "teksten er ikke gemt som UTF-8") from None
    except csv.Error:
        raise RefusedFileError(file, "", "indholdet kan ikke læses som CSV") from None


def _valid_from(line: int, row: list[str], file: str) -> date:
    try:
        (_, text) = row
        day = date.fromisoformat(text)
        if str(day) == text:
            return day
    except ValueError:
        pass
    reason = f"efter {VALID_FROM} skal der stå en dato i kalenderen som 2027-01-01"
    raise RefusedFileError(file, f"linje {line}", reason)


class _Register(Model):
    municipalities: tuple[Municipality, ...]


def _register(rows: _Rows, file: str) -> tuple[Municipality, ...]:
    for line, row in rows:
        if len(row) != len(COLUMNS) or not all(row):
            raise RefusedFileError(file, f"linje {line}", f"der skal stå {len(COLUMNS)} værdier, og ingen må være tom")
    municipalities = tuple(dict(zip(COLUMNS, row, strict=True)) for _line, row in rows)
    try:
        return _Register.model_validate({"municipalities": municipalities}).municipalities
    except ValidationError as error:
        _, index, *_ = error.errors(include_url=False, include_input=False)[0]["loc"]
    line = rows[int(index)][0]
    raise RefusedFileError(file, f"linje {line}", "kommunenummeret skal have tre cifre")


def texts_of(register: Register) -> Iterator[str]:
    """Yields the texts of a register."""
    for municipality in register.municipalities:
        yield from (municipality.name, municipality.official_name, municipality.region_code)
        yield from (municipality.region, municipality.kkr)
