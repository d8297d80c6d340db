"""Where words have no room they end with »…«, and a tip says the whole of them; with room nothing is shortened."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.style.text import ShortenedLabel
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui.accessibility.cuts import cut_complaints
from tests.ui.test_stretched_texts import SCREENS, WalkPages
from tests.ui.user import User, settle

WORDS = "SEL § 107 (midlertidigt ophold)"


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    apply_text_size(qapp, 200)
    settle()
    yield
    apply_text_size(qapp, 100)


def shown(choice: ChoiceInput) -> str:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    return option.currentText


def test_a_choice_without_room_ends_with_dots_and_its_tip_says_all_of_it(qtbot: QtBot) -> None:
    choice = ChoiceInput()
    qtbot.addWidget(choice)
    choice.addItem(WORDS)
    choice.setFixedWidth(120)
    choice.show()
    settle()
    assert shown(choice).endswith("…")
    assert choice.toolTip() == WORDS
    assert choice.currentText() == WORDS
    choice.setFixedWidth(400)
    settle()
    assert shown(choice) == WORDS
    assert choice.toolTip() == ""


def test_a_choice_that_is_as_wide_as_its_longest_one_is_whole(qtbot: QtBot) -> None:
    choice = ChoiceInput()
    qtbot.addWidget(choice)
    choice.addItem(WORDS)
    choice.setSizeAdjustPolicy(choice.SizeAdjustPolicy.AdjustToContents)
    choice.resize(choice.sizeHint())
    assert shown(choice) == WORDS


@pytest.mark.parametrize("percent", [100, 200])
def test_a_choice_with_room_for_all_of_it_is_whole(qapp: QApplication, qtbot: QtBot, percent: int) -> None:
    apply_text_size(qapp, percent)
    choice = ChoiceInput()
    qtbot.addWidget(choice)
    choice.addItem(WORDS)
    choice.setMinimumContentsLength(len(WORDS))  # in letters »X«, which are wider
    choice.resize(choice.sizeHint())
    assert shown(choice) == WORDS
    apply_text_size(qapp, 100)


def test_a_line_without_room_ends_with_dots_and_its_tip_says_all_of_it(qtbot: QtBot) -> None:
    label = ShortenedLabel(8)
    qtbot.addWidget(label)
    label.setText(WORDS)
    assert label.minimumSizeHint().width() < label.sizeHint().width()
    label.resize(60, 20)
    label.show()
    settle()
    assert label.toolTip() == WORDS
    assert label.text() == WORDS
    label.setText("SEL")
    settle()
    assert label.toolTip() == ""


@pytest.mark.slow
@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_cut_with_a_large_text(thisted: User, every_page: WalkPages, screen: tuple[int, int]) -> None:
    thisted.window.resize(*screen)
    settle()
    found = {page: cuts for page in every_page() if (cuts := list(cut_complaints(thisted.window)))}
    assert not found


@pytest.mark.usefixtures("large_text")
def test_whether_it_is_saved_is_read_whole_where_there_is_no_room_for_all(aalborg: User) -> None:
    aalborg.window.resize(960, 468)
    settle()
    saved, closing = aalborg.window.statusBar().findChildren(ShortenedLabel)
    assert saved.toolTip() == ""
    assert saved.width() >= saved.fontMetrics().horizontalAdvance(saved.text())
    assert closing.toolTip() == closing.text()
