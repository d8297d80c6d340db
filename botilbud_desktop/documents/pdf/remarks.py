"""The receipt's page of remarks (*bemærkninger*): criteria with any outcome but met, and the findings."""

from collections.abc import Sequence
from itertools import groupby

from botilbud_desktop.documents.pdf.blocks import heading, user_heading
from botilbud_desktop.documents.pdf.engine import Flowable, Spacer, mm
from botilbud_desktop.documents.pdf.tables import Cell, headed_cell, own_cell, ruled_table, user_cell
from botilbud_desktop.documents.pdf.text import own_paragraph
from botilbud_desktop.documents.pdf.theme import TEXT_WIDTH, Theme
from botilbud_desktop.documents.remarks_words import LIMITS, kind_of_finding, lasting_findings
from botilbud_desktop.documents.values import BLANK, field_name, project_heading
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Assessment, CriterionResult, Finding, Outcome

TITLE = "Bemærkninger"

_CRITERION_WIDTH: float = 84 * mm
_FIELD_WIDTH: float = 62 * mm
_WORD_WIDTH: float = 24 * mm
_PADDING = 6.0


def remarks_story(application: Application, round_: Round, assessment: Assessment, theme: Theme) -> list[Flowable]:
    """Returns the page of remarks; empty when there are none."""
    criteria = [result for result in assessment.criteria if result.outcome is not Outcome.MET]
    findings = lasting_findings(assessment)
    if not criteria and not findings:
        return []
    story: list[Flowable] = [own_paragraph(TITLE, theme.title), own_paragraph(LIMITS, theme.body)]
    if criteria:
        story += [*heading(round_.criteria_heading, theme, room=120)]
        for index, results in groupby(criteria, key=lambda result: result.project):
            story += _project(index, list(results), application, round_, theme)
    if findings:
        story += [*heading("Oplysninger", theme, room=60), _findings(findings, application, round_, theme)]
    return story


def _project(
    index: int, results: Sequence[CriterionResult], application: Application, round_: Round, theme: Theme
) -> list[Flowable]:
    name = project_heading(index, application.projects[index], round_)
    titles = {criterion.number: criterion.title for criterion in round_.criteria}
    rows = [
        [
            headed_cell(
                f"{result.criterion}. {titles.get(result.criterion, '')}",
                theme.cell_strong,
                own_cell(f"»{result.source}«", theme.cell_quiet),
            ),
            headed_cell(
                OUTCOMES[result.outcome],
                theme.cell_strong,
                user_cell(result.message, theme.cell, TEXT_WIDTH - _CRITERION_WIDTH - _PADDING),
            ),
        ]
        for result in results
    ]
    head = [[own_paragraph(text, theme.column)] for text in ("Ministeriets kriterium", "Resultat")]
    return [
        Spacer(1, 9),
        *user_heading(name, theme, theme.strong, room=90),
        ruled_table(head, rows, [_CRITERION_WIDTH, TEXT_WIDTH - _CRITERION_WIDTH], theme, padding=_PADDING),
    ]


def _findings(findings: Sequence[Finding], application: Application, round_: Round, theme: Theme) -> Flowable:
    rows: list[list[Cell]] = [
        [
            own_cell(field_name(finding.field, round_, application) or BLANK, theme.cell_quiet),
            own_cell(kind_of_finding(finding), theme.cell_strong),
            user_cell(finding.message, theme.cell, TEXT_WIDTH - _FIELD_WIDTH - _WORD_WIDTH - _PADDING),
        ]
        for finding in findings
    ]
    head = [[own_paragraph(text, theme.column)] for text in ("Felt", "Slags", "Bemærkning")]
    return ruled_table(
        head, rows, [_FIELD_WIDTH, _WORD_WIDTH, TEXT_WIDTH - _FIELD_WIDTH - _WORD_WIDTH], theme, padding=_PADDING
    )
