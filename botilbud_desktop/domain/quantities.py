"""The quantities of a project that criteria, findings, pages and papers judge by, worked out in one place.

The letters are those of the decision tables. Places and loans are of the round's years, since only they have columns
in the form. Negative numbers are included; the rules report them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from botilbud_desktop.domain.application import Origin, PlaceGroup, Project
from botilbud_desktop.domain.cost_plan import Allocation, Treatment, allocate, plan_problems
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import is_eligible_expansion, loans


class Quantities(NamedTuple):
    """A project's quantities, all years of the round together (amounts in 1.000 kr.)."""

    places: int
    """All places."""
    within: int
    """Places under SEL §§ 107 and 108, whatever their origin."""
    expansion: int
    """E: new places under SEL §§ 107 and 108, what columns D and E show."""
    capacity: int
    """N: new places that count as *botilbudskapacitet*: E and new places under ABL § 105."""
    converted: int
    """C: places converted from ABL § 105."""
    preserved: int
    """P: existing places kept by renovation."""
    preserved_within: int
    """Those of P under SEL §§ 107 and 108."""
    closed: int | None
    """X: places that close elsewhere in the municipality because of the project; None while not answered."""
    loan: int
    """L: the loan; a year not filled in counts 0."""
    cost: int | None
    """G: the gross construction cost (*bruttoanlægsudgift*)."""
    allocation: Allocation | None
    """A and R, and their lines; None without a cost plan, and while it cannot be allocated."""
    is_separated: bool
    """Whether the cost plan keeps anything out of the loan: it has a line that is shared or excluded."""

    @property
    def loan_places(self) -> int:
        """The places that the loan may pay for: new and preserved ones under SEL §§ 107 and 108."""
        return self.expansion + self.preserved_within

    @property
    def other_places(self) -> int:
        """V: the places that the loan may not pay for: outside SEL §§ 107 and 108, or converted."""
        return self.places - self.loan_places

    @property
    def places_to_share(self) -> int:
        """B: the places of which criterion 5 asks for a share: those of the loan, or C when there are none."""
        return self.loan_places or self.converted

    @property
    def net_capacity(self) -> int:
        """N - X: the expansion of the municipality's capacity; places that are not known to close count 0."""
        return self.capacity - (self.closed or 0)

    @property
    def proposed_basis(self) -> tuple[int, int] | None:
        """The fraction that a cost plan shares by: the places of the loan, and all places; None without places."""
        return (self.loan_places, self.places) if 0 <= self.loan_places <= self.places > 0 else None


def quantities_of(project: Project, round_: Round) -> Quantities:
    """Returns the project's quantities."""
    groups = [group for group in project.places if group.year in round_.years]
    within = [group for group in groups if group.legal_basis in round_.eligible_bases]
    new = [group for group in groups if group.origin is Origin.NEW]
    plan = project.cost_plan
    return Quantities(
        places=_count(groups),
        within=_count(within),
        expansion=_count(group for group in new if is_eligible_expansion(group, round_)),
        capacity=_count(group for group in new if group.legal_basis in round_.capacity_bases),
        converted=_count(group for group in groups if group.origin is Origin.CONVERTED_FROM_ABL_105),
        preserved=_count(group for group in groups if group.origin is Origin.PRESERVED),
        preserved_within=_count(group for group in within if group.origin is Origin.PRESERVED),
        closed=project.places_closed_elsewhere,
        loan=sum(loans(project, round_).values()),
        cost=project.gross_construction_cost,
        allocation=None if plan is None or plan_problems(plan) else allocate(plan),
        is_separated=plan is not None and any(line.treatment is not Treatment.DIRECT for line in plan.lines),
    )


def _count(groups: Iterable[PlaceGroup]) -> int:
    return sum(group.count for group in groups)
