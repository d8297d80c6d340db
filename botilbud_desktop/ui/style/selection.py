"""Selected text and rows: the background is darkened where the system's colours have too little contrast."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

_LEAST_CONTRAST = 4.5
_DARKER = 110


def make_selection_readable(application: QApplication) -> None:
    """Gives selected text a contrast of at least 4.5:1 to its background."""
    palette = application.palette()
    background = readable_selection(palette)
    if background != palette.highlight().color():
        changed = QPalette()  # only this colour is set: the others still follow the system
        changed.setColor(QPalette.ColorRole.Highlight, background)
        application.setPalette(changed)


def readable_selection(palette: QPalette) -> QColor:
    """Returns the palette's selection background, darkened as far as its light text needs."""
    background, text = palette.highlight().color(), palette.highlightedText().color()
    while text.lightness() >= 128 and contrast(background, text) < _LEAST_CONTRAST:
        background = background.darker(_DARKER)
    return background


def contrast(one: QColor, other: QColor) -> float:
    """Returns the contrast of two colours as WCAG defines it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
