"""Every row of the decision table for criteria 4 to 6, and the limits that the round sets for all six."""

from datetime import date
from decimal import Decimal

import pytest

from botilbud_desktop.domain.application import LegalBasis, PlaceGroup
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
    separating_plan,
)

NO_LOAN = {"2025": None, "2026": None}


class TestCriterion4Over20Million:
    def test_without_a_cost_a_loan_over_the_limit_is_met(self) -> None:
        result = criterion(4, gross_construction_cost=None, loan={"2025": 20_000, "2026": 1})
        assert result.outcome is Outcome.MET
        assert result.message == "Lånet på 20,001 mio. kr. er i sig selv over 20 mio. kr."

    def test_without_a_cost_a_loan_of_exactly_the_limit_is_missing_information(self) -> None:
        result = criterion(4, gross_construction_cost=None, loan={"2025": 20_000})
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.field == "projects[0].gross_construction_cost"

    def test_without_a_cost_and_a_loan_information_is_missing(self) -> None:
        assert criterion(4, gross_construction_cost=None, loan=NO_LOAN).outcome is Outcome.MISSING_INFORMATION

    def test_exactly_20_000_is_not_met(self) -> None:
        result = criterion(4, gross_construction_cost=20_000)
        assert result.outcome is Outcome.NOT_MET
        assert result.message == "Bruttoanlægsudgiften er 20 mio. kr. Den skal være over 20 mio. kr."

    def test_without_a_cost_the_sum_of_the_plans_lines_is_offered(self) -> None:
        result = criterion(4, gross_construction_cost=None, loan=NO_LOAN, cost_plan=separating_plan(19_700))
        (offer,) = result.suggestions
        assert offer == ("projects[0].gross_construction_cost", 69_700, "Brug 69.700 fra fordelingen")

    @pytest.mark.parametrize("cost_plan", [None, plan()])
    def test_without_a_cost_and_without_lines_nothing_is_offered(self, cost_plan: None) -> None:
        result = criterion(4, gross_construction_cost=None, loan=NO_LOAN, cost_plan=cost_plan)
        assert result.suggestions == ()

    def test_projects_over_the_limit_only_together_are_not_met_and_say_whom_to_ask(self) -> None:
        both = application(*[project(gross_construction_cost=12_000, loan={"2025": 12_000})] * 2)
        result = assess(both, ROUND, TODAY)
        assert [each.outcome for each in result.criteria if each.criterion == 4] == [Outcome.NOT_MET] * 2
        assert result.criteria[3].message == (
            "Bruttoanlægsudgiften er 12 mio. kr. Den skal være over 20 mio. kr. "
            "Projekterne koster tilsammen 24 mio. kr., og »samlet … i alt« kan også gælde hele ansøgningen. "
            "Spørg Dorthe Skov Jeppesen (dos@sbst.dk, 41 93 25 12)."
        )

    def test_projects_of_exactly_the_limit_together_say_nothing_of_it(self) -> None:
        both = application(*[project(gross_construction_cost=10_000, loan={"2025": 10_000})] * 2)
        assert "tilsammen" not in assess(both, ROUND, TODAY).criteria[3].message

    def test_only_the_project_that_costs_too_little_is_told_of_the_sum(self) -> None:
        small = project(gross_construction_cost=12_000, loan={"2025": 12_000})
        messages = [each.message for each in assess(application(project(), small), ROUND, TODAY).criteria]
        assert ["tilsammen" in message for message in messages] == [False] * 9 + [True] + [False] * 2

    def test_without_a_contact_of_the_round_nobody_is_named(self) -> None:
        both = application(*[project(gross_construction_cost=12_000, loan={"2025": 12_000})] * 2)
        message = assess(both, replace(ROUND, contacts=()), TODAY).criteria[3].message
        assert message.endswith("kan også gælde hele ansøgningen.")

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
        assert "Vurdér" in result.message

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
        assert result.message.startswith("Mindst 5 af 19 nye pladser skal være til rådighed")
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
        assert "Der er angivet 24,99 pct. (ca. 4,75 pladser)" in result.message

    def test_exactly_25_per_cent_is_met(self) -> None:
        result = criterion(5, share_for_others="25")
        assert result.outcome is Outcome.MET
        assert "Der er angivet 25 pct. (4,75 pladser)" in result.message

    def test_the_message_tells_the_least_number_and_the_stated_share(self) -> None:
        assert criterion(5).message == (
            "Mindst 5 af 19 nye pladser skal være til rådighed for andre kommuner. "
            "Der er angivet 100 pct. (19 pladser)."
        )

    @pytest.mark.parametrize(
        ("places", "expected"),
        [
            ((preserved(6), converted(2)), "Mindst 2 af 6 bevarede pladser"),
            ((group(6), preserved(2), converted(9)), "Mindst 2 af 8 nye og bevarede pladser"),
            ((converted(8), outside(9)), "Mindst 2 af 8 omdannede pladser"),
            ((group(1), converted(8)), "Den ene nye plads"),
        ],
    )
    def test_the_message_says_of_which_places_the_share_is_taken(
        self, places: tuple[PlaceGroup, ...], expected: str
    ) -> None:
        result = criterion(5, places=places, share_for_others="20")
        assert result.outcome is Outcome.NOT_MET
        assert result.message.startswith(f"{expected} skal være til rådighed")

    def test_places_outside_do_not_count_in_the_least_number(self) -> None:
        assert criterion(5, places=(group(8), outside(42))).message.startswith("Mindst 2 af 8 nye pladser")

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

    def test_nineteen_letters_are_no_reason(self) -> None:
        result = criterion(6, places=(preserved(5),), preservation_reason="abcdefghij, klmnopqrs 123!")
        assert result.outcome is Outcome.MISSING_INFORMATION
        assert result.message == (
            "Projektet bevarer 5 pladser, men begrundelsen er for kort til at sige, hvorfor de ellers vil bortfalde."
        )

    def test_preserved_places_with_a_reason_of_twenty_letters_need_assessment(self) -> None:
        result = criterion(6, places=(preserved(5),), preservation_reason="abcdefghij klmnopqrst")
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert "5 pladser" in result.message

    def test_new_and_preserved_places_with_a_reason_need_assessment(self) -> None:
        result = criterion(
            6, places=(group(8), preserved(1)), preservation_reason="Bygningen er nedslidt og lukkes ellers."
        )
        assert result.outcome is Outcome.NEEDS_ASSESSMENT
        assert result.message.endswith("at den ellers vil bortfalde.")

    def test_as_many_closed_as_new_places_are_not_met(self) -> None:
        result = criterion(6, places_closed_elsewhere=19)
        assert result.outcome is Outcome.NOT_MET
        assert result.message == "Projektet giver 19 nye pladser, og 19 andre pladser lukkes. Det er ingen udvidelse."

    def test_one_new_place_more_than_close_is_met(self) -> None:
        result = criterion(6, places_closed_elsewhere=18)
        assert result.outcome is Outcome.MET
        assert result.message.endswith("18 andre pladser lukkes. Kapaciteten udvides med 1 plads.")

    def test_unknown_closed_places_count_as_none(self) -> None:
        assert criterion(6, places_closed_elsewhere=None).outcome is Outcome.MET

    def test_places_for_children_are_no_expansion(self) -> None:
        assert criterion(6, places=(group(6, LegalBasis.SEL_66),)).outcome is Outcome.NOT_MET

    def test_only_converted_places_are_not_met(self) -> None:
        result = criterion(6, places=(converted(10),))
        assert result.outcome is Outcome.NOT_MET
        assert result.message == (
            "Projektet giver ingen nye pladser (10 omdannede pladser tæller ikke med) "
            "og bevarer ingen eksisterende. Det er ingen udvidelse."
        )


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
        assert result.message.startswith("Mindst 7 af 19 nye pladser")

    def test_the_legal_bases(self) -> None:
        only_108 = tuple(replace(choice, eligible=choice.code is LegalBasis.SEL_108) for choice in ROUND.legal_bases)
        results = assess(application(), replace(ROUND, legal_bases=only_108), TODAY).criteria
        assert results[0].outcome is Outcome.MISSING_INFORMATION
        assert results[0].message.startswith("15 af 19 pladser hører ikke under")

    def test_the_legal_bases_that_count_as_capacity(self) -> None:
        housing = application(project(places=(outside(8),)))
        none = tuple(replace(choice, counts_as_capacity=False) for choice in ROUND.legal_bases)
        assert assess(housing, ROUND, TODAY).criteria[1].outcome is Outcome.MET
        assert assess(housing, replace(ROUND, legal_bases=none), TODAY).criteria[1].outcome is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("least", "expected"), [(None, Outcome.NEEDS_ASSESSMENT), (9, Outcome.MISSING_INFORMATION)]
    )
    def test_the_letters_of_a_reason(self, least: int | None, expected: Outcome) -> None:
        short = application(project(places=(preserved(5),), preservation_reason="Nedslidt."))
        limits = replace(ROUND.plausibility, least_letters_of_reason=least)
        assert assess(short, replace(ROUND, plausibility=limits), TODAY).criteria[5].outcome is expected

    def test_the_first_year(self) -> None:
        later = replace(ROUND, years=(2026,))
        assert assess(application(), later, TODAY).criteria[2].outcome is Outcome.NEEDS_ASSESSMENT


@pytest.mark.parametrize("number", range(1, 7))
def test_the_source_is_the_criterion_verbatim(number: int) -> None:
    assert criterion(number).source == ROUND.criteria[number - 1].text
