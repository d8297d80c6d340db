"""The application as in the ministry's form: applicant, table of projects, overall description, contacts."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.column_widths import Wish, in_parts
from botilbud_desktop.documents.form_table import (
    NOT_USED,
    left_out_lines,
    row_label,
    too_many_projects,
    total_text,
    totals_of,
)
from botilbud_desktop.documents.notes.blocks import (
    NOTHING,
    Block,
    Column,
    Heading,
    Pairs,
    Paragraphs,
    Table,
    Tone,
    missing_or,
    numbers_of,
    texts_of,
)
from botilbud_desktop.documents.notes.page import TEXT_WIDTH
from botilbud_desktop.documents.values import BLANK, municipality_name, one_line, share_in_places
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_labels import label_with_unit
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of
from botilbud_desktop.domain.web_form.values import AS_PRINTED, application_value, project_value, written

_LONGEST_HEAD = 170
"""Characters of the ministry's words above a column; longer ones stand above the table."""
_ROW_NUMBER: float = 34
_LETTER_WIDTH = 4.3
"""Of small letters on average, in points."""
_WIDEST_LEAST: float = 96
_CONTACTS = "contacts."


def application_form(application: Application, round_: Round) -> Iterator[Block]:
    """Yields the form with all answers."""
    yield Heading(1, round_.title)
    applicant = round_.applicant_wording.rstrip(":")
    yield Pairs(applicant, [(applicant, municipality_name(application, round_))])
    yield Heading(2, round_.table_heading)
    yield from _tables(application, round_)
    yield from (Paragraphs(line, Tone.NOTE) for line in left_out_lines(application, round_))
    if too_many := too_many_projects(application, round_):
        yield Paragraphs(too_many, Tone.NOTE)
    yield Heading(2, label_with_unit(field_path("description"), round_))
    yield missing_or(application.description, BLANK)
    yield Heading(2, round_.contacts_heading)
    yield Pairs(round_.contacts_heading, list(_contacts(application, round_)))


def _contacts(application: Application, round_: Round) -> Iterator[tuple[str, str]]:
    for field in round_.fields:
        if field.path.startswith(_CONTACTS):
            yield field.wording or field.label, written(application_value(field, application, round_), AS_PRINTED)


def _tables(application: Application, round_: Round) -> Iterator[Block]:
    """Yields the table; where its columns do not fit beside each other, more tables, each with the names."""
    number = Column(round_.row_wording, Wish(_ROW_NUMBER, _ROW_NUMBER))
    fields = round_.columns
    columns = [number, *(_column(field, application, round_) for field in fields)]
    names = [index for index, field in enumerate(fields, start=1) if kind_of(field.path) is FieldKind.NAME]
    for part in in_parts([column.wish for column in columns], (0, *names), TEXT_WIDTH):
        shown = [fields[index - 1] for index in part[1:]]
        yield from (
            Paragraphs(f"{field.column}. {field.wording}", Tone.NOTE)
            for field in shown
            if len(field.wording) > _LONGEST_HEAD
        )
        rows = [
            (row_label(index, round_), *(_cell(field, project, round_) for field in shown))
            for index, project in enumerate(application.projects)
        ]
        rows += _unused(shown, len(application.projects), round_)
        total = ("", *map(total_text, totals_of(shown, application, round_)))
        yield Table(round_.table_heading, [columns[index] for index in part], rows, total, is_small=True)


def _unused(fields: Sequence[FormField], used: int, round_: Round) -> list[tuple[str, ...]]:
    names = tuple(NOT_USED if kind_of(field.path) is FieldKind.NAME else NOTHING for field in fields)
    return [(str(index + 1), *names) for index in range(used, round_.max_projects)]


def _column(field: FormField, application: Application, round_: Round) -> Column:
    kind = kind_of(field.path)
    title = field.wording if field.wording and len(field.wording) <= _LONGEST_HEAD else field.label
    if kind.is_text:
        return Column(title, texts_of(86), letter=field.column)
    values = [written(project_value(field, project, round_), AS_PRINTED) for project in application.projects]
    values += [BLANK.split()[-1], *map(total_text, totals_of([field], application, round_))]
    least = min(_WIDEST_LEAST, max(len(value) for value in values) * _LETTER_WIDTH + 8)
    wish = numbers_of(max(52, least)) if kind is not FieldKind.SHARE else numbers_of(max(60, least))
    return Column(title, wish, is_number=True, letter=field.column)


def _cell(field: FormField, project: Project, round_: Round) -> str:
    kind = kind_of(field.path)
    text = written(project_value(field, project, round_), AS_PRINTED)
    if kind is FieldKind.SHARE and text:
        return "\n".join(filter(None, (f"{text} pct.", share_in_places(project, round_))))
    return one_line(text) if kind.is_text else text
