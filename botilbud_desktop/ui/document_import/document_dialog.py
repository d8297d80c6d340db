"""»Hent fra dokument«: the user sees what was found and how sure it is, corrects and chooses; then it is one step."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.parts import Part
from botilbud_desktop.ui.document_import.proposal_tree import ProposalTree
from botilbud_desktop.ui.document_import.quotes import Quotes
from botilbud_desktop.ui.document_import.rows import Target
from botilbud_desktop.ui.document_import.summary import NOTHING_FOUND, NOTHING_TICKED, ask_first, summary_of, too_many
from botilbud_desktop.ui.document_import.value_pane import ValuePane
from botilbud_desktop.ui.document_import.wording import APPLICATION, CLOSE_AGAIN, remarks_on
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import subheading
from botilbud_desktop.ui.table_import.remark_list import RemarkList
from botilbud_desktop.ui.widgets.announcing import announce

_SIZE = QSize(1280, 680)


class DocumentDialog(QDialog):
    """Shown by `open()` without blocking; it deletes itself when it is closed."""

    take_asked = Signal(object)
    """The user wants these `Choices` carried out; something is ticked, and there is room for it.

    Who carries them out accepts the dialog; it stays with all that was corrected until then.
    """

    def __init__(
        self, parent: QWidget, source: str, proposal: Proposal, quotes: Quotes, before: Snapshot, form: Round
    ) -> None:
        """`source` names the document; `quotes` tells what stands at each place; `before` is the present draft."""
        super().__init__(parent)
        self.setWindowTitle(f"Hent fra dokument – {source}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ScreenFit(self, _SIZE)
        self.choices = Choices(proposal, before, form)
        self._quotes = quotes
        self._is_warned = False
        """Whether the last thing that happened was the question about closing."""
        self.summary = Note(parent=self, is_tied=True)
        self.values = ProposalTree(self.choices, self)
        self.pane = ValuePane(self.choices, self)
        self.remarks = RemarkList(self)
        self.take = QPushButton("&Hent ind", self)
        self.cancel = QPushButton("&Annullér", self)
        self._value_heading = subheading("Den valgte &værdi", self)
        self._lay_out()
        self.values.current_changed.connect(self._show_current)
        self.values.edit_asked.connect(self._on_edit_asked)
        self.values.ticks_asked.connect(self._on_ticks_asked, Qt.ConnectionType.QueuedConnection)  # items are changing
        self.pane.typed.connect(self._on_typed)
        self.pane.chosen.connect(self._on_chosen)
        self.pane.aimed.connect(self._on_aimed, Qt.ConnectionType.QueuedConnection)  # its choices are changing
        self.pane.left.connect(self._on_pane_left)
        self.take.clicked.connect(self._on_take)
        self.cancel.clicked.connect(self.reject)
        self.remarks.show_remarks(remarks_on(self.choices))
        self._render()
        self._show_current()
        self.values.show_question()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.values.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an input; pressed once too often it must not throw away what was ticked and corrected."""
        if event.key() == Qt.Key.Key_Escape and self.choices.is_touched and not self._is_warned:
            self._is_warned = True
            self._tell(CLOSE_AGAIN, State.ATTENTION)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        value, rest = self._value_heading, subheading("&Udeladt og ikke fundet", self)
        rest.setBuddy(self.remarks)
        self.remarks.setAccessibleName("Udeladt og ikke fundet")
        below = QGridLayout()
        below.setHorizontalSpacing(GAP)
        below.setVerticalSpacing(UNIT)
        for column, (label, widget) in enumerate(((value, self.pane), (rest, self.remarks))):
            below.addWidget(label, 0, column)
            below.addWidget(widget, 1, column)
            below.setColumnStretch(column, 1)
        below.setRowStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.take)
        buttons.addWidget(self.cancel)
        self.take.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addWidget(self.summary)
        layout.addWidget(self.values, 3)
        layout.addLayout(below, 2)
        layout.addLayout(buttons)

    def _show_current(self) -> None:
        row, project = self.values.row, self.values.project
        if row is not None:
            self.pane.show_value(row, self._quotes.at(row.found.source))
        elif project is not None:
            self.pane.show_project(project)
        else:
            self.pane.show_nothing(APPLICATION if self.choices.rows else NOTHING_FOUND)
        self._value_heading.setBuddy(next(iter(self.pane.inputs), self.values))
        stops = (self.values, *self.pane.inputs, self.remarks, self.take, self.cancel)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _render(self) -> None:
        self._is_warned = False
        state, summary = summary_of(self.choices)
        self.summary.say(summary, state)
        self.values.refresh()
        self.pane.refresh()

    def _on_edit_asked(self) -> None:
        self.pane.focus_first()

    def _on_ticks_asked(self, numbers: list[int], is_ticked: bool) -> None:
        rows = [self.choices.rows[number] for number in numbers]
        if len(rows) == 1:
            self.choices.tick(rows[0], is_ticked)
        else:
            self.choices.tick_all(rows, is_ticked)
        self._render()

    def _on_typed(self, part: Part, text: str) -> None:
        if (row := self.values.row) is not None:
            self.choices.correct(row, part, text)
            self._render()

    def _on_chosen(self, part: Part, value: Any) -> None:
        if (row := self.values.row) is not None:
            self.choices.choose(row, part, value)
            self._render()

    def _on_aimed(self, project: int, target: Target) -> None:
        self.choices.aim(project, target)
        self._render()
        self._show_current()
        self.pane.focus_first()

    def _on_pane_left(self) -> None:
        self.values.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take(self) -> None:
        if self.choices.are_too_many:
            self.refuse(too_many(self.choices))
        elif self.choices.asked:
            self.refuse(ask_first(self.choices))
            self.values.show_question()
            self.pane.focus_first()
        elif not self.choices.taken_count:
            self.refuse(NOTHING_TICKED)
        else:
            self.take_asked.emit(self.choices)

    def refuse(self, why: str) -> None:
        """Tell why nothing is taken; the dialog stays."""
        self._tell(why, State.PROBLEM)

    def _tell(self, text: str, state: State) -> None:
        self.summary.say(text, state)
        announce(self.summary, text)
