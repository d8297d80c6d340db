"""What a user does with sentences from the table: asks for them, puts the loan in, changes the table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from botilbud_desktop.domain.notes.records import InsertedFact
from botilbud_desktop.ui.facts.description_field import OFFER
from botilbud_desktop.ui.facts.fact_popup import FactPopup
from botilbud_desktop.ui.facts.stale_notes import StaleNotes
from botilbud_desktop.ui.pages.contents.popup import ContentPopup
from tests.ui.user import User

MENU = "Indsæt sætning fra ske&maet …"
LOAN = "projects.0.loan.2025"
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
OLD_LOAN = (
    "Der søges samlet om låneadgang på 22,9 mio. kr. i 2025 og 20,7 mio. kr. i 2026, i alt 43,6 mio. kr. Låneadgangen "
    "fordeler sig på 22,9 mio. kr. i 2025 til »19 botilbudspladser til borgere med…« samt 20,7 mio. kr. i 2026 til »9 "
    "fritliggende boliger til borgere med…«."
)
NEW_LOAN = OLD_LOAN.replace("22,9", "23").replace("43,6", "43,7")
FACT = InsertedFact(content=4, text=OLD_LOAN)


def popup() -> FactPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, FactPopup)
    return found


def button(content: int) -> QPushButton:
    found = popup().findChild(QPushButton, f"facts.{content}")
    assert isinstance(found, QPushButton)
    return found


def content_button(user: User, words: str) -> QPushButton | None:
    """Returns the button of the details of a required content, as far as it is there."""
    found = QApplication.activePopupWidget()
    assert isinstance(found, ContentPopup)
    return next((one for one in found.findChildren(QPushButton) if one.text() == words), None)


def offer_there(user: User) -> QPushButton:
    found = content_button(user, OFFER)
    assert found is not None
    return found


def notes(user: User) -> StaleNotes | None:
    found = [one for one in user.window.findChildren(StaleNotes) if one.isVisible()]
    return found[0] if found else None


def note_button(user: User, name: str) -> QAbstractButton:
    found = notes(user)
    assert found is not None
    (one,) = [each for each in found.findChildren(QAbstractButton, f"description.fact.{name}") if each.isVisible()]
    return one


def offer(user: User) -> None:
    user.click("description.facts")


def with_loan_put_in(user: User) -> None:
    user.go_to("page.description")
    offer(user)
    user.click(button(4))


def with_changed_loan(user: User, loan: str = "23000") -> None:
    with_loan_put_in(user)
    user.go_to("page.project.0")
    user.write_and_leave(LOAN, loan)
    user.go_to("page.description")
