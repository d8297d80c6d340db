"""The next thing to do: what blocks the approval first, in the order of the steps, and then the next step."""

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.rules.next_to_do import next_to_do, open_steps
from botilbud_desktop.rules.progress import points_by_step
from tests.rules.samples import EMPTY_APPLICATION, ROUND, application, assessed, example, project


def test_an_empty_draft_begins_with_the_municipality() -> None:
    found = next_to_do(EMPTY_APPLICATION, ROUND, assessed(EMPTY_APPLICATION), Status.DRAFT)
    assert found.path == "applicant.municipality_code"


def test_an_error_on_a_later_page_comes_before_a_criterion_on_an_earlier_one() -> None:
    draft = application(project(share_for_others="10"), description="")
    found = next_to_do(draft, ROUND, assessed(draft), Status.DRAFT)
    assert found.path == "description"


def test_with_nothing_open_the_approval_is_next_and_then_the_transfer() -> None:
    draft = example("aalborg")
    nothing = assessed(draft)._replace(findings=(), criteria=())
    assert next_to_do(draft, ROUND, nothing, Status.DRAFT).path == "approvals"
    approved = next_to_do(draft, ROUND, assessed(draft), Status.APPROVED)
    assert (approved.path, approved.text) == ("transfer.open", f"Overfør ansøgningen til {ROUND.site}.")


def test_each_step_with_something_open_stands_once_in_the_order_of_the_steps() -> None:
    draft = application(project(name=""), project(loan={"2025": -1}), description="")
    found = assessed(draft)
    lines = open_steps(draft, found)
    assert [line.path.split(".")[0] for line in lines if line.path.startswith("projects[")] == [
        "projects[0]",
        "projects[1]",
    ]
    words = {points.words for points in points_by_step(found).values()}
    assert all(line.text in words or line.text.partition(": ")[2] in words for line in lines)
