"""One look over a window for all who use it without a mouse, by ear, or with tired eyes."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.accessibility.contrast import contrast_complaints
from tests.ui.accessibility.names import mnemonic_complaints, name_complaints, text_complaints
from tests.ui.accessibility.order import order_complaints
from tests.ui.user import settle


def complaints(top: QWidget) -> list[str]:
    """What is wrong with the window or dialog `top` as it is shown now; the focus is moved round once."""
    settle()
    QAccessible.setActive(True)
    try:
        heard = [*name_complaints(top), *text_complaints(top), *mnemonic_complaints(top)]
    finally:
        QAccessible.setActive(False)
    return [*heard, *complaints_of_eyes(top)]


def complaints_of_eyes(top: QWidget) -> list[str]:
    """What is wrong to the eye with `top` as it is shown now, and with the way of the focus."""
    settle()
    blinking = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    try:
        return [*contrast_complaints(top), *order_complaints(top)]
    finally:
        QApplication.setCursorFlashTime(blinking)
