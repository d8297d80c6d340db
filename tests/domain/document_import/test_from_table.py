"""A table as a proposal: each cell is a value with its place and how sure it is, or left out with the reason."""

import re
from datetime import date
from random import Random

import pytest

from botilbud_desktop.domain.application import LegalBasis, Origin, PlaceGroup
from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.document_import.table_places import TablePlaces, letters
from botilbud_desktop.domain.table_import.cells import Cell, is_blank, text_of
from botilbud_desktop.domain.table_import.html import tables_of_html
from botilbud_desktop.domain.table_import.layout import heading_rows, layout_of
from botilbud_desktop.domain.table_import.marks import Marks
from botilbud_desktop.domain.table_import.reading import Verdict, read_cell
from botilbud_desktop.domain.table_import.tsv import table_of_tsv
from tests.domain.document_import.proposals import ark, by_field, left_out, of_pasted, of_sheets, unsure
from tests.domain.table_import.danish_blocks import random_block
from tests.rules.samples import ROUND

BLOCKS = 150
PLAIN = """
Projekt | Lån 2025 (1.000 kr.) | Pladser 2025 | Andel | Afsluttes
Solgården | 22.900 | 15 | 25% | 30-11-2025
"""


def test_each_cell_of_a_plain_table_is_a_sure_value_with_its_address() -> None:
    found = of_sheets(ark(PLAIN))
    group = PlaceGroup(year=2025, legal_basis=LegalBasis.SEL_107_108, origin=Origin.NEW, count=15)
    assert [(str(one.field), one.value, one.source) for one in found.values] == [
        ("projects[0].name", "Solgården", "Ark1!A2"),
        ("projects[0].loan.2025", 22_900, "Ark1!B2"),
        ("projects[0].places[0]", group, "Ark1!C2"),
        ("projects[0].share_for_others", "25", "Ark1!D2"),
        ("projects[0].completion_date", date(2025, 11, 30), "Ark1!E2"),
    ]
    assert found.is_certain
    assert [one.remark for one in found.values if one.remark] == [
        "Pladserne bliver nye pladser efter SEL §§ 107 og 108, ikke delt på de to paragraffer."
    ]


def test_the_addresses_are_those_of_the_sheet_though_its_empty_edge_is_cut_off() -> None:
    found = of_sheets(ark(PLAIN, "Budget 2025", marks=Marks(start=(9, 25))))
    assert [one.source for one in found.values[:3]] == ["'Budget 2025'!Z11", "'Budget 2025'!AA11", "'Budget 2025'!AB11"]


def test_what_is_pasted_stands_in_rows_and_columns() -> None:
    found = of_pasted("\t\tProjekt\tLån 2025 (kr.)\r\n\t\tSolgården\t500.000\r\n\t\tI alt\t500.000\r\n")
    assert [one.source for one in found.values] == ["række 2, kolonne 3", "række 2, kolonne 4"]
    assert left_out(found) == {"række 3": "Rækken er en sum."}


def test_of_a_word_table_the_place_is_told_as_pasted() -> None:
    rows = "<tr><td></td><td>Projekt</td><td>Lån 2025</td></tr><tr><td></td><td>A</td><td>500</td></tr>"
    (table,) = tables_of_html(f"<table>{rows}</table>")
    assert table.marks.start == (0, 1)


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_letters_of_a_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name


@pytest.mark.parametrize(
    ("name", "shown"), [("Ark1", "Ark1"), ("Økonomi", "Økonomi"), ("Lån 25", "'Lån 25'"), ("Å's", "'Å''s'")]
)
def test_the_name_of_a_sheet_is_written_as_in_a_formula(name: str, shown: str) -> None:
    assert TablePlaces(name, (0, 0), is_sheet=True).cell(3, 1) == f"{shown}!B4"


def test_what_is_not_understood_is_left_out_with_what_stands_there() -> None:
    found = of_sheets(ark("Projekt | Lån 2025 (1.000 kr.)\nSolgården | afventer"))
    assert by_field(found) == {"projects[0].name": "Solgården"}
    (one,) = found.left_out
    assert (one.source, one.text) == ("Ark1!B2", "afventer")
    assert one.why.startswith("Cellen er ikke forstået. ")


def test_a_row_of_which_nothing_is_understood_takes_no_number() -> None:
    found = of_sheets(ark("Projekt | Lån 2025 (1.000 kr.)\n | afventer\nSolgården | 500"))
    assert by_field(found) == {"projects[0].name": "Solgården", "projects[0].loan.2025": 500}


def test_sums_titles_and_other_columns_are_told_with_their_whole_range() -> None:
    found = of_sheets(
        ark(
            "Til udvalget 4. maj | | |\nProjekt | Lån 2025 (1.000 kr.) | Leder | Lån\n"
            "A-huset | 500 | Per | 1\nB-huset | 600 | Ida | 2\nHovedtotal | 1.100 | |"
        )
    )
    assert left_out(found) == {
        "Ark1!A1": "Rækken står over overskrifterne.",
        "Ark1!A5:D5": "Rækken er en sum.",
        "Ark1!C2:C4": "Kolonnen er ikke en af skemaets.",
        "Ark1!D2:D4": "Overskriften siger ikke, hvilket år kolonnen gælder.",
    }
    assert [one.text for one in found.left_out][1:3] == ["Hovedtotal · 1.100", "Leder · Per · Ida"]


