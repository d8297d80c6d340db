"""What the system does not open is told in Danish, with what to do instead; every place goes through one function."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox

from botilbud_desktop.ui import opening
from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.opening import open_document, open_folder
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_danish_for_everyone import with_open_dialog
from tests.ui.user import User

UI = Path(opening.__file__).parent


@pytest.mark.parametrize(
    ("ending", "program"),
    [("pdf", "en browser"), ("docx", "Word eller LibreOffice"), ("xlsx", "Excel"), ("txt", "Notesblok")],
)
def test_without_a_program_for_a_document_the_user_is_told_what_to_do(
    complete: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: str, program: str
) -> None:
    path = tmp_path / f"kvittering.{ending}"
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert dialog.text() == "Dokumentet kunne ikke åbnes"
        assert program in dialog.informativeText()
        assert "måske" in dialog.informativeText()
        assert str(path) in dialog.informativeText()

    with_open_dialog(lambda: open_document(Dialogs(complete.window), path), look)


def test_a_folder_that_is_gone_is_told(complete: User, tmp_path: Path) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert dialog.text() == "Mappen kunne ikke åbnes"
        assert str(tmp_path / "borte") in dialog.informativeText()

    with_open_dialog(lambda: open_folder(Dialogs(complete.window), tmp_path / "borte"), look)


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx", "txt", "eml"])
def test_what_the_program_makes_is_opened_and_nothing_is_told(
    complete: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: str
) -> None:
    opened: list[str] = []

    def take(url: object) -> bool:
        opened.append(str(url))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    open_document(Dialogs(complete.window), tmp_path / f"a.{ending}")
    assert len(opened) == 1


def test_the_bar_after_saving_tells_it_too(complete: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    complete.go_to("page.approve")
    questions.will_answer(tmp_path / "skema.pdf")
    complete.click("approve.document.view")
    questions.is_without_programs = True
    complete.click_notice("Åbn dokumentet")
    assert (questions.last.kind, questions.last.title) == ("tell", "Dokumentet kunne ikke åbnes")
    complete.click_notice("Åbn mappen")
    assert (questions.last.kind, questions.last.title) == ("tell", "Mappen kunne ikke åbnes")


def test_every_place_that_opens_something_says_when_it_could_not() -> None:
    """Who calls the system's programs directly answers a refusal itself: a message, an attached file."""
    own_answer = {"opening.py", "questions.py", "dialogs.py", "sending.py", "attaching.py"}
    direct = {
        path.name
        for path in UI.rglob("*.py")
        if any(name in path.read_text(encoding="utf-8") for name in ("s.show_file", "questions.show_folder"))
    }
    assert direct <= own_answer
    calling = {path.name for path in UI.rglob("*.py") if "openUrl" in path.read_text(encoding="utf-8")}
    assert calling == {"dialogs.py"}
