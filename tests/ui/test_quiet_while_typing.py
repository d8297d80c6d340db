"""No problem is shown while the user is typing; only counters react at once (requirement 7)."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.screen import shown_problems
from tests.ui.user import User

_NOT_UNDERSTOOD = "Skriv beløbet i hele 1.000 kr. 22.900 betyder 22,9 mio. kr."
LOAN = "projects.0.loan.2025"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        (LOAN, "22,9"),
        ("projects.0.share_for_others", "120"),
        ("projects.0.completion_date", "31.02.2026"),
        ("projects.0.gross_construction_cost", "-5"),
        ("projects.0.places_closed_elsewhere", "mange"),
    ],
)
def test_a_problem_is_said_when_the_field_is_left_and_not_before(empty: User, name: str, typed: str) -> None:
    empty.write(name, typed)
    assert shown_problems(empty) == []
    empty.press(Qt.Key.Key_Tab)
    assert len(shown_problems(empty)) == 1
    assert shown_problems(empty)[0] in empty.note_at(name)


def test_a_problem_that_was_said_goes_while_it_is_mended(empty: User) -> None:
    empty.write_and_leave(LOAN, "22,9")
    assert empty.note_at(LOAN) == _NOT_UNDERSTOOD
    empty.click(LOAN)
    empty.press(Qt.Key.Key_End)
    empty.keys(" mio.")
    assert empty.value(LOAN) == 22900
    assert empty.note_at(LOAN) == "22.900.000 kr. (22,9 mio. kr.)"


def test_fields_that_were_left_empty_say_nothing(empty: User) -> None:
    empty.click("projects.0.name")
    for _step in range(12):
        empty.press(Qt.Key.Key_Tab)
    assert shown_problems(empty) == []


def test_next_may_say_what_is_missing_on_the_page_that_is_left(empty: User) -> None:
    empty.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    empty.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert empty.note_at("projects.0.name") == "Angiv projektets navn."


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("page.applicant", 0),
        ("page.projects", 0),
        ("page.description", 1),
        ("page.contacts", 3),
    ],
)
def test_next_says_what_is_missing_on_each_page_outside_the_projects(empty: User, page: str, said: int) -> None:
    empty.go_to(page)
    assert shown_problems(empty) == []
    empty.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    empty.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert empty.page.objectName() == page
    assert len(shown_problems(empty)) == said


def test_next_says_nothing_of_other_pages(empty: User) -> None:
    empty.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert empty.page.objectName() == "page.description"
    assert shown_problems(empty) == []
    empty.go_to("page.contacts")
    assert shown_problems(empty) == []


def test_back_and_the_list_of_steps_say_nothing(empty: User) -> None:
    empty.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    empty.go_to("page.contacts")
    empty.go_to("page.project.0")
    assert shown_problems(empty) == []


@pytest.mark.parametrize("asking", ["page.check", "approve"])
def test_the_check_and_godkend_say_everything_at_the_fields(empty: User, asking: str) -> None:
    if asking == "approve":
        empty.go_to("page.approve")
        empty.click("approve.approve")
    else:
        empty.go_to(asking)
    empty.go_to("page.contacts")
    assert shown_problems(empty) == [
        "Angiv navn og titel på mindst én sagsbehandler.",
        "Angiv mindst ét telefonnummer.",
        "Angiv mindst én e-mailadresse.",
    ]


def test_looking_at_the_page_of_approval_is_not_asking(empty: User) -> None:
    empty.go_to("page.approve")
    empty.go_to("page.contacts")
    assert shown_problems(empty) == []


def test_a_half_typed_address_is_not_scolded(empty: User) -> None:
    empty.go_to("page.contacts")
    empty.write("contacts.emails", "aase@")
    assert shown_problems(empty) == []
    empty.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert len(shown_problems(empty)) == 1


def test_the_counter_reacts_to_each_key(empty: User) -> None:
    empty.go_to("page.description")
    empty.click("description")
    counter = empty.note_at("description")
    assert counter == "Du har 4.000 tegn tilbage af 4.000."
    empty.keys("a")
    assert empty.note_at("description") == "Du har 3.999 tegn tilbage af 4.000."
    empty.keys("å")
    assert empty.note_at("description") == "Du har 3.998 tegn tilbage af 4.000."
    empty.press(Qt.Key.Key_Backspace)
    assert empty.note_at("description") == "Du har 3.999 tegn tilbage af 4.000."


def test_the_places_say_their_problem_only_when_a_check_is_asked_for(empty: User) -> None:
    empty.click("projects.0.places.add")
    empty.write("projects.0.places.0.count", "otte")
    assert shown_problems(empty) == []
    empty.go_to("page.check")
    empty.go_to("page.project.0")
    assert any("Skriv et helt tal" in text for text in shown_problems(empty))


def test_a_cell_of_a_row_says_its_problem_when_it_is_left(empty: User) -> None:
    empty.click("projects.0.places.add")
    empty.write_and_leave("projects.0.places.0.count", "otte")
    assert any("Skriv et helt tal" in text for text in shown_problems(empty))
