"""Palettes of the program's own: for a platform that follows no wish for light or dark, and for high contrast."""

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_DISABLED = QPalette.ColorGroup.Disabled


def light_palette() -> QPalette:
    """Dark text on light grey, as Fusion's."""
    window, words, faint = QColor(239, 239, 239), QColor(0, 0, 0), QColor(120, 120, 120)
    base, accent = QColor(255, 255, 255), QColor(36, 107, 156)
    palette = QPalette(words, window, window.lighter(150), window.darker(150), window.darker(130), words, base)
    palette.setColor(_Role.Midlight, QColor(202, 202, 202))
    palette.setColor(_Role.AlternateBase, QColor(247, 247, 247))
    palette.setColor(_Role.Shadow, QColor(118, 118, 118))
    _mark_in(palette, accent, QColor(255, 255, 255))
    _fade(palette, faint, window)
    return palette


def dark_palette() -> QPalette:
    """Light text on dark grey, as Fusion's for a dark system."""
    window, words, faint = QColor(50, 50, 50), QColor(240, 240, 240), QColor(130, 130, 130)
    mid, dark = window.darker(130), window.darker(150)
    palette = QPalette(words, window, window.lighter(150), dark, mid, words, window.darker(140))
    palette.setColor(_Role.Midlight, mid.lighter(110))
    palette.setColor(_Role.Shadow, dark.darker(135))
    palette.setColor(_Role.AlternateBase, QColor(43, 43, 43))
    palette.setColor(_Role.BrightText, window.lighter(150))
    _mark_in(palette, QColor(48, 140, 198), words)
    _fade(palette, faint, window)
    palette.setColor(_DISABLED, _Role.Dark, QColor(190, 190, 190))
    return palette


def black_palette() -> QPalette:
    """White text on black with yellow links and a cyan selection, as the system's black contrast theme."""
    black, white, grey = QColor(0, 0, 0), QColor(255, 255, 255), QColor(170, 170, 170)
    palette = QPalette(white, black, grey, QColor(140, 140, 140), grey, white, black)
    palette.setColor(_Role.Midlight, grey)
    palette.setColor(_Role.Shadow, white)
    palette.setColor(_Role.AlternateBase, black)
    palette.setColor(_Role.Button, black)
    palette.setColor(_Role.ToolTipBase, black)
    palette.setColor(_Role.ToolTipText, white)
    _mark_in(palette, QColor(26, 235, 255), black)
    palette.setColor(_Role.Link, QColor(255, 255, 0))
    _fade(palette, QColor(63, 242, 63), black)
    return palette


def _mark_in(palette: QPalette, accent: QColor, words: QColor) -> None:
    """What is selected or leads somewhere."""
    placeholder = QColor(palette.color(_Role.Text))
    placeholder.setAlpha(160)
    palette.setColor(_Role.PlaceholderText, placeholder)
    for role in (_Role.Highlight, _Role.Accent, _Role.Link):
        palette.setColor(role, accent)
    palette.setColor(_Role.HighlightedText, words)


def _fade(palette: QPalette, words: QColor, base: QColor) -> None:
    """What cannot be used now."""
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_DISABLED, role, words)
    palette.setColor(_DISABLED, _Role.Base, base)
    for role in (_Role.Highlight, _Role.Accent):
        palette.setColor(_DISABLED, role, QColor(145, 145, 145))
