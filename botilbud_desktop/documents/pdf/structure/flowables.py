"""Paragraphs and tables that tell the canvas what they are while they are drawn."""

from functools import partial
from typing import Any

from botilbud_desktop.documents.pdf.engine import Canvas, Flowable, Paragraph, Table, TextObject, stringWidth
from botilbud_desktop.documents.pdf.structure.canvas import END, REPEATED, RULES
from botilbud_desktop.documents.pdf.structure.elements import BULLETS, NUMBERED, Element
from botilbud_desktop.documents.pdf.structure.reading import SOFT_HYPHEN, Reading
from botilbud_desktop.documents.pdf.structure.tying import HYPHEN_AND_SPACE, tied
from botilbud_desktop.domain.text.hidden_marks import HARD_SPACE


class TaggedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph with a `reading`. One that is drawn again, in the repeated head of a table, is an artifact."""

    reading: Reading
    _is_drawn = False
    _broken_for = 0.0
    """The width for which it is broken into lines, with the size that it has then."""
    _untied: list[str] | None = None
    """The texts of its runs as they were made; None before it is laid out, and none of a piece, which is tied."""
    _size = (0.0, 0.0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Breaks the text into lines; once for each width, though whoever lays it out asks again and again."""
        if width != self._broken_for:
            self._tie(width)
            self._size, self._broken_for = super().wrap(width, height), width
        return self._size

    def split(self, width: float, height: float) -> list[Flowable]:
        """Splits the paragraph at the foot of a page; the pieces are one text."""
        pieces: list[Flowable] = super().split(width, height)
        if not pieces:
            self._broken_for = 0.0  # reportlab has forgotten the lines
        for piece in pieces:
            piece.reading = self.reading
            piece._untied = []
        return pieces

    def _tie(self, width: float) -> None:
        """Ties `bo- og`, so that no line ends with the hyphen, wherever the two words fit on a line together."""
        if self._untied is None:
            self._untied = [run.text for run in self.frags]
        for run, text in zip(self.frags, self._untied, strict=False):
            if HYPHEN_AND_SPACE in text:
                run.text = tied(text, partial(_fits, run, width))

    def beginText(self, x: float, y: float) -> "LineText":
        """Begins the lines of this piece."""
        text = LineText(self.canv, x, y, None if self._is_drawn else self.reading)
        self._is_drawn = True
        return text


class TaggedTable(Table):  # type: ignore[misc]
    """A table whose rules are artifacts. Its cells are told apart by `cells.py`."""

    def _drawLines(self) -> None:
        if self._linecmds:
            self.canv.open_artifact(RULES)
            super()._drawLines()
            self.canv.close()


class LineText(TextObject):  # type: ignore[misc]
    """The lines of a paragraph, as marked content of its element."""

    def __init__(self, canvas: Canvas, x: float, y: float, reading: Reading | None) -> None:
        """Without a `reading` the lines are an artifact."""
        super().__init__(canvas, x, y)
        self._reading = reading
        self._line = ""
        self._is_open = False

    def _textOut(self, text: str, is_last: int = 0) -> None:
        """Draws a part of a line."""
        if not self._is_open:
            text = self._open(text)
        self._line += text
        if self._reading is not None and self._reading.is_broken_after(self._line) and text:
            text = text[:-1] + SOFT_HYPHEN
        if is_last:
            text += " " if self._reading is None else self._reading.ending(self._line)
            self._line = ""
        if self._reading is None or self._reading.is_own:
            text = text.replace(HARD_SPACE, " ")
        super()._textOut(text, is_last)

    def getCode(self) -> Any:
        """Returns the code of the lines."""
        if self._is_open:
            self._code.append(END)
        return super().getCode()

    def _open(self, text: str) -> str:
        """Opens the marked content; returns what of the text is still to be drawn, without a label."""
        self._is_open = True
        reading = self._reading
        if reading is None:
            self._code.append(REPEATED)
            return text
        if reading.label_element is not None and not reading.is_begun and text.startswith(reading.label):
            self._code.append(self._canvas.opening(reading.label_element))
            super()._textOut(reading.label)
            self._code.append(END)
            self._line = reading.label
            text = text[len(reading.label) :]
        self._code.append(self._canvas.opening(reading.element))
        if reading.element.is_heading and not reading.is_begun:
            _, y = self._canvas.absolutePosition(self._x0, self._y0)
            self._canvas.heading(reading.element, reading.title, y + self._leading)
        return text


def _fits(run: Any, width: float, words: str) -> bool:
    """Whether words fit on one line of `width` points, in the letters of a run."""
    return float(stringWidth(words, run.fontName, run.fontSize)) <= width


def as_one(flowables: list[Flowable], element: Element) -> list[Flowable]:
    """Makes the paragraphs one element; returns them."""
    for flowable in flowables:
        if isinstance(flowable, TaggedParagraph):
            flowable.reading.element = element
    return flowables


def as_heading(flowables: list[Flowable], level: int) -> list[Flowable]:
    """Makes the paragraphs one heading; returns them."""
    return as_one(flowables, Element(f"H{level}"))


def as_list(items: list[tuple[str, list[Flowable]]], *, is_numbered: bool = True) -> list[Flowable]:
    """Makes a list of items: the number or dot that the first paragraph begins with, and the paragraphs."""
    whole = Element("L", attributes=NUMBERED if is_numbered else BULLETS)
    for label, flowables in items:
        item = Element("LI", whole)
        body = Element("LBody", item)
        for index, paragraph in enumerate(part for part in flowables if isinstance(part, TaggedParagraph)):
            paragraph.reading.element = body
            if not index:
                paragraph.reading.label = f"{label} "
                paragraph.reading.label_element = Element("Lbl", item)
    return [flowable for _, flowables in items for flowable in flowables]
