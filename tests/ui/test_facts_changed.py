"""Sentences that the table has left: told of, renewed or kept when it is asked for, never by themselves."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.notes.records import InsertedFact
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.fact_user import (
    FACT,
    LOAN,
    MENU,
    NEW_LOAN,
    OLD_LOAN,
    note_button,
    notes,
    with_changed_loan,
    with_loan_put_in,
)
from tests.ui.judged import marked
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_full_window import put_cursor, write_alone, writing
from tests.ui.user import User, said_in, settle


def test_when_the_table_changes_the_old_and_the_new_are_told_and_the_text_stays(complete: User) -> None:
    with_changed_loan(complete)
    assert complete.application.description == f"{drafts.OVERALL} {OLD_LOAN}"
    found = notes(complete)
    assert found is not None
    said = said_in(found)
    heading = "Sætningen om lånet passer ikke længere med tabellen"
    assert said == [heading, f"I teksten står: {OLD_LOAN}", f"Tabellen giver nu: {NEW_LOAN}"]
    complete.click(note_button(complete, "0.place"))
    assert marked(complete.area("description")) == [OLD_LOAN]


def test_renewing_replaces_that_place_in_one_step(complete: User) -> None:
    with_changed_loan(complete)
    complete.click(note_button(complete, "0.renew"))
    assert complete.application.description == f"{drafts.OVERALL} {NEW_LOAN}"
    assert complete.application.inserted_facts == (InsertedFact(content=4, text=NEW_LOAN),)
    assert notes(complete) is None
    assert "Sætningen er fornyet." in complete.notice_text()
    complete.undo()
    assert complete.application.description == f"{drafts.OVERALL} {OLD_LOAN}"
    assert complete.application.inserted_facts == (FACT,)
    assert notes(complete) is not None


def test_keeping_drops_the_entry_and_nothing_is_asked_any_more(complete: User) -> None:
    with_changed_loan(complete)
    complete.click(note_button(complete, "0.keep"))
    assert complete.application.description == f"{drafts.OVERALL} {OLD_LOAN}"
    assert complete.application.inserted_facts == ()
    assert notes(complete) is None
    complete.undo()
    assert notes(complete) is not None


def test_of_two_places_only_the_one_asked_for_is_renewed(complete: User) -> None:
    with_loan_put_in(complete)
    with_changed_loan(complete)
    found = notes(complete)
    assert found is not None
    complete.click(note_button(complete, "1.renew"))
    assert complete.application.description == f"{drafts.OVERALL} {OLD_LOAN} {NEW_LOAN}"
    complete.click(note_button(complete, "0.renew"))
    assert complete.application.description == f"{drafts.OVERALL} {NEW_LOAN} {NEW_LOAN}"
    assert notes(complete) is None


def test_what_is_typed_before_the_sentence_moves_the_place_and_what_is_typed_in_it_ends_the_question(
    complete: User,
) -> None:
    with_changed_loan(complete)
    complete.click("description")
    put_cursor(complete.area("description"), 0)
    complete.keys("Nu: ")
    complete.click(note_button(complete, "0.place"))
    assert marked(complete.area("description")) == [OLD_LOAN]
    put_cursor(complete.area("description"), len(complete.application.description) - 3)
    complete.keys("x")
    assert notes(complete) is None
    complete.undo()
    assert notes(complete) is not None


def test_without_a_sentence_in_the_table_only_keeping_is_offered(complete: User) -> None:
    with_loan_put_in(complete)
    complete.go_to("page.project.0")
    complete.write_and_leave(LOAN, "")
    complete.go_to("page.project.1")
    complete.write_and_leave("projects.1.loan.2026", "")
    complete.go_to("page.description")
    found = notes(complete)
    assert found is not None
    assert any("Tabellen giver ingen sætning: Lånet er ikke udfyldt endnu" in line for line in said_in(found))
    assert [one.text() for one in found.findChildren(QPushButton)] == ["Behold"]


def test_kontrol_leads_to_where_the_sentence_is_renewed_or_kept_and_marks_it(complete: User) -> None:
    with_changed_loan(complete)
    complete.go_to("page.check")
    said = "Sætningen om lånet i den samlede beskrivelse passer ikke længere med tabellen. Forny den, eller behold den."
    (link,) = [one for one in complete.links() if one.words() == said]
    complete.click(link)
    assert complete.page.objectName() == "page.description"
    renew = note_button(complete, "0.renew")
    assert QApplication.focusWidget() is renew
    assert marked(complete.area("description")) == [OLD_LOAN]
    settle()
    page = complete.page
    shown = renew.mapTo(page, renew.rect().bottomLeft())
    assert page.viewport().rect().contains(shown)
    complete.press(Qt.Key.Key_Space)
    assert complete.application.description.endswith(NEW_LOAN)
    assert marked(complete.area("description")) == []


def test_many_changed_sentences_leave_room_for_the_text(open_draft: OpenDraft) -> None:
    texts = [f"Der søges om låneadgang på {number} mio. kr. i 2025." for number in range(1, 7)]
    facts = tuple(InsertedFact(content=4, text=text) for text in texts)
    user = open_draft(replace(drafts.complete(), description=" ".join(texts), inserted_facts=facts))
    user.go_to("page.description")
    found = notes(user)
    assert found is not None
    assert len(user.links(found)) == 4
    assert said_in(found)[-1] == "2 sætninger mere passer ikke længere med tabellen."
    user.workspace.show_field(field_path("inserted_facts[5]"))
    assert QApplication.focusWidget() is user.area("description")
    assert marked(user.area("description")) == [texts[5]]


def test_in_an_approved_draft_nothing_can_be_put_in_renewed_or_kept(
    complete: User, questions: RecordedQuestions
) -> None:
    with_changed_loan(complete, "22800")
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse")
    questions.will_answer("approve")
    complete.click("approve.approve")
    complete.go_to("page.description")
    assert not complete.page.findChild(QAbstractButton, "description.facts").isVisible()  # type: ignore[union-attr]
    found = notes(complete)
    assert found is not None
    assert not any(one.isVisible() for one in found.findChildren(QPushButton))
    complete.use_menu(MENU)
    assert QApplication.activePopupWidget() is None
    assert "låst" in complete.notice_text()


def test_a_sentence_that_moves_while_it_is_renewed_is_replaced_where_it_stands(complete: User) -> None:
    with_changed_loan(complete)
    button = note_button(complete, "0.renew")
    put_cursor(complete.area("description"), 0)
    complete.area("description").insertPlainText("Nu: ")
    button.click()  # before the view has followed
    assert complete.application.description == f"Nu: {drafts.OVERALL} {NEW_LOAN}"


def test_a_sentence_that_is_edited_while_it_is_renewed_stays(complete: User) -> None:
    with_changed_loan(complete)
    button = note_button(complete, "0.renew")
    put_cursor(complete.area("description"), len(complete.application.description) - 3)
    complete.area("description").insertPlainText("x")
    before = complete.application.description
    button.click()
    assert complete.application.description == before


def test_beside_the_buttons_of_a_changed_sentence_stands_the_guidance_for_the_description(complete: User) -> None:
    with_changed_loan(complete)
    complete.workspace.show_field(field_path("inserted_facts[0]"))
    settle()
    assert any("få de seks punkter med" in line for line in said_in(complete.workspace.pane))


def test_a_sentence_that_is_deleted_is_asked_about_no_more_until_it_is_back(complete: User) -> None:
    with_changed_loan(complete)
    complete.click("description")
    area = complete.area("description")
    cursor = area.textCursor()
    cursor.setPosition(len(drafts.OVERALL))
    cursor.movePosition(cursor.MoveOperation.End, cursor.MoveMode.KeepAnchor)
    area.setTextCursor(cursor)
    complete.press(Qt.Key.Key_Delete)
    assert complete.application.description == drafts.OVERALL
    settle()
    assert notes(complete) is None
    complete.undo()
    settle()
    assert notes(complete) is not None
    assert complete.application.inserted_facts == (FACT,)


def test_in_the_full_window_the_note_stands_beside_the_text_and_renews_there(complete: User) -> None:
    with_changed_loan(complete)
    write_alone(complete, "description")
    area = writing(complete)
    found = notes(complete)
    assert found is not None
    assert found.mapTo(complete.window, QPoint()).x() > area.mapTo(complete.window, QPoint(area.width(), 0)).x()
    complete.click(note_button(complete, "0.renew"))
    assert complete.application.description == f"{drafts.OVERALL} {NEW_LOAN}"
    assert QApplication.focusWidget() is area
    complete.press(Qt.Key.Key_Escape)
    assert notes(complete) is None


def test_when_it_is_unlocked_a_changed_sentence_can_be_renewed_again(
    complete: User, questions: RecordedQuestions
) -> None:
    with_changed_loan(complete, "22800")
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse")
    questions.will_answer("approve", "unlock")
    complete.click("approve.approve")
    complete.click("approve.unlock")
    complete.go_to("page.description")
    complete.click(note_button(complete, "0.renew"))
    assert "22,8 mio. kr." in complete.application.description


def test_a_project_that_is_removed_makes_the_sentences_about_both_changed_and_undo_takes_it_back(
    complete: User,
) -> None:
    with_loan_put_in(complete)
    projects = complete.application.projects
    complete.controller.editor.set_value(field_path("projects"), projects[:1])
    complete.controller.update_view_now()
    found = notes(complete)
    assert found is not None
    assert "Tabellen giver nu: Der søges om låneadgang på 22,9 mio. kr. i 2025. Der søges ikke om lån i 2026." in (
        said_in(found)
    )
    complete.undo()
    assert notes(complete) is None
