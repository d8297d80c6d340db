"""What is told of the chosen project: criteria with the reason, coordination, and what the ministry weighs."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.collecting.gathered.rows import Row
from botilbud_desktop.ui.help.reading_page import Block, ReadingPage
from botilbud_desktop.ui.style.spacing import GAP

NAME = "Om det valgte projekt"
_NONE = "Vælg et projekt i tabellen for at se kriterierne, koordineringen og det, ministeriet vægter."


class ParticularsPage(ReadingPage):
    """Shows one row at a time."""

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
        parts = ((_NONE, 0),) if self._row is None else self._row.particulars
        self.write_blocks(Block(text.replace("\n", "\u2028"), level) for text, level in parts)
        self.document().setDocumentMargin(GAP)
