"""The sheets of what a draft holds for colleagues: what the form does not ask for, apart by whether it is approved.

Internal notes and comments stay in the draft. So does the list of sentences that the program put into the description:
they are in the description as far as they still hold.
"""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.excel.places import NOT_ASKED_FOR
from botilbud_desktop.documents.excel.sheet import Book, Sheet, Value
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.values import one_line, project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import NOT_FINGERPRINTED
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_order import application_fields
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path, value_at
from botilbud_desktop.domain.notes.added_keys import ADDED_TO_APPLICATION
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.own_sheets import CONTENT, FIELD, PART
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT

_STAY_IN_THE_DRAFT = ("comments", "inserted_facts")
_OF_A_PROJECT = ("purpose", "target_group", "economy_note", "partners")
"""The fields of a project that have no sheet of their own."""
_COLUMNS = (
    Column(PART, width=28, is_key=True),
    Column(FIELD, width=34, is_key=True),
    Column(CONTENT, width=86),
)
_NOT_APPROVED = "Godkendelsen omfatter ikke det, der står på dette ark. Kontrolkoden dækker det heller ikke."
_APPLICATION, _NOTE = "Ansøgningen", "Notat til KKR"

type _Rows = list[Sequence[Value]]


def write_for_colleagues(book: Book, application: Application, round_: Round) -> None:
    """Writes what is filled in; no sheet where nothing is."""
    own = list(_of_the_application(application, round_))
    inside: _Rows = [row for is_outside, row in own if not is_outside]
    inside += _of_projects(application, round_)
    outside: _Rows = [row for is_outside, row in own if is_outside]
    if inside:
        write_table(Sheet(book, "Til kolleger", "Til kolleger", (NOT_ASKED_FOR,)), _COLUMNS, inside)
    if outside:
        sheet = Sheet(book, "Uden for godkendelsen", "Uden for godkendelsen", (_NOT_APPROVED,))
        write_table(sheet, _COLUMNS, outside)


def _of_the_application(application: Application, round_: Round) -> Iterator[tuple[bool, Sequence[Value]]]:
    """Yields whether the approval leaves a field out, and its row."""
    formatter = ValueFormatter(round_)
    for path in application_fields(round_):
        name = str(path[0])
        if name not in ADDED_TO_APPLICATION or name in _STAY_IN_THE_DRAFT or _is_on_the_form(str(path), round_):
            continue
        if text := formatter.text(value_at(application, path), path):
            part = _NOTE if name == "cover_note" else _APPLICATION
            yield name in NOT_FINGERPRINTED, (part, label_with_unit(path, round_), text)


def _of_projects(application: Application, round_: Round) -> Iterator[Sequence[Value]]:
    formatter = ValueFormatter(round_)
    for index, project in enumerate(application.projects):
        heading = one_line(project_heading(index, project, round_))
        for name in _OF_A_PROJECT:
            path = FieldPath((*project_path(index), *field_path(name)))
            text = formatter.text(value_at(project, field_path(name)), path)
            if text and not _is_on_the_form(f"{IN_A_PROJECT}{name}", round_):
                yield heading, label_with_unit(path, round_), text


def _is_on_the_form(path: str, round_: Round) -> bool:
    """Whether the form asks for the field, so that it stands among the form's own."""
    return any(field.path == path for field in round_.fields)
