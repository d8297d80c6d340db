"""The pages of a PDF below one another, drawn when they come into view; read with the keyboard or the mouse."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from botilbud_desktop.ui.preview.page_strip import FIT_WIDTH, PIXELS_PER_POINT, PageStrip, next_zoom, strip_of
from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from botilbud_desktop.ui.style.spacing import UNIT

_KEPT_PICTURES = 4
_LINE = 5 * UNIT
_RING = 2
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PLUS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class PageView(QAbstractScrollArea):
    """Shows one document."""

    moved = Signal()
    """Another page, zoom or document is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._document: PdfDocument | None = None
        self._title = ""
        self._strip = PageStrip()
        self._zoom = FIT_WIDTH
        self._pictures: dict[int, QPixmap] = {}
        self._reported = (-1, -1, -1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width would depend on itself
        self.verticalScrollBar().valueChanged.connect(self._report_position)

    @property
    def document(self) -> PdfDocument | None:
        """The shown document."""
        return self._document

    @property
    def page_count(self) -> int:
        """The number of pages; 0 while there is no document."""
        return self._document.page_count if self._document else 0

    @property
    def current_page(self) -> int:
        """The page in the middle of the view, from 1."""
        return self._strip.page_at(self.verticalScrollBar().value() + self.viewport().height() // 2) + 1

    @property
    def zoom(self) -> int:
        """In per cent, or `FIT_WIDTH`."""
        return self._zoom

    @property
    def page_areas(self) -> tuple[QRect, ...]:
        """The areas of the pages within the scrolled area."""
        return self._strip.pages

    def show_document(self, document: PdfDocument | None, title: str) -> None:
        """Shows a document at the scroll position of the former one."""
        self._document, self._title = document, title
        self._pictures.clear()
        self._lay_out()
        self._report_position()

    def show_page(self, number: int) -> None:
        """Scrolls to the top of a page, counted from 1."""
        if self._strip.pages:
            page = self._strip.pages[max(1, min(number, self.page_count)) - 1]
            self.verticalScrollBar().setValue(page.top() - UNIT)

    def set_zoom(self, zoom: int) -> None:
        """Draws the pages at `zoom` per cent or as `FIT_WIDTH`, and keeps the visible part in view."""
        if zoom == self._zoom:
            return
        bar, former = self.verticalScrollBar(), max(1, self._strip.size.height())
        part = (bar.value() + self.viewport().height() / 2) / former
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(part * self._strip.size.height() - self.viewport().height() / 2))
        self.horizontalScrollBar().setValue(0)
        self._report_position()

    def zoom_one_step(self, is_larger: bool) -> None:
        """Zooms one step larger or smaller."""
        if self._document is not None and self._strip.pages:
            drawn = self._strip.pages[0].width() / (self._document.size_of(0).width() * PIXELS_PER_POINT)
            self.set_zoom(next_zoom(100 * drawn, is_larger=is_larger))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_own_key(event):
            event.accept()  # so that no menu takes it
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_own_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Home:
            self.show_page(1)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.show_page(self.current_page + (1 if event.key() == Qt.Key.Key_PageDown else -1))
        elif event.key() == Qt.Key.Key_0:
            self.set_zoom(FIT_WIDTH)
        else:
            self.zoom_one_step(event.key() in _PLUS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            if event.angleDelta().y():
                self.zoom_one_step(event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._report_position()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().mid())
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for index, page in enumerate(self._strip.pages):
            shown = page.translated(-across, -down)
            if shown.intersects(event.rect()):
                painter.drawPixmap(shown.topLeft(), self._picture(index, page))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().windowText().color(), _RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _is_own_key(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_0)
        if event.modifiers() & _CONTROL:
            return event.key() in (*keys, *_PLUS, Qt.Key.Key_Minus)
        return event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)

    def _picture(self, index: int, page: QRect) -> QPixmap:
        """Returns the image of the page: kept from before, or drawn now at the screen's resolution."""
        picture = self._pictures.pop(index, None)
        if picture is None and self._document is not None:
            ratio = self.devicePixelRatioF()
            picture = QPixmap.fromImage(self._document.image(index, (page.size() * ratio)))
            picture.setDevicePixelRatio(ratio)
        if picture is None:
            return QPixmap()
        self._pictures[index] = picture  # the newest last
        while len(self._pictures) > _KEPT_PICTURES:
            self._pictures.pop(next(iter(self._pictures)))
        return picture

    def _lay_out(self) -> None:
        document, view = self._document, self.viewport().size()
        sizes = [document.size_of(index) for index in range(document.page_count)] if document else []
        strip = strip_of(sizes, self._zoom, view.width())
        if strip.pages != self._strip.pages:
            self._pictures.clear()
        self._strip = strip
        for bar, room, seen in (
            (self.verticalScrollBar(), strip.size.height(), view.height()),
            (self.horizontalScrollBar(), strip.size.width(), view.width()),
        ):
            bar.setRange(0, max(0, room - seen))
            bar.setPageStep(max(1, seen - _LINE))
            bar.setSingleStep(_LINE)
        self.viewport().update()

    def _report_position(self) -> None:
        current = (self.current_page, self.page_count, self._zoom)
        if current != self._reported:
            self._reported = current
            position = f"side {self.current_page} af {self.page_count}"
            self.setAccessibleName(f"{self._title}, {position}. Svarene står som tekst ved siden af.")
            self.moved.emit()
