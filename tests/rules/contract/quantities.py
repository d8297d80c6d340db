"""The letters of the decision tables: E, N, C, P, V, X, L, G, A, R, B of one project."""

from fractions import Fraction
from math import floor

from tests.rules.contract.draft import CAPACITY, WITHIN, YEARS, Group, Plan, Project


def groups(project: Project) -> list[Group]:
    """The rows of places that have a column: those of the round's years."""
    return [group for group in project["places"] if group["year"] in YEARS]


def places(project: Project, bases: set[str] | None = None, origin: str | None = None) -> int:
    return sum(
        group["count"]
        for group in groups(project)
        if (bases is None or group["legal_basis"] in bases) and (origin is None or group["origin"] == origin)
    )


def has_places(project: Project) -> bool:
    return any(group["count"] > 0 for group in groups(project))


def new_within(project: Project) -> int:
    return places(project, WITHIN, "new")


def new_capacity(project: Project) -> int:
    return places(project, CAPACITY, "new")


def converted(project: Project) -> int:
    return places(project, None, "converted_from_abl_105")


def preserved(project: Project) -> int:
    return places(project, None, "preserved")


def borrowable(project: Project) -> int:
    """What the loan may pay for: new and preserved places within §§ 107/108."""
    return new_within(project) + places(project, WITHIN, "preserved")


def not_borrowable(project: Project) -> int:
    outside = places(project) - places(project, WITHIN)
    return outside + places(project, WITHIN, "converted_from_abl_105")


def counted_for_others(project: Project) -> int:
    return borrowable(project) or converted(project)


def net(project: Project) -> int:
    return new_capacity(project) - (project["places_closed_elsewhere"] or 0)


def loan(project: Project) -> int:
    return sum(amount or 0 for amount in project["loan"].values())


def refused(plan: Plan) -> bool:
    """A plan that cannot be worked out: it is refused with a finding, and what asks for A waits for it."""
    basis = plan["basis"]
    bad_basis = basis["total"] <= 0 or not 0 <= basis["eligible"] <= basis["total"]
    return bad_basis or any(line["amount"] < 0 for line in plan["lines"])


def usable_plan(project: Project) -> Plan | None:
    plan = project["cost_plan"]
    return None if plan is None or refused(plan) else plan


def is_refused(project: Project) -> bool:
    return project["cost_plan"] is not None and refused(project["cost_plan"])


def eligible_lines(plan: Plan) -> list[Fraction]:
    part = Fraction(plan["basis"]["eligible"], plan["basis"]["total"])
    of = {"direct": Fraction(1), "shared": part, "excluded": Fraction(0)}
    return [line["amount"] * of[line["treatment"]] for line in plan["lines"]]


def exact(plan: Plan) -> Fraction:
    return sum(eligible_lines(plan), Fraction(0))


def rounded(plan: Plan) -> int:
    step = plan["round_to"]
    return sum(floor(amount / step + Fraction(1, 2)) * step for amount in eligible_lines(plan))


def separated(plan: Plan) -> bool:
    return any(line["treatment"] != "direct" for line in plan["lines"])


def proposed_loan(plan: Plan) -> int:
    return min(rounded(plan), floor(exact(plan)))
