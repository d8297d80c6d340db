"""The verdict in the window: it never says more than the rules know."""

import pytest
from PySide6.QtCore import Qt

from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.pages.check import CheckPage
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User


def verdict(user: User) -> str:
    user.go_to("page.check")
    page = user.page
    assert isinstance(page, CheckPage)
    return page.verdict.text() if page.verdict.isVisible() else ""


def ask(user: User, questions: RecordedQuestions, answer: str = "back") -> None:
    user.go_to("page.approve")
    user.write("approve.name", "Åse")
    questions.will_answer(answer)
    user.click("approve.approve")


def test_problems_are_told_by_their_own_list(aalborg: User) -> None:
    assert verdict(aalborg) == ""
    assert "Der er problemer" in aalborg.texts()


def test_no_page_says_that_all_is_well_while_a_criterion_is_not_met(complete: User) -> None:
    complete.write_and_leave("projects.0.share_for_others", "10")
    assert "1 kriterium er ikke opfyldt" in verdict(complete)
    for page in ("page.check", "page.approve"):
        complete.go_to(page)
        assert not any("ingen problemer" in text.lower() for text in complete.texts())
    complete.go_to("page.approve")
    assert any("1 kriterium er ikke opfyldt" in text for text in complete.texts())


def test_enter_does_not_approve_while_anything_is_open(complete: User, questions: RecordedQuestions) -> None:
    complete.write_and_leave("projects.0.share_for_others", "10")
    ask(complete, questions)
    approve, back = questions.last.choices
    assert (approve.words, approve.is_doubtful) == ("Godkend alligevel", True)
    assert not back.is_doubtful
    assert "1 kriterium er ikke opfyldt" in questions.last.text
    assert "• Projekt 1, kriterium 5: Ikke opfyldt." in questions.last.text


def test_the_question_lists_no_more_criteria_than_fit_a_small_screen(
    open_draft: OpenDraft, questions: RecordedQuestions
) -> None:
    draft = drafts.with_projects(5)
    projects = tuple(
        replace(project, share_for_others="10", completion_date=None, gross_construction_cost=None)
        for project in draft.projects
    )
    user = open_draft(replace(draft, projects=projects))
    ask(user, questions)
    assert questions.last.text.count("• Projekt") == 8
    assert "til. Se dem på »Kontrol«." in questions.last.text


@pytest.mark.parametrize(("step", "page"), [(4, "page.description")])
def test_a_step_with_a_warning_is_to_be_looked_at_again(complete: User, step: int, page: str) -> None:
    complete.go_to(page)
    item = complete.workspace.steps.item(step)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", Kontrollér, 5 ting at se på")
