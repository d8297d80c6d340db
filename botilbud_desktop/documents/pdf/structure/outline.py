"""The list of bookmarks (*outline*) that a reader shows beside the pages: the headings, and those below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from botilbud_desktop.documents.pdf.structure.elements import pdf_string

_LONGEST = 200


class Objects(Protocol):
    """Where objects of a file are put."""

    def reserve(self) -> int:
        """Returns the number of an object that is added later."""

    def add(self, number: int, code: str) -> None:
        """Adds the object of a number."""


class Bookmarked(NamedTuple):
    """A place that a bookmark leads to."""

    level: int
    """Counted from 0; at most one below that of the bookmark before."""
    title: str
    page: int
    """Counted from 0, in the order of drawing."""
    top: float


@dataclass(slots=True)
class _Node:
    number: int
    bookmark: Bookmarked | None = None
    kids: list["_Node"] = field(default_factory=list)


def write_outline(
    bookmarks: Sequence[Bookmarked], page_numbers: Sequence[int], root_number: int, store: Objects
) -> str:
    """Adds the bookmarks to the file, and returns their root. Those below the first level are closed.

    Args:
        bookmarks: in the order of the pages.
        page_numbers: the numbers of the pages in the file, in the order of drawing.
        root_number: the number of the root.
        store: takes the others.
    """
    root = _Node(root_number)
    path = [root]
    for bookmark in bookmarks:
        node = _Node(store.reserve(), bookmark)
        del path[bookmark.level + 1 :]
        path[-1].kids.append(node)
        path.append(node)
    for parent in _all(root):
        for index, node in enumerate(parent.kids):
            before = f"/Prev {parent.kids[index - 1].number} 0 R" if index else ""
            after = f"/Next {parent.kids[index + 1].number} 0 R" if index + 1 < len(parent.kids) else ""
            below = f"{_ends(node)}/Count -{len(node.kids)}" if node.kids else ""
            around = f"/Parent {parent.number} 0 R{before}{after}{below}"
            store.add(node.number, f"<<{_target(node, page_numbers)}{around}>>")
    return f"<</Type/Outlines{_ends(root)}/Count {len(root.kids)}>>"


def _target(node: _Node, page_numbers: Sequence[int]) -> str:
    """Returns the title and the place of a bookmark."""
    if node.bookmark is None:
        return ""
    _level, title, page, top = node.bookmark
    return f"/Title {pdf_string(title[:_LONGEST])}/Dest[{page_numbers[page]} 0 R/XYZ null {top:.1f} null]"


def _ends(node: _Node) -> str:
    return f"/First {node.kids[0].number} 0 R/Last {node.kids[-1].number} 0 R" if node.kids else ""


def _all(root: _Node) -> Iterator[_Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.kids)
