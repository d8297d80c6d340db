"""`overview`: the drafts of several municipalities as one collection."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from botilbud_desktop.cli import run as running
from botilbud_desktop.documents.values import round_name
from botilbud_desktop.domain.attachments.attachment import AttachmentKind
from botilbud_desktop.storage.attachments.changing import Wanted, attach
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.excel.workbook import read_workbook
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.storage.paths import forms_folder
from tests.cli.conftest import Run, Values, change
from tests.documents.foreign.written import one_page
from tests.documents.samples import read
from tests.other_rounds import FOLDER as OTHER_FORMS
from tests.other_rounds import SMALLER, draft_of, other_round

DAY = ("--today", "2024-05-03")


@pytest.fixture
def folder(aalborg: Path, thisted: Path) -> Path:
    """A folder with the drafts of two municipalities."""
    assert aalborg.parent == thisted.parent
    return aalborg.parent


def shown(run: Run, *words: str | Path) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(run("overview", *words, "--json", *DAY).out)
    return values


def test_the_sums_regions_and_projects_are_shown(run: Run, folder: Path) -> None:
    ran = run("overview", folder, *DAY)
    assert (ran.code, ran.err) == (0, "")
    for words in (
        "Lånepulje til botilbud 2025-26",
        "2 ansøgninger er talt med.",
        "Lån, der søges om        22.900        20.700",
        "Puljen                  600.000       700.000",
        "ca. 3,8 pct.  ca. 3,0 pct.",
        "1 projekt har intet lånebeløb og tæller 0.",
        "Region Nordjylland  3 projekter  43.600",
        "De kladder, der er talt med, har intet projekt fra Region Hovedstaden, Region Sjælland",
        "Aalborg (aalborg.botilbud)",
        "Andel til andre kommuner  100 pct. (19 af 19 pladser)",
        "Lån (hele 1.000 kr.)      2025: 22.900, 2026: ikke angivet",
        "Lån (hele 1.000 kr.)      2025: ikke angivet, 2026: ikke angivet",
        "Kriterier                 4. Kræver vurdering, 5. Mangler oplysninger",
    ):
        assert words in ran.out
    assert ran.out.index("Thisted (") < ran.out.index("Aalborg (")


def test_what_must_be_mended_is_told_of_each_project_in_the_words_of_the_window(
    run: Run, folder: Path, aalborg: Path
) -> None:
    def with_slips(values: Values) -> None:
        values["projects"][0]["loan"]["2025"] = 22_901
        values["projects"][1]["name"] = ""

    change(aalborg, with_slips)
    told = " ".join(run("overview", folder, *DAY).out.partition("Aalborg (")[2].split())
    common, first, second = told.split(" Projekt ")
    assert "Skal rettes: 4 problemer i det, der er fælles for ansøgningen" in common
    assert "Skal rettes: Lånet på 22,901 mio. kr. er større end bruttoanlægsudgiften på 22,9 mio. kr." in first
    assert "Skal rettes: 2 problemer i projektet, for eksempel noget, der mangler eller er for langt." in second


def test_what_the_ministry_weighs_is_told_with_the_reasons_in_words_that_address_nobody(run: Run, folder: Path) -> None:
    def weak(values: Values) -> None:
        project = values["projects"][0]
        project |= {"share_for_others": "10", "coordination": "kkr", "coordination_note": "KKR den 3. maj, \u202eogså"}
        rates = ((1900, 2300, "present"), (1700, 1700, "expected"))
        project["daily_rates"] = [{"label": "x", "lowest": a, "highest": b, "when": when} for a, b, when in rates]
        del values["lineage"]

    change(folder / "aalborg.botilbud", weak)
    out = run("overview", folder / "aalborg.botilbud", *DAY).out
    for words in (
        "Koordinering              I regi af KKR\n",
        "Bruttoanlægsudgift        22.900 (hele 1.000 kr.)",
        "Bygning                   Eksisterende bygning",
        "Nuværende takst           1.900–2.300 kr. pr. døgn",
        "Forventet takst           1.700 kr. pr. døgn",
        "  Møde eller aftale: KKR den 3. maj, \ufffdogså\n",
        "  5. Mindst 5 af 19 nye pladser skal være til rådighed for andre kommuner. Der er angivet 10 pct.",
    ):
        assert words in out
    assert "du har" not in out.casefold()


def test_the_figures_are_those_of_the_check(run: Run, folder: Path) -> None:
    overview = shown(run, folder)
    files = [folder / name for name in ("thisted.botilbud", "aalborg.botilbud")]
    checked = json.loads(run("check", "--json", *DAY, *files).out)
    for application, check in zip(overview["applications"], checked, strict=True):
        criteria = [result for project in application["projects"] for result in project["criteria"]]
        weighting = [project["weighting"] for project in application["projects"]]
        assert criteria == check["criteria"]
        assert weighting == [weighed["items"] for weighed in check["weighting"]]
        assert {key: application[key] for key in ("status", "control_code", "outcome", "totals")} == {
            key: check[key] for key in ("status", "control_code", "outcome", "totals")
        }
    for part in ("loan", "places"):
        for year in ("2025", "2026"):
            assert overview["totals"][part][year] == sum(check["totals"][part][year] for check in checked)


def test_other_programs_get_all_parts(run: Run, folder: Path) -> None:
    overview = shown(run, folder)
    assert list(overview) == [
        "round",
        "applications",
        "totals",
        "regions_covered",
        "regions",
        "duplicates",
        "left_out",
    ]
    assert [(each["file"], each["municipality"]) for each in overview["applications"]] == [
        ("thisted.botilbud", "787"),
        ("aalborg.botilbud", "851"),
    ]
    assert overview["totals"]["pool_share"] == {"2025": "3.816667", "2026": "2.957143"}
    assert overview["regions_covered"] == ["Region Nordjylland"]
    assert overview["applications"][0]["projects"][0]["loan"] == {"2025": None, "2026": None}
    assert overview["applications"][1]["projects"][0]["shared_places"] == "19"


def test_the_documentation_is_told(run: Run, folder: Path) -> None:
    assert "Dokumentation             Ikke vedlagt: Referat af drøftelse i KKR" in run("overview", folder, *DAY).out
    (checked,) = json.loads(run("check", "--json", *DAY, folder / "aalborg.botilbud").out)
    documentation = shown(run, folder)["applications"][1]["attachments"]
    assert documentation == checked["attachments"]
    assert documentation["asked"][0] == {"project": 0, "kind": "minutes", "state": "missing"}
    (folder / "aalborg bilag").mkdir()
    (folder / "aalborg bilag" / "bilag.json").write_bytes(b"{")
    documentation = shown(run, folder)["applications"][1]["attachments"]
    assert documentation["problem"].startswith("Listen »bilag.json« i mappen »aalborg bilag« kan ikke læses: ")
    assert documentation["asked"][0]["state"] == "unknown"
    assert "Listen »bilag.json« i mappen »aalborg bilag«" in run("overview", folder, *DAY).out


def test_a_broken_draft_is_listed_and_stops_nobody(run: Run, folder: Path) -> None:
    (folder / "defekt.botilbud").write_bytes(b"{")
    ran = run("overview", folder, *DAY)
    assert ran.code == 1
    assert ran.err.startswith("defekt.botilbud er ikke med. Filen »defekt.botilbud« kan ikke åbnes: ")
    assert "Ikke med (1)\n  - defekt.botilbud: Filen »defekt.botilbud«" in ran.out
    assert [each["file"] for each in shown(run, folder)["left_out"]] == ["defekt.botilbud"]


def test_copies_are_told_and_only_equal_ones_left_out(run: Run, folder: Path) -> None:
    def described(values: Values) -> None:
        values["description"] = "En anden beskrivelse."

    (folder / "kopi.botilbud").write_bytes((folder / "aalborg.botilbud").read_bytes())
    ran = run("overview", folder, *DAY)
    assert (ran.code, ran.err.count("er ikke med.")) == (1, 1)
    assert shown(run, folder)["totals"]["loan"] == {"2025": 22_900, "2026": 20_700}
    change(folder / "kopi.botilbud", described)
    ran = run("overview", folder, *DAY)
    assert (ran.code, ran.err.splitlines()) == (
        1,
        [
            (
                "»aalborg.botilbud« og »kopi.botilbud« er kopier af én kladde, men de er forskellige, og programmet "
                "kan ikke se, hvilken der er nyest. Begge er talt med."
            )
        ],
    )
    assert "Summerne kan være for store. Måske er en ansøgning talt med mere end én gang" in ran.out
    (copies,) = shown(run, folder)["duplicates"]
    assert (copies["kind"], copies["counted"]) == ("diverged", ["aalborg.botilbud", "kopi.botilbud"])


def test_chosen_files_are_collected_as_well(run: Run, folder: Path) -> None:
    overview = shown(run, folder / "aalborg.botilbud")
    assert [each["file"] for each in overview["applications"]] == [str(folder / "aalborg.botilbud")]


def test_the_round_is_chosen_and_the_drafts_of_the_others_are_told(
    run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    forms = tmp_path_factory.mktemp("skemaer")
    for source in (*forms_folder().iterdir(), *OTHER_FORMS.iterdir()):
        (forms / source.name).write_bytes(source.read_bytes())
    monkeypatch.setattr(running, "forms_folder", lambda: forms)
    (folder / "anden.botilbud").write_bytes(draft_bytes(draft_of(SMALLER)))
    ran = run("overview", folder, *DAY)
    assert (ran.code, ran.err.splitlines()[0].startswith("anden.botilbud er ikke med. ")) == (1, True)
    assert f"1 kladde hører til {round_name(other_round(SMALLER))}. Med --round {SMALLER}" in ran.out
    other = shown(run, folder, "--round", SMALLER)
    assert (other["round"], [each["file"] for each in other["applications"]]) == (SMALLER, ["anden.botilbud"])
    assert [each["file"] for each in other["left_out"]] == ["aalborg.botilbud", "thisted.botilbud"]
    (folder / "anden.botilbud").unlink()
    ran = run("overview", folder, "--round", SMALLER, *DAY)
    assert ran.code == 2
    assert ran.sentence.startswith("Ingen kladder hører til den ansøgningsrunde. De hører til Lånepulje til botilbud ")


@pytest.mark.parametrize("words", [("--json",), ()])
def test_a_folder_without_drafts_is_told(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = run("overview", tmp_path, *words)
    assert (ran.code, ran.sentence) == (2, "Der er ingen kladder i mappen.")


def test_when_no_draft_can_be_read_that_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.botilbud").write_bytes(b"")
    ran = run("overview", tmp_path)
    assert (ran.code, ran.out) == (1, "Ingen af kladderne kunne læses.\n")
    assert ran.err.startswith("a.botilbud er ikke med. ")
    assert shown(run, tmp_path)["totals"] is None


def test_the_workbook_is_written_and_what_is_doubtful_still_told(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "ud" / "samling.xlsx"
    target.parent.mkdir()
    ran = run("overview", folder, "-o", target, *DAY)
    assert (ran.code, ran.sentence) == (0, "Samlingen er skrevet i »samling.xlsx«.")
    assert [sheet.name for sheet in read_workbook(target)][:2] == ["Projekter", "Summer"]
    (folder / "defekt.botilbud").write_bytes(b"{")
    ran = run("overview", folder, "-o", target, "--json", *DAY)
    assert (ran.code, "defekt.botilbud er ikke med." in ran.err) == (1, True)
    assert json.loads(ran.out)["left_out"][0]["file"] == "defekt.botilbud"


def test_the_papers_of_the_agenda_are_written(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "punkt.DOCX"
    ran = run("overview", folder, "-o", target, "--item", "3.5", "--title", "Lånepulje", *DAY)
    assert (ran.code, ran.sentence) == (0, "Dagsordenens papirer er skrevet i »punkt.DOCX«.")
    document = docx.Document(str(target))
    assert document.core_properties.title == "3.5 Lånepulje"
    headings = [each.text for each in document.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert headings[:2] == ["Indhold", "Bilag 1: Oversigt over ansøgningerne og KKR’s bemærkninger"]
    assert headings[3] == "Bilag 3 · Ansøgning 2: Aalborg Kommune, notat og ansøgning"


def test_the_papers_of_the_agenda_are_bound_as_one_pdf(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "punkt.pdf"
    ran = run("overview", folder, "-o", target, "--item", "3.5", "--title", "Lånepulje", *DAY)
    assert (ran.code, ran.sentence) == (0, "Dagsordenens papirer er skrevet i »punkt.pdf«.")
    document = read(target.read_bytes())
    assert document.metadata.title == "3.5 Lånepulje"
    assert "Bilag 3 · Ansøgning 2: Aalborg Kommune, notat og ansøgning" in [
        each.title for each in document.outline if not isinstance(each, list)
    ]


def test_attached_files_are_bound_with_the_papers(run: Run, folder: Path, aalborg: Path, tmp_path: Path) -> None:
    source, target = tmp_path / "referat.pdf", tmp_path / "punkt.pdf"
    source.write_bytes(one_page())
    draft_id = json.loads(aalborg.read_text(encoding="utf-8"))["id"]
    attach(aalborg, draft_id, Wanted(source, None, AttachmentKind.OTHER), Replacing("x"))
    assert run("overview", folder, "-o", target, *DAY).code == 0
    document = read(target.read_bytes())
    assert any("Referat af drftelse" in page.extract_text() for page in document.pages)
    aalborg.with_name(f"{aalborg.stem} bilag").joinpath("referat.pdf").write_bytes(b"%PDF-1.7 beskadiget")
    run("overview", folder, "-o", target, *DAY)
    assert "(mangler)" in read(target.read_bytes()).pages[0].extract_text()


def test_what_is_left_out_of_the_papers_is_told_in_them(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "defekt.botilbud").write_bytes(b"{")
    target = tmp_path / "punkt.docx"
    assert run("overview", folder, "-o", target, *DAY).code == 1
    cells = [cell.text for table in docx.Document(str(target)).tables for cell in table.columns[0].cells]
    assert "defekt.botilbud" in cells


@pytest.mark.parametrize("name", ["samling.odt", "samling", "kladde.botilbud"])
def test_another_kind_of_output_is_refused(run: Run, folder: Path, tmp_path: Path, name: str) -> None:
    ran = run("overview", folder, "-o", tmp_path / name)
    assert ran.code == 2
    assert ran.sentence == (
        "Samlingen kan gemmes som et regneark, et Word-dokument eller et PDF-dokument: "
        "Vælg et navn, der ender på .xlsx, .docx eller .pdf."
    )
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("words", [("--item", "3.5"), ("--title", "Lånepulje")])
def test_item_and_title_belong_to_the_papers(run: Run, folder: Path, tmp_path: Path, words: tuple[str, str]) -> None:
    target = tmp_path / "samling.xlsx"
    ran = run("overview", folder, "-o", target, *words)
    belongs = "--item og --title hører til dagsordenens papirer"
    assert (ran.code, ran.sentence) == (2, f"{belongs}: Vælg et navn, der ender på .docx eller .pdf.")
    assert not target.exists()
    ran = run("overview", folder, *words)
    assert (ran.code, ran.sentence) == (2, f"{belongs}: Skriv -o og et navn, der ender på .docx eller .pdf.")


def test_a_missing_folder_or_file_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("overview", tmp_path / "væk")
    assert (ran.code, "kan ikke åbnes" in ran.err) == (1, True)


def test_a_folder_that_is_not_read_is_no_file_that_is_left_out(run: Run, folder: Path) -> None:
    (folder / "1/2/3/4/5/6/7").mkdir(parents=True)
    said = run("overview", folder)
    assert said.code == 1
    assert "Mappen »1/2/3/4/5/6/7« er ikke læst" in said.err
    assert "7 er ikke med" not in said.err
    assert "Forbehold" in said.out


@pytest.mark.parametrize(("name", "most"), [("--item", 12), ("--title", 200)])
def test_a_title_that_is_too_long_is_refused_and_one_as_long_as_may_be_is_whole(
    run: Run, folder: Path, tmp_path: Path, name: str, most: int
) -> None:
    target = tmp_path / "punkt.docx"
    ran = run("overview", folder, "-o", target, name, "x" * (most + 1), *DAY)
    assert (ran.code, ran.err) == (2, f"{name} kan højst være {most} tegn.\n")
    assert not target.exists()
    run("overview", folder, "-o", target, name, "x" * most, *DAY)
    assert "x" * most in docx.Document(str(target)).core_properties.title
