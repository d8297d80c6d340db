"""The web form's fields as plain text in the form's order, ready to type over. No reportlab here."""

from botilbud_desktop.documents.values import (
    column_year,
    emails,
    form_date,
    is_loan,
    share_of,
    table_columns,
    wording,
)
from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.round import FormField, Round
from botilbud_desktop.domain.text_count import normalise
from botilbud_desktop.domain.totals import eligible_places


def as_text(application: Application, round: Round) -> str:
    """A line with each field's label and below it the value as the web form takes it, or an empty line.

    Amounts are plain digits (22900), dates dd/mm/åååå, addresses have semicolons, descriptions are as typed.
    """
    municipality = round.municipality(application.applicant.municipality_code)
    fields = [(round.applicant_wording, "" if municipality is None else municipality.official_name)]
    for index, project in enumerate(application.projects):
        fields += [
            (
                f"{round.row_wording} {index + 1}, {column.column}. {column.wording}",
                _value(column, project, round),
            )
            for column in table_columns(round)
        ]
    description = round.field("description")
    fields += [
        ("Samlet beskrivelse" if description is None else description.label, application.description),
        (wording(round, "contacts.names"), application.contacts.names),
        (wording(round, "contacts.phones"), application.contacts.phones),
        (wording(round, "contacts.emails"), emails(application)),
    ]
    heading = f"{round.title}\n{round.id}\n"
    return normalise("\n".join([heading, *(f"{label}\n{value}\n" for label, value in fields)]))


def _value(column: FormField, project: Project, round: Round) -> str:
    year = column_year(column)
    if column.path == "projects[].name":
        return project.name
    if year is not None and is_loan(column):
        amount = project.loan.get(year)
        return "" if amount is None else str(amount)
    if year is not None:
        return str(eligible_places(project, round).get(year, 0)) if project.places else ""
    if column.path == "projects[].share_for_others":
        return share_of(project)
    return form_date(project.completion_date)
