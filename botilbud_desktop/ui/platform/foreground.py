"""Windows that come to the front, also when they lie minimised in the task bar, and who a question belongs to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def bring_to_front(window: QWidget) -> None:
    """Show a window above the others, and give it the keyboard."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def asking_window(usual: QWidget) -> QWidget:
    """The window that a question stands above: where the user is, else the `usual` one.

    Above another one it would be hidden by a panel that stays on top, or lie minimised with that window.
    """
    active = QApplication.activeWindow()
    if active is None or not active.isVisible() or active.windowType() is Qt.WindowType.Popup:
        return usual  # a dialog that was just closed may still be the active window
    return active
