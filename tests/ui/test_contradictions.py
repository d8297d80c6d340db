"""Words that do not agree with the form: listed at their text, on Kontrol, and led to from both."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.fields.text.contradiction_list import ContradictionList
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.pages.check import CheckPage
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.writing.full_window import FullWindow
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.judged import CONTRADICTS, MESSAGE, marked, use_made_up_rules
from tests.ui.keeping import NOW
from tests.ui.user import User, said_in, settle

ONE, TWO = "1 sted i teksten passer måske ikke med tabellen", "2 steder i teksten passer måske ikke med tabellen"
TEXT = f"😀 Vi bygger {CONTRADICTS} i alt.\nResten."
DESCRIPTION, OF_PROJECT = "description", "projects.0.description"


@pytest.fixture(autouse=True)
def made_up_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    use_made_up_rules(monkeypatch)


@pytest.fixture
def user(open_draft: OpenDraft) -> User:
    """A user on the page of a description that says »19 pladser«, as that of the first project does."""
    draft = drafts.complete()
    projects = (replace(draft.projects[0], description=f"Her er {CONTRADICTS}."), *draft.projects[1:])
    user = open_draft(replace(draft, projects=projects, description=TEXT))
    user.go_to("page.description")
    return user


def listed(top: QWidget) -> ContradictionList:
    settle()
    (found,) = (one for one in top.findChildren(ContradictionList) if one.isVisible())
    return found


def is_listed(top: QWidget) -> bool:
    return any(one.isVisible() for one in top.findChildren(ContradictionList))


def link(top: QWidget, words: str, number: int = 0) -> LinkButton:
    return [one for one in listed(top).findChildren(LinkButton) if one.isVisible() and one.words() == words][number]


def alone(user: User) -> FullWindow:
    (full,) = (one for one in user.window.findChildren(FullWindow) if one.isVisible())
    return full


def selected(area: TextInput) -> str:
    return area.textCursor().selectedText()


def test_each_place_is_listed_below_its_text_with_two_links(user: User) -> None:
    assert said_in(listed(user.page)) == [ONE, MESSAGE]
    names = [one.accessibleName() for one in user.links(listed(user.page))]
    assert names == [f"Vis i teksten: {MESSAGE}", f"Vis i skemaet: {MESSAGE}"]
    user.go_to("page.project.0")
    assert said_in(listed(user.page)) == [ONE, MESSAGE]
    user.go_to("page.project.1")
    assert not is_listed(user.page)


def test_its_words_are_marked_and_selected_in_the_text(user: User) -> None:
    user.click(link(user.page, "Vis i teksten"))
    area = user.area(DESCRIPTION)
    assert QApplication.focusWidget() is area
    assert (selected(area), marked(area)) == (CONTRADICTS, [CONTRADICTS])


def test_its_value_is_gone_to_in_the_form(user: User) -> None:
    user.click(link(user.page, "Vis i skemaet"))
    assert user.page.objectName() == "page.project.0"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName().startswith("projects.0.places")


def test_kontrol_leads_to_the_words_of_each_text(user: User) -> None:
    for number, (page, name) in enumerate((("page.project.0", OF_PROJECT), ("page.description", DESCRIPTION))):
        user.go_to("page.check")
        page_of_check = user.page
        assert isinstance(page_of_check, CheckPage)
        user.click([one for one in user.links(page_of_check.advice) if MESSAGE in one.words()][number])
        assert user.page.objectName() == page
        area = user.area(name)
        assert QApplication.focusWidget() is area
        assert (selected(area), marked(area)) == (CONTRADICTS, [CONTRADICTS])
        assert area.viewport().rect().contains(area.cursorRect())
    assert [
        (one.severity.value, one.field) for one in user.view.assessment.findings if one.code == "text.contradicts"
    ] == [
        ("warning", "projects[0].description"),
        ("warning", "description"),
    ]


def test_the_note_of_the_field_does_not_say_it_again(user: User) -> None:
    user.controller.reveal_everything()
    user.go_to("page.project.0")
    assert user.texts().count(MESSAGE) == 1


def test_while_one_types_nothing_moves_and_new_places_wait(user: User) -> None:
    user.go_to("page.project.0")
    area = user.area(OF_PROJECT)
    below = user.page.findChild(QWidget, "projects.0.daily_rates.add")
    assert isinstance(below, QWidget)
    area.setFocus()
    before = (listed(user.page).geometry(), below.mapTo(user.page, QPoint(0, user.page.verticalScrollBar().value())))
    user.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    user.keys(f" Og {CONTRADICTS}.")
    assert said_in(listed(user.page)) == [ONE, MESSAGE]
    user.control(Qt.Key.Key_A)
    user.keys("Intet.")
    assert said_in(listed(user.page)) == []
    assert (
        listed(user.page).geometry(),
        below.mapTo(user.page, QPoint(0, user.page.verticalScrollBar().value())),
    ) == before
    user.keys(f" {CONTRADICTS}, ja {CONTRADICTS}")
    assert (
        listed(user.page).geometry(),
        below.mapTo(user.page, QPoint(0, user.page.verticalScrollBar().value())),
    ) == before
    user.press(Qt.Key.Key_Tab)
    assert said_in(listed(user.page)) == [TWO, MESSAGE, MESSAGE]
    user.click(link(user.page, "Vis i teksten", 1))
    assert area.textCursor().selectionStart() == len(f"Intet. {CONTRADICTS}, ja ")
    user.control(Qt.Key.Key_A)
    user.press(Qt.Key.Key_Delete)
    user.press(Qt.Key.Key_Tab)
    assert not is_listed(user.page)


def test_the_mark_follows_and_goes_with_the_words(user: User) -> None:
    user.click(link(user.page, "Vis i teksten"))
    area = user.area(DESCRIPTION)
    user.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    user.keys("Ord. ")
    assert marked(area) == [CONTRADICTS]
    user.click(link(user.page, "Vis i teksten"))
    assert selected(area) == CONTRADICTS
    user.keys("15 pladser")
    assert marked(area) == []


def test_the_mark_goes_when_the_page_is_left(user: User) -> None:
    user.click(link(user.page, "Vis i teksten"))
    area = user.area(DESCRIPTION)
    user.go_to("page.check")
    assert marked(area) == []


def test_a_list_that_grows_when_the_text_is_left_waits_until_the_mouse_is_let_go(user: User, qtbot: QtBot) -> None:
    user.write(DESCRIPTION, f"{CONTRADICTS}, {CONTRADICTS}, {CONTRADICTS}")
    user.click(f"{DESCRIPTION}.counts")  # below the text: it would move away under the mouse
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()
    qtbot.waitUntil(lambda: len(said_in(listed(user.page))) == 4)
    assert "3 steder" in said_in(listed(user.page))[0]


def test_of_many_places_the_first_ones_are_listed(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description=f"{CONTRADICTS} " * 1_000))
    user.go_to("page.description")
    said = said_in(listed(user.page))
    assert said[0] == "1.000 steder i teksten passer måske ikke med tabellen"
    assert said[1:] == [*[MESSAGE] * 6, "og 994 steder mere, som står på »Kontrol«"]


def test_a_long_text_is_scrolled_to_the_words(open_draft: OpenDraft) -> None:
    user = open_draft(
        replace(drafts.complete(), description="Ord, ord. " * 3_000 + f"Og {CONTRADICTS}." + " Ord." * 900)
    )
    user.go_to("page.description")
    user.click(link(user.page, "Vis i teksten"))
    area = user.area(DESCRIPTION)
    assert selected(area) == CONTRADICTS
    assert area.viewport().rect().contains(area.cursorRect())


def test_in_an_approved_draft_the_words_are_shown_too(open_draft: OpenDraft) -> None:
    user = open_draft(approved(replace(drafts.complete(), description=TEXT), "Åse", NOW))
    user.go_to("page.description")
    assert user.view.read_only
    user.click(link(user.page, "Vis i teksten"))
    area = user.area(DESCRIPTION)
    assert (selected(area), marked(area)) == (CONTRADICTS, [CONTRADICTS])
    user.go_to("page.check")
    user.click(next(one for one in user.links() if MESSAGE in one.words()))
    assert selected(user.area(DESCRIPTION)) == CONTRADICTS


def test_the_full_window_lists_them_beside_the_text_and_leads_back_to_the_form(user: User) -> None:
    user.click(DESCRIPTION)
    user.press(Qt.Key.Key_F11)
    area = alone(user).field.input
    before = area.geometry()
    assert said_in(listed(alone(user))) == [ONE, MESSAGE]
    user.click(link(alone(user), "Vis i teksten"))
    assert (selected(area), marked(area)) == (CONTRADICTS, [CONTRADICTS])
    user.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    user.keys(f" {CONTRADICTS}")
    assert said_in(listed(alone(user))) == [TWO, MESSAGE, MESSAGE]
    assert area.geometry() == before
    user.click(link(alone(user), "Vis i skemaet"))
    assert not any(one.isVisible() for one in user.window.findChildren(FullWindow))
    assert user.page.objectName() == "page.project.0"


def test_the_full_window_of_another_text_lists_its_own(user: User) -> None:
    user.go_to("page.project.0")
    user.click(OF_PROJECT)
    user.press(Qt.Key.Key_F11)
    user.keys(f"{CONTRADICTS}. ")
    assert said_in(listed(alone(user))) == [TWO, MESSAGE, MESSAGE]
    user.click(link(alone(user), "Vis i teksten", 1))
    assert selected(alone(user).field.input) == CONTRADICTS
