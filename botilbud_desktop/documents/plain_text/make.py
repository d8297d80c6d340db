"""Makes the plain text: what it is and how it is approved, the form's fields, and the appendix."""

from collections.abc import Iterator

from botilbud_desktop.documents.plain_text.appendix import appendix
from botilbud_desktop.documents.plain_text.blocks import Block, joined
from botilbud_desktop.documents.status_line import APPROVED_NOT_SENT, NOT_APPROVED, approved_lines, lapsed_lines
from botilbud_desktop.documents.values import case_number, one_line
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import control_code, valid_approval
from botilbud_desktop.domain.document_import.structure.own_text import FIELDS_FOLLOW, IS_EMPTY
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.domain.web_form.form_fields import WebField, web_fields
from botilbud_desktop.rules.results import Assessment

_ORDER = (
    f"{FIELDS_FOLLOW}, hvert med sit svar på linjen under, som det skal skrives i webformularen. "
    f"Et tomt felt er mærket med ordene »{IS_EMPTY.strip(' ()')}«. Derefter følger programmets eget bilag."
)


def as_text(application: Application, round_: Round, assessment: Assessment) -> str:
    """Returns the text; the same content gives the same text on any day.

    Each field of the form is a label and, on the next line, its value as the web form accepts it: amounts are plain
    digits (22900), dates dd/mm/åååå, addresses have semicolons, descriptions are as typed. Without a value there is no
    next line.

    Args:
        application: what it tells.
        round_: the round of the application.
        assessment: the results of the rules for the application.
    """
    fields = ([*_field(field, round_)] for field in web_fields(application, round_))
    return joined([*_head(application, round_, assessment), *fields, *appendix(application, round_, assessment)])


def _head(application: Application, round_: Round, assessment: Assessment) -> Iterator[Block]:
    yield [one_line(round_.title), round_.id]
    yield _status(application, round_, assessment)
    yield [_ORDER]
    if beyond := _beyond_the_form(application, round_):
        yield [beyond]
    if application.case_number.strip():
        yield [one_line(case_number(application))]


def _status(application: Application, round_: Round, assessment: Assessment) -> Block:
    approval = valid_approval(application)
    if approval is not None:
        return [f"{APPROVED_NOT_SENT}.", *approved_lines(application, approval, round_, assessment)]
    return [f"{NOT_APPROVED}.", *lapsed_lines(application), f"Kontrolkode {control_code(application)}."]


def _beyond_the_form(application: Application, round_: Round) -> str:
    """Returns which projects the form has no rows for; empty while it has room for all."""
    most, number = round_.max_projects, len(application.projects)
    if number <= most:
        return ""
    first = f"{round_.row_wording} {most + 1}"
    which = first if number == most + 1 else f"{first} til {number}"
    room = counted(most, "projekt", "projekter")
    return f"Skemaet har kun plads til {room}. {which} kan ikke indtastes i det. {round_.more_projects}"


def _field(field: WebField, round_: Round) -> Iterator[str]:
    label = _label(field, round_)
    if field.is_stated:
        yield label
        yield field.value
    else:
        yield f"{label}{IS_EMPTY}"


def _label(field: WebField, round_: Round) -> str:
    wording = one_line(field.wording)
    if field.project is None:
        return wording
    return f"{round_.row_wording} {field.project + 1}, {field.column}. {wording}"
