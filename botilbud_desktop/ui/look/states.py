"""The four named states and their colours, each with a light and a dark value of at least 4.5:1 on the window."""

from enum import StrEnum

from PySide6.QtGui import QColor, QPalette


class State(StrEnum):
    """What a mark tells; always shown with an icon and words, never by colour alone."""

    INFORMATION = "information"
    DONE = "done"
    ATTENTION = "attention"
    PROBLEM = "problem"


_LIGHT = {
    State.INFORMATION: "#1f5c99",
    State.DONE: "#1d6b3a",
    State.ATTENTION: "#7a4f00",
    State.PROBLEM: "#b3261e",
}
_DARK = {
    State.INFORMATION: "#8ab8e6",
    State.DONE: "#7fc99a",
    State.ATTENTION: "#e6b566",
    State.PROBLEM: "#ff9a91",
}
_LIGHT_SURFACE = {
    State.INFORMATION: "#e8f0f8",
    State.DONE: "#e6f2ea",
    State.ATTENTION: "#fbf1dc",
    State.PROBLEM: "#fbe9e7",
}
_DARK_SURFACE = {
    State.INFORMATION: "#22303d",
    State.DONE: "#20332a",
    State.ATTENTION: "#3a3020",
    State.PROBLEM: "#402726",
}


def is_dark(palette: QPalette) -> bool:
    """Whether the palette is one of light text on dark."""
    return palette.window().color().lightness() < 128


def state_colour(state: State, palette: QPalette) -> QColor:
    """The colour of text and icons in `state`."""
    return QColor((_DARK if is_dark(palette) else _LIGHT)[state])


def state_surface(state: State, palette: QPalette) -> QColor:
    """The quiet background of a bar or box in `state`."""
    return QColor((_DARK_SURFACE if is_dark(palette) else _LIGHT_SURFACE)[state])


def quiet_colour(palette: QPalette) -> QColor:
    """The colour of secondary text: still at least 4.5:1."""
    return QColor("#b4b4b4" if is_dark(palette) else "#565656")
