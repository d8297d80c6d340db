"""The canvas of bound papers: parts are drawn in any order, written at once, and put in order at the end."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from botilbud_desktop.documents.pdf.binding.objects import ObjectStore, stream_object, whole_file
from botilbud_desktop.documents.pdf.engine import PdfName
from botilbud_desktop.documents.pdf.structure.canvas import REPEATED, TaggedCanvas
from botilbud_desktop.documents.pdf.structure.elements import (
    PARAGRAPH,
    Done,
    Element,
    Reference,
    Tree,
    elements_from,
    pdf_string,
)
from botilbud_desktop.documents.pdf.structure.outline import Bookmarked, write_outline
from botilbud_desktop.documents.pdf.structure.writing import Written, element_code, number_in, write_catalog

_PART = "Part"

type Box = tuple[float, float, float, float]
"""Left, foot, right and top of an area, in points from the lower left corner of the page."""


class Part(NamedTuple):
    """Pages that belong together, such as an annex."""

    first: int
    """The place of its first page in the order of drawing, counted from 0."""
    pages: int
    """How many it has."""
    element: int
    """The number of its element in the file."""
    bookmarks: Sequence[Bookmarked]


class BoundCanvas(TaggedCanvas):
    """Draws parts. Only compressed pages stay in memory: what has been drawn is written when its part ends."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._store = ObjectStore(self._doc)
        self._root = self._store.reserve()
        """The number of the element `Document`."""
        self._numbers: list[int] = []
        """The numbers of the pages in the file, in the order of drawing."""
        self._parents: list[int] = []
        """What each key in the tree of parents leads to: the list of a page's elements, or the element of a link."""
        self._links: list[int] = []
        """The numbers of the links on this page."""
        self._elements: dict[int, int] = {}
        """The numbers of this part's elements in the file, by their identity."""
        self._finished = 0
        """How many of the elements at the top of this part are written."""
        self._bookmarks: list[Bookmarked] = []
        self._first = 0

    def open_part(self) -> None:
        """Begins a part, with its first page."""
        self._tree = Tree(_PART)
        self._elements = {}
        self._finished = 0
        self._bookmarks = []
        self._first = len(self._numbers)

    def close_part(self) -> Part:
        """Ends a part, whose last page is finished, and writes its structure."""
        whole = self._number_of(self._tree.document)
        self._write(self._tree.document, None)
        pages = len(self._numbers) - self._first
        return Part(self._first, pages, whole, self._bookmarks)

    def translate(self, dx: float, dy: float) -> None:
        """Moves the origin, as is done for each text: reportlab's own way takes a tenth of the time of all."""
        a, b, c, d, e, f = vars(self)["_currentMatrix"]
        self._currentMatrix = (a, b, c, d, a * dx + c * dy + e, b * dx + d * dy + f)
        self._code.append(f"1 0 0 1 {dx:.3f} {dy:.3f} cm")

    def open_text(self, *, is_read: bool) -> None:
        """Opens a text that many pages have: it is read on one of them, and an artifact on the others."""
        self._code.append(self.opening(Element(PARAGRAPH)) if is_read else REPEATED)

    def heading(self, element: Element, text: str, top: float) -> None:
        """Makes no bookmark: the flow of the pages does (`bookmark`)."""

    def bookmark(self, level: int, title: str, top: float) -> None:
        """Makes a bookmark that leads to a height on this page."""
        self._bookmarks.append(Bookmarked(level, title, len(self._numbers), top))

    def link(self, element: Element, box: Box, page: int, title: str) -> None:
        """Makes an area of this page, whose text is the element, lead to a finished page."""
        number = self._store.reserve()
        self._parents.append(self._number_of(element))
        sides = " ".join(f"{side:.2f}" for side in box)
        self._store.add(
            number,
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{sides}]/Contents {pdf_string(title)}"
            f"/StructParent {len(self._parents) - 1}/Dest[{self._numbers[page]} 0 R/Fit]>>",
        )
        self._links.append(number)
        element.kids.append(Reference(len(self._numbers), number))

    def showPage(self) -> None:
        """Finishes a page, but for its number."""
        super().showPage()
        page, elements = self._pages.pop()
        parents = self._store.reserve()
        self._store.add(parents, f"[{' '.join(f'{self._number_of(element)} 0 R' for element in elements)}]")
        page.StructParents = len(self._parents)
        self._parents.append(parents)
        page.Contents, page.stream = Written(stream_object(page.stream.encode("latin-1"))), None
        if self._links:
            page.Annots = Written(f"[{' '.join(f'{number} 0 R' for number in self._links)}]".encode("ascii"))
            self._links = []
        self._numbers.append(int(self._doc.idToObjectNumberAndVersion[page.__InternalName__][0]))
        self._write_finished()

    def bound(self, parts: Sequence[Part], number_page: Callable[[int, int], None]) -> bytes:
        """Returns the file with the parts in this order; `number_page` draws a page's number, such as 2 of 7."""
        drawn = self._doc.Pages.pages
        pages = [drawn[page] for part in parts for page in range(part.first, part.first + part.pages)]
        for place, page in enumerate(pages, start=1):
            self._code.clear()
            number_page(place, len(pages))
            numbered = Written(stream_object("\n".join(self._code).encode("latin-1")))
            each = (number_in(self._doc, content) for content in (page.Contents, numbered))
            page.Contents = Written(f"[{' '.join(f'{number} 0 R' for number in each)}]".encode("ascii"))
        self._doc.Pages.pages = pages
        self._write_structure(parts)
        self._write_outline(parts)
        for font in self._doc.delayedFonts:
            font.addObjects(self._doc)
        return whole_file(self._doc, self._store)

    def _write_finished(self) -> None:
        """Writes the elements at the top of this part but the last one, which may go on over the page."""
        kids = self._tree.document.kids
        for index in range(self._finished, len(kids) - 1):
            kid = kids[index]
            if isinstance(kid, Element):
                kids[index] = Done(self._write(kid, self._tree.document))
                self._finished = index + 1

    def _write(self, first: Element, around: Element | None) -> int:
        """Writes an element and all in it, which are then forgotten; returns its number."""
        written = list(elements_from(first, around))
        for element, parent in written:
            parent_number = self._root if parent is None else self._number_of(parent)
            code = element_code(element, parent_number, self._number_of, self._numbers)
            self._store.add(self._number_of(element), code)
        number = self._number_of(first)
        for element, _parent in written:
            del self._elements[id(element)]
            element.kids.clear()  # else parents and kids would hold each other until somebody collects them
        return number

    def _write_structure(self, parts: Sequence[Part]) -> None:
        """Writes the top of the tree of elements, and the tree that leads to them from the pages."""
        root, parents = Written(), self._store.reserve()
        of_parts = " ".join(f"{part.element} 0 R" for part in parts)
        self._store.add(self._root, f"<</S/Document/P {number_in(self._doc, root)} 0 R/K[{of_parts}]>>")
        each = " ".join(f"{key} {number} 0 R" for key, number in enumerate(self._parents))
        self._store.add(parents, f"<</Nums[{each}]>>")
        next_key = f"/ParentTreeNextKey {len(self._parents)}"
        root.content = (f"<</Type/StructTreeRoot/K {self._root} 0 R/ParentTree {parents} 0 R{next_key}>>").encode(
            "ascii"
        )
        write_catalog(self._doc, root)

    def _write_outline(self, parts: Sequence[Part]) -> None:
        """Writes the bookmarks, which a reader shows from the start."""
        root = Written()
        bookmarks = [bookmark for part in parts for bookmark in part.bookmarks]
        number = number_in(self._doc, root)
        root.content = write_outline(bookmarks, self._numbers, number, self._store).encode("ascii")
        self._doc.Catalog.Outlines = root
        self._doc.Catalog.PageMode = PdfName("UseOutlines")

    def opening(self, element: Element) -> str:
        """Returns the code that opens a marked content of an element; `END` closes it."""
        self._number_of(element)
        return super().opening(element)

    def _number_of(self, element: Element) -> int:
        number = self._elements.get(id(element))
        if number is None:
            number = self._elements[id(element)] = self._store.reserve()
        return number
