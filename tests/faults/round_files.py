"""Round files to mutate: forms, project sheets and registers, read as from a folder that anyone can write to."""

import json
import re
from functools import cache
from typing import NamedTuple

from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.rules.round_file.gaps import gaps_of
from botilbud_desktop.rules.round_file.placeholders import placeholder_gaps
from botilbud_desktop.rules.round_file.registers import register_gaps
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.added_rounds import Parts, foreign_register
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.rounds.municipality_register import COLUMNS, VALID_FROM, Register
from botilbud_desktop.storage.rounds.round_files import (
    SHEET_FORMAT,
    all_misfits,
    foreign_form,
    foreign_sheet,
    foreign_values,
)
from tests.added_rounds import next_round, register_of
from tests.faults.mutators import Source, source_of

_FILE = "skadet runde.json"
_CELL = re.compile(rb"[^,\n]+")
_LINE = re.compile(rb"[^\n]+\n")


class Read(NamedTuple):
    """What was read of one file."""

    model: RoundForm | ProjectSheet


def round_sources() -> list[Source]:
    """Returns the shipped form and project sheet, and a round of other years."""
    names = ("LanBotilbud_2025-26.json", "Projektskema_2025-26.json")
    shipped = [(forms_folder() / name).read_bytes() for name in names]
    made_up = json.dumps(next_round(), ensure_ascii=False, indent=1).encode()
    return [source_of(data) for data in (*shipped, made_up)]


def read_round(data: bytes) -> Read:
    """Reads a form or project sheet, fills in its parts and looks for what it lacks, as the program does."""
    values = foreign_values(data, _FILE)
    try:
        if values.get("format") == SHEET_FORMAT:
            sheet = foreign_sheet(values, _FILE)
            list(placeholder_gaps(sheet))
            return Read(sheet)
        form = foreign_form(values, _FILE)
        whole, _register = _parts().round_of(form, _FILE)
    except RefusedFileError:
        all_misfits(values)  # as `rounds --check` lists them
        raise
    gaps_of(whole)
    return Read(form)


def round_bytes(read: Read) -> bytes:
    """Returns what was read as a file."""
    return json.dumps(read.model.model_dump(mode="json", by_alias=True), ensure_ascii=False).encode()


@cache
def _parts() -> Parts:
    return FormLibrary(forms_folder()).shipped_parts()


def register_sources() -> list[Source]:
    """Returns the shipped register and one with a day; a cell is a value, and a line a member."""
    whole = ((forms_folder() / "municipalities-2024.csv").read_bytes(), register_of("2027-01-01"))
    return [
        Source(
            data,
            [match.span() for match in _CELL.finditer(data)],
            [match.span() for match in _LINE.finditer(data)],
            [match.span() for match in _CELL.finditer(data)],
        )
        for data in whole
    ]


def read_register(data: bytes) -> Register:
    """Reads a register as from outside, and looks for what is doubtful in it."""
    register = foreign_register(data, _FILE)
    list(register_gaps(register.municipalities, _parts().registers[0].register.municipalities))
    return register


def register_bytes(register: Register) -> bytes:
    """Returns the register as a file."""
    first = [] if register.valid_from is None else [(VALID_FROM, str(register.valid_from))]
    rows = [tuple(getattr(one, name) for name in COLUMNS) for one in register.municipalities]
    quoted = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    return "\n".join(",".join(row) for row in (*first, COLUMNS, *quoted)).encode()
