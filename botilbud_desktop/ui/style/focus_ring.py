"""A ring around what has the focus: the Qt styles draw the focus too faintly, and text areas not at all."""

import sys
from functools import cache

from PySide6.QtCore import QObject, QOperatingSystemVersion, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from botilbud_desktop.ui.style.edge import edge_colour
from botilbud_desktop.ui.style.spacing import CONTROL_RADIUS
from botilbud_desktop.ui.style.states import State, is_high_contrast, state_colour

_WIDTH = 2
DRAWS_OWN_FOCUS = "marksItself"
"""Property of a widget that draws its own focus."""
_RINGED = (QAbstractButton, QComboBox, QTabBar)
_TEXT_RING, _STATE_RING, _EDGE_RING = "ring.of.text", "ring.of.state", "ring.of.edge"
"""Names of the ring of an editable text that has the focus, of that of an input with a problem, and of a usual edge."""
_WINDOWS_11 = 22000
"""The first build of Windows 11."""
_STATE = "state"
"""Property of a ring: the state that it shows."""


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
        is_marked = around is not None and _ring_of(around, _STATE_RING) is not None
        _draw_ring(painter, self.rect(), self.palette(), is_above_mark=is_marked)
        painter.end()


def _draw_ring(
    painter: QPainter, area: QRect, palette: QPalette, state: State | None = None, *, is_above_mark: bool = False
) -> None:
    """Draws the ring in the colour of `state`, else in the accent, and inside it a line in the colour of inputs.

    Above the mark of a state the focus has a second line, so that it is seen by more than its colour.
    """
    accent = state_colour(state or State.INFORMATION, palette)
    if state is None and is_high_contrast(palette):
        accent = palette.windowText().color()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lines = [(accent, _WIDTH, _WIDTH / 2), (palette.base().color(), 1, _WIDTH + 0.5)]
    if is_above_mark:
        lines.append((accent, 1, _WIDTH + 1.5))
    for colour, width, inside in lines:
        painter.setPen(QPen(colour, width))  # the line is seen where the widget has the colour of the ring
        radius = max(CONTROL_RADIUS - inside, 0)
        painter.drawRoundedRect(QRectF(area).adjusted(inside, inside, -inside, -inside), radius, radius)


def draw_usual_edge(painter: QPainter, area: QRect, colour: QColor) -> None:
    """Draws the edge of an input or button that has neither the focus nor a state."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), CONTROL_RADIUS, CONTROL_RADIUS)


def _text_ring(around: QWidget, name: str = _TEXT_RING, state: State | None = None) -> QWidget:
    """Returns a ring that Qt paints by itself, and without a mask: an editable text is painted at each key."""
    ring = QFrame(around)
    ring.setObjectName(name)
    ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ring.setBackgroundRole(QPalette.ColorRole.Window)
    ring.setAutoFillBackground(True)
    ring.setProperty(_STATE, state)
    _fit(ring, around)
    ring.show()
    return ring


def mark_state(widget: QWidget, state: State | None) -> None:
    """Gives an input an edge in the colour of its state, or its usual one; icon and words stand below it."""
    mark = _ring_of(widget, _STATE_RING)
    if (None if mark is None else mark.property(_STATE)) == state:
        return
    if mark is not None:
        mark.setObjectName("")
        mark.hide()
        mark.deleteLater()
    focus = _ring_of(widget, _TEXT_RING)
    if state is not None:
        made = _text_ring(widget, _STATE_RING, state)
        if focus is not None:
            made.stackUnder(focus)  # above the usual edge, which was made earlier
    if focus is not None:
        _fit(focus, widget)


@cache
def has_faint_edges() -> bool:
    """Whether this is Windows 11, where Qt's style draws edges that vanish on a white card."""
    return sys.platform == "win32" and QOperatingSystemVersion.current().microVersion() >= _WINDOWS_11


def fit_ring(text: QWidget) -> None:
    """Fits the rings of an input; a class with `fits_ring` calls it from `resizeEvent`, and a change of theme does."""
    if has_faint_edges() and _ring_of(text, _EDGE_RING) is None:
        _text_ring(text, _EDGE_RING)
    for name in (_EDGE_RING, _STATE_RING, _TEXT_RING):
        ring = _ring_of(text, name)
        if ring is not None:
            _fit(ring, text)


def _ring_of(widget: QWidget, name: str) -> QFrame | None:
    found = widget.findChild(QFrame, name, Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, QFrame) else None


def _fit(ring: QFrame, around: QWidget) -> None:
    """Gives the ring the size of `around`, and a picture of that size as its background."""
    if around.size().isEmpty():
        return  # it is not laid out yet
    shown = ring.property(_STATE)
    ratio = around.devicePixelRatioF()
    picture = QPixmap(around.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if ring.objectName() == _EDGE_RING:
        draw_usual_edge(painter, around.rect(), edge_colour(QApplication.palette()))
    else:
        is_above_mark = ring.objectName() == _TEXT_RING and _ring_of(around, _STATE_RING) is not None
        state = None if shown is None else State(shown)
        _draw_ring(painter, around.rect(), around.palette(), state, is_above_mark=is_above_mark)
    painter.end()
    palette = QPalette()
    palette.setBrush(QPalette.ColorRole.Window, QBrush(picture))
    ring.setPalette(palette)
    ring.setGeometry(around.rect())


def _is_ringed(widget: QWidget) -> bool:
    """Whether `widget` gets the ring of buttons and lists; an editable text gets one that costs nothing at a key."""
    if isinstance(widget, QLineEdit):
        return widget.isReadOnly()
    if isinstance(widget, QScrollArea) and widget.focusPolicy() is Qt.FocusPolicy.ClickFocus:
        return (
            False  # a page that was clicked on empty ground: nothing in it has the focus, only the scroll keys go there
        )
    if isinstance(widget, QAbstractScrollArea):  # False only for an editable text
        return widget.property("readOnly") is not False
    if widget.property(DRAWS_OWN_FOCUS):
        return False
    is_clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton and widget.underMouse()
    return isinstance(widget, _RINGED) and not is_clicked
