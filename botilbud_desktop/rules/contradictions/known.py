"""What the form's values allow a text to say: of one project, and of all of them together."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from botilbud_desktop.domain.application import Building, LegalBasis, Origin, PlaceGroup, Project
from botilbud_desktop.domain.cost_plan import allocation_of
from botilbud_desktop.domain.quantities import Quantities, quantities_of
from botilbud_desktop.domain.round import Round

_MOST_PARTS = 8
"""Of more rows than these, only the sum and each by itself are worked out."""
_MOST_SUMS = 500
_NEARLY = Fraction(1, 20)
_BOTH = frozenset((LegalBasis.SEL_107, LegalBasis.SEL_108))


class Known(NamedTuple):
    """What the form holds of one project, or of several together."""

    projects: tuple[int, ...]
    """The indices of the projects."""
    groups: tuple[PlaceGroup, ...]
    places: frozenset[int]
    """Every number of places that is true of it, or of some of its rows."""
    total: int
    """The most places that it may be said to have."""
    wholes: frozenset[int]
    """Every number of places that it may be said to have in all."""
    loans: tuple[tuple[str, int | None], ...]
    """By year and project, in kr.; None where not filled in."""
    amounts: frozenset[int]
    """Every amount that is true of it, in kr."""
    costs: frozenset[int]
    """Those that its cost may be said to be; none while no cost is filled in."""
    shares: tuple[Fraction, ...]
    """In per cent."""
    for_others: frozenset[int]
    """Every number of places that is the share for other municipalities."""
    completions: tuple[date, ...]
    years: frozenset[int]
    """The years in which it has places."""
    bases: frozenset[LegalBasis]
    """What its places are established under, as a text may name it."""
    buildings: frozenset[Building]
    closed: tuple[int | None, ...]
    """The places that close elsewhere, by project; None where not filled in."""

    def loans_of(self, year: str) -> frozenset[int]:
        """Every loan of a year that is true of it, in kr.; none while none is filled in."""
        return frozenset(sums([amount for key, amount in self.loans if key == year and amount is not None]))

    def places_of(self, bases: Iterable[LegalBasis]) -> frozenset[int]:
        """Every number of places of these paragraphs, or of some of their rows."""
        wanted = set(bases)
        return frozenset(sums([each.count for each in self.groups if wanted & allowed_bases(each)]))


def known_of(projects: Sequence[Project], round_: Round) -> tuple[Known, ...]:
    """Returns what is known of each project."""
    return tuple(_of_project(index, project, round_) for index, project in enumerate(projects))


def together(parts: Sequence[Known]) -> Known:
    """Returns what may be said of several projects: what is true of one, of some of them, or of all.

    What one of them has not filled in is not known of all: it contradicts nothing.
    """
    if len(parts) == 1:
        return parts[0]
    with_places = parts if all(part.groups for part in parts) else ()
    with_loans = parts if all(any(amount for _year, amount in part.loans) for part in parts) else ()
    with_costs = parts if all(part.costs for part in parts) else ()
    with_shares = parts if all(part.shares for part in parts) else ()
    completions = tuple(day for part in parts for day in part.completions)
    costs = _across([part.costs for part in with_costs], [max(part.costs) for part in with_costs])
    wholes = _each_whole(with_places)
    return Known(
        projects=tuple(index for part in parts for index in part.projects),
        groups=tuple(group for part in with_places for group in part.groups),
        places=frozenset(_across([part.places for part in with_places], [part.total for part in with_places]) | wholes),
        total=sum(part.total for part in with_places),
        wholes=frozenset(_across([part.wholes for part in with_places], [part.total for part in with_places]) | wholes),
        loans=tuple(pair for part in with_loans for pair in part.loans),
        amounts=frozenset({*_loans_across(parts), *costs, *(amount for part in parts for amount in part.amounts)}),
        costs=frozenset(costs),
        shares=(*(share for part in with_shares for share in part.shares), *_joint_share(with_shares)),
        for_others=frozenset({n for part in with_shares for n in part.for_others} | _joint_places(with_shares)),
        completions=completions if len(completions) == len(parts) else (),
        years=frozenset(year for part in with_places for year in part.years),
        bases=frozenset(basis for part in with_places for basis in part.bases),
        buildings=frozenset(building for part in parts for building in part.buildings),
        closed=tuple(closed for part in parts for closed in part.closed),
    )


def _loans_across(parts: Sequence[Known]) -> set[int]:
    loans = [pair for part in parts for pair in part.loans]
    totals = [sum(amount or 0 for _year, amount in part.loans) for part in parts]
    found = sums([total for total in totals if total])
    for year in {key for key, _ in loans}:
        found |= sums([amount for key, amount in loans if key == year and amount])
    return found


def sums(numbers: Sequence[int]) -> set[int]:
    """Returns the sums of any of the numbers, at least one."""
    if len(numbers) > _MOST_PARTS:
        return {*numbers, sum(numbers)}
    found: set[int] = set()
    for number in numbers:
        found |= {number, *(number + other for other in found)}
    return found


def allowed_bases(group: PlaceGroup) -> frozenset[LegalBasis]:
    """Returns the paragraphs that a text may name for a row: where the split is not decided, either."""
    if group.legal_basis is LegalBasis.SEL_107_108:
        return _BOTH | {group.legal_basis}
    if group.origin is Origin.CONVERTED_FROM_ABL_105:
        return frozenset((group.legal_basis, LegalBasis.ABL_105))
    return frozenset((group.legal_basis,))


def _of_project(index: int, project: Project, round_: Round) -> Known:
    groups = tuple(group for group in project.places if group.count > 0)
    quantities = quantities_of(project, round_)
    loans = tuple(
        (year, None if (amount := project.loan.get(year)) is None else amount * 1000) for year in round_.year_keys
    )
    costs = frozenset(_costs(project))
    loan = sum(amount or 0 for _year, amount in loans)
    amounts = {*(amount for _year, amount in loans if amount), loan, *costs, *(cost - loan for cost in costs)}
    if project.cost_plan is not None:
        amounts |= set(_plan_amounts(project))
    places = frozenset(_places(groups, quantities, project))
    wholes = frozenset(_wholes(groups, quantities)) - {0}
    share = None if project.share is None else Fraction(project.share)
    return Known(
        projects=(index,),
        groups=groups,
        places=places,
        total=max(places, default=0) if groups else 0,
        wholes=wholes,
        loans=loans,
        amounts=frozenset(amounts - {0}),
        costs=costs,
        shares=() if share is None else (share,),
        for_others=frozenset() if share is None else frozenset(n for each in wholes for n in share_of(each, share)),
        completions=() if project.completion_date is None else (project.completion_date,),
        years=frozenset(group.year for group in groups),
        bases=frozenset(basis for group in groups for basis in allowed_bases(group)),
        buildings=frozenset() if project.building is None else frozenset((project.building,)),
        closed=(project.places_closed_elsewhere,),
    )


def _places(groups: Sequence[PlaceGroup], quantities: Quantities, project: Project) -> Iterator[int]:
    if not groups:
        return
    yield from sums([group.count for group in groups])
    if closed := project.places_closed_elsewhere:
        yield closed
        yield from (abs(total - closed) for total in (quantities.places, quantities.capacity, quantities.expansion))
    if project.cost_plan is not None and project.cost_plan.basis.total < 10_000:
        yield project.cost_plan.basis.eligible
        yield project.cost_plan.basis.total


def _costs(project: Project) -> Iterator[int]:
    if project.gross_construction_cost:
        yield project.gross_construction_cost * 1000
    if project.cost_plan is not None and project.cost_plan.lines:
        yield project.cost_plan.total_amount * 1000


def _plan_amounts(project: Project) -> Iterator[int]:
    plan = project.cost_plan
    if plan is None:
        return
    yield from (amount * 1000 for amount in sums([line.amount for line in plan.lines]))
    if (allocation := allocation_of(plan)) is not None:
        yield allocation.eligible * 1000
        yield from (line.eligible * 1000 for line in allocation.lines)
        yield floor(allocation.exact * 1000)


def _across(sets: Sequence[frozenset[int]], totals: Sequence[int]) -> set[int]:
    """Returns what is true of one of several, and the sums over some of them."""
    return {number for one in sets for number in one} | sums([total for total in totals if total])


def _each_whole(parts: Sequence[Known]) -> set[int]:
    """Returns what all may have together: of each whatever it may be said to have, as the places of the pool alone."""
    found = {0}
    for part in parts[:_MOST_PARTS]:
        found = {one + own for one in found for own in part.wholes}
        if len(found) > _MOST_SUMS:
            return set()
    return found if 0 < len(parts) <= _MOST_PARTS else set()


def share_of(number: int, share: Fraction) -> frozenset[int]:
    """Returns the share of a number of places in whole places: 33,33 pct. of 18 are 6."""
    exact = number * share / 100
    return frozenset({round(exact)} if abs(exact - round(exact)) < _NEARLY else {floor(exact), ceil(exact)})


def _wholes(groups: Sequence[PlaceGroup], quantities: Quantities) -> Iterator[int]:
    yield sum(group.count for group in groups)
    yield from (quantities.places, quantities.within, quantities.expansion, quantities.capacity)
    yield from (quantities.loan_places, quantities.net_capacity)


def _joint_places(parts: Sequence[Known]) -> set[int]:
    """Returns the places for others of some of several projects."""
    found: set[int] = set()
    for part in parts[:_MOST_PARTS]:
        own = {number for share in part.shares for number in share_of(part.total, share)}
        found |= own | {one + other for one in own for other in found}
    return found


def _joint_share(parts: Sequence[Known]) -> Iterator[Fraction]:
    """Yields the share of all places of several projects together."""
    whole = sum(part.total for part in parts)
    if whole and all(part.shares for part in parts):
        yield sum((part.shares[0] * part.total for part in parts), Fraction(0)) / whole
