"""F6 and Shift+F6 go round the notices, the steps, the page and the guidance, and screen readers hear which."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.widgets.announcing import Voice
from tests.ui.test_folding import NARROW, press
from tests.ui.user import User, settle

SHIFT = Qt.KeyboardModifier.ShiftModifier


def where(user: User) -> str:
    """Returns the name of the part of the window that has the focus."""
    focused, there = QApplication.focusWidget(), user.workspace
    for name, part in (
        ("notice", there.notice),
        ("standing", user.window.notices.bar),
        ("steps", there.steps),
        ("page", there.shown_aside or there.page),
        ("pane", there.pane),
    ):
        if focused is not None and (part is focused or part.isAncestorOf(focused)):
            return name
    return ""


def round_trip(user: User, presses: int, *, back: bool = False) -> list[str]:
    found = []
    for _press in range(presses):
        user.press(Qt.Key.Key_F6, SHIFT if back else Qt.KeyboardModifier.NoModifier)
        found.append(where(user))
    return found


def without_notices(user: User) -> None:
    user.workspace.notice.clear()
    settle()


def test_f6_goes_round_the_parts_that_are_shown_and_shift_f6_back(thisted: User) -> None:
    without_notices(thisted)
    thisted.click("projects.0.name")
    assert round_trip(thisted, 4) == ["pane", "steps", "page", "pane"]
    assert round_trip(thisted, 3, back=True) == ["page", "steps", "pane"]


def test_it_comes_back_to_the_field_that_was_left(thisted: User) -> None:
    without_notices(thisted)
    thisted.click("projects.0.loan.2026")
    round_trip(thisted, 3)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "projects.0.loan.2026"


def test_from_the_buttons_below_the_page_it_goes_on_from_the_page(thisted: User) -> None:
    without_notices(thisted)
    thisted.workspace.navigation.forward.setFocus()
    assert round_trip(thisted, 1) == ["pane"]


def test_a_notice_is_one_of_the_parts_while_it_is_shown(thisted: User) -> None:
    thisted.workspace.notice.show_hideable("Dokumentet er gemt.", State.DONE)
    settle()
    thisted.click("projects.0.name")
    assert round_trip(thisted, 4) == ["pane", "notice", "steps", "page"]


def test_what_stands_in_place_of_the_page_is_the_page(thisted: User) -> None:
    without_notices(thisted)
    thisted.go_to("page.approve")
    thisted.click("approve.preview")
    assert round_trip(thisted, 3) == ["steps", "page", "steps"]


def test_which_part_it_is_is_said(thisted: User, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(Voice, "say", lambda _voice, text: said.append(text))
    without_notices(thisted)
    thisted.click("projects.0.name")
    round_trip(thisted, 3)
    assert [text for text in said if text in ("Trin", "Kriterier og vejledning")] == ["Kriterier og vejledning", "Trin"]
    assert f"Siden: {thisted.page.heading.text()}" in said


def test_folded_parts_are_passed_over(thisted: User) -> None:
    thisted.window.resize(*NARROW)
    settle()
    without_notices(thisted)
    thisted.workspace.show_field(field_path("projects[0].name"))
    settle()
    assert set(round_trip(thisted, 3)) <= {"page", "steps"}
    thisted.workspace.show_field(field_path("projects[0].name"))
    press(thisted, "navigation.pane")
    assert where(thisted) == "pane"
    round_trip(thisted, 2)
    assert thisted.page.isVisible()


def test_another_draft_has_parts_of_its_own(thisted: User) -> None:
    for _time in range(2):
        without_notices(thisted)
        thisted.click("projects.0.name")
        assert round_trip(thisted, 3) == ["pane", "steps", "page"]
        thisted.use_menu("&Luk kladden")
        assert thisted.path is not None
        thisted.window.drafts.open_path(thisted.path)
        settle()


def test_without_a_draft_the_key_does_nothing(thisted: User) -> None:
    thisted.use_menu("&Luk kladden")
    QTest.keyClick(thisted.window, Qt.Key.Key_F6)
    settle()
    assert thisted.window.workspace is None
