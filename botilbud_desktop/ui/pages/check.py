"""Kontrol: all that the rules say of the draft, with the way to each field."""

from PySide6.QtWidgets import QLabel

from botilbud_desktop.rules.results import Assessment, Outcome, Severity
from botilbud_desktop.rules.words import OUTCOMES
from botilbud_desktop.ui.look.spacing import UNIT
from botilbud_desktop.ui.look.states import State
from botilbud_desktop.ui.look.text import plain_label
from botilbud_desktop.ui.pages.finding_list import FindingList, Line
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.session import View

DISCLAIMER = (
    "Programmet kontrollerer kun det, der kan aflæses af dine oplysninger. Ministeriets vejledning gælder altid."
)
PROBLEMS = "Der er problemer"


class CheckPage(Page):
    """Problems, criteria, advice and information."""

    def build(self) -> None:
        self.add_introduction(DISCLAIMER)
        self._all_well: QLabel = plain_label("Der er ingen problemer. Du kan godkende ansøgningen.")
        self.problems = FindingList(PROBLEMS, State.PROBLEM)
        self.criteria = FindingList("Kriterier, du skal se på", State.ATTENTION)
        self.advice = FindingList("Vær opmærksom på", State.ATTENTION)
        self.information = FindingList("Godt at vide", State.INFORMATION)
        self.column.addWidget(self._all_well)
        for part in (self.problems, self.criteria, self.advice, self.information):
            part.field_asked.connect(self.field_asked)
            self.column.addWidget(part)
            self.column.addSpacing(UNIT)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        assessment = view.assessment
        self.problems.show_lines(lines_of(assessment, Severity.ERROR))
        self.criteria.show_lines(_criteria_lines(assessment))
        self.advice.show_lines(lines_of(assessment, Severity.WARNING))
        self.information.show_lines(lines_of(assessment, Severity.INFO))
        self._all_well.setVisible(not assessment.errors)

    def focus_first(self) -> None:
        """Opening the check is asking for it: the summary takes the focus."""
        self.session.reveal_everything()
        self.verticalScrollBar().setValue(0)
        if self.problems.isVisibleTo(self):
            self.problems.setFocus()


def lines_of(assessment: Assessment, severity: Severity) -> tuple[Line, ...]:
    """The findings of one severity as lines of a list."""
    return tuple((finding.field, finding.message) for finding in assessment.findings if finding.severity is severity)


def _criteria_lines(assessment: Assessment) -> tuple[Line, ...]:
    return tuple(
        (result.field, f"Kriterium {result.criterion}: {OUTCOMES[result.outcome]}. {result.message}")
        for result in assessment.criteria
        if result.outcome is not Outcome.MET
    )
