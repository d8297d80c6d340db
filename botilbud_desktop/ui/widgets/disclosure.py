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
        self._name = name
        if words:
            self.setText(words)
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._render(False)
        self.toggled.connect(self._render)

    def say_with(self, words: str) -> None:
        """Let screen readers read `words` before what the button shows, such as what it is about."""
        self.setAccessibleName(f"{words} {self._name}")

    def say(self, text: str) -> None:
        """Say the text that was folded out: it does not get the focus."""
        from botilbud_desktop.ui.widgets.announcing import announce

        announce(self, text)

    def _render(self, is_open: bool) -> None:
        self._tell_state()
        self.setIcon(icon("collapse" if is_open else "expand", self.palette().buttonText().color()))

    def _tell_state(self) -> None:
        """Tell screen readers that the text is shown, or no longer."""
        from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent

        if QAccessible.isActive():
            changed = QAccessible.State()
            changed.expanded = changed.collapsed = 1
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))
