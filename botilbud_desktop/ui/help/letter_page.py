"""The page of the ministry's letter: set with headings, and searched from place to place."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.help.letter_parts import LetterPart, letter_parts
from botilbud_desktop.ui.help.reading_page import Block, ReadingPage


class LetterPage(ReadingPage):
    """Shows a round's letter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Ministeriets brev og vejledning", parent)
        self.parts: tuple[LetterPart, ...] = ()
        self._words = ""
        self._found: list[QTextCursor] = []
        self._current = -1

    def show_round(self, round_: Round) -> None:
        """Show the letter of a round from its beginning."""
        self.parts = letter_parts(round_)
        self.fill()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def fill(self) -> None:
        self.write_blocks(Block(part.text, part.level, part.is_item) for part in self.parts)
        current = self._current
        self.search(self._words)
        self._current = min(current, len(self._found) - 1)

    def go_to_part(self, index: int) -> None:
        """Show the text from its part `index` on, counted from 0."""
        block = self.document().findBlockByNumber(index)
        self.setTextCursor(QTextCursor(block))
        self.verticalScrollBar().setValue(self._top_of(block))

    def search(self, words: str) -> int:
        """Highlight each place with `words`, without regard to case; returns how many there are."""
        self._words = words
        self._current = -1
        self._found = []
        cursor = self.document().find(words, 0, QTextDocument.FindFlag(0)) if words else QTextCursor()
        while not cursor.isNull():
            self._found.append(cursor)
            cursor = self.document().find(words, cursor, QTextDocument.FindFlag(0))
        self.highlight(self._found)
        if not self._found and self.textCursor().hasSelection():
            self.setTextCursor(QTextCursor(self.textCursor().block()))  # what was found before is no longer marked
        return len(self._found)

    @property
    def found(self) -> int:
        """How many places hold the searched words."""
        return len(self._found)

    def go_by(self, by: int) -> int | None:
        """Go to the next place or the one before, around the ends; returns its index, or None when there is none."""
        if not self._found:
            return None
        first = 0 if by > 0 else -1
        self._current = (first if self._current < 0 else self._current + by) % len(self._found)
        self.setTextCursor(self._found[self._current])
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)
        return self._current

    def _top_of(self, block: QTextBlock) -> int:
        return int(self.document().documentLayout().blockBoundingRect(block).top())
