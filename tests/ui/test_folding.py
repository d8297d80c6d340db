"""In a narrow window, or with a large text, guidance and steps are folded; buttons show them in the page's place."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui import commented
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, focused, settle

NARROW = (667, 480)
LOAN = "projects.0.loan.2025"


@pytest.fixture
def at_200(qapp: QApplication) -> Iterator[None]:
    apply_text_size(qapp, 200)
    yield
    apply_text_size(qapp, 100)


@pytest.fixture
def narrow(complete: User) -> User:
    complete.window.resize(*NARROW)
    complete.go_to("page.project.0")
    complete.click(LOAN)
    settle()
    return complete


def shown(user: User) -> set[str]:
    """Returns which of steps, page and guidance are seen."""
    workspace = user.workspace
    page: QWidget = workspace.page
    parts = {"steps": workspace.steps, "page": page, "pane": workspace.pane}
    return {name for name, part in parts.items() if part.isVisible()}


def folds(user: User) -> list[str]:
    """Returns the buttons that show what is folded."""
    names = ("navigation.steps", "navigation.pane")
    found = (user.window.findChild(QPushButton, name) for name in names)
    return [button.text() for button in found if isinstance(button, QPushButton) and button.isVisible()]


def button(user: User, name: str) -> QPushButton:
    found = user.window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def press(user: User, name: str) -> None:
    user.click(button(user, name))


class Shows(QObject):
    """Counts how often a widget is shown."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Show
        return False


def test_a_folded_pane_is_not_shown_even_for_a_moment_on_the_way_to_another_step(narrow: User) -> None:
    shows = Shows(narrow.workspace.pane)
    narrow.go_to("page.description")
    press(narrow, "navigation.back")
    narrow.go_to("page.project.0")
    assert shows.count == 0, "the window must have room for it then, and grows beyond a small screen"


def test_a_window_with_room_folds_nothing(complete: User) -> None:
    complete.window.resize(960, 540)
    settle()
    assert shown(complete) == {"steps", "page", "pane"}
    assert folds(complete) == []


def test_the_guidance_is_folded_first_and_shown_in_the_place_of_the_page(narrow: User) -> None:
    assert shown(narrow) == {"steps", "page"}
    assert folds(narrow) == ["Vejledning"]
    press(narrow, "navigation.pane")
    assert shown(narrow) == {"steps", "pane"}
    assert button(narrow, "navigation.pane").isChecked()
    assert narrow.workspace.pane.isAncestorOf(focused(narrow.window))
    assert narrow.workspace.pane.guide.help.text()
    press(narrow, "navigation.pane")
    assert shown(narrow) == {"steps", "page"}
    assert focused(narrow.window).objectName() == LOAN


def test_escape_leads_back_to_the_field(narrow: User) -> None:
    press(narrow, "navigation.pane")
    narrow.press(Qt.Key.Key_Escape)
    assert shown(narrow) == {"steps", "page"}
    assert focused(narrow.window).objectName() == LOAN


def test_with_keys_the_focus_stays_where_it_can_be_seen(narrow: User) -> None:
    button(narrow, "navigation.pane").setFocus()
    narrow.press(Qt.Key.Key_Space)
    assert narrow.workspace.pane.isAncestorOf(focused(narrow.window))
    narrow.press(Qt.Key.Key_Escape)
    assert focused(narrow.window).isVisible()


@pytest.mark.usefixtures("at_200")
def test_with_a_large_text_the_steps_are_folded_too_and_lead_to_pages(narrow: User) -> None:
    assert shown(narrow) == {"page"}
    assert folds(narrow) == ["Trin", "Vejledning"]
    press(narrow, "navigation.steps")
    assert shown(narrow) == {"steps"}
    assert narrow.workspace.steps.hasFocus()
    narrow.press(Qt.Key.Key_Down)
    narrow.press(Qt.Key.Key_Return)
    assert shown(narrow) == {"page"}
    assert narrow.workspace.page.objectName() == "page.project.1"


@pytest.mark.usefixtures("at_200")
def test_from_the_steps_one_goes_on_to_the_guidance(narrow: User) -> None:
    press(narrow, "navigation.steps")
    press(narrow, "navigation.pane")
    assert shown(narrow) == {"pane"}
    assert not button(narrow, "navigation.steps").isChecked()
    narrow.press(Qt.Key.Key_Escape)
    assert shown(narrow) == {"page"}
    assert focused(narrow.window).objectName() == LOAN


def test_a_link_in_the_guidance_leads_to_its_field(narrow: User) -> None:
    press(narrow, "navigation.pane")
    row = narrow.workspace.pane.criteria.rows[1]
    row._toggle.click()
    settle()
    narrow.click(next(link for link in narrow.links(row) if link.words() == "Gå til feltet"))
    assert shown(narrow) == {"steps", "page"}
    assert isinstance(narrow.workspace.page, Page)
    assert narrow.workspace.page.isAncestorOf(focused(narrow.window))


def test_a_comment_is_written_where_it_can_be_seen(narrow: User) -> None:
    narrow.use_menu("Skriv en &kommentar")
    assert shown(narrow) == {"steps", "pane"}
    narrow.keys("Hvorfor?")
    assert [comment.text for comment in narrow.application.comments] == ["Hvorfor?"]
    narrow.press(Qt.Key.Key_Escape)
    assert shown(narrow) == {"steps", "page"}
    assert focused(narrow.window).objectName() == LOAN


def test_the_mark_of_a_comment_leads_to_it(open_draft: OpenDraft) -> None:
    user = open_draft(commented.draft())
    user.window.resize(*NARROW)
    user.go_to("page.project.0")
    user.click(f"{commented.LOAN}.comments")
    assert shown(user) == {"steps", "pane"}


def test_all_stands_side_by_side_again_where_there_is_room(narrow: User) -> None:
    press(narrow, "navigation.pane")
    narrow.window.resize(1280, 720)
    settle()
    assert shown(narrow) == {"steps", "page", "pane"}
    assert folds(narrow) == []
    workspace = narrow.workspace
    assert workspace.steps.geometry().right() < workspace.page.mapTo(workspace, workspace.page.rect().topLeft()).x()
    assert workspace.pane.geometry().right() == workspace.rect().right()


def test_the_folded_guidance_is_ready_and_so_are_the_other_pages(narrow: User) -> None:
    narrow.workspace.pane.fill()
    assert narrow.workspace.pane.criteria.rows[0].message.text()


def test_the_form_page_by_page_takes_the_place_of_page_and_guidance(narrow: User) -> None:
    narrow.use_menu("Skemaet si&de for side")
    assert shown(narrow) == {"steps"}
    narrow.press(Qt.Key.Key_Escape)
    assert shown(narrow) == {"steps", "page"}
    assert folds(narrow) == ["Vejledning"]


def test_a_text_that_is_made_larger_folds_at_once(complete: User, qapp: QApplication) -> None:
    complete.window.resize(960, 540)
    settle()
    apply_text_size(qapp, 200)
    settle()
    assert "pane" not in shown(complete)
    apply_text_size(qapp, 100)
    settle()
    assert shown(complete) == {"steps", "page", "pane"}


@pytest.mark.usefixtures("at_200")
def test_the_way_back_to_the_review_has_room_beside_what_is_folded(narrow: User) -> None:
    narrow.workspace.offer_way_back(narrow.workspace.show_check)
    settle()
    assert narrow.window.width() == NARROW[0]
    back = button(narrow, "navigation.way_back")
    assert back.geometry().bottom() < button(narrow, "navigation.back").geometry().top()
