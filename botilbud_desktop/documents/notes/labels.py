"""The labels of fields in the notes: those of the round, without the letters of the ministry's columns."""

import re

from botilbud_desktop.documents.values import project_name
from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.field_labels import label_with_unit, own_label
from botilbud_desktop.domain.field_path import FieldPath, project_path
from botilbud_desktop.domain.round import Round

_LONGEST_NAME = 160
"""Characters of the name of a project: three lines or so."""


def label_of(path: FieldPath, round_: Round) -> str:
    """Returns `Lån i 2025 (hele 1.000 kr.)`."""
    return _without_letter(label_with_unit(path, round_), path, round_)


def short_label(path: FieldPath, round_: Round) -> str:
    """Returns `Forventet afslutning`, without the hint that ends a label."""
    return _without_letter(own_label(path, round_), path, round_)


def loan_in_all(round_: Round) -> str:
    """Returns the words of the round's form for a loan, with `i alt` for the year: `Låneramme i alt (hele 1.000 kr.)`.

    Where the form's words name no year, they are the words for all years too.
    """
    year = round_.year_keys[0]
    path = project_path(0) / "loan" / year
    field = round_.field(path.form_path)
    words = label_of(path, round_) if field is None or not field.wording else field.wording
    return re.sub(rf"(?:\b(?:for|i) )?\b{year}\b", "i alt", words)


def short_name(project: Project) -> str:
    """Returns the name of a project on one line, shortened where it would fill a page; the form has all of it."""
    name = project_name(project)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _without_letter(label: str, path: FieldPath, round_: Round) -> str:
    field = round_.nearest_field(path)
    return label if field is None or not field.column else label.removeprefix(f"{field.column}. ")
