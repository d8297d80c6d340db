"""Writes a document's structure and metadata into its PDF."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from botilbud_desktop.documents.pdf.engine import PdfObject
from botilbud_desktop.documents.pdf.structure.elements import Done, Element, Mark, Reference, Tree
from botilbud_desktop.documents.pdf.structure.metadata import metadata
from botilbud_desktop.documents.pdf.structure.outline import Bookmarked, write_outline


class TaggedPage(NamedTuple):
    """A finished page."""

    page: Any
    """The page, as reportlab knows it."""
    elements: list[Element]
    """The element of each marked content, by its number."""


class Written(PdfObject):  # type: ignore[misc]
    """An object whose text in the file is known."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, _document: Any) -> bytes:
        """Returns the text."""
        return self.content


def write_structure(document: Any, tree: Tree, pages: Sequence[TaggedPage]) -> None:
    """Adds the structure and the metadata to reportlab's `document`, whose pages are finished."""
    root, parents = Written(), Written()
    root_number, parents_number = number_in(document, root), number_in(document, parents)
    elements = [*tree.elements()]
    objects = [Written() for _ in elements]
    numbers = {
        id(element): number_in(document, object_) for (element, _), object_ in zip(elements, objects, strict=True)
    }
    of_pages = _numbers_of(document, pages)
    for (element, parent), object_ in zip(elements, objects, strict=True):
        around = root_number if parent is None else numbers[id(parent)]
        code = element_code(element, around, lambda kid: numbers[id(kid)], of_pages)
        object_.content = code.encode("ascii")
    root.content = (
        f"<</Type/StructTreeRoot/K {numbers[id(tree.document)]} 0 R/ParentTree {parents_number} 0 R"
        f"/ParentTreeNextKey {len(pages)}>>"
    ).encode("ascii")
    parents.content = _parents(pages, numbers).encode("ascii")
    write_catalog(document, root)


def write_bookmarks(document: Any, bookmarks: Sequence[Bookmarked], pages: Sequence[TaggedPage]) -> None:
    """Adds the bookmarks to reportlab's `document`, whose pages are finished; nothing without any."""
    if bookmarks:
        root = _Outline()
        number = number_in(document, root)
        code = write_outline(bookmarks, _numbers_of(document, pages), number, _Objects(document))
        root.content = code.encode("ascii")
        document.Outlines = document.Catalog.Outlines = root


class _Outline(Written):
    """The root of the bookmarks, in the place of reportlab's own."""

    ready = 1

    def prepare(self, _document: Any, _canvas: Any) -> None:
        """Does nothing: it is written already."""


class _Objects:
    """Puts objects into a document of reportlab's."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._reserved: dict[int, Written] = {}

    def reserve(self) -> int:
        """Returns the number of an object that is added later."""
        object_ = Written()
        number = number_in(self._document, object_)
        self._reserved[number] = object_
        return number

    def add(self, number: int, code: str) -> None:
        """Adds the object of a number."""
        self._reserved[number].content = code.encode("ascii")


def _numbers_of(document: Any, pages: Sequence[TaggedPage]) -> list[int]:
    return [int(document.idToObjectNumberAndVersion[tagged.page.__InternalName__][0]) for tagged in pages]


def write_catalog(document: Any, root: Written) -> None:
    """Says that the document has a structure, and adds the metadata."""
    catalog = document.Catalog
    catalog.StructTreeRoot = root
    catalog.MarkInfo = Written(b"<</Marked true>>")
    catalog.Metadata = Written(metadata(document.info.title, document.info.producer))


def number_in(document: Any, object_: Written) -> int:
    """Returns the number that the object gets in the file of reportlab's `document`."""
    name = document.Reference(object_).name
    return int(document.idToObjectNumberAndVersion[name][0])


def element_code(element: Element, parent: int, number_of: Callable[[Element], int], of_pages: Sequence[int]) -> str:
    """Returns the dictionary of an element. It names the page of its first piece; pieces on others name theirs.

    Args:
        element: the element, with all that is in it.
        parent: the number in the file of what it stands in.
        number_of: tells the number of an element in it.
        of_pages: the numbers of the pages, by their place.
    """
    page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), -1)

    def code(kid: Element | Mark | Reference | Done) -> str:
        if isinstance(kid, Done):
            return f"{kid.number} 0 R"
        if isinstance(kid, Element):
            return f"{number_of(kid)} 0 R"
        if isinstance(kid, Reference):
            return f"<</Type/OBJR/Pg {of_pages[kid.page]} 0 R/Obj {kid.number} 0 R>>"
        return str(kid.number) if kid.page == page else f"<</Type/MCR/Pg {of_pages[kid.page]} 0 R/MCID {kid.number}>>"

    kids = [code(kid) for kid in element.kids]
    shown = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
    on_page = "" if page < 0 else f"/Pg {of_pages[page]} 0 R"
    return f"<</S/{element.role}/P {parent} 0 R{on_page}{element.attributes}{shown}>>"


def _parents(pages: Sequence[TaggedPage], numbers: dict[int, int]) -> str:
    """Returns the tree that leads from a page's marked contents to their elements."""
    each = (
        f"{index}[{' '.join(f'{numbers[id(element)]} 0 R' for element in tagged.elements)}]"
        for index, tagged in enumerate(pages)
    )
    return f"<</Nums[{' '.join(each)}]>>"
