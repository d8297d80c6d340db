"""The transfer to the web form: the button that opens the panel, the progress, and the closing list."""

from PySide6.QtCore import Signal

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round_parts import ContactTopic
from botilbud_desktop.domain.values.amounts import counted, for_number
from botilbud_desktop.rules.findings.window import window_sentences
from botilbud_desktop.rules.whom_to_ask import whom_to_ask
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label, set_bold
from botilbud_desktop.ui.transfer.closing_list import ClosingList
from botilbud_desktop.ui.transfer.login import LoginRow
from botilbud_desktop.ui.transfer.transfer import Transfer
from botilbud_desktop.ui.transfer.wording import approval_remark
from botilbud_desktop.ui.widgets.button_grid import button_grid
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.primary_button import ActionButton


class TransferPage(Page):
    """The last step: the program sends nothing; the user copies each field to the browser."""

    panel_asked = Signal()
    """The user wants to open the panel."""
    begin_again_asked = Signal()
    """The user wants to remove all ticks."""

    def build(self) -> None:
        round_ = self.controller.round
        self._transfer: Transfer | None = None
        self.add_introduction(
            f"Her flytter du ansøgningen over i webformularen, ét felt ad gangen. Programmet logger ikke ind og sender "
            f"ikke noget: Du logger selv ind på {round_.website}, kopierer hvert felt her og sætter det ind der."
        )
        self.begin_card()
        self.column.setSpacing(UNIT)
        self.login = LoginRow()
        self.column.addWidget(self.login)
        self.column.addWidget(plain_label(whom_to_ask(ContactTopic.WEBSITE, round_)))
        self.window_state = plain_label()
        self.column.addWidget(self.window_state)
        self.approval = Note()
        self.column.addWidget(self.approval)
        self.approve_link = LinkButton("Gå til »Vis og godkend«", path=field_path("approvals"))
        self.approve_link.path_asked.connect(self.field_asked)
        self.column.addWidget(self.approve_link)
        self.add_subheading("Felterne")
        self.counted = plain_label()
        set_bold(self.counted)
        self.column.addWidget(self.counted)
        self.note = Note()
        self.column.addWidget(self.note)
        self.open_button = ActionButton("Åbn overførselspanelet", is_primary=True)
        self.open_button.setObjectName("transfer.open")
        self.open_button.setIcon(icon("transfer", self.palette().buttonText().color()))
        self.open_button.clicked.connect(self.panel_asked)
        self.again_button = ActionButton("Begynd forfra …")
        self.again_button.setObjectName("transfer.again")
        self.again_button.clicked.connect(self.begin_again_asked)
        self.column.addLayout(button_grid([self.open_button, self.again_button], in_a_row=2))
        self.add_subheading("Når felterne er overført")
        self.closing = ClosingList(round_)
        self._labels.extend(row.label for row in self.closing.rows.values())
        self.column.addWidget(self.closing)

    def build_rest(self) -> None:
        from botilbud_desktop.ui.attachments.application_part import TITLE, ApplicationAttachments

        self.add_subheading(TITLE)
        self.add_attachments(ApplicationAttachments(self.controller, "transfer"))

    def attach(self, transfer: Transfer) -> None:
        """Show the progress of `transfer`; called once, when the page is made."""
        self._transfer = transfer
        transfer.changed.connect(self._on_changed)
        self.closing.follow(transfer)
        self.render_view(self.controller.view)

    def focus_first(self) -> None:
        focus_visibly(self.open_button)
        self.verticalScrollBar().setValue(0)

    @property
    def messages(self) -> tuple[str, ...]:
        return self.approval.matter, self.note.matter, self.closing.danger.matter

    def show_closing(self) -> None:
        """Go to the closing list."""
        first = next(iter(self.closing.rows.values()))
        self.show_whole(self.closing)
        focus_visibly(first.tick)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        self.login.show_municipality(view.application.applicant.municipality_code, view.round)
        self.window_state.setText(window_sentences(view.round, self.controller.today))
        self.approval.say(*approval_remark(view.status, view.application))
        self.approve_link.setVisible(view.status is not Status.APPROVED)
        if self._transfer is None:
            return
        self.counted.setText(self._transfer.counted())
        self.again_button.setEnabled(self._transfer.is_begun)
        self.note.say(*self._note_text(self._transfer, view))
        self.closing.render_steps()

    def _note_text(self, transfer: Transfer, view: View) -> tuple[str, State | None]:
        if transfer.problem:
            return transfer.problem, State.PROBLEM
        if changed := transfer.changed_since():
            it, them = for_number(changed, "det", "de"), for_number(changed, "det", "dem")
            what = f"{counted(changed, 'felt', 'felter')} er ændret, siden {it} blev overført."
            again = f" Overfør {them} igen, og tryk »Send«." if transfer.closing else ""
            return f"{what}{again}", State.ATTENTION
        if len(view.application.projects) > view.round.max_projects:
            return view.round.more_projects, State.ATTENTION
        return "", None

    def _on_changed(self) -> None:
        self.render_view(self.controller.view)
