"""A ring around the focused button, list or tab: the Qt styles draw the focus too faintly."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

_WIDTH = 2
DRAWS_OWN_FOCUS = "marksItself"
"""Property of a widget that draws its own focus."""
_RINGED = (QAbstractButton, QComboBox, QTabBar)


class FocusRings(QObject):
    """Draws the ring around the focused widget, except one that was just clicked."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._ring: _Ring | None = None
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if new is not None and _is_ringed(new):
            self._ring = _Ring(new)


class _Ring(QWidget):
    """Covers `around` and draws the ring inside its edges."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setGeometry(around.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        around = self.parentWidget()
        if around is not None and around.size() != self.size():
            self.resize(around.size())  # the widget was resized while it had the focus
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().windowText().color(), _WIDTH))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(QPen(self.palette().window().color(), 1))  # visible where the widget has the colour of the ring
        painter.drawRect(self.rect().adjusted(_WIDTH, _WIDTH, -_WIDTH - 1, -_WIDTH - 1))
        painter.end()


def _is_ringed(widget: QWidget) -> bool:
    """Whether `widget` gets a ring; an editable text gets none, as it has a cursor and repaints with each key."""
    if isinstance(widget, QLineEdit):
        return widget.isReadOnly()
    if isinstance(widget, QAbstractScrollArea):  # False only for an editable text
        return widget.property("readOnly") is not False
    if widget.property(DRAWS_OWN_FOCUS):
        return False
    is_clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton and widget.underMouse()
    return isinstance(widget, _RINGED) and not is_clicked
