"""`print` and `export`: files are written completely, identical each time, and never overwrite a draft."""

import io
import os
from pathlib import Path

import pypdf
import pytest

from botilbud_desktop.storage.excel.workbook import read_workbook
from tests.cli.conftest import Run

DOCUMENTS = ("view", "receipt", "project-sheet", "allocation")


def pages(path: Path) -> list[str]:
    """Returns the text of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages]


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("example", ["aalborg", "thisted"])
def test_each_document_is_the_same_bytes_twice(
    run: Run, aalborg: Path, thisted: Path, tmp_path: Path, document: str, example: str
) -> None:
    source = {"aalborg": aalborg, "thisted": thisted}[example]
    made = []
    for name in ("en.pdf", "to.pdf"):
        ran = run("print", source, "--document", document, "-o", tmp_path / name)
        assert (ran.code, ran.sentence) == (0, f"Dokumentet er skrevet i »{name}«.")
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF-")


def test_the_receipt_of_a_draft_says_on_every_page_that_it_is_not_approved(
    run: Run, aalborg: Path, tmp_path: Path
) -> None:
    run("print", aalborg, "--document", "receipt", "-o", tmp_path / "ud.pdf")
    texts = pages(tmp_path / "ud.pdf")
    assert texts
    assert all("Kladde – ikke godkendt" in text for text in texts)


def test_the_receipt_of_an_approved_draft_does_not(run: Run, approvable: Path, tmp_path: Path) -> None:
    run("approve", approvable, "--by", "Åse Ørsted", "--at", "2024-05-10T09:12:00+02:00")
    run("print", approvable, "--document", "receipt", "-o", tmp_path / "ud.pdf")
    texts = pages(tmp_path / "ud.pdf")
    assert not any("Kladde" in text for text in texts)
    assert all("Kontrolkode" in text for text in texts)


def test_an_earlier_document_is_replaced(run: Run, aalborg: Path, tmp_path: Path) -> None:
    target = tmp_path / "ud.pdf"
    target.write_text("gammel", encoding="utf-8")
    assert run("print", aalborg, "--document=view", "-o", target).code == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aalborg.botilbud", "ud.pdf"]


def test_a_failed_run_leaves_the_earlier_document(run: Run, tmp_path: Path) -> None:
    target, broken = tmp_path / "ud.pdf", tmp_path / "i stykker.botilbud"
    target.write_text("gammel", encoding="utf-8")
    broken.write_text("{", encoding="utf-8")
    assert run("print", broken, "--document", "view", "-o", target).code == 2
    assert target.read_text(encoding="utf-8") == "gammel"


def test_a_relative_output_lies_where_the_command_was_started(
    run: Run, aalborg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "æøå"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert run("print", Path("..") / aalborg.name, "--document", "view", "-o", "ud.pdf").code == 0
    assert (folder / "ud.pdf").exists()


def test_a_missing_folder_is_told_in_one_sentence(run: Run, aalborg: Path, tmp_path: Path) -> None:
    ran = run("print", aalborg, "--document", "view", "-o", tmp_path / "mangler" / "ud.pdf")
    assert ran.code == 2
    assert ran.sentence.startswith("Filen »ud.pdf« blev ikke gemt: ")


def test_a_folder_as_output_is_told_in_one_sentence(run: Run, aalborg: Path, tmp_path: Path) -> None:
    ran = run("print", aalborg, "--document", "view", "-o", tmp_path)
    assert (ran.code, "Der ligger en mappe med det navn" in ran.sentence) == (2, True)


@pytest.mark.parametrize(
    "command", [("print", "--document", "view"), *(("export", "--to", kind) for kind in ("txt", "docx", "xlsx"))]
)
def test_a_draft_is_never_overwritten_by_its_own_output(
    run: Run, aalborg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = aalborg.read_bytes()
    linked = tmp_path / "ogsaa-den.pdf"
    os.link(aalborg, linked)
    for name in ("aalborg.botilbud", "./aalborg.botilbud", str(aalborg), "ogsaa-den.pdf"):
        ran = run(*command, aalborg, "-o", name)
        assert (ran.code, "kan ikke være sin egen udskrift" in ran.sentence) == (2, True)
    assert aalborg.read_bytes() == linked.read_bytes() == before


def test_no_other_draft_is_overwritten_either(run: Run, aalborg: Path, thisted: Path) -> None:
    before = thisted.read_bytes()
    ran = run("print", aalborg, "--document", "view", "-o", thisted)
    assert (ran.code, ran.sentence) == (
        2,
        "»thisted.botilbud« er navnet på en kladde: Vælg et navn uden .botilbud.",
    )
    assert thisted.read_bytes() == before


def test_a_name_that_windows_keeps_for_a_device_is_refused(run: Run, aalborg: Path, tmp_path: Path) -> None:
    ran = run("print", aalborg, "--document", "view", "-o", tmp_path / "NUL.pdf")
    assert (ran.code, "Windows" in ran.sentence) == (2, True)


def test_an_unknown_document_is_refused_with_those_there_are(run: Run, aalborg: Path, tmp_path: Path) -> None:
    ran = run("print", aalborg, "--document", "kvittering", "-o", tmp_path / "ud.pdf")
    assert (ran.code, ran.sentence) == (
        2,
        "Der er intet dokument, der hedder »kvittering«: Vælg view, receipt, project-sheet eller allocation.",
    )


def test_the_text_holds_the_forms_values_ready_to_type(run: Run, aalborg: Path, tmp_path: Path) -> None:
    assert run("export", aalborg, "--to", "txt", "-o", tmp_path / "ud.txt").code == 0
    content = (tmp_path / "ud.txt").read_bytes()
    lines = content.decode("utf-8").splitlines()
    assert b"\r" not in content
    assert "Aalborg Kommune" in lines
    assert "22900" in lines
    assert "30/11/2025" in lines


@pytest.mark.parametrize("example", ["aalborg", "thisted"])
def test_the_workbook_is_the_same_bytes_twice(
    run: Run, aalborg: Path, thisted: Path, tmp_path: Path, example: str
) -> None:
    source = {"aalborg": aalborg, "thisted": thisted}[example]
    made = []
    for name in ("en.xlsx", "to.xlsx"):
        ran = run("export", source, "--to", "xlsx", "-o", tmp_path / name)
        assert (ran.code, ran.sentence) == (0, f"Ansøgningen er skrevet som regneark i »{name}«.")
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert [sheet.name for sheet in read_workbook(tmp_path / "en.xlsx")][:2] == ["Projekter", "Økonomi"]


def test_a_failed_workbook_leaves_the_earlier_one(run: Run, tmp_path: Path) -> None:
    target, broken = tmp_path / "ud.xlsx", tmp_path / "broken.botilbud"
    target.write_text("gammel", encoding="utf-8")
    broken.write_text("{", encoding="utf-8")
    assert run("export", broken, "--to", "xlsx", "-o", target).code == 2
    assert target.read_text(encoding="utf-8") == "gammel"


def test_another_format_is_refused(run: Run, aalborg: Path, tmp_path: Path) -> None:
    ran = run("export", aalborg, "--to", "odt", "-o", tmp_path / "ud.odt")
    assert (ran.code, ran.sentence) == (2, "Programmet kan ikke eksportere til »odt«: Vælg txt, docx eller xlsx.")
