"""The list of steps while the pages of Vis are shown in the place of a step's page (requirement 5)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

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
