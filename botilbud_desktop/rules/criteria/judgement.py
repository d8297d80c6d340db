"""The result of judging one criterion, and the judgements that several criteria share."""

from typing import NamedTuple

from botilbud_desktop.domain.cost_plan import LocatedProblem
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.rules.results import Outcome, Suggestion
from botilbud_desktop.rules.subject import Subject
from botilbud_desktop.rules.wording import all_of


class Judgement(NamedTuple):
    """An outcome, one Danish sentence, and the project's field to look at first."""

    outcome: Outcome
    message: str
    field: str
    """The path below the project: `places`, `cost_plan.lines[2].amount`."""
    suggestions: tuple[Suggestion, ...] = ()
    """Values that give what is missing."""


def met(message: str, field: str) -> Judgement:
    """Returns that the criterion is met."""
    return Judgement(Outcome.MET, message, field)


def not_met(message: str, field: str) -> Judgement:
    """Returns that the criterion is not met."""
    return Judgement(Outcome.NOT_MET, message, field)


def needs_assessment(message: str, field: str) -> Judgement:
    """Returns that a person must judge; the message says what."""
    return Judgement(Outcome.NEEDS_ASSESSMENT, message, field)


def missing(message: str, field: str, *suggestions: Suggestion) -> Judgement:
    """Returns that a value that the criterion needs is not filled in."""
    return Judgement(Outcome.MISSING_INFORMATION, message, field, suggestions)


def missing_places(subject: Subject) -> Judgement:
    """Returns that the project has no places in the round's years."""
    return missing(f"Angiv, hvor mange pladser projektet giver i {all_of(subject.round.year_keys)}.", "places")


def has_no_places(subject: Subject) -> bool:
    """Whether no group of the round's years has places (a negative number is no place)."""
    return not any(group.count > 0 and group.year in subject.round.years for group in subject.project.places)


def unusable_plan(subject: Subject) -> Judgement:
    """Returns that the criterion needs the cost plan, which cannot be allocated until a field is corrected."""
    problem = subject.plan_problems[0]
    return missing(
        f"Ret {_field_wording(problem, subject)} under »Fordeling af udgifter«.", f"cost_plan.{problem.place}"
    )


def _field_wording(problem: LocatedProblem, subject: Subject) -> str:
    match field_path(problem.place):
        case ("basis", "eligible"):
            return f"antallet efter {subject.round.eligible_law}"
        case ("basis", "total"):
            return "antallet i alt"
        case ("lines", int(index), *_):
            return f"beløbet i post {index + 1}"
    return problem.place
