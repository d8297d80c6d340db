"""The rules agree with a second judge, written from the decision tables alone, on random drafts."""

import json
from collections import Counter
from datetime import date
from random import Random

import pytest

from botilbud_desktop.domain.application import Application
from botilbud_desktop.rules.assessment import Assessor
from tests.rules.contract.draft import Draft
from tests.rules.contract.findings import Found, findings
from tests.rules.contract.outcomes import outcome, outcomes
from tests.rules.contract.random_drafts import random_draft
from tests.rules.samples import ROUND

OUTCOMES_OF_THE_TABLE = 6 * 4 - 1
"""Each criterion has four outcomes, but a share is never left to assessment."""
ON_NO_SPECIAL_DAY = date(2024, 5, 3)
BESIDE_THE_TABLES = {
    "approval.altered",
    "contacts.phone_doubtful",
    "gross_cost.exceeds_pool",
    "gross_cost.negative",
    "places.closed_negative",
    "places.negative",
    "places.year_outside_round",
    "project.description_missing",
    "round.closing",
    "text.markup_like",
    "text.no_break_spaces",
}
"""Findings of the program's own; `cost_plan.*` that refuse a plan are told apart by their outcome."""
REFUSALS = {
    "cost_plan.total_not_positive",
    "cost_plan.eligible_negative",
    "cost_plan.eligible_exceeds_total",
    "cost_plan.amount_negative",
}


def compare(draft: Draft, assessor: Assessor) -> tuple[Counter[str], Counter[str]]:
    """Compares both judges on a draft; returns how often each outcome and each finding occurred."""
    assessment = assessor.assess(Application.model_validate_json(json.dumps(draft)), ON_NO_SPECIAL_DAY)
    ours = [f"{result.criterion} {result.outcome}" for result in assessment.criteria]
    theirs = [
        f"{number} {each}" for project in draft["projects"] for number, each in enumerate(outcomes(project), start=1)
    ]
    assert ours == theirs, draft
    assert assessment.outcome == outcome(draft), draft
    found = {
        Found(each.code, each.severity, each.field)
        for each in assessment.findings
        if each.code not in BESIDE_THE_TABLES | REFUSALS
    }
    expected = findings(draft)
    assert found == expected, (found ^ expected, draft)
    return Counter(ours), Counter(each.code for each in assessment.findings)


def compare_many(number: int, seed: int) -> None:
    random, assessor = Random(seed), Assessor(ROUND)
    seen: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for _ in range(number):
        for total, part in zip(seen, compare(random_draft(random), assessor), strict=True):
            total.update(part)
    outcomes_seen, codes_seen = seen
    assert len(outcomes_seen) == OUTCOMES_OF_THE_TABLE
    assert min(outcomes_seen.values()) > 5, outcomes_seen
    assert min(codes_seen.values()) > 5, codes_seen


def test_both_judges_agree_on_two_thousand_drafts() -> None:
    compare_many(2_000, seed=11)


@pytest.mark.slow
def test_both_judges_agree_on_twenty_thousand_drafts() -> None:
    compare_many(20_000, seed=2024)
