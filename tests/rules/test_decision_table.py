"""Every row of the decision table for the six criteria, in the table's order."""

from datetime import date
from decimal import Decimal

import pytest

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.assessment import assess
from botilbud_desktop.rules.criteria.share_for_others import least_number
from botilbud_desktop.rules.results import Outcome
from tests.rules.samples import (
    ROUND,
    TODAY,
    UNUSABLE_PLAN,
    application,
    converted,
    criterion,
    group,
    outside,
    plan,
    preserved,
    project,
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
        assert result.message == "0 af 42 pladser hører under SEL §§ 107 og 108."

    def test_no_place_within_107_and_108_is_not_met_even_with_a_cost_plan(self) -> None:
        assert criterion(1, places=(outside(42),), cost_plan=plan(30_000)).outcome is Outcome.NOT_MET

    def test_converted_places_within_107_and_108_count_as_within(self) -> None:
        assert criterion(1, places=(converted(5),)).outcome is Outcome.MET

    def test_places_outside_without_a_cost_plan_are_not_met(self) -> None:
        result = criterion(1, places=(group(8), outside(42)))
        assert result.outcome is Outcome.NOT_MET
        assert result.message.startswith("42 af 50 pladser hører ikke under SEL §§ 107 og 108")
        assert result.field == "projects[0].cost_plan"

    @pytest.mark.parametrize("basis", [LegalBasis.ABL_105, LegalBasis.SEL_66, LegalBasis.OTHER])
    def test_every_other_legal_basis_is_outside(self, basis: LegalBasis) -> None:
        assert criterion(1, places=(group(8), group(1, basis))).outcome is Outcome.NOT_MET

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
        assert criterion(1, places=places, cost_plan=plan(22_900)).outcome is Outcome.MET

    def test_an_unusable_cost_plan_is_missing_information(self) -> None:
        result = criterion(1, places=(group(8), outside(42)), cost_plan=UNUSABLE_PLAN)
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.message == "Ret antallet i alt i fordelingen af udgifterne."
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
        assert result.message == "Projektet giver 19 nye pladser, og 19 andre lukker: kapaciteten bliver ikke udvidet."

    def test_one_new_place_more_than_close_is_met(self) -> None:
        result = criterion(2, places_closed_elsewhere=18)
        assert result.outcome is Outcome.MET
        assert result.message.endswith("18 andre lukker: kapaciteten bliver udvidet med 1 plads.")

    def test_only_preserved_places_are_no_expansion(self) -> None:
        assert criterion(2, places=(preserved(8),)).outcome is Outcome.NOT_MET

    def test_new_places_outside_107_and_108_count_as_capacity(self) -> None:
        assert criterion(2, places=(group(1), outside(8)), places_closed_elsewhere=8).outcome is Outcome.MET

    def test_converted_places_without_a_cost_plan_are_not_met(self) -> None:
        result = criterion(2, places=(group(9), converted(10)))
        assert result.outcome is Outcome.NOT_MET
        assert result.message.startswith("10 pladser bliver omdannet fra ABL § 105")

    def test_only_converted_places_are_not_met(self) -> None:
        assert criterion(2, places=(converted(10),), cost_plan=plan(30_000)).outcome is Outcome.NOT_MET

    def test_converted_places_with_a_loan_within_the_eligible_amount_need_assessment(self) -> None:
        result = criterion(2, places=(group(9), converted(10)), cost_plan=plan(22_900))
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert "vurdér" in result.message

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

    def test_the_last_of_december_2026_is_met(self) -> None:
        assert criterion(3, completion_date=date(2026, 12, 31)).outcome is Outcome.MET

    def test_otherwise_it_is_met(self) -> None:
        assert criterion(3).outcome is Outcome.MET


class TestCriterion4Over20Million:
    def test_without_a_cost_a_loan_over_the_limit_is_met(self) -> None:
        result = criterion(4, gross_construction_cost=None, loan={"2025": 20_000, "2026": 1})
        assert result.outcome is Outcome.MET
        assert result.message == "Lånet på 20,001 mio. kr. er alene over 20 mio. kr."

    def test_without_a_cost_a_loan_of_exactly_the_limit_is_missing_information(self) -> None:
        result = criterion(4, gross_construction_cost=None, loan={"2025": 20_000})
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.field == "projects[0].gross_construction_cost"

    def test_without_a_cost_and_a_loan_information_is_missing(self) -> None:
        assert criterion(4, gross_construction_cost=None, loan=NO_LOAN).outcome is Outcome.MISSING_INFORMATION

    def test_exactly_20_000_is_not_met(self) -> None:
        result = criterion(4, gross_construction_cost=20_000)
        assert result.outcome is Outcome.NOT_MET
        assert result.message == "Bruttoanlægsudgiften er 20 mio. kr., og den skal være over 20 mio. kr."

    def test_20_001_is_met(self) -> None:
        result = criterion(4, gross_construction_cost=20_001)
        assert result.outcome is Outcome.MET
        assert result.message == "Bruttoanlægsudgiften er 20,001 mio. kr., altså over 20 mio. kr."

    def test_too_low_a_cost_is_not_met_whatever_the_loan(self) -> None:
        assert criterion(4, gross_construction_cost=19_000, loan={"2025": 30_000}).outcome is Outcome.NOT_MET

    def test_an_eligible_part_of_exactly_the_limit_needs_assessment(self) -> None:
        result = criterion(4, gross_construction_cost=120_900, cost_plan=plan(20_000))
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert "120,9 mio. kr." in result.message
        assert "vurdér" in result.message

    def test_an_eligible_part_over_the_limit_is_met(self) -> None:
        assert criterion(4, gross_construction_cost=120_900, cost_plan=plan(20_001)).outcome is Outcome.MET

    def test_an_unusable_cost_plan_is_missing_information(self) -> None:
        result = criterion(4, cost_plan=UNUSABLE_PLAN)
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.field == "projects[0].cost_plan.basis.total"

    def test_an_unusable_cost_plan_does_not_matter_when_the_whole_cost_is_too_low(self) -> None:
        result = criterion(4, gross_construction_cost=20_000, cost_plan=UNUSABLE_PLAN)
        assert result.outcome is Outcome.NOT_MET

    def test_otherwise_it_is_met(self) -> None:
        assert criterion(4).outcome is Outcome.MET


class TestCriterion5AQuarterForOthers:
    def test_without_a_share_information_is_missing_but_the_least_number_is_told(self) -> None:
        result = criterion(5, share_for_others=None)
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.message.startswith("Mindst 5 af 19 pladser skal være til rådighed")
        assert result.field == "projects[0].share_for_others"

    @pytest.mark.parametrize("places", [(), (group(0),), (outside(42),)])
    def test_without_any_place_that_counts_information_is_missing(self, places: tuple[object, ...]) -> None:
        result = criterion(5, places=places)
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.message.startswith("Mindst 25 pct. af pladserne")
        assert result.field == "projects[0].places"

    def test_24_99_per_cent_is_not_met(self) -> None:
        result = criterion(5, share_for_others="24.99")
        assert result.outcome is Outcome.NOT_MET
        assert "du har angivet 24,99 pct. (ca. 4,75 pladser)" in result.message

    def test_exactly_25_per_cent_is_met(self) -> None:
        result = criterion(5, share_for_others="25")
        assert result.outcome is Outcome.MET
        assert "du har angivet 25 pct. (4,75 pladser)" in result.message

    def test_the_message_tells_the_least_number_and_the_stated_share(self) -> None:
        assert criterion(5).message == (
            "Mindst 5 af 19 pladser skal være til rådighed for andre kommuner; du har angivet 100 pct. (19 pladser)."
        )

    def test_only_preserved_or_converted_places_are_judged_by_their_own_number(self) -> None:
        result = criterion(5, places=(preserved(6), converted(2)), share_for_others="20")
        assert result.outcome is Outcome.NOT_MET
        assert result.message.startswith("Mindst 2 af 8 pladser")

    def test_places_outside_do_not_count_in_the_least_number(self) -> None:
        assert criterion(5, places=(group(8), outside(42))).message.startswith("Mindst 2 af 8 pladser")

    @pytest.mark.parametrize(("places", "least"), [(19, 5), (9, 3), (8, 2), (1, 1), (4, 1), (5, 2)])
    def test_the_least_number_of_places_is_rounded_up(self, places: int, least: int) -> None:
        assert least_number(places, Decimal(25)) == least

    def test_otherwise_it_is_met(self) -> None:
        assert criterion(5).outcome is Outcome.MET


class TestCriterion6ExpansionOrPreservation:
    def test_without_places_information_is_missing(self) -> None:
        assert criterion(6, places=()).outcome is Outcome.MISSING_INFORMATION

    def test_new_places_and_no_preserved_ones_are_met(self) -> None:
        result = criterion(6)
        assert result.outcome is Outcome.MET
        assert result.message == "Projektet giver 19 nye pladser og bevarer ingen eksisterende."

    @pytest.mark.parametrize("reason", ["", " \n"])
    def test_preserved_places_without_a_reason_are_missing_information(self, reason: str) -> None:
        result = criterion(6, places=(group(8), preserved(5)), preservation_reason=reason)
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.field == "projects[0].preservation_reason"

    def test_preserved_places_with_a_reason_need_assessment(self) -> None:
        result = criterion(6, places=(preserved(5),), preservation_reason="Bygningen er nedslidt.")
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert "5 pladser" in result.message

    def test_new_and_preserved_places_with_a_reason_need_assessment(self) -> None:
        result = criterion(6, places=(group(8), preserved(5)), preservation_reason="Nedslidt.")
        assert result.outcome is Outcome.NEEDS_ASSESSMENT

    def test_only_converted_places_are_not_met(self) -> None:
        result = criterion(6, places=(converted(10),))
        assert result.outcome is Outcome.NOT_MET
        assert result.message == "Projektet giver 0 nye pladser og bevarer 0 pladser: det er ingen udvidelse."


class TestThresholdsComeFromTheRound:
    def outcome(self, number: int, **thresholds: object) -> Outcome:
        round_ = replace(ROUND, thresholds=replace(ROUND.thresholds, **thresholds))
        results = assess(application(), round_, TODAY).criteria
        return next(result.outcome for result in results if result.criterion == number)

    def test_the_last_date(self) -> None:
        assert self.outcome(3, last_completion_date=date(2025, 11, 29)) is Outcome.NOT_MET

    def test_the_least_cost(self) -> None:
        assert self.outcome(4, gross_cost_over=22_900) is Outcome.NOT_MET

    def test_the_least_share(self) -> None:
        tight = replace(ROUND, thresholds=replace(ROUND.thresholds, least_share_for_others="33.33"))
        result = assess(application(project(share_for_others="33.32")), tight, TODAY).criteria[4]
        assert result.outcome is Outcome.NOT_MET
        assert result.message.startswith("Mindst 7 af 19 pladser")

    def test_the_legal_bases(self) -> None:
        only_108 = tuple(replace(choice, eligible=choice.code is LegalBasis.SEL_108) for choice in ROUND.legal_bases)
        results = assess(application(), replace(ROUND, legal_bases=only_108), TODAY).criteria
        assert results[0].outcome is Outcome.NOT_MET


@pytest.mark.parametrize("number", range(1, 7))
def test_the_source_is_the_criterion_verbatim(number: int) -> None:
    assert criterion(number).source == ROUND.criteria[number - 1].text
