"""The ministry's letter and the guidance of its form, in a window that stays open beside the form."""

from itertools import pairwise

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QListWidgetItem,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.help.letter_page import LetterPage
from botilbud_desktop.ui.help.reading_window import ReadingWindow
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.announcing import Voice
from botilbud_desktop.ui.widgets.stacking import Stacking

TITLE = "Ministeriets brev og vejledning"
NOT_FOUND = "Ikke fundet"

_WIDTHS = (200, 460)
"""Narrow, so that the form stays in view beside it."""
_PART_ROLE = Qt.ItemDataRole.UserRole


class _Apart(TallRows):
    """Keeps entries of several lines apart; the list's own spacing would cut their last line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).grownBy(QMargins(0, HALF, 0, HALF))


class LetterWindow(ReadingWindow):
    """Headings to go to at the left; the search goes from place to place."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, TITLE, "&Søg i brevet", _WIDTHS)
        self.page = LetterPage(self)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_search_entered)
        self.list.itemActivated.connect(self._on_item)
        self.list.itemClicked.connect(self._on_item)
        self.previous = QPushButton("F&orrige", self)
        self.previous.clicked.connect(self.go_back)
        self.next = QPushButton("&Næste", self)
        self.next.clicked.connect(self.go_on)
        self.counted = plain_label("", self)
        ways = QWidget(self)
        row = Stacking(ways)
        row.setSpacing(UNIT)
        row.take(self.previous, 1)
        row.take(self.next, 1)
        self.lay_out(self.page, (ways, self.counted), ())
        order = (self.search, self.previous, self.next, self.list, self.page, self.close_button)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        QShortcut(QKeySequence(Qt.Key.Key_F3), self, self.go_on)
        QShortcut(QKeySequence("Shift+F3"), self, self.go_back)
        QShortcut(QKeySequence("Shift+Return"), self.search, self.go_back)
        self.list.setItemDelegate(_Apart(self.list))
        self._round_id = ""
        self._voice = Voice(self)
        self._on_searched("")

    def open_round(self, round_: Round) -> None:
        """Show the letter of a round at the right edge of the screen; a letter that is open stays where it is read."""
        if self._round_id != round_.id:
            self._round_id = round_.id
            self.page.show_round(round_)
            self._list_headings()
            self._on_searched(self.search.text())
        if not self.isVisible():
            self._place_beside()
        self.bring_up(self.page)

    def _on_searched(self, words: str) -> None:
        found = self.page.search(words.strip())
        for button in (self.previous, self.next):
            button.setEnabled(found > 0)
        if found:
            self.go_on()
        else:
            self._say(NOT_FOUND if words.strip() else "")

    def _on_search_entered(self) -> None:
        self.go_on()

    def _on_item(self, item: QListWidgetItem) -> None:
        self.page.go_to_part(item.data(_PART_ROLE))

    def go_on(self) -> None:
        """Go to the next place with the searched words."""
        self._go_by(1)

    def go_back(self) -> None:
        """Go to the place before it."""
        self._go_by(-1)

    def _go_by(self, by: int) -> None:
        index = self.page.go_by(by)
        if index is not None:
            self._say(f"{format_number(index + 1)} af {format_number(self.page.found)}")

    def _say(self, text: str) -> None:
        self.counted.setText(text)
        if text:
            self._voice.say(text)
        else:
            self._voice.forget()

    def _list_headings(self) -> None:
        self.list.clear()
        for index, part in enumerate(self.page.parts):
            if part.level:
                item = QListWidgetItem(part.text, self.list)
                item.setData(_PART_ROLE, index)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, part.text)
                font = item.font()
                font.setBold(part.level == 1)
                item.setFont(font)

    def _place_beside(self) -> None:
        available = self.screen().availableGeometry()
        self.move(QPoint(max(available.left(), available.right() - self.frameGeometry().width()), available.top()))
