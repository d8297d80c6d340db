"""While one types what to look for: the first match is gone to, and all that can be seen are marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QTextEdit

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.states import State, state_colour, state_surface
from botilbud_desktop.ui.writing.find_bar import FindBar
from botilbud_desktop.ui.writing.full_window import FullWindow
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW
from tests.ui.user import User, settle

TEXT = "Et bosted er et BOSTED.\nOg bo er noget andet end 😀 bosteder."
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def user(open_draft: OpenDraft) -> User:
    """A user on the page of the description, which is not the first text that holds the words."""
    draft = drafts.with_projects(1)
    project = replace(draft.projects[0], name="Bostedet", description="Et bosted, et bosted til")
    user = open_draft(replace(draft, projects=(project,), description=TEXT))
    user.go_to("page.description")
    return user


def bar(user: User) -> FindBar:
    (found,) = user.window.findChildren(FindBar)
    return found


def find(user: User, words: str) -> None:
    user.control(Qt.Key.Key_F)
    user.control(Qt.Key.Key_A)
    user.keys(words)
    settle()


def marks(area: TextInput) -> list[QTextEdit.ExtraSelection]:
    surface, strong = state_surface(State.ATTENTION, area.palette()), state_colour(State.ATTENTION, area.palette())
    return [one for one in area.extraSelections() if one.format.background().color() in (surface, strong)]


def marked(area: TextInput) -> list[str]:
    return sorted(one.cursor.selectedText() for one in marks(area))


def current(area: TextInput) -> list[int]:
    """Returns where the marks are that stand out."""
    strong = state_colour(State.ATTENTION, area.palette())
    return [one.cursor.selectionStart() for one in marks(area) if one.format.background().color() == strong]


def test_each_letter_narrows_what_is_marked_and_counts_it(user: User) -> None:
    area = user.area("description")
    find(user, "bo")
    assert marked(area) == ["BO", "bo", "bo", "bo"]
    assert bar(user).count.text() == "4 af 7"
    user.keys("sted")
    settle()
    assert marked(area) == ["BOSTED", "bosted", "bosted"]
    assert bar(user).count.text() == "4 af 6"
    user.keys("er")
    settle()
    assert marked(area) == ["bosteder"]
    assert current(area) == [TEXT.index("bosteder") + 1]
    user.keys("x")
    settle()
    assert (marked(area), bar(user).count.text()) == ([], "Ingen fund")


def test_the_first_match_from_the_cursor_on_is_gone_to_and_the_search_keeps_the_focus(user: User) -> None:
    area = user.area("description")
    user.click("description")
    cursor = area.textCursor()
    cursor.setPosition(10)
    area.setTextCursor(cursor)
    find(user, "bosted")
    assert area.textCursor().selectedText() == "BOSTED"
    assert QApplication.focusWidget() is bar(user).words
    assert current(area) == [TEXT.index("BOSTED")]
    user.press(Qt.Key.Key_Return)
    assert area.textCursor().selectedText() == "bosted"
    assert current(area) == [TEXT.index("bosteder") + 1]


def test_fewer_letters_lead_back_to_the_first_match_from_where_one_was(user: User) -> None:
    area = user.area("description")
    find(user, "bosteder")
    assert area.textCursor().selectionStart() == TEXT.index("bosteder") + 1
    user.press(Qt.Key.Key_Backspace)
    user.press(Qt.Key.Key_Backspace)
    settle()
    assert area.textCursor().selectionStart() == TEXT.index("bosted")


def test_what_stands_on_another_page_alone_is_gone_to(user: User) -> None:
    find(user, "Bostedet")
    assert user.page.objectName() == "page.project.0"
    assert user.line("projects.0.name").selectedText() == "Bostedet"
    assert QApplication.focusWidget() is bar(user).words


def test_the_marks_follow_the_page_that_is_shown_and_what_is_typed(user: User) -> None:
    find(user, "bosted")
    area = user.area("description")
    assert marked(area)
    user.go_to("page.project.0")
    settle()
    assert marked(user.area("projects.0.description")) == ["bosted", "bosted"]
    assert marked(area) == []
    user.click("projects.0.description")
    user.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    user.keys("bosted ")
    assert marked(user.area("projects.0.description")) == ["bosted"] * 3


def test_the_choices_count_for_the_marks(user: User) -> None:
    find(user, "bosted")
    for name in ("find.whole_words", "find.same_case"):
        box = bar(user).findChild(QCheckBox, name)
        assert isinstance(box, QCheckBox)
        user.click(box)
    assert marked(user.area("description")) == ["bosted"]


@pytest.mark.parametrize("how", ["escape", "empty"])
def test_nothing_is_marked_any_more_when_the_search_ends(user: User, how: str) -> None:
    find(user, "bosted")
    area = user.area("description")
    assert marked(area)
    if how == "empty":
        user.control(Qt.Key.Key_A)
        user.press(Qt.Key.Key_Delete)
    else:
        user.press(Qt.Key.Key_Escape)
    settle()
    assert marked(area) == []
    user.keys("bosted")
    settle()
    assert bool(marked(area)) == (how == "empty")


def test_the_full_window_is_searched_without_being_left(user: User) -> None:
    user.click("description")
    user.press(Qt.Key.Key_F11)
    (full,) = (one for one in user.window.findChildren(FullWindow) if one.isVisible())
    area = full.field.input
    find(user, "bosted")
    assert marked(area) == ["BOSTED", "bosted", "bosted"]
    assert area.textCursor().selectedText() == "bosted"
    user.keys("et")
    settle()
    assert full.isVisible()
    assert (marked(area), bar(user).count.text()) == ([], "1 fund")
    user.press(Qt.Key.Key_Return)
    assert user.page.objectName() == "page.project.0"


def test_the_marks_come_into_the_full_window_with_the_text(user: User) -> None:
    find(user, "bosted")
    assert user.page.objectName() == "page.description"
    user.press(Qt.Key.Key_F11)
    settle()
    (full,) = (one for one in user.window.findChildren(FullWindow) if one.isVisible())
    assert marked(full.field.input) == ["BOSTED", "bosted", "bosted"]


def test_in_a_text_of_thousands_of_matches_only_those_that_are_seen_are_marked(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="bosted og " * 3_900))
    user.go_to("page.description")
    area = user.area("description")
    find(user, "bosted")
    assert bar(user).count.text() == "1 af 3.900"
    first = marks(area)
    assert 10 < len(first) < 400
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle()
    last = marks(area)
    assert 10 < len(last) < 400
    assert max(one.cursor.selectionEnd() for one in last) == 10 * 3_900 - 4
    assert current(area) == []
    user.press(Qt.Key.Key_F3, SHIFT)
    settle()
    assert current(area) == [10 * 3_899]


def test_an_approved_draft_is_searched_too(open_draft: OpenDraft) -> None:
    user = open_draft(approved(replace(drafts.complete(), description=TEXT), "Åse", NOW))
    user.go_to("page.description")
    find(user, "bosted")
    assert marked(user.area("description")) == ["BOSTED", "bosted", "bosted"]


@pytest.mark.parametrize(("text", "base"), [("#000000", "#ffffff"), ("#f0f0f0", "#1e1e1e"), ("#ffffff", "#000000")])
def test_what_is_marked_can_be_read_in_every_theme(text: str, base: str) -> None:
    palette = QPalette()
    for role, colour in ((QPalette.ColorRole.Text, text), (QPalette.ColorRole.Base, base)):
        palette.setColor(role, colour)
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Button):
        palette.setColor(role, base)
    for state in (State.ATTENTION, State.INFORMATION):
        assert contrast(palette.text().color(), state_surface(state, palette)) >= 4.5
    assert contrast(palette.base().color(), state_colour(State.ATTENTION, palette)) >= 4.5
