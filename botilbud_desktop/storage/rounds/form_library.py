"""The forms of the rounds, read from `forms/` and checked as a whole before anyone relies on them."""

from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.round import ProjectSheet, Round
from botilbud_desktop.storage.errors import RefusedFileError
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
_FIELDS = (
    "applicant.municipality_code",
    "projects[].name",
    "projects[].share_for_others",
    "projects[].completion_date",
    "contacts.names",
    "contacts.phones",
    "contacts.emails",
)
_LIMITED = ("description", "projects[].description")


class FormLibrary:
    """The rounds that the program knows. Each is read once, when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """`folder` holds a JSON file for each form and sheet, and the registers of municipalities."""
        self._folder = folder
        self._values: dict[str, dict[str, Any]] = {}
        self._rounds: dict[str, Round] = {}
        self._ids: tuple[str, ...] | None = None

    def ids(self) -> tuple[str, ...]:
        """The ids of all rounds, newest last.

        Raises:
            RefusedFileError: the folder or a form file cannot be read.
        """
        if self._ids is None:
            names = sorted(name for name in self._file_names() if name.endswith(_EXTENSION))
            self._ids = tuple(
                name.removesuffix(_EXTENSION) for name in names if self._read(name).get("format") != SHEET_FORMAT
            )
        return self._ids

    def round(self, round_id: str) -> Round:
        """The round with its municipalities and its project sheet filled in.

        Raises:
            KeyError: there is no such round. No path is ever made of an id that is not in `ids`.
            RefusedFileError: its form, project sheet or register is broken: with file, place and reason.
        """
        if round_id not in self._rounds:
            if round_id not in self.ids():
                raise KeyError(round_id)
            self._rounds[round_id] = self._load(round_id)
        return self._rounds[round_id]

    def _file_names(self) -> list[str]:
        try:
            return [path.name for path in self._folder.iterdir()]
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
        form = convert(values, Round, name)
        _check_form(form, name)
        return msgspec.structs.replace(
            form,
            municipalities=read_register(self._folder / form.municipality_register),
            project_sheet=self._sheet(form.project_sheet_form),
        )

    def _sheet(self, name: str) -> ProjectSheet:
        values = self._read(name)
        version_of(values, name, format_name=SHEET_FORMAT, newest=NEWEST_VERSION, kind="et projektskema")
        sheet = convert(values, ProjectSheet, name)
        if sheet.id + _EXTENSION != name:
            raise RefusedFileError(name, "id", "id og filnavn skal være ens")
        return sheet


def _needed_fields(form: Round) -> tuple[str, ...]:
    """The fields of the ministry's form, without which its table could not be shown."""
    by_year = (f"projects[].{field}.{year}" for field in ("loan", "expansion") for year in form.year_keys)
    return (*_FIELDS, *_LIMITED, *by_year)


def _check_form(form: Round, name: str) -> None:
    """What must fit together in a form beyond the types of its fields."""
    if form.id + _EXTENSION != name:
        raise RefusedFileError(name, "id", "id og filnavn skal være ens")
    if list(form.years) != sorted(set(form.years)):
        raise RefusedFileError(name, "years", "årene skal stå i rækkefølge og kun én gang hver")
    if tuple(form.pool) != form.year_keys:
        raise RefusedFileError(name, "pool", "puljen skal stå for netop skemaets år, i samme rækkefølge")
    for index, criterion in enumerate(form.criteria):
        if criterion.number != index + 1:
            raise RefusedFileError(name, f"criteria[{index}].number", f"kriteriet skal have nummer {index + 1}")
    for index, content in enumerate(form.required_contents):
        if content.number != index + 1:
            raise RefusedFileError(name, f"required_contents[{index}].number", f"punktet skal have nummer {index + 1}")
    for path, times in Counter(field.path for field in form.fields).items():
        if times > 1:
            raise RefusedFileError(name, "fields", f"feltet {path} står der {times} gange")
    for letter, times in Counter(column.column for column in form.columns).items():
        if times > 1:
            raise RefusedFileError(name, "fields", f"kolonnen {letter} står der {times} gange")
    for code, times in Counter(choice.code for choice in form.legal_bases).items():
        if times > 1:
            raise RefusedFileError(name, "legal_bases", f"lovgrundlaget {code} står der {times} gange")
    for code in LegalBasis:
        if all(choice.code is not code for choice in form.legal_bases):
            raise RefusedFileError(name, "legal_bases", f"lovgrundlaget {code} mangler")
    for path in _needed_fields(form):
        if form.field(path) is None:
            raise RefusedFileError(name, "fields", f"feltet {path} mangler")
    for path in _LIMITED:
        field = form.field(path)
        if field is not None and field.limit is None:
            raise RefusedFileError(name, "fields", f"feltet {path} mangler sin grænse")
    if not form.window.opens <= form.window.closes <= form.window.answer_by:
        raise RefusedFileError(name, "window", "datoerne skal stå i rækkefølge")
