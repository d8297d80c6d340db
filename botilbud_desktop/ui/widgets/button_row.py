"""The buttons at the foot of a dialog: some at its start, the others at its end, in more rows where it is narrow."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.widgets.link_row import LinkRow


class ButtonRow(LinkRow):
    """Lays out buttons, and labels between them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, gap=UNIT)
        self._at_end: set[QWidget] = set()

    def put(self, *at_start: QWidget) -> None:
        """Add parts at the start."""
        for part in at_start:
            part.setParent(self)
            self.take(part)

    def put_at_end(self, *parts: QWidget) -> None:
        """Add parts at the end of their row."""
        self._at_end.update(parts)
        self.put(*parts)

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for room anew: nobody is told of words that changed before the dialog was shown."""
        super().showEvent(event)
        self.updateGeometry()

    def _rows(self, width: int) -> Iterator[list[tuple[QWidget, QRect]]]:
        for row in super()._rows(width):
            spare = width - 1 - row[-1][1].right()
            yield [(part, area.translated(spare, 0) if part in self._at_end else area) for part, area in row]
