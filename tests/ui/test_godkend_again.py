"""The closing list asks for »Godkend« on the web site again when fields were changed after it."""

from PySide6.QtWidgets import QAbstractButton

from botilbud_desktop.ui.pages.transfer import TransferPage
from tests.ui.conftest import OpenWindow
from tests.ui.test_transfer import PanelUser
from tests.ui.user import User

AGAIN = "transfer.approved.again"
SENT_IN = "Ansøgningen er indsendt: Du har trykket »Godkend« på www.indtast.dk."


def danger(user: User) -> str:
    page = user.page
    assert isinstance(page, TransferPage)
    return page.closing.danger.text()


def is_asked(user: User) -> bool:
    return any(button.isVisible() for button in user.page.findChildren(QAbstractButton, AGAIN))


def transferred(user: User) -> PanelUser:
    """Transfers all fields with real keys, and ticks »Send« and »Godkend«."""
    there = PanelUser(user)
    for _field in range(len(there.panel.items)):
        if "Til den afsluttende liste" not in there.panel.copy_button.text().replace("&", ""):
            there.enter()
    there.back_to_the_window()
    user.go_to("page.transfer")
    user.click("transfer.sent")
    user.click("transfer.approved")
    return there


def test_nothing_is_asked_while_nothing_was_changed(complete: User) -> None:
    transferred(complete)
    assert danger(complete) == SENT_IN
    assert not is_asked(complete)


def test_a_changed_field_is_named_and_godkend_is_asked_for_until_it_was_pressed_again(
    complete: User, open_window: OpenWindow
) -> None:
    there = transferred(complete)
    complete.go_to("page.project.0")
    complete.write_and_leave("projects.0.loan.2025", "23.000")
    complete.go_to("page.transfer")
    assert danger(complete).startswith(
        "1 felt er ændret, siden du satte flueben ved »Godkend«: »Projekt 1 · B. Lån i 2025«."
    )
    assert "Overfør det igen, og tryk »Send« og »Godkend« igen på www.indtast.dk" in danger(complete)
    assert is_asked(complete)
    there.show("projects[0].loan.2025")
    there.enter()
    complete.window.activateWindow()
    complete.go_to("page.transfer")
    assert "Har du trykket »Godkend« igen?" in danger(complete)
    complete.window.close()
    again = open_window(complete.path)
    again.go_to("page.transfer")
    assert "Har du trykket »Godkend« igen?" in danger(again)
    again.click(AGAIN)
    assert danger(again) == SENT_IN
    assert not is_asked(again)
    assert again.line("transfer.approved.date").text() == "23.11.2026"
    assert again.widget("transfer.approved", QAbstractButton).hasFocus()


def test_a_value_that_was_put_back_is_asked_for_no_more(complete: User) -> None:
    transferred(complete)
    complete.go_to("page.project.0")
    complete.write_and_leave("projects.0.loan.2025", "23.000")
    complete.undo()
    complete.go_to("page.transfer")
    assert danger(complete) == SENT_IN


def test_a_field_that_was_not_right_after_godkend_is_asked_for(complete: User) -> None:
    there = transferred(complete)
    there.show("description")
    there.paste_back("noget andet")
    there.panel.tabs.setCurrentWidget(there.panel.field)
    there.click(there.panel.field.done)
    complete.window.activateWindow()
    assert danger(complete).startswith("1 felt fik flueben efter »Godkend«: »Samlet beskrivelse«.")


def test_another_date_of_godkend_does_not_say_that_it_was_pressed_again(complete: User) -> None:
    transferred(complete)
    complete.go_to("page.project.0")
    complete.write_and_leave("projects.0.loan.2025", "23.000")
    complete.go_to("page.transfer")
    complete.write_and_leave("transfer.approved.date", "22.11.2026")
    assert is_asked(complete)
