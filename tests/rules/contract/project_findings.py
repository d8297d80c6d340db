"""The findings of one project, with fields as they are called within it."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor

from tests.rules.contract.draft import CAPACITY, LEAST_SHARE, POOL, WINDOW_OPENS, YEARS, Plan, Project
from tests.rules.contract.quantities import (
    borrowable,
    counted_for_others,
    exact,
    groups,
    loan,
    new_within,
    not_borrowable,
    places,
    preserved,
    proposed_loan,
    refused,
    rounded,
    separated,
    usable_plan,
)
from tests.rules.contract.text_findings import in_text

type Rows = Iterator[tuple[str, str, str]]

COORDINATED = {"kkr", "other_intermunicipal"}


def of_project(project: Project) -> Rows:
    if not project["name"].strip():
        yield "project.name_missing", "error", "name"
    yield from _loans(project)
    yield from _costs(project)
    yield from _times(project)
    yield from _groups(project)
    yield from _shares(project)
    yield from _rates(project)
    yield from _weighed(project)
    if project["cost_plan"] is not None:
        yield from _plans(project, project["cost_plan"])
    yield from in_text(project["description"], "description", 1000)


def _loans(project: Project) -> Rows:
    total = loan(project)
    if not any(project["loan"].values()):
        yield "loan.missing", "error", "loan"
    for year, amount in project["loan"].items():
        if amount is None:
            continue
        if amount < 0:
            yield "loan.negative", "error", f"loan.{year}"
        if 1 <= amount <= 999:
            yield "loan.unit_suspect", "warning", f"loan.{year}"
        if amount > POOL[year]:
            yield "loan.exceeds_pool", "error", f"loan.{year}"
    cost = project["gross_construction_cost"]
    if cost is not None and total > cost:
        yield "loan.exceeds_cost", "error", "loan"
    new = new_within(project)
    if total > 0 and new > 0 and not 100 <= Fraction(total, new) <= 10_000:
        yield "loan.per_place_unlikely", "warning", "loan"
    plan = usable_plan(project)
    if plan is not None and total not in (rounded(plan), floor(exact(plan))):
        yield "loan.differs_from_cost_plan", "warning", "loan"


def _costs(project: Project) -> Rows:
    cost = project["gross_construction_cost"]
    if cost is not None and 1 <= cost <= 999:
        yield "gross_cost.unit_suspect", "warning", "gross_construction_cost"


def _times(project: Project) -> Rows:
    if project["completion_date"] is None:
        return
    day = date.fromisoformat(project["completion_date"])
    if day < WINDOW_OPENS:
        yield "completion.before_window", "error", "completion_date"
    for year, amount in project["loan"].items():
        if amount is not None and amount > 0 and int(year) > day.year:
            yield "loan.after_completion", "warning", f"loan.{year}"
    for number, group in enumerate(project["places"]):
        if group["count"] <= 0 or group["year"] not in YEARS:
            continue  # a row of another year has no column: that is an error of its own
        if group["year"] < day.year:
            yield "places.before_completion", "warning", f"places[{number}].year"
        if group["year"] > day.year:
            yield "places.after_completion", "warning", f"places[{number}].year"


def _groups(project: Project) -> Rows:
    if (project["places_closed_elsewhere"] or 0) > 0 and new_within(project) > 0:
        yield "places.closed_not_subtracted", "warning", "places_closed_elsewhere"
    uncounted = [
        group["count"]
        for group in groups(project)
        if group["legal_basis"] not in CAPACITY or group["origin"] == "converted_from_abl_105"
    ]
    if any(count > 0 for count in uncounted):
        yield "places.not_counted", "info", "places"
    for number, group in enumerate(project["places"]):
        if group["legal_basis"] == "ABL_105" and group["origin"] == "converted_from_abl_105":
            yield "places.converted_to_same_law", "warning", f"places[{number}].legal_basis"
    if project["building"] == "new_building" and preserved(project) > 0:
        yield "building.new_cannot_preserve", "warning", "building"


def _plans(project: Project, plan: Plan) -> Rows:
    if refused(plan):
        return
    all_places = places(project)
    if plan["basis"]["unit"] == "places" and 0 <= borrowable(project) <= all_places != 0:
        proposed = Fraction(borrowable(project), all_places)
        if Fraction(plan["basis"]["eligible"], plan["basis"]["total"]) != proposed:
            yield "cost_plan.basis_differs_from_places", "warning", "cost_plan.basis"
    cost = project["gross_construction_cost"]
    if cost is not None and sum(line["amount"] for line in plan["lines"]) != cost:
        yield "cost_plan.sum_differs_from_gross_cost", "warning", "cost_plan.lines"
    if not_borrowable(project) > 0 and not separated(plan):
        yield "cost_plan.nothing_separated", "warning", "cost_plan.lines"
    if rounded(plan) > exact(plan):
        assert proposed_loan(plan) <= exact(plan)
        yield "cost_plan.rounding_above_exact", "info", "cost_plan.round_to"


def _shares(project: Project) -> Rows:
    if project["share_for_others"] is None:
        return
    share = Fraction(project["share_for_others"]) / 100
    counted = counted_for_others(project)
    if not 0 <= share <= 1:
        yield "share.out_of_range", "error", "share_for_others"
    elif counted > 0 and _stands_for(project["share_for_others"], counted) < ceil(LEAST_SHARE * counted):
        yield "share.too_few_whole_places", "warning", "share_for_others"


def _stands_for(percent: str, counted: int) -> int:
    """The whole places of a share; 33.33 is how a third is written, though it is a little less."""
    share = Fraction(percent)
    whole = floor(share / 100 * counted)
    next_whole = round(Fraction(100 * (whole + 1), counted) * 100)
    return whole + 1 if next_whole == share * 100 else whole


def _rates(project: Project) -> Rows:
    for number, rate in enumerate(project["daily_rates"]):
        if rate["lowest"] > rate["highest"]:
            yield "daily_rate.reversed", "warning", f"daily_rates[{number}].lowest"
        for key in ("lowest", "highest"):
            if rate[key] < 0:
                yield "daily_rate.negative", "warning", f"daily_rates[{number}].{key}"


def _weighed(project: Project) -> Rows:
    if project["building"] is None:
        yield "weighting.unanswered", "info", "building"
    if not any(rate["label"] or rate["lowest"] or rate["highest"] for rate in project["daily_rates"]):
        yield "weighting.unanswered", "info", "daily_rates"
    if project["coordination"] is None:
        yield "weighting.unanswered", "info", "coordination"
    if project["coordination"] in COORDINATED:
        yield "coordination.document_to_send", "info", "coordination"
        if not project["coordination_note"].strip():
            yield "coordination.note_missing", "warning", "coordination_note"
    yield from _contradictions(project)


def _contradictions(project: Project) -> Rows:
    note = project["coordination_note"]
    names_kkr = any(word in ("KKR", "KKRs") for word in re.split(r"\W+", note))
    is_uncoordinated = project["coordination"] not in COORDINATED and note.strip()
    if is_uncoordinated or (project["coordination"] == "other_intermunicipal" and names_kkr):
        yield "coordination.differs_from_note", "warning", "coordination"
