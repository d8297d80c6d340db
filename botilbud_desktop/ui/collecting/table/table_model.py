"""The table's model: lines that are arranged, with a tick for each application that is counted."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPalette

from botilbud_desktop.documents.collection.cells import Cell
from botilbud_desktop.documents.collection.columns import CRITERIA, Column
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.rules.results import Outcome
from botilbud_desktop.ui.collecting.gathered.rows import Row, copied_cell
from botilbud_desktop.ui.collecting.table.arranging import AS_COLLECTED, Group, Line, Wishes, arranged, group_cells
from botilbud_desktop.ui.collecting.table.tooltip import tooltip_of
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.states import quiet_colour, state_colour
from botilbud_desktop.ui.workspace.outcome_style import OUTCOME_STYLES

TICK = 0
"""The column of ticks; the columns of the collection follow it."""
_TICK_NAME, _TICK_HEADING, _TICK_SPOKEN = "tick", "Tæller\nmed", "Tæller med"
_Role = Qt.ItemDataRole
_DISPLAY, _ALIGN, _SPOKEN, _TIP = (
    int(role) for role in (_Role.DisplayRole, _Role.TextAlignmentRole, _Role.AccessibleTextRole, _Role.ToolTipRole)
)
_CHECK, _ICON, _FONT, _COLOUR = (
    int(role) for role in (_Role.CheckStateRole, _Role.DecorationRole, _Role.FontRole, _Role.ForegroundRole)
)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NO_INDEX = QModelIndex()

type Index = QModelIndex | QPersistentModelIndex


class CollectionModel(QAbstractTableModel):
    """Sorts, searches and groups by itself: a proxy would ask for each value of each comparison through Qt."""

    counting_changed = Signal()
    """Other applications are counted."""

    def __init__(self, parent: QObject, palette: QPalette) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._lines: list[Line] = []
        self._wishes = Wishes()
        self._counting: set[str] = set()
        self._group_cells: dict[int, tuple[Cell, ...]] = {}
        self._numbers: dict[int, str] = {}
        """What stands before the heading of columns: the numbers of the ministry's criteria."""
        self._icons: dict[Outcome, QIcon] = {}
        self._quiet = quiet_colour(palette)
        self._bold = QFont()
        self._bold.setBold(True)
        self.restyle(palette)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the collection."""
        return self._columns

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown, from the top."""
        return self._lines

    @property
    def counting(self) -> AbstractSet[str]:
        """The files of the applications that are counted."""
        return self._counting

    @property
    def wishes(self) -> Wishes:
        """What the user wants to see."""
        return self._wishes

    def show_rows(self, rows: tuple[Row, ...], columns: tuple[Column, ...], counting: AbstractSet[str]) -> None:
        """Show another collection, sorted by the same column where it has that."""
        self.beginResetModel()
        names = [column.name for column in columns]
        if self._wishes.column >= 0:
            sorted_by = self._columns[self._wishes.column].name
            self._wishes = self._wishes._replace(column=names.index(sorted_by) if sorted_by in names else AS_COLLECTED)
        self._rows, self._columns, self._counting = rows, columns, set(counting)
        self._numbers = {}
        self._arrange()
        self.endResetModel()

    @property
    def names(self) -> list[str]:
        """The names of the columns, that of ticks first."""
        return [_TICK_NAME, *(column.name for column in self._columns)] if self._columns else []

    def number_columns(self, numbers: Mapping[str, int | None]) -> None:
        """Put numbers before the headings of the columns with these names, and before no others."""
        named = {self.names.index(name): number for name, number in numbers.items()}
        self._numbers = {column: f"{number}. " for column, number in named.items() if number is not None}
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))

    def wish(self, wishes: Wishes) -> None:
        """Show other rows, or in another order."""
        if wishes != self._wishes:
            self.beginResetModel()
            self._wishes = wishes
            self._arrange()
            self.endResetModel()

    def restyle(self, palette: QPalette) -> None:
        """Use the colours of this palette."""
        self._quiet = quiet_colour(palette)
        for outcome, (name, state) in OUTCOME_STYLES.items():
            self._icons[outcome] = icon(name, state_colour(state, palette), selected=palette.highlightedText().color())

    def toggle(self, line: int, others: Sequence[int] = ()) -> None:
        """Count the application of a line, or count it no more; so, too, with those of the other lines."""
        own = [each for each in (self._lines[number] for number in (line, *others)) if isinstance(each, Row)]
        if own:
            files = {row.file for row in own}
            self._counting = self._counting - files if own[0].file in self._counting else self._counting | files
            self._group_cells.clear()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(self._columns)))
            self.counting_changed.emit()

    def text(self, line: int, column: int) -> str:
        """Returns what a cell says."""
        return self._text(self._lines[line], line, column)

    def copied(self, line: int) -> tuple[str, ...]:
        """Returns what is copied of the cells of a line, ready to be put between tabs."""
        row, tick = self._lines[line], self.text(line, TICK)
        if isinstance(row, Row):
            return tick, *row.copied
        return tick, *map(copied_cell, self._columns, self._cells_of(row, line))

    def is_number(self, column: int) -> bool:
        """Whether a column holds numbers."""
        return column != TICK and self._columns[column - 1].is_number

    def heading(self, column: int) -> str:
        """Returns the heading of a column with its unit."""
        spoken = _TICK_SPOKEN if column == TICK else self._columns[column - 1].spoken
        return f"{self._numbers.get(column, '')}{spoken}"

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() or not self._columns else len(self._columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return _name_of(self._lines[section]) if role == _SPOKEN else None  # shown in the cells, read as headings
        if role == _DISPLAY:
            short = _TICK_HEADING if section == TICK else self._columns[section - 1].heading
            return f"{self._numbers.get(section, '')}{short}"
        return self.heading(section) if role in (_SPOKEN, _TIP) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_tick = index.column() == TICK and isinstance(self._lines[index.row()], Row)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if is_tick else usual

    def setData(self, index: Index, _value: object, role: int = _DISPLAY) -> bool:
        if role == _CHECK and index.column() == TICK:
            self.toggle(index.row())
            return True
        return False

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        is_descending = order is Qt.SortOrder.DescendingOrder
        self.wish(self._wishes._replace(column=column - 1, is_descending=is_descending))

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        number, column = index.row(), index.column()
        line = self._lines[number]
        if role == _DISPLAY:
            return "" if column == TICK else self._text(line, number, column)
        if role == _ALIGN:
            return _RIGHT if self.is_number(column) else _LEFT
        if role == _SPOKEN:
            return self._spoken(line, number, column)
        if role == _TIP:
            return tooltip_of(self.heading(column), self._text(line, number, column))
        return self._look(line, column, role)

    def _look(self, line: Line, column: int, role: int) -> object:
        if isinstance(line, Group):
            return self._bold if role == _FONT else None
        if role == _CHECK and column == TICK:
            return Qt.CheckState.Checked if line.file in self._counting else Qt.CheckState.Unchecked
        if role == _ICON and column != TICK and line.outcome and self._columns[column - 1].name == CRITERIA:
            return self._icons[line.outcome]
        return self._quiet if role == _COLOUR and line.file not in self._counting else None

    def _arrange(self) -> None:
        self._group_cells.clear()
        self._lines = arranged(self._rows, self._wishes, self._counting)

    def _text(self, line: Line, number: int, column: int) -> str:
        if isinstance(line, Group):
            return "" if column == TICK else self._cells_of(line, number)[column - 1].text
        if column == TICK:
            return "ja" if line.file in self._counting else "nej"
        return line.texts[column - 1]

    def _spoken(self, line: Line, number: int, column: int) -> str:
        said = self._text(line, number, column)
        if isinstance(line, Group):
            return said or "ingen sum"
        return said if said not in ("", "–") else NOT_STATED

    def _cells_of(self, group: Group, number: int) -> tuple[Cell, ...]:
        if number not in self._group_cells:
            self._group_cells[number] = group_cells(group, self._columns, self._counting)
        return self._group_cells[number]


def _name_of(line: Line) -> str:
    return line.title if isinstance(line, Group) else line.municipality
