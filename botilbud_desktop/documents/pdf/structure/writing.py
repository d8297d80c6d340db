"""Writes a document's structure and metadata into its PDF."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from botilbud_desktop.documents.pdf.engine import PdfObject
from botilbud_desktop.documents.pdf.structure.elements import Element, Mark, Tree
from botilbud_desktop.documents.pdf.structure.metadata import metadata


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
    root_number, parents_number = _number(root, document), _number(parents, document)
    elements = [*tree.elements()]
    objects = [Written() for _ in elements]
    numbers = {id(element): _number(object_, document) for (element, _), object_ in zip(elements, objects, strict=True)}
    of_pages = [document.idToObjectNumberAndVersion[tagged.page.__InternalName__][0] for tagged in pages]
    for (element, parent), object_ in zip(elements, objects, strict=True):
        around = root_number if parent is None else numbers[id(parent)]
        object_.content = _element(element, around, numbers, of_pages).encode("ascii")
    root.content = (
        f"<</Type/StructTreeRoot/K {numbers[id(tree.document)]} 0 R/ParentTree {parents_number} 0 R"
        f"/ParentTreeNextKey {len(pages)}>>"
    ).encode("ascii")
    parents.content = _parents(pages, numbers).encode("ascii")
    catalog = document.Catalog
    catalog.StructTreeRoot = root
    catalog.MarkInfo = Written(b"<</Marked true>>")
    catalog.Metadata = Written(metadata(document.info.title, document.info.producer))


def _number(object_: Written, document: Any) -> int:
    """Returns the number that the object gets in the file."""
    name = document.Reference(object_).name
    return int(document.idToObjectNumberAndVersion[name][0])


def _element(element: Element, parent: int, numbers: dict[int, int], of_pages: Sequence[int]) -> str:
    """Returns the dictionary of an element. It names the page of its first piece; pieces on others name theirs."""
    marks = [kid for kid in element.kids if isinstance(kid, Mark)]
    page = f"/Pg {of_pages[marks[0].page]} 0 R" if marks else ""
    kids = [
        f"{numbers[id(kid)]} 0 R"
        if isinstance(kid, Element)
        else str(kid.number)
        if kid.page == marks[0].page
        else f"<</Type/MCR/Pg {of_pages[kid.page]} 0 R/MCID {kid.number}>>"
        for kid in element.kids
    ]
    shown = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
    return f"<</S/{element.role}/P {parent} 0 R{page}{element.attributes}{shown}>>"


def _parents(pages: Sequence[TaggedPage], numbers: dict[int, int]) -> str:
    """Returns the tree that leads from a page's marked contents to their elements."""
    each = (
        f"{index}[{' '.join(f'{numbers[id(element)]} 0 R' for element in tagged.elements)}]"
        for index, tagged in enumerate(pages)
    )
    return f"<</Nums[{' '.join(each)}]>>"
