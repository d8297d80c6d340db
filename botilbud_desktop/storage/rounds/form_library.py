"""The forms of the rounds, read from `forms/` and fully checked before use."""

from pathlib import Path
from typing import Any

from botilbud_desktop.domain.model import field_names
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_form import RoundForm
from botilbud_desktop.domain.round_parts import ProjectSheet
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.path_calls import paths_in
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.json.header import version_of
from botilbud_desktop.storage.json.strict_json import parse_json_object
from botilbud_desktop.storage.json.typed_values import convert
from botilbud_desktop.storage.rounds.municipality_register import read_register

FORM_FORMAT = "botilbud-form"
SHEET_FORMAT = "botilbud-project-sheet"
NEWEST_VERSION = 1

_FILLED_IN = ("municipalities", "project_sheet")
_EXTENSION = ".json"
SCHEMA_ENDING = ".schema.json"
"""The ending of the file names of the JSON Schemas, which are in the same folder as the forms."""


class FormLibrary:
    """The rounds that the program knows. Each is read once, on first use."""

    def __init__(self, folder: Path) -> None:
        """`folder` has a JSON file for each form and project sheet, and the registers of municipalities."""
        self._folder = folder
        self._values: dict[str, dict[str, Any]] = {}
        self._rounds: dict[str, Round] = {}
        self._ids: tuple[str, ...] | None = None

    def ids(self) -> tuple[str, ...]:
        """Returns the ids of all rounds, newest last.

        Raises:
            RefusedFileError: the folder or a form file cannot be read.
        """
        if self._ids is None:
            names = sorted(name for name in self._file_names() if _may_be_form(name))
            self._ids = tuple(
                name.removesuffix(_EXTENSION) for name in names if self._read(name).get("format") != SHEET_FORMAT
            )
        return self._ids

    def round(self, round_id: str) -> Round:
        """Returns the round with its municipalities and its project sheet filled in.

        Raises:
            KeyError: there is no such round. An id that is not in `ids` is never used in a path.
            RefusedFileError: its form, project sheet or register is broken: with file, place and reason.
        """
        if round_id not in self._rounds:
            if round_id not in self.ids():
                raise KeyError(round_id)
            self._rounds[round_id] = self._load(round_id)
        return self._rounds[round_id]

    def _file_names(self) -> list[str]:
        try:
            return [path.name for path in paths_in(self._folder)]
        except OSError as error:
            raise RefusedFileError(self._folder.name, "", "mappen med ministeriets skemaer kan ikke læses") from error

    def _read(self, name: str) -> dict[str, Any]:
        if name not in self._values:
            self._values[name] = parse_json_object(read_bytes(self._folder / name), name)
        return self._values[name]

    def _load(self, round_id: str) -> Round:
        name = round_id + _EXTENSION
        values = self._read(name)
        version_of(values, name, format_name=FORM_FORMAT, newest=NEWEST_VERSION, kind="et ansøgningsskema")
        for key in _FILLED_IN:
            if key in values:
                raise RefusedFileError(name, key, "feltet hører ikke til i skemaets fil")
        form = convert(values, RoundForm, name)
        _check_id(form, name)
        return Round.model_construct(
            **{field: getattr(form, field) for field in field_names(RoundForm)},
            municipalities=read_register(self._folder / form.municipality_register),
            project_sheet=self._sheet(form.project_sheet_form),
        )

    def _sheet(self, name: str) -> ProjectSheet:
        values = self._read(name)
        version_of(values, name, format_name=SHEET_FORMAT, newest=NEWEST_VERSION, kind="et projektskema")
        sheet = convert(values, ProjectSheet, name)
        _check_id(sheet, name)
        return sheet


def _may_be_form(name: str) -> bool:
    return name.endswith(_EXTENSION) and not name.endswith(SCHEMA_ENDING)


def _check_id(form: RoundForm | ProjectSheet, name: str) -> None:
    if form.id + _EXTENSION != name:
        raise RefusedFileError(name, "id", "id og filnavn skal være ens")
