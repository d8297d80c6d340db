"""Checks the accessibility of one window: keyboard, screen reader, targets, contrast and focus."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.accessibility.contrast import contrast_complaints
from tests.ui.accessibility.cuts import cut_complaints
from tests.ui.accessibility.edges import edge_complaints
from tests.ui.accessibility.names import mnemonic_complaints, name_complaints, text_complaints
from tests.ui.accessibility.order import order_complaints
from tests.ui.accessibility.targets import target_complaints
from tests.ui.user import settle


def complaints(top: QWidget) -> list[str]:
    """Returns every complaint about the window or dialog `top` as shown now; moves the focus through it once."""
    settle()
    QAccessible.setActive(True)
    try:
        spoken = [*name_complaints(top), *text_complaints(top), *mnemonic_complaints(top)]
    finally:
        QAccessible.setActive(False)
    return [*spoken, *target_complaints(top), *cut_complaints(top), *visual_complaints(top)]


def visual_complaints(top: QWidget) -> list[str]:
    """Returns the complaints about contrast and edges in `top` as shown now, and about its tab order."""
    settle()
    blinking = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    try:
        return [*contrast_complaints(top), *edge_complaints(top), *order_complaints(top)]
    finally:
        QApplication.setCursorFlashTime(blinking)
