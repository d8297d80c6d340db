"""What can be done about a marked word: suggestions, the user's own list, and passing it over."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from botilbud_desktop.domain.text.spelling.judging import listed_form
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.spelling.marked_text import Place
from botilbud_desktop.ui.spelling.verdicts import Verdicts
from botilbud_desktop.ui.widgets.announcing import announce

_PATIENCE = 1.5
"""Seconds that the menu waits for suggestions; nearly always they are there already."""
_NONE = "Ingen forslag"
_NOT_YET = "Forslagene er ikke klar endnu"


class SuggestionMenu(QObject):
    """Fills a menu for one word of one area, and does what is chosen there."""

    def __init__(self, area: TextInput, verdicts: Verdicts, place: Place, menu: QMenu) -> None:
        super().__init__(menu)
        self._area = area
        self._verdicts = verdicts
        self._word = place.word
        self._piece = area.piece(place.start, place.end)
        self._written = self._piece.selectedText()
        self._menu = menu

    def fill(self) -> bool:
        """Put what can be done about the word at the top of the menu; returns whether there is anything."""
        before = next(iter(self._menu.actions()), None)
        if self._verdicts.is_wrong(self._word):
            actions = [*self._suggestions(), self._separator(), *self._choices()]
        elif (form := listed_form(self._word)) in self._verdicts.own:
            actions = [self._action(f"&Fjern »{form}« fra min ordliste", partial(self._on_remove, form))]
        else:
            return False
        if before is not None:
            actions.append(self._separator())
            self._menu.insertActions(before, actions)
        else:
            self._menu.addActions(actions)
        return True

    def _suggestions(self) -> list[QAction]:
        suggestions = self._verdicts.suggestions(self._word, _PATIENCE)
        if not suggestions:
            nothing = QAction(_NOT_YET if suggestions is None else _NONE, self)
            nothing.setEnabled(False)
            return [nothing]
        return [
            self._action(f"&{number} {one}", partial(self._on_chosen, one)) for number, one in enumerate(suggestions, 1)
        ]

    def _choices(self) -> list[QAction]:
        form = listed_form(self._word)
        return [
            self._action(f"&Føj »{form}« til min ordliste", partial(self._on_add, form)),
            self._action("&Spring over", self._on_skip),
        ]

    def _action(self, words: str, act: Callable[..., None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(act)
        return action

    def _separator(self) -> QAction:
        action = QAction(self)
        action.setSeparator(True)
        return action

    def _on_chosen(self, suggestion: str, _checked: bool = False) -> None:
        """Write the suggestion in place of the word, as one step of the history."""
        if self._area.isReadOnly() or self._piece.selectedText() != self._written:
            return
        self._area.pasted.emit()
        self._piece.insertText(suggestion)
        self._area.pasted.emit()
        self._area.setTextCursor(self._piece)
        announce(self._area, f"»{self._word}« er rettet til »{suggestion}«.")

    def _on_add(self, form: str, _checked: bool = False) -> None:
        self._verdicts.add(form)

    def _on_remove(self, form: str, _checked: bool = False) -> None:
        self._verdicts.remove(form)

    def _on_skip(self) -> None:
        self._verdicts.skip(self._word)
