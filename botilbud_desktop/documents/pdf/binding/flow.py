"""Fills pages with items from the top down."""

from collections.abc import Iterable
from typing import Protocol

from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.notes.items import Filling, Item, NewPage, height_in
from botilbud_desktop.documents.pdf.theme import BOTTOM_MARGIN, PAGE_HEIGHT, TOP_MARGIN

_TOP = PAGE_HEIGHT - TOP_MARGIN
_FUZZ = 0.01


class Surface(Protocol):
    """What pages are drawn on, one after the other."""

    def begin(self) -> None:
        """Begins a page."""

    def draw(self, item: Item, top: float) -> None:
        """Draws an item whose upper edge is `top` points above the foot of the page."""

    def end(self) -> None:
        """Ends the page."""


class Flow:
    """Pages that begin with a new one, and go on as long as items are added."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._y = _TOP
        self._after = 0.0
        """The room that the last item wants below it."""
        self._head: Item | None = None
        """The head of the table whose rows stand on this page last."""
        self._surface.begin()

    def add(self, items: Iterable[Item | NewPage]) -> None:
        """Places the items; those that stay with what follows wait for it."""
        kept: list[Item] = []
        for item in items:
            if isinstance(item, NewPage):
                self._place(kept)
                kept = []
                self._next_page(only_if_used=True)
                continue
            kept.append(item)
            if not item.keeps:
                self._place(kept)
                kept = []
        self._place(kept)

    def fill(self, flowable: Flowable) -> None:
        """Places something that takes all the room that is left, or a page where too little is."""
        before = 0.0 if self._is_at_top else self._after
        height = height_in(flowable, self._room - before)
        if height > self._room - before + _FUZZ:
            self._next_page(only_if_used=True)
            before, height = 0.0, height_in(flowable, self._room)
        self._draw(Filling(flowable, height), before)

    def end(self) -> None:
        """Ends the last page."""
        self._surface.end()

    def _place(self, items: list[Item]) -> None:
        """Draws items of which the first ones stay with the last."""
        wanted = sum(item.before + item.height + item.after for item in items[:-1])
        wanted += sum(item.before + item.least for item in items[-1:])
        if wanted > self._room:
            self._next_page(only_if_used=True)
        for item in items:
            self._put(item)

    def _put(self, item: Item) -> None:
        """Draws an item, over as many pages as it needs."""
        while True:
            self._repeat_head(item)
            before = 0.0 if self._is_at_top else max(item.before, self._after)
            room = self._room - before
            if item.height <= room + _FUZZ:
                self._draw(item, before)
                return
            pieces = item.split(room) if item.least <= room or self._is_at_top else None
            if pieces is not None:
                first, item = pieces
                self._draw(first, before)
            elif self._is_at_top:
                self._draw(item, before)  # a single line that is taller than a page
                return
            self._next_page()

    def _repeat_head(self, item: Item) -> None:
        """Draws the head of the item's table, where the page has not got it."""
        if item.head is not None and item.head is not self._head:
            self._draw(item.head, 0.0)

    def _draw(self, item: Item, before: float) -> None:
        top = self._y - before
        self._surface.draw(item, top)
        self._y = top - item.height
        self._after = item.after
        self._head = item.head or item

    @property
    def _is_at_top(self) -> bool:
        """Whether the page is empty but for the head of a table."""
        return self._y >= _TOP

    @property
    def _room(self) -> float:
        return self._y - BOTTOM_MARGIN

    def _next_page(self, *, only_if_used: bool = False) -> None:
        if only_if_used and self._y >= _TOP:
            return
        self._surface.end()
        self._surface.begin()
        self._y, self._after, self._head = _TOP, 0.0, None
