"""One's own words of a comment can be changed: then they have the time of the change, and stay where they are."""

from PySide6.QtCore import Qt

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.comment_list import COMMENTS
from botilbud_desktop.domain.notes.records import Comment
from botilbud_desktop.storage.user.person import person_here
from tests.ui.commented import LOAN, on_loan, with_comments
from tests.ui.conftest import OpenDraft
from tests.ui.test_comments import pane
from tests.ui.user import User


def own(number: int = 1, text: str = "Hvorfor?") -> Comment:
    """Returns a comment that the user of these tests wrote on the loan."""
    return on_loan(number, text, person_here().name)


def begin_changing(user: User) -> None:
    """Press the first »Ret« at the loan."""
    user.go_to("page.project.0")
    user.click(LOAN)
    user.click(next(one for one in user.links(pane(user)) if one.words() == "Ret"))


def test_ones_own_words_can_be_changed_later_and_have_the_time_of_the_change(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(own(), own(2, "Fordi")))
    begin_changing(user)
    user.control(Qt.Key.Key_End)
    user.keys(" Moms?")
    changed, answer = user.application.comments
    now = user.window.repository.clock().replace(microsecond=0)
    assert (changed.text, changed.author, changed.written_at) == ("Hvorfor? Moms?", own().author, now)
    assert answer == own(2, "Fordi")
    for _character in " Moms?":
        user.press(Qt.Key.Key_Backspace)
    assert user.application.comments == (own(), own(2, "Fordi")), "with the old words it is as old as it was"
    user.keys("?")
    user.press(Qt.Key.Key_Escape)
    user.control(Qt.Key.Key_Z)
    assert user.application.comments == (own(), own(2, "Fordi"))


def test_words_of_others_cannot_be_changed(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan(1, "Hvorfor?", "Bo"), on_loan(2, "Fordi", ""), own(3)))
    user.go_to("page.project.0")
    user.click(LOAN)
    words = [one.words() for one in user.links(pane(user))]
    assert (words.count("Ret"), words.count("Afslut"), words.count("Slet")) == (1, 3, 3)


def test_taking_all_words_away_is_told_as_a_deletion(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(own()))
    begin_changing(user)
    user.control(Qt.Key.Key_A)
    user.press(Qt.Key.Key_Delete)
    user.press(Qt.Key.Key_Escape)
    assert list(user.application.comments) == []
    assert "Kommentaren er slettet." in user.notice_text()
    user.undo()
    assert list(user.application.comments) == [own()]


def test_one_that_is_emptied_and_written_again_stays_before_its_answer(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(own(), own(2, "Fordi")))
    begin_changing(user)
    user.control(Qt.Key.Key_A)
    user.press(Qt.Key.Key_Delete)
    user.keys("Nyt")
    assert [one.text for one in user.application.comments] == ["Nyt", "Fordi"]


def test_what_a_merge_ticked_off_stays_so_while_its_words_are_changed(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(own()))
    begin_changing(user)
    ticked = replace(own(), done=True)
    user.controller.editor.set_value(COMMENTS, (ticked,))
    pane(user).composer.render_view(user.view)
    pane(user).composer.input.setPlainText("Hvorfor? Moms?")
    (changed,) = user.application.comments
    assert (changed.text, changed.done) == ("Hvorfor? Moms?", True)
