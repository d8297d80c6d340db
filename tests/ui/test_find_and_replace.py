"""Find and replace in all texts of the draft, with the keyboard, as one undo step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QWidget

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.writing.find_bar import FindBar
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.keeping import NOW
from tests.ui.user import User, said_in, settle

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def user(open_draft: OpenDraft) -> User:
    """A user in a draft with »bosted« in four fields on three pages."""
    draft = drafts.with_projects(1)
    project = replace(draft.projects[0], name="Æblets bosted", description="Bosted og bosteder")
    user = open_draft(
        replace(draft, projects=(project,), description="Et BOSTED\nog et bosted til", internal_notes="bosted?")
    )
    user.go_to("page.applicant")
    return user


def bar(user: User) -> FindBar:
    (found,) = [widget for widget in user.window.findChildren(FindBar) if widget.isVisible()]
    return found


def look_for(user: User, words: str) -> None:
    user.control(Qt.Key.Key_F)
    user.control(Qt.Key.Key_A)
    user.keys(words)


def part[Kind: QWidget](user: User, name: str, kind: type[Kind]) -> Kind:
    found = bar(user).findChild(kind, name)
    assert isinstance(found, kind)
    return found


def press_button(user: User, name: str) -> None:
    user.click(part(user, name, QPushButton))


def count(user: User) -> str:
    return bar(user).count.text()


def selected(user: User) -> tuple[str, str]:
    """Returns the name of the field that has a selection, and the selected text."""
    shown = user.page.findChildren(QWidget)
    for widget in shown:
        if isinstance(widget, QLineEdit) and widget.hasSelectedText():
            return widget.objectName(), widget.selectedText()
        cursor = getattr(widget, "textCursor", None)
        if cursor is not None and cursor().hasSelection():
            return widget.objectName(), cursor().selectedText()
    return "", ""


def test_all_matches_are_gone_through_in_the_order_of_the_steps_and_round(user: User) -> None:
    look_for(user, "bosted")
    places = []
    for number in range(1, 8):
        if number > 1:
            user.press(Qt.Key.Key_Return)
        assert count(user) == f"{(number - 1) % 6 + 1} af 6"
        assert QApplication.focusWidget() is bar(user).words
        places.append((user.page.objectName(), *selected(user)))
    assert places == [
        ("page.applicant", "internal_notes", "bosted"),
        ("page.project.0", "projects.0.name", "bosted"),
        ("page.project.0", "projects.0.description", "Bosted"),
        ("page.project.0", "projects.0.description", "bosted"),
        ("page.description", "description", "BOSTED"),
        ("page.description", "description", "bosted"),
        ("page.applicant", "internal_notes", "bosted"),
    ]


def test_f3_goes_on_in_the_text_without_the_bar_and_shift_f3_back(user: User) -> None:
    look_for(user, "bosted")
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Escape)
    assert not user.window.findChildren(FindBar)[0].isVisible()
    assert QApplication.focusWidget() is user.line("projects.0.name")
    assert selected(user) == ("projects.0.name", "bosted")
    user.press(Qt.Key.Key_F3)
    user.press(Qt.Key.Key_F3)
    assert QApplication.focusWidget() is user.area("projects.0.description")


def test_back_goes_the_other_way(user: User) -> None:
    look_for(user, "bosted")
    user.press(Qt.Key.Key_F3, SHIFT)
    assert count(user) == "6 af 6"
    user.press(Qt.Key.Key_Return, SHIFT)
    assert count(user) == "5 af 6"


def test_whole_words_and_case_narrow_what_is_found(user: User) -> None:
    look_for(user, "bosted")
    part(user, "find.whole_words", QCheckBox).click()
    assert count(user) == "1 af 5"
    part(user, "find.same_case", QCheckBox).click()
    assert count(user) == "1 af 3"
    look_for(user, "findes ikke")
    assert count(user) == "Ingen fund"
    user.press(Qt.Key.Key_Return)
    assert count(user) == "Ingen fund"


def test_one_is_replaced_at_a_time_and_the_next_shown(user: User) -> None:
    look_for(user, "bosted")
    user.control(Qt.Key.Key_H)
    bar(user).replacement.setFocus()
    user.keys("bosted og hjem")
    user.press(Qt.Key.Key_Return)
    assert user.value("internal_notes") == "bosted og hjem?"
    assert selected(user) == ("projects.0.name", "bosted")
    user.press(Qt.Key.Key_Return)
    assert user.value("projects[0].name") == "Æblets bosted og hjem"
    user.go_to("page.project.0")
    user.undo()
    assert user.value("projects[0].name") == "Æblets bosted"
    assert user.value("internal_notes") == "bosted og hjem?"


def test_all_are_replaced_as_one_step(user: User) -> None:
    before = user.application
    look_for(user, "bosted")
    user.control(Qt.Key.Key_H)
    bar(user).replacement.setFocus()
    user.keys("tilbud")
    press_button(user, "find.replace_all")
    assert count(user) == "6 erstattet"
    assert user.value("description") == "Et tilbud\nog et tilbud til"
    assert user.value("projects[0].description") == "tilbud og tilbuder"
    user.go_to("page.description")
    user.undo()
    assert user.application == before
    assert not user.controller.editor.can_undo


def test_a_frozen_draft_can_be_searched_and_not_changed(open_draft: OpenDraft) -> None:
    frozen = open_draft(approved(drafts.complete(), "Åse", NOW))
    look_for(frozen, "borgere")
    frozen.press(Qt.Key.Key_Return)
    assert selected(frozen)[1] == "borgere"
    assert not bar(frozen).replacement.isVisible()
    assert not part(frozen, "find.replace_all", QPushButton).isVisible()


def test_selected_words_are_looked_for(user: User) -> None:
    user.go_to("page.project.0")
    user.click("projects.0.name")
    user.control(Qt.Key.Key_A)
    user.control(Qt.Key.Key_F)
    assert bar(user).words.text() == "Æblets bosted"
    assert count(user) == "1 af 1"


def test_the_bar_goes_with_the_draft(user: User) -> None:
    look_for(user, "bosted")
    user.window.show_start()
    settle()
    assert not any(widget.isVisible() for widget in user.window.findChildren(FindBar))


def test_a_pattern_or_markup_is_only_text(user: User) -> None:
    for words in (".*", "(", "<b>", "\\"):
        look_for(user, words)
        assert count(user) == "Ingen fund"
    assert "<b>" not in " ".join(said_in(bar(user)))


def test_the_line_break_of_a_copied_cell_is_neither_looked_for_nor_put_in(user: User) -> None:
    look_for(user, "")
    user.paste("Æblets\n")
    assert count(user) == "1 af 1"
    part(user, "find.replacement", QLineEdit).setFocus()
    user.paste("Pærens\r\n")
    press_button(user, "find.replace_all")
    assert user.application.projects[0].name == "Pærens bosted"


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_f3_without_words_asks_for_them(user: User, modifiers: Qt.KeyboardModifier) -> None:
    user.press(Qt.Key.Key_F3, modifiers)
    assert bar(user).words.hasFocus()
    assert count(user) == ""
    assert selected(user) == ("", "")


def test_with_words_selected_the_cursor_stands_where_their_replacement_goes(user: User) -> None:
    user.go_to("page.project.0")
    user.click("projects.0.name")
    user.control(Qt.Key.Key_A)
    user.control(Qt.Key.Key_H)
    assert bar(user).replacement.hasFocus()
    user.control(Qt.Key.Key_F)
    assert bar(user).words.hasFocus()


def test_without_words_selected_the_words_come_first_and_those_of_before_are_selected(user: User) -> None:
    look_for(user, "findes ikke")
    user.press(Qt.Key.Key_Escape)
    user.control(Qt.Key.Key_H)
    assert bar(user).words.hasFocus()
    assert bar(user).words.selectedText() == "findes ikke"


@pytest.mark.parametrize(("length", "is_taken"), [(100, True), (101, False)])
def test_a_long_selection_is_not_taken_for_words(user: User, length: int, is_taken: bool) -> None:
    user.go_to("page.description")
    user.write("description", "a" * length)
    user.control(Qt.Key.Key_A)
    user.control(Qt.Key.Key_F)
    assert bar(user).words.text() == ("a" * length if is_taken else "")


def test_a_selection_over_two_lines_is_not_taken_for_words(user: User) -> None:
    user.go_to("page.description")
    user.click("description")
    user.control(Qt.Key.Key_A)
    user.control(Qt.Key.Key_F)
    assert bar(user).words.text() == ""


def test_escape_without_a_match_leads_back_to_where_the_search_began(user: User) -> None:
    user.go_to("page.contacts")
    user.click("contacts.phones")
    look_for(user, "findes ikke")
    user.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is user.line("contacts.phones")


def test_the_button_closes_the_bar_on_the_match(user: User) -> None:
    look_for(user, "bosted")
    press_button(user, "find.next")
    assert count(user) == "2 af 6"
    press_button(user, "find.previous")
    assert count(user) == "1 af 6"
    press_button(user, "find.close")
    assert not user.window.findChildren(FindBar)[0].isVisible()
    assert selected(user) == ("internal_notes", "bosted")


def test_closing_the_bar_from_a_field_stays_in_the_field(user: User) -> None:
    look_for(user, "bosted")
    user.press(Qt.Key.Key_Return)
    user.click("projects.0.name")
    user.click(part(user, "find.close", QPushButton))
    user.click("projects.0.loan.2025")
    assert QApplication.focusWidget() is user.line("projects.0.loan.2025")


def test_what_is_shown_is_replaced_and_nothing_before_it_is_shown(user: User) -> None:
    look_for(user, "bosted")
    assert selected(user) == ("internal_notes", "bosted")
    press_button(user, "find.replace")
    assert user.value("internal_notes") == "?"
    assert count(user) == "1 af 5"
    user.write("projects.0.name", "Æblets hus")
    before = user.application
    press_button(user, "find.replace")
    assert user.application == before
    assert selected(user) == ("projects.0.description", "Bosted")
    assert count(user) == "1 af 4"


def test_replacing_what_is_not_there_changes_nothing(user: User) -> None:
    before = user.application
    look_for(user, "findes ikke")
    press_button(user, "find.replace")
    press_button(user, "find.replace_all")
    assert user.application == before
    assert count(user) == "Ingen fund"
    assert not user.controller.editor.can_undo


def test_the_count_follows_what_is_typed_in_the_draft(user: User) -> None:
    look_for(user, "bosted")
    user.press(Qt.Key.Key_Return)
    user.write("projects.0.name", "Et bosted bosted")
    assert count(user) == "7 fund"
    look_for(user, "")
    user.press(Qt.Key.Key_Delete)
    assert count(user) == ""


def test_going_on_after_a_match_was_edited_away_leads_to_the_next_one(user: User) -> None:
    look_for(user, "bosted")
    user.press(Qt.Key.Key_Return)
    assert selected(user) == ("projects.0.name", "bosted")
    user.write("projects.0.name", "Æblets hus")
    user.press(Qt.Key.Key_F3)
    assert selected(user) == ("projects.0.description", "Bosted")
    user.write("projects.0.description", "Ingen her")
    user.press(Qt.Key.Key_F3, SHIFT)
    assert selected(user) == ("internal_notes", "bosted")


def test_words_behind_letters_of_two_code_units_are_selected_whole(user: User) -> None:
    user.go_to("page.project.0")
    user.write("projects.0.name", "👍 Æblets bosted og bosted")
    look_for(user, "bosted")
    assert selected(user) == ("projects.0.name", "bosted")


def test_an_approval_takes_the_second_line_away(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.complete())
    look_for(user, "borgere")
    assert bar(user).replacement.isVisible()
    user.controller.editor.approve(approved(user.application, "Åse", NOW))
    settle()
    assert not bar(user).replacement.isVisible()
    assert not part(user, "find.replace", QPushButton).isVisible()


def test_what_is_typed_into_the_search_is_taken_back_there_and_not_in_the_draft(aalborg: User) -> None:
    aalborg.write("projects.0.name", "Nyt navn")
    before = aalborg.application
    look_for(aalborg, "bolig")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "bolig"
    aalborg.control(Qt.Key.Key_Z)
    assert field.text() == ""
    assert aalborg.application == before
