"""Makes the workbook: its sheets in their order, its properties, and the words of its pages."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from io import BytesIO

from botilbud_desktop.documents.excel.colleagues import write_for_colleagues
from botilbud_desktop.documents.excel.cost_plan import PlanCells, write_plan
from botilbud_desktop.documents.excel.economy import EconomySheet
from botilbud_desktop.documents.excel.engine import new_workbook
from botilbud_desktop.documents.excel.fields import write_fields
from botilbud_desktop.documents.excel.judgements import write_criteria, write_findings, write_weighting
from botilbud_desktop.documents.excel.places import (
    write_capacity_today,
    write_milestones,
    write_places,
    write_rates,
)
from botilbud_desktop.documents.excel.projects import write_projects
from botilbud_desktop.documents.excel.sheet import Book, PageWords
from botilbud_desktop.documents.excel.styles import Styles
from botilbud_desktop.documents.status_line import NOT_APPROVED, status_line
from botilbud_desktop.documents.values import case_number, municipality_name, one_line, round_name
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import valid_approval
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.results import Assessment

_MOST_IN_A_HEAD = 60
_MOST_IN_A_TITLE = 200
_PICTURE = re.compile(r"&(?=[G\[])")


def make_workbook(application: Application, round_: Round, assessment: Assessment, today: date) -> bytes:
    """Returns the workbook. The same content gives the same bytes, while it is approved on any day.

    It has all that the draft holds but internal notes, comments, and the list of sentences that the program put into
    the description.

    Args:
        application: what it shows.
        round_: the round of the application.
        assessment: the results of the rules for the application.
        today: the day on which it is made.
    """

    def write(book: Book) -> None:
        _write_sheets(book, application, round_, assessment)

    return workbook_of(write, page_words(application, round_, today), created_of(application, today))


def workbook_of(write: Callable[[Book], None], words: PageWords, created: datetime) -> bytes:
    """Returns the workbook whose sheets `write` writes; `created` is what its properties tell."""
    target = BytesIO()
    workbook = new_workbook(target)
    workbook.set_properties(
        {
            "title": f"Ansøgning · {words.applicant}"[:_MOST_IN_A_TITLE],
            "subject": words.head.replace("&&", "&"),
            "author": words.applicant[:_MOST_IN_A_TITLE],
            "comments": words.status[:_MOST_IN_A_TITLE],
            "created": created,
        }
    )
    write(Book(workbook, Styles(workbook), words))
    workbook.close()
    return target.getvalue()


def _write_sheets(book: Book, application: Application, round_: Round, assessment: Assessment) -> None:
    """Writes the projects first: that sheet is the one that the program itself reads."""
    cells = write_projects(book, application, round_, assessment)
    economy = EconomySheet(book, application, round_, cells)
    plans: dict[int, PlanCells] = {}
    for index, project in enumerate(application.projects):
        plan = write_plan(book, index, project, cells, economy.cost_cell(index), round_, assessment)
        if plan is not None:
            plans[index] = plan
    economy.fill(assessment, plans)
    write_places(book, application, round_)
    write_rates(book, application, round_)
    write_capacity_today(book, application, round_)
    write_milestones(book, application, round_)
    write_criteria(book, application, round_, assessment)
    write_findings(book, application, round_, assessment)
    write_weighting(book, application, round_)
    write_fields(book, application, round_, assessment)
    write_for_colleagues(book, application, round_)


def page_words(application: Application, round_: Round, today: date) -> PageWords:
    """Returns the words of the pages of an application that is in its form."""
    applicant = one_line(municipality_name(application, round_))
    head = " · ".join(map(in_a_head, (applicant, round_name(round_), case_number(application))))
    return words_of(application, applicant, head, today)


def words_of(application: Application, applicant: str, head: str, today: date) -> PageWords:
    """Returns the words of pages with their status, a date, who approved it and the check code."""
    status = status_line(application, today)
    signed = f"{status.before} {status.name}".strip()
    foot = f"{in_a_head(f'{status.before} {_shortened(status.name)}'.strip(), 120)} · {status.code}"
    warning = NOT_APPROVED if valid_approval(application) is None else ""
    return PageWords(applicant, f"{signed} · {status.code}", head, foot, warning)


def _shortened(text: str, most: int = _MOST_IN_A_HEAD) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def in_a_head(text: str, most: int = _MOST_IN_A_HEAD) -> str:
    """Returns a text within a header or footer, whose codes begin with `&`; such a line holds 255 characters.

    A `&` gets a space where xlsxwriter would take it for the code of a picture.
    """
    return _PICTURE.sub("& ", _shortened(one_line(text), most)).replace("&", "&&")


def created_of(application: Application, today: date) -> datetime:
    """Returns when the approval was given, or the day on which a draft is exported: never the clock's time."""
    approval = valid_approval(application)
    return datetime.combine(today, time.min) if approval is None else approval.approved_at.astimezone(UTC)
