"""Projects that stand in columns are read as such, with the addresses and the words of the table as it is."""

from datetime import date

from botilbud_desktop.domain.table_import.marks import Marks
from tests.domain.document_import.proposals import ark, by_field, left_out, of_pasted, of_sheets, unsure
from tests.rules.samples import ROUND, group

COLUMNS = """
Projektets navn | Solgården | Månehuset | I alt
Lån i 2025 (hele 1.000 kr.) | 22.900 | 500 | 23.400
Lån i 2026 (hele 1.000 kr.) | 100 | 20.700 | 20.800
Nye pladser i 2025 | 15 | | 15
Leder | Per | Ida |
Forventet afslutning | 30-11-2025 | 01-09-2026 |
"""


def test_each_column_is_a_project() -> None:
    found = of_sheets(ark(COLUMNS))
    assert by_field(found) == {
        "projects[0].name": "Solgården",
        "projects[0].loan.2025": 22_900,
        "projects[0].loan.2026": 100,
        "projects[0].places[0]": group(15, ROUND.usual_basis),
        "projects[0].completion_date": date(2025, 11, 30),
        "projects[1].name": "Månehuset",
        "projects[1].loan.2025": 500,
        "projects[1].loan.2026": 20_700,
        "projects[1].completion_date": date(2026, 9, 1),
    }
    assert unsure(found) == {}
    assert [one.source for one in found.values[:3]] == ["Ark1!B1", "Ark1!B2", "Ark1!B3"]
    assert left_out(found) == {"Ark1!D1:D6": "Kolonnen er en sum.", "Ark1!A5:C5": "Rækken er ikke en af skemaets."}


def test_one_project_beside_its_labels_is_one() -> None:
    found = of_pasted("Projekt\tSolgården\r\nLån 2025 (kr.)\t450.000\r\nPladser 2025\t4\r\n")
    assert [(one.value, one.source) for one in found.values][:2] == [
        ("Solgården", "række 1, kolonne 2"),
        (450, "række 2, kolonne 2"),
    ]


def test_what_is_hidden_is_asked_about_as_what_it_is() -> None:
    found = of_sheets(ark(COLUMNS, marks=Marks(start=(3, 1), hidden_columns=frozenset({2}))))
    assert unsure(found)["projects[1].name"] == "Kolonnen er skjult i arket. Skal den med?"
    assert [one.source for one in found.values[:1]] == ["Ark1!C4"]
    rows = of_sheets(ark(COLUMNS, marks=Marks(hidden_rows=frozenset({1}))))
    assert unsure(rows)["projects[0].loan.2025"] == "Rækken er skjult i arket, men er læst."


def test_a_table_with_a_row_for_each_project_is_not_turned() -> None:
    found = of_sheets(ark("Projekt | Lån 2025 (kr.)\nProjekt A | 450.000\nLån og leje | 500.000"))
    assert [one.value for one in found.values if one.field[2:] == ("name",)] == ["Projekt A", "Lån og leje"]


def test_projects_in_columns_below_names_without_a_heading_are_asked_about_by_name() -> None:
    found = of_sheets(ark("| Solgården | Engen\nLån 2025 (kr.) | 450.000 | 100.000\nPladser 2025 | 4 | 2"))
    assert [(one.value, one.source) for one in found.values if one.field[2:] == ("loan", "2025")] == [
        (450, "Ark1!B2"),
        (100, "Ark1!C2"),
    ]
    asked = "Øverste række har ingen overskrift. Den er læst som projekternes navne."
    assert unsure(found) == {"projects[0].name": asked, "projects[1].name": asked}
