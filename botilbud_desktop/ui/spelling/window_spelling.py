"""The spelling of one window: marks the texts that are shown, and goes from one unknown word to the next."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from shiboken6 import isValid

from botilbud_desktop.domain.editing.known_words import RoundWords, names_in
from botilbud_desktop.storage.spelling.helper import Helper
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.spelling.marked_text import MarkedText, Place
from botilbud_desktop.ui.spelling.next_word import READ_ONLY, NextWord
from botilbud_desktop.ui.spelling.suggestion_menu import SuggestionMenu
from botilbud_desktop.ui.spelling.verdicts import Verdicts
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.announcing import announce
from botilbud_desktop.ui.window.draft_window import DraftWindow

_NO_PLACE = "Sæt markøren i en tekst, og prøv igen."
_NO_WORD = "Her er intet ord, som stavekontrollen ser på."
_KNOWN = "Stavekontrollen har ingen bemærkninger til ordet her."
_UNKNOWN = "Stavekontrollen har ikke kunnet slå ordet op. Prøv igen om lidt."
_PATIENCE = 1.5
"""Seconds to wait for the verdict on one word; nearly always it is there already."""


class WindowSpelling(QObject):
    """Made when it is first needed."""

    def __init__(self, window: DraftWindow, make: Callable[[], Helper]) -> None:
        """`make` returns a helper that is not started yet."""
        super().__init__(window)
        self._window = window
        self.verdicts = Verdicts(make, self)
        self._next = NextWord(window, self.verdicts)
        self._next.found.connect(self._on_found)
        self.texts: list[MarkedText] = []
        """Those that were shown since the draft was opened."""
        self._controller: DraftController | None = None
        self._of_round: RoundWords | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._look)
        self.verdicts.told.connect(self._on_told)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._later.start)
            application.commitDataRequest.connect(self.verdicts.end_session)  # what was typed is saved by then

    @property
    def is_on(self) -> bool:
        """Whether the user wants words to be marked."""
        return self._window.repository.settings.current.spelling

    def follow(self, controller: DraftController) -> None:
        """Mark the texts of this draft from now on, as the settings say."""
        if controller is not self._controller:
            self._controller = controller
            controller.view_changed.connect(self._follow_names)
        self._follow_names()
        self._look()

    def apply_setting(self) -> None:
        """Mark, or mark nothing any more and let the process end."""
        self._look()
        if not self.is_on:
            self.verdicts.close()

    def go_to_next(self) -> None:
        """Go to the next word that no dictionary has, from the cursor on, in the other texts too."""
        if self._window.controller is not None:
            self.follow(self._window.controller)
            self._next.go()

    def suggest_here(self) -> None:
        """Open a menu with suggestions for the word at the cursor."""
        area = QApplication.focusWidget()
        if not isinstance(area, TextInput):
            self._window.say(_NO_PLACE, State.INFORMATION)
            return
        if area.isReadOnly():
            self._window.say(READ_ONLY, State.INFORMATION)
            return
        if self._window.controller is not None:
            self.follow(self._window.controller)
        spot = area.cursorRect().bottomLeft()
        place = self._place_at(area, area.textCursor().position())
        is_wrong = None if place is None else self.verdicts.judged(place.word, _PATIENCE)
        menu = QMenu(area)
        if place is not None and SuggestionMenu(area, self.verdicts, place, menu).fill():
            menu.exec(area.viewport().mapToGlobal(spot))
        else:
            said = _NO_WORD if place is None else _UNKNOWN if is_wrong is None else _KNOWN
            QToolTip.showText(area.viewport().mapToGlobal(spot), said, area)
            announce(area, said)
        menu.deleteLater()

    def _place_at(self, area: TextInput, position: int) -> Place | None:
        if area.isReadOnly():
            return None
        text = next((one for one in self.texts if isValid(one) and one.parent() is area), None)
        return None if text is None else text.place_at(position)

    def _look(self) -> None:
        """Follow the texts that are shown now."""
        self.texts = [text for text in self.texts if isValid(text)]
        known = [text.parent() for text in self.texts]
        if self._controller is None:
            return
        for area in self._window.findChildren(TextInput):
            if area.isVisible() and area not in known:
                self.texts.append(MarkedText(area, self.verdicts))
                area.menu_made.connect(self._on_menu_made)
                area.entered.connect(self._on_entered)
        for text in self.texts:
            text.set_on(self.is_on)

    def _follow_names(self) -> None:
        if self._controller is None:
            return
        round_ = self._controller.round
        if self._of_round is None or self._of_round.round is not round_:
            self._of_round = RoundWords(round_)
        self.verdicts.know(self._of_round, names_in(self._controller.application))

    def _on_menu_made(self, menu: QMenu, event: QContextMenuEvent) -> None:
        area = self.sender()
        if not isinstance(area, TextInput) or not self.is_on:
            return
        is_by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        cursor = area.cursorForPosition(_in_viewport(area, event)) if is_by_mouse else area.textCursor()
        place = self._place_at(area, cursor.position())
        if place is not None:
            SuggestionMenu(area, self.verdicts, place, menu).fill()

    def _on_entered(self) -> None:
        """Let a screen reader tell how many words are marked, with the rest of what it tells of the text."""
        area = self.sender()
        text = next((one for one in self.texts if isValid(one) and one.parent() is area), None)
        if isinstance(area, TextInput) and text is not None and (told := text.summary()):
            area.setAccessibleDescription(f"{area.accessibleDescription()} {told}".strip())

    def _on_found(self, area: TextInput, place: Place) -> None:
        announce(area, f"Stavekontrollen kender ikke »{place.word}«. Ctrl+. viser forslag.")

    def _on_told(self, sentence: str) -> None:
        self._window.say(sentence, State.ATTENTION)


def _in_viewport(area: TextInput, event: QContextMenuEvent) -> QPoint:
    return area.viewport().mapFromGlobal(event.globalPos())
