"""»Gem som« of the agenda: the paper has what is counted, in the agenda's order, and the doubts."""

import re
from io import BytesIO
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from python_calamine import CalamineWorkbook

from botilbud_desktop.documents.collection_files import WRITERS, Making
from botilbud_desktop.domain.attachments.attachment import AttachmentKind
from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.chosen import NOT_CHOSEN
from botilbud_desktop.rules.collection.records import Collection
from botilbud_desktop.storage.attachments.changing import Wanted, attach
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.files.atomic_write import Replacing
from botilbud_desktop.ui.collecting.agenda import paper_job
from botilbud_desktop.ui.collecting.agenda.paper_job import (
    PAPERS,
    MakingGivenUpError,
    MakingState,
    PaperJob,
)
from botilbud_desktop.ui.collecting.agenda.papers import GIVEN_UP, NO_FONTS
from tests.documents.foreign.written import one_page
from tests.rules.samples import TODAY
from tests.ui.agenda_user import AgendaUser
from tests.ui.collected_drafts import AALBORG, COPY, THISTED, Collect, collect, folder

__all__ = ["collect", "folder"]

EXCEL = "Excel …"
_ALT = Qt.KeyboardModifier.AltModifier


def sheet(path: Path, name: str) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
    return [list(row) for row in book.get_sheet_by_name(name).to_python()]


def saved(there: AgendaUser, path: Path, words: str = EXCEL) -> Path:
    there.there.questions.will_answer(path)
    there.choose_paper(words)
    there.wait_until_made()
    return path


def test_the_workbook_has_the_agendas_order_and_the_notice_opens_it(collect: Collect, tmp_path: Path) -> None:
    there = AgendaUser(collect(a=AALBORG, b=THISTED))
    there.user.click(there.page.item)
    there.user.keys("3.5")
    there.user.click(there.page.title)
    there.user.keys("Lån: botilbud")
    there.click_row(2)
    there.press(Qt.Key.Key_Up, _ALT)
    path = saved(there, tmp_path / "dagsorden.xlsx")
    asked = there.there.questions.last
    assert asked.suggested is not None
    assert asked.suggested.name == "3.5 Lån- botilbud.xlsx"
    rows = [row[:2] for row in sheet(path, "Projekter")]
    assert rows.index(["1a", "Aalborg"]) < rows.index(["2", "Thisted"])
    assert ["Punkt", "3.5"] in [row[:2] for row in sheet(path, "Dagsorden")]
    assert there.page.notice.message.text() == f"Dokumentet er gemt: {path}"
    there.user.click(next(button for button in there.page.notice.findChildren(QPushButton) if button.isVisible()))
    assert there.there.questions.shown_files == [path]
    there.there.close()


def test_what_is_not_counted_is_told_in_the_paper(collect: Collect, tmp_path: Path) -> None:
    there = AgendaUser(collect(a=AALBORG, kopi=COPY, b=THISTED, c=b"{"))
    path = saved(there, tmp_path / "alle.xlsx")
    doubts = [row for row in sheet(path, "Kopier og udeladt") if row[0] == "Måske talt med to gange"]
    assert [row[1] for row in doubts] == ["a.botilbud\nkopi.botilbud"]
    there.there.window.content.setCurrentIndex(0)
    there.there.go_to_row(1)
    there.press(Qt.Key.Key_Space)
    there.show()
    rows = sheet(saved(there, tmp_path / "valgt.xlsx"), "Kopier og udeladt")
    assert [row for row in rows if row[0] == "Måske talt med to gange"] == []
    left_out = {row[1]: row[2] for row in rows if row[0] == "Ikke med"}
    assert str(left_out["a.botilbud"]).startswith(f"{NOT_CHOSEN} En anden udgave af kommunens ansøgning er talt med.")
    assert set(left_out) == {"a.botilbud", "c.botilbud"}
    files = {row[-1] for row in sheet(tmp_path / "valgt.xlsx", "Projekter")}
    assert {"kopi.botilbud", "b.botilbud"} <= files
    assert "a.botilbud" not in files
    there.there.close()