def test_a_row_that_may_be_no_project_makes_all_of_it_doubtful_without_advice_for_the_preview() -> None:
    found = of_sheets(ark("Projekt | Lån 2025 (1.000 kr.)\nA | 500\nB | 600\nheraf grund | 100"))
    assert unsure(found) == {
        "projects[2].name": "Rækken er måske en del af rækken over den. Er det et projekt?",
        "projects[2].loan.2025": "Rækken er måske ikke et projekt.",
    }


def test_an_amount_whose_unit_must_be_guessed_is_doubtful() -> None:
    found = of_sheets(ark("Projekt | Lån 2025 | Lån 2026\nA | 15 | 15.000\nB | 22 |"))
    assert unsure(found) == dict.fromkeys(
        ("projects[0].loan.2025", "projects[1].loan.2025"),
        "Der står ingen enhed. Beløbene er læst i hele 1.000 kr. Er de i mio. kr.?",
    )
    assert [one.remark for one in found.values if str(one.field) == "projects[0].loan.2026"] == [
        "Der står ingen enhed. Beløbene er læst i hele 1.000 kr."
    ]


def test_hidden_columns_and_sheets_guessed_layouts_and_cut_tables_are_said() -> None:
    hidden = of_sheets(ark(PLAIN, marks=Marks(hidden_columns=frozenset({1}))))
    assert unsure(hidden) == {"projects[0].loan.2025": "Kolonnen er skjult i arket, men er læst."}
    sheet = of_sheets(ark(PLAIN, is_hidden=True))
    assert {*unsure(sheet).values()} == {"Arket er skjult. Skal det med?"} | {
        remark for remark in unsure(sheet).values() if "Pladserne" in remark
    }
    assert len(unsure(sheet)) == len(sheet.values)
    guessed = of_sheets(ark("A-huset\nB-huset"))
    assert {*unsure(guessed).values()} == {
        "Der er ingen overskrifter, så kolonnerne er læst i skemaets rækkefølge. Se efter, om det passer."
    }
    cut = of_sheets(ark(PLAIN, is_cut=True))
    assert left_out(cut) == {"Ark1": "Arket er stort. Kun de første 200 rækker og 50 kolonner er læst."}


def test_headings_that_are_guessed_may_be_a_project() -> None:
    found = of_sheets(ark("Bosted | Lån 2025 (1.000 kr.)\nSolgården | 500\nMånehuset | 600"))
    assert left_out(found)["Ark1!A1:B1"] == "Øverste række med ord er læst som overskrifter. Er det et projekt?"
    assert by_field(found) == {"projects[0].loan.2025": 500, "projects[1].loan.2025": 600}


def test_names_below_an_empty_heading_are_not_sure() -> None:
    found = of_sheets(ark(" | Lån 2025 (1.000 kr.) | Lån 2026 (1.000 kr.)\nSolgården | 500 | 600"))
    assert unsure(found) == {
        "projects[0].name": "Første kolonne har ingen overskrift. Den er læst som projekternes navne."
    }


def _cells_told(source: str, rows: int, columns: int) -> set[tuple[int, int]]:
    """Returns the cells of a pasted table that are told by their place."""
    row = re.search(r"rækker? (\d+)(?:-(\d+))?", source)
    column = re.search(r"kolonner? (\d+)(?:-(\d+))?", source)
    down = range(int(row[1]) - 1, int(row[2] or row[1])) if row else range(rows)
    across = range(int(column[1]) - 1, int(column[2] or column[1])) if column else range(columns)
    return {(one, other) for one in down for other in across}


def _says_nothing(cell: Cell, path: str) -> bool:
    return is_blank(cell) or (bool(path) and read_cell(cell, path, ROUND).verdict is Verdict.BLANK)


@pytest.mark.parametrize("seed", range(BLOCKS))
def test_each_cell_of_any_block_is_a_value_or_left_out(seed: int) -> None:
    block = random_block(Random(seed))
    found = of_pasted(block.text)
    table = table_of_tsv(block.text)
    left = table.marks.start[1]
    grid, layout = table.grid, layout_of(table.grid, ROUND)
    told: set[tuple[int, int]] = set()
    for source in [*(one.source for one in found.values), *(one.source for one in found.left_out)]:
        told |= _cells_told(source, len(grid), len(grid[0]) + left)
    headings = heading_rows(grid, layout.first_row)
    silent = [
        (row, column, text_of(cell))
        for row, cells in enumerate(grid)
        for column, cell in enumerate(cells)
        if (row, column + left) not in told and row not in headings and not _says_nothing(cell, layout.meanings[column])
    ]
    assert silent == [], block.text


@pytest.mark.parametrize("seed", range(BLOCKS))
def test_what_is_sure_of_any_block_is_what_was_written(seed: int) -> None:
    block = random_block(Random(seed))
    found = of_pasted(block.text)
    if not _is_all_sure(found):
        return
    names = [value.value for value in found.values if value.field[2:] == ("name",)]
    assert names == [project.values["projects[].name"] for project in block.projects]
    for value in found.values:
        written = block.projects[value.field.project or 0].values
        if value.field[2] == "loan":
            assert value.value == (written.get(f"projects[].loan.{value.field[3]}") or 0)
        elif isinstance(value.value, PlaceGroup):
            assert value.value.count == (written.get(f"projects[].expansion.{value.value.year}") or 0)


def _is_all_sure(found: Proposal) -> bool:
    return all(value.is_sure for value in found.values) and not any("projekt?" in one.why for one in found.left_out)
