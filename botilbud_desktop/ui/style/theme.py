"""The theme (light, dark or high contrast) and the text size: the system's, or the user's choice."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from botilbud_desktop.ui.style.edge import show_edges
from botilbud_desktop.ui.style.palettes import black_palette, dark_palette, light_palette, quiet_palette
from botilbud_desktop.ui.style.selection import make_selection_readable, readable_selection

SMALLEST_TEXT, LARGEST_TEXT = 80, 200
"""Limits of the text size, in per cent of the system's."""
_SYSTEM_STYLE = "system_style"
_SYSTEM_FONT = "system_font"
_CHOSEN = "theme"
"""Properties of the application: the system's style and font, and the theme that was applied last."""
_CLASSIC = "windows"
"""Qt's plain style: it draws every edge in palette colours, and every system has it."""
FUSION = "fusion"
"""Qt's own style: light or dark as the palette is, and every system has it."""
_LIGHT_ONLY = "windowsvista"
"""The style of Windows 10: it draws light whatever is asked for, and gives the palette light colours too."""


class Theme(StrEnum):
    """The colours of the program."""

    SYSTEM = "system"
    """Follows the system, also when it changes."""
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"
    """White and strong colours on black."""


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Shows all windows in `theme`, open ones too; nothing that the user is doing is disturbed.

    Light and dark are requested from the platform, so that its frames and dialogs follow. A platform that does not obey
    (an X server without a desktop) gets a palette of the program's own.
    """
    application.setProperty(_CHOSEN, theme.value)
    hints = application.styleHints()
    scheme = _scheme_of(theme)
    if scheme is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(scheme)
    _use_style(application, theme)
    own = _palette_of(theme, obeyed=scheme is None or hints.colorScheme() is scheme)
    is_fusion = application.style().name() == FUSION
    if own is None:
        application.setPalette(QPalette())
        own = quiet_palette(application.palette()) if is_fusion else None
    if own is None:
        make_selection_readable(application)
    else:
        own.setColor(QPalette.ColorRole.Highlight, readable_selection(own))
        application.setPalette(own)
    show_edges(application, in_fusion=is_fusion)


def follow_system(application: QApplication) -> None:
    """Changes style and palette if others suit now that the system is dark, light or in high contrast."""
    chosen = Theme(application.property(_CHOSEN) or Theme.SYSTEM)
    wanted = _style_here(application, chosen)
    if wanted == FUSION or application.style().name() != wanted:
        apply_theme(application, chosen)


def style_for(system: str, theme: Theme, *, is_dark: bool, is_high_contrast: bool) -> str:
    """Returns the name of the style that draws `theme` in its colours.

    `system` is the name of the system's own style; whether the system is dark or in high contrast is told by the other
    two. In high contrast other styles would mix in their own colours.
    """
    if theme is Theme.HIGH_CONTRAST:
        return _CLASSIC
    if system != _LIGHT_ONLY:
        return system
    if is_high_contrast:
        return _CLASSIC
    return FUSION if theme is Theme.DARK or (theme is Theme.SYSTEM and is_dark) else system


def apply_text_size(application: QApplication, percent: int) -> None:
    """Sets all texts to `percent` of the system's size, limited to 80 to 200.

    Repeated calls do not add up, and 100 restores the system's size.
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


def text_share(application: QCoreApplication | None) -> float:
    """Returns how large the text is, as a share of the system's: 2 at 200 %."""
    system = None if application is None else application.property(_SYSTEM_FONT)
    if not isinstance(application, QApplication) or not isinstance(system, QFont):
        return 1.0
    font = application.font()
    if system.pointSizeF() > 0:
        return font.pointSizeF() / system.pointSizeF()
    return font.pixelSize() / system.pixelSize()


def _scheme_of(theme: Theme) -> Qt.ColorScheme | None:
    """Returns the scheme to request from the platform; None leaves it to the system."""
    match theme:
        case Theme.SYSTEM:
            return None
        case Theme.LIGHT:
            return Qt.ColorScheme.Light
        case Theme.DARK | Theme.HIGH_CONTRAST:
            return Qt.ColorScheme.Dark


def _palette_of(theme: Theme, *, obeyed: bool) -> QPalette | None:
    """Returns the program's own palette where the platform's is unsuitable, else None."""
    if theme is Theme.HIGH_CONTRAST:
        return black_palette()
    if theme is Theme.SYSTEM or obeyed:
        return None
    return dark_palette() if theme is Theme.DARK else light_palette()


def _use_style(application: QApplication, theme: Theme) -> None:
    wanted = _style_here(application, theme)
    if application.style().name() != wanted:
        application.setStyle(wanted)


def _style_here(application: QApplication, theme: Theme) -> str:
    """Returns the name of the style for `theme` on this system; remembers the system's own."""
    system = str(application.property(_SYSTEM_STYLE) or application.style().name())
    application.setProperty(_SYSTEM_STYLE, system)
    hints = application.styleHints()
    contrast = hints.accessibility().contrastPreference()
    return style_for(
        system,
        theme,
        is_dark=hints.colorScheme() is Qt.ColorScheme.Dark,
        is_high_contrast=contrast is Qt.ContrastPreference.HighContrast,
    )
