"""Shows steps, page and guidance one at a time where the window is too narrow, or the text too large, for all three."""

from enum import Enum, auto
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from botilbud_desktop.ui.workspace.guidance_pane import GuidancePane
from botilbud_desktop.ui.workspace.navigation import Navigation

_FILL_AFTER_MS = 150
"""Delay in ms before the folded guidance is filled, as it would be once it was painted."""


class Column(Enum):
    """What is shown of a workspace."""

    STEPS = auto()
    PAGE = auto()
    PANE = auto()


class Columns(NamedTuple):
    """The columns of a workspace, and the layouts that they stand in."""

    steps: QWidget
    page: QWidget
    pane: GuidancePane
    navigation: Navigation
    beside_steps: QWidget
    """The line between the steps and the page."""
    beside_pane: QWidget
    row: QHBoxLayout
    """What stands side by side."""
    middle: QVBoxLayout
    """The page, and below it the navigation."""


class Folding(QObject):
    """Folds the guidance first, then the steps; a button for each stands below the page, and shows it in its place."""

    def __init__(self, columns: Columns, workspace: QWidget) -> None:
        super().__init__(workspace)
        self._columns = columns
        self._folded: frozenset[Column] = frozenset()
        self._shown = Column.PAGE
        self._left: QWidget | None = None
        """The widget of the page that had the focus when another column was shown in its place."""
        self._buttons = {
            Column.STEPS: self._button(Column.STEPS, "Trin", "navigation.steps"),
            Column.PANE: self._button(Column.PANE, "Vejledning", "navigation.pane"),
        }
        columns.navigation.put_first(*self._buttons.values())

    def fold(self, *, steps: bool, pane: bool) -> None:
        """Fold these columns, and put the others beside the page."""
        folded = frozenset(column for column, folds in ((Column.STEPS, steps), (Column.PANE, pane)) if folds)
        if self._folded == folded:
            return
        self._folded = folded
        for column, button in self._buttons.items():
            button.setVisible(column in self._folded)
        self._place()
        if self._columns.navigation.isHidden():
            self.show_aside()
        else:
            self._show(self._shown if self._shown in self._folded else Column.PAGE)
        if Column.PANE in self._folded:
            QTimer.singleShot(_FILL_AFTER_MS, self._columns.pane, self._columns.pane.fill)

    def show_page(self) -> None:
        """Show the page, and beside it what is not folded."""
        self._show(Column.PAGE)

    def show_pane(self) -> None:
        """Show the guidance in the place of the page, if it is folded, with the focus in it."""
        if Column.PANE in self._folded:
            self._show_alone(Column.PANE)

    def go_back(self) -> bool:
        """Show the page again, with the focus where it was; returns whether something stood in its place."""
        if self._shown is Column.PAGE:
            return False
        self._show(Column.PAGE)
        left, self._left = self._left, None
        if left is not None and isValid(left) and self._columns.page.isAncestorOf(left):
            left.setFocus()
        return True

    def show_aside(self) -> None:
        """Show what takes the place of both the page and the guidance."""
        self._show(Column.PAGE)
        for part in (self._columns.pane, self._columns.beside_pane):
            part.hide()

    def _show(self, column: Column) -> None:
        there = self._columns
        self._shown = column
        there.page.setVisible(column is Column.PAGE)
        for one, part, line in (
            (Column.STEPS, there.steps, there.beside_steps),
            (Column.PANE, there.pane, there.beside_pane),
        ):
            part.setVisible(one is column or one not in self._folded)
            line.setVisible(one not in self._folded)
            self._buttons[one].setChecked(one is column)

    def _place(self) -> None:
        """Put a folded column into the place of the page, and one that is not folded beside it."""
        there = self._columns
        if Column.STEPS in self._folded:
            there.middle.insertWidget(0, there.steps, 1)
        else:
            there.row.insertWidget(0, there.steps)
        if Column.PANE in self._folded:
            there.middle.insertWidget(0, there.pane, 1)
        else:
            there.row.addWidget(there.pane)

    def _button(self, column: Column, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self._columns.navigation)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where it is to come back to
        button.clicked.connect(partial(self._on_clicked, column))
        return button

    def _on_clicked(self, asked: Column) -> None:
        if asked is self._shown:
            self.go_back()
        else:
            self._show_alone(asked)

    def _show_alone(self, column: Column) -> None:
        """Show a folded column in the place of the page, and remember where the cursor was."""
        if self._shown is Column.PAGE:
            self._left = QApplication.focusWidget()
        self._show(column)
        first = self._columns.steps if column is Column.STEPS else self._columns.pane.first_stop
        (self._buttons[column] if first is None else first).setFocus()
