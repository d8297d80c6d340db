"""Notes in the manner of other municipalities: other words, units and orders, and things that must not be believed."""

from datetime import date

from botilbud_desktop.domain.application import (
    Building,
    CapacityToday,
    Coordination,
    DailyRate,
    LegalBasis,
    Origin,
    PlaceGroup,
    Provider,
    RateTime,
    Stay,
)
from botilbud_desktop.domain.cost_plan import CostLine, Treatment
from botilbud_desktop.domain.notes.records import Milestone
from tests.domain.document_import.documents import doubtful, has, note, one, proposal, sure, values, why_left_out

_107, _108, _BOTH, _66 = LegalBasis.SEL_107, LegalBasis.SEL_108, LegalBasis.SEL_107_108, LegalBasis.SEL_66


def _places(year: int, law: LegalBasis, count: int, origin: Origin = Origin.NEW) -> PlaceGroup:
    return PlaceGroup(year=year, legal_basis=law, origin=origin, count=count)


def test_numbered_headings_and_a_schedule_in_lines() -> None:
    found = proposal(note("skovlyst"))
    assert sure(found, "applicant.municipality_code") == "450"
    assert sure(found, "projects[0].name") == "Botilbud Skovlyst"
    assert sure(found, "projects[0].purpose").__class__ is str
    assert sure(found, "projects[0].target_group") == "Voksne med autisme og udadreagerende adfærd."
    assert values(found, "projects[0].places") == [_places(2026, _107, 8), _places(2026, _108, 4)]
    assert doubtful(found, "projects[0].loan.2025") == 12_000
    assert doubtful(found, "projects[0].loan.2026") == 22_500
    assert doubtful(found, "projects[0].gross_construction_cost") == 34_500
    assert doubtful(found, "projects[0].completion_date") == date(2026, 9, 1)
    assert values(found, "projects[0].milestones") == [
        Milestone(label="Udbud", when="1. kvartal 2025"),
        Milestone(label="Byggestart", when="august 2025"),
        Milestone(label="Ibrugtagning", when="1. september 2026"),
    ]
    assert doubtful(found, "projects[0].coordination") is Coordination.KKR
    assert doubtful(found, "projects[0].share_for_others") == "50"


def test_rates_by_whose_they_are_and_when() -> None:
    assert values(proposal(note("skovlyst")), "projects[0].daily_rates") == [
        DailyRate(lowest=1_644, highest=7_140, when=RateTime.PRESENT, provider=Provider.PRIVATE),
        DailyRate(lowest=2_300, highest=2_300, when=RateTime.EXPECTED),
    ]
    assert values(proposal(note("fyrrebakken")), "projects[0].daily_rates") == [
        DailyRate(lowest=5_200, highest=6_900, when=RateTime.PRESENT, provider=Provider.PRIVATE),
        DailyRate(lowest=3_100, highest=3_100, when=RateTime.EXPECTED, provider=Provider.MUNICIPAL),
    ]


def test_fourteen_places_explained_as_seven_one_four_and_two() -> None:
    found = proposal(note("solbakken"))
    assert values(found, "projects[0].places") == [
        _places(2026, _108, 7, Origin.CONVERTED_FROM_ABL_105),
        _places(2026, _107, 1),
        _places(2026, _66, 4),
        _places(2026, _66, 2),
    ]
    assert not has(found, "projects[0].loan.2026")
    assert not has(found, "projects[0].share_for_others")
    assert "25 mio." not in str(doubtful(found, "projects[0].gross_construction_cost"))


def test_places_without_a_year_are_put_in_none() -> None:
    found = proposal(note("fyrrebakken"))
    assert not has(found, "projects[0].places")
    assert why_left_out(found, "omdannes til pladser efter § 107") == "Der står ikke, hvilket år pladserne kommer."
    assert values(found, "projects[0].capacity_today") == [
        CapacityToday(legal_basis=_107, count=20),
        CapacityToday(legal_basis=_108, count=12),
    ]
    assert not has(found, "projects[0].share_for_others")


