"""One document on its way to a printer: a page at a time, so that the window lives and the memory stays bounded."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter

from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from botilbud_desktop.ui.printing.fitting import POINTS_PER_INCH, place_on_paper
from botilbud_desktop.ui.printing.page_order import pages_to_print

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST_DOTS_PER_INCH = 300
"""Pages are drawn as finely as the printer prints, but never finer: an A4 page of 300 dpi takes 35 MB."""


class PrintJob(QObject):
    """Prints the chosen pages; owns all that it needs, so that the draft may be changed or closed meanwhile."""

    progressed = Signal(int, int)
    """So many pages are done, of so many in all."""
    ended = Signal(bool)
    """Whether the printer took all pages; False also when it was cancelled."""

    def __init__(self, document: PdfDocument, printer: "QPrinter", current_page: int, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._printer = printer
        self._painter = QPainter()
        self._left = deque(pages_to_print(printer, document.page_count, current_page))
        self._total = len(self._left)
        """How many sheets are printed, copies included."""
        self._has_begun = False
        self.is_cancelled = False
        self.has_ended = False
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._on_turn)
        layout = printer.pageLayout()
        self._paper = layout.fullRect(QPageLayout.Unit.Point).size()
        self._printable = layout.paintRect(QPageLayout.Unit.Point)

    @property
    def is_empty(self) -> bool:
        """Whether none of the document's pages was chosen."""
        return self._total == 0

    def start(self) -> None:
        """Begin; the pages follow one by one."""
        self._turn.start(0)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)

    def finish(self) -> None:
        """Print what is left at once: the program ends."""
        while not self.has_ended:
            self._on_turn()

    def cancel(self) -> None:
        """Print no further page."""
        self.is_cancelled = True
        if self._has_begun:
            self._printer.abort()
        self._end(is_well=False)

    def _on_turn(self) -> None:
        if not self._left:
            self._end(is_well=self._total > 0)
        elif self._print(self._left.popleft()):
            self.progressed.emit(self._total - len(self._left), self._total)
        else:
            self._end(is_well=False)

    def _print(self, page: int) -> bool:
        """Print one page. Whether the printer took it."""
        if self._has_begun:
            if not self._printer.newPage():
                return False
        elif not self._begin():
            return False
        self._draw(page - 1)
        return not self._has_failed()

    def _begin(self) -> bool:
        self._printer.setFullPage(True)  # so that the corner of the paper is the origin
        self._has_begun = self._painter.begin(self._printer)
        return self._has_begun

    def _draw(self, index: int) -> None:
        size = self._document.size_of(index)
        dots_per_point = self._printer.resolution() / POINTS_PER_INCH
        place = place_on_paper(size, self._paper, self._printable)
        target = QRectF(place.topLeft() * dots_per_point, place.size() * dots_per_point)
        self._painter.drawImage(target, self._image(index, place.size()))

    def _image(self, index: int, size: QSizeF) -> QImage:
        dots_per_inch = min(MOST_DOTS_PER_INCH, self._printer.resolution())
        pixels: QSize = (size * (dots_per_inch / POINTS_PER_INCH)).toSize()
        return self._document.image(index, pixels.expandedTo(QSize(1, 1)))

    def _has_failed(self) -> bool:
        state = self._printer.printerState()
        return state in (self._printer.PrinterState.Error, self._printer.PrinterState.Aborted)

    def _end(self, *, is_well: bool) -> None:
        self._turn.stop()
        self._left.clear()
        if self.has_ended:
            return
        self.has_ended = True
        if self._painter.isActive():
            is_well = self._painter.end() and is_well
        self.ended.emit(is_well and not self._has_failed())
        self.deleteLater()
