"""The font and the theme of the pictures, the same on every machine."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.paths import resources_folder
from botilbud_desktop.ui.look.selection import readable_selection

_FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_POINT_SIZE = 10  # KDE's size for Noto Sans; Windows' 9 and GNOME's 11 lie on either side
_DISABLED = QPalette.ColorGroup.Disabled


def use_font(application: QApplication) -> None:
    """Write with the typeface that the program carries, whatever the system has."""
    for name in _FONT_FILES:
        identifier = QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / name))
        families = QFontDatabase.applicationFontFamilies(identifier)
        application.setFont(QFont(families[0], _POINT_SIZE))


def use_theme(application: QApplication, theme: str) -> None:
    """The palette of Fusion, light or dark; the offscreen platform follows no colour scheme by itself."""
    palette = _fusion_dark() if theme == "dark" else application.style().standardPalette()
    palette.setColor(QPalette.ColorRole.Highlight, readable_selection(palette))
    application.setPalette(palette)


def _fusion_dark() -> QPalette:
    """The palette that Fusion makes for a dark system (`qt_fusionPalette` in Qt's source)."""
    window, words, faint = QColor(50, 50, 50), QColor(240, 240, 240), QColor(130, 130, 130)
    accent = QColor(48, 140, 198)
    role = QPalette.ColorRole
    mid, dark = window.darker(130), window.darker(150)
    base = window.darker(140)
    palette = QPalette(words, window, window.lighter(150), dark, mid, words, base)
    palette.setColor(role.Midlight, mid.lighter(110))
    palette.setColor(role.Shadow, dark.darker(135))
    palette.setColor(role.AlternateBase, QColor(43, 43, 43))
    palette.setColor(role.BrightText, window.lighter(150))
    palette.setColor(role.HighlightedText, words)
    placeholder = QColor(words)
    placeholder.setAlpha(128)
    palette.setColor(role.PlaceholderText, placeholder)
    for named in (role.Highlight, role.Accent, role.Link):
        palette.setColor(named, accent)
    for written in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(_DISABLED, written, faint)
    palette.setColor(_DISABLED, role.Base, window)
    palette.setColor(_DISABLED, role.Dark, QColor(190, 190, 190))
    for marked in (role.Highlight, role.Accent):
        palette.setColor(_DISABLED, marked, QColor(145, 145, 145))
    return palette
