"""Selected text and rows: where the system's own colours are too close, the background is made darker."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

_LEAST_CONTRAST = 4.5
_DARKER = 110


def make_selection_readable(application: QApplication) -> None:
    """See to it that selected text stands out from its background by at least 4.5:1."""
    palette = application.palette()
    background = readable_selection(palette)
    if background != palette.highlight().color():
        changed = QPalette()  # only this one colour is ours: the others go on following the system
        changed.setColor(QPalette.ColorRole.Highlight, background)
        application.setPalette(changed)


def readable_selection(palette: QPalette) -> QColor:
    """The background of a selection: the palette's own, or as much darker as its light text needs."""
    background, text = palette.highlight().color(), palette.highlightedText().color()
    while text.lightness() >= 128 and contrast(background, text) < _LEAST_CONTRAST:
        background = background.darker(_DARKER)
    return background


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
