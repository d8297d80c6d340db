"""Marks the words of one text that no dictionary has: as much as can be seen, and never the word being typed."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor

from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.domain.text.spelling.words import LONGEST_WORD, words_in
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.ui.fields.text.marks import Layer
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.spelling.verdicts import Verdicts
from botilbud_desktop.ui.style.states import State, state_colour

_DELAY_MS = 200
"""From a key until the words are looked at, in ms: after the letter, the counter and the view."""

_MOST_PREPARED = 20
"""For so many of the marked words it is found out what may be meant before anybody asks."""


class Place(NamedTuple):
    """A word, and Qt's positions of it."""

    start: int
    end: int
    word: str


class MarkedText(QObject):
    """The marks of one area."""

    def __init__(self, area: TextInput, verdicts: Verdicts) -> None:
        super().__init__(area)
        self.area = area
        self._verdicts = verdicts
        self._is_on = True
        self._edited: int | None = None
        """Where something was typed last; None once the cursor has left that word."""
        self.marked: list[QTextCursor] = []
        """What is marked now."""
        self._wrong: list[str] = []
        """The first words that can be seen and are wrong."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY_MS)
        self._later.timeout.connect(self.look)
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(_DELAY_MS)
        self._moved.timeout.connect(self.look)
        bar = area.verticalScrollBar()
        area.document().contentsChange.connect(self._on_contents_change)
        area.cursorPositionChanged.connect(self._moved.start)  # by Qt alone: it comes with every key
        for signal in (area.left, bar.valueChanged, bar.rangeChanged, verdicts.changed):
            signal.connect(self.look_later)
        verdicts.suggested.connect(self._prepare)
        area.recoloured.connect(self._on_recoloured)

    def set_on(self, is_on: bool) -> None:
        """Mark, or leave unmarked."""
        self._is_on = is_on
        self.look_later()

    def look_later(self) -> None:
        """Mark anew in a moment."""
        if not self._later.isActive():
            self._later.start()

    def forget(self) -> None:
        """Mark nothing until the words are looked at again."""
        self._show(())

    def look(self) -> None:
        """Mark what is known to be wrong of what can be seen, and ask about the rest."""
        area = self.area
        if not area.isVisible():
            return
        if not self._is_on or area.isReadOnly():
            self._show(())
            return
        corner = area.viewport().rect().bottomRight()
        start = area.cursorForPosition(QPoint(0, 0)).position()
        places = self.places(start, area.cursorForPosition(corner).position())
        self._verdicts.ask([place.word for place in places])
        wrong = [place for place in places if self._verdicts.is_wrong(place.word)]
        self._show([place for place in wrong if not self._is_being_typed(place)])
        self._wrong = [place.word for place in wrong[:_MOST_PREPARED]]
        self._prepare()

    def places(self, start: int, end: int) -> list[Place]:
        """Returns the words between two of Qt's positions, those at either end whole."""
        last = self.area.document().characterCount() - 1
        first = max(0, start - LONGEST_WORD - 1)
        found = placed(self.area.piece(first, min(last, end + LONGEST_WORD + 1)).selectedText(), first)
        return [place for place in found if place.end >= start and place.start <= end]

    def summary(self) -> str:
        """Returns how many words are marked, in words; "" while there are none."""
        if not self.marked:
            return ""
        words = counted(len(self.marked), "ord", "ord")
        return f"Stavekontrollen kender ikke {words} her. F7 går til det næste."

    def place_at(self, position: int) -> Place | None:
        """Returns the word at or right before one of Qt's positions."""
        return next(iter(self.places(position, position)), None)

    def _is_being_typed(self, place: Place) -> bool:
        if self._edited is None or not place.start <= self._edited <= place.end:
            return False
        position = self.area.textCursor().position()
        if self.area.hasFocus() and place.start <= position <= place.end:
            return True
        self._edited = None
        return False

    def _show(self, places: Sequence[Place]) -> None:
        shown = [(one.selectionStart(), one.selectionEnd()) for one in self.marked]
        if [(place.start, place.end) for place in places] != shown:
            self.marked = [self.area.piece(place.start, place.end) for place in places]
            self._mark()

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(state_colour(State.PROBLEM, self.area.palette()))
        self.area.marks.show(Layer.SPELLING, self.marked, look)

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if self.area.hasFocus():
            self._edited = position + added
        if not self._later.isActive():
            self._later.start()
        if self.marked:
            self._lift(position)

    def _lift(self, position: int) -> None:
        """Take the mark off the word that is being changed."""
        kept = [one for one in self.marked if not one.selectionStart() <= position <= one.selectionEnd()]
        if len(kept) < len(self.marked):
            self.marked = kept
            self._mark()

    def _prepare(self) -> None:
        if self.area.isVisible():
            for word in self._wrong:
                self._verdicts.prepare(word)

    def _on_recoloured(self) -> None:
        if self.marked:
            self._mark()


def placed(text: str, start: int) -> list[Place]:
    """Returns the words of a text that begins at one of Qt's positions."""
    found: list[Place] = []
    index, position = 0, start
    is_plain = utf16_length(text) == len(text)
    for word in words_in(text):
        if is_plain:
            found.append(Place(start + word.start, start + word.end, word.text))
            continue
        first = position + utf16_length(text[index : word.start])
        index, position = word.end, first + utf16_length(text[word.start : word.end])
        found.append(Place(first, position, word.text))
    return found
