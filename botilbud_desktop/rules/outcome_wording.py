"""Danish wording for outcomes."""

from collections.abc import Sequence

from botilbud_desktop.rules.results import CriterionResult, Outcome
from botilbud_desktop.rules.wording import all_of

OUTCOMES = {
    Outcome.MET: "Opfyldt",
    Outcome.NOT_MET: "Ikke opfyldt",
    Outcome.NEEDS_ASSESSMENT: "Kræver vurdering",
    Outcome.MISSING_INFORMATION: "Mangler oplysninger",
}


def outcome_of_one(result: CriterionResult) -> str:
    """Returns the outcome of one project in words, with its figures."""
    return f"{OUTCOMES[result.outcome]}: {result.message}"


def outcome_of_all(results: Sequence[CriterionResult]) -> str:
    """Returns the outcome of a criterion for several projects: each project that fails is named, the worst explained.

    Args:
        results: the results of all projects for the same criterion, at least one.
    """
    worst = worst_of(results)
    if worst.outcome is Outcome.MET:
        return outcome_of_one(worst)
    failing: dict[Outcome, list[str]] = {}
    for outcome in Outcome:
        if found := [str(each.project + 1) for each in results if each.outcome is outcome is not Outcome.MET]:
            failing[outcome] = found
    named = [f"{OUTCOMES[outcome]} (projekt {all_of(numbers)})" for outcome, numbers in failing.items()]
    if sum(map(len, failing.values())) == 1:
        return f"{named[0]}: {worst.message}"
    return f"{'. '.join(named)}.\nProjekt {worst.project + 1}: {worst.message}"


def worst_of(results: Sequence[CriterionResult]) -> CriterionResult:
    """Returns the first of the results with the worst outcome."""
    return min(results, key=lambda result: list(Outcome).index(result.outcome))
