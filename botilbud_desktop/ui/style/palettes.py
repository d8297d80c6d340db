"""The program's own palettes: a quiet light and dark one for Fusion, and one for high contrast."""

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_DISABLED = QPalette.ColorGroup.Disabled
_OF_FUSION = {"#efefef": "#ffffff", "#323232": "#242424"}
"""The window's and the inputs' colour in Qt's own palettes for Fusion; a desktop's own palette has others."""


def light_palette() -> QPalette:
    """Returns dark text on white cards, which lie on a light grey window."""
    window, base, text = QColor(243, 243, 243), QColor(255, 255, 255), QColor(27, 27, 27)
    palette = QPalette(text, QColor(252, 252, 252), base, QColor(162, 162, 162), QColor(222, 222, 222), text, base)
    palette.setColor(_Role.Window, window)
    palette.setColor(_Role.BrightText, base)
    palette.setColor(_Role.AlternateBase, QColor(248, 248, 248))
    palette.setColor(_Role.Midlight, QColor(202, 202, 202))
    palette.setColor(_Role.Shadow, QColor(118, 118, 118))
    palette.setColor(_Role.ToolTipBase, base)
    palette.setColor(_Role.ToolTipText, text)
    _set_accent(palette, QColor(31, 92, 153), base, link=QColor(31, 92, 153))
    _set_disabled(palette, QColor(120, 120, 120), window)
    return palette


def dark_palette() -> QPalette:
    """Returns light text on dark grey cards, which lie on an almost black window."""
    window, base, text = QColor(32, 32, 32), QColor(43, 43, 43), QColor(240, 240, 240)
    dark = QColor(22, 22, 22)
    palette = QPalette(text, QColor(55, 55, 55), QColor(75, 75, 75), dark, QColor(61, 61, 61), text, base)
    palette.setColor(_Role.Window, window)
    palette.setColor(_Role.BrightText, QColor(255, 255, 255))
    palette.setColor(_Role.AlternateBase, QColor(50, 50, 50))
    palette.setColor(_Role.Midlight, QColor(70, 70, 70))
    palette.setColor(_Role.Shadow, dark.darker(135))
    palette.setColor(_Role.ToolTipBase, base)
    palette.setColor(_Role.ToolTipText, text)
    _set_accent(palette, QColor(48, 140, 198), text, link=QColor(138, 184, 230))
    _set_disabled(palette, QColor(130, 130, 130), window)
    palette.setColor(_DISABLED, _Role.Dark, QColor(190, 190, 190))
    return palette


def black_palette() -> QPalette:
    """Returns white text on black with yellow links and a cyan selection, like the system's black contrast theme."""
    black, white, grey = QColor(0, 0, 0), QColor(255, 255, 255), QColor(170, 170, 170)
    palette = QPalette(white, black, grey, QColor(140, 140, 140), grey, white, black)
    palette.setColor(_Role.Midlight, grey)
    palette.setColor(_Role.Shadow, white)
    palette.setColor(_Role.ToolTipBase, black)
    palette.setColor(_Role.ToolTipText, white)
    _set_accent(palette, QColor(26, 235, 255), black, link=QColor(255, 255, 0))
    _set_disabled(palette, QColor(63, 242, 63), black)
    return palette


def quiet_palette(system: QPalette) -> QPalette | None:
    """Returns the program's palette in place of the one that Qt gives Fusion; None where the desktop has its own."""
    window, base = system.window().color().name(), system.base().color().name()
    if _OF_FUSION.get(window) != base:
        return None
    return light_palette() if base == "#ffffff" else dark_palette()


def _set_accent(palette: QPalette, accent: QColor, text: QColor, *, link: QColor) -> None:
    """Sets the colours of selections, links and placeholders."""
    placeholder = QColor(palette.color(_Role.Text))
    placeholder.setAlpha(160)
    palette.setColor(_Role.PlaceholderText, placeholder)
    for role in (_Role.Highlight, _Role.Accent):
        palette.setColor(role, accent)
    palette.setColor(_Role.Link, link)
    palette.setColor(_Role.HighlightedText, text)


def _set_disabled(palette: QPalette, text: QColor, base: QColor) -> None:
    """Sets the colours of disabled widgets."""
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_DISABLED, role, text)
    palette.setColor(_DISABLED, _Role.Base, base)
    for role in (_Role.Highlight, _Role.Accent):
        palette.setColor(_DISABLED, role, QColor(145, 145, 145))
