"""What the side pane shows of comments stays as the user left it: unfolded, in view, and with the focus."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from botilbud_desktop.domain.notes.comment_list import MOST_COMMENTS
from botilbud_desktop.ui.comments.wording import counted
from tests.ui.commented import LOAN, on_loan, with_comments
from tests.ui.conftest import OpenDraft
from tests.ui.test_comments import link, pane
from tests.ui.user import said_in, settle

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_long_comment_stays_unfolded_while_it_is_answered(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan(1, "Et langt spørgsmål. " * 40 + "SLUT")))
    user.go_to("page.project.0")
    user.click(LOAN)
    user.click(link(user, "Vis det hele"))
    user.click(link(user, "Svar"))
    user.keys("Fordi")
    assert any("SLUT" in said for said in said_in(pane(user)))
    user.press(Qt.Key.Key_Escape)
    user.click("projects.0.name")
    user.click(LOAN)
    assert not any("SLUT" in said for said in said_in(pane(user))), "it is folded again when the user comes back"


def test_why_nothing_more_can_be_written_is_in_view(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(*(on_loan(number) for number in range(MOST_COMMENTS))))
    user.go_to("page.project.0")
    user.click(LOAN)
    user.press(Qt.Key.Key_F2, SHIFT)
    user.keys("a")
    settle()
    note = pane(user).composer.note
    area = pane(user).parentWidget()
    assert area is not None
    assert area.rect().contains(QRect(note.mapTo(area, note.rect().topLeft()), note.size()))
    assert isinstance(area.parentWidget(), QScrollArea)


def test_many_are_counted_with_a_point() -> None:
    assert counted(1_000) == "1.000 kommentarer"


def test_the_focus_goes_to_writing_when_the_only_comment_is_deleted_with_keys(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(on_loan()))
    user.go_to("page.project.0")
    user.click(LOAN)
    link(user, "Slet").setFocus()
    user.press(Qt.Key.Key_Space)
    assert not user.application.comments
    assert QApplication.focusWidget() is pane(user).write_link
    assert pane(user).write_link.isVisible()
    user.click(LOAN)
    assert not pane(user).isVisible()
