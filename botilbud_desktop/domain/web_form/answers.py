"""The form's answers as they would stand in the web form, in its order: for looking everything over before approval."""

from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Project
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.field_path import FieldPath, field_path, project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.text.count import count_characters
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.domain.values.amounts import format_number, format_percent
from botilbud_desktop.domain.values.dates import format_form_date


class Answer(NamedTuple):
    """One field of the form with its answer as text, and the path of the field to edit."""

    label: str
    text: str
    path: FieldPath


class AnswerGroup(NamedTuple):
    """The answers that belong together, such as those of one project."""

    title: str
    answers: tuple[Answer, ...]


def answers(application: Application, form: Round) -> tuple[AnswerGroup, ...]:
    """All answers, in the order of the ministry's form; blanks read *Ikke angivet*."""
    municipality = form.municipality(application.applicant.municipality_code)
    contacts = application.contacts
    return (
        AnswerGroup(
            form.applicant_wording.rstrip(":"),
            (
                _answer(form, "applicant.municipality_code", municipality.official_name if municipality else ""),
                _answer(form, "case_number", application.case_number),
            ),
        ),
        *(
            AnswerGroup(f"Projekt {index + 1}", _project_answers(project, index, form))
            for index, project in enumerate(application.projects)
        ),
        AnswerGroup("Samlet beskrivelse", (_counted(form, "description", application.description),)),
        AnswerGroup(
            "Kontaktoplysninger",
            (
                _answer(form, "contacts.names", contacts.names),
                _answer(form, "contacts.phones", contacts.phones),
                _answer(form, "contacts.emails", "; ".join(contacts.emails)),
            ),
        ),
    )


def _project_answers(project: Project, index: int, form: Round) -> tuple[Answer, ...]:
    path = project_path(index)
    places = eligible_places(project, form)
    return (
        _answer(form, f"{path}.name", project.name),
        *(_answer(form, f"{path}.loan.{year}", _number(project.loan.get(year))) for year in form.year_keys),
        *(
            _answer(
                form,
                f"{path}.expansion.{year}",
                format_number(places[year]) if project.places else "",
                path / "places",
            )
            for year in form.year_keys
        ),
        _answer(form, f"{path}.share_for_others", "" if project.share is None else format_percent(project.share)),
        _answer(
            form,
            f"{path}.completion_date",
            "" if project.completion_date is None else format_form_date(project.completion_date),
        ),
    )


def _counted(form: Round, path: str, text: str) -> Answer:
    answer = _answer(form, path, text)
    field = form.field(path)
    if field is None or field.limit is None:
        return answer
    used = format_number(count_characters(text).submitted)
    return answer._replace(label=f"{answer.label} ({used} af {format_number(field.limit)} tegn)")


def _answer(form: Round, path: str, text: str, edited_at: FieldPath | None = None) -> Answer:
    parsed = field_path(path)
    field = form.field(parsed.form_path)
    label = path if field is None else field.lettered_label
    return Answer(label, text.strip() or NOT_STATED, edited_at or parsed)


def _number(value: int | None) -> str:
    return "" if value is None else format_number(value)
