"""The fields of the form in its order, each with its value in a draft.

This is the one list of what the form asks for. The review before approval, the text export and the transfer to the web
site are made from it; the columns of the table of projects alone are `Round.columns`.
"""

from collections.abc import Collection
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of
from botilbud_desktop.domain.web_form.values import FormValue, application_value, project_value


class FormEntry(NamedTuple):
    """One field of the form and its value."""

    field: FormField
    path: FieldPath
    """The path of the field; a year's new places are `projects[0].expansion.2025`."""
    edited_at: FieldPath
    """The path in the draft of the data that the value is made from."""
    value: FormValue


class FormEntries(NamedTuple):
    """The fields of the form in its order."""

    before: tuple[FormEntry, ...]
    """The fields above the table of projects."""
    rows: tuple[tuple[FormEntry, ...], ...]
    """One row of the table for each project, also for those beyond the last row of the form."""
    after: tuple[FormEntry, ...]
    """The fields below the table."""


def form_entries(application: Application, round_: Round, also: Collection[str] = ()) -> FormEntries:
    """Returns the fields that the ministry asks for, and those at the paths in `also`."""
    before: list[FormEntry] = []
    after: list[FormEntry] = []
    is_below_table = False
    for field in round_.fields:
        if field.column:
            is_below_table = True
        elif not field.path.startswith(IN_A_PROJECT) and (field.wording or field.path in also):
            path = field_path(field.path)
            entry = FormEntry(field, path, path, application_value(field, application, round_))
            (after if is_below_table else before).append(entry)
    rows = (row_entries(project, index, round_) for index, project in enumerate(application.projects))
    return FormEntries(tuple(before), tuple(rows), tuple(after))


def row_entries(project: Project, index: int, round_: Round) -> tuple[FormEntry, ...]:
    """Returns one row of the table of projects."""
    return tuple(_in_row(column, project, index, round_) for column in round_.columns)


def _in_row(column: FormField, project: Project, index: int, round_: Round) -> FormEntry:
    row = project_path(index)
    path = field_path(f"{row}.{column.path.removeprefix(IN_A_PROJECT)}")
    edited_at = row / "places" if kind_of(column.path) is FieldKind.EXPANSION else path
    return FormEntry(column, path, edited_at, project_value(column, project, round_))
