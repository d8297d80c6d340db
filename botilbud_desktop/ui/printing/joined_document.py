"""Several documents that are printed as one: all pages of the first, then those of the next."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage

from botilbud_desktop.ui.preview.pdf_document import PdfDocument


class JoinedDocument:
    """The pages of one or more documents, one after another."""

    def __init__(self, documents: Sequence[PdfDocument]) -> None:
        self._pages = [(document, index) for document in documents for index in range(document.page_count)]

    @property
    def page_count(self) -> int:
        """The number of pages of all documents."""
        return len(self._pages)

    def size_of(self, index: int) -> QSizeF:
        """Returns the size of a page in points; `index` counts from 0."""
        document, own = self._pages[index]
        return document.size_of(own)

    def image(self, index: int, size: QSize) -> QImage:
        """Returns a page drawn on white paper, `size` pixels large; `index` counts from 0."""
        document, own = self._pages[index]
        return document.image(own, size)
