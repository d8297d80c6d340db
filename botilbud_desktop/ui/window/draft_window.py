"""The window around the open draft: the start page or the workspace, the notices and the status bar."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Applicant, Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.form_bounds import FormBounds
from botilbud_desktop.domain.steps import Step
from botilbud_desktop.rules.findings.window import window_findings
from botilbud_desktop.storage.draft.draft_file import OpenedDraft
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.manager import DraftManager
from botilbud_desktop.ui.draft.repository import DraftRepository, Fetched
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.platform.job import Job
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import ShortenedLabel
from botilbud_desktop.ui.widgets.notice_bar import Action, NoticeBar
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices, Topic
from botilbud_desktop.ui.window.window_title import PROGRAM, save_state, window_title
from botilbud_desktop.ui.workbench.workbench import DraftWorkbench
from botilbud_desktop.ui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from botilbud_desktop.ui.draft.housekeeping import Beside
    from botilbud_desktop.ui.repair.repair_page import RepairPage
    from botilbud_desktop.ui.rounds.window_rounds import WindowRounds
    from botilbud_desktop.ui.window.rescue import Rescue
    from botilbud_desktop.ui.window.start_page import StartPage
    from botilbud_desktop.ui.workbench.comparisons import Comparisons

_NOT_COMPARED = "De to udgaver kan ikke sammenlignes eller flettes, så længe den ene er for stor til skemaet."
_LEAST_OF_SAVING, _LEAST_OF_WINDOW = 40, 8  # characters that the status bar shows of both lines
_SETTLE_AFTER_MS = 200
"""Delay in ms before work that is not needed for the first paint."""


class DraftWindow(QMainWindow):
    """Shows the open draft, or the start page. The menu commands act on it."""

    draft_rendered = Signal()
    """The title and the status bar show the state of the draft, or that none is open."""
    start_made = Signal(object)
    """The `StartPage` was made: some of its links are commands of the menus."""
    settings_changed = Signal()
    """The user has saved other settings."""
    form_left = Signal()
    """The form of the open draft is about to be closed: the draft is closed, or has become too large for it."""

    def __init__(self, repository: DraftRepository, questions: Questions | None = None) -> None:
        super().__init__()
        self.repository = repository
        self.questions: Questions = questions or Dialogs(self, repository.drive)
        self.notices = StandingNotices()
        self.drafts = DraftManager(repository, self.questions, self.notices, self.say, self._where)
        self.drafts.opened.connect(self._on_opened)
        self.drafts.closed.connect(self._close_draft)
        self.drafts.not_opened.connect(self.show_start)
        self.drafts.position_asked.connect(self._on_position_asked)
        self.drafts.already_open.connect(self._on_already_open)
        self.drafts.lost.connect(self._on_lost)
        self.drafts.round_missing.connect(self._on_round_missing)
        self.drafts.compare_asked.connect(self._on_found_compared)
        self.drafts.merge_asked.connect(self._on_found_merged)
        self.drafts.found_beside.connect(self._on_found_beside)
        self._workbench: DraftWorkbench | None = None
        self._repair: RepairPage | None = None
        self._rounds: WindowRounds | None = None
        self._stack = QStackedWidget(self)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notices.bar)
        self.setCentralWidget(content)
        self._start: StartPage | None = None
        self._titled: Applicant | None = None
        """The applicant that the title names."""
        self._rescue: Rescue | None = None
        self._save_state = ShortenedLabel(_LEAST_OF_SAVING)
        self._window_state = ShortenedLabel(_LEAST_OF_WINDOW)
        for label in (self._save_state, self._window_state):
            label.setContentsMargins(UNIT, 0, UNIT, 0)
        self.statusBar().addWidget(self._save_state)
        self.statusBar().addPermanentWidget(self._window_state)

    @property
    def workbench(self) -> DraftWorkbench | None:
        """The open draft in its workspace; None on the start page, and while the draft is too large for the form."""
        return self._workbench

    @property
    def controller(self) -> DraftController | None:
        """The controller of the open draft; None on the start page."""
        return self.drafts.controller

    @property
    def workspace(self) -> Workspace | None:
        """The workspace of the open draft; None when there is no workbench."""
        return self.workbench.workspace if self.workbench else None

    def show_start(self) -> None:
        """Close the draft and show the start page."""
        self.drafts.let_go()
        if self._rounds is not None:
            self._rounds.close_missing()
        if self._start is None:
            self._start = self._make_start_page()
            self._stack.addWidget(self._start)
        self._start.show_recent(self.repository.recent.listed())
        self._stack.setCurrentWidget(self._start)
        self._start.focus_first()
        self._render_title()
        QTimer.singleShot(_SETTLE_AFTER_MS, self, self.drafts.settle)
        self.rounds.look_later(_SETTLE_AFTER_MS)
        if self.repository.timing.is_automatic:
            QTimer.singleShot(_SETTLE_AFTER_MS, self, self._on_start_shown)

    def cover(self, widget: QWidget) -> None:
        """Show `widget` in place of the draft, until `uncover`."""
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def uncover(self, widget: QWidget) -> None:
        """Show the draft again and delete `widget`."""
        if self.workbench is not None and self._stack.currentWidget() is widget:
            self._stack.setCurrentWidget(self.workbench.workspace)
        self._stack.removeWidget(widget)
        widget.deleteLater()

    def start_with(self, path: Path, *, strict: bool = False) -> None:
        """Open the draft that the program was started with; if that fails, the start page shows why.

        If its drive is slow, the start page is shown first.

        Raises:
            RefusedFileError: with `strict`, the file cannot be opened.
        """
        opening = self.repository.begin_opening(path)
        if strict or opening.wait(self.repository.timing.opening_seconds):
            self._show_opened(opening, path, strict=strict)
        else:
            self.show_start()
            QTimer.singleShot(0, self, partial(self._show_opened, opening, path, strict=False))

    def _show_opened(self, opening: Job[Fetched], path: Path, *, strict: bool) -> None:
        try:
            self.drafts.show_opened(opening, path)
        except RefusedFileError as error:
            if strict:
                raise
            if isinstance(error, MissingRoundError):
                self._on_round_missing(path, error)
                return
            self.show_start()
            self.say(str(error), State.PROBLEM)
            self._on_lost(path, error)

    @property
    def rounds(self) -> "WindowRounds":
        """The rounds that there are, and drafts whose round is not there; made on first use."""
        if self._rounds is None:
            from botilbud_desktop.ui.rounds.window_rounds import WindowRounds

            self._rounds = WindowRounds(self.drafts, self.repository, self.questions, self.say, self)
        return self._rounds

    def _on_round_missing(self, path: Path, error: MissingRoundError) -> None:
        self.rounds.show_missing(path, error)
        self._render_title()
        if error.round is not None:  # perhaps it is the file that was damaged
            self._on_lost(path, error)

    @property
    def rescue(self) -> "Rescue":
        """The earlier versions of files that cannot be opened; made on first use."""
        if self._rescue is None:
            from botilbud_desktop.ui.window.rescue import Rescue

            self._rescue = Rescue(self, self.repository, self.questions, self.say)
            self._rescue.version_chosen.connect(self.drafts.open_version)
        return self._rescue

    def show_versions(self) -> None:
        """Show the earlier versions of the open draft; without one, those of drafts whose files cannot be opened."""
        if self.workbench is not None:
            self.workbench.comparisons(self).show_versions(self.rescue.show_all)
        elif self.controller is not None and self.drafts.saving is not None:
            from botilbud_desktop.ui.workbench.comparisons import Comparisons

            saving, asked = self.drafts.saving, self.questions
            versions = Comparisons(self, self.controller, saving, self.repository, asked, self.say)
            versions.show_versions(self.rescue.show_all, self._on_form_asked)
        else:
            self.rescue.show_all()

    def _on_lost(self, path: Path, error: RefusedFileError) -> None:
        self.rescue.offer(path, error)

    def _make_start_page(self) -> "StartPage":
        from botilbud_desktop.storage.draft.examples import example_drafts
        from botilbud_desktop.ui.window.start_page import StartPage

        page = StartPage(self.rounds.at_once(), example_drafts(), self.repository.clock)
        page.new_asked.connect(self.drafts.open_new)
        page.recent_asked.connect(self.drafts.open_path)
        page.example_asked.connect(self.drafts.open_example)
        page.versions_asked.connect(self.show_versions)
        self.rounds.found.connect(page.show_rounds)
        self.start_made.emit(page)
        return page

    def _on_start_shown(self) -> None:
        """Look at the recent drafts, now that the page is painted."""
        if self._start is not None and self.controller is None:
            self._start.look_at(self.repository.recent)

    def _on_opened(self, controller: DraftController, saving: SaveService) -> None:
        if self._rescue is not None:
            self._rescue.withdraw()
        controller.save_state_changed.connect(self._render_title)
        controller.view_changed.connect(self._on_view_changed)
        controller.outgrown.connect(self._on_outgrown, Qt.ConnectionType.QueuedConnection)
        saving.compare_asked.connect(self._on_file_compared)
        saving.merge_asked.connect(self._on_file_merged)
        try:
            self._show_draft(controller, saving, None)
        finally:  # the draft is saved even if it cannot be shown
            QTimer.singleShot(_SETTLE_AFTER_MS, self, self.drafts.settle)

    def _show_draft(self, controller: DraftController, saving: SaveService, step: Step | None) -> None:
        """Show the draft in a workspace of its own, or what is too large for one."""
        if not controller.fit_form():
            self._show_repair(controller)
            return
        draft = DraftWorkbench(controller, self.repository, self.questions, saving)
        self._close_draft()
        self._workbench = draft
        self._stack.addWidget(draft.workspace)
        try:
            draft.show(step)  # first: shown with its focus, no other part of it is read on the way
        finally:  # what was made of it can be written in after an error too
            self._stack.setCurrentWidget(draft.workspace)
        saving.offer_what_works()
        findings = window_findings(controller.round, controller.today)
        self._window_state.setText(" ".join(finding.message for finding in findings))
        self._render_title()

    def _show_repair(self, controller: DraftController) -> None:
        from botilbud_desktop.ui.repair.repair_page import RepairPage
        from botilbud_desktop.ui.repair.splitting import Splitting

        page = RepairPage(controller)
        self._close_draft()
        self._repair = page
        say = page.notice.show_hideable
        page.split_asked.connect(Splitting(controller, self.repository, self.questions, say, page).split)
        page.form_asked.connect(self._on_form_asked)
        page.versions_asked.connect(self.show_versions)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        if self.drafts.saving is not None:
            self.drafts.saving.offer_what_works()
        self._render_title()

    def _on_outgrown(self) -> None:
        if self.controller is not None and self.controller.is_outgrown and self._repair is None:
            self._show_repair(self.controller)

    def _on_form_asked(self) -> None:
        if self.controller is not None and self.drafts.saving is not None:
            self._show_draft(self.controller, self.drafts.saving, None)

    def _close_draft(self) -> None:
        self.form_left.emit()
        if self._rounds is not None:
            self._rounds.close_missing()
        if self._repair is not None:
            self._stack.removeWidget(self._repair)
            self._repair.hide()
            self._repair.deleteLater()
            self._repair = None
        if self.workbench is not None:
            self.workbench.leave()
            self._stack.removeWidget(self.workbench.workspace)
            self.workbench.workspace.deleteLater()
            self._workbench = None
        self._window_state.setText("")

    def say(self, text: str, state: State, actions: tuple[Action, ...] = ()) -> None:
        """Show a notice above what is shown, with »Skjul«."""
        notice = self._notice()
        if notice is not None:
            notice.show_hideable(text, state, actions)

    def _notice(self) -> NoticeBar | None:
        """Returns the notice bar of what is shown: the workspace, the repair of a large draft, or the start page."""
        if self.workbench is not None:
            return self.workbench.workspace.notice
        if self._repair is not None:
            return self._repair.notice
        if self._rounds is not None and self._rounds.missing_notice is not None:
            return self._rounds.missing_notice
        return self._start.notice if self._start is not None else None

    def _render_title(self) -> None:
        controller = self.controller
        self.draft_rendered.emit()
        if controller is None:
            self.setWindowTitle(PROGRAM)
            self._save_state.setText("")
            self.setWindowModified(False)
            return
        self._titled = controller.application.applicant
        self.setWindowTitle(window_title(controller.title, controller.location))
        is_autosaving = self.drafts.saving is not None and self.drafts.saving.is_autosaving
        self.setWindowModified(controller.editor.is_modified and not is_autosaving)
        self._save_state.setText(save_state(controller, is_autosaving=is_autosaving))

    def _on_view_changed(self, view: View) -> None:
        if view.application.applicant is not self._titled:
            self._render_title()

    def _where(self) -> Position:
        return self.workbench.position() if self.workbench is not None else Position()

    def _on_position_asked(self, position: Position) -> None:
        if self.workbench is not None:
            self.workbench.show_position(position)

    def _on_already_open(self, path: Path) -> None:
        """Come to the front; where the file was named in another way, say that it is the one that is open."""
        from botilbud_desktop.ui.platform.foreground import bring_to_front

        bring_to_front(self)
        own = self.controller.location.name if self.controller is not None else path.name
        if path.name.casefold() != own.casefold():
            text = f"»{printable(path.name)}« er den samme fil som »{printable(own)}«, der allerede er åben."
            self.say(text, State.INFORMATION)

    def _comparisons(self, *others: Application) -> "Comparisons | None":
        """Returns what compares and merges; None, with a notice, when the draft or one of the others is too large."""
        is_too_large = any(FormBounds().excesses(other) for other in others)
        if self.workbench is not None and not is_too_large:
            return self.workbench.comparisons(self)
        if self.controller is not None:
            self.say(_NOT_COMPARED, State.ATTENTION)
        return None

    def _on_file_compared(self) -> None:
        if (comparisons := self._comparisons()) is not None:
            comparisons.compare_with_file()

    def _on_file_merged(self) -> None:
        if (comparisons := self._comparisons()) is not None:
            comparisons.merge_with_file()

    def _on_found_compared(self, saved: Snapshot, found: Snapshot) -> None:
        from botilbud_desktop.ui.workbench.comparisons import compare_found

        compare_found(self, self.repository.library.round(found.application.round), saved, found)

    def _on_found_merged(
        self, found: OpenedDraft, half_typed: Mapping[str, str], on_merged: Callable[[], None]
    ) -> None:
        if (comparisons := self._comparisons(found.application)) is not None:
            comparisons.merge_found(found, half_typed, on_merged)

    def _on_found_beside(self, beside: "Beside") -> None:
        """Show that another copy of the draft is in its folder, or that its file has another name."""
        from botilbud_desktop.ui.window.beside_wording import copies_said, other_names_said

        if beside.other_names is not None:
            hide: Action = ("Skjul", partial(self.notices.clear, Topic.OTHER_NAME))
            self.notices.say(Topic.OTHER_NAME, other_names_said(beside.other_names), State.INFORMATION, hide)
        if beside.copies:
            compare: Action = ("Sammenlign …", partial(self._on_copy_compared, beside.copies[0]))
            hide = ("Skjul", partial(self.notices.clear, Topic.COPY_BESIDE))
            actions = (compare, hide) if self.workbench is not None else (hide,)
            self.notices.say(Topic.COPY_BESIDE, copies_said(beside.copies), State.INFORMATION, *actions)

    def _on_copy_compared(self, copy: Path) -> None:
        if (comparisons := self._comparisons()) is not None:
            comparisons.compare_with(copy)
