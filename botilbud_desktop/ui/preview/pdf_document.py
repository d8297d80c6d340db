"""A finished PDF in memory: the sizes and images of its pages. Qt's PDF library is loaded with the first one."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

PAPER = QColor("#ffffff")
"""Paper is white in every theme, like the printed page."""


class PdfDocument:
    """The pages of a PDF that the program has made."""

    def __init__(self, data: bytes) -> None:
        from PySide6.QtPdf import QPdfDocument

        self.data = data
        """The bytes of the file."""
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return self._document.pageCount()

    def size_of(self, index: int) -> QSizeF:
        """Returns the size of a page in points; `index` counts from 0."""
        return self._document.pagePointSize(index)

    def image(self, index: int, size: QSize) -> QImage:
        """Returns a page drawn on white paper, `size` pixels large; `index` counts from 0."""
        drawn = self._document.render(index, size)
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(PAPER)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper
