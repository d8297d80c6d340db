"""Brings windows to the front, also minimised ones, and finds the window that a question belongs to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def bring_to_front(window: QWidget) -> None:
    """Show a window above the others, and give it the keyboard focus."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def asking_window(usual: QWidget) -> QWidget:
    """Returns the window to show a question above: the active one, else the `usual` one.

    Above another one, it would be hidden by a panel that stays on top, or minimised together with that window.
    """
    active = QApplication.activeWindow()
    if active is None or not active.isVisible() or active.windowType() is Qt.WindowType.Popup:
        return usual  # a dialog that was just closed may still be the active window
    return active
