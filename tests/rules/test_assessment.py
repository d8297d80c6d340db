"""The assessment as a whole: the shipped examples, totals, the outcome, and what is recalculated."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from botilbud_desktop.domain.application import Application, Contacts, Project
from botilbud_desktop.domain.approval import status
from botilbud_desktop.domain.cost_plan import CostPlan
from botilbud_desktop.domain.field_path import field_path, value_at
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.steps import steps_of
from botilbud_desktop.domain.text.counting import TextCount
from botilbud_desktop.rules import assessment
from botilbud_desktop.rules.assessment import Assessor, assess
from botilbud_desktop.rules.progress import status_of
from botilbud_desktop.rules.results import Assessment, Outcome, ProjectAllocation, Totals
from botilbud_desktop.rules.subject import Subject, subject_of
from tests.rules.codes import ALL_CODES, SEVERITIES
from tests.rules.samples import (
    EMPTY_APPLICATION,
    EMPTY_PROJECT,
    ROUND,
    TODAY,
    UNUSABLE_PLAN,
    application,
    assessed,
    example,
    findings,
    group,
    outside,
    plan,
    project,
    shared_plan,
    stenumgaard,
)
from tests.rules.strategies import applications, projects, texts


def outcomes(result: Assessment, index: int = 0) -> list[Outcome]:
    return [each.outcome for each in result.criteria if each.project == index]


class TestAalborg:
    def test_totals(self) -> None:
        expected = Totals(loan={"2025": 22_900, "2026": 20_700}, places={"2025": 19, "2026": 9})
        assert assessed(example("aalborg")).totals == expected

    def test_counts(self) -> None:
        texts_ = assessed(example("aalborg")).texts
        assert [(text.field, text.limit, text.length) for text in texts_] == [
            ("projects[0].description", 1000, TextCount(999, 1001, 1003)),
            ("projects[1].description", 1000, TextCount(1001, 1003, 1005)),
            ("description", 4000, TextCount(0, 0, 0)),
        ]

    def test_both_descriptions_are_too_long(self) -> None:
        fields = [each.field for each in assessed(example("aalborg")).findings if each.code == "text.too_long"]
        assert fields == ["projects[0].description", "projects[1].description"]

    def test_all_criteria_are_met(self) -> None:
        result = assessed(example("aalborg"))
        assert [(each.project, each.criterion) for each in result.criteria] == [
            (index, number) for index in (0, 1) for number in range(1, 7)
        ]
        assert result.outcome is Outcome.MET
        assert result.not_met == ()

    def test_it_has_no_allocation(self) -> None:
        assert assessed(example("aalborg")).allocations == ()


class TestThisted:
    def test_the_eligible_amount(self) -> None:
        (allocated,) = assessed(example("thisted")).allocations
        assert allocated.project == 0
        assert allocated.allocation is not None
        assert allocated.allocation.eligible == 19_700

    def test_the_eligible_amount_to_the_nearest_thousand(self) -> None:
        thisted = example("thisted")
        cost_plan = thisted.projects[0].cost_plan
        assert isinstance(cost_plan, CostPlan)
        exact = replace(thisted.projects[0], cost_plan=replace(cost_plan, round_to=1))
        (allocated,) = assessed(replace(thisted, projects=(exact,))).allocations
        assert allocated.allocation is not None
        assert allocated.allocation.eligible == 19_704

    def test_criteria(self) -> None:
        assert outcomes(assessed(example("thisted"))) == [
            Outcome.MET,
            Outcome.MET,
            Outcome.MET,
            Outcome.NEEDS_ASSESSMENT,
            Outcome.MISSING_INFORMATION,
            Outcome.MET,
        ]

    def test_the_least_number_of_places_for_others_is_two_of_eight(self) -> None:
        message = assessed(example("thisted")).criteria[4].message
        assert message.startswith("Mindst 2 af 8 nye pladser")

    def test_without_its_cost_plan_the_first_criterion_misses_the_separated_cost(self) -> None:
        thisted = example("thisted")
        bare = replace(thisted, projects=(replace(thisted.projects[0], cost_plan=None),))
        assert outcomes(assessed(bare))[0] is Outcome.MISSING_INFORMATION

    @pytest.mark.parametrize("loan", [19_700, 19_704])
    def test_a_loan_of_the_rounded_or_the_exact_amount_is_within_it(self, loan: int) -> None:
        thisted = example("thisted")
        asking = replace(thisted, projects=(replace(thisted.projects[0], loan={"2026": loan}),))
        result = assessed(asking)
        assert outcomes(result)[0] is Outcome.MET
        assert "loan.differs_from_cost_plan" not in {each.code for each in result.findings}

    def test_a_loan_of_1_000_kr_more_than_the_exact_amount_is_not_met(self) -> None:
        thisted = example("thisted")
        asking = replace(thisted, projects=(replace(thisted.projects[0], loan={"2026": 19_705}),))
        assert outcomes(assessed(asking))[0] is Outcome.NOT_MET


class TestStenumgaard:
    """Brønderslev's 14 places: 1 new one of § 108, 7 converted from ABL § 105, 6 for children."""

    def test_without_a_cost_plan_the_cost_of_thirteen_places_must_be_separated(self) -> None:
        result = assessed(stenumgaard())
        assert outcomes(result)[:2] == [Outcome.MISSING_INFORMATION] * 2
        assert result.criteria[0].message.startswith(
            "13 af 14 pladser omdannes fra ABL § 105 eller hører ikke under SEL §§ 107 og 108"
        )

    def test_the_converted_and_childrens_places_are_named_and_not_counted(self) -> None:
        (found,) = findings(stenumgaard(), "places.not_counted")
        assert found.message == "7 omdannede pladser og 6 pladser efter barnets lov § 43 tæller ikke med i udvidelsen."
        assert assessed(stenumgaard()).criteria[5].message == (
            "Projektet giver 1 ny plads (7 omdannede pladser og 6 pladser efter barnets lov § 43 tæller ikke med) "
            "og bevarer ingen eksisterende."
        )

    def test_a_fraction_of_eight_fourteenths_is_corrected_to_one(self) -> None:
        (found,) = findings(
            stenumgaard(cost_plan=shared_plan(28_000, eligible=8, total=14)), "cost_plan.basis_differs_from_places"
        )
        assert found.message == "Fordelingen bruger 8/14, men lånet kan gå til 1 af 14 pladser: 1/14."
        (offer,) = found.suggestions
        assert (offer.field, offer.words) == ("projects[0].cost_plan.basis", "Ret til 1/14")
        assert offer.value == replace(shared_plan(1).basis, eligible=1, total=14)

    def test_with_one_fourteenth_a_person_must_judge_where_the_loan_goes(self) -> None:
        shared = shared_plan(28_000, eligible=1, total=14)
        result = assessed(stenumgaard(cost_plan=shared, loan={"2025": 2_000}, gross_construction_cost=28_000))
        assert outcomes(result)[:2] == [Outcome.MET, Outcome.NEEDS_ASSESSMENT]
        assert result.criteria[0].message == (
            "Lånet kan gå til 1 af 14 pladser. Lånet på 2 mio. kr. er ikke større end "
            "den låneberettigede udgift på 2 mio. kr."
        )
        assert outcomes(result)[3] is Outcome.NEEDS_ASSESSMENT


