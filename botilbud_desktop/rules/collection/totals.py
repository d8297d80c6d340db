"""Sums up a collection: loan against the pool, places by year and law, places for others, and the regions."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import sum_by_year
from botilbud_desktop.rules.collection.blocking import of_project
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
        without_municipality=sum(application.municipality is None for application in applications),
        regions=_regions(applications, round_),
        doubted=sum(bool(of_project(project).figures) for project in projects),
    )


def summed(parts: Sequence[CollectionTotals], round_: Round) -> CollectionTotals:
    """Returns the sums over collections of different applications, quicker than from the applications."""
    regions = totals_of((), round_).regions
    bases: Counter[LegalBasis] = Counter()
    for part in parts:
        bases.update(part.by_basis)
    return CollectionTotals(
        loan=sum_by_year((dict(part.loan) for part in parts), round_),
        pool={year: round_.pool.get(year, 0) for year in round_.year_keys},
        places=sum_by_year((dict(part.places) for part in parts), round_),
        by_basis={basis: bases[basis] for basis in LegalBasis if bases[basis]},
        shared_places=sum((part.shared_places for part in parts), Fraction(0)),
        without_loan=sum(part.without_loan for part in parts),
        without_share=sum(part.without_share for part in parts),
        without_municipality=sum(part.without_municipality for part in parts),
        regions=tuple(
            RegionTotals(own[0].region, *(sum(numbers) for numbers in zip(*(each[1:] for each in own), strict=True)))
            for own in zip(regions, *(part.regions for part in parts), strict=True)
        ),
        doubted=sum(part.doubted for part in parts),
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
