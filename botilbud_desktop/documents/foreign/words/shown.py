"""Follows what a page draws, as far as it is text: where each string stands, how large, and in which font."""

from collections.abc import Sequence

from botilbud_desktop.documents.foreign.boxes import IDENTITY, Matrix, matrix
from botilbud_desktop.documents.foreign.drawing.unpacking import Unpacking
from botilbud_desktop.documents.foreign.engine import ArrayObject, DictionaryObject, Source, StreamObject
from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.limits import DEEPEST_DRAWING
from botilbud_desktop.documents.foreign.page_tree import FoundPage
from botilbud_desktop.documents.foreign.values import dictionary, number, resolved
from botilbud_desktop.documents.foreign.words.fonts import Font
from botilbud_desktop.documents.foreign.words.painter import Painter
from botilbud_desktop.documents.foreign.words.placed import PageText
from botilbud_desktop.documents.foreign.words.tokens import operations

_MOST_STREAMS = 5_000
_TURNED: dict[int, Matrix] = {90: (0, -1, 1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, 1, -1, 0, 0, 0)}


class Shown:
    """Reads the pages of one file."""

    def __init__(self, source: Source) -> None:
        self._meter = source.meter
        self._unpacking = Unpacking(source.meter)
        self._fonts: dict[int, Font] = {}
        """By the identity of what the file says of a font."""
        self._held: list[object] = []
        """Keeps alive what is known by its identity."""

    def page(self, found: FoundPage) -> PageText:
        """Returns what a page shows.

        Raises:
            ForeignPdfError: it cannot be unpacked, or draws too much.
        """
        degrees = number(resolved(found.get("/Rotate"))) or 0
        painter = Painter(_TURNED.get(int(degrees) % 360, IDENTITY), self._meter)
        contents = resolved(found.get("/Contents"))
        streams = [resolved(one) for one in contents] if isinstance(contents, ArrayObject) else [contents]
        if len(streams) > _MOST_STREAMS:
            raise ForeignPdfError(TOO_COMPLICATED)
        own = [one for one in streams if isinstance(one, StreamObject)]
        self._run(own, (dictionary(found.get("/Resources")),), painter, 0)
        return painter.page_text()

    def _run(
        self, streams: list[StreamObject], resources: Sequence[DictionaryObject], painter: Painter, depth: int
    ) -> None:
        content = self._unpacking.content(streams)
        outer = painter.depth
        for operator, operands in operations(content, self._meter):
            if operator == b"Tf" and operands:
                size = operands[1] if len(operands) > 1 else None
                painter.set_font(self._font(operands[0], resources), size if isinstance(size, float) else 0.0)
            elif operator == b"Do" and operands:
                self._draw(operands[0], resources, painter, depth)
            elif operator == b"BI":
                painter.pictures += 1
            elif operator != b"Q" or painter.depth > outer:
                painter.take(operator, operands)
        painter.restore_to(outer)

    def _draw(self, name: object, resources: Sequence[DictionaryObject], painter: Painter, depth: int) -> None:
        drawn = _named("/XObject", name, resources)
        if not isinstance(drawn, StreamObject):
            return
        self._meter.work(20)
        if resolved(drawn.get("/Subtype")) == "/Image":
            painter.pictures += 1
            return
        if depth >= DEEPEST_DRAWING:
            raise ForeignPdfError(TOO_COMPLICATED)
        painter.save()
        painter.move(matrix(drawn.get("/Matrix")))
        self._run([drawn], (dictionary(drawn.get("/Resources")), *resources[-1:]), painter, depth + 1)
        painter.restore()

    def _font(self, name: object, resources: Sequence[DictionaryObject]) -> Font | None:
        found = _named("/Font", name, resources)
        if not isinstance(found, DictionaryObject):
            return None
        known = self._fonts.get(id(found))
        if known is None:
            self._meter.work(100)
            known = self._fonts[id(found)] = Font(found, self._meter, self._unpacking)
            self._held.append(found)
        return known


def _named(category: str, name: object, resources: Sequence[DictionaryObject]) -> object:
    for each in resources:
        named = dictionary(each.get(category))
        if isinstance(name, str) and name in named:
            return resolved(named.raw_get(name))
    return None
