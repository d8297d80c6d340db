"""The table: a row for each project; sorted with a click on a heading, or with the menu of a column."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from botilbud_desktop.documents.collection.columns import COORDINATION, CRITERIA, MUNICIPALITY, PROJECT
from botilbud_desktop.documents.collection.weighted import is_coordination_weighed, weighted_columns
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered
from botilbud_desktop.ui.collecting.gathered.rows import Row
from botilbud_desktop.ui.collecting.table.arranging import Group
from botilbud_desktop.ui.collecting.table.column_layout import ColumnLayout, Showing, lay_out, layout_of
from botilbud_desktop.ui.collecting.table.column_menu import fill_column_menu
from botilbud_desktop.ui.collecting.table.copying import copied_text
from botilbud_desktop.ui.collecting.table.table_model import TICK, CollectionModel
from botilbud_desktop.ui.platform.copying import Copying
from botilbud_desktop.ui.style.spacing import GAP, ICON, UNIT
from botilbud_desktop.ui.widgets.tick_delegate import TickDelegate

OPEN, COPY = "Åbn kladden", "Kopiér rækkerne"
_MOST_CHARACTERS = 34
_ROOM_FOR_ARROW = 2 * GAP
_ROOM_FOR_ICON = 3 * UNIT
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CollectionTable(QTableView):
    """Enter or a double click opens a draft, Space counts it or not, Ctrl+C copies the chosen rows."""

    row_chosen = Signal()
    """Another row is the current one, or none."""
    open_asked = Signal(str)
    """The name of a file that the user wants to open."""
    not_copied = Signal()
    """The rows could not be put on the clipboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = CollectionModel(self, self.palette())
        self.setModel(self.lines)
        self._chosen: tuple[str, int | None, int] = ("", None, 1)
        """The file and the project of the row that was chosen last, and the column."""
        self._longest: tuple[str, ...] = ()
        self._copying = Copying(self)
        self._round: Round | None = None
        self._showing = Showing.OWN
        self._own_layout = ColumnLayout()
        self.setItemDelegateForColumn(TICK, TickDelegate(self))
        self.setObjectName("collection.table")
        self.setAccessibleName("Projekterne i de samlede ansøgninger")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_heading_menu)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.lines.modelAboutToBeReset.connect(self._on_reset_begins)
        self.lines.modelReset.connect(self._on_reset)
        self.lines.counting_changed.connect(self.fit_groups)

    def select_files(self, files: Collection[str]) -> bool:
        """Select all rows of some files, and go to the first. Returns False when one of them has no row."""
        lines = self.lines.lines
        own = {place: line.file for place, line in enumerate(lines) if isinstance(line, Row) and line.file in files}
        rows = [*own]
        if not rows or {*own.values()} != {*files}:
            return False
        self.setCurrentIndex(self.lines.index(rows[0], 0))
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.lines.index(row, 0), self.lines.index(row, self.lines.columnCount() - 1))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        return True

    @property
    def row(self) -> Row | None:
        """The current row; None when there is none, and on the heading of a group."""
        number = self.currentIndex().row()
        line = self.lines.lines[number] if 0 <= number < len(self.lines.lines) else None
        return line if isinstance(line, Row) else None

    def show_collection(self, gathered: Gathered, counting: AbstractSet[str]) -> None:
        """Show the rows of another collection."""
        self._own_layout = self.own_layout
        self.lines.show_rows(gathered.rows, gathered.columns, counting)
        self._round, self._longest = gathered.round, gathered.longest
        self._lay_out()
        wishes = self.lines.wishes
        order = Qt.SortOrder.DescendingOrder if wishes.is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(wishes.column + 1, order)

    @property
    def own_layout(self) -> ColumnLayout:
        """How the user has put the columns."""
        names = self.lines.names
        is_shown = names and self._showing is Showing.OWN
        return layout_of(self.horizontalHeader(), names) if is_shown else self._own_layout

    def use_layout(self, layout: ColumnLayout) -> None:
        """Put the columns as they were left."""
        self._own_layout = layout

    def show_as(self, showing: Showing) -> None:
        """Show other columns: those of the user, or what the ministry weighs with coordinated projects first."""
        self._own_layout = self.own_layout
        self._showing = showing
        self._lay_out()
        if self._round is None or not is_coordination_weighed(self._round):
            return
        column = self.lines.names.index(COORDINATION)
        if showing is Showing.WEIGHTING:
            self.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        elif self.lines.wishes.column == column - 1:
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def fit_columns(self) -> None:
        """Give each column the width of its longest text, within reason, and the rows the height of the text."""
        metrics = self.fontMetrics()
        most = metrics.averageCharWidth() * _MOST_CHARACTERS
        for column, longest in enumerate(("", *self._longest)):
            own = min(metrics.horizontalAdvance(longest[: 2 * _MOST_CHARACTERS]), most) + _ROOM_FOR_ICON
            own += ICON + UNIT if column != TICK and self.lines.columns[column - 1].name == CRITERIA else 0
            self.setColumnWidth(column, max(own, self._heading_width(column)))
        self.verticalHeader().setDefaultSectionSize(metrics.lineSpacing() + UNIT)
        self.fit_groups()

    def fit_groups(self) -> None:
        """Make the columns wide enough for the titles and sums of groups, within reason."""
        groups = [number for number, line in enumerate(self.lines.lines) if isinstance(line, Group)]
        if not groups:
            return
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        for place, column in enumerate(self.lines.columns, 1):
            if column.is_summed or column.name == MUNICIPALITY:
                longest = max((self.lines.text(number, place) for number in groups), key=len)
                needed = metrics.horizontalAdvance(longest[:_MOST_CHARACTERS]) + _ROOM_FOR_ICON
                self.setColumnWidth(place, max(self.columnWidth(place), needed))

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard."""
        chosen = self._chosen_lines()
        if chosen:
            self._copying.put_text(copied_text(self, self.lines, chosen), self._on_copied)

    def _on_copied(self, is_there: bool) -> None:
        if not is_there:
            self.not_copied.emit()

    def open_row(self) -> None:
        """Ask for the draft of the current row."""
        row = self.row
        if row is not None:
            self.open_asked.emit(row.file)

    def menu_of(self, column: int) -> QMenu:
        """Returns the menu of a column, with what can be done with the rows; it deletes itself."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(OPEN, self.open_row).setEnabled(self.row is not None)
        menu.addAction(COPY, self.copy_rows).setEnabled(self.selectionModel().hasSelection())
        menu.addSeparator()
        fill_column_menu(menu, self, self.lines, column)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() == Qt.Key.Key_Space and number >= 0:
            self.lines.toggle(number, self._chosen_lines())
        elif event.key() in _OPENING:
            self.open_row()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        if self.lines.columnCount():
            self.menu_of(max(index.column(), 0)).popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_columns()
        elif event.type() == QEvent.Type.PaletteChange:
            self.lines.restyle(QPalette(self.palette()))

    def _chosen_lines(self) -> list[int]:
        """Returns the numbers of the chosen lines, from the top. `selectedRows` would ask for each cell."""
        spans = self.selectionModel().selection().toList()
        return sorted({line for span in spans for line in range(span.top(), span.bottom() + 1)})

    def _lay_out(self) -> None:
        """Put the columns in order, and say to which of the ministry's criteria they belong."""
        names, layout = self.lines.names, self._own_layout
        numbers: dict[str, int | None] = {}
        if self._showing is Showing.WEIGHTING and self._round is not None:
            numbers = dict(weighted_columns(self.lines.columns, self._round))
            order = (names[TICK], MUNICIPALITY, PROJECT, *numbers)
            layout = ColumnLayout(order, frozenset(names) - frozenset(order))
        lay_out(self.horizontalHeader(), names, layout)
        self.lines.number_columns(numbers)
        self.fit_columns()

    def _heading_width(self, column: int) -> int:
        heading = str(self.lines.headerData(column, Qt.Orientation.Horizontal))
        metrics = self.horizontalHeader().fontMetrics()
        return max(metrics.horizontalAdvance(line) for line in heading.split("\n")) + _ROOM_FOR_ARROW

    def _on_heading_menu(self, position: QPoint) -> None:
        column = self.horizontalHeader().logicalIndexAt(position)
        if column >= 0:
            self.menu_of(column).popup(self.horizontalHeader().mapToGlobal(position))

    def _on_double_clicked(self) -> None:
        if self.currentIndex().column() != TICK:
            self.open_row()

    def _on_reset_begins(self) -> None:
        row = self.row
        if row is not None:
            self._chosen = row.file, row.project, self.currentIndex().column()

    def _on_reset(self) -> None:
        """Go to the project that was chosen before, or to the first one where that is not shown."""
        file, project, column = self._chosen
        rows = [(number, line) for number, line in enumerate(self.lines.lines) if isinstance(line, Row)]
        if rows:
            own = (number for number, row in rows if (row.file, row.project) == (file, project))
            self.setCurrentIndex(self.lines.index(next(own, rows[0][0]), min(column, self.lines.columnCount() - 1)))
        self.row_chosen.emit()

    def _on_current_changed(self) -> None:
        self.row_chosen.emit()
