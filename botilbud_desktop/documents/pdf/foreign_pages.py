"""Pages of a PDF of others as flowables: each is drawn within our own page, below its head and above its foot.

For readers who hear the document a page is a picture with a text in its place, since its own structure is not taken
along. The text on it can be searched and copied as before.
"""

from typing import NamedTuple

from botilbud_desktop.documents.foreign.records import ForeignPage, ForeignPdf
from botilbud_desktop.documents.foreign.syntax import numbers, text_string
from botilbud_desktop.documents.pdf.embedding import Embedding
from botilbud_desktop.documents.pdf.engine import Flowable, PlacedFlowable
from botilbud_desktop.documents.pdf.structure.canvas import RULES
from botilbud_desktop.documents.pdf.structure.elements import Element
from botilbud_desktop.documents.pdf.theme import RULE, TEXT_HEIGHT, THIN

_LEAST_ROOM = 0.75
"""The part of a page's height that a foreign page shares with what stands above it, such as a heading."""
_WORTH_TURNING = 1.2
"""A wide page is turned when it becomes so many times larger by it."""
_MARGIN = 0.5
"""Keeps the line around the page within the frame, in points."""


def foreign_pages(pdf: ForeignPdf, *, embedding: Embedding | None = None) -> list[Flowable]:
    """Returns a flowable for each page of `pdf`; each fills what is left of a page of ours.

    A heading may stand above the first. `embedding`: of the same PDF, if it is drawn in several places.
    """
    shared = embedding or Embedding(pdf)
    return [ForeignPageFlowable(pdf, page, shared) for page in pdf.pages]


class ForeignPageFlowable(PlacedFlowable):  # type: ignore[misc]
    """One page."""

    def __init__(self, pdf: ForeignPdf, page: ForeignPage, embedding: Embedding) -> None:
        super().__init__()
        self._page = page
        self._embedding = embedding
        self._text = f"Side {page.number} af {len(pdf.pages)} i »{pdf.name}«, som det er vedlagt"

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Takes all the room that is left, or that of a whole page where too little is."""
        self.width = width
        self.height = height if height >= _LEAST_ROOM * TEXT_HEIGHT else TEXT_HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draws the page at the top of the room, in the middle, with a thin line around it."""
        canvas = self.canv
        place = placed(self._page, self.width - 2 * _MARGIN, self.height - 2 * _MARGIN)
        left = (self.width - place.width) / 2
        bottom = self.height - _MARGIN - place.height
        x, y = canvas.absolutePosition(left, bottom)
        bounds = numbers(x, y, x + place.width, y + place.height).decode("ascii")
        alternative = text_string(self._text).decode("ascii")
        figure = Element("Figure", attributes=f"/Alt{alternative}/A<</O/Layout/Placement/Block/BBox[{bounds}]>>")
        canvas.saveState()
        canvas.translate(left, bottom)
        canvas._code.append(canvas.opening(figure))
        canvas.saveState()
        canvas.transform(*place.matrix)
        self._embedding.draw(canvas, self._page.form)
        canvas.restoreState()
        canvas.close()
        canvas.open_artifact(RULES)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(THIN)
        canvas.rect(0, 0, place.width, place.height)
        canvas.close()
        canvas.restoreState()


class Place(NamedTuple):
    """How a page is drawn."""

    width: float
    """In points, as it is drawn."""
    height: float
    matrix: tuple[float, float, float, float, float, float]
    """From the page's units to points, with the corner at the lower left at 0."""


def placed(page: ForeignPage, width: float, height: float) -> Place:
    """Fits a page into a room; it is never enlarged. A wide page is turned, to be read from the right-hand side."""
    scale = min(1.0, width / page.width, height / page.height)
    turned = min(1.0, width / page.height, height / page.width)
    if page.width > page.height and turned > _WORTH_TURNING * scale:
        return _drawn(page, turned, (page.rotation + 270) % 360, page.height, page.width)
    return _drawn(page, scale, page.rotation, page.width, page.height)


def _drawn(page: ForeignPage, scale: float, rotation: int, width: float, height: float) -> Place:
    """Draws a page turned clockwise by `rotation`; `width` and `height`: its size as turned, before `scale`."""
    left, bottom, right, top = page.box
    by = scale * page.unit
    match rotation:
        case 90:
            matrix = (0.0, -by, by, 0.0, -by * bottom, by * right)
        case 180:
            matrix = (-by, 0.0, 0.0, -by, by * right, by * top)
        case 270:
            matrix = (0.0, by, -by, 0.0, by * top, -by * left)
        case _:
            matrix = (by, 0.0, 0.0, by, -by * left, -by * bottom)
    return Place(scale * width, scale * height, matrix)
