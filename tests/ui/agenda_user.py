"""A simulated user of the page »Dagsorden« in the window with collected drafts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from botilbud_desktop.ui.collecting.agenda.agenda_model import Column
from tests.ui.collector import Collector
from tests.ui.user import settle

if TYPE_CHECKING:
    from tests.ui.deeds import Scene

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier
_LONGEST_MS = 20_000


def make_agenda(scene: "Scene") -> Callable[[], object]:
    """The deed: collects the drafts of a folder, changes their agenda, and saves it as a workbook."""
    scene.draft()
    scene.questions.will_answer(scene.drive, scene.drive / "dagsorden.xlsx")
    return lambda: AgendaUser(Collector(scene.user, scene.questions)).save_and_close()


class AgendaUser:
    """Shows the page and works in it."""

    def __init__(self, there: Collector) -> None:
        self.there = there
        self.user = there.user
        self.page = there.window.agenda
        self.list = self.page.list
        self.keeper = there.collecting.desk.keeper
        self.show()

    def save_and_close(self) -> None:
        """Types a remark, saves the agenda as a workbook, and closes the window."""
        self.type_remark(1, "Anbefales")
        self.choose_paper("Excel …")
        self.wait_until_made()
        self.there.close()

    def show(self) -> None:
        """Chooses the page with its tab, and waits until what is kept is read."""
        bar = self.there.window.content.tabBar()
        QTest.mouseClick(bar, _LEFT, _NONE, bar.tabRect(1).center())
        self.wait_until(lambda: not self.page.is_held)

    def wait_until(self, is_done: Callable[[], object]) -> None:
        """Waits while the window lives."""
        for _turn in range(_LONGEST_MS // 10):
            if is_done():
                settle()
                return
            QTest.qWait(10)
        raise AssertionError("it never happened")

    def wait_until_saved(self) -> None:
        """Waits until everything that was typed is saved by itself."""
        self.wait_until(lambda: self.keeper.is_saved)

    def wait_until_shown(self) -> None:
        """Waits until what is kept of the drafts that were read again is read and shown."""
        self.wait_until(lambda: not (self.keeper.is_busy or self.page.is_held))

    def wait_until_made(self) -> None:
        """Waits until the paper that was asked for is made."""
        self.wait_until(lambda: not self.there.collecting.papers.is_making)

    def lines(self) -> list[str]:
        """Returns what the list says of each line, but the remarks."""
        return [" | ".join(self.cell(row, column) for column in list(Column)[:3]) for row in self.rows()]

    def remarks(self) -> list[str]:
        """Returns the remarks as the list shows them."""
        return [self.cell(row, Column.REMARK) for row in self.rows()]

    def rows(self) -> range:
        """Returns the rows."""
        return range(self.list.lines.rowCount())

    def cell(self, row: int, column: Column) -> str:
        """Returns what a cell says."""
        return str(self.list.lines.index(row, column).data() or "").strip()

    def spot(self, row: int, column: Column = Column.TITLE) -> QPoint:
        """Returns the middle of a cell."""
        index = self.list.lines.index(row, column)
        self.list.scrollTo(index)
        return self.list.visualRect(index).center()

    def click_row(self, row: int, column: Column = Column.TITLE) -> None:
        """Clicks a line."""
        QTest.mouseClick(self.list.viewport(), _LEFT, _NONE, self.spot(row, column))
        settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Presses a key in the widget with the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.there.window, key, modifiers)
        settle()

    def click(self, button: QPushButton) -> None:
        """Clicks a button."""
        self.user.click(button)
        settle()

    def type_number(self, row: int, number: str) -> None:
        """Types a number over that of a line, beginning with F2."""
        self.click_row(row)
        self.press(Qt.Key.Key_F2)
        field = self.list.findChild(QLineEdit, "agenda.number")
        assert isinstance(field, QLineEdit)
        field.selectAll()
        if number:
            QTest.keyClicks(field, number)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle()

    def type_remark(self, row: int, text: str) -> None:
        """Clicks a line and types at the beginning of the field beside the list."""
        self.click_row(row)
        field = self.page.remark.input
        QTest.mouseClick(field.viewport(), _LEFT, _NONE, QPoint(10, 10))
        QTest.keyClick(field, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        settle()

    def drag(self, row: int, to: QPoint, *, drop: bool = True) -> None:
        """Drags a line to a spot of the list with the mouse, and lets it go there."""
        view, start = self.list.viewport(), self.spot(row)
        QTest.mousePress(view, _LEFT, _NONE, start)
        for part in range(1, 6):
            where = QPointF(start) + (QPointF(to) - QPointF(start)) * part / 5
            QTest.mouseMove(view, where.toPoint())
        if drop:
            QTest.mouseRelease(view, _LEFT, _NONE, to)
        settle()

    def choose_paper(self, words: str) -> None:
        """Opens the menu »Gem som« with the keyboard, and chooses a command."""
        action = next(each for each in self.page.papers.actions() if each.text().replace("&", "") == words)
        self.page.papers.popup(self.page.save_button.mapToGlobal(QPoint(0, 0)))
        settle()
        QTest.mouseClick(self.page.papers, _LEFT, _NONE, self.page.papers.actionGeometry(action).center())
        settle()
