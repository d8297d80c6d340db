"""Sentences from the table: offered in full, put in at the cursor, with what is missing told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round_parts import RequiredContent
from botilbud_desktop.rules.inserted_facts import making
from botilbud_desktop.rules.text_results import Coverage
from botilbud_desktop.ui.facts import description_field
from botilbud_desktop.ui.facts.description_field import OFFER
from botilbud_desktop.ui.writing.full_window import FullWindow
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.fact_user import (
    FACT,
    KEYS,
    LOAN,
    MENU,
    OLD_LOAN,
    button,
    content_button,
    note_button,
    offer,
    offer_there,
    popup,
    with_loan_put_in,
)
from tests.ui.test_full_window import put_cursor, write_alone, writing
from tests.ui.user import User, said_in, settle


def test_each_sentence_is_shown_in_full_with_its_content_before_it_is_put_in(complete: User) -> None:
    complete.go_to("page.description")
    offer(complete)
    said = said_in(popup())
    for content in complete.controller.round.required_contents:
        assert (f"{content.number}. {content.title}" in said) == (content.number in (2, 4, 5, 6))
    assert OLD_LOAN in said
    assert f"Fylder {len(OLD_LOAN) + 1} tegn." in said
    assert complete.application.description == drafts.OVERALL


def test_a_sentence_is_put_in_at_the_cursor_with_its_entry_as_one_step(complete: User) -> None:
    complete.go_to("page.description")
    complete.click("description")
    index = drafts.OVERALL.index(".\n")
    put_cursor(complete.area("description"), index)
    offer(complete)
    complete.click(button(4))
    assert complete.application.description == drafts.OVERALL.replace(".\n", f". {OLD_LOAN}\n")
    assert complete.application.inserted_facts == (FACT,)
    area = complete.area("description")
    assert QApplication.focusWidget() is area
    assert area.textCursor().position() == index + 2 + len(OLD_LOAN)
    complete.keys("!")
    complete.undo()
    assert complete.application.description == drafts.OVERALL.replace(".\n", f". {OLD_LOAN}\n")
    complete.undo()
    assert complete.value("description") == drafts.OVERALL
    assert complete.value("inserted_facts") == ()
    complete.redo()
    assert complete.application.inserted_facts == (FACT,)


def test_by_keys_alone_from_any_page_the_sentence_stands_at_the_end(complete: User) -> None:
    complete.go_to("page.project.0")
    complete.press(Qt.Key.Key_I, KEYS)
    assert complete.page.objectName() == "page.description"
    assert button(2).hasFocus()
    complete.press(Qt.Key.Key_Tab)
    complete.press(Qt.Key.Key_Return)
    assert complete.application.description == f"{drafts.OVERALL} {OLD_LOAN}"


def test_words_that_are_selected_stay(complete: User) -> None:
    complete.go_to("page.description")
    complete.click("description")
    complete.control(Qt.Key.Key_A)
    offer(complete)
    complete.click(button(4))
    assert complete.application.description == f"{drafts.OVERALL} {OLD_LOAN}"


def test_esc_puts_nothing_in_and_leads_back_to_the_text(complete: User) -> None:
    complete.go_to("page.description")
    offer(complete)
    complete.press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is complete.area("description")
    assert not complete.controller.editor.can_undo


def test_what_is_missing_is_said_and_cannot_be_put_in(empty: User) -> None:
    empty.go_to("page.description")
    offer(empty)
    assert "Andelen er ikke udfyldt endnu." in said_in(popup())
    assert popup().buttons == []


def test_what_all_sentences_lack_is_said_once(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), projects=()))
    user.go_to("page.description")
    offer(user)
    said = " ".join(said_in(popup()))
    assert said.count("Der er ingen projekter i tabellen endnu.") == 1
    assert popup().accessibleName().count("Der er ingen projekter i tabellen endnu.") == 1
    assert popup().buttons == []


def test_a_sentence_about_a_part_of_the_projects_says_so_and_what_is_missing(complete: User) -> None:
    complete.go_to("page.project.1")
    complete.write_and_leave("projects.1.share_for_others", "")
    complete.use_menu(MENU)
    said = [line for line in said_in(popup()) if line.startswith("Sætningen handler kun om en del af projekterne.")]
    assert len(said) == 1
    assert "Andelen er ikke udfyldt endnu for »9" in said[0]
    complete.click(button(2))
    complete.go_to("page.project.1")
    complete.write_and_leave("projects.1.share_for_others", "100")
    complete.go_to("page.description")
    complete.click(note_button(complete, "0.renew"))
    assert "alle 28 pladser" in complete.application.description


def test_a_half_typed_loan_is_not_told_to_be_none(complete: User) -> None:
    complete.go_to("page.project.0")
    complete.write_and_leave(LOAN, "22,9")
    complete.use_menu(MENU)
    assert any("Lånet kan ikke læses endnu for »19" in line for line in said_in(popup()))
    assert button(4).accessibleDescription().startswith("Der søges om låneadgang på 20,7 mio. kr. i 2026 til »9")


def test_a_text_that_gets_too_long_is_told_before_and_nothing_blocks(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="a" * 3_900))
    user.go_to("page.description")
    offer(user)
    assert f"Teksten bliver {len(OLD_LOAN) + 1 - 100} tegn for lang." in said_in(popup())
    user.click(button(4))
    assert user.application.description.endswith(OLD_LOAN)


def test_a_sentence_that_the_form_has_no_room_for_cannot_be_put_in(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="a " * 19_990))
    user.go_to("page.description")
    offer(user)
    assert not button(4).isEnabled()
    assert "Der er ikke plads til mere i teksten." in said_in(popup())


def test_the_same_sentence_is_told_to_stand_there_and_can_be_put_in_again(complete: User) -> None:
    with_loan_put_in(complete)
    offer(complete)
    assert "Sætningen står allerede i teksten." in said_in(popup())
    complete.click(button(4))
    assert complete.application.description.count(OLD_LOAN) == 2
    assert complete.application.inserted_facts == (FACT,)


def test_in_the_full_window_too(complete: User) -> None:
    complete.go_to("page.description")
    write_alone(complete, "description")
    put_cursor(writing(complete), 0)
    complete.press(Qt.Key.Key_I, KEYS)
    complete.click(button(4))
    assert complete.application.description == f"{OLD_LOAN} {drafts.OVERALL}"
    assert QApplication.focusWidget() is writing(complete)
    (full,) = [one for one in complete.window.findChildren(FullWindow) if one.isVisible()]
    assert full.findChild(QAbstractButton, "description.facts").words() == OFFER  # type: ignore[union-attr]


def test_with_another_text_alone_the_command_goes_to_the_description(complete: User) -> None:
    complete.go_to("page.project.0")
    write_alone(complete)
    complete.press(Qt.Key.Key_I, KEYS)
    assert not any(one.isVisible() for one in complete.window.findChildren(FullWindow))
    assert popup().isVisible()
    assert complete.page.objectName() == "page.description"


def test_labels_of_the_popup_are_plain_text(complete: User) -> None:
    complete.go_to("page.description")
    offer(complete)
    assert {label.textFormat() for label in popup().findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    settle()


def test_a_missing_content_offers_its_own_sentence_right_there(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="Vi bygger."))
    user.go_to("page.description")
    user.click("judged_contents.4")
    user.click(offer_there(user))
    assert [one.objectName() for one in popup().buttons] == ["facts.4"]
    user.press(Qt.Key.Key_Escape)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "judged_contents.4"
    user.press(Qt.Key.Key_Space)
    user.click(offer_there(user))
    user.press(Qt.Key.Key_Return)
    assert user.application.description == f"Vi bygger. {OLD_LOAN}"
    settle()
    user.controller.update_view_now()
    (judged,) = [one for one in user.controller.view.assessment.contents if one.number == 4]
    assert judged.coverage is Coverage.COVERED
    user.click("judged_contents.4")
    assert content_button(user, OFFER) is None


def test_a_missing_content_that_the_table_cannot_tell_offers_nothing(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="Vi bygger."))
    user.go_to("page.description")
    user.click("judged_contents.1")
    assert content_button(user, OFFER) is None


def test_a_round_that_asks_for_nothing_of_the_table_has_no_link_and_says_so(
    open_draft: OpenDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (description_field, making):
        monkeypatch.setattr(module, "fact_asked_by", _nothing)
    user = open_draft(drafts.complete())
    user.go_to("page.description")
    assert not user.page.findChild(QAbstractButton, "description.facts").isVisible()  # type: ignore[union-attr]
    user.use_menu(MENU)
    assert "Ministeriet spørger ikke om noget, som skemaet kan give en sætning om." in said_in(popup())


def _nothing(_content: RequiredContent) -> None:
    """The round's words ask for nothing that the table can tell."""


def test_what_is_offered_is_seen_whole_where_the_screen_has_room(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.complete(), description="Vi bygger."))
    user.go_to("page.description")
    user.click("judged_contents.4")
    user.click(offer_there(user))
    (area,) = popup().findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
