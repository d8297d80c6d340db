"""The preview: the table as it was copied, with a choice of meaning above each column."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Grid, text_of
from botilbud_desktop.domain.table_import.headings import readable_columns
from botilbud_desktop.domain.table_import.layout import SKIPPED
from botilbud_desktop.domain.table_import.left_out import LeftOutRow, Reason
from botilbud_desktop.domain.table_import.plan import Plan, PlannedRow
from botilbud_desktop.domain.table_import.reading import BLANK, ReadCell, Verdict
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.web_form.field_kind import kind_of
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import header_item
from botilbud_desktop.ui.table_import.left_out_wording import outcome_words
from botilbud_desktop.ui.table_import.wording import unit_words
from botilbud_desktop.ui.widgets.tick_delegate import TickDelegate

SKIP = "Spring over"
_LONGEST = 80
_CHOICE_ROW, _UNIT_ROW, _FIRST_PROJECT = 0, 1, 2
_ROOM_FOR_ARROW = 5 * UNIT
_MOST_WIDTH = 34 * UNIT
_MARKS = {
    Verdict.DOUBTFUL: (State.ATTENTION, "Kontrollér"),
    Verdict.MISSING: (State.ATTENTION, "Mangler"),
    Verdict.NOT_UNDERSTOOD: (State.PROBLEM, "Ikke forstået"),
}
_NOT_SHOWN = (Reason.EMPTY, Reason.HEADINGS)
_TICKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PreviewGrid(QTableWidget):
    """Rows of projects; the first column shows what each row becomes."""

    meaning_chosen = Signal(int, str)
    """The column (from 0) and the form's path, or "" to skip it."""
    unit_chosen = Signal(int, str)
    """The column (from 0) and its `Unit`."""
    row_chosen = Signal(int, bool)
    """The row's index in the table, and whether it is taken as a project."""

    def __init__(self, round_: Round, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._round = round_
        self._labels = {SKIPPED: SKIP} | {
            field.path: own_label(field_path(field.path.replace("[]", "[0]")), round_)
            for field in readable_columns(round_)
        }
        self.choices: list[ChoiceInput] = []
        self.units: list[ChoiceInput] = []
        self.setObjectName("import.table")
        self.setAccessibleName("Det, der bliver indsat")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(_LEFT)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setItemDelegateForColumn(0, TickDelegate(self))
        self.itemChanged.connect(self._on_item_changed)

    def show_table(self, grid: Grid, first_row: int, meanings: Sequence[str]) -> None:
        """Shows another table, with new choices above its columns."""
        width = len(meanings)
        self.clear()
        self.choices = []
        self.units = []
        self.setRowCount(_FIRST_PROJECT)
        self.setColumnCount(width + 1)
        above = grid[first_row - 1] if first_row else ()
        texts = [text_of(above[column]) if first_row else "" for column in range(width)]
        headings = [printable(text, 24) or f"Kolonne {column + 1}" for column, text in enumerate(texts)]
        for column, words in enumerate(("Bliver til", *headings)):
            self.setHorizontalHeaderItem(column, header_item(words, words))
        for row, words in ((_CHOICE_ROW, "Kolonnen er"), (_UNIT_ROW, "Beløbene er i")):
            corner = QTableWidgetItem(words)
            corner.setFlags(Qt.ItemFlag.ItemIsEnabled)
            corner.setData(Qt.ItemDataRole.AccessibleTextRole, corner.text())
            self.setItem(row, 0, corner)
            self.setVerticalHeaderItem(row, header_item("", words))
        for column, heading in enumerate(headings):
            choice = ChoiceInput()
            choice.setObjectName(f"import.column.{column}")
            choice.name_alone(f"Hvad kolonnen »{heading}« indeholder")
            for path, label in self._labels.items():
                choice.addItem(label, path)
            choice.setCurrentIndex(choice.findData(meanings[column]))
            choice.currentIndexChanged.connect(partial(self._on_chosen, column))
            self.setCellWidget(_CHOICE_ROW, column + 1, choice)
            self.choices.append(choice)
            self._add_unit_choice(column, heading)
        height = max((choice.sizeHint().height() for choice in self.choices), default=GAP)
        for row in (_CHOICE_ROW, _UNIT_ROW):
            self.setRowHeight(row, height)

    def _add_unit_choice(self, column: int, heading: str) -> None:
        choice = ChoiceInput()
        choice.setObjectName(f"import.unit.{column}")
        choice.name_alone(f"Enheden af beløbene i kolonnen »{heading}«")
        for unit in Unit:
            choice.addItem(unit_words(unit), unit)
        choice.currentIndexChanged.connect(partial(self._on_unit_chosen, column))
        room = QWidget()  # the table shows its cells' widgets itself, so the choice is hidden within one
        inside = QVBoxLayout(room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(choice)
        self.setCellWidget(_UNIT_ROW, column + 1, room)
        self.units.append(choice)

    def _show_units(self, plan: Plan) -> None:
        """Shows the unit of each column of amounts; the row is hidden where there is none."""
        for column, choice in enumerate(self.units):
            choice.setVisible(column in plan.units)
            if unit := plan.units.get(column):
                choice.blockSignals(True)
                choice.setCurrentIndex(choice.findData(unit.unit))
                choice.blockSignals(False)
        self.setRowHidden(_UNIT_ROW, not plan.units)

    def show_plan(self, plan: Plan, grid: Grid, meanings: Sequence[str]) -> None:
        """Shows what each row becomes, and how each cell is read."""
        for column, (choice, path) in enumerate(zip(self.choices, meanings, strict=True), start=1):
            shown = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            self.setHorizontalHeaderItem(column, header_item(shown, f"{shown}: {self._labels[path]}"))
            choice.blockSignals(True)
            choice.setCurrentIndex(choice.findData(path))
            choice.blockSignals(False)
        left_out = [row for row in plan.left_out if row.reason not in _NOT_SHOWN]
        both: list[PlannedRow | LeftOutRow] = [*plan.rows, *left_out]
        rows = sorted(both, key=lambda row: row.source)
        self.blockSignals(True)
        self._show_units(plan)
        self.setRowCount(_FIRST_PROJECT + len(rows))
        for position, row in enumerate(rows, start=_FIRST_PROJECT):
            outcome = self._outcome_item(row)
            self.setItem(position, 0, outcome)
            self.setVerticalHeaderItem(position, header_item("", outcome.text()))
            for column, path in enumerate(meanings):
                if path and isinstance(row, PlannedRow):
                    item = self._item(row.cells.get(path, BLANK), path, row)
                else:
                    item = self._skipped_item(text_of(grid[row.source][column]))
                self.setItem(position, column + 1, item)
        self._fit_columns()
        for position in range(_FIRST_PROJECT, self.rowCount()):
            self.resizeRowToContents(position)
        self.blockSignals(False)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * 8)

    def _fit_columns(self) -> None:
        for column in range(self.columnCount()):
            chosen = self.choices[column - 1].currentText() if column else ""
            least = self.fontMetrics().horizontalAdvance(chosen) + _ROOM_FOR_ARROW
            self.setColumnWidth(column, max(least, min(self.sizeHintForColumn(column), _MOST_WIDTH)))

    def _outcome_item(self, row: PlannedRow | LeftOutRow) -> QTableWidgetItem:
        """Returns what a row becomes, with a tick that takes it or leaves it out."""
        is_taken = isinstance(row, PlannedRow)
        if isinstance(row, PlannedRow):
            item = QTableWidgetItem(
                f"{'Erstatter projekt' if row.is_update else 'Nyt projekt'} {row.project_index + 1}"
            )
        else:
            item = QTableWidgetItem(outcome_words(row))
            item.setForeground(quiet_colour(self.palette()))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text())
        item.setData(Qt.ItemDataRole.UserRole, row.source)
        if is_taken or (isinstance(row, LeftOutRow) and row.reason is not Reason.NOTHING_CHOSEN):
            item.setFlags(_TICKED)
            item.setCheckState(Qt.CheckState.Checked if is_taken else Qt.CheckState.Unchecked)
        return item

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == 0 and item.row() >= _FIRST_PROJECT:
            is_taken = item.checkState() is Qt.CheckState.Checked
            self.row_chosen.emit(item.data(Qt.ItemDataRole.UserRole), is_taken)

    def _item(self, cell: ReadCell, path: str, row: PlannedRow) -> QTableWidgetItem:
        shown = printable(cell.shown, _LONGEST)
        item = QTableWidgetItem(shown)
        said = shown or NOT_STATED
        if cell.verdict in _MARKS:
            state, words = _MARKS[cell.verdict]
            item.setText(f"{shown}\n{words}" if shown else words)
            item.setIcon(icon(str(state), state_colour(state, self.palette())))
            said = f"{said}. {words}. {cell.remark}"
        item.setTextAlignment(_LEFT if kind_of(path).is_text else _RIGHT)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        return item

    def _skipped_item(self, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(printable(text, _LONGEST))
        item.setForeground(quiet_colour(self.palette()))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text() or "tom")
        return item

    def _on_chosen(self, column: int, _index: int) -> None:
        self.meaning_chosen.emit(column, str(self.choices[column].currentData()))

    def _on_unit_chosen(self, column: int, _index: int) -> None:
        self.unit_chosen.emit(column, str(self.units[column].currentData()))
