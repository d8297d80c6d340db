"""What is told of the chosen project: criteria with the reason, coordination, and what the ministry weighs."""

from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.collecting.gathered.rows import Row
from botilbud_desktop.ui.help.guide_text import lay_out
from botilbud_desktop.ui.help.reading_page import ReadingPage
from botilbud_desktop.ui.style.spacing import GAP

NAME = "Om det valgte projekt"
_NONE = "Vælg et projekt i tabellen for at se kriterierne, koordineringen og det, ministeriet vægter."


class ParticularsPage(ReadingPage):
    """Written with a cursor, so nothing in it is read as markup."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(NAME, parent)
        self._row: Row | None = None
        self.fill()

    def show_row(self, row: Row | None) -> None:
        """Show what is told of a row from its beginning; None when none is chosen."""
        if row is not self._row:
            self._row = row
            self.fill()
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def fill(self) -> None:
        document = self.document()
        document.clear()
        document.setDefaultFont(self.font())
        cursor = QTextCursor(document)
        parts = ((_NONE, 0),) if self._row is None else self._row.particulars
        for number, (text, level) in enumerate(parts):
            layout = QTextBlockFormat()
            layout.setHeadingLevel(level)
            if number:
                cursor.insertBlock(layout)
            else:
                cursor.setBlockFormat(layout)
            cursor.insertText(text.replace("\n", "\u2028"))
        lay_out(document, self.font(), self.palette())
        document.setDocumentMargin(GAP)
