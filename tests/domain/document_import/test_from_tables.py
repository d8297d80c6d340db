"""Several tables of a file: each is read, what cannot be is told as a whole, and the same project twice is doubtful."""

from botilbud_desktop.domain.application import PlaceGroup
from botilbud_desktop.domain.document_import.from_tables import proposal_of_tables
from tests.domain.document_import.proposals import ark, by_field, left_out, of_sheets, unsure
from tests.rules.samples import ROUND

LOANS = "Projekt | Lån 2025 (1.000 kr.)\nSolgården | 500\nMånehuset | 600"
TWICE = "Projektet står i flere tabeller. Er det det samme projekt?"


def test_each_sheet_is_read_and_its_projects_follow_those_of_the_one_before() -> None:
    found = of_sheets(ark(LOANS), ark("Projekt | Lån 2026 (1.000 kr.)\nÅhuset | 700", "Ark2"))
    assert [str(one.field) for one in found.values if one.source.startswith("Ark2")] == [
        "projects[2].name",
        "projects[2].loan.2026",
    ]
    assert found.is_certain


def test_a_project_of_two_sheets_is_one_and_none_of_it_is_sure() -> None:
    places = "Botilbud | Pladser 2025 | Pladser 2026\nsolgården | 4 | 8"
    found = of_sheets(ark("Projekt | Lån 2025 (1.000 kr.) | Pladser 2026\nSolgården | 500 | 8"), ark(places, "Ark2"))
    assert {field: one.count for field, one in by_field(found).items() if isinstance(one, PlaceGroup)} == {
        "projects[0].places[0]": 8,
        "projects[0].places[1]": 4,
    }
    assert {field.partition(".")[0] for field in by_field(found)} == {"projects[0]"}
    assert len(unsure(found)) == len(found.values)
    assert all(TWICE in remark for remark in unsure(found).values())


def test_two_values_of_the_same_field_both_stay_and_the_first_is_proposed() -> None:
    found = of_sheets(ark(LOANS), ark("Projekt | Lån 2025 (1.000 kr.)\nSolgården | 550", "Ark2"))
    loans = [(one.value, one.source, one.is_sure) for one in found.values if str(one.field) == "projects[0].loan.2025"]
    assert loans == [(500, "Ark1!B2", False), (550, "Ark2!B2", False)]
    assert "projects[1].name" not in unsure(found)


def test_a_name_that_stands_twice_on_a_sheet_is_not_joined_with_another_one() -> None:
    twice = "Projekt | Lån 2025 (1.000 kr.)\nSolgården | 500\nSolgården | 600"
    found = of_sheets(ark(twice), ark("Projekt | Lån 2026 (1.000 kr.)\nSolgården | 700", "Ark2"))
    assert by_field(found)["projects[2].loan.2026"] == 700


def test_a_sheet_that_tells_of_something_else_is_left_out_as_a_whole() -> None:
    found = of_sheets(ark(LOANS), ark("Husk at ringe\ntil Per", "Noter"), ark("æble | pære\nhus | have", "Andet"))
    assert left_out(found) == {
        "Noter!A1:A2": "Arket har ingen overskrifter, som skemaet kender.",
        "Andet!A1:B2": "Overskrifterne er ikke genkendt. Tabellen er ikke læst.",
    }
    assert [one.text for one in found.left_out] == ["Husk at ringe\ntil Per", "æble · pære\nhus · have"]


def test_copied_tables_have_numbers_and_a_single_one_none() -> None:
    one = proposal_of_tables([ark(LOANS)], ROUND, are_sheets=False)
    two = proposal_of_tables([ark(LOANS), ark("æble | pære\nhus | have")], ROUND, are_sheets=False)
    assert one.values[0].source == "række 2, kolonne 1"
    assert two.values[0].source == "tabel 1, række 2, kolonne 1"
    assert [*left_out(two)] == ["tabel 2, rækker 1-2, kolonner 1-2"]
