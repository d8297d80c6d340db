"""A dialog never is larger than its screen; what has no room there is scrolled, in one direction."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.platform.window_geometry import room_on
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui.small_screen import LAPTOP, use_screen
from tests.ui.small_window import small_window as holder
from tests.ui.user import settle

holder = pytest.fixture(holder)
ROOM = room_on(LAPTOP).size()


@pytest.fixture(autouse=True)
def small_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    use_screen(LAPTOP, monkeypatch)


@pytest.fixture
def text_at_200(qapp: QApplication) -> Iterator[None]:
    yield
    apply_text_size(qapp, 100)


def dialog_of(holder: QWidget, buttons: int, wanted: QSize) -> QDialog:
    dialog = QDialog(holder)
    ScreenFit(dialog, wanted)
    column = QVBoxLayout(dialog)
    column.addWidget(plain_label("Et par ord, der står over knapperne. " * 4, dialog))
    for number in range(buttons):
        column.addWidget(QPushButton(f"Knap {number}", dialog))
    dialog.open()
    settle()
    return dialog


def areas(dialog: QDialog) -> list[QScrollArea]:
    return dialog.findChildren(QScrollArea)


def test_a_dialog_with_room_is_left_as_it_was_made(holder: QWidget) -> None:
    dialog = dialog_of(holder, 3, QSize(400, 250))
    assert dialog.size() == QSize(400, 250)
    assert areas(dialog) == []
    dialog.close()


def test_a_dialog_that_is_wanted_larger_than_the_screen_takes_all_of_a_small_one(holder: QWidget) -> None:
    dialog = dialog_of(holder, 3, QSize(1280, 640))
    assert dialog.size() == ROOM
    assert areas(dialog) == []
    dialog.close()


def test_what_has_no_room_is_scrolled_and_tab_brings_it_into_view(holder: QWidget) -> None:
    dialog = dialog_of(holder, 30, QSize(400, 200))
    (area,) = areas(dialog)
    assert dialog.height() <= ROOM.height()
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    buttons = dialog.findChildren(QPushButton)
    buttons[0].setFocus()
    for button in buttons[1:]:
        area.focusNextPrevChild(True)
        assert button.hasFocus()
        assert not button.visibleRegion().isEmpty()
    dialog.close()


@pytest.mark.usefixtures("text_at_200")
def test_a_dialog_that_outgrows_the_screen_with_its_text_scrolls_from_then_on(
    holder: QWidget, qapp: QApplication
) -> None:
    dialog = dialog_of(holder, 5, QSize(400, 250))
    assert areas(dialog) == []
    focused = dialog.findChildren(QPushButton)[2]
    focused.setFocus()
    apply_text_size(qapp, 200)
    settle()
    assert len(areas(dialog)) == 1
    assert focused.hasFocus()
    assert dialog.height() <= ROOM.height()
    for label in dialog.findChildren(QPushButton):
        assert label.height() >= label.minimumSizeHint().height()
    dialog.close()
