"""The four named states and their colours, for light, dark and high-contrast palettes.

Text has a contrast of at least 4.5:1 to the window and to its state's surface, in high contrast at least 7:1.
Each colour has one meaning, so that it can be translated to the colour of another theme.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


class State(StrEnum):
    """The state of a notice or icon; always shown with an icon and words, never by colour alone."""

    INFORMATION = "information"
    DONE = "done"
    ATTENTION = "attention"
    PROBLEM = "problem"


class _Colours(NamedTuple):
    """The colours of one kind of palette, in the order of the states."""

    texts: tuple[str, str, str, str]
    surfaces: tuple[str, str, str, str]
    quiet: str

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.texts, *self.surfaces, self.quiet)


_LIGHT = _Colours(
    texts=("#1f5c99", "#1d6b3a", "#7a4f00", "#b3261e"),
    surfaces=("#e8f0f8", "#e6f2ea", "#fbf1dc", "#fbe9e7"),
    quiet="#565656",
)
_DARK = _Colours(
    texts=("#8ab8e6", "#7fc99a", "#e6b566", "#ff9a91"),
    surfaces=("#22303d", "#20332a", "#3a3020", "#402726"),
    quiet="#b4b4b4",
)
_ON_WHITE = _Colours(
    texts=("#003a75", "#004d1a", "#5c3a00", "#8a0000"),
    surfaces=("#f5faff", "#f2fff5", "#fffbf0", "#fff5f5"),
    quiet="#1a1a1a",
)
_ON_BLACK = _Colours(
    texts=("#9cd9ff", "#7dff9a", "#ffd24a", "#ffb3ab"),
    surfaces=("#000d17", "#00140a", "#171000", "#1c0400"),
    quiet="#ededed",
)
_MEANINGS: Mapping[str, int] = MappingProxyType(
    {name: index for colours in (_LIGHT, _DARK, _ON_WHITE, _ON_BLACK) for index, name in enumerate(colours.all)}
)
_ORDER = tuple(State)
_BLACK, _WHITE = 0, 255


def is_dark(palette: QPalette) -> bool:
    """Whether the palette has light text on dark."""
    return palette.base().color().lightness() < 128  # an input's window colour is only for its edge


def is_high_contrast(palette: QPalette) -> bool:
    """Whether the system asks for high contrast, or the palette is black and white only."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return True
    window, base, text = palette.window().color(), palette.base().color(), palette.text().color()
    if window != base and window.name() not in (*_ON_BLACK.surfaces, *_ON_WHITE.surfaces):
        return False
    return palette.button().color() == base and {base.lightness(), text.lightness()} == {_BLACK, _WHITE}


def state_colour(state: State, palette: QPalette) -> QColor:
    """Returns the colour of text and icons in `state`."""
    return QColor(_colours_of(palette).texts[_ORDER.index(state)])


def state_surface(state: State, palette: QPalette) -> QColor:
    """Returns the quiet background of a bar or box in `state`."""
    return QColor(_colours_of(palette).surfaces[_ORDER.index(state)])


def quiet_colour(palette: QPalette) -> QColor:
    """Returns the colour of secondary text, with a contrast of at least 4.5:1."""
    return QColor(_colours_of(palette).quiet)


def hairline_colour(palette: QPalette) -> QColor:
    """Returns the colour of the edges of cards and of the lines in lists; in high contrast that of the text."""
    if is_high_contrast(palette):
        return palette.windowText().color()
    return QColor("#3d3d3d" if is_dark(palette) else "#dedede")


def translated_colour(colour: QColor, palette: QPalette) -> QColor | None:
    """Returns the colour that means in `palette` what `colour` means in its theme; None if it is no state's."""
    index = _MEANINGS.get(colour.name())
    return None if index is None else QColor(_colours_of(palette).all[index])


def _colours_of(palette: QPalette) -> _Colours:
    if is_high_contrast(palette):
        return _ON_BLACK if is_dark(palette) else _ON_WHITE
    return _DARK if is_dark(palette) else _LIGHT
