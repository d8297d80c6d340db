"""The workbook as a file: the same bytes for the same content, its properties and pages, and what it leaves out."""

import re
import subprocess
import sys
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from botilbud_desktop.documents.excel.without_round import workbook_without_round
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from tests.documents.excel.workbooks import below, elements, formulas, parts, sheets, workbook
from tests.documents.samples import AALBORG, APPROVED, CHANGED, COMPLETE, THISTED
from tests.domain.for_colleagues import with_all_of_them
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY, UNUSABLE_PLAN, plan, project

LATER = TODAY + timedelta(days=9)
SHEET = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")


def texts(content: bytes) -> str:
    """Returns all texts of all cells."""
    return "\n".join(str(value) for cells in sheets(content).values() for row in cells for value in row)


def test_the_same_content_gives_the_same_bytes_and_an_approved_one_does_on_any_day() -> None:
    assert workbook(THISTED) == workbook(THISTED)
    assert workbook(APPROVED) != workbook(APPROVED, today=LATER)  # a finding tells the days until the deadline
    assert parts(workbook(APPROVED))["docProps/core.xml"] == parts(workbook(APPROVED, today=LATER))["docProps/core.xml"]
    assert parts(workbook(COMPLETE))["docProps/core.xml"] != parts(workbook(COMPLETE, today=LATER))["docProps/core.xml"]


@pytest.mark.parametrize(("application", "is_approved"), [(COMPLETE, False), (CHANGED, False), (APPROVED, True)])
def test_every_sheet_and_page_says_whether_it_is_approved(application: Application, is_approved: bool) -> None:
    content = workbook(application)
    for cells in sheets(content).values():
        assert (cells[1][0] == "Kladde – ikke godkendt") is not is_approved
        assert "Kontrolkode" in cells[1 if is_approved else 2][0]
    feet = [element.text or "" for _name, element in elements(content) if element.tag.endswith("}oddFooter")]
    assert len(feet) == len(sheets(content))
    assert all("Kontrolkode" in foot for foot in feet)
    assert all(("Godkendt internt" in foot) is is_approved for foot in feet)


def test_each_sheet_prints_on_wide_a4_with_its_headings_on_each_page() -> None:
    found = parts(workbook(THISTED))
    pages = [part.decode() for name, part in found.items() if SHEET.fullmatch(name)]
    for page in pages:
        assert 'paperSize="9"' in page
        assert 'orientation="landscape"' in page
        assert 'state="frozen"' in page
        assert "mergeCell" not in page
    names = found["xl/workbook.xml"].decode()
    assert names.count("_xlnm.Print_Titles") == len(pages)


def test_the_properties_tell_what_it_is() -> None:
    core = ElementTree.fromstring(parts(workbook(APPROVED))["docProps/core.xml"])
    values = {element.tag.rpartition("}")[2]: element.text for element in core}
    assert values["title"] == "Ansøgning · Aalborg Kommune"
    assert values["created"] == values["modified"] == "2024-05-10T07:12:00Z"


def test_the_internal_notes_comments_and_inserted_sentences_are_left_out() -> None:
    said = texts(workbook(replace(with_all_of_them(COMPLETE), internal_notes="HEMMELIG INTERN NOTE")))
    for left_out in ("HEMMELIG KOMMENTAR", "HEMMELIG SÆTNING", "HEMMELIG INTERN NOTE"):
        assert left_out not in said


def test_what_is_for_colleagues_stands_on_sheets_that_say_whether_it_is_approved() -> None:
    cells = sheets(workbook(with_all_of_them(COMPLETE)))
    inside, outside = cells["Til kolleger"], cells["Uden for godkendelsen"]
    assert any("Godkendelsen omfatter det." in str(row[0]) for row in inside)
    assert any("Godkendelsen omfatter ikke" in str(row[0]) for row in outside)
    assert [row[1:] for row in below(inside, "Del")] == [
        ["Dokumentnummer", "2024-005657-15"],
        ["Formål", "HEMMELIGT FORMÅL"],
        ["Målgruppe", "HEMMELIG MÅLGRUPPE"],
        ["Bemærkning om økonomi", "HEMMELIG BEMÆRKNING"],
        ["Andre kommuner i projektet", "Thisted Kommune"],
    ]
    shown = {row[1]: row[2] for row in below(outside, "Del")}
    assert [shown[label] for label in ("Til", "Kopi til", "Fra")] == ["KKR", "Byrådet", "Job og Velfærd"]
    assert shown["Notatets tekst"] == "HEMMELIGT NOTAT"
    assert shown["Egen vurdering af de krævede oplysninger"].endswith("Dækket")
    assert below(cells["Pladser i dag"], "Projekt")[0][2:] == ["HEMMELIGT OMRÅDE", 11]
    assert below(cells["Milepæle"], "Projekt")[0][1:] == ["HEMMELIG MILEPÆL", "sommeren 2024"]


