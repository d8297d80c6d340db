"""Every row of the decision table for criteria 1 to 3, in the table's order."""

from datetime import date

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.results import Outcome
from tests.rules.samples import (
    UNUSABLE_PLAN,
    converted,
    criterion,
    group,
    outside,
    plan,
    preserved,
    separating_plan,
    shared_plan,
)

NO_LOAN = {"2025": None, "2026": None}


class TestCriterion1OnlySel107And108:
    def test_without_places_information_is_missing(self) -> None:
        result = criterion(1, places=())
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.field == "projects[0].places"

    def test_rows_of_no_places_are_no_places(self) -> None:
        assert criterion(1, places=(group(0), group(0))).outcome is Outcome.MISSING_INFORMATION

    def test_places_in_other_years_than_the_rounds_are_no_places(self) -> None:
        assert criterion(1, places=(group(8, year=2024),)).outcome is Outcome.MISSING_INFORMATION

    def test_no_place_within_107_and_108_is_not_met(self) -> None:
        result = criterion(1, places=(outside(42),))
        assert result.outcome is Outcome.NOT_MET
        assert result.message == "Ingen af projektets 42 pladser hører under SEL §§ 107 og 108."

    def test_no_place_within_107_and_108_is_not_met_even_with_a_cost_plan(self) -> None:
        assert criterion(1, places=(outside(42),), cost_plan=plan(30_000)).outcome is Outcome.NOT_MET

    def test_only_converted_places_need_assessment(self) -> None:
        result = criterion(1, places=(converted(5), outside(5)), cost_plan=separating_plan(22_900))
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert result.message.startswith("5 pladser efter SEL §§ 107 og 108 omdannes fra ABL § 105. Vurdér")

    def test_preserved_places_are_places_of_the_loan(self) -> None:
        assert criterion(1, places=(preserved(5),)).outcome is Outcome.MET

    def test_converted_places_without_a_cost_plan_are_missing_information(self) -> None:
        result = criterion(1, places=(group(8), converted(1)))
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.message == (
            "1 af 9 pladser omdannes fra ABL § 105. Brug »Fordeling af udgifter« til at skille udgifterne til den fra."
        )

    def test_places_outside_without_a_cost_plan_are_missing_information(self) -> None:
        result = criterion(1, places=(group(8), outside(42)))
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.message.startswith("42 af 50 pladser hører ikke under SEL §§ 107 og 108")
        assert result.field == "projects[0].cost_plan"

    @pytest.mark.parametrize("basis", [LegalBasis.ABL_105, LegalBasis.SEL_66, LegalBasis.OTHER])
    def test_every_other_legal_basis_is_outside(self, basis: LegalBasis) -> None:
        assert criterion(1, places=(group(8), group(1, basis))).outcome is Outcome.MISSING_INFORMATION

    @pytest.mark.parametrize("basis", [LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108])
    def test_107_and_108_and_their_undecided_split_are_within(self, basis: LegalBasis) -> None:
        assert criterion(1, places=(group(8, basis),)).outcome is Outcome.MET

    def test_a_loan_over_the_eligible_amount_is_not_met(self) -> None:
        result = criterion(1, places=(group(8), outside(42)), cost_plan=plan(22_899))
        assert result.outcome is Outcome.NOT_MET
        assert "22,9 mio. kr. er større end" in result.message
        assert "22,899 mio. kr." in result.message
        assert result.field == "projects[0].loan"

    def test_a_loan_over_the_eligible_amount_is_not_met_even_when_all_places_are_within(self) -> None:
        assert criterion(1, cost_plan=plan(22_899)).outcome is Outcome.NOT_MET

    def test_a_loan_of_exactly_the_eligible_amount_is_met(self) -> None:
        places = (group(8), outside(42))
        assert criterion(1, places=places, cost_plan=separating_plan(22_900)).outcome is Outcome.MET

    def test_a_loan_within_the_exact_amount_is_met_though_the_rounded_one_is_less(self) -> None:
        rounded_down = replace(plan(22_940), round_to=100)
        assert criterion(1, cost_plan=rounded_down, loan={"2025": 22_940}).outcome is Outcome.MET

    def test_a_loan_over_the_exact_amount_is_not_met_though_the_rounded_one_is_more(self) -> None:
        rounded_up = replace(plan(22_950), round_to=100)
        result = criterion(1, cost_plan=rounded_up, loan={"2025": 23_000})
        assert result.outcome is Outcome.NOT_MET
        assert result.message.endswith("end den låneberettigede udgift på 22,95 mio. kr.")

    def test_a_broken_amount_is_told_as_approximate(self) -> None:
        third = shared_plan(68_701, eligible=1, total=3)
        result = criterion(1, cost_plan=third, loan={"2025": 22_901}, gross_construction_cost=68_701)
        assert result.outcome is Outcome.NOT_MET
        assert result.message.endswith("end den låneberettigede udgift på ca. 22,9 mio. kr.")

    def test_places_of_others_in_a_plan_that_separates_nothing_need_assessment(self) -> None:
        result = criterion(1, places=(group(8), outside(42)), cost_plan=plan(22_900))
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert result.message.endswith("men fordelingen skiller ingen udgifter fra. Vurdér, om lånet går til dem.")
        assert result.field == "projects[0].cost_plan.lines"

    def test_a_plan_that_separates_nothing_is_met_when_all_places_are_the_loans(self) -> None:
        assert criterion(1, cost_plan=plan(22_900)).outcome is Outcome.MET

    def test_an_unusable_cost_plan_is_missing_information(self) -> None:
        result = criterion(1, places=(group(8), outside(42)), cost_plan=UNUSABLE_PLAN)
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.message == "Ret antallet i alt under »Fordeling af udgifter«."
        assert result.field == "projects[0].cost_plan.basis.total"

    def test_otherwise_it_is_met(self) -> None:
        result = criterion(1)
        assert result.outcome is Outcome.MET
        assert result.message == "15 + 4 = 19 nye pladser efter SEL §§ 107 og 108."


