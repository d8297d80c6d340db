"""What is too small to be hit is found, and the rows of an opened list are high enough."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.accessibility.targets import LEAST, target_complaints
from tests.ui.user import settle


@pytest.mark.parametrize(("apart", "size", "expected"), [(20, 18, 2), (24, 18, 0), (20, 24, 0), (18, 24, 0)])
def test_small_targets_near_each_other_are_found(qtbot: QtBot, apart: int, size: int, expected: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(200, 200)
    for number in range(2):
        button = QPushButton(str(number), holder)
        button.setGeometry(10, 10 + number * apart, 80, size)
    holder.show()
    settle()
    assert len(list(target_complaints(holder))) == expected


@pytest.mark.parametrize("words", ["x", "Vis", "Et længere link, der siger, hvor det fører hen"])
def test_a_link_is_at_least_24_px_each_way(qtbot: QtBot, words: str) -> None:
    link = LinkButton(words)
    qtbot.addWidget(link)
    assert link.sizeHint().width() >= LEAST
    assert link.sizeHint().height() >= LEAST
    assert link.minimumSizeHint().height() >= LEAST
    assert link.heightForWidth(500) >= LEAST


def test_the_rows_of_an_opened_list_are_at_least_24_px_high(qtbot: QtBot) -> None:
    choice = ChoiceInput()
    qtbot.addWidget(choice)
    choice.addItems(["Nye pladser", "Flyttede pladser"])
    choice.show()
    choice.showPopup()
    settle()
    view = choice.view()
    assert min(view.visualRect(view.model().index(row, 0)).height() for row in range(2)) >= LEAST
    choice.hidePopup()
