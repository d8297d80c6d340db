"""Parts side by side stand below each other where the room ends; buttons of a dialog's foot go on in the next row."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.button_row import ButtonRow
from botilbud_desktop.ui.widgets.stacking import Stacking
from tests.ui.user import settle


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_parts_without_room_beside_each_other_are_stacked_and_come_back(holder: QWidget) -> None:
    row = Stacking(holder)
    button, label = QPushButton("Vælg mappe …", holder), plain_label("Et par ord", holder)
    row.take(button)
    row.take(label, 1, least=120)
    wide = button.minimumSizeHint().width() + 200
    holder.resize(wide, 200)
    holder.show()
    settle()
    assert label.x() > button.geometry().right()
    holder.resize(button.minimumSizeHint().width() + 60, 200)
    settle()
    assert label.y() > button.geometry().bottom()
    assert holder.minimumSizeHint().width() <= button.minimumSizeHint().width()
    holder.resize(wide, 200)
    settle()
    assert label.x() > button.geometry().right()


def test_what_is_hidden_takes_no_room(holder: QWidget) -> None:
    row = Stacking(holder)
    first, second = QPushButton("Slet tidligere versioner …", holder), QPushButton("Luk", holder)
    row.take(first)
    row.take(second)
    first.hide()
    assert holder.minimumSizeHint().width() == second.minimumSizeHint().width()


def test_the_last_buttons_stand_at_the_end_of_their_row(holder: QWidget) -> None:
    row = ButtonRow(holder)
    first, hidden, last = (QPushButton(words) for words in ("Kopiér rækkerne", "Åbn kladden", "Luk"))
    row.put(first, hidden)
    row.put_at_end(last)
    hidden.hide()
    row.resize(600, row.heightForWidth(600))
    holder.show()
    settle()
    assert (first.x(), last.geometry().right()) == (0, 599)
    assert first.y() == last.y()
    narrow = first.sizeHint().width() + 10
    row.resize(narrow, row.heightForWidth(narrow))
    settle()
    assert last.y() > first.geometry().bottom()
    assert last.geometry().right() == narrow - 1
    assert row.height() >= last.geometry().bottom() + 1
