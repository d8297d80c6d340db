"""Light, dark or high contrast, and the size of the text: as the system has them, or as the user chose."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from botilbud_desktop.ui.style.palettes import black_palette, dark_palette, light_palette
from botilbud_desktop.ui.style.selection import make_selection_readable, readable_selection

SMALLEST_TEXT, LARGEST_TEXT = 80, 200
"""The range of the text's size, in per cent of the system's."""
_SYSTEM_STYLE = "system_style"
_SYSTEM_FONT = "system_font"
_CLASSIC = "windows"
"""Qt's plain style, which draws every edge in colours of the palette; it is there on each system."""


class Theme(StrEnum):
    """The colours of the program."""

    SYSTEM = "system"
    """As the system has it, and following when that changes."""
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"
    """White and strong colours on black."""


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Show all windows in `theme`, those that are open too; nothing that the user is doing is disturbed.

    Light and dark are asked of the platform, so that its own frames and dialogs follow; a platform that does not obey
    (an X server without a desktop) gets a palette of the program's own.
    """
    hints = application.styleHints()
    scheme = _scheme_of(theme)
    if scheme is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(scheme)
    _use_style(application, theme)
    own = _palette_of(theme, obeyed=scheme is None or hints.colorScheme() is scheme)
    if own is None:
        application.setPalette(QPalette())
        make_selection_readable(application)
    else:
        own.setColor(QPalette.ColorRole.Highlight, readable_selection(own))
        application.setPalette(own)


def apply_text_size(application: QApplication, percent: int) -> None:
    """Write all texts at `percent` of the system's own size, from 80 to 200; what lies outside is taken as the limit.

    Doing it again changes nothing, and 100 is the system's own.
    """
    system = application.property(_SYSTEM_FONT)
    if not isinstance(system, QFont):
        system = QFont(application.font())
        application.setProperty(_SYSTEM_FONT, system)
    wanted = QFont(system)
    share = min(max(percent, SMALLEST_TEXT), LARGEST_TEXT) / 100
    if system.pointSizeF() > 0:
        wanted.setPointSizeF(system.pointSizeF() * share)
    else:
        wanted.setPixelSize(round(system.pixelSize() * share))
    if wanted != application.font():
        application.setFont(wanted)


def _scheme_of(theme: Theme) -> Qt.ColorScheme | None:
    """What to ask the platform for; None leaves it to the system."""
    match theme:
        case Theme.SYSTEM:
            return None
        case Theme.LIGHT:
            return Qt.ColorScheme.Light
        case Theme.DARK | Theme.HIGH_CONTRAST:
            return Qt.ColorScheme.Dark


def _palette_of(theme: Theme, *, obeyed: bool) -> QPalette | None:
    """The program's own palette, where the platform's does not serve."""
    if theme is Theme.HIGH_CONTRAST:
        return black_palette()
    if theme is Theme.SYSTEM or obeyed:
        return None
    return dark_palette() if theme is Theme.DARK else light_palette()


def _use_style(application: QApplication, theme: Theme) -> None:
    """The system's own style, but for high contrast, where styles with colours of their own would mix them in."""
    system = str(application.property(_SYSTEM_STYLE) or application.style().name())
    application.setProperty(_SYSTEM_STYLE, system)
    wanted = _CLASSIC if theme is Theme.HIGH_CONTRAST else system
    if application.style().name() != wanted:
        application.setStyle(wanted)
