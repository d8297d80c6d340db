"""Buttons stand beside each other where they fit, and below each other where they do not."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.style.theme import apply_text_size
from botilbud_desktop.ui.widgets.button_grid import button_grid
from tests.ui.user import User, settle

WORDS = ("Skemaet som PDF …", "Projektskemaer som PDF …", "Fordelingen som PDF …", "Felterne som tekst …")


def rows(buttons: list[QPushButton]) -> list[list[str]]:
    """Returns the words of the buttons, row by row."""
    tops = sorted({button.y() for button in buttons})
    return [[button.text() for button in buttons if button.y() == top] for top in tops]


def test_they_take_as_many_columns_as_fit_and_keep_their_order(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    buttons = [QPushButton(words, holder) for words in WORDS]
    column = QVBoxLayout(holder)
    column.addLayout(button_grid(buttons, in_a_row=2))
    widest = max(button.minimumSizeHint().width() for button in buttons)
    holder.show()
    for width, expected in (
        (600, [list(WORDS[:2]), list(WORDS[2:])]),
        (widest + 40, [[words] for words in WORDS]),
        (600, [list(WORDS[:2]), list(WORDS[2:])]),
    ):
        holder.resize(width, 300)
        settle()
        assert rows(buttons) == expected, width
        assert all(button.width() >= button.minimumSizeHint().width() for button in buttons)
        assert all(holder.rect().contains(button.geometry()) for button in buttons)


def test_at_no_width_does_the_layout_go_to_and_fro(qtbot: QtBot) -> None:
    """A column more takes a row away, and with it perhaps the scroll bar, and with that the column."""
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.addLayout(button_grid([QPushButton(words) for words in WORDS], in_a_row=2))
    area.setWidget(inner)
    area.show()
    for width in range(200, 420, 2):
        area.resize(width, 90)
        settle()
        before = inner.size()
        settle()
        assert inner.size() == before, width


@pytest.mark.slow
@pytest.mark.parametrize("page", ["page.projects", "page.approve"])
def test_no_page_scrolls_sideways_for_its_buttons_with_a_large_text(
    thisted: User, qapp: QApplication, page: str
) -> None:
    apply_text_size(qapp, 200)
    thisted.window.resize(960, 468)
    thisted.go_to(page)
    settle()
    assert thisted.page.horizontalScrollBar().maximum() == 0
    apply_text_size(qapp, 100)
