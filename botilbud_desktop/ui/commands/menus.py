"""The menus: every command of the window with its shortcut."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.steps import Step, StepKind

_STEP_KEYS = (
    StepKind.APPLICANT,
    StepKind.PROJECTS,
    StepKind.DESCRIPTION,
    StepKind.CONTACTS,
    StepKind.CHECK,
    StepKind.APPROVE,
    StepKind.TRANSFER,
)

Command = Callable[[], object]


class Menus:
    """The actions of the window; those that need a draft, or its form, are disabled while there is none."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        bar = window.menuBar()
        self.file = bar.addMenu("&Fil")
        self.edit = bar.addMenu("&Redigér")
        self.view = bar.addMenu("&Vis")
        self.help = bar.addMenu("&Hjælp")
        self._for_drafts: list[QAction] = []
        self._for_forms: list[QAction] = []
        self._steps: list[tuple[Step, QAction]] = []
        self._site = ""

    def add(
        self,
        menu: QMenu,
        words: str,
        act: Command,
        keys: QKeySequence | None = None,
        *,
        needs_draft: bool = False,
        needs_form: bool = False,
    ) -> QAction:
        """Add a command to a menu: `needs_form` when it works on the pages of a draft, which a too large one lacks."""
        action = QAction(words, self._window)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(act)
        menu.addAction(action)
        if needs_draft:
            self._for_drafts.append(action)
        if needs_form:
            self._for_forms.append(action)
        return action

    def add_steps(self, show: Callable[[Step], None]) -> None:
        """Add commands that go to the steps, with the shortcuts Ctrl+1 to Ctrl+7."""
        for number, kind in enumerate(_STEP_KEYS, start=1):
            step = Step(kind)
            action = self.add(
                self.view,
                f"&{number} {step.title}",
                _command_for(show, step),
                key(f"Ctrl+{number}"),
                needs_form=True,
            )
            action.setObjectName(f"action.{step.page}")
            self._steps.append((step, action))

    def name_steps(self, round_: Round) -> None:
        """Name the steps as the round of the open draft does."""
        if round_.site != self._site:
            self._site = round_.site
            for number, (step, action) in enumerate(self._steps, start=1):
                action.setText(f"&{number} {step.title_in(round_)}")

    def set_draft_open(self, is_open: bool, *, in_form: bool) -> None:
        """Enable or disable the commands that need a draft, and those that need it to be shown in the form."""
        for action in self._for_drafts:
            action.setEnabled(is_open)
        for action in self._for_forms:
            action.setEnabled(is_open and in_form)


def key(text: str) -> QKeySequence:
    """Returns a key sequence such as `Ctrl+S`."""
    return QKeySequence(text)


def _command_for(show: Callable[[Step], None], step: Step) -> Command:
    def show_step() -> None:
        show(step)

    return show_step
