"""The workbook of a collection: the same figures as the collection, sums that follow the filter, texts as texts."""

import re
from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from botilbud_desktop.documents.collection.neutral import neutral
from botilbud_desktop.documents.excel.collection import make_collection_workbook
from botilbud_desktop.documents.excel.sheet import exact_or_text
from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.attachments.attachment import AttachmentKind
from botilbud_desktop.domain.collection.source import LeftOut, Source
from botilbud_desktop.domain.model import replace
from botilbud_desktop.rules.collection.collecting import collect
from botilbud_desktop.rules.collection.records import Collection
from tests import strategies
from tests.documents.agenda.samples import attached, with_attachments
from tests.faults.hostile_texts import TEXTS
from tests.other_rounds import draft_of, other_round
from tests.rules.samples import EMPTY_APPLICATION, ROUND, TODAY, example

AALBORG, THISTED = example("aalborg"), example("thisted")
type Cells = Sequence[Sequence[object]]


def collection(*applications: Application, left_out: tuple[LeftOut, ...] = ()) -> Collection:
    sources = [Source(f"{number}.botilbud", each, ROUND) for number, each in enumerate(applications)]
    return collect(sources, left_out, TODAY)


def sheets(made: bytes) -> dict[str, Cells]:
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def below(cells: Cells, first: str) -> Cells:
    """Returns the rows below the headings that begin with `first`."""
    (heading,) = [number for number, row in enumerate(cells) if row[0] == first]
    return cells[heading + 1 :]


def test_the_projects_stand_in_the_order_of_the_collection_with_numbers_as_numbers() -> None:
    cells = sheets(make_collection_workbook(collection(AALBORG, THISTED), TODAY))["Projekter"]
    rows = below(cells, "Kommune")
    assert [row[:4] for row in rows[:3]] == [
        ["Thisted", "Nyt handicaptilbud i Thisted Kommune", "Ikke angivet", "Ikke angivet"],
        ["Aalborg", AALBORG.projects[0].name, 22_900, "Ikke angivet"],
        ["Aalborg", AALBORG.projects[1].name, "Ikke angivet", 20_700],
    ]
    assert rows[3][:6] == ["I alt", "", 22_900, 20_700, 19, 17]