def test_a_sheet_typed_with_colons_and_answers_that_are_none() -> None:
    found = proposal(note("vejle"))
    assert sure(found, "projects[0].name") == "Nye botilbudspladser i Vejle"
    assert doubtful(found, "projects[0].loan.2025") == 15_000
    assert "ca." in one(found, "projects[0].loan.2025").remark
    assert values(found, "projects[0].places") == [_places(2025, _107, 6), _places(2025, _108, 2)]
    assert "Summen er 9, men rækkerne over den giver 8." in one(found, "projects[0].places[0]").remark
    assert not one(found, "projects[0].places[0]").is_sure
    assert doubtful(found, "projects[0].completion_date") == date(2025, 12, 31)
    assert not has(found, "projects[0].share_for_others")
    assert not has(found, "applicant.municipality_code")


def test_the_form_with_several_projects_in_millions() -> None:
    found = proposal(note("nord-og-syd"))
    assert [sure(found, f"projects[{index}].name") for index in (0, 1)] == ["Botilbud Nord", "Botilbud Syd"]
    assert sure(found, "projects[0].loan.2025") == 10_500
    assert sure(found, "projects[1].loan.2025") == 21_000
    assert values(found, "projects[0].places") == [_places(2026, _BOTH, 8)]
    assert sure(found, "projects[1].completion_date") == date(2025, 10, 1)
    assert not has(found, "projects[2].name")
    assert "sum" in why_left_out(found, "I alt")


def test_a_budget_of_several_years_whose_unit_stands_below() -> None:
    found = proposal(note("havnevej"))
    assert values(found, "projects[0].cost_plan.lines") == [
        CostLine(label="Håndværkerudgifter", amount=20_000, treatment=Treatment.DIRECT),
        CostLine(label="Rådgivning", amount=2_500, treatment=Treatment.DIRECT),
    ]
    assert doubtful(found, "projects[0].gross_construction_cost") == 22_500
    assert not has(found, "projects[0].loan.2025")
    assert "hvilket år" in why_left_out(found, "op til 20 mio. kr.")


def test_labels_with_a_colon() -> None:
    found = proposal(note("lindegaarden"))
    assert sure(found, "projects[0].name") == "Ombygning af Lindegården"
    assert sure(found, "projects[0].target_group") == "Voksne med erhvervet hjerneskade."
    assert sure(found, "projects[0].loan.2026") == 22_400
    assert doubtful(found, "projects[0].gross_construction_cost") == 22_400
    assert doubtful(found, "projects[0].completion_date") == date(2026, 6, 30)
    assert sure(found, "projects[0].share_for_others") == "40"
    assert doubtful(found, "projects[0].places_closed_elsewhere") == 3
    assert not has(found, "projects[0].places")


def test_other_municipalities_and_an_earlier_budget() -> None:
    found = proposal(note("hjoerring"))
    assert doubtful(found, "applicant.municipality_code") == "860"
    assert "Brønderslev Kommune" in one(found, "applicant.municipality_code").remark
    assert doubtful(found, "projects[0].gross_construction_cost") == 24_000
    assert len(values(found, "projects[0].cost_plan.lines")) == 3
    assert doubtful(found, "projects[0].building") is Building.NEW_BUILDING
    assert why_left_out(found, "oprindelige budget") == "Beløbet er et tidligere overslag."


def test_what_has_not_happened_is_not_proposed() -> None:
    found = proposal(note("viborg"))
    assert sure(found, "case_number") == "24/1234"
    assert sure(found, "cover_note.to") == "KKR Midtjylland"
    assert not has(found, "projects[0].coordination")
    assert not has(found, "projects[0].places")
    assert "hvilket år" in why_left_out(found, "30 mio. kr.")


