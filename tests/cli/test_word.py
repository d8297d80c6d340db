"""`export --to docx`: the Word document, also of a draft whose round is not there."""

from pathlib import Path

from tests.cli.conftest import Run, Values, change
from tests.documents.word.reading import all_text


def test_the_document_is_the_same_each_time(run: Run, aalborg: Path, tmp_path: Path) -> None:
    target = tmp_path / "ud.docx"
    ran = run("export", aalborg, "--to", "docx", "-o", target)
    assert (ran.code, ran.sentence) == (0, "Notatet og ansøgningen er skrevet i »ud.docx«.")
    assert "19 botilbudspladser til borgere" in all_text(target.read_bytes())
    before = target.read_bytes()
    assert run("export", aalborg, "--to", "docx", "-o", target).code == 0
    assert target.read_bytes() == before


def test_a_draft_without_its_round_becomes_a_document_of_all_it_holds(run: Run, aalborg: Path, tmp_path: Path) -> None:
    def of_another_round(values: Values) -> None:
        values["round"] = "LanBotilbud_2099"

    change(aalborg, of_another_round)
    target = tmp_path / "kladde.docx"
    ran = run("export", aalborg, "--to", "docx", "-o", target)
    assert (ran.code, "alt i kladden er skrevet i »kladde.docx« uden skemaet" in ran.sentence) == (0, True)
    text = all_text(target.read_bytes())
    assert "Kladde uden skema" in text
    assert "19 botilbudspladser til borgere" in text
