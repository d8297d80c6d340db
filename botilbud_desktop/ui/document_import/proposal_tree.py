"""The proposed values, grouped by the application and its projects: each with a tick, its source and how sure it is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.value_formatter import ValueFormatter
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.rows import Destination, Row, Standing
from botilbud_desktop.ui.document_import.wording import STANDINGS, explained, group_title, target_words
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.widgets.tick_delegate import TickDelegate

_HEADINGS = ("Felt", "Foreslået værdi", "Vurdering", "I kladden nu", "Fundet i")
_FIELD, _VALUE, _STANDING, _PRESENT, _SOURCE = range(len(_HEADINGS))
_LONGEST = 120
_SHARES = (25, 30, 13, 18, 14)
"""The widths of the columns in per cent."""
_LEAST_CHARACTERS = 90
"""Where there is room for fewer, the columns can be scrolled."""
_KEY = Qt.ItemDataRole.UserRole
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class ProposalTree(QTreeWidget):
    """Shows the choices; what the user wants changed is only told."""

    ticks_asked = Signal(object, bool)
    """The rows (as numbers in the choices) that the user wants taken, or not."""
    edit_asked = Signal()
    """The user wants to correct what is current."""
    current_changed = Signal()
    """Another value or project is current."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._formatter = ValueFormatter(choices.round)
        self._items: list[QTreeWidgetItem] = []
        self._groups: list[tuple[int | None, QTreeWidgetItem]] = []
        self.setObjectName("document_import.values")
        self.setAccessibleName("Det, der er fundet i dokumentet")
        self.setHeaderLabels(_HEADINGS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setItemDelegateForColumn(_FIELD, TickDelegate(self))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.header().setSectionsMovable(False)
        self._fill()
        self.itemChanged.connect(self._on_item_changed)
        self.itemDoubleClicked.connect(self._on_double_clicked)
        self.currentItemChanged.connect(self._on_current_changed)

    @property
    def row(self) -> Row | None:
        """The current value; None when a group is current."""
        number = self._number_of(self.currentItem())
        return None if number is None else self._choices.rows[number]

    @property
    def project(self) -> int | None:
        """The current proposed project, when its own line is current."""
        return next((project for project, item in self._groups if item is self.currentItem()), None)

    def item_of(self, row: Row) -> QTreeWidgetItem:
        """Returns the line of a value."""
        return next(item for item, other in zip(self._items, self._choices.rows, strict=True) if other is row)

    def show_question(self) -> None:
        """Go to the first project that is asked about, else the first value to look at."""
        asked = [item for project, item in self._groups if project in self._choices.asked]
        rows = zip(self._items, self._choices.rows, strict=True)
        unsure = [item for item, row in rows if self._choices.standing(row) is Standing.DOUBTFUL]
        for item in (*asked, *unsure, *self._items)[:1]:
            self.setCurrentItem(item)

    def refresh(self) -> None:
        """Show what was decided since."""
        self.blockSignals(True)
        for project, item in self._groups:
            self._render_group(project, item)
        for row, item in zip(self._choices.rows, self._items, strict=True):
            self._render(row, item)
        self.blockSignals(False)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.refresh()  # the icons have other colours

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentItem()
        if event.key() in _EDIT_KEYS and current is not None:
            self.edit_asked.emit()
        elif event.key() == Qt.Key.Key_Space and current is not None:
            self._ask_for_ticks(current)
        else:
            super().keyPressEvent(event)

    def _ask_for_ticks(self, item: QTreeWidgetItem) -> None:
        """Ask for the ticks of what is selected, or of all below a heading, to become what that of `item` is not."""
        number = self._number_of(item)
        if number is None:
            self.ticks_asked.emit(self._numbers_below(item), self._tick_of_all(item) is not Qt.CheckState.Checked)
            return
        chosen = [known for other in self.selectedItems() if (known := self._number_of(other)) is not None]
        self.ticks_asked.emit(chosen if number in chosen else [number], not self._choices.rows[number].is_ticked)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * 6)

    def _fill(self) -> None:
        items: dict[int, QTreeWidgetItem] = {}
        numbers = {id(row): number for number, row in enumerate(self._choices.rows)}
        for project in (None, *self._choices.projects):
            rows = self._choices.rows_of(project)
            if not rows:
                continue
            group = QTreeWidgetItem(self)
            font = group.font(_FIELD)
            font.setBold(True)
            group.setFont(_FIELD, font)
            self._groups.append((project, group))
            for row in rows:
                item = QTreeWidgetItem(group)
                item.setData(_FIELD, _KEY, numbers[id(row)])
                items[numbers[id(row)]] = item
            group.setExpanded(True)
        self._items = [items[number] for number in range(len(items))]
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = max(self.viewport().width(), _LEAST_CHARACTERS * self.fontMetrics().averageCharWidth())
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, width * share // 100)

    def _render_group(self, project: int | None, item: QTreeWidgetItem) -> None:
        title = group_title(self._choices, project)
        cells = [title, "", "", "", ""]
        if project is not None:
            target = self._choices.targets[project]
            cells[_VALUE] = f"→ {target_words(self._choices, target)}"
            if target is Destination.ASKED:
                cells[_STANDING] = "Vælg"
                item.setIcon(_STANDING, self._icon(State.ATTENTION))
            else:
                item.setIcon(_STANDING, QIcon())
        self._put(item, cells)
        self._put_tick(item, self._tick_of_all(item))
        if project is not None:
            said = f"Hentes ind i: {target_words(self._choices, self._choices.targets[project])}"
            item.setData(_VALUE, Qt.ItemDataRole.AccessibleTextRole, said)

    def _render(self, row: Row, item: QTreeWidgetItem) -> None:
        path = row.found.field
        state, words = STANDINGS[self._choices.standing(row)]
        typed = next(iter(row.typed.values()), None)
        shown = self._formatter.text(row.value, path) if typed is None else typed
        target = self._choices.path_of(row)
        present = self._choices.half_typed(row) or ("" if target is None else self._present(row, target))
        label = own_label(path, self._choices.round)
        self._put(item, [label, *(printable(text, _LONGEST) for text in (shown, words, present, row.found.source))])
        item.setIcon(_STANDING, self._icon(state))
        spoken = f"{label}: {printable(shown, _LONGEST) or NOT_STATED}. {words}. {explained(self._choices, row)}"
        item.setData(_FIELD, Qt.ItemDataRole.AccessibleTextRole, spoken.rstrip())
        ticked = Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
        self._put_tick(item, ticked if self._choices.may_tick(row) else None)

    def _put_tick(self, item: QTreeWidgetItem, tick: Qt.CheckState | None) -> None:
        """Shows a tick, which the user may change; None where nothing can be taken."""
        item.setData(_FIELD, Qt.ItemDataRole.CheckStateRole, tick)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if tick is None else flags | Qt.ItemFlag.ItemIsUserCheckable)

    def _tick_of_all(self, group: QTreeWidgetItem) -> Qt.CheckState | None:
        """Returns the tick of all below a heading: one of several values for a field is enough. None for nothing."""
        rows = [self._choices.rows[number] for number in self._numbers_below(group)]
        left = [row for row in rows if self._choices.may_tick(row)]
        ticked = [row for row in left if row.is_ticked or any(other.is_ticked for other in self._choices.rivals(row))]
        if not left:
            return None
        if len(ticked) == len(left):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked

    def _numbers_below(self, group: QTreeWidgetItem) -> list[int]:
        items = [group.child(index) for index in range(group.childCount())]
        return [number for item in items if (number := self._number_of(item)) is not None]

    def _present(self, row: Row, target: FieldPath) -> str:
        return self._formatter.text(self._choices.present(row), target)

    def _put(self, item: QTreeWidgetItem, cells: Sequence[str]) -> None:
        for column, text in enumerate(cells):
            item.setText(column, text)
            said = f"{_HEADINGS[column]}: {text or NOT_STATED}" if column else text
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, said)

    def _icon(self, state: State) -> QIcon:
        palette = self.palette()
        return icon(str(state), state_colour(state, palette), selected=palette.highlightedText().color())

    def _number_of(self, item: QTreeWidgetItem | None) -> int | None:
        number = None if item is None else item.data(_FIELD, _KEY)
        return number if isinstance(number, int) else None

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        number = self._number_of(item)
        if column == _FIELD:
            numbers = self._numbers_below(item) if number is None else [number]
            self.ticks_asked.emit(numbers, item.checkState(_FIELD) is Qt.CheckState.Checked)

    def _on_double_clicked(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.edit_asked.emit()

    def _on_current_changed(self) -> None:
        self.current_changed.emit()
