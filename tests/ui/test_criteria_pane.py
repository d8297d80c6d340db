"""The six criteria with their live outcome and the ministry's own wording (requirement 18)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.widgets.link_button import LinkButton
from botilbud_desktop.ui.workspace.criteria_pane import CriterionRow
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, said_in


def row(user: User, number: int) -> CriterionRow:
    return user.workspace.pane.criteria.rows[number - 1]


def said(user: User, number: int) -> str:
    """Returns the outcome of a criterion in words, with its figures."""
    return row(user, number).message.text()


def outcome(user: User, number: int) -> str:
    return said(user, number).partition(":")[0]


def shown_in(part: CriterionRow) -> list[str]:
    return said_in(part)


def open_wording(user: User, number: int) -> None:
    button = row(user, number).findChild(QToolButton)
    assert isinstance(button, QToolButton)
    user.click(button)


def test_all_six_criteria_are_shown_with_their_outcome_in_words(aalborg: User) -> None:
    assert len(aalborg.workspace.pane.criteria.rows) == 6
    assert [outcome(aalborg, number) for number in range(1, 7)] == ["Opfyldt"] * 6
    assert all(aalborg.workspace.pane.criteria.rows[index].isVisible() for index in range(6))


def test_a_criterion_turns_while_a_figure_is_typed(aalborg: User) -> None:
    name = "projects.0.gross_construction_cost"
    assert "22,9 mio. kr." in said(aalborg, 4)
    aalborg.write(name, "20000")
    field = aalborg.line(name)
    assert outcome(aalborg, 4) == "Ikke opfyldt"
    assert "20 mio. kr." in said(aalborg, 4)
    assert QApplication.focusWidget() is field
    aalborg.press(Qt.Key.Key_Backspace)
    aalborg.keys("1")
    assert outcome(aalborg, 4) == "Opfyldt"
    assert "20,001 mio. kr." in said(aalborg, 4)
    assert QApplication.focusWidget() is field
    assert field.text() == "20001"


def test_a_criterion_turns_when_a_date_is_typed(aalborg: User) -> None:
    aalborg.write("projects.0.completion_date", "1.1.2027")
    assert outcome(aalborg, 3) == "Ikke opfyldt"
    aalborg.write("projects.0.completion_date", "31.12.2026")
    assert outcome(aalborg, 3) == "Opfyldt"
    aalborg.write("projects.0.completion_date", "")
    assert outcome(aalborg, 3) == "Mangler oplysninger"


@pytest.mark.parametrize(
    ("typed", "words"), [("24,99", "Ikke opfyldt"), ("25", "Opfyldt"), ("", "Mangler oplysninger")]
)
def test_the_share_for_others_turns_the_fifth_criterion(aalborg: User, typed: str, words: str) -> None:
    aalborg.write("projects.0.share_for_others", typed)
    assert outcome(aalborg, 5) == words


def test_thisteds_criteria_stand_as_the_rules_say(thisted: User) -> None:
    assert [outcome(thisted, number) for number in (2, 4, 5)] == ["Opfyldt", "Kræver vurdering", "Mangler oplysninger"]


def test_the_ministrys_own_words_are_shown_word_for_word_when_opened(aalborg: User, form: Round) -> None:
    for criterion in form.criteria:
        part = row(aalborg, criterion.number)
        wording = f"»{criterion.text}«"
        assert wording not in shown_in(part)
        open_wording(aalborg, criterion.number)
        assert wording in shown_in(part)
        open_wording(aalborg, criterion.number)
        assert wording not in shown_in(part)


def test_the_wording_is_opened_with_the_keyboard(aalborg: User, form: Round) -> None:
    button = row(aalborg, 2).findChild(QToolButton)
    assert isinstance(button, QToolButton)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    aalborg.press(Qt.Key.Key_Space)
    assert f"»{form.criteria[1].text}«" in shown_in(row(aalborg, 2))


@pytest.mark.parametrize(
    ("number", "field"),
    [
        (3, "projects.0.completion_date"),
        (4, "projects.0.gross_construction_cost"),
        (5, "projects.0.share_for_others"),
    ],
)
def test_the_link_leads_to_the_field(aalborg: User, number: int, field: str) -> None:
    aalborg.go_to("page.project.0")
    open_wording(aalborg, number)
    link = row(aalborg, number).findChild(LinkButton)
    assert isinstance(link, LinkButton)
    aalborg.go_to("page.project.0")
    aalborg.click(link)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == field


def test_an_opened_link_follows_the_project_that_is_shown(aalborg: User) -> None:
    open_wording(aalborg, 4)
    aalborg.go_to("page.project.1")
    link = row(aalborg, 4).findChild(LinkButton)
    assert isinstance(link, LinkButton)
    aalborg.click(link)
    assert QApplication.focusWidget() is aalborg.line("projects.1.gross_construction_cost")


def test_the_pane_follows_the_project_that_is_shown(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.complete())
    user.write("projects.0.share_for_others", "10")
    assert outcome(user, 5) == "Ikke opfyldt"
    user.go_to("page.project.1")
    assert outcome(user, 5) == "Opfyldt"
    user.go_to("page.description")
    assert said(user, 5).startswith("Ikke opfyldt (projekt 1): ")


def test_the_pane_of_the_whole_application_names_every_project_that_fails(open_draft: OpenDraft) -> None:
    application = drafts.complete()
    first, second = application.projects[:2]
    third = replace(first, id="00000000-0000-4000-8000-000000000003", share_for_others=None)
    low = [replace(project, share_for_others="10") for project in (first, second)]
    user = open_draft(replace(application, projects=(*low, third)))
    user.go_to("page.description")
    assert said(user, 5).startswith("Ikke opfyldt (projekt 1 og 2). Mangler oplysninger (projekt 3).\nProjekt 1: ")


def test_not_meeting_a_criterion_is_no_error_and_blocks_nothing(complete: User, questions: RecordedQuestions) -> None:
    complete.write_and_leave("projects.0.share_for_others", "10")
    assert outcome(complete, 5) == "Ikke opfyldt"
    assert [finding.code for finding in complete.view.findings_at(field_path("projects[0].share_for_others"))] == [
        "share.too_few_whole_places"
    ]
    complete.save()
    assert complete.notice_text() == ""
    complete.go_to("page.check")
    assert complete.view.assessment.errors == ()
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse")
    questions.will_answer("approve")
    complete.click("approve.approve")
    assert "Projekt 1, kriterium 5" in questions.last.text
    assert complete.view.status is Status.APPROVED


def test_the_criteria_a_field_bears_upon_are_marked_while_it_has_the_focus(aalborg: User) -> None:
    aalborg.click("projects.0.completion_date")
    with_mark = [part.grab().toImage() for part in aalborg.workspace.pane.criteria.rows]
    aalborg.click("projects.0.name")
    without_mark = [part.grab().toImage() for part in aalborg.workspace.pane.criteria.rows]
    assert [one != other for one, other in zip(with_mark, without_mark, strict=True)] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]


def test_the_guidance_follows_the_focus_and_quotes_the_ministry(aalborg: User, form: Round) -> None:
    guide = aalborg.workspace.pane.guide
    for name, path in (("projects.0.loan.2025", "projects[].loan.2025"), ("projects.0.name", "projects[].name")):
        aalborg.click(name)
        field = form.field(path)
        assert field is not None
        assert field.wording
        assert guide.wording.text() == f"»{field.wording}«"
        assert guide.help.text() == field.help


def test_a_cell_of_a_row_has_its_own_guidance(aalborg: User, form: Round) -> None:
    aalborg.click("projects.0.places.0.count")
    field = form.field("projects[].places[].count")
    assert field is not None
    assert aalborg.workspace.pane.guide.help.text() == field.help


def test_without_a_project_the_pane_says_so(empty: User) -> None:
    empty.go_to("page.projects")
    empty.click("projects.remove")
    assert all("Der er ikke noget projekt endnu." in said(empty, number) for number in range(1, 7))


def test_all_six_states_are_seen_at_a_glance_however_small_the_pane(aalborg: User) -> None:
    summary = aalborg.workspace.pane.criteria.summary
    assert summary.text() == "Opfyldt: 1, 2, 3, 4, 5, 6"
    aalborg.write("projects.0.share_for_others", "10")
    assert summary.text().split("\n") == ["Ikke opfyldt: 5", "Opfyldt: 1, 2, 3, 4, 6"]
    assert not summary.visibleRegion().isEmpty()
