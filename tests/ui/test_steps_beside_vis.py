"""The list of steps while »Vis« is shown instead of a step's page (requirement 5)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from botilbud_desktop.domain.approval import approved
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_click_on_the_step_itself_leads_from_the_pages_to_its_page(complete: User) -> None:
    complete.press(Qt.Key.Key_P, CONTROL_SHIFT)
    assert not complete.page.isVisible()
    complete.go_to("page.approve")
    assert complete.page.isVisible()


def test_enter_on_the_step_leads_there_and_never_to_what_nobody_sees(complete: User) -> None:
    complete.press(Qt.Key.Key_P, CONTROL_SHIFT)
    complete.workspace.steps.setFocus()
    complete.press(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
    assert complete.workspace.shown_aside is None
    assert complete.page.isAncestorOf(focus)


def test_unlocking_while_the_pages_are_shown_leaves_the_focus_in_sight(
    open_draft: OpenDraft, questions: RecordedQuestions
) -> None:
    user = open_draft(approved(drafts.complete(), "Åse Ørsted", NOW))
    user.press(Qt.Key.Key_P, CONTROL_SHIFT)
    questions.will_answer("unlock")
    user.click_notice("Lås op og ret …")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.isVisible()
