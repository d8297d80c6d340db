"""A locked draft answers an attempt to change it, once; its bar cannot be hidden for good."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.style.states import State
from tests.ui import drafts
from tests.ui.keeping import NOW, SLOW_FILE, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_recovery import draft
from tests.ui.user import User, settle

__all__ = ["draft"]

LOAN, TEXT = "projects.0.loan.2025", "projects.0.description"
HELD = "Du kan kun læse kladden, fordi den er åben hos Åse Ørsted. Beskeden nederst viser, hvad du kan gøre."
FROZEN = "Ansøgningen er godkendt og låst, så du kan ikke rette i den."
RESTING = "Ansøgningen er godkendt internt og låst. Den er ikke indsendt."


@pytest.fixture
def held(draft: Path, programs: Programs) -> Iterator[User]:
    """A draft that a colleague has open."""
    lock = lock_draft(draft, Person("Åse Ørsted", "PC-2"), NOW)
    yield programs.start(draft, SLOW_FILE)
    lock.release()


@pytest.fixture
def frozen(complete: User, questions: RecordedQuestions, qtbot: QtBot) -> User:
    """A draft that was approved and opened again."""
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse")
    questions.will_answer("approve")
    complete.click("approve.approve")
    complete.save()
    assert complete.path is not None
    complete.window.drafts.let_go()
    complete.window.drafts.open_path(complete.path)
    complete.page.complete()
    workbench = complete.window.workbench
    assert workbench is not None
    qtbot.waitUntil(lambda: workbench._locked_answers is not None)  # from when the page and its pane are shown
    return complete


def answer(user: User) -> str:
    notice = user.workspace.notice
    return notice.message.text() if notice.isVisible() else ""


def type_a_letter(user: User) -> None:
    user.click(LOAN)
    user.keys("9")


def type_in_a_text(user: User) -> None:
    user.click(TEXT)
    user.keys("x")


def delete(user: User) -> None:
    user.click(LOAN)
    user.press(Qt.Key.Key_Delete)


def erase(user: User) -> None:
    user.click(TEXT)
    user.press(Qt.Key.Key_Backspace)


def paste(user: User) -> None:
    user.click(TEXT)
    user.paste("Noget nyt")


def cut(user: User) -> None:
    user.click(TEXT)
    user.control(Qt.Key.Key_A)
    user.control(Qt.Key.Key_X)


def choose(user: User) -> None:
    user.click_into_combo(user.combo("projects.0.places.0.legal_basis"))
    user.press(Qt.Key.Key_Down)


def click_a_choice(user: User) -> None:
    user.click("projects.0.places.0.legal_basis")


def drop(user: User) -> None:
    area, content = user.area(TEXT), QMimeData()
    content.setText("Noget nyt")
    event = QDragEnterEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, content, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(area.viewport(), event)


def press_a_button(user: User) -> None:
    button = user.widget("projects.0.daily_rates.add", QWidget)
    assert not button.isEnabled()
    user.page.show_whole(button)
    settle()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def undo(user: User) -> None:
    assert user.window.workbench is not None
    user.window.workbench.undo()


ATTEMPTS = [
    *(type_a_letter, type_in_a_text, delete, erase, paste, cut),
    *(choose, click_a_choice, drop, press_a_button, undo),
]


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_an_attempt_in_a_draft_that_a_colleague_has_open_is_answered(
    held: User, attempt: Callable[[User], None]
) -> None:
    held.go_to("page.project.0")
    attempt(held)
    settle()
    assert answer(held) == HELD
    assert "allerede åben hos Åse Ørsted" in held.standing_text()
    assert held.application == drafts.example("aalborg")


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_an_attempt_in_an_approved_draft_is_answered_with_the_way_out(
    frozen: User, attempt: Callable[[User], None]
) -> None:
    before = frozen.application
    frozen.go_to("page.project.0")
    assert answer(frozen) == RESTING
    attempt(frozen)
    settle()
    assert answer(frozen).startswith(FROZEN)
    assert frozen.application == before
    frozen.click_notice("Skjul")
    assert answer(frozen) == RESTING, "the bar of a locked draft comes back"


def test_it_is_answered_once_and_again_on_another_step(held: User) -> None:
    type_a_letter(held)
    held.click_notice("Skjul")
    type_a_letter(held)
    type_in_a_text(held)
    assert answer(held) == ""
    held.go_to("page.contacts")
    held.click("contacts.names")
    held.keys("x")
    assert answer(held) == HELD


def test_reading_is_not_taken_for_an_attempt(held: User) -> None:
    held.go_to("page.project.0")
    shown = answer(held)
    held.click(TEXT)
    held.control(Qt.Key.Key_A)
    held.control(Qt.Key.Key_C)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Tab):
        held.press(key)
    held.control(Qt.Key.Key_2)
    assert answer(held) == shown != HELD


def test_a_draft_that_can_be_changed_is_not_watched(aalborg: User) -> None:
    assert aalborg.window.workbench is not None
    assert aalborg.window.workbench._locked_answers is None
    before = answer(aalborg)
    aalborg.write(LOAN, "23000")
    assert answer(aalborg) == before


def test_other_notices_do_not_hide_the_bar_of_an_approved_draft_for_good(frozen: User) -> None:
    notice = frozen.workspace.notice
    notice.show_hideable("Kopien er gemt.", State.DONE)
    frozen.click_notice("Skjul")
    assert answer(frozen) == RESTING
    notice.clear()
    settle()
    assert answer(frozen) == RESTING
    assert "Lås op og ret …" in [button.text() for button in notice.findChildren(QPushButton) if button.isVisible()]


def test_unlocking_from_the_answer_ends_it(frozen: User, questions: RecordedQuestions) -> None:
    frozen.go_to("page.project.0")
    type_a_letter(frozen)
    questions.will_answer("unlock")
    frozen.click_notice("Lås op og ret …")
    assert answer(frozen) == ""
    frozen.write(LOAN, "23001")
    assert frozen.value(LOAN) == 23001
    assert FROZEN not in answer(frozen)


def test_the_bar_of_a_draft_that_a_colleague_has_open_stays(held: User) -> None:
    bar = held.window.notices.bar
    assert [button.text() for button in bar.findChildren(QPushButton) if button.isVisible()] == ["Åbn en kopi"]
    for page in ("page.contacts", "page.check", "page.approve"):
        held.go_to(page)
        held.press(Qt.Key.Key_Escape)
        assert "allerede åben hos Åse Ørsted" in held.standing_text()
