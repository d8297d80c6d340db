"""A page of text to read: it shows what it is given, and never fetches or opens anything."""

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from botilbud_desktop.ui.style.states import State, state_surface


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

    def highlight(self, found: Iterable[QTextCursor]) -> None:
        """Highlight these places and no others."""
        self.setExtraSelections([self._highlighted(cursor) for cursor in found])

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Returns nothing: there are no pictures, and no file or address is looked up."""
        return QByteArray()

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
