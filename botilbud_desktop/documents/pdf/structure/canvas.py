"""The canvas: each piece of a page belongs to an element, or it is an artifact, which nobody reads aloud."""

from typing import Any

from botilbud_desktop.documents.pdf.engine import PageCanvas, PdfName
from botilbud_desktop.documents.pdf.structure.elements import PARAGRAPH, Element, Mark, Tree
from botilbud_desktop.documents.pdf.structure.outline import Bookmarked
from botilbud_desktop.documents.pdf.structure.writing import TaggedPage, write_bookmarks, write_structure

RULES = "/Artifact BMC"
"""Opens lines that only guide the eye."""
REPEATED = "/Artifact<</Type/Pagination>>BDC"
"""Opens what every page has, and the head of a table on its further pages."""
END = "EMC"

_VERSION = (1, 7)
"""The version of PDF that the rules for readable documents (PDF/UA-1) are written for."""


class TaggedCanvas(PageCanvas):  # type: ignore[misc]
    """Draws pages and builds the document's structure on the way."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, pdfVersion=_VERSION, **options)
        self._tree = Tree()
        self._marked: list[Element] = []
        """The element of each marked content on this page, by its number."""
        self._pages: list[TaggedPage] = []
        self._headings: list[tuple[Element, Bookmarked]] = []

    def opening(self, element: Element) -> str:
        """Returns the code that opens a marked content of an element; `END` closes it."""
        mark = Mark(self._pageNumber - 1, len(self._marked))
        self._tree.place(element)
        self._marked.append(element)
        element.kids.append(mark)
        return f"/{element.role}<</MCID {mark.number}>>BDC"

    def heading(self, element: Element, text: str, top: float) -> None:
        """Makes a bookmark of a heading that begins on this page, `top` points from its foot.

        A heading of several texts is one bookmark.
        """
        last, known = self._headings[-1] if self._headings else (None, None)
        if last is element and known is not None:
            self._headings[-1] = element, known._replace(title=f"{known.title} {text}")
        else:
            level = int(element.role[1:]) - 1
            self._headings.append((element, Bookmarked(level, text, self._pageNumber - 1, top)))

    def open_page_text(self) -> None:
        """Opens a text that every page has: it is read on the first, and an artifact on the others."""
        self._code.append(self.opening(Element(PARAGRAPH)) if self._pageNumber == 1 else REPEATED)

    def open_artifact(self, kind: str) -> None:
        """Opens an artifact: `RULES` or `REPEATED`."""
        self._code.append(kind)

    def close(self) -> None:
        """Closes what was opened last."""
        self._code.append(END)

    def save(self) -> None:
        """Adds the structure and the bookmarks, and writes the file."""
        write_structure(self._doc, self._tree, self._pages)
        write_bookmarks(self._doc, [bookmark for _, bookmark in self._headings], self._pages)
        super().save()

    def _startPage(self) -> None:
        super()._startPage()
        self._marked = []

    def _setAnnotations(self, page: Any) -> None:
        """Called for each page that is finished: it learns where its elements are, and how to walk them by keys."""
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._pages)
        page.Tabs = PdfName("S")
        self._pages.append(TaggedPage(page, self._marked))
