"""The web form's fields in its order, each with the value exactly as the form takes it.

This is the one list of what is typed at the web site: the text export prints it, and the transfer copies from it.
"""

from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.round import FormField, Round
from botilbud_desktop.domain.text.count import normalise
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.domain.values.amounts import format_percent
from botilbud_desktop.domain.values.dates import format_form_date

_APPLICANT = "applicant.municipality_code"
_LOAN = "projects[].loan."
_EXPANSION = "projects[].expansion."
_DESCRIPTION = "description"
_CONTACTS = ("contacts.names", "contacts.phones", "contacts.emails")


class WebField(NamedTuple):
    """One field of the web form and what is to stand in it."""

    path: FieldPath
    """The path of the field; a year's new places are `projects[0].expansion.2025`."""
    edited_at: FieldPath
    """Where the draft holds what the value is made of."""
    label: str
    """The program's label with its unit, such as `Lån i 2025 (hele 1.000 kr.)`."""
    wording: str
    """The words beside the field in the web form; the label where the form has a whole paragraph."""
    value: str
    """Exactly what the form takes: `22900`, `30/11/2025`, texts as typed with LF; empty when not stated."""
    column: str = ""
    """The column A-G of the table of projects."""
    limit: int | None = None
    """The most characters that the form takes; None when it states no limit."""

    @property
    def project(self) -> int | None:
        """The row of the table, counted from 0, or None."""
        return self.path.project

    @property
    def is_stated(self) -> bool:
        """Whether there is anything to transfer."""
        return bool(self.value.strip())


def web_fields(application: Application, form: Round) -> tuple[WebField, ...]:
    """All fields in the order of the form: the applicant, the rows A-G, the description, the contacts.

    A project beyond the last row of the form is there too, see `fits`.
    """
    municipality = form.municipality(application.applicant.municipality_code)
    contacts = application.contacts
    return (
        _field(form, _APPLICANT, "" if municipality is None else municipality.official_name),
        *(
            _column_field(form, column, project, index)
            for index, project in enumerate(application.projects)
            for column in table_columns(form)
        ),
        _field(form, _DESCRIPTION, application.description),
        *(
            _field(form, path, value)
            for path, value in zip(
                _CONTACTS, (contacts.names, contacts.phones, joined_addresses(contacts.emails)), strict=True
            )
        ),
    )


def emptied_row(form: Round, index: int) -> tuple[WebField, ...]:
    """The fields of a row of the table that no project of the draft fills any more: nothing is to stand in them."""
    return tuple(_column_field(form, column, Project(id=""), index) for column in table_columns(form))


def fits(field: WebField, form: Round) -> bool:
    """Whether the web form has a place for the field: its table ends after the most projects of the round."""
    return field.project is None or field.project < form.max_projects


def table_columns(form: Round) -> tuple[FormField, ...]:
    """The columns A-G of the ministry's table, in its order."""
    return tuple(sorted((field for field in form.fields if field.column), key=lambda field: field.column))


def column_year(column: FormField) -> str | None:
    """The year of a column of loans or new places; None for the others."""
    for prefix in (_LOAN, _EXPANSION):
        if column.path.startswith(prefix):
            return column.path.removeprefix(prefix)
    return None


def is_loan(column: FormField) -> bool:
    """Whether a column holds loans."""
    return column.path.startswith(_LOAN)


def joined_addresses(addresses: tuple[str, ...]) -> str:
    """The e-mail addresses with semicolons between them, as the form asks for."""
    return "; ".join(address for address in addresses if address.strip())


def _field(form: Round, path: str, value: str) -> WebField:
    parsed = field_path(path)
    known = form.field(path)
    label = path if known is None else known.label
    wording = form.applicant_wording if path == _APPLICANT else label if known is None else known.wording or label
    return WebField(
        path=parsed,
        edited_at=parsed,
        label=label,
        wording=label if path == _DESCRIPTION else wording,
        value=normalise(value),
        limit=None if known is None else known.limit,
    )


def _column_field(form: Round, column: FormField, project: Project, index: int) -> WebField:
    below = column.path.removeprefix("projects[].")
    row = project_path(index)
    path = field_path(f"{row}.{below}")
    return WebField(
        path=path,
        edited_at=row / "places" if column.path.startswith(_EXPANSION) else path,
        label=column.label,
        wording=column.wording or column.label,
        value=normalise(_value(column, project, form)),
        column=column.column,
        limit=column.limit,
    )


def _value(column: FormField, project: Project, form: Round) -> str:
    year = column_year(column)
    if column.path == "projects[].name":
        return project.name
    if year is not None and is_loan(column):
        amount = project.loan.get(year)
        return "" if amount is None else str(amount)
    if year is not None:
        return str(eligible_places(project, form).get(year, 0)) if project.places else ""
    if column.path == "projects[].share_for_others":
        return "" if project.share is None else format_percent(project.share)
    return "" if project.completion_date is None else format_form_date(project.completion_date)
