"""Comments in a draft that somebody else made: hostile words, very many, fields that no page has."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from botilbud_desktop.domain.commenting.places import known_field
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.form_bounds import LONGEST_LINE
from botilbud_desktop.ui.fields.inputs import OF_DRAFT, ChoiceInput, LineInput
from botilbud_desktop.ui.fields.text.text_input import TextInput
from tests.ui.commented import LOAN, comment, on_loan, with_comments
from tests.ui.test_comments import SHIFT, OpenDraft, is_pane_shown, link, pane
from tests.ui.user import User, said_in, step_names


def test_hostile_words_are_shown_as_plain_text_and_bounded(open_draft: OpenDraft) -> None:
    hostile = '<img src="file://server/x"><b>fed</b>' + "x" * 5_000 + "\n" * 500
    user = open_draft(with_comments(on_loan(text=hostile, author="<b>Bo</b>\u202e" + "y" * 500)))
    user.go_to("page.project.0")
    user.click(LOAN)
    labels = pane(user).findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels if label.text())
    assert max(label.height() for label in labels) < 2_000
    assert any(label.text().startswith("<img") for label in labels)
    user.click(link(user, "Vis det hele"))
    user.go_to("page.check")
    assert any("<img" in one.words() for one in user.links())


def test_a_text_that_is_too_long_is_refused_with_a_sentence(complete: User) -> None:
    complete.go_to("page.project.0")
    complete.click(LOAN)
    complete.press(Qt.Key.Key_F2, SHIFT)
    complete.keys("Kort")
    complete.paste("x" * LONGEST_LINE)
    assert [one.text for one in complete.application.comments] == ["Kort"]
    assert any("plads til 10.000 tegn" in text for text in said_in(pane(complete)))
    assert not complete.controller.is_outgrown


def test_a_thousand_comments_are_shown_a_few_at_a_time(open_draft: OpenDraft) -> None:
    user = open_draft(with_comments(*(on_loan(number) for number in range(1_000))))
    user.go_to("page.project.0")
    user.click(LOAN)
    assert len(pane(user).rows) == 20
    user.click(link(user, "Vis flere (der er 980 endnu)"))
    assert len(pane(user).rows) == 40
    user.press(Qt.Key.Key_F2, SHIFT)
    user.keys("En til")
    assert len(user.application.comments) == 1_000
    assert any("plads til 1.000 kommentarer" in text for text in said_in(pane(user)))


def test_without_a_field_the_user_is_told_where_to_put_the_cursor(complete: User) -> None:
    complete.go_to("page.check")
    complete.use_menu("Skriv en &kommentar")
    assert "Sæt markøren i det felt" in complete.notice_text()
    complete.go_to("page.project.0")
    complete.workspace.steps.setFocus()
    complete.use_menu("Skriv en &kommentar")
    complete.keys("Om det hele")
    assert complete.application.comments[0].text == "Om det hele"


def test_from_the_full_window_it_leads_back_to_the_form(complete: User) -> None:
    complete.go_to("page.description")
    complete.press(Qt.Key.Key_F11)
    complete.use_menu("Skriv en &kommentar")
    complete.keys("Kortere")
    assert [(one.field, one.text) for one in complete.application.comments] == [("description", "Kortere")]
    assert is_pane_shown(complete)


@pytest.mark.parametrize(
    "field", ["comments[0].text", "approvals", "id", "__class__", "projects", "[]", "case_number.upper"]
)
def test_a_field_that_no_page_has_does_no_harm(open_draft: OpenDraft, field: str) -> None:
    user = open_draft(with_comments(comment(1, field)))
    for page in ("page.applicant", "page.projects", "page.project.0", "page.check"):
        user.go_to(page)
    assert any("»Hvorfor?«" in text for text in (*user.texts(), *(one.words() for one in user.links())))


def test_every_input_of_a_field_of_the_draft_has_the_command_in_its_menu(complete: User) -> None:
    found: list[str] = []
    for page in step_names(complete.application):
        complete.go_to(page)
        for widget in complete.page.findChildren(QWidget):
            if isinstance(widget, LineInput | ChoiceInput | TextInput) and widget.objectName():
                path = field_path(widget.objectName())
                is_field = known_field(path, complete.application, complete.controller.round) == path
                assert bool(widget.property(OF_DRAFT)) is is_field, widget.objectName()
                found += [widget.objectName()] if is_field else []
    assert {"case_number", LOAN, "projects.0.places.0.count", "description", "contacts.phones"} <= {*found}
