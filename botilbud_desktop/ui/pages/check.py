"""»Kontrol«: the verdict on the draft, all findings with a link to each field, and what the ministry weighs."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

from botilbud_desktop.domain.round_parts import ContactTopic
from botilbud_desktop.domain.steps import step_of_field, steps_of
from botilbud_desktop.rules.next_to_do import NextToDo, next_to_do, open_steps
from botilbud_desktop.rules.outcome_wording import OUTCOMES
from botilbud_desktop.rules.results import Assessment, CriterionResult, Outcome, Severity
from botilbud_desktop.rules.verdict import VerdictState, verdict_of
from botilbud_desktop.rules.whom_to_ask import whom_to_ask
from botilbud_desktop.rules.wording import all_of
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.pages.finding_list import FindingList, Line
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.pages.weighting_section import INTRODUCTION, TITLE, WeightingSection
from botilbud_desktop.ui.style.spacing import GAP
from botilbud_desktop.ui.style.states import State

if TYPE_CHECKING:
    from botilbud_desktop.ui.pages.comment_overview import CommentOverview

DISCLAIMER = (
    "Programmet kontrollerer kun det, der kan aflæses af dine oplysninger. Ministeriets vejledning gælder altid."
)
PROBLEMS = "Der er problemer"
_STATES = {
    VerdictState.PROBLEMS: State.PROBLEM,
    VerdictState.DOUBTS: State.ATTENTION,
    VerdictState.FULFILLED: State.DONE,
}


class CheckPage(Page):
    """Problems, criteria, advice and information."""

    def build(self) -> None:
        self.comments: CommentOverview | None = None
        self.add_introduction(DISCLAIMER)
        self.verdict = Note()
        self.next = FindingList("Det næste", State.INFORMATION, repeats=True)
        self.steps = FindingList("Det, der er åbent, trin for trin", State.INFORMATION)
        self.problems = FindingList(PROBLEMS, State.PROBLEM)
        self.criteria = FindingList("Kriterier, du skal se på", State.ATTENTION)
        self.advice = FindingList("Vær opmærksom på", State.ATTENTION)
        self.information = FindingList("Godt at vide", State.INFORMATION)
        self.verdict.setBackgroundRole(QPalette.ColorRole.Window)
        self.begin_open()
        self._lists = self.column
        self._lists.setSpacing(GAP)
        self._lists.addWidget(self.verdict)
        for part in (self.next, self.problems, self.criteria, self.advice, self.information, self.steps):
            part.field_asked.connect(self.field_asked)
            part.words_asked.connect(self.controller.place_asked)
            part.suggestion_asked.connect(self.controller.apply_suggestion)
            self._lists.addWidget(part)

    def build_rest(self) -> None:
        from botilbud_desktop.ui.attachments.application_part import TITLE as DOCUMENTATION
        from botilbud_desktop.ui.attachments.application_part import ApplicationAttachments

        self.add_subheading(TITLE)
        self.add_introduction(INTRODUCTION)
        self.weighting = WeightingSection()
        self.weighting.field_asked.connect(self.field_asked)
        self.add_part(self.weighting)
        self.add_subheading(DOCUMENTATION)
        self.add_attachments(ApplicationAttachments(self.controller, "check"))
        self.add_introduction(whom_to_ask(ContactTopic.CRITERIA, self.controller.round))

    def render_view(self, view: View) -> None:
        super().render_view(view)
        assessment = view.assessment
        self.problems.show_lines(lines_of(view, Severity.ERROR))
        self.criteria.show_lines(_criteria_lines(view))
        self.advice.show_lines(lines_of(view, Severity.WARNING))
        self.information.show_lines(lines_of(view, Severity.INFO))
        show_verdict(self.verdict, assessment)
        following = next_to_do(view.application, view.round, assessment, view.status)
        self.next.show_lines((_line_to(following),))
        self.steps.show_lines(tuple(map(_line_to, open_steps(view.application, assessment))))
        if view.comments or self.comments is not None:
            self._render_comments(view)

    def _render_comments(self, view: View) -> None:
        """Show the comments of colleagues below the findings."""
        if self.comments is None:
            from botilbud_desktop.ui.pages.comment_overview import CommentOverview

            self.comments = CommentOverview()
            self.comments.field_asked.connect(self.field_asked)
            self.comments.suggestion_asked.connect(self.controller.apply_suggestion)
            self._lists.insertWidget(self._lists.indexOf(self.information) + 1, self.comments)
        self.comments.render_view(view)

    def focus_first(self) -> None:
        """Reveal all findings and focus the problems: opening the page asks for a check."""
        self.controller.reveal_everything()
        self.verticalScrollBar().setValue(0)
        parts = (self.problems, self.criteria, self.advice, self.information)
        (next((part for part in parts if part.isVisibleTo(self)), None) or self).setFocus()

    @property
    def messages(self) -> tuple[str, ...]:
        return () if self.verdict.isHidden() else (self.verdict.matter,)


def show_verdict(note: Note, assessment: Assessment) -> None:
    """Show how the draft stands; while there are problems, their list says it."""
    verdict = verdict_of(assessment)
    note.setVisible(verdict.state is not VerdictState.PROBLEMS)
    note.say(verdict.headline, _STATES[verdict.state])


def lines_of(view: View, severity: Severity) -> tuple[Line, ...]:
    """Returns the findings of one severity as lines of a list, in the order of the pages."""
    findings = [finding for finding in view.assessment.findings if finding.severity is severity]
    order = {step: index for index, step in enumerate(steps_of(view.application))}
    findings.sort(key=lambda finding: order.get(step_of_field(finding.field), len(order)))
    return tuple(
        Line(finding.field, finding.message, () if view.read_only else finding.suggestions, span=finding.span)
        for finding in findings
    )


def _line_to(what: NextToDo) -> Line:
    return Line(what.path, what.text, span=what.span)


def _criteria_lines(view: View) -> tuple[Line, ...]:
    """Returns the criteria not met, by project; those with the same message for the same field share a line."""
    shared: dict[tuple[str, Outcome, str], list[CriterionResult]] = {}
    for result in view.assessment.criteria:
        if result.outcome is not Outcome.MET:
            shared.setdefault((result.field, result.outcome, result.message), []).append(result)
    return tuple(
        Line(
            field,
            f"Kriterium {all_of([str(each.criterion) for each in results])}: {OUTCOMES[outcome]}. {message}",
            () if view.read_only else results[0].suggestions,
        )
        for (field, outcome, message), results in shared.items()
    )