class TestCriterion2NetExpansion:
    def test_without_places_information_is_missing(self) -> None:
        assert criterion(2, places=()).outcome is Outcome.MISSING_INFORMATION

    def test_without_an_answer_about_closed_places_information_is_missing(self) -> None:
        result = criterion(2, places_closed_elsewhere=None)
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.field == "projects[0].places_closed_elsewhere"
        assert "19 nye pladser" in result.message

    def test_as_many_closed_as_new_places_are_not_met(self) -> None:
        result = criterion(2, places_closed_elsewhere=19)
        assert result.outcome is Outcome.NOT_MET
        assert result.message == "Projektet giver 19 nye pladser, og 19 andre pladser lukkes. Kapaciteten udvides ikke."

    def test_one_new_place_more_than_close_is_met(self) -> None:
        result = criterion(2, places_closed_elsewhere=18)
        assert result.outcome is Outcome.MET
        assert result.message.endswith("18 andre pladser lukkes. Kapaciteten udvides med 1 plads.")

    @pytest.mark.parametrize("reason", ["", "Nedslidt.", "Pladserne bortfalder ellers i 2027."])
    def test_without_an_expansion_the_reason_to_preserve_places_decides_as_in_criterion_6(self, reason: str) -> None:
        changes = {"places": (group(2), preserved(8)), "places_closed_elsewhere": 2, "preservation_reason": reason}
        result = criterion(2, **changes)
        assert result.outcome is criterion(6, **changes).outcome
        assert result.outcome is not Outcome.NOT_MET
        assert result.message.startswith(
            "Kapaciteten udvides ikke (2 nye pladser, 2 lukkes), og projektet bevarer 8 pladser"
        )
        assert result.field == "projects[0].preservation_reason"

    def test_with_an_expansion_preserved_places_do_not_matter(self) -> None:
        assert criterion(2, places=(group(2), preserved(8))).outcome is Outcome.MET

    @pytest.mark.parametrize("basis", [LegalBasis.SEL_66, LegalBasis.OTHER])
    def test_places_for_children_and_others_are_no_capacity_and_are_named(self, basis: LegalBasis) -> None:
        result = criterion(2, places=(group(1), group(6, basis)), places_closed_elsewhere=1)
        assert result.outcome is Outcome.NOT_MET
        law = "barnets lov § 43" if basis is LegalBasis.SEL_66 else "andet lovgrundlag"
        assert result.message.startswith(f"Projektet giver 1 ny plads (6 pladser efter {law} tæller ikke med), og 1")

    def test_new_places_outside_107_and_108_count_as_capacity(self) -> None:
        assert criterion(2, places=(group(1), outside(8)), places_closed_elsewhere=8).outcome is Outcome.MET

    def test_converted_places_without_a_cost_plan_miss_the_separated_cost(self) -> None:
        result = criterion(2, places=(group(9), converted(10)))
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.message.startswith("10 pladser omdannes fra ABL § 105")

    def test_only_converted_places_are_not_met(self) -> None:
        assert criterion(2, places=(converted(10),), cost_plan=plan(30_000)).outcome is Outcome.NOT_MET

    def test_converted_places_with_a_loan_within_the_eligible_amount_need_assessment(self) -> None:
        result = criterion(2, places=(group(9), converted(10)), cost_plan=plan(22_900))
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert "Vurdér" in result.message

    def test_converted_places_with_a_loan_over_the_eligible_amount_are_not_met(self) -> None:
        result = criterion(2, places=(group(9), converted(10)), cost_plan=plan(22_899))
        assert result.outcome is Outcome.NOT_MET
        assert result.field == "projects[0].loan"

    def test_converted_places_with_an_unusable_cost_plan_are_missing_information(self) -> None:
        result = criterion(2, places=(group(9), converted(10)), cost_plan=UNUSABLE_PLAN)
        assert result.outcome is Outcome.MISSING_INFORMATION

    def test_an_unusable_cost_plan_does_not_matter_without_converted_places(self) -> None:
        assert criterion(2, cost_plan=UNUSABLE_PLAN).outcome is Outcome.MET

    def test_otherwise_it_is_met(self) -> None:
        assert criterion(2).outcome is Outcome.MET


class TestCriterion3DoneInTime:
    def test_without_a_date_information_is_missing(self) -> None:
        result = criterion(3, completion_date=None)
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.field == "projects[0].completion_date"

    def test_the_first_of_january_2027_is_not_met(self) -> None:
        result = criterion(3, completion_date=date(2027, 1, 1))
        assert result.outcome is Outcome.NOT_MET
        assert "01.01.2027" in result.message
        assert "31.12.2026" in result.message

    def test_the_last_day_before_the_rounds_years_needs_assessment(self) -> None:
        result = criterion(3, completion_date=date(2024, 12, 31))
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert "31.12.2024" in result.message
        assert "før 2025" in result.message

    def test_the_first_day_of_the_rounds_years_is_met(self) -> None:
        assert criterion(3, completion_date=date(2025, 1, 1)).outcome is Outcome.MET

    def test_the_last_of_december_2026_is_met(self) -> None:
        assert criterion(3, completion_date=date(2026, 12, 31)).outcome is Outcome.MET

    def test_otherwise_it_is_met(self) -> None:
        assert criterion(3).outcome is Outcome.MET
