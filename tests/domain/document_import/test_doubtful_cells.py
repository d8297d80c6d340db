"""A value is not sure where it may be of several projects or fields, of no project, or of another column."""

import pytest

from botilbud_desktop.domain.document_import.from_tables import proposal_of_tables
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.table_import.html import tables_of_html
from botilbud_desktop.domain.table_import.marks import Marks
from tests.domain.document_import.proposals import Ark, ark, by_field, left_out, of_pasted, of_sheets, unsure
from tests.rules.samples import ROUND

HEADINGS = "<tr><td>Projekt<td>Lån 2025<td>Lån 2026"
SHARED = "Cellen er flettet med andre. Gælder værdien kun dette projekt og dette felt?"


def of_page(rows: str) -> Proposal:
    (table,) = tables_of_html(f"<table>{HEADINGS}{rows}</table>")
    return proposal_of_tables([Ark("", table.grid, marks=table.marks)], ROUND, are_sheets=False)


def test_an_amount_in_merged_cells_of_two_years_is_not_sure_in_a_file_or_pasted() -> None:
    merged = Marks(merged_cells=frozenset({(1, 2)}))
    file = of_sheets(ark("Projekt | Lån 2025 | Lån 2026\nSolgården | 20.750 |\nEngen | 100 | 200", marks=merged))
    page = of_page("<tr><td>Solgården<td colspan=2>20.750<tr><td>Engen<td>100<td>200")
    for found in (file, page):
        assert SHARED in unsure(found)["projects[0].loan.2025"]
        assert [*unsure(found)] == ["projects[0].loan.2025"]
        assert any("flettet" in one.why for one in found.left_out)


def test_an_amount_in_merged_cells_of_two_projects_is_not_sure() -> None:
    found = of_page("<tr><td>Solgården<td rowspan=2>5.000<td>100<tr><td>Engen<td>200")
    assert SHARED in unsure(found)["projects[0].loan.2025"]
    assert by_field(found)["projects[1].loan.2026"] == 200


def test_an_amount_is_of_the_rows_that_share_their_name() -> None:
    found = of_page("<tr><td rowspan=2>Solgården<td rowspan=2>5.000<td>100<tr><td>200")
    assert "projects[0].loan.2025" not in unsure(found)


def test_a_text_that_is_wider_than_its_cell_is_not_merged() -> None:
    found = of_page("<tr><td>Solgården<td colspan=2 style='mso-ignore:colspan'>5.000.000 kr.<tr><td>Engen<td>9<td>9")
    assert not any("flettet" in one.why for one in found.left_out)


def test_values_of_a_row_without_a_name_are_not_sure() -> None:
    found = of_pasted("Projekt\tYdelse\tLån 2025\r\nSolgården\tNybyg\t450\r\n\tInventar\t60\r\n")
    assert [*unsure(found)] == ["projects[1].loan.2025"]
    assert "Rækken er måske ikke et projekt." in unsure(found)["projects[1].loan.2025"]


@pytest.mark.parametrize("headings", ["Lån 2025\tLån 2025", "Lån 2025\tNetto lån 2025", "Lånebehov 2025\tLån 2025"])
def test_of_two_columns_that_mean_the_same_none_is_sure(headings: str) -> None:
    found = of_pasted(f"Projekt\t{headings}\r\nSolgården\t450\t400\r\nEngen\t300\t300\r\n")
    assert [*unsure(found)] == ["projects[0].loan.2025"]
    assert "En anden kolonne har en overskrift med samme betydning." in unsure(found)["projects[0].loan.2025"]


def test_a_column_with_the_words_of_the_form_is_surer_than_another() -> None:
    wording = next(field.wording for field in ROUND.columns if field.path == "projects[].loan.2025")
    found = of_pasted(f"Projekt\t{wording}\tLån 2025\r\nSolgården\t450\t400\r\n")
    assert unsure(found) == {}


def test_headings_below_a_title_with_the_year_are_no_projects() -> None:
    found = of_pasted("2025\t\t\r\nProjekt\tLån (t.kr.)\tPladser\r\nSolgården\t450\t4\r\nEngen\t300\t2\r\n")
    assert by_field(found) == {"projects[0].name": "Solgården", "projects[1].name": "Engen"}
    years = [why for source, why in left_out(found).items() if source.startswith("kolonne")]
    assert years == ["Overskriften siger ikke, hvilket år kolonnen gælder."] * 2


def test_a_year_between_two_tables_is_no_sure_name() -> None:
    found = of_pasted("Projekt\tLån 2025\r\nSolgården\t450\r\n2026\t\r\nEngen\t300\r\n")
    assert [*unsure(found)] == ["projects[1].name"]


def test_a_sum_is_found_below_an_average() -> None:
    found = of_pasted("Projekt\tLån 2025\r\nSol\t450\r\nEng\t300\r\nGennemsnit\t375\r\nMax\t450\r\nKommunen\t750\r\n")
    assert [field for field in unsure(found) if field.endswith("name")] == [f"projects[{n}].name" for n in (2, 3, 4)]


def test_a_row_of_the_totals_of_a_table_in_excel_is_asked_about() -> None:
    found = of_pasted("Projekt\tLån 2025\tLån 2026\r\nSol\t450\t100\r\nEng\t300\t200\r\nResumé\t750\t150\r\n")
    assert "Rækken ligner en sum." in unsure(found)["projects[2].name"]


