"""What the menus open beside and above the window: dialogs, the guide, the panel, the bars."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.ui.main_window import MainWindow
from tests.shots.camera import Camera

_COMMANDS = (
    ("settings", "Indstillinger …"),
    ("shorter", "Gør teksten kortere …"),
    ("readability", "Læsbarhed …"),
    ("about", "Om Botilbud Desktop"),
    ("log", "Log til helpdesk …"),
    ("guide", "Vejledning"),
    ("transfer-panel", "Overførselspanelet"),
)


def photograph_opened(window: MainWindow, camera: Camera) -> None:
    """Runs each command, takes what it opens, and closes that again."""
    for name, words in _COMMANDS:
        before = _shown()
        action = next(a for a in window.findChildren(QAction) if a.text().replace("&", "") == words)
        action.trigger()
        opened = [widget for widget in _shown() if widget not in before]
        if not opened:
            raise RuntimeError(f"{words} opened nothing")
        for widget in opened:
            camera.take_window(f"opened-{name}", widget)
            widget.close()


def _shown() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
