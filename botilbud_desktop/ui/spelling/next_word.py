"""Goes to the next word that no dictionary has, in the order of the texts, and round from the last to the first."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.find_replace import text_fields
from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.domain.steps import Step, step_of_field, steps_of
from botilbud_desktop.domain.text.spelling.words import words_in
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.spelling.marked_text import Place
from botilbud_desktop.ui.spelling.verdicts import BROKEN, Verdicts
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.window.draft_window import DraftWindow

_LINES = ("name", "names")
"""The last names of the paths of what is written on one line, and not marked."""
_NOTHING = "Stavekontrollen kender alle ord i teksterne."
_NO_WORDS = "Der er ingen ord i teksterne endnu."
_TAKES_LONG = "Stavekontrollen er ikke færdig med teksterne. Tryk F7 igen om lidt."
_NOTHING_ALONE = "Stavekontrollen kender alle ord i teksten."
_NOT_ALL = "Stavekontrollen kunne ikke slå alle ord op. Stavekontrollen kender de andre."
READ_ONLY = "Kladden kan ikke ændres nu, så stavekontrollen ser ikke på den."
_LONGEST_WAIT_MS = 10_000


class _Word(NamedTuple):
    path: FieldPath
    start: int
    end: int
    text: str


class NextWord(QObject):
    """Waits until enough is known of the texts, and goes there."""

    found = Signal(object, object)
    """The area and the `Place` that was gone to."""

    def __init__(self, window: DraftWindow, verdicts: Verdicts) -> None:
        super().__init__(window)
        self._window = window
        self._verdicts = verdicts
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_LONGEST_WAIT_MS)
        self._wait.timeout.connect(self._on_waited_in_vain)
        self._place: tuple[Application, Step] | None = None
        """The draft and the page as they were when the word was asked for."""
        verdicts.changed.connect(self._on_changed)

    def go(self) -> None:
        """Go there once it is known where it is, unless the user has gone on with something else by then."""
        controller = self._window.controller
        if controller is not None and controller.view.read_only:
            self._window.say(READ_ONLY, State.INFORMATION)
            return
        self._place = self._here()
        self._wait.start()
        self._go_on()

    def _on_changed(self) -> None:
        if not self._wait.isActive():
            return
        if self._is_still_there():
            self._go_on()
        else:
            self._wait.stop()

    def _here(self) -> tuple[Application, Step] | None:
        controller, workspace = self._window.controller, self._window.workspace
        return None if controller is None or workspace is None else (controller.application, workspace.step)

    def _is_still_there(self) -> bool:
        now, then = self._here(), self._place
        if now is None or then is None or QApplication.activeModalWidget() is not None:
            return False
        return now[1] == then[1] and (now[0] is then[0] or now[0] == then[0])

    def _go_on(self) -> None:
        words = self._words()
        for word in words:
            if (is_wrong := self._verdicts.is_wrong(word.text)) is None:
                if not self._verdicts.ask([one.text for one in words]):
                    self._wait.stop()
                    self._window.say(BROKEN, State.ATTENTION)
                return
            if is_wrong:
                self._wait.stop()
                self._show(word)
                return
        self._wait.stop()
        self._say_that_none_is_left(words)

    def _say_that_none_is_left(self, words: Sequence[_Word]) -> None:
        if not words:
            self._window.say(_NO_WORDS, State.INFORMATION)
        elif self._verdicts.has_given_up(word.text for word in words):
            self._window.say(_NOT_ALL, State.ATTENTION)
        else:
            controller = self._window.controller
            is_alone = controller is not None and controller.full_window_field is not None
            self._window.say(_NOTHING_ALONE if is_alone else _NOTHING, State.DONE)

    def _on_waited_in_vain(self) -> None:
        if self._is_still_there():
            self._window.say(_TAKES_LONG, State.INFORMATION)

    def _words(self) -> list[_Word]:
        """Returns the words of all texts that can be gone to, from the place where the user is on."""
        controller, workspace = self._window.controller, self._window.workspace
        if controller is None or workspace is None or controller.view.read_only:
            return []
        focus = QApplication.focusWidget()
        here = field_path(focus.objectName()) if isinstance(focus, TextInput) else None
        alone = controller.full_window_field
        paths = [path for path in text_fields(controller.application) if str(path).rpartition(".")[2] not in _LINES]
        paths = paths if alone is None else [alone]
        words = [
            _Word(path, word.start, word.end, word.text)
            for path in paths
            for word in words_in(value_at(controller.application, path))
        ]
        if here in paths and isinstance(focus, TextInput):
            order, index = paths.index(here), focus.index_of(focus.textCursor().selectionEnd())
            first = next(
                (number for number, word in enumerate(words) if (paths.index(word.path), word.end) > (order, index)),
                0,
            )
        else:
            steps = steps_of(controller.application)
            later = steps[steps.index(workspace.step) :]
            first = next((number for number, word in enumerate(words) if step_of_field(word.path) in later), 0)
        return words[first:] + words[:first]

    def _show(self, word: _Word) -> None:
        area = self._area_of(word.path)
        if area is None and self._window.workspace is not None:
            self._window.workspace.show_field(word.path)
            area = self._area_of(word.path)
        if area is None:
            return
        area.setFocus()
        area.show_position(word.start, word.end)
        cursor = area.textCursor()
        self.found.emit(area, Place(cursor.selectionStart(), cursor.selectionEnd(), word.text))

    def _area_of(self, path: FieldPath) -> TextInput | None:
        areas = self._window.findChildren(TextInput, path.object_name)
        return next((area for area in areas if area.isVisible()), None)
