"""A simulated user of the window with collected drafts."""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu

from botilbud_desktop.storage.collection.reading import look_for
from botilbud_desktop.ui.collecting.collecting import Collecting
from botilbud_desktop.ui.collecting.collection_window import CollectionWindow
from botilbud_desktop.ui.collecting.gathered import gathering
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, said_in, settle

if TYPE_CHECKING:
    from tests.ui.deeds import Scene

COMMAND = "Sa&ml ansøgninger …"
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier
_LONGEST_MS = 20_000


def collect_again(scene: "Scene") -> Callable[[], object]:
    """The deed: collects the drafts of a folder twice, and opens one of them."""
    scene.draft()
    scene.questions.will_answer(scene.drive)
    return lambda: Collector(scene.user, scene.questions).read_again_and_close()


class Collector:
    """Uses the command, whose question about the folder has its answer, and works in its window."""

    def __init__(self, user: User, questions: RecordedQuestions) -> None:
        self.user = user
        self.questions = questions
        self._go_on = Event()
        user.use_menu(COMMAND)
        (self.collecting,) = user.window.findChildren(Collecting)
        self.window: CollectionWindow = self.collecting.shown
        self.wait()

    def wait(self) -> None:
        """Waits until everything is read."""
        settle()
        for _turn in range(_LONGEST_MS // 10):
            if not self.collecting.is_reading:
                settle()
                return
            QTest.qWait(10)
        raise AssertionError("the drafts were never read")

    def read_again_and_close(self) -> None:
        """Reads once more with F5, opens a draft, and closes the window."""
        self.press(Qt.Key.Key_F5)
        self.wait()
        self.press(Qt.Key.Key_Return)
        self.close()

    def read_again(self) -> None:
        """Clicks »Opdatér«, and waits until everything is read."""
        self.user.click(self.window.again_button)
        self.wait()

    def close(self) -> None:
        """Closes the window."""
        self.window.close()
        settle()

    def column(self, heading: str) -> list[str]:
        """Returns what a column says, from the top."""
        lines = self.window.table.lines
        column = self.headings().index(heading)
        return [lines.text(row, column) for row in range(lines.rowCount())]

    def headings(self) -> list[str]:
        """Returns the headings of the columns."""
        lines = self.window.table.lines
        return [lines.heading(column) for column in range(lines.columnCount())]

    def said(self) -> list[str]:
        """Returns the texts of the labels that are shown."""
        return said_in(self.window)

    def doubts(self) -> list[str]:
        """Returns the list of what is doubtful."""
        listed = self.window.doubts.list
        return [listed.item(row).text() for row in range(listed.count())] if listed.isVisible() else []

    def go_to_row(self, row: int) -> None:
        """Goes to a row with the arrow keys."""
        table = self.window.table
        table.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(table, Qt.Key.Key_Home, _CONTROL)
        for _row in range(row):
            QTest.keyClick(table, Qt.Key.Key_Down)
        settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Presses a key in the widget with the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        settle()

    def click_cell(self, row: int, column: int, *, double: bool = False) -> None:
        """Clicks a cell; in the first column on the box of its tick."""
        table = self.window.table
        rect = table.visualRect(table.lines.index(row, column))
        spot = rect.center() if column else QPoint(rect.left() + 10, rect.center().y())
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, _NONE, spot)
        if double:
            QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, _NONE, spot)
        settle()

    def click_heading(self, heading: str) -> None:
        """Clicks the heading of a column."""
        lines, header = self.window.table.lines, self.window.table.horizontalHeader()
        column = self.headings().index(heading)
        self.window.table.scrollTo(lines.index(0, column))
        spot = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, _NONE, spot)
        settle()

    def choose(self, choices: QComboBox, words: str) -> None:
        """Chooses from a list with the arrow keys."""
        choices.setFocus(Qt.FocusReason.TabFocusReason)
        wanted = choices.findText(words)
        assert wanted >= 0, [choices.itemText(row) for row in range(choices.count())]
        while choices.currentIndex() != wanted:
            self.press(Qt.Key.Key_Down if choices.currentIndex() < wanted else Qt.Key.Key_Up)

    def choose_from_menu(self, column: int, words: str) -> None:
        """Opens the menu of a column's heading and chooses a command."""
        header = self.window.table.horizontalHeader()
        spot = QPoint(header.sectionViewportPosition(column) + 5, 5)
        header.customContextMenuRequested.emit(spot)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        self.user.choose_from_menu(words)
        settle()

    def hold_reading(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Makes the next reading wait until `let_read`."""
        monkeypatch.setattr(gathering, "look_for", lambda places: self._go_on.wait(60) and look_for(places))

    def let_read(self) -> None:
        """Lets what `hold_reading` holds go on."""
        self._go_on.set()
