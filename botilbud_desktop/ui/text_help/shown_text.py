"""The text that the dialog is about: to read only, with the place marked that the list speaks of."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.ui.fields.text.marks import Layer
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.style.states import State, state_colour, state_surface


class ShownText(TextInput):
    """Shows the text and marks places in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)
        self.setObjectName("text_help.text")
        self.setAccessibleName("Teksten")
        self.setReadOnly(True)

    def mark(self, places: Sequence[tuple[int, int]]) -> None:
        """Mark places, given as indices, and scroll to the first."""
        text = self.text()
        pieces = [self.piece(utf16_length(text[:start]), utf16_length(text[:end])) for start, end in places]
        look = QTextCharFormat()
        look.setBackground(state_surface(State.ATTENTION, self.palette()))
        look.setForeground(state_colour(State.ATTENTION, self.palette()))
        look.setFontUnderline(True)
        self.marks.show(Layer.PASSAGE, pieces, look)
        if places:
            self.show_position(places[0][0])
