"""Undo and redo while a comment is being written: the cursor stays in its input, and nothing lands in the form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.user.person import person_here
from tests.ui.commented import LOAN, on_loan, with_comments
from tests.ui.conftest import OpenDraft
from tests.ui.test_comments import focus_name, link, pane
from tests.ui.user import User

SHIFT = Qt.KeyboardModifier.ShiftModifier


def texts(user: User) -> list[str]:
    """Returns the words of all comments of the draft."""
    return [one.text for one in user.application.comments]


def is_in_input(user: User) -> bool:
    """Whether a comment is being written, and its input has the cursor."""
    return pane(user).is_writing and QApplication.focusWidget() is pane(user).composer.input


def test_a_new_comment_is_undone_and_repeated_in_its_input(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments())
    user.go_to("page.project.0")
    loan = user.value(LOAN)
    user.click(LOAN)
    user.press(Qt.Key.Key_F2, SHIFT)
    user.keys("abc")
    user.undo()
    assert (is_in_input(user), pane(user).composer.input.text(), texts(user)) == (True, "", [])
    user.redo()
    assert (is_in_input(user), pane(user).composer.input.text(), texts(user)) == (True, "abc", ["abc"])
    user.undo()
    user.keys("xyz")
    assert (is_in_input(user), texts(user), user.value(LOAN)) == (True, ["xyz"], loan)
    user.press(Qt.Key.Key_Escape)
    assert focus_name() == LOAN


def test_a_comment_that_is_being_changed_has_its_former_words_after_undo(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan(1, "Hvorfor?", person_here().name)))
    user.go_to("page.project.0")
    loan = user.value(LOAN)
    user.click(LOAN)
    user.click(link(user, "Ret"))
    user.control(Qt.Key.Key_End)
    user.keys(" Nu")
    user.undo()
    assert (is_in_input(user), pane(user).composer.input.text()) == (True, "Hvorfor?")
    user.redo()
    assert (is_in_input(user), texts(user)) == (True, ["Hvorfor? Nu"])
    user.undo()
    user.control(Qt.Key.Key_End)
    user.keys("!")
    assert (texts(user), user.value(LOAN)) == (["Hvorfor?!"], loan)


@pytest.mark.parametrize("command", ["Afslut", "Slet"])
def test_what_was_done_to_another_comment_of_the_field_is_undone_beside_the_input(
    open_draft: OpenDraft, command: str
) -> None:
    user = open_draft(with_comments(on_loan()))
    user.go_to("page.project.0")
    user.click(LOAN)
    user.press(Qt.Key.Key_F2, SHIFT)
    user.click(link(user, command))
    pane(user).focus_input()
    user.undo()
    assert (is_in_input(user), user.application.comments) == (True, (on_loan(),))
