"""Rounds besides the shipped one, made from its file in a temporary folder."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_folder import FormFolder, Origin
from botilbud_desktop.storage.rounds.form_library import FormLibrary

SHIPPED = "LanBotilbud_2025-26"
NEXT = "LanBotilbud_2028-29"
SHEET = "Projektskema_2025-26"
REGISTER = "municipalities-2027.csv"
OPENS = "2027-05-01"

Values = dict[str, Any]
Change = Callable[[Values], object]


def unchanged(_values: Values) -> None:
    """Changes nothing."""


def next_round(change: Change = unchanged) -> Values:
    """Returns the values of a round of 2028 and 2029 that opens in May 2027."""
    text = (forms_folder() / f"{SHIPPED}.json").read_text(encoding="utf-8")
    for old, new in (("2025-26", "2028-29"), ("2024", "2027"), ("2025", "2028"), ("2026", "2029")):
        text = text.replace(old, new)
    values: Values = json.loads(text)
    values.update(project_sheet_form=f"{SHEET}.json", municipality_register="municipalities-2024.csv")
    change(values)
    return values


def write_round(folder: Path, change: Change = unchanged, name: str = f"{NEXT}.json") -> Path:
    """Writes the next round, and returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(next_round(change), ensure_ascii=False), encoding="utf-8")
    return path


def register_of(day: str, region: str = "Region Østdanmark") -> bytes:
    """Returns a register that is valid from `day`, with the two eastern regions as one."""
    text = (forms_folder() / "municipalities-2024.csv").read_text(encoding="utf-8")
    for old in ("Region Hovedstaden", "Region Sjælland"):
        text = text.replace(old, region)
    return f"valid_from,{day}\n{text}".encode()


def write_register(folder: Path, day: str = "2027-01-01", name: str = REGISTER) -> Path:
    """Writes such a register, and returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(register_of(day))
    return path


def library_of(machine: Path, user: Path) -> FormLibrary:
    """Returns the shipped rounds and those in two folders."""
    folders = (FormFolder(machine, Origin.MACHINE), FormFolder(user, Origin.USER))
    return FormLibrary(forms_folder(), lambda: folders)
