"""Marks the sentences of a text that something beside it speaks of, until they are not asked for any more."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor

from botilbud_desktop.rules.text_results import Span
from botilbud_desktop.ui.fields.text.marks import Layer
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.style.states import State, state_colour, state_surface


class Passages(QObject):
    """The marked sentences of one area. They move along with what is typed, and belong to one topic at a time."""

    def __init__(self, area: TextInput) -> None:
        super().__init__(area)
        self._area = area
        self._places: list[QTextCursor] = []
        self._topic = ""
        area.recoloured.connect(self._mark)

    @property
    def topic(self) -> str:
        """What the marked sentences are about; "" while none is marked."""
        return self._topic if any(place.hasSelection() for place in self._places) else ""

    def show(self, topic: str, spans: Sequence[Span]) -> None:
        """Mark these pieces of the text, in its order, instead of what was marked."""
        self._topic = topic
        self._places = [self._area.piece(start, end) for start, end in self._area.positions_of(spans)]
        self._mark()

    def follow(self, topic: str, spans: Sequence[Span]) -> None:
        """Mark these pieces if it is this topic that is shown: the text was judged anew."""
        if topic != self._topic:
            return
        if not spans:
            self.clear()
        elif self._area.positions_of(spans) != [(one.selectionStart(), one.selectionEnd()) for one in self._places]:
            self.show(topic, spans)

    def clear(self) -> None:
        """Mark nothing."""
        if self._topic:
            self.show("", ())

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setBackground(state_surface(State.INFORMATION, self._area.palette()))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(state_colour(State.INFORMATION, self._area.palette()))
        self._area.marks.show(Layer.PASSAGE, self._places, look)
