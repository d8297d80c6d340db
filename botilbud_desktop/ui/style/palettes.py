"""The program's own palettes: for platforms that ignore a wish for light or dark, and for high contrast."""

from PySide6.QtGui import QColor, QPalette

_Role = QPalette.ColorRole
_DISABLED = QPalette.ColorGroup.Disabled


def light_palette() -> QPalette:
    """Returns dark text on light grey, like Fusion's palette."""
    window, text, faint = QColor(239, 239, 239), QColor(0, 0, 0), QColor(120, 120, 120)
    base, accent = QColor(255, 255, 255), QColor(36, 107, 156)
    palette = QPalette(text, window, window.lighter(150), window.darker(150), window.darker(130), text, base)
    palette.setColor(_Role.Midlight, QColor(202, 202, 202))
    palette.setColor(_Role.Shadow, QColor(118, 118, 118))
    _set_accent(palette, accent, QColor(255, 255, 255))
    _set_disabled(palette, faint, window)
    return palette


def dark_palette() -> QPalette:
    """Returns light text on dark grey, like Fusion's palette on a dark system."""
    window, text, faint = QColor(50, 50, 50), QColor(240, 240, 240), QColor(130, 130, 130)
    mid, dark = window.darker(130), window.darker(150)
    palette = QPalette(text, window, window.lighter(150), dark, mid, text, window.darker(140))
    palette.setColor(_Role.Midlight, mid.lighter(110))
    palette.setColor(_Role.Shadow, dark.darker(135))
    _set_accent(palette, QColor(48, 140, 198), text)
    _set_disabled(palette, faint, window)
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
    _set_accent(palette, QColor(26, 235, 255), black)
    palette.setColor(_Role.Link, QColor(255, 255, 0))
    _set_disabled(palette, QColor(63, 242, 63), black)
    return palette


def _set_accent(palette: QPalette, accent: QColor, text: QColor) -> None:
    """Sets the colours of selections, links and placeholders."""
    placeholder = QColor(palette.color(_Role.Text))
    placeholder.setAlpha(160)
    palette.setColor(_Role.PlaceholderText, placeholder)
    for role in (_Role.Highlight, _Role.Accent, _Role.Link):
        palette.setColor(role, accent)
    palette.setColor(_Role.HighlightedText, text)


def _set_disabled(palette: QPalette, text: QColor, base: QColor) -> None:
    """Sets the colours of disabled widgets."""
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(_DISABLED, role, text)
    palette.setColor(_DISABLED, _Role.Base, base)
    for role in (_Role.Highlight, _Role.Accent):
        palette.setColor(_DISABLED, role, QColor(145, 145, 145))
