"""»Kriterier«: the current outcomes of the criteria, each with the ministry's wording to unfold."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round_parts import ContactTopic, Criterion
from botilbud_desktop.rules.outcome_wording import OUTCOMES, outcome_of_all, outcome_of_one, worst_of
from botilbud_desktop.rules.results import CriterionResult, Outcome, Suggestion
from botilbud_desktop.rules.whom_to_ask import whom_to_ask
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import HALF, ICON, UNIT
from botilbud_desktop.ui.style.states import State, hairline_colour, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, subheading
from botilbud_desktop.ui.widgets.disclosure import Disclosure
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.workspace.outcome_style import OUTCOME_STYLES

if TYPE_CHECKING:
    from botilbud_desktop.ui.fields.suggestion_links import SuggestionLinks

_EDGE = 3
"""The width in px of the edge that highlights a criterion."""
_NO_PROJECT = f"{OUTCOMES[Outcome.MISSING_INFORMATION]}: Der er ikke noget projekt endnu."


class CriteriaPane(QWidget):
    """The criteria of the project that is shown; on other pages, the worst outcomes of all projects."""

    field_asked = Signal(object)
    """The path of the field that the user wants to see."""

    def __init__(self, controller: DraftController) -> None:
        super().__init__()
        self._project: int | None = None
        self._scope_label = plain_label("", self)
        set_text_colour(self._scope_label, quiet_colour(self.palette()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, 2 * UNIT, UNIT, UNIT)
        layout.setSpacing(0)
        self.summary = plain_label("", self)
        for label in (subheading("Kriterier", self), self._scope_label, self.summary):
            label.setContentsMargins(UNIT, 0, UNIT, 0)
            layout.addWidget(label)
        layout.addSpacing(HALF)
        self.rows: list[CriterionRow] = []
        for criterion in controller.round.criteria:
            row = CriterionRow(criterion, whom_to_ask(ContactTopic.CRITERIA, controller.round))
            row.field_asked.connect(self.field_asked)
            row.suggestion_asked.connect(controller.apply_suggestion)
            layout.addWidget(row)
            self.rows.append(row)
        layout.addStretch(1)

    def show_project(self, project: int | None) -> None:
        """Select the project whose outcomes are rendered next; None for the worst of all projects."""
        self._project = project

    def highlight(self, numbers: tuple[int, ...]) -> None:
        """Highlight the criteria that the focused field affects."""
        for row in self.rows:
            row.set_highlighted(row.number in numbers)

    def render_view(self, view: View) -> None:
        """Show the outcomes."""
        several = len(view.application.projects) > 1
        if self._project is not None:
            self._scope_label.setText(f"Projekt {self._project + 1}")
        else:
            self._scope_label.setText("Det dårligste resultat for hvert kriterium" if several else "Ansøgningen")
        numbers: dict[Outcome, list[str]] = {}
        for row in self.rows:
            results = [
                result
                for result in view.assessment.criteria
                if result.criterion == row.number and self._project in (None, result.project)
            ]
            worst = worst_of(results) if results else None
            row.show_results(tuple(results), named=several and self._project is None, read_only=view.read_only)
            numbers.setdefault(worst.outcome if worst else Outcome.MISSING_INFORMATION, []).append(str(row.number))
        summary = "\n".join(f"{OUTCOMES[kind]}: {', '.join(numbers[kind])}" for kind in Outcome if kind in numbers)
        if summary != self.summary.text():
            self.summary.setText(summary)  # all criteria, also when only some rows fit below


class CriterionRow(QWidget):
    """One criterion: its outcome with the figures used; unfolded, also its wording and a link to the field."""

    field_asked = Signal(object)
    suggestion_asked = Signal(object)
    """The `Suggestion` that the user wants to use."""

    def __init__(self, criterion: Criterion, whom_to_ask: str) -> None:
        super().__init__()
        self._whom_to_ask = whom_to_ask
        self._suggestions: SuggestionLinks | None = None
        self.number = criterion.number
        self._title = f"{criterion.number}. {criterion.title}"
        self._shown: tuple[tuple[CriterionResult, ...], bool] | None = None
        self._highlighted = False
        self._icon_label = QLabel(self)
        self._icon_label.setFixedWidth(ICON + HALF)
        self._name = plain_label(self._title, self)
        set_bold(self._name)
        self._toggle = Disclosure("Vis ministeriets ordlyd", self)
        self._toggle.setObjectName(f"criterion.{criterion.number}.wording")
        self._toggle.toggled.connect(self._on_toggled)
        self.message = plain_label("", self)
        self._text = criterion.text
        self._field = field_path("projects")
        self._unfolded: tuple[QLabel, LinkButton, QLabel] | None = None
        self._below = QVBoxLayout()
        self._lay_out()

    def show_results(self, results: tuple[CriterionResult, ...], *, named: bool, read_only: bool) -> None:
        """Show the outcome of one project, or of all with their numbers if `named`; empty without any project."""
        worst = worst_of(results) if results else None
        self._show_suggestions(worst.suggestions if worst and not read_only else ())
        if self._shown == (results, named):
            return
        self._shown = (results, named)
        outcome = worst.outcome if worst else Outcome.MISSING_INFORMATION
        self._show_weight(outcome)
        icon_name, state = OUTCOME_STYLES[outcome]
        colour = state_colour(state, self.palette())
        self._icon_label.setPixmap(icon_pixmap(icon_name, colour, self.devicePixelRatioF()))
        self.message.setText(_said(results, named=named))
        self._toggle.say_with(f"{self._title.removesuffix('.')}. {self.message.text()}")
        self._field = field_path(worst.field if worst else "projects")
        if self._unfolded is not None:
            self._unfolded[1].lead_to(self._field)

    def _show_weight(self, outcome: Outcome) -> None:
        """Let the eye go to what is missing: a criterion that is met is regular and quiet."""
        is_met = outcome is Outcome.MET
        set_bold(self._name, not is_met)
        for label in (self._name, self.message):
            if is_met:
                set_text_colour(label, quiet_colour(self.palette()))
            else:
                label.setPalette(QPalette())  # so that it follows the theme

    def _show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        if self._suggestions is None and suggestions:
            from botilbud_desktop.ui.fields.suggestion_links import SuggestionLinks

            self._suggestions = SuggestionLinks(self, self.suggestion_asked.emit, self._ask_for_field)
            self._below.insertWidget(1, self._suggestions)
        if self._suggestions is not None and self._suggestions.show_suggestions(suggestions):
            self._suggestions.follow(self._toggle)

    def _ask_for_field(self) -> None:
        self.field_asked.emit(self._field)

    def set_highlighted(self, highlighted: bool) -> None:
        """Highlight this criterion if the focused field affects it."""
        if highlighted != self._highlighted:
            self._highlighted = highlighted
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(hairline_colour(self.palette()))
        painter.drawLine(UNIT, self.height() - 1, self.width() - UNIT, self.height() - 1)
        if self._highlighted:
            painter.fillRect(0, 0, _EDGE, self.height(), state_colour(State.INFORMATION, self.palette()))
        painter.end()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        for part, stretch in ((self._icon_label, 0), (self._name, 1), (self._toggle, 0)):
            top.addWidget(part, stretch)
        self._below.setContentsMargins(ICON + HALF, 0, 0, 0)
        self._below.setSpacing(0)
        self._below.addWidget(self.message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(UNIT, UNIT, 0, UNIT)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _make_unfolded(self) -> tuple[QLabel, LinkButton, QLabel]:
        """Make the parts of an unfolded row: the ministry's wording, the link to the field, and whom to ask."""
        wording = plain_label(f"»{self._text}«", self)
        link = LinkButton("Gå til feltet", self, path=self._field)
        link.setAccessibleName(f"Gå til feltet for {self._title}")
        link.path_asked.connect(self.field_asked)
        wording.setContentsMargins(0, HALF, 0, HALF)
        asked = plain_label(self._whom_to_ask, self)
        asked.setContentsMargins(0, HALF, 0, 0)
        for label in (wording, asked):
            set_text_colour(label, quiet_colour(self.palette()))
        for part in (wording, link, asked):
            self._below.addWidget(part)
        QWidget.setTabOrder(self._toggle, link)
        return wording, link, asked

    def _on_toggled(self, opened: bool) -> None:
        if self._unfolded is None:
            self._unfolded = self._make_unfolded()
        wording, link, asked = self._unfolded
        for part in (wording, link):
            part.setVisible(opened)
        asked.setVisible(opened and bool(self._whom_to_ask))
        if opened:
            self._toggle.say(wording.text())


def _said(results: tuple[CriterionResult, ...], *, named: bool) -> str:
    if not results:
        return _NO_PROJECT
    return outcome_of_all(results) if named else outcome_of_one(results[0])
