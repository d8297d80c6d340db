"""»Fortsæt, hvor du slap«: the cursor, the selection and the scrolling are as before, or as near as can be."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application, DailyRate
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.recovery.position import Position
from botilbud_desktop.ui.fields.text.text_input import TextInput
from tests.ui import drafts
from tests.ui.keeping import QUICK, SLOW_FILE, Programs
from tests.ui.test_recovery import click_in_bar, draft, wait_for_journal
from tests.ui.user import User, settle

__all__ = ["draft"]

LOAN, TEXT = "projects.1.loan.2026", "projects.1.description"
GO_ON, RESTORE = "Fortsæt, hvor du slap", "Gendan ændringerne"
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def select_two_words(user: User) -> None:
    """Puts the cursor into a text far down, and selects backwards from it by keys."""
    user.click(TEXT)
    user.press(Qt.Key.Key_End, _CONTROL)
    for _line in range(3):
        user.press(Qt.Key.Key_Up)
    for _word in range(2):
        user.press(Qt.Key.Key_Left, _SHIFT | _CONTROL)


def place_of(user: User) -> Position:
    assert user.window.workbench is not None
    return user.window.workbench.position()


@pytest.fixture
def edited(draft: Path, programs: Programs) -> Callable[[], User]:
    """Returns a function that starts the program, changes the second project's loan, and selects in its text."""

    def start() -> User:
        user = programs.start(draft, SLOW_FILE)
        user.go_to("page.project.1")
        user.write(LOAN, "23456")
        return user

    return start


@pytest.mark.parametrize("is_opened", [True, False])
def test_after_a_crash_the_selection_and_the_scrolling_are_as_before(
    edited: Callable[[], User], draft: Path, programs: Programs, qtbot: QtBot, is_opened: bool
) -> None:
    user = edited()
    select_two_words(user)
    before = place_of(user)
    selected = user.area(TEXT).textCursor().selectedText()
    assert selected
    assert before.cursor < before.anchor
    wait_for_journal(user, qtbot)
    programs.kill(user)
    again = programs.start(draft if is_opened else None, SLOW_FILE)
    click_in_bar(again, RESTORE)
    settle()
    assert place_of(again) == before
    assert QApplication.focusWidget() is again.area(TEXT)
    assert again.area(TEXT).textCursor().selectedText() == selected


def test_when_all_was_saved_the_cursor_is_where_it_was(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    user = programs.start(draft, QUICK)
    user.go_to("page.project.1")
    user.write(LOAN, "23456")
    qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
    select_two_words(user)
    before = place_of(user)
    wait_for_journal(user, qtbot)
    programs.kill(user)
    again = programs.start(None, SLOW_FILE)
    click_in_bar(again, GO_ON)
    settle()
    assert place_of(again) == before


def test_moving_the_cursor_alone_is_kept_too(edited: Callable[[], User], programs: Programs, qtbot: QtBot) -> None:
    user = edited()
    wait_for_journal(user, qtbot)
    user.press(Qt.Key.Key_Home)
    user.press(Qt.Key.Key_Right)
    expected = place_of(user)
    assert expected.cursor == 1
    wait_for_journal(user, qtbot)
    programs.kill(user)
    assert [entry.position for entry in programs.journalled()] == [expected]


def test_scrolling_alone_is_kept_too(edited: Callable[[], User], programs: Programs, qtbot: QtBot) -> None:
    user = edited()
    wait_for_journal(user, qtbot)
    bar = user.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    wait_for_journal(user, qtbot)
    programs.kill(user)
    assert [entry.position.scroll for entry in programs.journalled()] == [bar.value()]


def test_the_place_is_known_while_another_program_is_in_front(edited: Callable[[], User], qtbot: QtBot) -> None:
    user = edited()
    before = place_of(user)
    assert before.field == LOAN
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert place_of(user)[:2] == before[:2]
    other.close()


def test_a_selection_in_a_line_comes_back(edited: Callable[[], User]) -> None:
    user = edited()
    user.press(Qt.Key.Key_Home)
    user.press(Qt.Key.Key_Right)
    user.press(Qt.Key.Key_Right, _SHIFT)
    before = place_of(user)
    assert (before.anchor, before.cursor) == (1, 2)
    user.go_to("page.contacts")
    assert user.window.workbench is not None
    user.window.workbench.show_position(before)
    assert user.line(LOAN).selectedText() == "3"
    assert place_of(user) == before
    user.press(Qt.Key.Key_Left, _SHIFT)
    assert user.line(LOAN).selectedText() == ""


def three_rates() -> Application:
    thisted = drafts.example("thisted")
    rates = tuple(DailyRate(label=f"Gruppe {number}", lowest=900, highest=1_000) for number in (1, 2, 3))
    return replace(thisted, projects=(replace(thisted.projects[0], daily_rates=rates),))


@pytest.mark.parametrize(
    ("place", "page", "field"),
    [
        (Position("page.project.4", "projects.4.description"), "page.project.0", "projects.0.description"),
        (
            Position("page.project.0", "projects.0.daily_rates.7.lowest"),
            "page.project.0",
            "projects.0.daily_rates.2.lowest",
        ),
        (Position("page.project.0", "projects.0.gone"), "page.project.0", ""),
        (Position("page.project.0", ""), "page.project.0", ""),
        (Position("page.contacts", "contacts.gone"), "page.contacts", "contacts."),
    ],
)
def test_where_a_field_is_gone_the_nearest_is_led_to(
    open_draft: Callable[[Application], User], place: Position, page: str, field: str
) -> None:
    user = open_draft(three_rates())
    assert user.window.workbench is not None
    user.window.workbench.show_position(place)
    settle()
    assert user.page.objectName() == page
    focus = QApplication.focusWidget()
    assert focus is not None
    assert user.page.isAncestorOf(focus)
    assert focus.objectName().startswith(field)


def test_a_page_that_is_not_known_leaves_the_user_where_he_is(aalborg: User) -> None:
    aalborg.go_to("page.contacts")
    assert aalborg.window.workbench is not None
    aalborg.window.workbench.show_position(Position("page.gone", "gone"))
    assert aalborg.page.objectName() == "page.contacts"


def test_a_project_page_without_projects_is_the_table(open_draft: Callable[[Application], User]) -> None:
    user = open_draft(replace(drafts.example("thisted"), projects=()))
    assert user.window.workbench is not None
    user.window.workbench.show_position(Position("page.project.0", "projects.0.name"))
    assert user.page.objectName() == "page.projects"


def test_a_cursor_beyond_the_text_goes_to_its_end(empty: User) -> None:
    assert empty.window.workbench is not None
    empty.write("projects.0.name", "abc")
    for name, kind in (("projects.0.name", QLineEdit), ("projects.0.description", TextInput)):
        empty.window.workbench.show_position(Position("page.project.0", name, 90, 80))
        focus = QApplication.focusWidget()
        assert isinstance(focus, kind)
        assert focus.objectName() == name
    assert empty.area("projects.0.description").textCursor().position() == 0


def test_a_journal_of_before_has_a_page_and_a_field_only(draft: Path, programs: Programs) -> None:
    user = programs.start(draft, SLOW_FILE)
    assert user.window.workbench is not None
    user.window.workbench.show_position(Position("page.project.1", TEXT))
    settle()
    assert QApplication.focusWidget() is user.area(TEXT)
    assert drafts.content_of(draft) == draft_bytes(drafts.example("aalborg"))
