"""The agenda's list: applications are moved with the mouse, and their numbers are typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key
from botilbud_desktop.ui.collecting.agenda.agenda_model import AgendaModel, Column
from botilbud_desktop.ui.collecting.agenda.annex_lines import AnnexLine
from botilbud_desktop.ui.collecting.agenda.number_delegate import NUMBER_FIELD, NumberDelegate
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.style.spacing import GAP, UNIT

_SCROLL_MS = 60
_LINE_WIDTH = 3
_TITLE_PART = 0.6
"""Of the room for titles and remarks."""
_NUMBER_CHARACTERS, _TITLE_CHARACTERS, _PLACE_CHARACTERS = 10, 20, 9


class AgendaList(QTableView):
    """All annexes of an application go with it."""

    row_chosen = Signal()
    """Another row is the current one, or none."""
    move_asked = Signal(object, int)
    """The key of an application, and how many places it goes down (negative: up)."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = AgendaModel(self, self.palette())
        self.setModel(self.lines)
        self.setItemDelegateForColumn(Column.NUMBER, NumberDelegate(self))
        self.setObjectName("agenda.list")
        self.setAccessibleName("Dagsordenens bilag")
        self.setAccessibleDescription("Alt+Pil op og Alt+Pil ned flytter ansøgningen. F2 retter dens nummer.")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        self._pressed: tuple[QPoint, Key] | None = None
        """Where the mouse was pressed on which application."""
        self._drop_at: int | None = None
        """The row before which the dragged application would go; None while nothing is dragged."""
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(_SCROLL_MS)
        self._scroll_timer.timeout.connect(self._on_scroll)
        self._pointer = QPoint()
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.fit_columns()

    @property
    def line(self) -> AnnexLine | None:
        """The current line."""
        row = self.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    def show_agenda(self, agenda: Agenda, drafts: Sequence[HeldDraft]) -> None:
        """Show an agenda; the line that was the current one stays it, else it is the first application."""
        line, row = self.line, self.currentIndex().row()
        within = 0 if line is None else row - self.lines.rows_of(line.key)[0]
        self.lines.show_agenda(agenda, drafts)
        if self.line is None and line is not None:
            first, after = self.lines.rows_of(line.key)
            self.setCurrentIndex(self.lines.index(min(first + within, after - 1), Column.TITLE))
        if self.line is None:
            self.setCurrentIndex(self.lines.index(min(1, len(self.lines.lines) - 1), Column.TITLE))

    def go_to(self, key: Key | None, project: str | None = None) -> None:
        """Make the line of a project, or of an application, the current one."""
        row = self.lines.row_of(key, project)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row, Column.TITLE))

    def finish_typing(self) -> None:
        """Take a number that is still being typed."""
        field = self.findChild(LineInput, NUMBER_FIELD)
        if field is not None and self.state() is QAbstractItemView.State.EditingState:
            self.commitData(field)
            self.closeEditor(field, NumberDelegate.EndEditHint.NoHint)

    def fit_columns(self) -> None:
        """Give the columns the width that their texts need, within reason, and the rows the height of the text."""
        metrics = self.fontMetrics()
        self.setColumnWidth(Column.NUMBER, metrics.averageCharWidth() * _NUMBER_CHARACTERS + GAP)
        self.setColumnWidth(Column.PLACE, metrics.averageCharWidth() * _PLACE_CHARACTERS + GAP)
        rest = self.viewport().width() - self.columnWidth(Column.NUMBER) - self.columnWidth(Column.PLACE)
        least = metrics.averageCharWidth() * _TITLE_CHARACTERS
        self.setColumnWidth(Column.TITLE, max(int(rest * _TITLE_PART), least))
        self.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() + UNIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.line
        if event.key() == Qt.Key.Key_Escape and self._drop_at is not None:
            self._end_drag()
        elif event.key() == Qt.Key.Key_F2 and line is not None and line.key is not None:
            self._edit_number(line.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        line = self.line if self.indexAt(event.position().toPoint()).isValid() else None
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (event.position().toPoint(), line.key) if is_left and line is not None and line.key else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        self._pointer = event.position().toPoint()
        moved = (self._pointer - self._pressed[0]).manhattanLength()
        if self._drop_at is None and moved < QApplication.startDragDistance():
            return
        if self._drop_at is None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll_timer.start()
        self._show_drop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, drop_at = self._pressed, self._drop_at
        self._end_drag()
        if pressed is None or drop_at is None:
            super().mouseReleaseEvent(event)
            return
        steps = self._steps(pressed[1], drop_at)
        if steps:
            self.move_asked.emit(pressed[1], steps)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_at is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _LINE_WIDTH))
        height = self._top_of(self._drop_at)
        painter.drawLine(0, height, self.viewport().width(), height)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_columns()
        elif event.type() == QEvent.Type.PaletteChange:
            self.lines.restyle(QPalette(self.palette()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end_drag()

    def _edit_number(self, key: Key) -> None:
        index = self.lines.index(self.lines.rows_of(key)[0], Column.NUMBER)
        self.setCurrentIndex(index)
        self.edit(index)

    def _show_drop(self) -> None:
        """Show where the application would go: before the application, or after it, that the mouse is nearest to."""
        lines = self.lines.lines
        row = self.rowAt(self._pointer.y())
        if self._pointer.y() < 0:
            row = self.rowAt(0)
        key = lines[row].key if row >= 0 else lines[-1].key
        if row == 0 or key is None:
            drop_at = 1
        else:
            first, after = self.lines.rows_of(key)
            middle = (self._top_of(first) + self._top_of(after)) // 2
            drop_at = first if self._pointer.y() < middle else after
        if drop_at != self._drop_at:
            self._drop_at = drop_at
            self.viewport().update()

    def _top_of(self, row: int) -> int:
        """Returns the height of the upper edge of a row, or of the lower edge of the last one, in the viewport."""
        if row < len(self.lines.lines):
            return self.rowViewportPosition(row)
        return self.rowViewportPosition(row - 1) + self.rowHeight(row - 1)

    def _steps(self, key: Key, drop_at: int) -> int:
        """Returns how many places an application goes down when it is dropped before a row."""
        first = self.lines.rows_of(key)[0]
        between = range(min(first, drop_at), max(first, drop_at))
        others = sum(self.lines.lines[row].is_first and self.lines.lines[row].key != key for row in between)
        return -others if drop_at < first else others

    def _end_drag(self) -> None:
        self._pressed = None
        self._scroll_timer.stop()
        if self._drop_at is not None:
            self._drop_at = None
            self.viewport().unsetCursor()
            self.viewport().update()

    def _on_scroll(self) -> None:
        """Scroll while something is dragged beyond the edge."""
        inside = QRect(0, 0, self.viewport().width(), self.viewport().height())
        if self._pointer.y() < inside.top() or self._pointer.y() > inside.bottom():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if self._pointer.y() < 0 else 1))
            self._show_drop()

    def _on_current_changed(self) -> None:
        self.row_chosen.emit()
