"""The six criteria as decisions, one module each; thresholds and verbatim texts come from the round."""

from collections.abc import Callable

from botilbud_desktop.rules.criteria.completion import judge_completion
from botilbud_desktop.rules.criteria.gross_cost import judge_gross_cost
from botilbud_desktop.rules.criteria.judgement import Judgement
from botilbud_desktop.rules.criteria.legal_basis import judge_legal_basis
from botilbud_desktop.rules.criteria.net_expansion import judge_net_expansion
from botilbud_desktop.rules.criteria.preservation import judge_preservation
from botilbud_desktop.rules.criteria.share_for_others import judge_share_for_others
from botilbud_desktop.rules.results import CriterionResult
from botilbud_desktop.rules.subject import Subject

_JUDGES: dict[int, Callable[[Subject], Judgement]] = {
    1: judge_legal_basis,
    2: judge_net_expansion,
    3: judge_completion,
    4: judge_gross_cost,
    5: judge_share_for_others,
    6: judge_preservation,
}


def criteria_of(subject: Subject) -> tuple[CriterionResult, ...]:
    """Returns the outcome of each criterion for one project, in the round's order."""
    results = []
    for criterion in subject.round.criteria:
        judgement = _JUDGES[criterion.number](subject)
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
