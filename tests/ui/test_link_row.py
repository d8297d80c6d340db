"""Links beside each other go on below where they have no room, each on one line while it fits."""

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.style.spacing import GAP
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.widgets.link_row import LinkRow
from tests.ui.user import settle


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[..., LinkRow]]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(2_000, 400)
    row = LinkRow(parent)

    def show(*words: str) -> LinkRow:
        for number, each in enumerate(words):
            row.add(each, f"link.{number}")
        row.resize(row.sizeHint())
        parent.show()
        settle()
        return row

    yield show
    parent.close()


def areas(row: LinkRow) -> list[QRect]:
    return [link.geometry() for link in row.in_order]


def test_with_room_they_stand_in_one_row(shown: Callable[..., LinkRow]) -> None:
    row = shown("Hvorfor viser Word et andet tal?", "Gør teksten kortere …", "Skriv i hele vinduet")
    assert {area.top() for area in areas(row)} == {0}
    assert row.height() == row.heightForWidth(row.width()) == max(area.height() for area in areas(row))


def test_without_room_whole_links_go_on_below(shown: Callable[..., LinkRow]) -> None:
    row = shown("Hvorfor viser Word et andet tal?", "Gør teksten kortere …", "Skriv i hele vinduet")
    first, second, _third = areas(row)
    row.resize(first.width() + GAP + second.width(), row.heightForWidth(first.width() + GAP + second.width()))
    settle()
    assert [(area.left() == 0, area.top() == 0) for area in areas(row)] == [(True, True), (False, True), (True, False)]
    assert {area.height() for area in areas(row)} == {first.height()}
    assert not any(one.intersects(other) for one, other in combinations(areas(row), 2))
    assert row.height() == areas(row)[2].bottom() + 1


def test_a_link_wider_than_the_row_breaks_its_words(shown: Callable[..., LinkRow]) -> None:
    row = shown("Hvorfor viser Word et andet tal?")
    (area,) = areas(row)
    narrow = area.width() // 2
    row.resize(narrow, row.heightForWidth(narrow))
    settle()
    assert areas(row)[0].width() == narrow
    assert areas(row)[0].height() > area.height()


def test_other_words_are_laid_out_anew(shown: Callable[..., LinkRow]) -> None:
    row = shown("Kort", "Skriv i hele vinduet")
    before = areas(row)[1].left()
    first = row.in_order[0]
    assert isinstance(first, LinkButton)
    first.show_words("Meget længere ord")
    row.resize(row.sizeHint())
    settle()
    assert areas(row)[1].left() > before


def test_buttons_stand_beside_links_in_the_middle_of_their_row(shown: Callable[..., LinkRow]) -> None:
    row = shown("Vis i teksten")
    row.take(QPushButton("Forny", row))
    row.take(QPushButton("Behold", row))
    row.resize(row.sizeHint())
    settle()
    link, first, second = areas(row)
    assert link.height() != first.height() == second.height()
    assert abs(link.center().y() - first.center().y()) <= 1
    narrow = second.right() - GAP
    row.resize(narrow, row.heightForWidth(narrow))
    settle()
    assert areas(row)[2].left() == 0
    assert areas(row)[2].top() > areas(row)[1].bottom()
