"""Giving the focus so that it is seen."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QScrollArea, QWidget

_ROOM = 72
"""So much of what stands above and below is shown with it."""


def focus_visibly(widget: QWidget) -> None:
    """Give `widget` the focus. Buttons and lists draw it only when it comes as if by Tab; text keeps its cursor."""
    as_if_tab = isinstance(widget, (QAbstractButton, QComboBox))
    widget.setFocus(Qt.FocusReason.TabFocusReason if as_if_tab else Qt.FocusReason.OtherFocusReason)
    if as_if_tab:
        widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # Qt does so for a real Tab only


def show_soon(widget: QWidget) -> None:
    """Scroll to `widget` as soon as what was put in with it has its place; Qt scrolls for Tab only."""
    QTimer.singleShot(0, widget, lambda: _show(widget))


def _show(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = area.widget() if area is not None else None
    if area is None or content is None or not widget.isVisible():
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    place = QRect(widget.mapTo(content, widget.rect().topLeft()), widget.size())
    area.ensureVisible(place.left(), place.bottom(), 0, _ROOM)
    area.ensureVisible(place.left(), place.top(), 0, _ROOM)
