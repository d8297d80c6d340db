"""What the menus open beside and above the window: dialogs, the guide, the panel, the bars."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from botilbud_desktop.storage.user.settings import NOTHING_DECIDED
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.settings.settings_dialog import SettingsDialog
from botilbud_desktop.ui.text_help.text_help_dialog import Tab, TextHelpDialog
from tests.shots.camera import Camera
from tests.ui.decided import SOME, decide

_COMMANDS = (
    ("settings", "Indstillinger …"),
    ("shorter", "Gør teksten kortere …"),
    ("about", "Om Botilbud Desktop"),
    ("log", "Log til it-afdelingen …"),
    ("guide", "Vejledning"),
    ("transfer-panel", "Overførselspanelet"),
)


def photograph_opened(window: MainWindow, camera: Camera) -> None:
    """Runs each command, takes what it opens, and closes that again; the settings also with what IT has decided."""
    for name, words in _COMMANDS:
        _photograph(window, camera, name, words)
    decide(window, SOME)
    _photograph(window, camera, "settings-decided", _COMMANDS[0][1])
    decide(window, NOTHING_DECIDED)


def _photograph(window: MainWindow, camera: Camera, name: str, words: str) -> None:
    before = _shown()
    action = next(a for a in window.findChildren(QAction) if a.text().replace("&", "") == words)
    action.trigger()
    opened = [widget for widget in _shown() if widget not in before]
    if not opened:
        raise RuntimeError(f"{words} opened nothing")
    for widget in opened:
        camera.take_window(f"opened-{name}", widget)
        if isinstance(widget, SettingsDialog):
            (area,) = widget.findChildren(QScrollArea)
            camera.take_whole(f"opened-{name}", area)
        if isinstance(widget, TextHelpDialog):
            for tab in (Tab.USES, Tab.READING):
                widget.tabs.setCurrentIndex(tab)
                camera.take_window(f"opened-{name}-{tab.name.lower()}", widget)
        widget.close()


def _shown() -> list[QWidget]:
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
