"""In a small window each part stays whole: the notice, the search, the steps of closing, popups."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.theme import apply_text_size
from botilbud_desktop.ui.transfer.closing_list import ClosingRow
from botilbud_desktop.ui.widgets.popup import Popup
from botilbud_desktop.ui.writing.find_bar import FindBar
from tests.ui.small_screen import LAPTOP, use_screen
from tests.ui.small_window import small_window as holder
from tests.ui.stretched import does_not_fit
from tests.ui.user import User, settle

holder = pytest.fixture(holder)


@pytest.fixture
def at_200(qapp: QApplication) -> Iterator[None]:
    apply_text_size(qapp, 200)
    yield
    apply_text_size(qapp, 100)


def nothing() -> None: ...


@pytest.mark.usefixtures("at_200")
def test_the_buttons_of_a_notice_stand_below_its_message_and_come_back(complete: User) -> None:
    complete.window.resize(640, 480)
    bar = complete.workspace.notice
    said = "Vi fandt ændringer, der ikke blev gemt."
    bar.say(said, State.ATTENTION, ("Gendan ændringerne", nothing), ("Skjul", nothing))
    settle()
    buttons = bar.findChildren(QPushButton)
    assert all(button.y() > bar.message.geometry().bottom() for button in buttons)
    assert does_not_fit(bar) == []
    complete.window.resize(1600, 480)
    settle()
    assert all(button.x() > bar.message.geometry().right() for button in buttons)


@pytest.mark.usefixtures("at_200")
def test_a_long_message_takes_part_of_a_low_window_only_and_is_scrolled(complete: User) -> None:
    complete.window.resize(640, 400)
    bar = complete.workspace.notice
    bar.say("Et langt svar. " * 40, State.PROBLEM)
    settle()
    (area,) = bar.findChildren(QScrollArea)
    assert area.height() <= 100
    assert area.verticalScrollBar().maximum() > 0
    assert complete.window.height() == 400


def test_a_message_that_is_long_only_beside_its_buttons_is_scrolled_too(complete: User) -> None:
    complete.window.resize(667, 304)
    bar = complete.workspace.notice
    said = "Teksten er for lang. " * 12
    bar.say(said, State.PROBLEM, ("Se problemerne", nothing), ("Skjul", nothing))
    settle()
    assert bar.findChildren(QScrollArea)
    assert does_not_fit(bar) == []


@pytest.mark.usefixtures("at_200")
def test_the_search_has_more_lines_in_a_narrow_window(complete: User) -> None:
    complete.go_to("page.description")
    complete.window.resize(640, 700)
    complete.use_menu("Søg og &erstat …")
    settle()
    (bar,) = complete.window.findChildren(FindBar)
    assert complete.window.width() == 640
    assert does_not_fit(bar) == []
    close = bar.findChild(QPushButton, "find.close")
    assert isinstance(close, QPushButton)
    assert close.y() > bar.words.geometry().bottom()
    complete.window.resize(1400, 700)
    settle()
    assert close.geometry().center().y() == bar.words.geometry().center().y()


@pytest.mark.usefixtures("at_200")
def test_long_words_beside_a_tick_take_two_lines(complete: User) -> None:
    complete.window.resize(560, 480)
    complete.go_to("page.transfer")
    ticks = [row.tick for row in complete.page.findChildren(ClosingRow) if row.isVisible()]
    assert ticks
    assert any("\n" in tick.text() for tick in ticks)
    assert all("\n" not in tick.accessibleName() for tick in ticks)
    complete.window.resize(1400, 480)
    settle()
    assert all("\n" not in tick.text() for tick in ticks)


def test_a_popup_is_no_larger_than_the_screen_and_scrolls(holder: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    use_screen(LAPTOP, monkeypatch)
    popup = Popup(holder, "popup")
    rows = QVBoxLayout(popup)
    for number in range(30):
        rows.addWidget(QPushButton(f"Knap {number}", popup))
    popup.show_below(holder)
    settle()
    assert popup.height() <= LAPTOP.height()
    (area,) = popup.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    popup.close()
