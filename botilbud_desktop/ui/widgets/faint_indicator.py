"""Where Fusion draws the indicator of a button too faintly: pale on a light window, dark on a dark one."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton


def faint_indicator(button: QCheckBox | QRadioButton, part: QStyle.SubElement) -> QRect | None:
    """Returns the place of the indicator, the style's `part` of `button`; None in styles that draw it well."""
    if button.style().name().lower() != "fusion":
        return None
    option = QStyleOptionButton()
    button.initStyleOption(option)
    place: QRect = button.style().subElementRect(part, option, button)
    return place
