"""Every text fits: when half as long again, on the smallest screens, and at 150 and 200 % text size."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QHeaderView, QLabel, QTableWidget, QWidget

from botilbud_desktop.ui.help.letter_window import LetterWindow
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui.conftest import OpenWindow
from tests.ui.stretched import does_not_fit, longer, stretch
from tests.ui.user import User, settle

pytestmark = pytest.mark.slow

SCREENS = [(1366, 696), (960, 468)]
"""Window sizes in px on a screen of 1366×768 at 100 %, and of 1920×1080 at 200 %."""
WalkPages = Callable[[], Iterator[str]]


@pytest.fixture
def text_size(qapp: QApplication) -> Iterator[Callable[[int], None]]:
    """Returns a function that sets the text size in %, and resets it afterwards."""

    def set_(percent: int) -> None:
        apply_text_size(qapp, percent)
        settle()

    yield set_
    set_(100)


@pytest.mark.parametrize("screen", SCREENS)
def test_texts_half_as_long_again_break_no_page(thisted: User, every_page: WalkPages, screen: tuple[int, int]) -> None:
    thisted.window.resize(*screen)
    settle()
    broken: dict[str, list[str]] = {}
    for page in every_page():
        stretch(thisted.page)
        if found := does_not_fit(thisted.page):
            broken[page] = found
    assert not broken
    assert thisted.window.width() <= screen[0]


@pytest.mark.parametrize("screen", SCREENS)
def test_texts_half_as_long_again_break_neither_pane_nor_bars(aalborg: User, screen: tuple[int, int]) -> None:
    aalborg.window.resize(*screen)
    settle()
    for part in (aalborg.workspace.pane, aalborg.workspace.notice):
        stretch(part)
        assert does_not_fit(part) == []
    assert aalborg.window.width() <= screen[0]


@pytest.mark.parametrize("screen", SCREENS)
def test_texts_half_as_long_again_break_neither_start_page_nor_letter(
    open_window: OpenWindow, screen: tuple[int, int]
) -> None:
    window = open_window(None).window
    window.resize(*screen)
    settle()
    stretch(window)
    assert does_not_fit(window) == []
    letter = LetterWindow(window)
    letter.open_round(window.repository.library.round(window.repository.library.ids()[0]))
    stretch(letter)
    assert does_not_fit(letter) == []
    letter.close()


@pytest.mark.parametrize(("percent", "screen"), [(150, SCREENS[0]), (200, SCREENS[0]), (150, SCREENS[1])])
def test_large_text_breaks_no_page(
    thisted: User,
    every_page: WalkPages,
    text_size: Callable[[int], None],
    percent: int,
    screen: tuple[int, int],
) -> None:
    thisted.window.resize(*screen)
    text_size(percent)
    broken: dict[str, list[str]] = {}
    for page in every_page():
        if found := [*does_not_fit(thisted.page), *does_not_fit(thisted.workspace.pane)]:
            broken[page] = found
    assert not broken
    assert thisted.window.width() <= screen[0]


def test_what_does_not_fit_is_found(qapp: QApplication) -> None:
    holder = QWidget()
    cut, upon = plain_label("Et par ord", holder, wrap=False), QLabel("Andre ord", holder)
    cut.setGeometry(0, 0, 12, 20)
    upon.setGeometry(5, 5, 100, 20)
    holder.show()
    found = does_not_fit(holder)
    assert any("px wide" in line for line in found)
    assert any("lies on" in line for line in found)
    holder.hide()
    assert len(longer("Et par ord")) >= 15


@pytest.mark.parametrize("screen", SCREENS)
def test_the_rows_of_the_table_are_as_high_as_their_names_need(aalborg: User, screen: tuple[int, int]) -> None:
    aalborg.window.resize(*screen)
    aalborg.go_to("page.projects")
    grid = aalborg.widget("projects.table", QTableWidget)
    assert [grid.rowHeight(row) for row in range(2)] == [
        max(grid.sizeHintForRow(row), grid.verticalHeader().minimumSectionSize()) for row in range(2)
    ]
    assert grid.rowHeight(0) > 1.5 * grid.fontMetrics().lineSpacing()


def test_rows_that_were_made_for_a_narrow_column_are_made_anew_when_they_are_shown(aalborg: User) -> None:
    aalborg.go_to("page.projects")
    grid = aalborg.widget("projects.table", QTableWidget)
    fit = grid.rowHeight(0)
    aalborg.go_to("page.contacts")
    rows = grid.verticalHeader()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.resizeSection(0, 3 * fit)
    aalborg.go_to("page.projects")
    assert grid.rowHeight(0) == fit


@pytest.mark.parametrize(
    "words", ["&Indstillinger …", "&Om Botilbud Desktop", "&Log til it-afdelingen …", "&Vejledning"]
)
def test_texts_half_as_long_again_break_no_window_of_the_menus(aalborg: User, qapp: QApplication, words: str) -> None:
    aalborg.window.resize(*SCREENS[1])
    aalborg.use_menu(words)
    (opened,) = (top for top in qapp.topLevelWidgets() if top.isVisible() and top is not aalborg.window)
    stretch(opened)
    found = does_not_fit(opened)
    opened.close()
    assert found == []


def test_a_page_gets_all_the_height_that_its_texts_need_where_it_is_narrow(
    aalborg: User, text_size: Callable[[int], None]
) -> None:
    """More than it would like to have in a wide window: it was no more, and the texts of Kontrol were cut."""
    text_size(200)
    aalborg.window.resize(667, 480)
    aalborg.go_to("page.check")
    settle()
    assert does_not_fit(aalborg.page) == []
    content = aalborg.page.column.parentWidget()
    assert content is not None
    assert content.height() > content.sizeHint().height()
