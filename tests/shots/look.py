"""The font and the theme of the pictures, the same on every machine."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.style.edge import show_edges
from botilbud_desktop.ui.style.palettes import black_palette, dark_palette, light_palette
from botilbud_desktop.ui.style.selection import readable_selection

_FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_POINT_SIZE = 10  # KDE's size for Noto Sans; between Windows' 9 and GNOME's 11
_PALETTES: Mapping[str, Callable[[], QPalette]] = MappingProxyType(
    {"light": light_palette, "dark": dark_palette, "high-contrast": black_palette}
)


def use_font(application: QApplication) -> None:
    """Uses the program's bundled typeface, whatever the system has."""
    for name in _FONT_FILES:
        identifier = QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / name))
        families = QFontDatabase.applicationFontFamilies(identifier)
        application.setFont(QFont(families[0], _POINT_SIZE))


def use_theme(application: QApplication, theme: str) -> None:
    """Sets the light, dark or high-contrast palette; the offscreen platform follows no colour scheme."""
    palette = _PALETTES[theme]()
    palette.setColor(QPalette.ColorRole.Highlight, readable_selection(palette))
    application.setStyle("windows" if theme == "high-contrast" else "fusion")
    application.setPalette(palette)
    show_edges(application)
