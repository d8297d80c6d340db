"""A small button that folds a text out and in again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from botilbud_desktop.ui.style.icons import icon


class Disclosure(QToolButton):
    """Its signal `toggled` tells whether the text is to be shown."""

    def __init__(self, name: str, parent: QWidget, *, words: str = "") -> None:
        """`name` is what it shows, for screen readers; `words` stand on the button beside its icon."""
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        if words:
            self.setText(words)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._render(False)
        self.toggled.connect(self._render)

    def _render(self, is_open: bool) -> None:
        self.setIcon(icon("collapse" if is_open else "expand", self.palette().buttonText().color()))
