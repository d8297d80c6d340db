"""The quantities of a project that criteria, findings, pages and papers judge by, worked out in one place.

The letters are those of the decision tables. Places and loans are of the round's years, since only they have columns
in the form. Negative numbers are included; the rules report them.
"""

from typing import NamedTuple

from botilbud_desktop.domain.application import Origin, Project
from botilbud_desktop.domain.cost_plan import Allocation, Treatment, allocation_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import loans


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
    loans: dict[str, int]
    """The loan of each of the round's years; a year not filled in counts 0."""
    loan: int
    """L: the loan of all years."""
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
        """B: the places of which a share must be for others: those of the loan, or C when there are none."""
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
    """Returns the project's quantities. All is counted in one pass, since each keystroke in a project asks for it."""
    years, eligible_bases, capacity_bases = round_.years, round_.eligible_bases, round_.capacity_bases
    places = within = expansion = capacity = converted = preserved = preserved_within = 0
    for group in project.places:
        if group.year not in years:
            continue
        count, is_within = group.count, group.legal_basis in eligible_bases
        places += count
        within += count if is_within else 0
        match group.origin:
            case Origin.NEW:
                expansion += count if is_within else 0
                capacity += count if group.legal_basis in capacity_bases else 0
            case Origin.CONVERTED_FROM_ABL_105:
                converted += count
            case Origin.PRESERVED:
                preserved += count
                preserved_within += count if is_within else 0
    loan_of_year, plan = loans(project, round_), project.cost_plan
    return Quantities(
        places=places,
        within=within,
        expansion=expansion,
        capacity=capacity,
        converted=converted,
        preserved=preserved,
        preserved_within=preserved_within,
        closed=project.places_closed_elsewhere,
        loans=loan_of_year,
        loan=sum(loan_of_year.values()),
        cost=project.gross_construction_cost,
        allocation=allocation_of(plan),
        is_separated=plan is not None and any(line.treatment is not Treatment.DIRECT for line in plan.lines),
    )
