"""`overview --agenda`: what the window keeps of the agenda, which is only read."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from botilbud_desktop.domain.collection.agenda import Agenda, AgendaEntry, ProjectRemark
from botilbud_desktop.storage.collection.agenda_store import AgendaStore
from botilbud_desktop.storage.excel.workbook import read_workbook
from tests.cli.conftest import Run, Values, change

ROUND = "LanBotilbud_2025-26"
DAY = ("--today", "2024-05-03")


@pytest.fixture
def kept(aalborg: Path, agendas: Path) -> Path:
    """The file of an agenda that has Aalborg first, which the usual order has last."""
    draft = json.loads(aalborg.read_bytes())
    own = {"application": draft["id"], "file": "aalborg.botilbud", "municipality": "851"}
    remark = ProjectRemark(**own, project=draft["projects"][1]["id"], text="KKR anbefaler projektet.")
    agenda = Agenda(item="3.5", title="Lånepulje", entries=(AgendaEntry(**own, number="7"),), remarks=(remark,))
    AgendaStore(agendas).write(ROUND, agenda, "")
    (path,) = agendas.iterdir()
    return path


def rows(path: Path, name: str) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    return [list(row) for row in book.get_sheet_by_name(name).to_python()]


@pytest.mark.usefixtures("thisted")
def test_the_workbook_has_the_kept_order_numbers_and_remarks(
    run: Run, kept: Path, aalborg: Path, tmp_path: Path
) -> None:
    target, before = tmp_path / "punkt.xlsx", kept.read_bytes()
    assert run("overview", aalborg.parent, "-o", target, "--agenda", *DAY).code == 0
    told = [row[:5] for row in rows(target, "Dagsorden")]
    assert ["Punkt", "3.5"] in [row[:2] for row in told]
    assert [row[0] for row in told[5:]] == ["", "7", "7a", "7b", "2"]
    assert [row[4] for row in told[5:]] == ["", "", "", "KKR anbefaler projektet.", ""]
    assert (kept.read_bytes(), list(kept.parent.iterdir())) == (before, [kept])


def test_the_papers_have_it_too_also_of_a_file_with_another_name_and_what_is_typed_comes_first(
    run: Run, kept: Path, aalborg: Path, tmp_path: Path
) -> None:
    draft, target = aalborg.rename(tmp_path / "modtaget.botilbud"), tmp_path / "punkt.pdf"
    assert run("overview", draft, "-o", target, "--agenda", "--item", "4", *DAY).code == 0
    text = "\n".join(page.extract_text() for page in PdfReader(target).pages)
    assert kept.exists()
    assert "KKR anbefaler projektet." in text
    assert "Ansøgning 7b" in text
    assert "4 Lånepulje" in text


@pytest.mark.usefixtures("kept")
def test_remarks_on_files_that_are_not_here_are_told(run: Run, thisted: Path, tmp_path: Path) -> None:
    ran = run("overview", thisted, "-o", tmp_path / "punkt.xlsx", "--agenda", *DAY)
    assert ran.code == 0
    assert "I den gemte dagsorden er der bemærkninger til filer, der ikke er her: 1." in ran.err


@pytest.mark.usefixtures("kept")
def test_remarks_on_projects_that_the_draft_lacks_are_told(run: Run, aalborg: Path, tmp_path: Path) -> None:
    def without_the_second(values: Values) -> None:
        values["projects"] = values["projects"][:1]

    change(aalborg, without_the_second)
    ran = run("overview", aalborg, "-o", tmp_path / "punkt.xlsx", "--agenda", *DAY)
    assert ran.code == 0
    assert "I den gemte dagsorden er der bemærkninger til projekter, som ansøgningen ikke har: 1." in ran.err


@pytest.mark.usefixtures("kept")
def test_without_it_the_order_is_the_usual_one(run: Run, aalborg: Path, thisted: Path, tmp_path: Path) -> None:
    target = tmp_path / "punkt.xlsx"
    assert run("overview", aalborg, thisted, "-o", target, *DAY).code == 0
    assert "Dagsorden" not in [each.name for each in read_workbook(target)]
    names = [row[0] for row in rows(target, "Projekter")]
    assert names.index("Thisted") < names.index("Aalborg")


def test_that_no_agenda_is_kept_is_told_and_nothing_is_written(
    run: Run, aalborg: Path, agendas: Path, tmp_path: Path
) -> None:
    ran = run("overview", aalborg, "-o", tmp_path / "ud.xlsx", "--agenda", *DAY)
    assert (ran.code, ran.sentence.split(".")[0]) == (
        2,
        "Der er ikke gemt en dagsorden for ansøgningsrunden på denne computer",
    )
    assert not (tmp_path / "ud.xlsx").exists()
    assert not agendas.exists()


@pytest.mark.parametrize("content", [b"{", b"", b'{"round": "LanBotilbud_1999"}', b"\xff" * 9])
def test_a_broken_one_is_told_and_stays_as_it_is(
    run: Run, kept: Path, aalborg: Path, tmp_path: Path, content: bytes
) -> None:
    kept.write_bytes(content)
    ran = run("overview", aalborg, "-o", tmp_path / "ud.docx", "--agenda", *DAY)
    assert (ran.code, ran.sentence) == (2, "Den gemte dagsorden kan ikke læses: Den er beskadiget.")
    assert (kept.read_bytes(), list(kept.parent.iterdir())) == (content, [kept])


def test_one_that_cannot_be_read_is_told(run: Run, kept: Path, aalborg: Path, tmp_path: Path) -> None:
    kept.unlink()
    kept.mkdir()
    ran = run("overview", aalborg, "-o", tmp_path / "ud.docx", "--agenda", *DAY)
    assert (ran.code, ran.sentence.startswith("Den gemte dagsorden kan ikke læses: ")) == (2, True)


def test_it_belongs_to_what_is_saved(run: Run, aalborg: Path) -> None:
    ran = run("overview", aalborg, "--agenda")
    words = "--agenda hører til det, der gemmes: Skriv -o og et navn, der ender på .xlsx, .docx eller .pdf."
    assert (ran.code, ran.sentence) == (2, words)
