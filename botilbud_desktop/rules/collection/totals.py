"""Sums up a collection: loan against the pool, places by year and law, places for others, and the regions."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import sum_by_year
from botilbud_desktop.rules.collection.records import (
    CollectedApplication,
    CollectedProject,
    CollectionTotals,
    RegionTotals,
)


def totals_of(applications: Sequence[CollectedApplication], round_: Round) -> CollectionTotals:
    """Returns the sums over all applications."""
    projects = [project for application in applications for project in application.projects]
    shared = [project.shared_places for project in projects]
    return CollectionTotals(
        loan=sum_by_year((project.quantities.loans for project in projects), round_),
        pool={year: round_.pool.get(year, 0) for year in round_.year_keys},
        places=sum_by_year((dict(project.places) for project in projects), round_),
        by_basis=_by_basis(projects, round_),
        shared_places=sum((number for number in shared if number is not None), Fraction(0)),
        without_loan=sum(not any(project.quantities.loans.values()) for project in projects),
        without_share=shared.count(None),
        regions=_regions(applications, round_),
    )


def _by_basis(projects: Sequence[CollectedProject], round_: Round) -> dict[LegalBasis, int]:
    counts: Counter[LegalBasis] = Counter()
    for project in projects:
        for group in project.project.places:
            if group.year in round_.years:
                counts[group.legal_basis] += group.count
    return {basis: counts[basis] for basis in LegalBasis if counts[basis]}


def _regions(applications: Sequence[CollectedApplication], round_: Round) -> tuple[RegionTotals, ...]:
    names = dict.fromkeys(municipality.region for municipality in round_.municipalities)
    return tuple(_region(name, applications) for name in names)


def _region(name: str, applications: Sequence[CollectedApplication]) -> RegionTotals:
    own = [each for each in applications if each.municipality is not None and each.municipality.region == name]
    projects = [project for application in own for project in application.projects]
    return RegionTotals(
        name,
        len(own),
        len(projects),
        sum(project.quantities.loan for project in projects),
        sum(sum(project.places.values()) for project in projects),
    )
