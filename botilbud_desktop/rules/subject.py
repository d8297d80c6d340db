"""A project with the figures that criteria and findings use, computed once."""

from typing import NamedTuple

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.cost_plan import Allocation, LocatedProblem, allocate, plan_problems
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import PlaceFigures, loans, place_figures


class Subject(NamedTuple):
    """One project of an application to `round`, and its figures (amounts in 1.000 kr.)."""

    project: Project
    project_index: int
    round: Round
    places: PlaceFigures
    loans: dict[str, int]
    loan: int
    """L: the loan of all the round's years; a year not filled in counts 0."""
    has_loan: bool
    """Whether the loan of any year of the round is filled in."""
    plan_problems: tuple[LocatedProblem, ...]
    allocation: Allocation | None
    """None without a cost plan, and while it cannot be allocated."""

    @property
    def has_plan(self) -> bool:
        """Whether there is a cost plan, even one that cannot be allocated."""
        return self.project.cost_plan is not None

    @property
    def eligible_amount(self) -> int | None:
        """A: the amount that the loan may finance; None without a cost plan, and while it cannot be allocated."""
        return None if self.allocation is None else self.allocation.eligible

    def field(self, name: str) -> str:
        """Returns the path of the project's field `name`."""
        return f"{project_path(self.project_index)}.{name}"


def subject_of(project: Project, index: int, round_: Round) -> Subject:
    """Returns the project at `index`, counted from 0, with its figures."""
    plan = project.cost_plan
    problems = () if plan is None else plan_problems(plan)
    loan_of_year = loans(project, round_)
    return Subject(
        project=project,
        project_index=index,
        round=round_,
        places=place_figures(project, round_),
        loans=loan_of_year,
        loan=sum(loan_of_year.values()),
        has_loan=any(project.loan.get(year) is not None for year in round_.year_keys),
        plan_problems=problems,
        allocation=None if plan is None or problems else allocate(plan),
    )