def test_rows_of_places_and_rates_tell_what_they_are_of() -> None:
    cells = sheets(workbook(with_all_of_them(COMPLETE)))
    places, rates = (below(cells[name], "Projekt") for name in ("Pladser", "Takster"))
    assert places[0][5] == "Aflastning"
    assert {row[5] for row in places[1:]} <= {"Ikke angivet"}
    assert rates[0][1:] == ["Afklaring", 1_644, 7_140, "Nuværende", "Privat"]


def test_what_is_not_filled_in_for_colleagues_adds_no_sheet_and_no_column() -> None:
    cells = sheets(workbook(COMPLETE))
    assert not {"Til kolleger", "Uden for godkendelsen", "Pladser i dag", "Milepæle"} & cells.keys()
    assert len(below(cells["Pladser"], "Projekt")[0]) == 5


def test_what_is_missing_stands_as_missing_and_the_sums_are_zero() -> None:
    cells = sheets(workbook(replace(EMPTY_APPLICATION, projects=(project(loan={}, places=(), name=""),))))
    (row, sums) = below(cells["Projekter"], "A. Projektets navn")
    assert row[:5] == ["Ikke angivet"] * 5
    assert sums[1:5] == [0, 0, 0, 0]
    economy = below(cells["Økonomi"], "Nr.")
    assert economy[0][1:4] == ["Ikke angivet"] * 3
    assert economy[1][1:4] == ["I alt", *["Ikke angivet"] * 2]


def test_a_draft_without_projects_has_no_sums_to_work_out() -> None:
    content = workbook(EMPTY_APPLICATION)
    assert formulas(content) == []
    assert "Der er ingen projekter i ansøgningen." in texts(content)


def test_a_plan_that_cannot_be_allocated_has_its_reason_and_no_formula_for_it() -> None:
    cells = sheets(workbook(replace(EMPTY_APPLICATION, projects=(project(cost_plan=UNUSABLE_PLAN),))))["Fordeling 1"]
    assert ["Udgifterne kan ikke fordeles endnu:"] in [row[:1] for row in cells]
    assert not any("kan ændres" in str(row[0]) for row in cells)


def test_figures_beyond_a_spreadsheets_digits_have_no_formulas() -> None:
    large = replace(EMPTY_APPLICATION, projects=(project(cost_plan=plan(999_999_999_999_999, eligible=49)),))
    cells = sheets(workbook(large))["Fordeling 1"]
    assert any(str(row[0]).startswith("Tallene er for store") for row in cells)
    assert not any("ROUND" in formula for _part, formula in formulas(workbook(large)))
    assert any("ROUND" in formula for _part, formula in formulas(workbook(THISTED)))


def test_sums_beyond_a_spreadsheets_digits_are_texts_with_every_digit() -> None:
    large = project(loan={"2025": 999_999_999_999_998, "2026": 0})
    content = workbook(replace(EMPTY_APPLICATION, projects=(large, large)))
    cells = sheets(content)
    assert below(cells["Projekter"], "A. Projektets navn")[2][1] == "1.999.999.999.999.996"
    assert below(cells["Økonomi"], "Nr.")[2][2] == "1.999.999.999.999.996"
    for name in ("Projekter", "Økonomi"):
        assert any("mere end 15 cifre" in str(row[0]) for row in cells[name])
    assert not any("mere end 15 cifre" in str(row[0]) for row in sheets(workbook(THISTED))["Økonomi"])


def test_early_dates_are_texts_since_spreadsheets_have_a_day_too_many_then() -> None:
    drafts = (replace(AALBORG.projects[0], completion_date=day) for day in (date(1900, 2, 28), date(1900, 3, 1)))
    cells = sheets(workbook(replace(AALBORG, projects=tuple(drafts))))["Projekter"]
    assert [row[6] for row in below(cells, "A. Projektets navn")[:2]] == ["28.02.1900", date(1900, 3, 1)]


def test_a_draft_without_its_round_has_every_value() -> None:
    cells = sheets(workbook_without_round(replace(COMPLETE, round="Ukendt"), ROUND, TODAY, is_there=False))["Kladden"]
    values = {(row[0], row[1]): row[2] for row in below(cells, "Del", "Felt")}
    assert values["Projekt 1", "Lån i 2025 (hele 1.000 kr.)"] == "22.900"
    assert values["Ansøgningen", "Journalnummer"] == COMPLETE.case_number
    assert cells[0][0] == "Kladden · Ansøgningsrunde: Ukendt"
    assert cells[1][0] == "Kladde – ikke godkendt"


def test_an_approved_draft_without_its_round_tells_who_approved_it_and_when() -> None:
    cells = sheets(workbook_without_round(APPROVED, ROUND, TODAY, is_there=True))["Kladden"]
    assert cells[1][0].startswith("Godkendt internt den 10.05.2024 af ")
    assert APPROVED.approvals[-1].approved_by in cells[1][0]


def test_xlsxwriter_is_loaded_by_making_a_workbook_only() -> None:
    code = (
        "import sys, botilbud_desktop.documents.export, botilbud_desktop.cli.export, botilbud_desktop.ui.main_window\n"
        "print('xlsxwriter' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
