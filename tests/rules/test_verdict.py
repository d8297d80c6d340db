"""The verdict in words: three states, and a headline that counts what is open."""

import pytest

from botilbud_desktop.domain.application import Application, Coordination, Project
from botilbud_desktop.rules.results import Outcome
from botilbud_desktop.rules.verdict import Verdict, VerdictState, verdict_of
from tests.rules.samples import EMPTY_APPLICATION, application, assessed, example, preserved, project, separating_plan

NOT_MET = project(gross_construction_cost=20_000, loan={"2025": 20_000})
IN_DOUBT = project(gross_construction_cost=69_000, loan={"2025": 19_000}, cost_plan=separating_plan(19_000))
LACKING = project(places_closed_elsewhere=None)
TWO_LACKING = project(places_closed_elsewhere=None, share_for_others=None)
WITH_A_WARNING = project(name="Uden beskrivelse", description="")
WITH_TWO_WARNINGS = project(description="", coordination=Coordination.KKR)


def verdict(subject: Application | Project) -> Verdict:
    return verdict_of(assessed(subject))


def test_all_met_without_a_warning_is_in_order_and_may_be_approved_first() -> None:
    found = verdict(application())
    assert found == (VerdictState.FULFILLED, "Alt er udfyldt, og alle kriterier er opfyldt.")
    assert found.approval_comes_first


@pytest.mark.parametrize("subject", [EMPTY_APPLICATION, example("aalborg"), project(loan={})])
def test_an_error_is_a_problem_whatever_the_criteria_say(subject: Application | Project) -> None:
    found = verdict(subject)
    assert found == (VerdictState.PROBLEMS, "Der er problemer")
    assert not found.approval_comes_first


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        (NOT_MET, "Alt er udfyldt, men 1 kriterium er ikke opfyldt, og der er 1 ting at være opmærksom på."),
        (LACKING, "Der er ingen problemer, men 1 kriterium mangler oplysninger."),
        (TWO_LACKING, "Der er ingen problemer, men 2 kriterier mangler oplysninger."),
        (WITH_A_WARNING, "Alt er udfyldt, men der er 1 ting at være opmærksom på."),
        (WITH_TWO_WARNINGS, "Alt er udfyldt, men der er 2 ting at være opmærksom på."),
        (
            application(NOT_MET, TWO_LACKING),
            "Der er ingen problemer, men 1 kriterium er ikke opfyldt, og 2 mangler oplysninger.",
        ),
        (
            application(NOT_MET, WITH_A_WARNING),
            "Alt er udfyldt, men 1 kriterium er ikke opfyldt, og der er 2 ting at være opmærksom på.",
        ),
    ],
)
def test_what_is_open_is_counted_in_one_sentence(subject: Application | Project, headline: str) -> None:
    found = verdict(subject)
    assert found.state is VerdictState.DOUBTS
    assert not found.approval_comes_first
    assert found.headline == headline


def test_several_criteria_that_are_not_met_are_in_the_plural() -> None:
    both = application(NOT_MET, project(name="B", gross_construction_cost=19_000, loan={"2025": 19_000}))
    assert (
        verdict(both).headline
        == "Alt er udfyldt, men 2 kriterier er ikke opfyldt, og der er 5 ting at være opmærksom på."
    )


def test_all_kinds_together_stand_worst_first() -> None:
    reasoned = project(places=(preserved(5),), preservation_reason="Pladserne bortfalder ellers i 2027.", building=None)
    mixed = assessed(application(NOT_MET, LACKING, reasoned, WITH_A_WARNING))
    assert {result.outcome for result in mixed.criteria} == set(Outcome)
    assert verdict_of(mixed).headline == (
        "Der er ingen problemer, men 1 kriterium er ikke opfyldt, 1 mangler oplysninger, 2 skal vurderes, "
        "og der er 1 ting at være opmærksom på."
    )


def test_a_criterion_to_assess_alone_is_a_doubt() -> None:
    headline = verdict(IN_DOUBT).headline
    assert headline.startswith("Alt er udfyldt, men 1 kriterium skal vurderes")
