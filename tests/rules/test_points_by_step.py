"""How much is open in each step: what is missing, problems, and what is to be looked at."""

from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.rules.open_points import open_points
from botilbud_desktop.rules.progress import StepPoints, all_points, points_by_step
from botilbud_desktop.rules.results import Outcome, Severity
from tests.rules.samples import EMPTY_APPLICATION, application, assessed, project

FIRST = Step(StepKind.PROJECT, 0)


def test_an_empty_draft_lacks_fields_and_has_no_problems() -> None:
    points = points_by_step(assessed(EMPTY_APPLICATION))
    assert points[Step(StepKind.APPLICANT)] == StepPoints(missing=1)
    assert points[Step(StepKind.CONTACTS)].missing >= 1
    assert all(each.problems == 0 for each in points.values())


def test_a_field_is_counted_once_however_much_asks_for_it() -> None:
    found = assessed(application(project(completion_date=None, loan={})))
    lacking = {result.field for result in found.criteria if result.outcome is Outcome.MISSING_INFORMATION}
    errors = {finding.field for finding in found.findings_by_step[FIRST] if finding.severity is Severity.ERROR}
    assert len(lacking) < sum(result.outcome is Outcome.MISSING_INFORMATION for result in found.criteria) + len(errors)
    assert points_by_step(found)[FIRST].missing == len(lacking | errors)


def test_a_negative_loan_is_a_problem_of_its_project() -> None:
    points = points_by_step(assessed(application(project(loan={"2025": -1, "2026": 0}))))
    assert points[FIRST].problems >= 1


def test_nothing_that_is_open_is_left_out() -> None:
    for draft in (EMPTY_APPLICATION, application(project(loan={"2025": -1}, share_for_others="10"))):
        found = assessed(draft)
        total = all_points(points_by_step(found).values())
        assert total.problems + total.missing + total.doubts > 0
        assert total.problems == sum(not finding.is_missing for finding in found.errors)
        assert total.missing + total.doubts <= open_points(found).criteria + open_points(found).warnings + len(
            found.errors
        )


def test_the_words_say_one_and_more_and_leave_out_what_is_none() -> None:
    assert StepPoints(3, 2).words == "3 felter mangler · 2 problemer"
    assert StepPoints(1, 0, 1).words == "1 felt mangler · 1 ting at se på"
    assert StepPoints().words == ""
    assert all_points(()) == StepPoints()
