"""`import`: what was found with its place and how sure it is; a draft is written only with `-o`, over nothing."""

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from botilbud_desktop.cli.importing.import_json import draft_keys
from botilbud_desktop.domain.application import Application, LegalBasis
from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.storage.draft.draft_file import OpenedDraft, read_draft
from botilbud_desktop.storage.paths import forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from tests.cli.conftest import Run, Values, change

TSV = "Projekt\tLån 2025 (1.000 kr.)\tPladser 2025\tAfsluttes\r\n"
SURE = TSV + "Solgården\t22.900\t15\t30-11-2025\r\n"
NOT_WRITTEN = "Der er ikke skrevet noget, for -o mangler.\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table as it is pasted, of which all is understood."""
    return written(tmp_path / "budget.tsv", SURE)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


def workbook(path: Path, *rows: list[Any], sheet: str = "Ark1", row: int = 0, column: int = 0) -> Path:
    book = xlsxwriter.Workbook(path)
    made = book.add_worksheet(sheet)
    for number, cells in enumerate(rows):
        made.write_row(row + number, column, cells)
    book.close()
    return path


def opened(path: Path) -> OpenedDraft:
    return read_draft(path, FormLibrary(forms_folder()))


def test_a_table_of_which_all_is_understood_is_told_and_nothing_is_written(run: Run, table: Path) -> None:
    ran = run("import", table, "--json")
    assert (ran.code, ran.err) == (0, NOT_WRITTEN)
    places = {"year": 2025, "legal_basis": "SEL_107_108", "origin": "new", "count": 15}
    project = {
        "name": "Solgården",
        "loan": {"2025": 22_900},
        "places": [places],
        "completion_date": "2025-11-30",
    }
    answer = json.loads(ran.out)
    assert [*answer] == ["file", "kind", "draft", "values", "left_out"]
    assert (answer["file"], answer["kind"], answer["draft"]) == (str(table), "table", {"projects": [project]})
    assert answer["values"][1] == {
        "field": "projects[0].loan.2025",
        "value": 22_900,
        "source": "række 2, kolonne 2",
        "sure": True,
        "remark": "",
    }
    assert [one["value"] for one in answer["values"]] == ["Solgården", 22_900, places, "2025-11-30"]
    assert answer["left_out"] == []
    assert [path.name for path in table.parent.iterdir()] == ["budget.tsv"]