class TestOutcome:
    def test_without_projects_information_is_missing(self) -> None:
        assert assessed(EMPTY_APPLICATION).outcome is Outcome.MISSING_INFORMATION

    def test_it_is_the_worst_of_all_projects(self) -> None:
        missing = project(share_for_others=None)
        not_met = project(gross_construction_cost=20_000)
        to_assess = project(gross_construction_cost=120_900, loan={"2025": 20_000}, cost_plan=plan(20_000))

        def outcome(*of: Project) -> Outcome:
            return assessed(application(*of)).outcome

        assert outcome(project(), project()) is Outcome.MET
        assert outcome(project(), to_assess) is Outcome.NEEDS_ASSESSMENT
        assert outcome(to_assess, missing, project()) is Outcome.MISSING_INFORMATION
        assert outcome(missing, not_met, to_assess, project()) is Outcome.NOT_MET

    def test_criteria_not_met_are_listed_and_are_no_errors(self) -> None:
        result = assessed(project(share_for_others="24.99"))
        assert [(each.project, each.criterion) for each in result.not_met] == [(0, 5)]
        assert result.errors == ()


class TestTotals:
    def test_every_project_counts_the_sixth_too(self) -> None:
        result = assessed(application(*[project()] * 6))
        assert result.totals == Totals({"2025": 6 * 22_900, "2026": 0}, {"2025": 6 * 19, "2026": 0})

    def test_only_eligible_expansion_of_the_rounds_years_counts(self) -> None:
        places = (group(8), outside(42), group(5, year=2024), group(3, year=2026))
        assert assessed(project(places=places)).totals.places == {"2025": 8, "2026": 3}

    def test_negative_numbers_are_summed_as_they_stand(self) -> None:
        result = assessed(application(project(loan={"2025": -5}, places=(group(-2),)), project()))
        assert result.totals == Totals({"2025": 22_895, "2026": 0}, {"2025": 17, "2026": 0})


def test_an_unusable_cost_plan_has_no_allocation() -> None:
    (allocated,) = assessed(project(cost_plan=UNUSABLE_PLAN)).allocations
    assert allocated == ProjectAllocation(0, None)


def test_a_field_without_a_limit_is_not_counted() -> None:
    unlimited = replace(ROUND, fields=tuple(replace(field, limit=None) for field in ROUND.fields))
    result = assess(example("aalborg"), unlimited, TODAY)
    assert result.texts == ()
    assert not any(each.code.startswith("text.too") for each in result.findings)


