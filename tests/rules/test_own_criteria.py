"""A round's criteria in its own number and order: each is judged by what it is about, whatever its number."""

from datetime import date

import pytest

from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round_parts import Criterion, CriterionMeaning, Thresholds
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.results import CriterionResult, Outcome
from tests.other_rounds import OPEN_DAY, OWN_CRITERIA, draft_of, other_round
from tests.rules.samples import ROUND, TODAY, application, project

ROUND_OF_FIVE = other_round(OWN_CRITERIA)


def results(**changes: object) -> tuple[CriterionResult, ...]:
    """Returns the results for the first project of the draft, with other values."""
    draft = draft_of(OWN_CRITERIA)
    changed = replace(draft, projects=(replace(draft.projects[0], **changes),))
    return assess(changed, ROUND_OF_FIVE, OPEN_DAY[OWN_CRITERIA]).criteria


def test_each_has_the_number_of_the_ministry() -> None:
    found = results()
    assert [result.criterion for result in found] == [1, 2, 3, 4, 5]
    assert "Kapaciteten udvides" in found[0].message
    assert "altså mindst 44 mio. kr." in found[1].message
    assert "skal være til rådighed for andre kommuner" in found[2].message
    assert "Fristen er den 30.09.2034" in found[3].message


def test_one_that_no_draft_tells_of_is_left_to_a_person_and_never_said_to_be_met() -> None:
    distance = results()[4]
    assert distance.outcome is Outcome.NEEDS_ASSESSMENT
    assert distance.message == (
        "Programmet kan ikke kontrollere det ud fra kladden. Vurdér selv, om projektet opfylder kravet."
    )
    assert distance.source == "Der må højst være 25 km til nærmeste hospital med akutmodtagelse."
    assert distance.field == "projects[0].name"


def test_such_a_criterion_leads_to_its_first_field() -> None:
    paths = ("projects[].places[].count", "projects[].description")
    fields = tuple(replace(field, criteria=(5,)) if field.path in paths else field for field in ROUND_OF_FIVE.fields)
    round_ = replace(ROUND_OF_FIVE, fields=fields)
    found = assess(draft_of(OWN_CRITERIA), round_, OPEN_DAY[OWN_CRITERIA]).criteria
    assert found[4].field == "projects[0].description"


@pytest.mark.parametrize(
    ("cost", "outcome"), [(43_999, Outcome.NOT_MET), (44_000, Outcome.MET), (44_001, Outcome.MET), (None, Outcome.MET)]
)
def test_a_cost_of_at_least_the_limit_is_enough_when_the_round_says_so(cost: int | None, outcome: Outcome) -> None:
    result = results(gross_construction_cost=cost, cost_plan=None)[1]
    assert result.outcome is outcome
    assert "mindst 44 mio. kr." in result.message
    assert "over" not in result.message


def test_a_round_without_a_share_asks_for_none() -> None:
    criteria = (Criterion(number=1, meaning=CriterionMeaning.COMPLETION_DATE, title="Til tiden", text="Til tiden."),)
    limits = replace(ROUND.thresholds, gross_cost_over=None, least_share_for_others=None)
    round_ = replace(ROUND, criteria=criteria, thresholds=limits)
    found = assess(application(project(share_for_others="1", gross_construction_cost=1)), round_, TODAY)
    assert [result.criterion for result in found.criteria] == [1]
    assert not [finding for finding in found.findings if finding.code == "share.too_few_whole_places"]


def test_figures_that_no_criterion_uses_are_ignored() -> None:
    criteria = (Criterion(number=1, meaning=CriterionMeaning.EXPANSION, title="Flere", text="Flere."),)
    round_ = replace(ROUND, criteria=criteria)
    assert round_.thresholds.least_share_for_others == "25"
    assert round_.limits == Thresholds()
    assert str(round_.last_day) == "2026-12-31"
    found = assess(application(project(share_for_others="1", completion_date=date(2027, 1, 1))), round_, TODAY)
    assert not [finding for finding in found.findings if finding.code == "share.too_few_whole_places"]


def test_without_a_criterion_on_the_date_the_last_day_is_the_end_of_the_years() -> None:
    limits = replace(ROUND.thresholds, last_completion_date=None)
    assert str(replace(ROUND, thresholds=limits).last_day) == "2026-12-31"
