"""Giving the focus so that it is seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget


def focus_visibly(widget: QWidget) -> None:
    """Give `widget` the focus. Buttons and lists draw it only when it comes as if by Tab; text keeps its cursor."""
    as_if_tab = isinstance(widget, (QAbstractButton, QComboBox))
    widget.setFocus(Qt.FocusReason.TabFocusReason if as_if_tab else Qt.FocusReason.OtherFocusReason)
    if as_if_tab:
        widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # Qt does so for a real Tab only
