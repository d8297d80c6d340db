"""Sets the focus so that it is visible."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QScrollArea, QWidget

_MARGIN = 72
"""Px above and below the widget that are scrolled into view with it."""


def focus_visibly(widget: QWidget) -> None:
    """Gives `widget` the focus; buttons and lists draw it only when it comes by Tab, so Tab is the reason given."""
    as_if_tab = isinstance(widget, (QAbstractButton, QComboBox))
    widget.setFocus(Qt.FocusReason.TabFocusReason if as_if_tab else Qt.FocusReason.OtherFocusReason)
    if as_if_tab:
        widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # Qt sets it only for a real Tab


def show_soon(widget: QWidget) -> None:
    """Scrolls to `widget` after the pending layout; Qt scrolls by itself only for Tab."""
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = area.widget() if area is not None else None
    if area is None or content is None or not widget.isVisible():
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    target = QRect(widget.mapTo(content, widget.rect().topLeft()), widget.size())
    area.ensureVisible(target.left(), target.bottom(), 0, _MARGIN)
    area.ensureVisible(target.left(), target.top(), 0, _MARGIN)