def test_the_paper_is_of_what_is_shown_whatever_the_files_hold_by_then(
    collect: Collect, tmp_path: Path, folder: Path
) -> None:
    there = AgendaUser(collect(b=THISTED))
    (folder / "b.botilbud").unlink()
    path = tmp_path / "ud.xlsx"
    there.there.questions.will_answer("go_on", path)
    there.choose_paper(EXCEL)
    there.wait_until_made()
    assert "Thisted" in [row[1] for row in sheet(path, "Projekter")]
    there.there.close()


def test_a_draft_with_changes_that_are_not_saved_is_in_the_paper_with_a_doubt(
    collect: Collect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = collect(a=AALBORG, b=THISTED)
    there.go_to_row(1)
    there.press(Qt.Key.Key_Return)
    controller = there.user.window.controller
    assert controller is not None
    monkeypatch.setattr(type(controller.editor), "is_modified", property(lambda _editor: True))
    there.read_again()
    rows = sheet(saved(AgendaUser(there), tmp_path / "ud.xlsx"), "Kopier og udeladt")
    assert [row for row in rows if row[0] == "Ikke med"] == []
    (doubt,) = (row for row in rows if row[0] == "Forbehold")
    assert doubt[1:] == [
        "",
        "»a.botilbud« havde ændringer, der ikke var gemt, da kladden blev læst. De er ikke med her.",
    ]
    monkeypatch.undo()
    there.close()


def test_attached_files_are_pages_of_the_pdf(collect: Collect, folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "referat.pdf"
    source.write_bytes(one_page())
    draft = folder / "b.botilbud"
    draft.write_bytes(draft_bytes(THISTED))
    attach(draft, THISTED.id, Wanted(source, None, AttachmentKind.OTHER), Replacing("x"))
    there = AgendaUser(collect(b=THISTED))
    path = saved(there, tmp_path / "ud.pdf", "PDF …")
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert any("Referat af drftelse" in page for page in pages)
    assert "(mangler)" not in pages[0]
    there.there.close()


def test_a_paper_is_never_put_over_a_draft(collect: Collect, folder: Path) -> None:
    there = AgendaUser(collect(b=THISTED))
    before = (folder / "b.botilbud").read_bytes()
    saved(there, folder / "b.botilbud")
    assert "Det er navnet på en kladde" in there.page.notice.message.text()
    assert (folder / "b.botilbud").read_bytes() == before
    there.there.close()


def test_a_drive_that_refuses_the_paper_is_told_of(collect: Collect, tmp_path: Path) -> None:
    there = AgendaUser(collect(b=THISTED))
    saved(there, tmp_path / "er her ikke" / "ud.xlsx")
    assert "blev ikke gemt" in there.page.notice.message.text()
    there.there.close()


@pytest.mark.parametrize("way", ["give up", "read again", "close"])
def test_while_it_is_made_the_window_lives_and_the_user_may_give_up(
    collect: Collect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    go_on = Event()
    step = PaperJob._on_assessing
    monkeypatch.setattr(PaperJob, "_on_assessing", lambda job: go_on.wait(60) and step(job))
    there = AgendaUser(collect(b=THISTED))
    there.there.questions.will_answer(tmp_path / "ud.xlsx")
    there.choose_paper(EXCEL)
    window = there.there.window
    assert window.making.isVisible()
    assert "Regner ansøgningerne igennem …" in there.there.said()
    assert window.making.give_up.hasFocus()
    match way:
        case "give up":
            there.press(Qt.Key.Key_Space)
            assert there.page.notice.message.text() == GIVEN_UP
            assert there.list.isVisible()
        case "read again":
            there.press(Qt.Key.Key_F5)
            there.there.wait()
            assert there.list.isVisible()
    there.there.close()
    go_on.set()
    assert not (tmp_path / "ud.xlsx").exists()


def test_who_changes_their_mind_saves_nothing(collect: Collect) -> None:
    there = AgendaUser(collect(b=THISTED))
    there.there.questions.will_answer(None)
    there.choose_paper(EXCEL)
    assert there.there.questions.last.title == "Gem dagsordenen"
    assert there.there.questions.last.text == ""
    assert not there.there.collecting.papers.is_making
    there.there.close()


def test_the_word_document_has_head_order_numbers_and_remarks(collect: Collect, tmp_path: Path) -> None:
    there = AgendaUser(collect(a=AALBORG, b=THISTED))
    there.user.click(there.page.item)
    there.user.keys("3.5")
    there.user.click(there.page.title)
    there.user.keys("Botilbud")
    there.click_row(2)
    there.press(Qt.Key.Key_Up, _ALT)
    there.type_number(1, "7")
    there.type_remark(2, "Anbefales af KKR")
    path = saved(there, tmp_path / "dagsorden.docx", "Word …")
    with ZipFile(path) as archive:
        text = archive.read("word/document.xml").decode()
    assert there.page.notice.message.text() == f"Dokumentet er gemt: {path}"
    assert "3.5 Botilbud" in text
    assert "Anbefales af KKR" in text
    labels = re.findall(r"Bilag [0-9]+ · Ansøgning [0-9a-z]+", text)
    assert [*dict.fromkeys(labels)] == [
        f"Bilag {line.place} · Ansøgning {line.number}" for line in there.list.lines.lines if line.number
    ], "the paper has both numberings as the list shows them"
    there.there.close()


def test_the_pdf_has_head_order_numbers_and_remarks(collect: Collect, tmp_path: Path) -> None:
    there = AgendaUser(collect(a=AALBORG, b=THISTED))
    there.user.click(there.page.item)
    there.user.keys("3.5")
    there.click_row(2)
    there.press(Qt.Key.Key_Up, _ALT)
    there.type_remark(2, "Anbefales af KKR")
    path = saved(there, tmp_path / "dagsorden.pdf", "PDF …")
    assert there.page.notice.message.text() == f"Dokumentet er gemt: {path}"
    pages = [page.extract_text() for page in PdfReader(path).pages]
    assert all("3.5 Lånepulje" in page for page in pages)
    assert any("Anbefales af KKR" in page for page in pages)
    labels = re.findall(r"Bilag [0-9]+ · Ansøgning [0-9a-z]+", "\n".join(pages))
    assert [*dict.fromkeys(labels)] == [
        f"Bilag {line.place} · Ansøgning {line.number}" for line in there.list.lines.lines if line.number
    ]
    there.there.close()


def test_giving_up_ends_a_paper_between_its_annexes(collect: Collect, monkeypatch: pytest.MonkeyPatch) -> None:
    there = AgendaUser(collect(b=THISTED))
    states: list[MakingState] = []

    def make(_collection: Collection, _agenda: Agenda | None, _round: Round, making: Making) -> bytes | None:
        assert making.progress(1, 2)
        states.append(job.state)
        job.give_up()
        return b"" if making.progress(2, 2) else None

    monkeypatch.setitem(WRITERS, ".pdf", WRITERS[".pdf"]._replace(make=make))
    gathered = there.there.collecting.papers.gathered
    assert gathered.round is not None
    job = PaperJob(".pdf", gathered, gathered.round, tuple(there.page.drafts), there.page.agenda, TODAY)
    with pytest.raises(MakingGivenUpError):
        job.run()
    assert states == [MakingState("Danner et PDF-dokument …", 3, 4)]
    there.there.close()


def test_fonts_that_cannot_be_read_are_told_of(
    collect: Collect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_job, "resources_folder", lambda: tmp_path)
    there = AgendaUser(collect(b=THISTED))
    path = saved(there, tmp_path / "dagsorden.pdf", "PDF …")
    assert there.page.notice.message.text() == NO_FONTS
    assert not path.exists()
    there.there.close()


def test_every_kind_of_file_of_a_collection_can_be_saved() -> None:
    assert set(PAPERS) == set(WRITERS)
