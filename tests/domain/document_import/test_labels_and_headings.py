"""Units behind an amount, boxes that are ticked or empty, and headings of agendas, of tables and of the form."""

import pytest

from botilbud_desktop.domain.application import Building, LegalBasis, PlaceGroup
from botilbud_desktop.domain.cost_plan import CostLine
from tests.domain.document_import.documents import doubtful, has, one, proposal, sure, values, why_left_out

_HEAD = "# Vejle Kommune\n## Botilbud Skovly\n"


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("Lånebeløb 2025: 16.400 (i 1.000 kr.)", 16_400),
        ("Lånebeløb 2025: 5,6 (mio. kr.)", 5_600),
        ("Lånebeløb 2025: 5.600.000 (kr.)", 5_600),
    ],
)
def test_a_unit_in_parentheses_behind_an_amount_is_its_unit(line: str, amount: int) -> None:
    assert sure(proposal(_HEAD + line), "projects[0].loan.2025") == amount


def test_places_of_a_law_and_a_year_are_a_row_with_or_without_the_laws_name() -> None:
    found = proposal(f"{_HEAD}Pladser efter § 107 i 2025: 6\nNye pladser efter SEL § 108 i 2026: 4")
    groups = [each for each in values(found, "projects[0].places") if isinstance(each, PlaceGroup)]
    assert [(each.year, each.legal_basis, each.count) for each in groups] == [
        (2025, LegalBasis.SEL_107, 6),
        (2026, LegalBasis.SEL_108, 4),
    ]


def test_an_empty_box_is_no_choice() -> None:
    found = proposal(f"{_HEAD}☒ Nybyggeri  ☐ Eksisterende bygning")
    assert doubtful(found, "projects[0].building") is Building.NEW_BUILDING


def test_the_applications_of_an_agenda_are_projects_of_their_own() -> None:
    found = proposal(
        "# Punkt 7\n## Silkeborg Kommune – Botilbud Gødvad\nKommunen søger 25,0 mio. kr. i 2025.\n"
        "## Viborg Kommune – Boformen Vinkelvej\nKommunen søger 21,0 mio. kr. i 2026."
    )
    assert doubtful(found, "projects[0].loan.2025") == 25_000
    assert doubtful(found, "projects[1].loan.2026") == 21_000
    assert "Viborg Kommune" in next(each.remark for each in found.values if each.field[0] == "applicant")


def test_the_forms_title_names_no_project() -> None:
    found = proposal("# Ansøgning om lånedispensation for 2025 og 2026\nLån i 2025: 12 mio. kr.")
    assert not has(found, "projects[0].name")


def test_a_budget_whose_unit_stands_in_the_line_above() -> None:
    found = proposal(
        f"{_HEAD}Økonomien fordeler sig således (mio. kr.):\nPost\tBeløb\nPladser efter SEL § 108\t18,4\n"
        "Fællesarealer\t12,0\nI alt\t30,4"
    )
    lines = [each for each in values(found, "projects[0].cost_plan.lines") if isinstance(each, CostLine)]
    assert [(each.label, each.amount) for each in lines] == [
        ("Pladser efter SEL § 108", 18_400),
        ("Fællesarealer", 12_000),
    ]


def test_a_sum_below_rows_that_are_not_read_is_said_to_be_one() -> None:
    found = proposal(f"{_HEAD}Ting\tStykker\nStole\tmange\nI alt\t66,6")
    assert why_left_out(found, "66,6") == "Rækken ligner en sum, men rækkerne over den er ikke læst."


@pytest.mark.parametrize(
    "rows",
    [
        "\tNu\tEfter\nPladser efter SEL § 107 i 2025\t11\t19",
        "\tProjekt A\tProjekt B\nPladser efter SEL § 107 i 2025\t11\t19",
    ],
)
def test_a_figure_beside_another_in_its_row_is_not_sure(rows: str) -> None:
    found = proposal(_HEAD + rows)
    (places,) = [each for each in found.values if each.field[2:3] == ("places",)]
    assert not places.is_sure
    assert "»19«" in places.remark
    assert why_left_out(found, "19")


@pytest.mark.parametrize(
    "value", ["Se bilag", "Se bilag 2.", "Jf. vedlagte notat", "Der henvises til projektbeskrivelsen"]
)
def test_a_reference_to_another_place_is_no_answer(value: str) -> None:
    found = proposal(f"{_HEAD}Målgruppe: {value}")
    assert not has(found, "projects[0].target_group")
    assert why_left_out(found, value) == "Der henvises til et andet sted."


def test_an_answer_with_more_in_parentheses_is_read_and_not_sure() -> None:
    found = proposal(f"{_HEAD}Pladser efter § 107 i 2025: 6 (heraf 2 aflastning)")
    (places,) = [each for each in found.values if each.field[2:3] == ("places",)]
    assert isinstance(places.value, PlaceGroup)
    assert (places.value.count, places.is_sure) == (6, False)
    assert "heraf 2 aflastning" in places.remark


def test_the_unit_of_one_table_is_not_that_of_another() -> None:
    wording = "Lånebeløb kommunen ansøger om for"
    found = proposal(f"{_HEAD}\tHele 1.000 kr.\n{wording} 2025\t22.900\nTekst.\n{wording} 2026\t20")
    assert sure(found, "projects[0].loan.2025") == 22_900
    assert doubtful(found, "projects[0].loan.2026") == 20
    of_both = proposal(f"{_HEAD}\tHele 1.000 kr.\n{wording} 2025\t22.900\nTekst.\n\tMio. kr.\n{wording} 2026\t20")
    assert sure(of_both, "projects[0].loan.2026") == 20_000


@pytest.mark.parametrize(
    ("line", "is_sure"),
    [
        ("Heraf til andre kommuner: 3", False),
        ("Andel til andre kommuner\t3", False),
        ("Andel til andre kommuner: 25 pct.", True),
        ("Andel til andre kommuner (pct.)\t25", True),
    ],
)
def test_a_share_without_per_cent_may_be_a_number_of_places(line: str, is_sure: bool) -> None:
    found = one(proposal(_HEAD + line), "projects[0].share_for_others")
    assert found.is_sure is is_sure
    assert is_sure or found.remark == "Enheden er ikke skrevet. Er det procent eller et antal pladser?"


def test_a_contact_is_read_and_doubtful_with_more_than_a_name() -> None:
    assert sure(proposal(f"{_HEAD}Kontaktperson: Bo Lind, centerchef"), "contacts.names") == "Bo Lind, centerchef"
    assert doubtful(proposal(f"{_HEAD}Kontaktperson: Bo Lind, tlf. 56 92 10 11"), "contacts.names")


def test_a_year_in_parentheses_is_that_of_the_places_and_nothing_is_left_out_twice() -> None:
    found = proposal(f"{_HEAD}### Pladser\n- 8 pladser efter § 107 (2025)\n- 10 pladser efter ABL § 105")
    groups = [each for each in values(found, "projects[0].places") if isinstance(each, PlaceGroup)]
    assert [(each.year, each.count) for each in groups] == [(2025, 8)]
    assert len([left for left in found.left_out if "10 pladser" in left.text]) == 1
