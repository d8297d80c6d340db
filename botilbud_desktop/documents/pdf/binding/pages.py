"""The pages of bound papers: what each of them has at its head and foot, and the items between."""

from collections.abc import Callable
from typing import NamedTuple

from botilbud_desktop.documents.pdf.binding.canvas import BoundCanvas
from botilbud_desktop.documents.pdf.notes.items import Item
from botilbud_desktop.documents.pdf.page_lines import (
    FOOTER_TOP,
    HEADER_TOP,
    LINE,
    PAGE_NUMBER_WIDTH,
    SIZE,
    draw,
    draw_right,
    draw_rules,
)
from botilbud_desktop.documents.pdf.text import fitted
from botilbud_desktop.documents.pdf.theme import (
    INK,
    PAGE_WIDTH,
    QUIET,
    SIDE_MARGIN,
    TEXT_WIDTH,
    Font,
    Theme,
    text_width,
)

_BETWEEN = 12.0
"""The least room between two texts on a line."""
_BEFORE_CODE = " · "
_DEEPEST_BOOKMARK = 2
"""The level of headings that have bookmarks of their own."""


class PageLines(NamedTuple):
    """The texts at the head and the foot of pages."""

    head: str
    """What the papers are, on the left: `3.5 Lånepulje til botilbud`."""
    label: str = ""
    """The numbers of the annex, on the right."""
    title: str = ""
    """Its title, below the head."""
    foot: str = ""
    """What is said of all that stands on the pages."""


class Counted:
    """Counts pages without drawing them."""

    def __init__(self) -> None:
        self.pages = 0

    def begin(self) -> None:
        """Counts a page."""
        self.pages += 1

    def draw(self, item: Item, top: float) -> None:
        """Does nothing."""

    def end(self) -> None:
        """Does nothing."""


class Pages:
    """Pages of a part with the same head and foot.

    The head is read aloud on the first page of all, the foot on the first of these; label and title never, since the
    annex begins with both.
    """

    def __init__(
        self,
        canvas: BoundCanvas,
        lines: PageLines,
        theme: Theme,
        ask: Callable[[], None],
        *,
        reads_head: bool = False,
    ) -> None:
        """`ask` is called before each page: it raises an error to end it."""
        self._canvas = canvas
        self._lines = lines
        self._theme = theme
        self._ask = ask
        self._reads_head = reads_head
        self._reads_foot = True

    def begin(self) -> None:
        """Draws the head and the foot."""
        self._ask()
        canvas, lines = self._canvas, self._lines
        regular, bold = self._theme.body.font, self._theme.strong.font
        right = PAGE_WIDTH - SIDE_MARGIN
        canvas.saveState()
        room = TEXT_WIDTH - text_width(lines.label, bold, SIZE) - _BETWEEN
        canvas.open_text(is_read=self._reads_head)
        draw(canvas, fitted(lines.head, bold, SIZE, room), bold, INK, SIDE_MARGIN, HEADER_TOP)
        canvas.close()
        if lines.label:
            canvas.open_text(is_read=False)
            draw_right(canvas, lines.label, bold, INK, right, HEADER_TOP)
            canvas.close()
        if lines.title:
            canvas.open_text(is_read=False)
            draw(canvas, fitted(lines.title, regular, SIZE, TEXT_WIDTH), regular, QUIET, SIDE_MARGIN, HEADER_TOP - LINE)
            canvas.close()
        if lines.foot:
            canvas.open_text(is_read=self._reads_foot)
            draw(canvas, foot_line(lines.foot, regular), regular, QUIET, SIDE_MARGIN, FOOTER_TOP)
            canvas.close()
        draw_rules(canvas)
        canvas.restoreState()
        self._reads_head = self._reads_foot = False

    def draw(self, item: Item, top: float) -> None:
        """Draws an item, and makes a bookmark for a heading."""
        if item.bookmark is not None and item.bookmark.level <= _DEEPEST_BOOKMARK:
            self._canvas.bookmark(max(item.bookmark.level, 1) - 1, item.bookmark.text, top)
        item.draw(self._canvas, SIDE_MARGIN, top)

    def end(self) -> None:
        """Ends the page."""
        self._canvas.showPage()


def foot_line(text: str, font: Font) -> str:
    """Returns a text on one line beside the page number; its last part, such as the check code, is never cut."""
    before, dot, last = text.rpartition(_BEFORE_CODE)
    room = TEXT_WIDTH - PAGE_NUMBER_WIDTH
    if not dot:
        return fitted(text, font, SIZE, room)
    end = f"{dot}{fitted(last, font, SIZE, room / 2)}"
    return fitted(before, font, SIZE, room - text_width(end, font, SIZE)) + end
