"""A document that is being printed: a page at a time, so that the window responds and memory stays bounded."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter

from botilbud_desktop.ui.printing.fitting import POINTS_PER_INCH, fit_on_paper
from botilbud_desktop.ui.printing.joined_document import JoinedDocument
from botilbud_desktop.ui.printing.page_order import pages_to_print

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST_DOTS_PER_INCH = 300
"""Pages are drawn at the printer's resolution, up to this one: an A4 page of 300 dpi takes 35 MB."""


class PrintJob(QObject):
    """Prints the chosen pages; it owns all that it needs, so that the draft may be changed or closed meanwhile."""

    progressed = Signal(int, int)
    """The number of printed pages, and of all pages."""
    ended = Signal(bool)
    """Whether the printer took all pages; False also when it was cancelled."""

    def __init__(self, document: JoinedDocument, printer: "QPrinter", current_page: int, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._printer = printer
        self._painter = QPainter()
        self._remaining = deque(pages_to_print(printer, document.page_count, current_page))
        self._total = len(self._remaining)
        """The number of sheets to print, copies included."""
        self._has_begun = False
        self.is_cancelled = False
        self.has_ended = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        layout = printer.pageLayout()
        self._paper = layout.fullRect(QPageLayout.Unit.Point).size()
        self._printable = layout.paintRect(QPageLayout.Unit.Point)

    @property
    def is_empty(self) -> bool:
        """Whether none of the document's pages was chosen."""
        return self._total == 0

    def start(self) -> None:
        """Starts; the pages follow one by one."""
        self._timer.start(0)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)

    def finish(self) -> None:
        """Prints the remaining pages at once, since the program ends."""
        while not self.has_ended:
            self._on_timeout()

    def cancel(self) -> None:
        """Prints no further page."""
        self.is_cancelled = True
        if self._has_begun:
            self._printer.abort()
        self._end(is_well=False)

    def _on_timeout(self) -> None:
        if not self._remaining:
            self._end(is_well=self._total > 0)
        elif self._print(self._remaining.popleft()):
            self.progressed.emit(self._total - len(self._remaining), self._total)
        else:
            self._end(is_well=False)

    def _print(self, page: int) -> bool:
        """Prints one page, and returns whether the printer took it."""
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
        area = fit_on_paper(size, self._paper, self._printable)
        target = QRectF(area.topLeft() * dots_per_point, area.size() * dots_per_point)
        self._painter.drawImage(target, self._image(index, area.size()))

    def _image(self, index: int, size: QSizeF) -> QImage:
        dots_per_inch = min(MOST_DOTS_PER_INCH, self._printer.resolution())
        pixels: QSize = (size * (dots_per_inch / POINTS_PER_INCH)).toSize()
        return self._document.image(index, pixels.expandedTo(QSize(1, 1)))

    def _has_failed(self) -> bool:
        state = self._printer.printerState()
        return state in (self._printer.PrinterState.Error, self._printer.PrinterState.Aborted)

    def _end(self, *, is_well: bool) -> None:
        self._timer.stop()
        self._remaining.clear()
        if self.has_ended:
            return
        self.has_ended = True
        if self._painter.isActive():
            is_well = self._painter.end() and is_well
        self.ended.emit(is_well and not self._has_failed())
        self.deleteLater()