def test_two_projects_below_headings_of_their_own() -> None:
    found = proposal(note("to-projekter"))
    assert sure(found, "projects[0].name") == "Botilbud Nord"
    assert sure(found, "projects[1].name") == "Botilbud Syd"
    assert doubtful(found, "projects[0].loan.2025") == 10_000
    assert doubtful(found, "projects[1].loan.2026") == 12_500
    assert sure(found, "projects[1].target_group") == "Unge med psykiske lidelser."
    assert doubtful(found, "projects[1].completion_date") == date(2026, 9, 30)


def test_a_mail() -> None:
    found = proposal(note("mail"))
    assert "mails afsender" in one(found, "cover_note.from").remark
    assert doubtful(found, "cover_note.to") == "Bo Hansen <bo@vejen.dk>"
    assert sure(found, "projects[0].name") == "Nyt botilbud på Parkvej"
    assert sure(found, "projects[0].loan.2025") == 18_000
    assert not has(found, "projects[0].loan.2026")
    assert values(found, "projects[0].places") == [_places(2026, _BOTH, 12)]
    assert doubtful(found, "projects[0].share_for_others") == "25"
    assert "mindst" in one(found, "projects[0].share_for_others").remark
    assert not has(found, "projects[0].completion_date")


def test_a_loan_that_was_refused_and_a_range_of_places() -> None:
    found = proposal(note("afslag"))
    assert not has(found, "projects[0].loan.2025")
    assert doubtful(found, "projects[0].loan.2026") == 20_000
    assert doubtful(found, "projects[0].gross_construction_cost") == 28_000
    assert why_left_out(found, "15 mio. kr. i 2023") == "Sætningen siger nej til beløbet."
    assert values(found, "projects[0].places") == [_places(2026, _108, 4)]
    assert "Op til" in one(found, "projects[0].places[0]").remark
    assert why_left_out(found, "6-8 pladser")


def test_a_sheet_of_one_project_in_two_years_with_an_answer_to_come() -> None:
    found = proposal(note("mosevej"))
    assert sure(found, "projects[0].loan.2025") == 10_000
    assert sure(found, "projects[0].loan.2026") == 12_000
    assert values(found, "projects[0].places") == [_places(2026, _107, 10)]
    assert why_left_out(found, "oplyses senere") == "Det er ikke fastlagt endnu."
    assert sure(found, "projects[0].description") == "Målgruppen er voksne med hjerneskade."


def test_two_projects_that_are_named_alike_stay_two() -> None:
    found = proposal(note("roskilde"))
    assert sure(found, "projects[0].name") == "12 boliger på Vestergade"
    assert sure(found, "projects[1].name") == "8 boliger på Østergade"
    assert doubtful(found, "projects[0].loan.2025") == 24_000
    assert doubtful(found, "projects[1].loan.2026") == 16_500


def test_the_forms_own_words_with_colons() -> None:
    found = proposal(note("aaparken"))
    assert sure(found, "applicant.municipality_code") == "751"
    assert sure(found, "projects[0].gross_construction_cost") == 42_500
    assert sure(found, "projects[0].loan.2026") == 21_250
    assert sure(found, "projects[0].building") is Building.NEW_BUILDING
    assert sure(found, "projects[0].coordination") is Coordination.KKR
    assert sure(found, "projects[0].purpose") == "At give unge med ADHD et hjem."
    assert found.left_out == ()


def test_kroner_that_are_no_whole_thousands_and_a_wrong_sum() -> None:
    found = proposal(note("kildevang"))
    lines = [each for each in found.values if "lines" in str(each.field)]
    assert [line.value.amount for line in lines if isinstance(line.value, CostLine)] == [4_000, 26_351, 1_200]
    assert "afrundet" in lines[1].remark
    assert all("Summen er 31.501, men rækkerne giver 31.551" in line.remark for line in lines)
    assert not has(found, "projects[0].gross_construction_cost")


