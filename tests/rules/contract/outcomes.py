"""The outcomes of the six criteria: the first line of the table that fits."""

from datetime import date
from fractions import Fraction

from tests.rules.contract.draft import (
    COST_OVER,
    LAST_DAY,
    LEAST_SHARE,
    LETTERS_OF_A_REASON,
    WITHIN,
    YEARS,
    Draft,
    Project,
)
from tests.rules.contract.quantities import (
    borrowable,
    converted,
    counted_for_others,
    exact,
    has_places,
    is_refused,
    loan,
    net,
    not_borrowable,
    places,
    preserved,
    separated,
    usable_plan,
)

MET, NOT_MET, DOUBT, MISSING = "met", "not_met", "needs_assessment", "missing_information"
WORST_FIRST = (NOT_MET, MISSING, DOUBT, MET)


def first(project: Project) -> str:
    plan = usable_plan(project)
    if not has_places(project):
        return MISSING
    if places(project, WITHIN) <= 0:
        return NOT_MET
    if borrowable(project) <= 0:
        return DOUBT
    if not_borrowable(project) > 0 and plan is None:
        return MISSING
    if is_refused(project):
        return MISSING
    if plan is not None and loan(project) > exact(plan):
        return NOT_MET
    if plan is not None and not_borrowable(project) > 0 and not separated(plan):
        return DOUBT
    return MET


def second(project: Project) -> str:
    if not has_places(project) or project["places_closed_elsewhere"] is None:
        return MISSING
    if net(project) <= 0 and preserved(project) > 0:
        return sixth(project)
    if net(project) <= 0:
        return NOT_MET
    if converted(project) <= 0:
        return MET
    plan = usable_plan(project)
    if plan is None:
        return MISSING
    return NOT_MET if loan(project) > exact(plan) else DOUBT


def third(project: Project) -> str:
    written = project["completion_date"]
    if written is None:
        return MISSING
    day = date.fromisoformat(written)
    if day > LAST_DAY:
        return NOT_MET
    return DOUBT if day < date(min(YEARS), 1, 1) else MET


def fourth(project: Project) -> str:
    cost = project["gross_construction_cost"]
    if cost is None:
        return MET if loan(project) > COST_OVER else MISSING
    if cost <= COST_OVER:
        return NOT_MET
    if is_refused(project):
        return MISSING
    plan = usable_plan(project)
    return DOUBT if plan is not None and exact(plan) <= COST_OVER else MET


def fifth(project: Project) -> str:
    share = project["share_for_others"]
    if share is None or counted_for_others(project) <= 0:
        return MISSING
    return NOT_MET if Fraction(share) / 100 < LEAST_SHARE else MET


def sixth(project: Project) -> str:
    if not has_places(project):
        return MISSING
    if preserved(project) > 0:
        letters = sum(character.isalpha() for character in project["preservation_reason"])
        return MISSING if letters < LETTERS_OF_A_REASON else DOUBT
    return MET if net(project) > 0 else NOT_MET


def outcomes(project: Project) -> list[str]:
    return [judge(project) for judge in (first, second, third, fourth, fifth, sixth)]


def outcome(draft: Draft) -> str:
    """The application's: the worst of its projects'; a draft without projects lacks all it is judged by."""
    found = {each for project in draft["projects"] for each in outcomes(project)}
    return next((each for each in WORST_FIRST if each in found), MISSING)