def test_a_workbook_names_its_cells_also_beyond_an_empty_edge(run: Run, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Projekt", "Lån 2025 (kr.)"], ["Solgården", 500_000], ["Hovedtotal", 500_000]]
    ran = run("import", workbook(tmp_path / "budget.xlsx", *rows, row=6, column=2), "--json")
    answer = json.loads(ran.out)
    assert (ran.code, answer["kind"]) == (1, "workbook")
    assert [(one["value"], one["source"]) for one in answer["values"]] == [("Solgården", "Ark1!C8"), (500, "Ark1!D8")]
    assert answer["left_out"] == [
        {"source": "Ark1!C9:D9", "text": "Hovedtotal · 500000", "why": "Rækken er en sum."},
    ]


def test_the_report_tells_values_doubts_what_is_left_out_and_what_is_missing(run: Run, tmp_path: Path) -> None:
    text = "Projekt\tLån 2025\tLeder\r\nSolgården\t15\tPer\r\nMånehuset\tafventer\tIda\r\n"
    ran = run("import", written(tmp_path / "budget.tsv", text))
    assert (ran.code, ran.err) == (1, NOT_WRITTEN)
    for said in (
        "Læst som tabel til »Lånepulje til botilbud 2025-26«",
        "Projekt 1 »Solgården«",
        "  B. Lån i 2025: 15 [række 2, kolonne 2]",
        "Ikke sikkert: Der står ingen enhed. Beløbene er læst i hele 1.000 kr. Er de i mio. kr.?",
        "  række 3, kolonne 2: »afventer«. Cellen er ikke forstået.",
        "  kolonne 3: »Leder · Per · Ida«. Kolonnen er ikke en af skemaets.",
        "Ikke fundet",
        "  Ansøgningen: Kommune, Samlet beskrivelse, ",
        "  Projekt 2 »Månehuset«: B. Lån i 2025, ",
    ):
        assert said in ran.out
    assert "hakket" not in ran.out
    assert "over kolonnen" not in ran.out


def test_a_draft_that_is_written_opens_and_passes_check(run: Run, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud.botilbud"
    ran = run("import", table, "-o", out)
    assert (ran.code, ran.err) == (0, "Kladden »ud.botilbud« er oprettet.\n")
    (project,) = opened(out).application.projects
    assert (project.name, project.loan, project.places[0].count) == ("Solgården", {"2025": 22_900, "2026": None}, 15)
    assert opened(out).lineage is not None
    assert run("check", out).code in (0, 1)


def test_what_is_not_sure_has_a_comment_in_the_draft(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "ud.botilbud"
    ran = run("import", written(tmp_path / "b.tsv", "Projekt\tLån 2025\r\nSolgården\t15\r\n"), "-o", out)
    assert ran.code == 1
    assert ran.err.endswith("Det, der ikke er sikkert, har en kommentar i kladden.\n")
    application = opened(out).application
    (comment,) = application.comments
    assert comment.field == f"projects[{application.projects[0].id}].loan.2025"
    assert comment.text.startswith("Hentet fra »b.tsv«, række 2, kolonne 2. Der står ingen enhed.")


def test_contradicting_values_are_told_in_the_comment(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    book = xlsxwriter.Workbook(path)
    for name, loan in (("Ark1", 500), ("Ark2", 550)):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, ["Projekt", "Lån 2025 (1.000 kr.)"])
        sheet.write_row(1, 0, ["Solgården", loan])
    book.close()
    assert run("import", path, "-o", tmp_path / "ud.botilbud").code == 1
    application = opened(tmp_path / "ud.botilbud").application
    assert application.projects[0].loan["2025"] == 500
    assert any("Ark2!B2: 550." in comment.text for comment in application.comments)


def test_nothing_is_written_over_a_file_that_is_there_nor_over_what_is_read(
    run: Run, table: Path, aalborg: Path, tmp_path: Path
) -> None:
    before = aalborg.read_bytes()
    assert run("import", table, "-o", aalborg).code == 2
    other = written(tmp_path / "anden.botilbud", "gammel")
    assert run("import", table, "--into", aalborg, "-o", other).code == 2
    for inputs in ((table, "--into", aalborg), (aalborg,)):
        ran = run("import", *inputs, "-o", aalborg)
        assert ran.code == 2
        assert ran.sentence == "»aalborg.botilbud« er en af de filer, der læses: Vælg et andet navn efter -o."
    assert run("import", table, "-o", table).code == 2
    assert (aalborg.read_bytes(), other.read_text(), table.read_text()) == (before, "gammel", SURE.replace("\r", ""))


def test_a_new_project_is_added_to_a_draft_that_stays_as_it_is(
    run: Run, table: Path, aalborg: Path, tmp_path: Path
) -> None:
    before, out = aalborg.read_bytes(), tmp_path / "ud.botilbud"
    ran = run("import", table, "--into", aalborg, "-o", out)
    assert ran.code == 0
    assert aalborg.read_bytes() == before
    added = opened(out).application
    assert [project.name for project in added.projects][2:] == ["Solgården"]
    assert added.projects[:2] == opened(aalborg).application.projects
    assert added.id == opened(aalborg).application.id


def test_what_would_be_replaced_is_told_and_nothing_is_written(run: Run, aalborg: Path, tmp_path: Path) -> None:
    name = opened(aalborg).application.projects[0].name
    out = tmp_path / "ud.botilbud"
    path = written(
        tmp_path / "b.tsv", f"Projekt\tLån 2025 (1.000 kr.)\tLån 2026 (1.000 kr.)\r\n{name}\t23.000\t100\r\n"
    )
    ran = run("import", path, "--into", aalborg, "-o", out)
    assert ran.code == 1
    assert ran.err == (
        "Projekt 1 · B. Lån i 2025: Kladden har »22.900«, og filen har »23.000«.\n»ud.botilbud« er ikke skrevet.\n"
    )
    assert not out.exists()
    same = written(tmp_path / "b.tsv", f"Projekt\tLån 2025 (1.000 kr.)\tPladser 2025\r\n{name}\t22.900\t19\r\n")
    assert run("import", same, "--into", aalborg, "-o", out).code == 0
    places = opened(out).application.projects[0].places
    assert [group.legal_basis for group in places] == [LegalBasis.SEL_107, LegalBasis.SEL_108]


def test_a_project_that_may_be_one_of_the_drafts_is_asked_about(run: Run, aalborg: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "b.tsv", "Projekt\tLån 2026 (1.000 kr.)\r\n9 fritliggende boliger i Hammer\t100\r\n")
    ran = run("import", path, "--into", aalborg)
    assert ran.code == 1
    assert ran.err.startswith(
        "Det er ikke sikkert, om Projekt 1 »9 fritliggende boliger i Hammer« er kladdens Projekt 2 »"
    )


def test_more_projects_than_there_is_room_for_are_told(run: Run, tmp_path: Path) -> None:
    rows = "".join(f"Hus {letter}\t500\t15\t30-11-2025\r\n" for letter in "ABCDEF")
    ran = run("import", written(tmp_path / "b.tsv", TSV + rows), "-o", tmp_path / "ud.botilbud")
    assert ran.code == 1
    assert ran.err == (
        "Der er kun plads til 5 projekter. Kladden har 0 projekter, og her er 6 projekter.\n"
        "»ud.botilbud« er ikke skrevet.\n"
    )


def test_nothing_found_is_no_draft(run: Run, tmp_path: Path) -> None:
    ran = run("import", written(tmp_path / "b.tsv", "æble\tpære\r\nhus\thave\r\n"), "-o", tmp_path / "ud.botilbud")
    assert ran.code == 1
    assert "Der er ikke fundet noget til kladden." in ran.out
    assert ran.err == "»ud.botilbud« er ikke skrevet, for der er ikke fundet noget til kladden.\n"


def test_the_round_is_that_of_the_draft_or_the_one_that_is_named(run: Run, table: Path, aalborg: Path) -> None:
    assert run("import", table, "--round", "LanBotilbud_2025-26").code == 0
    assert run("import", table, "--round", "LanBotilbud_1999").code == 2
    assert run("import", table, "--into", aalborg, "--round", "LanBotilbud_2025-26").code == 0
    assert run("import", table, "--into", aalborg, "--round", "LanBotilbud_1999").sentence == (
        "Kladden efter --into har sin egen ansøgningsrunde: Skriv --round uden den."
    )


def test_an_unreadable_file_is_one_sentence(run: Run, table: Path, tmp_path: Path) -> None:
    assert run("import", tmp_path / "mangler.xlsx").code == 2
    assert run("import", tmp_path / "mangler.xlsx").sentence.startswith("Filen »mangler.xlsx« kan ikke åbnes: ")
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 nej")
    assert run("import", bad, "--json").code == 2
    assert run("import", table, "--into", table).code == 2
    assert run("import").code == 2
    assert run("import", tmp_path).code == 2


@pytest.mark.parametrize("name", ["aalborg", "thisted"])
def test_the_programs_own_workbook_comes_back_sure(run: Run, request: pytest.FixtureRequest, name: str) -> None:
    draft: Path = request.getfixturevalue(name)
    book = draft.with_suffix(".xlsx")
    assert run("export", draft, "--to", "xlsx", "-o", book).code == 0
    answer = json.loads(run("import", book, "--json").out)
    assert all(one["sure"] for one in answer["values"])
    found = answer["draft"]["projects"]
    application = opened(draft).application
    assert [one["name"] for one in found] == [project.name for project in application.projects]
    for one, project in zip(found, application.projects, strict=True):
        assert one.get("loan", {}) == {year: loan for year, loan in project.loan.items() if loan is not None}
        assert one.get("share_for_others") == project.share_for_others


def test_the_keys_of_a_draft_are_in_its_order_with_lists_where_they_are_numbered() -> None:
    values = [
        Proposed(field_path(path), value, "A1", is_sure=True)
        for path, value in {
            "projects[1].name": "B",
            "projects[0].cost_plan.round_to": 100,
            "projects[0].name": "A",
            "projects[0].loan.2026": 2,
            "projects[0].loan.2025": 1,
            "contacts.emails[0]": "a@b.dk",
            "case_number": "7",
        }.items()
    ]
    assert json.dumps(draft_keys(values)) == json.dumps(
        {
            "case_number": "7",
            "projects": [{"name": "A", "loan": {"2025": 1, "2026": 2}, "cost_plan": {"round_to": 100}}, {"name": "B"}],
            "contacts": {"emails": ["a@b.dk"]},
        }
    )


def test_the_draft_keys_are_those_of_a_draft(run: Run, table: Path, aalborg: Path) -> None:
    found = json.loads(run("import", table, "--json").out)["draft"]

    def by(values: Values) -> None:
        values["projects"] = [{"id": values["projects"][0]["id"], **one} for one in found["projects"]]

    change(aalborg, by)
    read: Application = opened(aalborg).application
    assert read.projects[0].loan["2025"] == 22_900
