"""A finished PDF in memory: its pages' sizes, and their pictures. Qt's PDF library is loaded with the first."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

PAPER = QColor("#ffffff")
"""Paper is white in every theme, as it will be in the hand."""


class PdfDocument:
    """The pages of a PDF that the program has made."""

    def __init__(self, data: bytes) -> None:
        from PySide6.QtPdf import QPdfDocument

        self.data = data
        """The file's own bytes."""
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def size_of(self, index: int) -> QSizeF:
        """The size of a page in points; `index` counts from 0."""
        return self._document.pagePointSize(index)

    def image(self, index: int, size: QSize) -> QImage:
        """A page drawn on white paper, `size` pixels large; `index` counts from 0."""
        drawn = self._document.render(index, size)
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(PAPER)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper
