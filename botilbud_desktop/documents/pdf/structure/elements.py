"""The elements of a document's structure, and the tree that they grow into while the pages are drawn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Self

PARAGRAPH = "P"
COLUMN_HEAD = "/A<</O/Table/Scope/Column>>"
"""The attributes of a cell that is the head of its column."""
ROW_HEAD = "/A<</O/Table/Scope/Row>>"
"""The attributes of a cell that is the head of its row."""
NUMBERED = "/A<</O/List/ListNumbering/Decimal>>"
"""The attributes of a list whose items are numbered."""
BULLETS = "/A<</O/List/ListNumbering/Disc>>"
"""The attributes of a list whose items begin with dots."""

_HEADING = re.compile("H[1-6]")


def summary(title: str) -> str:
    """Returns the attributes of a table that tell what it is."""
    return f"/A<</O/Table/Summary {pdf_string(title)}>>"


def pdf_string(text: str) -> str:
    """Returns a text as it stands in a dictionary of a PDF: nothing in it has a meaning there."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


class Mark(NamedTuple):
    """A marked content: a piece of a page that belongs to an element."""

    page: int
    """Counted from 0."""
    number: int
    """Counted from 0 on its page (*MCID*)."""


class Reference(NamedTuple):
    """An object that belongs to an element, such as the area of a link."""

    page: int
    """Counted from 0."""
    number: int
    """Its number in the file."""


class Done(NamedTuple):
    """An element that is in the file already, with all that is in it."""

    number: int
    """Its number in the file."""


@dataclass(slots=True, eq=False)
class Element:
    """An element: a heading, a paragraph, a table, a cell.

    It joins its parent's `kids` when its first piece is drawn, so the tree has the order of the pages. Rows and cells
    of a table join at once (`child`): a cell is there though nothing is in it.
    """

    role: str
    """PDF's name of its kind, such as `P`, `H1`, `TD`."""
    parent: Self | None = None
    """None: the document itself."""
    attributes: str = ""
    """What else stands in its dictionary."""
    kids: list["Element | Mark | Reference | Done"] = field(default_factory=list)
    is_placed: bool = False
    """Whether it is among the `kids` of its parent."""

    @property
    def is_heading(self) -> bool:
        """Whether it is one, of any level."""
        return _HEADING.fullmatch(self.role) is not None

    def child(self, role: str, attributes: str = "") -> "Element":
        """Adds an element at the end."""
        made = Element(role, self, attributes, is_placed=True)
        self.kids.append(made)
        return made


class Tree:
    """The elements of a document, or of a part of one, from `Document` down."""

    def __init__(self, role: str = "Document") -> None:
        self.document = Element(role, is_placed=True)
        self._level = 0
        """The level of the last heading."""

    def place(self, element: Element) -> None:
        """Ensures that an element and those around it are part of the tree; new ones come last."""
        while element is not self.document:
            parent = element.parent or self.document
            if not element.is_placed:
                element.role = self._without_skipping(element.role)
                element.is_placed = True
                parent.kids.append(element)
            element = parent

    def elements(self) -> Iterator[tuple[Element, Element | None]]:
        """Yields each element with its parent, in the order of reading."""
        yield from elements_from(self.document, None)

    def _without_skipping(self, role: str) -> str:
        """Returns the role; a heading is at most one level below the last one."""
        if not _HEADING.fullmatch(role):
            return role
        self._level = min(int(role[1:]), self._level + 1)
        return f"H{self._level}"


def elements_from(first: Element, around: Element | None) -> Iterator[tuple[Element, Element | None]]:
    """Yields an element that stands in another, and all in it, each with its parent, in the order of reading."""
    waiting = [(first, around)]
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting += [(kid, element) for kid in reversed(element.kids) if isinstance(kid, Element)]
