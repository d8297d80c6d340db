"""The window: the start page or the workspace of one draft, the menus, the status bar, and the way out."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget

from botilbud_desktop import __version__
from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.dates import format_clock
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.rules.findings.window import window_findings
from botilbud_desktop.storage.errors import ChangedOnDiskError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.examples import ExampleDraft, example_drafts
from botilbud_desktop.storage.recent import recent_drafts
from botilbud_desktop.ui.approving import Approving
from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.document_saving import DocumentSaving
from botilbud_desktop.ui.draft_desk import DraftDesk
from botilbud_desktop.ui.look.spacing import UNIT
from botilbud_desktop.ui.look.states import State, is_dark
from botilbud_desktop.ui.look.text import plain_label
from botilbud_desktop.ui.menus import Menus, key
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.problem_notice import ProblemNotice
from botilbud_desktop.ui.questions import DRAFT_FILES, Choice, Questions
from botilbud_desktop.ui.session import Session
from botilbud_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from botilbud_desktop.ui.pages.approve import ApprovePage
    from botilbud_desktop.ui.start_page import StartPage

PROGRAM = "Botilbud Desktop"
_SETTLE_AFTER_MS = 50
"""What can wait for the window waits so long."""
_ENDING = DRAFT_FILES.ending


class MainWindow(QMainWindow):
    """The program's window."""

    first_painted = Signal()
    """The window has been painted for the first time."""

    def __init__(self, desk: DraftDesk, questions: Questions | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._questions: Questions = questions or Dialogs(self)
        self.workspace: Workspace | None = None
        self._approving: Approving | None = None
        self._documents = DocumentSaving(desk, self._questions)
        self._was_painted = False
        self._is_dark = is_dark(self.palette())
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self._start: StartPage | None = None
        self._save_state = plain_label("", wrap=False)
        self._window_state = plain_label("", wrap=False)
        for label in (self._save_state, self._window_state):
            label.setContentsMargins(UNIT, 0, UNIT, 0)
        self.statusBar().addWidget(self._save_state)
        self.statusBar().addPermanentWidget(self._window_state)
        self._menus = Menus(self)
        self._build_menus()
        self.resize(1280, 720)

    @property
    def session(self) -> Session | None:
        """The open draft."""
        return self.workspace.session if self.workspace else None

    @property
    def save_state(self) -> QLabel:
        """What the status bar says of saving."""
        return self._save_state

    def show_start(self) -> None:
        """Show the start page, without a draft."""
        self._close_workspace()
        if self._start is None:
            self._start = self._make_start_page()
            self._stack.addWidget(self._start)
        self._start.show_recent(recent_drafts(self._desk.folders.state))
        self._stack.setCurrentWidget(self._start)
        self._start.focus_first()
        self._render_title()

    def start_with(self, path: Path) -> None:
        """Open the draft that the program was started with; if that fails, the start page says why."""
        try:
            self._show_session(self._desk.open(path))
        except RefusedFileError as error:
            self.show_start()
            self._say(str(error), State.PROBLEM)

    def open_path(self, path: Path) -> bool:
        """Open a draft from a file, or say why it cannot be opened; what was open stays then."""
        if not self._may_leave():
            return False
        try:
            session = self._desk.open(path)
        except RefusedFileError as error:
            self._say(str(error), State.PROBLEM)
            return False
        self._show_session(session)
        return True

    def open_example(self, example: ExampleDraft) -> None:
        """Open a copy of a shipped example."""
        if self._may_leave():
            self._show_session(self._desk.open_example(example))
            self._say(
                "Dette er en kopi af et eksempel. Du kan rette alt i den. Gem den, hvis du vil beholde den.",
                State.INFORMATION,
            )

    def open_new(self, round_id: str, municipality_code: str | None) -> None:
        """Begin a new draft."""
        if self._may_leave():
            self._show_session(self._desk.new(round_id, municipality_code))

    def save(self) -> bool:
        """Save the draft; the first time, ask where. Returns whether it is on disk."""
        session = self.session
        if session is None:
            return False
        return self._save_to(session, None) if session.place.path else self.save_as()

    def save_as(self) -> bool:
        """Ask where to save the draft, and save it there."""
        session = self.session
        if session is None:
            return False
        path = self._questions.path_to_save("Gem kladde", self._suggested_path(session), DRAFT_FILES)
        return path is not None and self._save_to(session, path)

    def save_copy(self) -> None:
        """Save a copy somewhere else; the draft stays where it lies."""
        session = self.session
        if session is None:
            return
        path = self._questions.path_to_save("Gem en kopi", self._suggested_path(session), DRAFT_FILES)
        if path is None:
            return
        try:
            self._desk.save_copy(session, path)
        except SaveFailedError as error:
            self._say(str(error), State.PROBLEM, copy=True)
        else:
            self._say(f"Kopien er gemt: {path}", State.DONE)

    def undo(self) -> None:
        """Take back the last change, and lead to where it was."""
        self._travel(back=True)

    def redo(self) -> None:
        """Do the last undone change again, and lead to where it is."""
        self._travel(back=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.first_painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and is_dark(self.palette()) != self._is_dark:
            self._is_dark = is_dark(self.palette())
            QTimer.singleShot(0, self, self._on_theme_changed)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        if self._may_leave():
            event.accept()

    def _make_start_page(self) -> "StartPage":
        from botilbud_desktop.ui.start_page import StartPage

        library = self._desk.library
        rounds = [library.round(round_id) for round_id in library.ids()]
        page = StartPage(rounds, example_drafts())
        page.new_asked.connect(self.open_new)
        page.open_asked.connect(self._on_open)
        page.recent_asked.connect(self.open_path)
        page.example_asked.connect(self.open_example)
        today = self._desk.clock().date()
        page.show_window(" ".join(finding.message for form in rounds for finding in window_findings(form, today)))
        return page

    def _show_session(self, session: Session, step: Step | None = None) -> None:
        self._close_workspace()
        workspace = Workspace(session)
        self.workspace = workspace
        self._approving = Approving(session, self._desk, self._questions, self.save)
        workspace.page_made.connect(self._on_page_made)
        session.place_changed.connect(self._render_title)
        session.edited.connect(self._render_history)
        session.view_changed.connect(self._render_history)
        session.half_typed_not_kept.connect(self._on_half_typed_not_kept)
        self._stack.addWidget(workspace)
        self._stack.setCurrentWidget(workspace)
        workspace.start(step or _first_step(session))
        findings = window_findings(session.round, session.today)
        self._window_state.setText(" ".join(finding.message for finding in findings))
        self._render_title()
        QTimer.singleShot(_SETTLE_AFTER_MS, workspace, self._on_settle)
        if session.view.read_only:
            text = "Ansøgningen er godkendt internt og låst. Den er ikke indsendt."
            workspace.notice.say(text, State.DONE, ("Lås op og ret", self._on_unlock_asked))
        ProblemNotice(session, workspace.notice, workspace.show_check)

    def _close_workspace(self) -> None:
        if self.workspace is not None:
            self._stack.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None
        self._window_state.setText("")

    def _may_leave(self) -> bool:
        """Whether the open draft can be left: what was changed is saved, or knowingly discarded."""
        session = self.session
        if session is None or not session.editor.is_modified:
            return True
        if session.place.path is not None and self._save_to(session, None):
            return True
        answer = self._questions.choose(
            "Kladden er ikke gemt",
            "Vil du gemme den først?",
            (
                Choice("save", "Gem kladde …"),
                Choice("discard", "Kassér ændringerne"),
                Choice("stay", "Bliv i kladden"),
            ),
        )
        return answer == "discard" or (answer == "save" and self.save_as())

    def _save_to(self, session: Session, path: Path | None) -> bool:
        try:
            self._desk.save(session, path)
        except (SaveFailedError, ChangedOnDiskError) as error:
            self._say(str(error), State.PROBLEM, copy=True)
            return False
        if self.workspace is not None:
            self.workspace.notice.clear()
        return True

    def _say(self, text: str, state: State, *, copy: bool = False) -> None:
        actions = (("Gem en kopi …", self.save_copy),) if copy else ()
        if self.workspace is not None:
            self.workspace.notice.say(text, state, *actions, ("Skjul", self.workspace.notice.clear))
        elif self._start is not None:
            self._start.notice.say(text, state, ("Skjul", self._start.notice.clear))

    def _travel(self, *, back: bool) -> None:
        session, workspace = self.session, self.workspace
        if session is None or workspace is None or session.view.read_only:
            return
        change = session.editor.undo() if back else session.editor.redo()
        if change is not None:
            workspace.show_field(change.path)

    def _suggested_path(self, session: Session) -> Path:
        if session.place.path is not None:
            return session.place.path
        return self._desk.folders.documents / f"{session.place.suggested_name}.{_ENDING}"

    def _render_title(self) -> None:
        session = self.session
        self._menus.set_draft_open(session is not None)
        self._render_history()
        if session is None:
            self.setWindowTitle(PROGRAM)
            self._save_state.setText("")
            self.setWindowModified(False)
            return
        place = session.place
        name = place.path.name if place.path else place.suggested_name
        self.setWindowTitle(f"{name}[*] – {PROGRAM}")
        self.setWindowModified(session.editor.is_modified)
        if session.editor.is_modified:
            self._save_state.setText("Der er ændringer, som ikke er gemt")
        elif session.saved_at is not None:
            self._save_state.setText(f"Gemt kl. {format_clock(session.saved_at)}")
        else:
            self._save_state.setText("Ingen ændringer" if place.path else "Ikke gemt endnu")

    def _render_history(self) -> None:
        session = self.session
        free = session is not None and not session.is_frozen
        self._undo.setEnabled(free and session is not None and session.editor.can_undo)
        self._redo.setEnabled(free and session is not None and session.editor.can_redo)

    def _build_menus(self) -> None:
        menus = self._menus
        standard = QKeySequence.StandardKey
        menus.add(menus.file, "&Ny kladde", self._on_new, QKeySequence(standard.New))
        menus.add(menus.file, "&Åbn …", self._on_open, QKeySequence(standard.Open))
        menus.add(menus.file, "&Gem kladde", self.save, QKeySequence(standard.Save), needs_draft=True)
        menus.add(menus.file, "Gem &som …", self.save_as, key("Ctrl+Shift+S"), needs_draft=True)
        menus.add(menus.file, "Gem en &kopi …", self.save_copy, needs_draft=True)
        menus.file.addSeparator()
        menus.add(menus.file, "&Luk kladden", self._on_new, key("Ctrl+W"), needs_draft=True)
        menus.add(menus.file, "&Afslut", self.close, key("Ctrl+Q"))
        self._undo = menus.add(menus.edit, "&Fortryd", self.undo, QKeySequence(standard.Undo))
        self._redo = menus.add(menus.edit, "&Gentag", self.redo)
        self._redo.setShortcuts([key("Ctrl+Y"), key("Ctrl+Shift+Z")])
        menus.add_steps(self._on_step_asked)
        menus.view.addSeparator()
        menus.add(menus.view, "&Tilbage", self._on_back, key("Alt+Left"), needs_draft=True)
        menus.add(menus.view, "&Næste", self._on_next, key("Alt+Right"), needs_draft=True)
        menus.add(menus.help, "Ministeriets &brev og vejledning", self._on_letter)
        menus.add(menus.help, "&Om Botilbud Desktop", self._on_about)

    def _on_theme_changed(self) -> None:
        """Colours and icons are those of the palette: make the pages anew, at the same step."""
        workspace = self.workspace
        if workspace is not None:
            self._show_session(workspace.session, workspace.step)
        elif self._start is not None:
            self._stack.removeWidget(self._start)
            self._start.deleteLater()
            self._start = None
            self.show_start()

    def _on_settle(self) -> None:
        if self.session is not None:
            self._desk.settle(self.session)

    def _on_new(self) -> None:
        if self._may_leave():
            self.show_start()

    def _on_open(self) -> None:
        session = self.session
        folder = self._desk.folder_of(session) if session else self._desk.folders.documents
        path = self._questions.path_to_open(folder)
        if path is not None:
            self.open_path(path)

    def _on_step_asked(self, step: Step) -> None:
        if self.workspace is not None:
            self.workspace.show_step(step)

    def _on_back(self) -> None:
        if self.workspace is not None:
            self.workspace.go_back()

    def _on_next(self) -> None:
        if self.workspace is not None:
            self.workspace.go_on()

    def _on_letter(self) -> None:
        from botilbud_desktop.ui.letter_dialog import LetterDialog

        library = self._desk.library
        form = self.session.round if self.session else library.round(library.ids()[0])
        dialog = LetterDialog(form, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_about(self) -> None:
        self._questions.tell(
            f"Botilbud Desktop {__version__}",
            "Til kladder, kontrol og kvittering. Programmet bruger ikke netværket, og alt bliver på din computer.\n"
            "Programmets kode er under MIT-licensen. Qt og PySide6 er under LGPL, skriften Noto Sans under OFL.",
        )

    def _on_half_typed_not_kept(self) -> None:
        self._say("Kladden er gemt, men det halvt skrevne kunne ikke gemmes ved siden af.", State.ATTENTION)

    def _on_page_made(self, page: Page) -> None:
        if page.step.kind is StepKind.APPROVE:
            self._tie_approve_page(cast("ApprovePage", page))

    def _tie_approve_page(self, page: "ApprovePage") -> None:
        page.name.setText(self._desk.settings().approver_name)
        page.approval_asked.connect(self._on_approval_asked)
        page.unlock_asked.connect(self._on_unlock_asked)
        page.document_asked.connect(self._on_document_asked)
        page.text_asked.connect(self._on_text_asked)

    def _on_approval_asked(self, name: str) -> None:
        if self.workspace is None or self._approving is None:
            return
        page = cast("ApprovePage", self.workspace.page_of(Step(StepKind.APPROVE)))
        if self._approving.approve(page, name):
            self._documents.keep_receipt(self.workspace.session, self.workspace.notice)
            page.focus_first()

    def _on_unlock_asked(self) -> None:
        if self._approving is not None and self._approving.unlock() and self.workspace is not None:
            self.workspace.notice.clear()

    def _on_document_asked(self, kind: DocumentKind) -> None:
        if self.workspace is not None:
            self._documents.save(self.workspace.session, kind, self.workspace.notice)

    def _on_text_asked(self) -> None:
        if self.workspace is not None:
            self._documents.save_text(self.workspace.session, self.workspace.notice)


def _first_step(session: Session) -> Step:
    """Where a draft opens: at the municipality while that is missing, else at the first project or the table."""
    if session.application.applicant.municipality_code is None:
        return Step(StepKind.APPLICANT)
    return Step(StepKind.PROJECT, 0) if session.application.projects else Step(StepKind.PROJECTS)
