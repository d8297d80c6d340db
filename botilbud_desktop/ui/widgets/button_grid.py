"""Buttons of equal width in rows, so that they fit into a narrow window."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QPushButton

from botilbud_desktop.ui.style.spacing import UNIT


def button_grid(buttons: Sequence[QPushButton], in_a_row: int) -> QGridLayout:
    """Returns a grid of the buttons in reading order, `in_a_row` in each row."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(UNIT)
    for position, button in enumerate(buttons):
        grid.addWidget(button, position // in_a_row, position % in_a_row)
    grid.setColumnStretch(in_a_row, 1)
    return grid
