"""The sheets of what the rules say: criteria, findings, and the ministry's weighting."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.excel.sheet import Book, Sheet, Value
from botilbud_desktop.documents.excel.styles import Kind
from botilbud_desktop.documents.excel.table import Column, write_table
from botilbud_desktop.documents.values import SEVERITY_WORDS, field_name, project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Assessment
from botilbud_desktop.rules.verdict import verdict_of
from botilbud_desktop.rules.weighting.results import WeightingItem
from botilbud_desktop.rules.weighting.weighing import weighting_of

_DECIDES = "Programmet holder det, der står i kladden, op mod kriterierne. Det er ministeriet, der afgør dem."
_NO_POINTS = (
    "Programmet giver ikke point. Det viser, hvad ansøgningen siger til hvert punkt, og hvilke argumenter der mangler."
)
_NOTHING_FOUND = "Programmet har ikke fundet noget at rette."


def write_criteria(book: Book, application: Application, round_: Round, assessment: Assessment) -> None:
    """Writes the outcome of each criterion for each project, with its reason and the ministry's words."""
    titles = {criterion.number: criterion.title for criterion in round_.criteria}
    columns = (
        Column(round_.row_wording, width=28, is_key=True),
        Column("Nr.", Kind.NUMBER, 7, is_key=True),
        Column("Kriterium", width=22),
        Column("Resultat", width=16),
        Column("Begrundelse", width=44),
        Column("Ministeriets ord", width=50),
    )
    rows: Iterator[Sequence[Value]] = (
        (
            project_heading(result.project, application.projects[result.project], round_),
            result.criterion,
            titles.get(result.criterion, ""),
            OUTCOMES[result.outcome],
            result.message,
            result.source,
        )
        for result in assessment.criteria
    )
    sheet = Sheet(book, "Kriterier", "Kriterier", (_DECIDES,))
    span = write_table(sheet, columns, rows)
    sheet.filter(span.heading, max(span.heading, span.after - 1), len(columns))


def write_findings(book: Book, application: Application, round_: Round, assessment: Assessment) -> None:
    """Writes what the program found: what must be mended, warnings and reminders."""
    columns = (
        Column("Slags", width=16, is_key=True),
        Column("Felt", width=50, is_key=True),
        Column("Bemærkning", width=90),
    )
    rows: Iterator[Sequence[Value]] = (
        (SEVERITY_WORDS[finding.severity], field_name(finding.field, round_, application), finding.message)
        for finding in assessment.findings
    )
    notes = (verdict_of(assessment).headline, *(() if assessment.findings else (_NOTHING_FOUND,)))
    sheet = Sheet(book, "Kontrol", "Kontrol", notes)
    span = write_table(sheet, columns, rows)
    sheet.filter(span.heading, max(span.heading, span.after - 1), len(columns))


def write_weighting(book: Book, application: Application, round_: Round) -> None:
    """Writes what the draft says to each of the ministry's weighting criteria, in the ministry's order."""
    columns = (
        Column(round_.row_wording, width=28, is_key=True),
        Column("Nr.", Kind.TEXT, 6, is_key=True),
        Column("Punkt", width=22, is_key=True),
        Column("Ansøgningen siger", width=38),
        Column("Mangler", width=34),
        Column("Bemærkning", width=24),
        Column("Ministeriets ord", width=36),
    )
    rows = [
        _weighed(project_heading(weighed.project, application.projects[weighed.project], round_), item)
        for weighed in weighting_of(application, round_)
        for item in weighed.items
    ]
    if rows:
        write_table(Sheet(book, "Vægtning", "Det lægger ministeriet vægt på", (_NO_POINTS,)), columns, rows)


def _weighed(project: str, item: WeightingItem) -> Sequence[Value]:
    answer = item.answer
    missing = "\n".join(gap.message for gap in answer.missing)
    number = "" if item.number is None else str(item.number)
    return project, number, item.title, "\n".join(answer.said), missing, answer.remark, item.source
