"""Sums: loan and eligible expansion of each year.

Only the round's years have columns in the form, so only they are summed. Negative numbers are included; the rules
report them.
"""

from collections.abc import Iterable

from botilbud_desktop.domain.application import Application, Origin, PlaceGroup, Project
from botilbud_desktop.domain.round import Round


def loans(project: Project, round_: Round) -> dict[str, int]:
    """Returns the loan applied for in each of the round's years (in 1.000 kr.); None counts 0."""
    return {year: project.loan.get(year) or 0 for year in round_.year_keys}


def eligible_places(project: Project, round_: Round) -> dict[str, int]:
    """Returns the eligible expansion of each of the round's years."""
    places = dict.fromkeys(round_.year_keys, 0)
    for group in project.places:
        if is_eligible_expansion(group, round_) and str(group.year) in places:
            places[str(group.year)] += group.count
    return places


def is_eligible_expansion(group: PlaceGroup, round_: Round) -> bool:
    """Whether the places are new ones under SEL §§ 107 and 108."""
    return group.origin is Origin.NEW and group.legal_basis in round_.eligible_bases


def total_loans(application: Application, round_: Round) -> dict[str, int]:
    """Returns the loans of each year summed over all projects (*I alt*)."""
    return sum_by_year((loans(project, round_) for project in application.projects), round_)


def total_eligible_places(application: Application, round_: Round) -> dict[str, int]:
    """Returns the eligible expansion of each year summed over all projects (*I alt*)."""
    return sum_by_year((eligible_places(project, round_) for project in application.projects), round_)


def sum_by_year(parts: Iterable[dict[str, int]], round_: Round) -> dict[str, int]:
    """Returns the sums of `parts` in each of the round's years."""
    totals = dict.fromkeys(round_.year_keys, 0)
    for part in parts:
        for year, number in part.items():
            totals[year] += number
    return totals
