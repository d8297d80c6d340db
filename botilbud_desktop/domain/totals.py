"""Sums: loan and eligible expansion of each year, and places by origin.

Only the round's years have columns in the form, so only they are summed. Negative numbers are included; the rules
report them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from botilbud_desktop.domain.application import Application, Origin, PlaceGroup, Project
from botilbud_desktop.domain.round import Round


class PlaceFigures(NamedTuple):
    """A project's places in the round's years, summed in the ways that the criteria ask for."""

    eligible: int
    """E: new places under SEL §§ 107 and 108, the eligible expansion."""
    new: int
    """N: new places, whatever the legal basis."""
    converted: int
    """C: places converted from ABL § 105."""
    preserved: int
    """P: existing places kept by renovation."""
    within: int
    """Places under SEL §§ 107 and 108, whatever their origin."""
    total: int
    """All places."""

    @property
    def outside(self) -> int:
        """Places outside SEL §§ 107 and 108, whatever their origin."""
        return self.total - self.within


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


def place_figures(project: Project, round_: Round) -> PlaceFigures:
    """Returns the project's places of the round's years, by origin and legal basis."""
    groups = [group for group in project.places if group.year in round_.years]
    of_origin = {origin: _count(group for group in groups if group.origin is origin) for origin in Origin}
    return PlaceFigures(
        eligible=_count(group for group in groups if is_eligible_expansion(group, round_)),
        new=of_origin[Origin.NEW],
        converted=of_origin[Origin.CONVERTED_FROM_ABL_105],
        preserved=of_origin[Origin.PRESERVED],
        within=_count(group for group in groups if group.legal_basis in round_.eligible_bases),
        total=_count(groups),
    )


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


def _count(groups: Iterable[PlaceGroup]) -> int:
    return sum(group.count for group in groups)
