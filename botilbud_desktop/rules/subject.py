"""A project with the quantities that criteria and findings use, computed once."""

from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.cost_plan import LocatedProblem, plan_problems
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.quantities import Quantities, quantities_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.uncounted import uncounted_places


class Subject(NamedTuple):
    """One project of an application to `round`, and its quantities."""

    project: Project
    project_index: int
    round: Round
    quantities: Quantities
    uncounted: tuple[str, ...]
    """The places that do not count as expansion, in words; see `uncounted_places`."""
    plan_problems: tuple[LocatedProblem, ...]
    prefix: str
    """What the paths of the project's fields begin with: `projects[0].`."""

    @property
    def loans(self) -> dict[str, int]:
        """The loan of each of the round's years in 1.000 kr.; a year not filled in counts 0."""
        return self.quantities.loans

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
        return self.prefix + name


def subject_of(project: Project, index: int, round_: Round) -> Subject:
    """Returns the project at `index`, counted from 0, with its quantities."""
    quantities, plan = quantities_of(project, round_), project.cost_plan
    return Subject(
        project=project,
        project_index=index,
        round=round_,
        quantities=quantities,
        uncounted=uncounted_places(project, round_),
        plan_problems=() if plan is None or quantities.allocation is not None else plan_problems(plan),
        prefix=f"{project_path(index)}.",
    )