def test_years_within_one_sentence() -> None:
    found = proposal(note("ravnsborg"))
    assert values(found, "projects[0].places") == [_places(2025, _107, 6), _places(2026, _107, 4)]
    assert doubtful(found, "projects[0].loan.2025") == 8_500
    assert doubtful(found, "projects[0].loan.2026") == 13_000
    assert doubtful(found, "projects[0].gross_construction_cost") == 43_000
    assert doubtful(found, "projects[0].completion_date") == date(2026, 8, 15)
    assert not has(found, "projects[0].places_closed_elsewhere")
    assert doubtful(found, "projects[0].share_for_others") == "30"


def test_an_amount_that_is_part_of_another_is_no_line() -> None:
    found = proposal(note("tkr"))
    assert values(found, "projects[0].cost_plan.lines") == [
        CostLine(label="Anlægssum", amount=32_000, treatment=Treatment.DIRECT)
    ]
    assert why_left_out(found, "Heraf boliger") == "Beløbet er en del af et andet."


def test_two_headings_of_one_field_are_put_together_and_doubted() -> None:
    found = proposal(note("to-formaal"))
    assert doubtful(found, "projects[0].purpose") == "Skabe 5 pladser.\nSkabe et sted mere."
    assert doubtful(found, "projects[0].description") == "Første tekst.\nAnden tekst."


def test_places_on_top_are_added_and_those_told_again_are_not() -> None:
    told = "Der kommer 6 pladser efter § 107 i 2025."
    again = proposal(f"## Nyt botilbud\n{told}\nDe 6 pladser efter § 107 er til unge.\n")
    assert values(again, "projects[0].places") == [_places(2025, _107, 6)]
    on_top = proposal(f"## Nyt botilbud\n{told}\nDerudover kommer 6 pladser efter § 107 i 2025.\n")
    assert values(on_top, "projects[0].places") == [_places(2025, _107, 6), _places(2025, _107, 6)]
    later = proposal(f"## Nyt botilbud\n{told}\nDer kommer 6 pladser efter § 107 i 2026.\n")
    assert values(later, "projects[0].places") == [_places(2025, _107, 6), _places(2026, _107, 6)]
    other = proposal(f"## Nyt botilbud\n{told}\nI alt er det 8 pladser efter § 107 i 2025.\n")
    assert [each.is_sure for each in other.values if "places" in str(each.field)] == [False, False]
    assert len({each.field for each in other.values if "places" in str(each.field)}) == 1


def test_what_is_denied_postponed_or_only_feared_is_not_proposed() -> None:
    found = proposal(
        "## Nyt botilbud\n### Økonomi\nLånet på 5 mio. kr. i 2025 er afslået.\n"
        "### Pladser\nDer er ikke planlagt 12 pladser efter § 107 i 2025.\n"
        "### Tidsplan\nSkulle byggeriet blive forsinket, afsluttes det først i 2027.\n"
        "### Målgruppe\nIkke fastlagt endnu.\n"
    )
    assert [str(value.field) for value in found.values] == ["projects[0].name", "projects[0].economy_note"]
    assert why_left_out(found, "5 mio. kr.") == "Sætningen siger nej til beløbet."
    assert why_left_out(found, "12 pladser") == "Sætningen siger ikke, at pladserne kommer."
    assert why_left_out(found, "Ikke fastlagt endnu.") == "Det er ikke fastlagt endnu."


def test_some_of_the_places_are_for_respite() -> None:
    found = proposal("## Nyt botilbud\nDer kommer 8 pladser efter § 107 i 2025, hvoraf 2 er til aflastning.\n")
    whole, part = _places(2025, _107, 6), _places(2025, _107, 2)
    assert values(found, "projects[0].places") == [whole, part.model_copy(update={"stay": Stay.RESPITE})]


def test_a_loan_of_a_year_that_the_form_lacks() -> None:
    found = proposal("## Nyt botilbud\nVi har søgt om et lån på 15 mio. kr. i 2023.\n")
    assert not has(found, "projects[0].loan.2025")
    assert why_left_out(found, "15 mio. kr. i 2023") == "Skemaet har ikke året 2023."
