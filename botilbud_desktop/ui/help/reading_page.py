"""A page of text to read: it shows what it is given, and never fetches or opens anything."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl
from PySide6.QtGui import QPalette, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from botilbud_desktop.domain.text.hidden_marks import hard_spaced
from botilbud_desktop.ui.help.guide_text import lay_out
from botilbud_desktop.ui.style.states import State, state_surface
from botilbud_desktop.ui.widgets.announcing import announce

_WIDEST_NUMBER = "A. "


class Block(NamedTuple):
    """A heading or a paragraph."""

    text: str
    level: int = 0
    """1 to 6 for a heading, 0 for a paragraph."""
    is_item: bool = False
    """Whether it begins with its number in a list, which stands out to the left."""


class ReadingPage(QTextBrowser):
    """Read with mouse and keyboard; filled anew when the theme or the text size changes."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """`name` is what it shows, for screen readers."""
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def fill(self) -> None:
        """Write the text in the present colours and text size."""
        raise NotImplementedError

    def write_blocks(self, blocks: Iterable[Block]) -> None:
        """Write these blocks in place of all text, with a cursor: nothing in them is read as markup."""
        document = self.document()
        document.clear()
        document.setDefaultFont(self.font())
        cursor = QTextCursor(document)
        indent = self.fontMetrics().horizontalAdvance(_WIDEST_NUMBER)
        for number, block in enumerate(blocks):
            layout = QTextBlockFormat()
            layout.setHeadingLevel(block.level)
            if block.is_item:
                layout.setLeftMargin(indent)
                layout.setTextIndent(-indent)
            if number:
                cursor.insertBlock(layout)
            else:
                cursor.setBlockFormat(layout)
            cursor.insertText(hard_spaced(block.text))
        lay_out(document, self.font(), self.palette())

    def highlight(self, found: Iterable[QTextCursor]) -> None:
        """Highlight these places and no others."""
        self.setExtraSelections([self._highlighted(cursor) for cursor in found])

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Returns nothing: there are no pictures, and no file or address is looked up."""
        return QByteArray()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes to the next link first; it is said, since Qt only marks it."""
        stays = super().focusNextPrevChild(forward)
        link = self.textCursor()
        if stays and link.hasSelection():
            announce(self, f"{link.selectedText()}, henvisning")
        return stays

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and not self.document().isEmpty():
            position = self.verticalScrollBar().value()
            self.fill()
            self.verticalScrollBar().setValue(position)

    def _highlighted(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        highlight = QTextEdit.ExtraSelection()
        highlight.cursor = cursor
        highlight.format.setBackground(state_surface(State.ATTENTION, self.palette()))
        highlight.format.setForeground(self.palette().color(QPalette.ColorRole.Text))
        return highlight