@pytest.mark.parametrize(
    ("heading", "shares", "asked"),
    [
        ("%", "79 %\t21 %", 2),
        ("Pct.", "79\t21", 2),
        ("Andel", "79 %\t21 %", 0),
        ("Andel", "1 %\t25 %", 0),
        ("Andel", "1\t25 %", 1),
        ("Andel", "1\t0,25\t25", 2),
    ],
)
def test_a_share_is_sure_where_heading_and_number_say_which_it_is(heading: str, shares: str, asked: int) -> None:
    rows = "".join(f"Hus {number}\t450\t{share}\r\n" for number, share in enumerate(shares.split("\t")))
    found = of_pasted(f"Projekt\tLån 2025\t{heading}\r\n{rows}")
    assert len(unsure(found)) == asked


def test_names_of_a_table_that_tells_nothing_else_are_not_sure_beside_one_of_projects() -> None:
    people = ark("Projekt | Ansvarlig | Timer\nKloak | Ida | 4\nVej | Bo | 6", "Andet")
    assert unsure(of_sheets(people)) == {}
    found = of_sheets(ark("Projekt | Lån 2025\nSolgården | 450"), people)
    assert [*unsure(found)] == ["projects[1].name", "projects[2].name"]


def test_a_small_amount_without_a_unit_is_not_sure_beside_larger_ones() -> None:
    found = of_pasted("Projekt\tLån 2025\r\nSol\t8\r\nEng\t150\r\nÅs\t0\r\nBy\t8 t.kr.\r\n")
    assert [*unsure(found)] == ["projects[0].loan.2025"]
    assert unsure(of_pasted("Projekt\tLån 2025 (1.000 kr.)\r\nSol\t8\r\nEng\t150\r\n")) == {}


@pytest.mark.parametrize(
    ("heading", "share", "is_asked"),
    [
        ("Andel til andre kommuner", "3", True),
        ("Andel til andre kommuner", "25", False),
        ("Andel til andre kommuner", "3 %", False),
        ("Andel til andre kommuner (pct.)", "3", False),
    ],
)
def test_a_share_no_larger_than_the_places_may_be_a_number_of_them(heading: str, share: str, is_asked: bool) -> None:
    found = of_pasted(f"Projekt\tPladser 2025\tPladser 2026\t{heading}\r\nSol\t10\t4\t{share}\r\n")
    asked = {"projects[0].share_for_others": "Er det procent eller antal pladser? Projektet har 14 pladser."}
    assert unsure(found) == (asked if is_asked else {})


@pytest.mark.parametrize(
    ("titles", "asked"),
    [
        ("", 2),
        ("Antal borgere\t\t\r\n", 2),
        ("Beløb i t.kr.\t\t\r\n", 2),
        ("Ansøgt lån\t\t\r\n", 0),
        ("\tAnsøgt lån\t\r\n", 0),
        ("Ansøgt lån til botilbud\t\t\r\nBeløb i t.kr.\t\t\r\n", 0),
    ],
)
def test_what_stands_below_a_bare_year_is_sure_where_a_title_tells_what_it_is(titles: str, asked: int) -> None:
    found = of_pasted(f"{titles}Projekt\t2025\t2026\r\nSol\t450\t300\r\n")
    assert [value.value for value in found.values if value.field[2] == "loan"] == [450, 300]
    assert len(unsure(found)) == asked
    assert all("Overskriften siger kun et år." in remark for remark in unsure(found).values())


def test_negative_loans_and_places_are_not_sure() -> None:
    found = of_pasted(
        "Projekt\tLån 2025\tPladser 2025\r\nSol\t450\t4\r\nSalg\t(200)\t-2\r\nEgenfinansiering\t-100\t\r\n"
    )
    assert [*unsure(found)] == [
        "projects[1].loan.2025",
        "projects[1].places[0]",
        "projects[2].name",
        "projects[2].loan.2025",
    ]
    assert "Tallet er negativt." in unsure(found)["projects[1].places[0]"]


@pytest.mark.parametrize(
    ("places", "is_asked"), [("1.250.000 kr.", True), ("12.500", True), ("8 kr.", True), ("900", False)]
)
def test_a_number_of_places_that_is_perhaps_an_amount_is_not_sure(places: str, is_asked: bool) -> None:
    found = of_pasted(f"Projekt\tUdvidelse 2025\r\nSol\t{places}\r\nEng\t4\r\n")
    assert [*unsure(found)] == (["projects[0].places[0]"] if is_asked else [])


@pytest.mark.parametrize(
    ("headings", "asked"),
    [
        ("Antal pladser 2024\tAntal pladser 2025\tAntal pladser 2026", 2),
        ("Antal pladser 2025\tAntal pladser 2026\tNote 2024", 0),
        ("Nye pladser 2024\tNye pladser 2025\tNye pladser 2026", 0),
        ("Lån 2024\tLån 2025\tLån 2026", 0),
    ],
)
def test_places_beside_those_of_an_earlier_year_may_be_all_places(headings: str, asked: int) -> None:
    found = of_pasted(f"Projekt\t{headings}\r\nSol\t450\t451\t452\r\n")
    assert len(unsure(found)) == asked
    assert all("Der er også en kolonne for et tidligere år." in remark for remark in unsure(found).values())
