"""The criterion on the cost read over the whole application: "samlet … i alt" may mean its projects together."""

from collections.abc import Iterable

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContactTopic, CriterionMeaning
from botilbud_desktop.domain.values.amounts import format_millions
from botilbud_desktop.rules.results import CriterionResult, Outcome
from botilbud_desktop.rules.wording import person


def with_joint_cost(
    criteria: tuple[CriterionResult, ...], projects: Iterable[Project], round_: Round
) -> tuple[CriterionResult, ...]:
    """Returns the results; where projects cost too little alone but enough together, that criterion says so.

    It also says whom to ask, where the round tells. The outcomes stay as they are.
    """
    about_cost = round_.criterion_about(CriterionMeaning.GROSS_COST)
    number = None if about_cost is None else about_cost.number
    too_low = [result for result in criteria if result.criterion == number and result.outcome is Outcome.NOT_MET]
    if not too_low:
        return criteria
    total = sum(project.gross_construction_cost or 0 for project in projects)
    if not round_.limits.gross_cost.allows(total) or not _may_mean_all_together(too_low[0].source):
        return criteria
    addition = _addition(total, round_)
    return tuple(
        result._replace(message=result.message + addition) if result in too_low else result for result in criteria
    )


def _may_mean_all_together(criterion: str) -> bool:
    """Whether the ministry's words of the criterion can be read over the whole application: "samlet … i alt"."""
    _before, together, after = criterion.partition("samlet")
    return bool(together) and "i alt" in after


def _addition(total: int, round_: Round) -> str:
    contact = round_.contact_for(ContactTopic.CRITERIA)
    whom = "" if contact is None else f" Spørg {person(contact)}."
    return (
        f" Projekterne koster tilsammen {format_millions(total)}, og »samlet … i alt« kan også "
        f"gælde hele ansøgningen.{whom}"
    )
