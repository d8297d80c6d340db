"""»Hjælp«: the guide, the ministry's letter, the log for the helpdesk, and information about the program."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.ui.commands.menus import Menus, key
from botilbud_desktop.ui.window.draft_window import DraftWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from botilbud_desktop.domain.round import Round
    from botilbud_desktop.ui.draft.controller import DraftController
    from botilbud_desktop.ui.help.event_notes import EventNotes
    from botilbud_desktop.ui.help.guide_window import GuideWindow
    from botilbud_desktop.ui.help.letter_window import LetterWindow
    from botilbud_desktop.ui.platform.error_reporter import ErrorReporter


class HelpCommands(QObject):
    """The commands of the menu »Hjælp«."""

    def __init__(self, menus: Menus, window: DraftWindow) -> None:
        super().__init__(window)
        self._window = window
        self._guide: GuideWindow | None = None
        self._letter: LetterWindow | None = None
        self._notes: EventNotes | None = None
        menus.add(menus.help, "&Vejledning", self.show_guide, key("F1"))
        menus.add(menus.help, "Ministeriets &brev og vejledning", self._on_letter)
        menus.help.addSeparator()
        menus.add(menus.help, "&Log til it-afdelingen …", self._on_log)
        menus.add(menus.help, "&Om Botilbud Desktop", self._on_about)
        window.drafts.opened.connect(self._on_opened)

    def show_guide(self) -> None:
        """Open the guide at the current step and field."""
        draft = self._window.workbench
        step = draft.workspace.step if draft is not None else None
        self._open_guide(step, draft.position().field if draft is not None else "")

    def begin_notes(self, error_reporter: "ErrorReporter") -> None:
        """Record in the log what happens from now on."""
        self._event_notes().listen_to(error_reporter)

    def end_notes(self) -> None:
        """End the log: the program closes."""
        if self._notes is not None:
            self._notes.close()

    def _open_guide(self, step: Step | None, field: str) -> None:
        from botilbud_desktop.ui.help.guide_window import GuideWindow
        from botilbud_desktop.ui.help.topic_of_field import guide_position_of

        if self._guide is None:
            self._guide = GuideWindow(self._window)
        self._guide.open_at(guide_position_of(step, field), self._round())

    def _on_opened(self, controller: "DraftController") -> None:
        controller.guide_asked.connect(self._on_guide_asked)

    def _on_guide_asked(self, kind: StepKind) -> None:
        self._open_guide(Step(kind), "")

    def _event_notes(self) -> "EventNotes":
        if self._notes is None:
            from botilbud_desktop.ui.help.event_notes import EventNotes

            self._notes = EventNotes(self._window.drafts, self._window.repository, self)
        return self._notes

    def _on_letter(self) -> None:
        from botilbud_desktop.ui.help.letter_window import LetterWindow

        if self._letter is None:
            self._letter = LetterWindow(self._window)
        self._letter.open_round(self._round())

    def _round(self) -> "Round":
        """Returns the round of the open draft, or the one that a new draft is proposed for."""
        controller = self._window.controller
        return self._window.rounds.at_once()[0] if controller is None else controller.round

    def _on_log(self) -> None:
        from botilbud_desktop.ui.help.log_dialog import LogDialog

        _open(LogDialog(self._event_notes(), self._window.repository, self._window.questions, self._window))

    def _on_about(self) -> None:
        from botilbud_desktop.ui.help.about_dialog import AboutDialog

        _open(AboutDialog(self._window.repository, self._window.questions, self._window))


def _open(dialog: "QDialog") -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
