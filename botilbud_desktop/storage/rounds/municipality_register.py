"""The register of municipalities that belongs to a round: a CSV file in `forms/`."""

import csv
from pathlib import Path

from pydantic import ValidationError

from botilbud_desktop.domain.model import Model
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.read_bytes import read_bytes

NUMBER_OF_MUNICIPALITIES = 98
"""Since the reform of 2007. Christiansø (411) is not a municipality."""

COLUMNS = ("code", "name", "official_name", "region_code", "region", "kkr")


def read_register(path: Path) -> tuple[Municipality, ...]:
    """Returns the municipalities in the order of the register, which is by code.

    Raises:
        RefusedFileError: the file cannot be read, or does not list 98 different municipalities.
    """
    try:
        lines = read_bytes(path).decode("utf-8").splitlines()
    except UnicodeDecodeError:
        raise RefusedFileError(path.name, "", "teksten er ikke gemt som UTF-8") from None
    rows = csv.reader(lines)
    if tuple(next(rows, ())) != COLUMNS:
        raise RefusedFileError(path.name, "linje 1", f"kolonnerne skal være {', '.join(COLUMNS)}")
    register = _register([(rows.line_num, row) for row in rows], path.name)
    codes = {municipality.code for municipality in register}
    if len(codes) != len(register):
        raise RefusedFileError(path.name, "", "et kommunenummer står der to gange")
    if len(register) != NUMBER_OF_MUNICIPALITIES:
        found = f"der skal stå {NUMBER_OF_MUNICIPALITIES} kommuner, men der står {len(register)}"
        raise RefusedFileError(path.name, "", found)
    return register


class _Register(Model):
    municipalities: tuple[Municipality, ...]


def _register(rows: list[tuple[int, list[str]]], file: str) -> tuple[Municipality, ...]:
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