def note_judged(monkeypatch: pytest.MonkeyPatch) -> list[Project]:
    """Returns a list to which each project is added when it is judged."""
    judged: list[Project] = []

    def noting(project: Project, index: int, form: Round) -> Subject:
        judged.append(project)
        return subject_of(project, index, form)

    monkeypatch.setattr(assessment, "subject_of", noting)
    return judged


class TestAssessor:
    def test_an_unchanged_project_keeps_its_very_results(self) -> None:
        draft, assessor = application(project(), project(name="Andet")), Assessor(ROUND)
        before = assessor.assess(draft, TODAY)
        changed = replace(draft, description="Ny tekst")
        after = assessor.assess(changed, TODAY)
        assert all(new is old for new, old in zip(after.criteria, before.criteria, strict=True))

    def test_a_project_that_moves_is_told_by_its_new_place(self) -> None:
        first, second, assessor = project(name=""), project(), Assessor(ROUND)
        assessor.assess(application(first, second), TODAY)
        result = assessor.assess(application(second, first), TODAY)
        assert [each.field for each in result.errors] == ["projects[1].name"]
        assert [each.project for each in result.criteria] == [0] * 6 + [1] * 6

    def test_a_removed_project_is_forgotten(self) -> None:
        assessor = Assessor(ROUND)
        assessor.assess(application(project(), EMPTY_PROJECT), TODAY)
        assert assessor.assess(application(), TODAY) == assess(application(), ROUND, TODAY)

    def test_the_day_is_looked_at_anew(self) -> None:
        assessor = Assessor(ROUND)
        assessor.assess(application(), TODAY)
        assert assessor.assess(application(), date(2026, 1, 1)).findings[-1].code == "round.closed"

    def test_a_keystroke_in_the_description_judges_no_project_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        judged = note_judged(monkeypatch)
        draft, assessor = application(project(), project(name="Andet")), Assessor(ROUND)
        assessor.assess(draft, TODAY)
        assert judged == list(draft.projects)
        assessor.assess(replace(draft, description="N"), TODAY)
        assert judged == list(draft.projects)

    def test_a_keystroke_in_a_project_judges_only_that_one_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        judged = note_judged(monkeypatch)
        draft, assessor = application(project(), project(name="Andet")), Assessor(ROUND)
        assessor.assess(draft, TODAY)
        judged.clear()
        typed = replace(draft.projects[0], name="N")
        assessor.assess(replace(draft, projects=(typed, draft.projects[1])), TODAY)
        assert judged == [typed]

    @given(st.lists(st.tuples(st.sampled_from(["description", "contacts", "projects"]), st.data()), max_size=4))
    def test_it_always_says_what_a_fresh_one_says(self, changes: Sequence[tuple[str, st.DataObject]]) -> None:
        draft, assessor = application(), Assessor(ROUND)
        for field, data in changes:
            if field == "description":
                draft = replace(draft, description=data.draw(texts))
            elif field == "contacts":
                draft = replace(draft, contacts=Contacts(names=data.draw(texts)))
            else:
                pool = st.one_of(st.sampled_from(draft.projects or (project(),)), projects)
                draft = replace(draft, projects=tuple(data.draw(st.lists(pool, max_size=3))))
            assert assessor.assess(draft, TODAY) == assess(draft, ROUND, TODAY)


UNFINISHED = st.dictionaries(
    st.sampled_from(["projects[0].loan.2025", "projects[0].completion_date", "projects[5].name", "x"]), texts
)


@given(applications, st.dates(), UNFINISHED)
def test_any_application_can_be_assessed(draft: Application, today: date, half_typed: dict[str, str]) -> None:
    result = assess(draft, ROUND, today, half_typed)
    assert len(result.criteria) == 6 * len(draft.projects)
    for criterion in result.criteria:
        assert criterion.message.endswith(".")
        assert criterion.message.count("»") == criterion.message.count("«")
        value_at(draft, field_path(criterion.field))
    for finding in result.findings:
        assert finding.code in ALL_CODES
        assert finding.severity is SEVERITIES[finding.code]
        value_at(draft, field_path(finding.field))
    for step in steps_of(draft):
        assert status_of(step, draft, result, approval=status(draft)).words


@given(applications, st.sampled_from([19_999, 20_000, 20_001]))
def test_over_is_strict_for_any_project(draft: Application, cost: int) -> None:
    changed = [replace(each, gross_construction_cost=cost, cost_plan=None) for each in draft.projects]
    fourth = [each for each in assessed(replace(draft, projects=tuple(changed))).criteria if each.criterion == 4]
    expected = Outcome.MET if cost > 20_000 else Outcome.NOT_MET
    assert {each.outcome for each in fourth} <= {expected}


@pytest.mark.parametrize("draft", [application(), example("aalborg"), example("thisted"), EMPTY_APPLICATION])
def test_assessing_changes_nothing_and_always_says_the_same(draft: Application) -> None:
    assert assess(draft, ROUND, TODAY) == assess(draft, ROUND, TODAY)
