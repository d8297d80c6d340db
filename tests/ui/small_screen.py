"""A small screen, as programs see it: 1366×768 px at 200 %, or the rows and columns that are given."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QScreen

LAPTOP = QRect(0, 0, 683, 344)
"""A screen of 1366×768 px at 200 %, without the task bar."""
WCAG = QRect(0, 0, 640, 472)
"""A screen of 1280×1024 px at 200 %; with texts of 200 %, 320×256 CSS px as in WCAG 2.2, 1.4.10, less the task bar."""
FULL_HD = QRect(0, 0, 960, 500)
"""A screen of 1920×1080 px at 200 %, without the task bar."""


def use_screen(area: QRect, patch: pytest.MonkeyPatch) -> None:
    """Every screen has `area`, in px, for windows."""
    patch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(area))
    patch.setattr(QScreen, "availableSize", lambda _screen: area.size())
