"""The criteria as decisions, one module for each that a draft can tell of.

Which of them a round has, their numbers, thresholds and verbatim texts come from the round. One that is about something
else is for a person to judge.
"""

from collections.abc import Callable

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import Criterion, CriterionMeaning
from botilbud_desktop.rules.criteria.completion import judge_completion
from botilbud_desktop.rules.criteria.gross_cost import judge_gross_cost
from botilbud_desktop.rules.criteria.judgement import Judgement, needs_assessment
from botilbud_desktop.rules.criteria.legal_basis import judge_legal_basis
from botilbud_desktop.rules.criteria.net_expansion import judge_net_expansion
from botilbud_desktop.rules.criteria.preservation import judge_preservation
from botilbud_desktop.rules.criteria.share_for_others import judge_share_for_others
from botilbud_desktop.rules.results import CriterionResult
from botilbud_desktop.rules.subject import Subject

_PROJECT = "projects[]."
_JUDGES: dict[CriterionMeaning, Callable[[Subject], Judgement]] = {
    CriterionMeaning.LEGAL_BASIS: judge_legal_basis,
    CriterionMeaning.EXPANSION: judge_net_expansion,
    CriterionMeaning.COMPLETION_DATE: judge_completion,
    CriterionMeaning.GROSS_COST: judge_gross_cost,
    CriterionMeaning.SHARE_FOR_OTHERS: judge_share_for_others,
    CriterionMeaning.PRESERVATION: judge_preservation,
}


def criteria_of(subject: Subject) -> tuple[CriterionResult, ...]:
    """Returns the outcome of each criterion for one project, in the round's order."""
    results = []
    for criterion in subject.round.criteria:
        judge = _JUDGES.get(subject.round.meanings[criterion.number])
        judgement = judge(subject) if judge is not None else _left_to_a_person(criterion, subject.round)
        results.append(
            CriterionResult(
                project=subject.project_index,
                criterion=criterion.number,
                outcome=judgement.outcome,
                message=judgement.message,
                source=criterion.text,
                field=subject.field(judgement.field),
                suggestions=judgement.suggestions,
            )
        )
    return tuple(results)


def _left_to_a_person(criterion: Criterion, round_: Round) -> Judgement:
    """Returns that a person must judge a criterion that the program does not know, at its first field."""
    fields = (field.path for field in round_.fields if criterion.number in field.criteria)
    of_a_project = (path.removeprefix(_PROJECT) for path in fields if path.startswith(_PROJECT))
    field = next((name for name in of_a_project if name.isidentifier()), "name")
    return needs_assessment(
        "Programmet kan ikke kontrollere det ud fra kladden. Vurdér selv, om projektet opfylder kravet.", field
    )
