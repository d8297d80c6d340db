"""The items of a list that is too long, one line each; chosen ones can be deleted."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.repair.wording import deleted, words_of
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.button_grid import button_grid

LEAST_LINES = 6
"""Lines of a list or a text that are shown at least; in a low window the page scrolls."""
_PROJECTS = FieldPath(("projects",))


class ItemList(QWidget):
    """The list at one path."""

    split_asked = Signal(object)
    """The indices of the projects that are to be moved to a draft of their own."""

    def __init__(self, controller: DraftController, path: FieldPath) -> None:
        super().__init__()
        self._controller = controller
        self._path = path
        self._words: list[str] = []
        self._counted = plain_label("", self)
        self.list = QListWidget(self)
        self.list.setObjectName(f"repair.{path.object_name}")
        self.list.setAccessibleName("Rækker, som kan slettes")
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(TallRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # what is too long ends with »…«
        self.list.setMinimumHeight(LEAST_LINES * self.list.fontMetrics().lineSpacing())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._on_selection_changed)
        self.delete_button = QPushButton("Slet de valgte", self)
        self.delete_button.setObjectName(f"repair.{path.object_name}.delete")
        self.delete_button.setIcon(icon("delete", self.palette().buttonText().color()))
        self.delete_button.clicked.connect(self._on_delete)
        self.split_button = QPushButton("Flyt de valgte til en ny kladde …", self)
        self.split_button.setObjectName(f"repair.{path.object_name}.split")
        self.split_button.clicked.connect(self._on_split)
        self.split_button.setVisible(path == _PROJECTS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(self._counted)
        layout.addWidget(self.list, 1)
        layout.addLayout(button_grid([self.delete_button, self.split_button], in_a_row=2))
        self.render_draft()

    def render_draft(self) -> None:
        """Show the items of the draft as it is now."""
        words = [words_of(item, index) for index, item in enumerate(self._controller.editor.value(self._path))]
        if words != self._words:
            row = min(self._chosen(), default=self.list.currentRow())
            self._words = words
            self.list.clear()
            add_lines(self.list, words)
            unchosen = QItemSelectionModel.SelectionFlag.NoUpdate  # a second click must not delete the next ones
            self.list.setCurrentRow(min(row, len(words) - 1), unchosen)
        self._on_selection_changed()

    def focus_first(self) -> None:
        """Focus the list."""
        self.list.setFocus()

    def _chosen(self) -> set[int]:
        return {index.row() for index in self.list.selectedIndexes()}

    def _on_selection_changed(self) -> None:
        chosen = len(self.list.selectedIndexes())
        free = bool(chosen) and not self._controller.is_frozen
        self._counted.setText(
            f"{format_number(chosen)} af {format_number(len(self._words))} er valgt. "
            "Hold Shift eller Ctrl nede for at vælge flere."
        )
        self.delete_button.setEnabled(free)
        self.split_button.setEnabled(free)

    def _on_delete(self) -> None:
        chosen = self._chosen()
        kept = [index for index in range(len(self._words)) if index not in chosen]
        self._controller.editor.keep(self._path, kept)
        self._controller.tell_undoable(deleted(self._path, len(chosen)))
        self.list.setFocus()

    def _on_split(self) -> None:
        self.split_asked.emit(sorted(self._chosen()))


def add_lines(view: QListWidget, lines: Iterable[str]) -> None:
    """Add lines to a list, each also for screen readers."""
    for line in lines:
        item = QListWidgetItem()
        set_line(item, line)
        view.addItem(item)


def set_line(item: QListWidgetItem, line: str) -> None:
    """Show another line in an item."""
    item.setText(line)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, line)
