"""A project with the quantities that criteria and findings use, computed once."""

from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.cost_plan import LocatedProblem, plan_problems
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.quantities import Quantities, quantities_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import loans


class Subject(NamedTuple):
    """One project of an application to `round`, and its quantities."""

    project: Project
    project_index: int
    round: Round
    quantities: Quantities
    loans: dict[str, int]
    """The loan of each of the round's years in 1.000 kr.; a year not filled in counts 0."""
    plan_problems: tuple[LocatedProblem, ...]

    @property
    def has_loan(self) -> bool:
        """Whether a loan is applied for in any year: 0 kr. is none."""
        return any(self.loans.values())

    @property
    def has_plan(self) -> bool:
        """Whether there is a cost plan, even one that cannot be allocated."""
        return self.project.cost_plan is not None

    @property
    def eligible_amount(self) -> Fraction | None:
        """A: the exact amount that the loan may finance; None without a cost plan that can be allocated."""
        allocation = self.quantities.allocation
        return None if allocation is None else allocation.exact

    def field(self, name: str) -> str:
        """Returns the path of the project's field `name`."""
        return f"{project_path(self.project_index)}.{name}"


def subject_of(project: Project, index: int, round_: Round) -> Subject:
    """Returns the project at `index`, counted from 0, with its quantities."""
    return Subject(
        project=project,
        project_index=index,
        round=round_,
        quantities=quantities_of(project, round_),
        loans=loans(project, round_),
        plan_problems=() if project.cost_plan is None else plan_problems(project.cost_plan),
    )
