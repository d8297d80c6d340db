"""What is marked in a text area, in layers: each layer is set for itself and painted over those before it."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


class Layer(IntEnum):
    """A reason to mark words, from the bottom up."""

    SURPLUS = 1
    """What is over the form's limit."""
    PASSAGE = 2
    """A sentence that something beside the text speaks of."""
    SPELLING = 3
    """Words that are not in the dictionaries."""
    MATCH = 4
    """What a search finds."""
    CURRENT_MATCH = 5
    """The one of them that was gone to."""


class Marks:
    """Marks words of one area. A mark moves along when something is typed before it."""

    def __init__(self, area: QPlainTextEdit) -> None:
        self._area = area
        self._layers: dict[Layer, list[QTextEdit.ExtraSelection]] = {}

    def show(self, layer: Layer, places: Sequence[QTextCursor], look: QTextCharFormat) -> None:
        """Mark what each cursor selects with `look`, in place of what the layer marked before."""
        if not places and layer not in self._layers:
            return
        marks = []
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = QTextCursor(place), look
            marks.append(mark)
        self._layers[layer] = marks
        if not marks:
            del self._layers[layer]
        self._area.setExtraSelections([mark for one in sorted(self._layers) for mark in self._layers[one]])

    def clear(self, layer: Layer) -> None:
        """Mark nothing in the layer."""
        self.show(layer, (), QTextCharFormat())
