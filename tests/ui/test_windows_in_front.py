"""Window stacking: what the panel beside the browser opens or asks must be in front."""

from PySide6.QtWidgets import QApplication, QMessageBox

from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.questions import Choice
from tests.ui.test_danish_for_everyone import with_open_dialog
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User, settle

CHOICES = (Choice("again", "Begynd forfra"), Choice("back", "Annullér"))


def test_the_panel_leads_to_the_closing_list_of_a_window_that_lies_minimised(complete: User) -> None:
    there = PanelUser(complete)
    while "Alle felter er overført" not in there.message:
        there.enter()
    complete.window.showMinimized()
    settle()
    there.enter()
    assert not complete.window.isMinimized()
    assert complete.window.isActiveWindow()
    assert complete.page.objectName() == "page.transfer"


def test_a_question_stands_above_the_window_where_the_user_is(complete: User) -> None:
    owners: list[object] = []

    def look(box: object) -> None:
        assert isinstance(box, QMessageBox)
        owners.append(box.parentWidget())

    dialogs = Dialogs(complete.window)
    with_open_dialog(lambda: dialogs.choose("Begynd forfra?", "Alle flueben bliver fjernet.", CHOICES), look)
    there = PanelUser(complete)
    assert QApplication.activeWindow() is there.panel
    with_open_dialog(lambda: dialogs.choose("Begynd forfra?", "Alle flueben bliver fjernet.", CHOICES), look)
    assert owners == [complete.window, there.panel]