def test_the_sums_follow_the_rows_that_are_shown() -> None:
    made = make_collection_workbook(collection(AALBORG, THISTED), TODAY)
    with ZipFile(BytesIO(made)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>SUBTOTAL(109,C5:C7)</f><v>22900</v>" in sheet
    assert "<autoFilter " in sheet


def test_the_loans_stand_against_the_pool_and_the_regions_tell_what_is_missing() -> None:
    made = sheets(make_collection_workbook(collection(AALBORG, THISTED), TODAY))
    assert below(made["Summer"], "År")[:2] == [
        [2025, 22_900, 600_000, pytest.approx(22_900 / 600_000), 19],
        [2026, 20_700, 700_000, pytest.approx(20_700 / 700_000), 17],
    ]
    assert made["Summer"][2][0] == "1 projekt har intet lånebeløb og tæller 0."
    assert below(made["Regioner"], "Region")[-1] == ["Region Nordjylland", 2, 3, 43_600, 36]
    assert "har intet projekt fra Region Hovedstaden" in str(made["Regioner"][2][0])


def test_criteria_and_weighting_are_those_of_the_collection() -> None:
    found = collection(AALBORG, THISTED)
    made = sheets(make_collection_workbook(found, TODAY))
    projects = [project for application in found.applications for project in application.projects]
    results = [result for project in projects for result in project.criteria]
    rows = [row for row in below(made["Kriterier"], "Ansøgning") if "(fortsat)" not in str(row[0])]
    assert [row[2] for row in rows] == [result.criterion for result in results]
    assert [str(row[5])[:30] for row in rows] == [neutral(result.message)[:30] for result in results]
    titles = [row[1] for row in below(made["Vægtning"], "Nr.") if "(fortsat)" not in str(row[1])]
    items = [project.weighting.items for project in projects]
    assert titles == [item.title for topic in zip(*items, strict=True) for item in topic]


def test_the_documentation_of_each_project_is_on_a_sheet() -> None:
    common = attached("aftale.pdf", None, kind=AttachmentKind.AGREEMENT)
    found = with_attachments(
        attached(), common, problem="Mappen »a bilag« kan ikke læses: Du har ikke adgang til at læse den."
    )
    rows = below(sheets(make_collection_workbook(found, TODAY))["Dokumentation"], "Ansøgning")
    assert [row[2:] for row in rows] == [
        ["Det vides ikke, om det er vedlagt: Referat af drøftelse i KKR", "Det vides ikke."],
        ["Vedlagt: Referat af drøftelse i KKR", "referat.pdf (Referat af drøftelse i KKR)"],
        ["", "aftale.pdf (Aftale mellem kommuner)"],
        ["Mappen »a bilag« kan ikke læses: Der er ikke adgang til at læse den.", ""],
    ]


def test_what_is_told_in_the_workbook_addresses_nobody() -> None:
    unread = LeftOut("x", "Filen »x« kan ikke åbnes: Du har ikke adgang til at læse den.")
    found = collection(AALBORG, THISTED, EMPTY_APPLICATION, left_out=(unread,))
    made = sheets(make_collection_workbook(found, TODAY))
    texts = [str(cell) for rows in made.values() for row in rows for cell in row]
    assert not [text for text in texts if re.search(r"\b(du|dig|din|dit)\b", text)]


def test_what_may_be_counted_twice_is_told_on_every_sheet_and_what_is_left_out_is_listed() -> None:
    other = replace(AALBORG, description="En anden beskrivelse.")
    made = sheets(make_collection_workbook(collection(AALBORG, other, left_out=(LeftOut("x", "Defekt."),)), TODAY))
    assert all(str(cells[1][0]).startswith("Summerne kan være for store") for cells in made.values())
    rows = below(made["Kopier og udeladt"], "Slags")
    assert [row[:2] for row in rows] == [["Måske talt med to gange", "0.botilbud\n1.botilbud"], ["Ikke med", "x"]]
    certain = sheets(make_collection_workbook(collection(AALBORG), TODAY))
    assert not any("for store" in str(row[0]) for cells in certain.values() for row in cells)
    assert "Alle kladder er med" in str(certain["Kopier og udeladt"][2][0])


def test_sums_that_a_spreadsheet_cannot_keep_stand_as_text_and_no_formula_works_them_out() -> None:
    most = {"2025": 10**15 - 1, "2026": 7}
    drafts = [replace(AALBORG, projects=(replace(AALBORG.projects[0], loan=most),)) for _ in range(2)]
    drafts[1] = replace(drafts[1], description="En anden.")
    made = make_collection_workbook(collection(*drafts), TODAY)
    rows = below(sheets(made)["Projekter"], "Kommune")
    assert [row[2] for row in rows[:3]] == [10**15 - 1, 10**15 - 1, "1.999.999.999.999.998"]
    assert below(sheets(made)["Summer"], "År")[0][1] == "1.999.999.999.999.998"
    with ZipFile(BytesIO(made)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        sums = archive.read("xl/worksheets/sheet2.xml").decode()
    assert "SUBTOTAL(109,C" not in sheet
    assert "SUBTOTAL(109,D" in sheet
    assert sums.count("<f>") == 1


def test_the_table_is_printed_wide_with_low_headings_and_its_first_columns_on_every_page() -> None:
    made = make_collection_workbook(collection(AALBORG, THISTED), TODAY)
    with ZipFile(BytesIO(made)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        book = archive.read("xl/workbook.xml").decode()
    assert 'paperSize="8" fitToHeight="0" orientation="landscape"' in sheet
    assert '<row r="4" spans="1:21" ht="30"' in sheet
    assert "Projekter!$A:$B,Projekter!$4:$4</definedName>" in book


def test_the_charts_are_drawn_from_cells_and_have_their_figures_as_text() -> None:
    made = make_collection_workbook(collection(AALBORG, THISTED), TODAY)
    cells = sheets(made)["Diagrammer"]
    assert [row[:3] for row in cells if row[0] == "2025"] == [["2025", 22_900, 600_000]]
    assert [row[1] for row in cells if row[0] in ("Region Nordjylland", "ABL § 105", "Andre kommuner")] == [36, 42, 28]
    with ZipFile(BytesIO(made)) as archive:
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        drawn = " ".join(archive.read(name).decode() for name in charts)
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert len(charts) == 4
    values = re.findall("<c:val><c:numRef><c:f>(.*?)</c:f>", drawn)
    assert values[:2] == ["Diagrammer!$B$7:$B$8", "Diagrammer!$C$7:$C$8"]
    assert '<c:pt idx="0"><c:v>22900</c:v>' in drawn
    assert 'descr="Nye pladser efter region (i alt 36): Region Hovedstaden 0 (0,0 pct.)' in drawing
    assert 'descr="Lån og pulje (hele 1.000 kr.): 2025 22.900 af 600.000, 2026 20.700 af 700.000."' in drawing


def test_a_draft_of_another_rounds_form_has_its_years() -> None:
    source = Source("a", draft_of("Aeldreboliger_2031-33"), other_round("Aeldreboliger_2031-33"))
    made = sheets(make_collection_workbook(collect([source], (), TODAY), TODAY))
    assert [row[0] for row in below(made["Summer"], "År")] == [2031, 2032, 2033]


def test_the_same_collection_gives_the_same_bytes_on_the_same_day() -> None:
    found = collection(AALBORG, THISTED)
    assert make_collection_workbook(found, TODAY) == make_collection_workbook(found, TODAY)
    assert make_collection_workbook(found, TODAY) != make_collection_workbook(found, TODAY + timedelta(days=1))


def test_a_collection_without_drafts_has_no_workbook() -> None:
    with pytest.raises(ValueError, match="without drafts"):
        make_collection_workbook(collect([], (), TODAY), TODAY)


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_are_texts(text: str) -> None:
    project = replace(AALBORG.projects[0], name=text, coordination_note=text)
    draft = replace(AALBORG, projects=(project,), description=text)
    made = make_collection_workbook(
        collect([Source(text[:300], draft, ROUND)], (LeftOut(text[:300], text[:300]),), TODAY), TODAY
    )
    plain = make_collection_workbook(collection(replace(draft, projects=(replace(project, name="x"),))), TODAY)
    with ZipFile(BytesIO(made)) as archive, ZipFile(BytesIO(plain)) as harmless:
        assert archive.namelist() == harmless.namelist()
        for name in archive.namelist():
            parts = archive.read(name), harmless.read(name)
            assert parts[0].count(b"<f>") == parts[1].count(b"<f>"), name
            assert b"<hyperlink" not in parts[0]


@settings(max_examples=20)
@given(st.lists(strategies.applications(), min_size=1, max_size=4))
def test_the_sums_of_any_drafts_are_those_of_the_collection(applications: list[Application]) -> None:
    found = collection(*applications)
    assert found.totals is not None
    rows = below(sheets(make_collection_workbook(found, TODAY))["Summer"], "År")
    assert [(row[1], row[4]) for row in rows] == [
        (exact_or_text(found.totals.loan[year]), exact_or_text(found.totals.places[year])) for year in ROUND.year_keys
    ]


def test_the_folder_of_the_example_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "samling.xlsx"
    target.write_bytes(make_collection_workbook(collection(AALBORG, THISTED), TODAY))
    assert list(sheets(target.read_bytes())) == [
        "Projekter",
        "Summer",
        "Regioner",
        "Diagrammer",
        "Kriterier",
        "Vægtning",
        "Dokumentation",
        "Kopier og udeladt",
    ]
