"""States that Qt has no word for on every input: locked, and that something must be filled in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTableWidget

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.ui.fields.inputs import LOCKED, ChoiceInput
from tests.ui import drafts
from tests.ui.accessibility.parts import inputs
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW
from tests.ui.user import User, step_names

_REQUIRED = "Skal udfyldes."


def test_each_list_and_table_of_an_approved_draft_says_that_it_is_locked(open_draft: OpenDraft) -> None:
    user = open_draft(approved(drafts.complete(), "Åse Ørsted", NOW))
    lists = 0
    for name in step_names(user.application):
        user.go_to(name)
        for widget in inputs(user.page):
            if isinstance(widget, ChoiceInput):
                assert LOCKED in widget.accessibleDescription().split("\n"), widget.accessibleName()
                lists += 1
    assert lists > 5
    user.go_to("page.projects")
    assert user.widget("projects.table", QTableWidget).accessibleDescription() == LOCKED


def test_no_list_or_table_of_a_draft_that_can_be_changed_says_so(complete: User) -> None:
    for name in step_names(complete.application):
        complete.go_to(name)
        for widget in inputs(complete.page):
            assert LOCKED not in widget.accessibleDescription().split("\n")
    complete.go_to("page.projects")
    assert complete.widget("projects.table", QTableWidget).accessibleDescription() == ""


def test_a_list_beside_which_no_label_stands_is_named_also_where_qt_says_what_is_chosen(complete: User) -> None:
    choice = complete.widget("projects.0.places.0.origin", ChoiceInput)
    assert choice.accessibleName() == "Oprindelse, række 1"
    assert choice._alone in ("", choice.accessibleName())
    assert choice.accessibleDescription() == choice._alone


def _required(user: User) -> set[str]:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox)
    shown = [widget for widget in inputs(user.page) if isinstance(widget, kinds)]
    return {widget.objectName() for widget in shown if _REQUIRED in widget.accessibleDescription().split("\n")}


def test_an_empty_input_that_must_be_filled_in_says_so(empty: User) -> None:
    assert _required(empty) == {"projects.0.name"}
    assert empty.line("projects.0.loan.2025").accessibleDescription() == "Angiv lånebeløbet i 2025 eller 2026."
    empty.go_to("page.description")
    assert _required(empty) == {"description"}
    empty.go_to("page.contacts")
    assert _required(empty) == {"contacts.names", "contacts.phones", "contacts.emails"}


def test_it_says_so_no_more_once_it_is_filled_in_and_left_nor_beside_the_problem(empty: User) -> None:
    name = empty.line("projects.0.name")
    empty.click("projects.0.name")
    empty.keys("Kastanjen")
    assert _REQUIRED in name.accessibleDescription(), "nothing changes while one types"
    empty.press(Qt.Key.Key_Tab)
    assert name.accessibleDescription() == ""
    empty.go_to("page.check")
    empty.go_to("page.contacts")
    assert _required(empty) == set()
    assert empty.line("contacts.names").accessibleDescription().startswith("Problem: Angiv navn")


def test_where_a_text_begins_to_be_too_long_is_read_with_it(empty: User) -> None:
    name = "projects.0.description"
    empty.click(name)
    empty.paste("a" * 995 + " her er for meget")
    empty.press(Qt.Key.Key_Tab)
    told = empty.area(name).accessibleDescription().split("\n")
    assert told[0].startswith("Problem: Teksten er 12 tegn for lang.")
    assert "Det, der er for meget, begynder ved »er for meget«." in told
    empty.write_and_leave(name, "kort")
    assert "begynder ved" not in empty.area(name).accessibleDescription()
