"""A ring around what has the focus: the Qt styles draw the focus too faintly, and text areas not at all."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from botilbud_desktop.ui.style.states import State, state_colour

_WIDTH = 2
DRAWS_OWN_FOCUS = "marksItself"
"""Property of a widget that draws its own focus."""
_RINGED = (QAbstractButton, QComboBox, QTabBar)
_TEXT_RING = "ring.of.text"
"""Name of the ring of an editable text."""


class FocusRings(QObject):
    """Draws the ring around the focused widget, except a button or list that was just clicked."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._ring: QWidget | None = None
        application.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None
        if new is None:
            return
        if _is_ringed(new):
            self._ring = _Ring(new)
        elif getattr(new, "fits_ring", False) and not new.property("readOnly"):
            self._ring = _text_ring(new)


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
        painter.setPen(QPen(self.palette().base().color(), 1))  # visible where the widget has the colour of the ring
        painter.drawRect(self.rect().adjusted(_WIDTH, _WIDTH, -_WIDTH - 1, -_WIDTH - 1))
        painter.end()


def _text_ring(around: QWidget) -> QWidget:
    """Returns a ring that Qt paints by itself, and without a mask: an editable text is painted at each key."""
    ring = QFrame(around)
    ring.setObjectName(_TEXT_RING)
    ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ring.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
    ring.setLineWidth(_WIDTH)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.WindowText, state_colour(State.INFORMATION, around.palette()))
    ring.setPalette(palette)
    ring.setGeometry(around.rect())
    ring.show()
    return ring


def fit_ring(text: QLineEdit | QPlainTextEdit) -> None:
    """Fits the ring to a focused text; a class with `fits_ring` calls it from `resizeEvent`."""
    ring = text.findChild(QFrame, _TEXT_RING, Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(ring, QFrame):
        ring.setGeometry(text.rect())


def _is_ringed(widget: QWidget) -> bool:
    """Whether `widget` gets the ring of buttons and lists; an editable text gets one that costs nothing at a key."""
    if isinstance(widget, QLineEdit):
        return widget.isReadOnly()
    if isinstance(widget, QAbstractScrollArea):  # False only for an editable text
        return widget.property("readOnly") is not False
    if widget.property(DRAWS_OWN_FOCUS):
        return False
    is_clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton and widget.underMouse()
    return isinstance(widget, _RINGED) and not is_clicked
