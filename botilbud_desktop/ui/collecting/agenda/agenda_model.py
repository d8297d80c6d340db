"""The model of the agenda's list: a line for each annex; the number of an application can be typed over."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPalette

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import Key
from botilbud_desktop.domain.text.hidden_marks import visible
from botilbud_desktop.ui.collecting.agenda.annex_lines import AnnexLine, annex_lines, doubled_numbers, remark_of
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft
from botilbud_desktop.ui.collecting.table.tooltip import tooltip_of
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour

type Index = QModelIndex | QPersistentModelIndex

_Role = Qt.ItemDataRole
_DISPLAY, _EDIT, _SPOKEN, _TIP = (
    int(role) for role in (_Role.DisplayRole, _Role.EditRole, _Role.AccessibleTextRole, _Role.ToolTipRole)
)
_ICON, _FONT, _COLOUR = (int(role) for role in (_Role.DecorationRole, _Role.FontRole, _Role.ForegroundRole))
_NO_INDEX = QModelIndex()
_LONGEST = 200
"""Characters of a remark in the list."""


class Column(IntEnum):
    """The columns of the list."""

    NUMBER = 0
    TITLE = 1
    PLACE = 2
    REMARK = 3


HEADINGS = {
    Column.NUMBER: "Nr.",
    Column.TITLE: "Ansøgning og bilag",
    Column.PLACE: "Bilag",
    Column.REMARK: "KKR’s bemærkninger",
}
_INSET = "    "
"""Before the annexes of an application."""


class AgendaModel(QAbstractTableModel):
    """Shows an agenda; it changes nothing by itself."""

    number_typed = Signal(object, str)
    """The key of an application, and the number that was typed for it."""

    def __init__(self, parent: QObject, palette: QPalette) -> None:
        super().__init__(parent)
        self._agenda = Agenda()
        self._lines: tuple[AnnexLine, ...] = ()
        self._doubled: frozenset[str] = frozenset()
        self._bold = QFont()
        self._bold.setBold(True)
        self._problem = QIcon()
        self._quiet = quiet_colour(palette)
        self.restyle(palette)

    @property
    def lines(self) -> Sequence[AnnexLine]:
        """All lines, from the top."""
        return self._lines

    @property
    def doubled(self) -> frozenset[str]:
        """The numbers that several annexes have."""
        return self._doubled

    def restyle(self, palette: QPalette) -> None:
        """Use the colours of this palette."""
        self._quiet = quiet_colour(palette)
        on_selected = palette.highlightedText().color()
        self._problem = icon(str(State.ATTENTION), state_colour(State.ATTENTION, palette), selected=on_selected)

    def show_agenda(self, agenda: Agenda, drafts: Sequence[HeldDraft]) -> None:
        """Show the drafts, which are in the usual order, as the agenda has them."""
        lines = annex_lines(agenda, drafts)
        if [(line.key, line.project) for line in lines] == [(line.key, line.project) for line in self._lines]:
            self._agenda, self._lines, self._doubled = agenda, lines, frozenset(doubled_numbers(lines))
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, Column.REMARK))
            return
        self.beginResetModel()
        self._agenda, self._lines, self._doubled = agenda, lines, frozenset(doubled_numbers(lines))
        self.endResetModel()

    def show_remarks(self, agenda: Agenda, row: int) -> None:
        """Show an agenda that differs in the remark of one row alone."""
        self._agenda = agenda
        self.dataChanged.emit(self.index(row, Column.REMARK), self.index(row, Column.REMARK))

    def row_of(self, key: Key | None, project: str | None) -> int:
        """Returns the row of a project, else the first row of its application; -1 without one."""
        rows = [row for row, line in enumerate(self._lines) if line.key == key]
        own = (row for row in rows if self._lines[row].project == project)
        return next(own, rows[0] if rows else -1)

    def rows_of(self, key: Key | None) -> tuple[int, int]:
        """Returns the first row of an application, and the one after its last; -1 and 0 when it is not shown."""
        rows = [row for row, line in enumerate(self._lines) if line.key == key]
        return (rows[0], rows[-1] + 1) if rows else (-1, 0)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal and role == _SPOKEN:
            return f"Bilag {self._lines[section].place}"  # shown in the cells, read as a heading
        if orientation is not Qt.Orientation.Horizontal or role not in (_DISPLAY, _SPOKEN):
            return None
        return HEADINGS[Column(section)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_number = index.column() == Column.NUMBER and self._lines[index.row()].is_first
        return usual | Qt.ItemFlag.ItemIsEditable if is_number else usual

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        line = self._lines[index.row()]
        if role != _EDIT or index.column() != Column.NUMBER or not line.is_first:
            return False
        self.number_typed.emit(line.key, str(value))
        return True

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        line, column = self._lines[index.row()], Column(index.column())
        if role == _DISPLAY:
            return self._text(line, column)
        if role == _EDIT:
            return line.number if line.is_own_number else ""
        if role == _SPOKEN:
            return self._spoken(line, column)
        if role == _TIP:
            return tooltip_of(HEADINGS[column], self._text(line, column).strip())
        if role == _ICON and column is Column.NUMBER and line.number in self._doubled:
            return self._problem
        if role == _FONT and line.is_first and column in (Column.NUMBER, Column.TITLE):
            return self._bold
        return self._quiet if role == _COLOUR and (column is Column.PLACE or line.key is None) else None

    def _text(self, line: AnnexLine, column: Column) -> str:
        if column is Column.NUMBER:
            return visible(line.number)
        if column is Column.TITLE:
            return line.title if line.is_first or line.key is None else f"{_INSET}{line.title}"
        if column is Column.PLACE:
            return f"Bilag {line.place}"
        return visible(" ".join(remark_of(self._agenda, line)[:_LONGEST].split()))

    def _spoken(self, line: AnnexLine, column: Column) -> str:
        text = self._text(line, column).strip()
        if column is Column.NUMBER and line.number in self._doubled:
            return f"{text}, brugt mere end én gang"
        return text or "ingen"
