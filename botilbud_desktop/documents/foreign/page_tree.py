"""Finds the pages of a file, with what they inherit."""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.documents.foreign.engine import DictionaryObject, IndirectObject, Source
from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, TOO_MANY_PAGES, ForeignPdfError
from botilbud_desktop.documents.foreign.limits import DEEPEST, MOST_NODES, MOST_PAGES
from botilbud_desktop.documents.foreign.values import array, dictionary, resolved

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")


class FoundPage(NamedTuple):
    """A page as it stands in the file."""

    page: DictionaryObject
    inherited: dict[str, object]

    def get(self, key: str) -> object:
        """Returns the value of a key, of the page's own or inherited."""
        return self.page.raw_get(key) if key in self.page else self.inherited.get(key)


class _Node(NamedTuple):
    value: object
    inherited: dict[str, object]
    depth: int


def found_pages(source: Source) -> Iterator[FoundPage]:
    """Yields the pages in their order.

    Raises:
        ForeignPdfError: there are too many, or the tree of pages has no end.
    """
    root = source.root_object
    waiting = [_Node(root.raw_get("/Pages") if "/Pages" in root else None, {}, 0)]
    nodes = pages = 0
    while waiting:
        value, inherited, depth = waiting.pop()
        nodes += 1
        if nodes > MOST_NODES or depth > DEEPEST:
            raise ForeignPdfError(TOO_COMPLICATED)
        node = dictionary(value)
        if "/Kids" in node:
            inherited = inherited | {key: node.raw_get(key) for key in _INHERITED if key in node}
            kids = array(node.raw_get("/Kids"))
            if len(kids) > MOST_NODES:
                raise ForeignPdfError(TOO_MANY_PAGES.format(pages=MOST_PAGES))
            waiting += [_Node(kid, inherited, depth + 1) for kid in reversed(kids)]
        elif _is_page(node, value):
            pages += 1
            if pages > MOST_PAGES:
                raise ForeignPdfError(TOO_MANY_PAGES.format(pages=MOST_PAGES))
            yield FoundPage(node, inherited)


def _is_page(node: DictionaryObject, value: object) -> bool:
    """Whether a node is a page; a reference to nothing is none, as viewers see it."""
    if not node:
        return False
    return resolved(node.get("/Type")) in ("/Page", None) or isinstance(value, IndirectObject)
