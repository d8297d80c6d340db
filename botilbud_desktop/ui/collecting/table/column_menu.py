"""The menu of a column: sort by it, move it, hide it, and choose which columns are shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView

from botilbud_desktop.documents.collection.columns import MUNICIPALITY, PROJECT
from botilbud_desktop.ui.collecting.table.table_model import TICK, CollectionModel
from botilbud_desktop.ui.style.text import without_mnemonic

ASCENDING, DESCENDING, NOT_SORTED = "Sortér stigende", "Sortér faldende", "Som de blev samlet"
LEFT, RIGHT, HIDE, SHOW_ALL = "Flyt til venstre", "Flyt til højre", "Skjul kolonnen", "Vis alle kolonner"
_FIXED = (MUNICIPALITY, PROJECT)
"""Columns that are always shown: without them nobody knows what a row is."""


def fill_column_menu(menu: QMenu, view: QTableView, model: CollectionModel, column: int) -> None:
    """Add the commands of one column (an index of the model), and below them all columns to choose from."""
    header = view.horizontalHeader()
    place = header.visualIndex(column)
    _add(menu, ASCENDING, partial(view.sortByColumn, column, Qt.SortOrder.AscendingOrder))
    _add(menu, DESCENDING, partial(view.sortByColumn, column, Qt.SortOrder.DescendingOrder))
    _add(menu, NOT_SORTED, partial(view.sortByColumn, -1, Qt.SortOrder.AscendingOrder))
    menu.addSeparator()
    left, right = _neighbour(view, place, -1), _neighbour(view, place, 1)
    _add(menu, LEFT, partial(header.moveSection, place, left), left >= 0)
    _add(menu, RIGHT, partial(header.moveSection, place, right), right >= 0)
    _add(menu, HIDE, partial(view.setColumnHidden, column, True), not is_fixed(model, column))
    menu.addSeparator()
    add_shown_columns(menu, view, model)


def add_shown_columns(menu: QMenu, view: QTableView, model: CollectionModel) -> None:
    """Add an entry for each column that can be hidden, and one that shows all."""
    for column in range(model.columnCount()):
        if not is_fixed(model, column):
            action = menu.addAction(without_mnemonic(model.heading(column)))
            action.setCheckable(True)
            action.setChecked(not view.isColumnHidden(column))
            action.toggled.connect(partial(_show, view, column))
    _add(menu, SHOW_ALL, partial(_show_all, view, model))


def is_fixed(model: CollectionModel, column: int) -> bool:
    """Whether a column cannot be hidden."""
    return column == TICK or model.columns[column - 1].name in _FIXED


def _add(menu: QMenu, words: str, act: Callable[[], object], is_enabled: bool = True) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(act)
    action.setEnabled(is_enabled)
    return action


def _neighbour(view: QTableView, place: int, by: int) -> int:
    """Returns the visual index of the next column that is shown; -1 when there is none."""
    header = view.horizontalHeader()
    place += by
    while 0 <= place < header.count():
        if not header.isSectionHidden(header.logicalIndex(place)):
            return place
        place += by
    return -1


def _show(view: QTableView, column: int, is_shown: bool) -> None:
    view.setColumnHidden(column, not is_shown)


def _show_all(view: QTableView, model: CollectionModel) -> None:
    for column in range(model.columnCount()):
        view.setColumnHidden(column, False)
