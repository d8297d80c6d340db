"""»Vis og godkend«: the review of all answers, the documents, and the internal approval."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.documents.kind import DocumentKind, kinds_for
from botilbud_desktop.domain.approval import Status, check_code, earlier_approvals, is_altered
from botilbud_desktop.domain.choice_wording import WHAT_APPROVAL_DOES, WHY_ALTERED, status_words
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.domain.values.dates import format_clock, format_long_date
from botilbud_desktop.rules.approval_now import blocked_now
from botilbud_desktop.rules.findings.window import window_sentences
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.pages.answer_list import AnswerList
from botilbud_desktop.ui.pages.check import PROBLEMS, lines_of, show_verdict
from botilbud_desktop.ui.pages.finding_list import FindingList
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import HALF, LEAD, NOTE_LINES, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label, set_bold, subheading
from botilbud_desktop.ui.widgets.announcing import announce
from botilbud_desktop.ui.widgets.button_grid import button_grid
from botilbud_desktop.ui.widgets.primary_button import ActionButton
from botilbud_desktop.ui.widgets.status_badge import StatusBadge

_DOCUMENTS = {
    DocumentKind.VIEW: "Skemaet som PDF …",
    DocumentKind.PROJECT_SHEET: "Projektskemaer som PDF …",
    DocumentKind.ALLOCATION: "Fordelingen som PDF …",
}
_LONGEST_NAME = 200
_BADGES = {Status.APPROVED: State.DONE, Status.CHANGED_SINCE_APPROVAL: State.ATTENTION}
_RECEIPT_KEPT = "Den tidligere kvittering finder du med »Vis tidligere kvitteringer« nedenfor."


class ApprovePage(Page):
    """The last step of drafting."""

    approval_asked = Signal(str)
    """»Godkend« was pressed: the typed name."""
    unlock_asked = Signal()
    document_asked = Signal(object)
    """The `DocumentKind` to make."""
    preview_asked = Signal(object)
    """The `DocumentKind` to show page by page."""
    print_asked = Signal(object)
    """The `DocumentKind` to print."""
    answer_left = Signal(object)
    """The path of the field that the user went to from an answer."""
    receipts_asked = Signal()
    """The user wants the receipts of earlier approvals."""
    text_asked = Signal()
    """The user wants the form's fields as text."""

    def build(self) -> None:
        self.begin_card()
        self.column.setSpacing(UNIT)
        self.state = StatusBadge()
        self.state_text = plain_label("")
        self.problems = FindingList(PROBLEMS, State.PROBLEM)
        self.problems.field_asked.connect(self.field_asked)
        self.problems.suggestion_asked.connect(self.controller.apply_suggestion)
        self.verdict = Note()
        self.column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.state_text, self.verdict, self.problems):
            self.column.addWidget(widget)
        self._build_approval()
        self.add_subheading("Dokumenter")
        self._build_documents()
        self.begin_open()
        self.column.addWidget(subheading("Sådan vil skemaet se ud"))
        self.column.setSpacing(LEAD)
        self.answers = AnswerList()
        self.answers.field_asked.connect(self.field_asked)
        self.answers.field_asked.connect(self.answer_left)
        self.add_part(self.answers)

    def _build_approval(self) -> None:
        self._approval = QWidget()
        column = QVBoxLayout(self._approval)
        column.setContentsMargins(0, HALF, 0, 0)
        column.setSpacing(HALF)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        label = plain_label("Dit navn", wrap=False)
        set_bold(label)
        self.name = LineInput(own_history=True)
        self.name.setObjectName("approve.name")
        self.name.setAccessibleName("Dit navn")
        label.setBuddy(self.name)
        self._labels.append(label)
        self.name.letters = 34
        self.approve_button = ActionButton("Godkend", is_primary=True)
        self.approve_button.setObjectName("approve.approve")
        self.approve_button.setIcon(icon("done", self.palette().buttonText().color()))
        self.approve_button.clicked.connect(self._on_approve)
        self.name.returnPressed.connect(self._on_approve)
        column.addWidget(label)
        column.addLayout(row)
        row.addWidget(self.name)
        row.addWidget(self.approve_button)
        row.addStretch(1)
        self.name_note = Note(NOTE_LINES, is_tied=True)
        column.addWidget(self.name_note)
        self.column.addWidget(self._approval)
        self._set_room_below(UNIT)
        self.name.textChanged.connect(self._on_name_changed)
        self.name.left.connect(self._on_name_left)
        self._build_receipt()

    def _build_receipt(self) -> None:
        """Add what only an approved draft has: its receipt, and the button that unlocks it."""
        self._frozen = QWidget()
        column = QVBoxLayout(self._frozen)
        column.setContentsMargins(0, UNIT, 0, UNIT)
        self.receipt_button = self._button("Gem kvitteringen som PDF …", "save", "approve.receipt")
        self.receipt_button.clicked.connect(self._on_receipt)
        show = self._button("Vis kvitteringen", "pages", "approve.receipt.preview")
        show.clicked.connect(self._on_receipt_preview)
        to_paper = self._button("Udskriv kvitteringen …", "print", "approve.receipt.print")
        to_paper.clicked.connect(self._on_receipt_print)
        self.unlock_button = self._button("Lås op og ret …", "unlock", "approve.unlock")
        self.unlock_button.clicked.connect(self.unlock_asked)
        column.addLayout(button_grid([self.receipt_button, show, to_paper, self.unlock_button], in_a_row=2))
        self.column.addWidget(self._frozen)
        self.earlier_button = self._button("", "pages", "approve.receipts")
        self.earlier_button.clicked.connect(self.receipts_asked)
        self.column.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_documents(self) -> None:
        self.preview_button = self._button("Vis skemaet side for side", "pages", "approve.preview")
        self.preview_button.clicked.connect(self._on_preview)
        to_paper = self._button("Udskriv skemaet …", "print", "approve.print")
        to_paper.clicked.connect(self._on_print)
        buttons = [self.preview_button, to_paper]
        for kind in kinds_for(has_project_sheet=self.controller.round.project_sheet is not None):
            button = self._button(_DOCUMENTS[kind], "save", f"approve.document.{kind}")
            button.setProperty("kind", str(kind))
            button.clicked.connect(self._on_document)
            buttons.append(button)
        text = self._button("Felterne som tekst …", "save", "approve.text")
        text.clicked.connect(self.text_asked)
        self.column.addLayout(button_grid([*buttons, text], in_a_row=3))

    def _button(self, words: str, icon_name: str, name: str) -> QPushButton:
        button = ActionButton(words)
        button.setObjectName(name)
        button.setIcon(icon(icon_name, self.palette().buttonText().color()))
        return button

    @property
    def messages(self) -> tuple[str, ...]:
        return self.state.text(), "" if self.verdict.isHidden() else self.verdict.matter

    def focus_first(self) -> None:
        view = self.controller.view
        if view.status is Status.APPROVED:
            focus_visibly(self.receipt_button)
        elif not view.read_only:
            focus_visibly(self.name)
        else:
            self.setFocus()
        self.verticalScrollBar().setValue(0)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        unlocked = view.status is Status.APPROVED and not view.read_only
        words = status_words(view.status, view.application)
        self.state.show_status(f"{words} (låst op)" if unlocked else words, _BADGES.get(view.status, State.INFORMATION))
        self.state_text.setText(f"{_explanation(view)}\n{window_sentences(view.round, self.controller.today)}")
        show_verdict(self.verdict, view.assessment)
        self._approval.setVisible(not view.read_only)
        self._frozen.setVisible(view.status is Status.APPROVED)
        self.unlock_button.setVisible(view.read_only and not view.is_held)
        earlier = len(earlier_approvals(view.application))
        self.earlier_button.setVisible(bool(earlier))
        self.earlier_button.setText(f"Vis tidligere kvitteringer ({format_number(earlier)}) …")
        if not view.assessment.errors:
            self.problems.show_lines(())
        elif self.problems.isVisibleTo(self):
            self.show_problems(view)

    def show_problems(self, view: View) -> None:
        """List the problems that prevent approval."""
        self.problems.show_lines(lines_of(view, Severity.ERROR))

    def return_to_link(self, scrolled_to: int) -> None:
        """Focus the link that led to a field, with the page scrolled to `scrolled_to` px as before."""
        link = self.answers.last_link()
        if link is not None:
            self.verticalScrollBar().setValue(scrolled_to)
            focus_visibly(link)

    def focus_problems(self) -> None:
        """Focus the list of problems."""
        self.verticalScrollBar().setValue(0)
        self.problems.setFocus()

    def ask_for_name(self) -> None:
        """Ask for the name: »Godkend« was pressed without one."""
        self.name_note.say("Skriv dit navn. Det kommer til at stå på kvitteringen.", State.PROBLEM)
        if self.name.hasFocus():
            announce(self.name, self.name_note.spoken)
        else:
            self.name.setAccessibleDescription(self.name_note.spoken)  # it is read when the focus comes
            self.name.setFocus()

    def _on_name_changed(self) -> None:
        self.name_note.say("")

    def _on_name_left(self) -> None:
        self.name.setAccessibleDescription(self.name_note.spoken)

    def _on_approve(self) -> None:
        self.approval_asked.emit(self.name.text())

    def _on_receipt(self) -> None:
        self.document_asked.emit(DocumentKind.RECEIPT)

    def _on_receipt_preview(self) -> None:
        self.preview_asked.emit(DocumentKind.RECEIPT)

    def _on_receipt_print(self) -> None:
        self.print_asked.emit(DocumentKind.RECEIPT)

    def _on_preview(self) -> None:
        self.preview_asked.emit(DocumentKind.VIEW)

    def _on_print(self) -> None:
        self.print_asked.emit(DocumentKind.VIEW)

    def _on_document(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.document_asked.emit(DocumentKind(str(button.property("kind"))))


def _explanation(view: View) -> str:
    if view.status is Status.APPROVED:
        approval = view.application.approvals[-1]
        who = printable(approval.approved_by, _LONGEST_NAME)
        when, changed = approval.approved_at, blocked_now(view.application, view.assessment)
        return (
            f"Godkendt af {who} den {format_long_date(when.date())} kl. {format_clock(when)}. "
            f"Kontrolkode {check_code(approval.fingerprint)}.\n"
            "Ansøgningen er godkendt internt, men ikke indsendt. Den er først indsendt, når du har trykket "
            "»Godkend« på "
            f"{view.round.website}." + (f"\n{changed}" if changed else "")
        )
    if is_altered(view.application):
        return f"Godkendelsen er bortfaldet. {WHY_ALTERED}. {_RECEIPT_KEPT} {WHAT_APPROVAL_DOES}"
    if view.status is Status.CHANGED_SINCE_APPROVAL:
        return f"Godkendelsen er bortfaldet, fordi noget er rettet. {_RECEIPT_KEPT} {WHAT_APPROVAL_DOES}"
    return WHAT_APPROVAL_DOES
