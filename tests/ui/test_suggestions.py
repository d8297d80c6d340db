"""A slip is asked about where it was made, and one click mends it."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.0.loan.2025"
COST = "projects.0.gross_construction_cost"
PLAN = "projects.0.cost_plan"


def offers(user: User) -> dict[str, LinkButton]:
    """Returns the links of the page that change a value, by their words."""
    return {link.words(): link for link in user.links() if ".suggestion." in link.objectName()}


@pytest.mark.parametrize(
    ("field", "typed", "words", "value"),
    [
        (LOAN, "22", "Ret til 22.000", 22_000),
        (LOAN, "22.900.000", "Ret til 22.900", 22_900),
        (COST, "23", "Ret til 23.000", 23_000),
    ],
)
def test_an_amount_in_the_wrong_unit_is_mended_with_one_click(
    aalborg: User, field: str, typed: str, words: str, value: int
) -> None:
    aalborg.go_to("page.project.0")
    aalborg.write_and_leave(field, typed)
    aalborg.click(offers(aalborg)[words])
    project = aalborg.application.projects[0]
    assert (project.loan["2025"] if field == LOAN else project.gross_construction_cost) == value
    assert words not in offers(aalborg)
    assert QApplication.focusWidget() is aalborg.line(field)
    aalborg.undo()
    assert words in offers(aalborg)


def test_a_slip_is_not_asked_about_while_it_is_typed(aalborg: User) -> None:
    aalborg.go_to("page.project.0")
    aalborg.write(LOAN, "22")
    assert offers(aalborg) == {}


def test_a_draft_that_is_locked_offers_nothing(complete: User, questions: RecordedQuestions) -> None:
    complete.go_to("page.project.0")
    complete.write_and_leave(COST, "999")
    complete.write_and_leave(LOAN, "900")
    assert offers(complete)
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse")
    questions.will_answer("approve")
    complete.click("approve.approve")
    for page in ("page.project.0", "page.check"):
        complete.go_to(page)
        assert offers(complete) == {}


def test_the_check_offers_the_same_as_the_field(aalborg: User) -> None:
    aalborg.go_to("page.project.0")
    aalborg.write_and_leave(LOAN, "22")
    aalborg.go_to("page.check")
    aalborg.click(offers(aalborg)["Ret til 22.000"])
    assert aalborg.application.projects[0].loan["2025"] == 22_000
    assert "Ret til 22.000" not in offers(aalborg)


def test_a_missing_gross_cost_is_taken_from_the_cost_plan(thisted: User) -> None:
    thisted.write_and_leave(COST, "")
    pane = thisted.workspace.pane.criteria.rows[3]
    (link,) = [link for link in pane.findChildren(LinkButton) if link.isVisible()]
    thisted.click(link)
    assert thisted.application.projects[0].gross_construction_cost == 120_900
    assert QApplication.focusWidget() is thisted.line(COST)


def test_lines_that_do_not_add_up_to_the_gross_cost_offer_their_sum(thisted: User) -> None:
    thisted.write_and_leave(COST, "125.000")
    total = thisted.widget(f"{PLAN}.total", QLabel)
    assert (
        total.text()
        == "Udgifter i alt: 120.900. Bruttoanlægsudgiften er 125.000, så mangler der 4.100 (hele 1.000 kr.)."
    )
    thisted.go_to("page.check")
    (words,) = [words for words in offers(thisted) if "120.900" in words]
    thisted.click(offers(thisted)[words])
    assert thisted.application.projects[0].gross_construction_cost == 120_900
    thisted.go_to("page.project.0")
    total = thisted.widget(f"{PLAN}.total", QLabel)
    assert total.text() == "Udgifter i alt: 120.900. Det er hele bruttoanlægsudgiften."


def test_more_lines_than_the_gross_cost_are_told(thisted: User) -> None:
    thisted.write_and_leave(COST, "120.000")
    total = thisted.widget(f"{PLAN}.total", QLabel)
    assert total.text().endswith("Bruttoanlægsudgiften er 120.000, så er der 900 for meget (hele 1.000 kr.).")


def test_a_fraction_that_went_stale_is_mended_with_one_click(thisted: User) -> None:
    thisted.write_and_leave(f"{PLAN}.basis.eligible", "9")
    thisted.go_to("page.check")
    thisted.go_to("page.project.0")
    thisted.click(offers(thisted)["Ret til 8/50"])
    plan = thisted.application.projects[0].cost_plan
    assert plan is not None
    assert (plan.basis.eligible, plan.basis.total) == (8, 50)


def test_rounding_that_borrows_more_than_the_cost_is_told_and_not_taken_over(open_draft: OpenDraft) -> None:
    draft = drafts.example("thisted")
    plan = draft.projects[0].cost_plan
    assert plan is not None
    lines = tuple(replace(line, amount=line.amount + 50) for line in plan.lines)
    user = open_draft(
        replace(draft, projects=(replace(draft.projects[0], cost_plan=replace(plan, lines=lines, round_to=100)),))
    )
    result = user.widget(f"{PLAN}.result", QLabel).text()
    assert result == (
        "Låneberettiget i alt: 19.800 (19,8 mio. kr.). Præcist er det 19.762, så lånet bliver højst 19.762."
    )
    user.click(f"{PLAN}.split.take_over")
    assert sum(amount or 0 for amount in user.application.projects[0].loan.values()) == 19_762
