"""The list of earlier versions. What changed in each is found out when it comes into view."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from botilbud_desktop.storage.history.versions import Version
from botilbud_desktop.ui.versions.groups import VersionGroup, grouped, version_before
from botilbud_desktop.ui.versions.version_item import ABOUT, CHANGES, INDENT, OPENS, Opens, VersionDelegate
from botilbud_desktop.ui.versions.wording import about, how, how_of_group, second_of, when_of_group, who

Changes = Callable[[Version, Version | None], str]
"""Returns in words what changed from the second version to the first."""

_TOGGLING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class _Row(NamedTuple):
    """A line of the list."""

    version: Version
    """What is shown when the line is chosen."""
    first: Version
    """The oldest version of the line; the changes are those since the version before it."""
    group: VersionGroup | None = None
    """The group that the line expands to."""
    is_inside: bool = False
    """Whether the line belongs to an expanded group."""


class VersionList(QListWidget):
    """Versions, newest first; a click on the arrow, the right arrow key or Enter expands automatic ones."""

    version_chosen = Signal(object)
    """Carries the `Version` that the user selected."""

    def __init__(self, changes: Changes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setAccessibleName("Tidligere versioner")
        self.setItemDelegate(VersionDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._changes = changes
        self._versions: Sequence[Version] = ()
        self._rows: list[_Row] = []
        self._describe_timer = QTimer(self)
        self._describe_timer.setSingleShot(True)
        self._describe_timer.timeout.connect(self._describe_next)
        self.currentRowChanged.connect(self._on_row_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_versions(self, versions: Sequence[Version], now: datetime) -> None:
        """Shows these versions, newest first, and selects the newest."""
        self._versions = versions
        self.blockSignals(True)
        self.clear()
        self._rows = []
        for group in grouped(versions):
            title = when_of_group(group, now)
            row = _Row(group.newest, group.oldest, None if group.is_single else group)
            self._insert(len(self._rows), row, title, about(who(group.newest), how_of_group(group)))
        self.blockSignals(False)
        self.setCurrentRow(0)

    @property
    def is_describing_changes(self) -> bool:
        """Whether the changes are still to be found out for a visible line."""
        return self._describe_timer.isActive()

    def is_opened(self, row: int) -> bool:
        """Whether the line is expanded, with its single versions below it."""
        return row + 1 < len(self._rows) and not self._rows[row].is_inside and self._rows[row + 1].is_inside

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentRow(), event.key()
        if key == Qt.Key.Key_Right and not self.is_opened(row):
            self._toggle(row)
        elif key == Qt.Key.Key_Left:
            self._close_around(row)
        elif key in _TOGGLING_KEYS:
            self._toggle(row)  # must not press the dialog's default button
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        spot = event.position().toPoint()
        if self._is_on_arrow(spot):
            self._toggle(self.indexAt(spot).row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self._is_on_arrow(spot):
            self.mousePressEvent(event)  # the second of two quick clicks
        else:
            self._toggle(self.indexAt(spot).row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._describe_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._describe_timer.start()

    def _is_on_arrow(self, spot: QPoint) -> bool:
        index = self.indexAt(spot)
        return index.isValid() and VersionDelegate.arrow_area(self._area_of(index.row())).contains(spot)

    def _area_of(self, row: int) -> QRect:
        return self.visualItemRect(self.item(row))

    def _insert(self, index: int, row: _Row, title: str, words: str) -> None:
        item = QListWidgetItem(title)
        item.setData(ABOUT, words)
        item.setData(INDENT, row.is_inside)
        self._rows.insert(index, row)
        self.insertItem(index, item)
        self._set_opens(index, Opens.NOTHING if row.group is None else Opens.CLOSED)

    def _set_opens(self, row: int, opens: Opens) -> None:
        self.item(row).setData(OPENS, str(opens))
        self._update_accessible_text(row)

    def _update_accessible_text(self, row: int) -> None:
        """Sets the whole text of the line for screen readers."""
        item = self.item(row)
        parts = [item.text(), item.data(ABOUT), Opens(item.data(OPENS)).words, item.data(CHANGES)]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join(part for part in parts if part))

    def _toggle(self, row: int) -> None:
        group = self._rows[row].group if 0 <= row < len(self._rows) else None
        if group is None:
            return
        if self.is_opened(row):
            self._close(row)
            return
        self.blockSignals(True)
        for index, version in enumerate(group.versions, start=row + 1):
            inside = _Row(version, version, is_inside=True)
            self._insert(index, inside, second_of(version.at), how(version))
        self._set_opens(row, Opens.OPENED)
        self.blockSignals(False)
        self._describe_timer.start()

    def _close(self, row: int) -> None:
        group = self._rows[row].group
        count = 0 if group is None else len(group.versions)
        self.blockSignals(True)
        is_inside = row < self.currentRow() <= row + count
        for index in range(row + count, row, -1):
            self.takeItem(index)
            del self._rows[index]
        self._set_opens(row, Opens.CLOSED)
        if is_inside:
            self.setCurrentRow(row)
        self.blockSignals(False)
        if is_inside:
            self._on_row_changed(row)
        self._describe_timer.start()

    def _close_around(self, row: int) -> None:
        while 0 < row < len(self._rows) and self._rows[row].is_inside:
            row -= 1
        if 0 <= row < len(self._rows) and self.is_opened(row):
            self._close(row)

    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.version_chosen.emit(self._rows[row].version)

    def _on_scrolled(self) -> None:
        self._describe_timer.start()

    def _describe_next(self) -> None:
        """Finds out what changed in one visible line, and schedules the next."""
        row = next((row for row in self._rows_in_view() if self.item(row).data(CHANGES) is None), None)
        if row is None:
            return
        shown = self._rows[row]
        self.item(row).setData(CHANGES, "")  # so that a version that fails does not stop the others
        try:
            words = self._changes(shown.version, version_before(self._versions, shown.first.number))
        finally:
            self._describe_timer.start()  # afterwards: the window may live meanwhile, and one waits at a time
        if row < len(self._rows) and self._rows[row] is shown:
            self.item(row).setData(CHANGES, words)
            self._update_accessible_text(row)

    def _rows_in_view(self) -> range:
        if not self._rows or not self.isVisible():
            return range(0)
        view = self.viewport().rect()
        first, last = self.indexAt(view.topLeft()), self.indexAt(view.bottomLeft())
        return range(max(first.row(), 0), (last.row() if last.isValid() else len(self._rows) - 1) + 1)
