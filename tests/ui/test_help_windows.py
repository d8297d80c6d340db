"""»Log til it-afdelingen« and »Om Botilbud Desktop«: what they contain, and what they must never contain."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from botilbud_desktop.documents.kind import DocumentKind
from botilbud_desktop.domain.application import Contacts
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.diagnostics.program_event import Detail
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.help.about_dialog import AboutDialog
from botilbud_desktop.ui.help.log_dialog import LogDialog
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs
from botilbud_desktop.ui.platform.error_reporter import ErrorReporter
from tests.storage.scripted_errors import MAIL, MARKS, NAME, PHONE, TEXT
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle


def opened[Kind: QDialog](user: User, words: str, kind: type[Kind]) -> Kind:
    user.use_menu(words)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


@pytest.fixture
def personal(open_window: OpenWindow, tmp_path: Path) -> User:
    """A user in a draft with a recognisable name, phone and e-mail, in a file and folder of that name."""
    folder = tmp_path / NAME
    folder.mkdir()
    path = folder / f"{NAME}.botilbud"
    contacts = Contacts(names=NAME, phones=PHONE, emails=(MAIL,))
    path.write_bytes(draft_bytes(replace(drafts.example("aalborg"), contacts=contacts)))
    return open_window(path)


@pytest.fixture
def error_reporter(personal: User) -> Iterator[ErrorReporter]:
    current = personal.window.drafts
    made = ErrorReporter(personal.window.notices, current.secure, current.what_is_saved)
    personal.window.help.begin_notes(made)
    yield made
    personal.window.help.end_notes()
    made.close()


def test_the_log_tells_what_happened_and_no_name_phone_address_file_or_folder(
    personal: User, error_reporter: ErrorReporter, questions: RecordedQuestions, folders: UserFolders, tmp_path: Path
) -> None:
    personal.go_to("page.applicant")
    personal.write("internal_notes", TEXT)
    personal.save()
    broken = tmp_path / NAME / f"{NAME} 2.botilbud"
    broken.write_text(f'{{"{NAME}": "{PHONE}"}}', encoding="utf-8")
    assert not personal.window.drafts.open_path(broken)
    questions.will_answer(tmp_path / NAME / "findes" / "ikke.botilbud")
    personal.use_menu("Gem en &kopi …")
    questions.will_answer(tmp_path / NAME / "felter.txt")
    personal.go_to("page.approve")
    personal.click("approve.text")
    questions.will_answer(tmp_path / NAME / "notat.docx")
    personal.use_menu("Gem som &Word …")
    error_reporter._hand_over(ValueError, ValueError(TEXT), None, "i vinduet")
    settle()
    dialog = opened(personal, "&Log til it-afdelingen …", LogDialog)
    said = dialog.text.toPlainText()
    for words in (
        "Programmet blev startet",
        "En kladde blev åbnet (fra en fil, ",
        "Kladden blev gemt",
        "En fil kunne ikke åbnes (indholdet blev afvist)",
        "Kladden blev ikke gemt (findes ikke, eller drevet er ikke forbundet)",
        "Et dokument blev gemt (felterne som tekst)",
        "Et dokument blev gemt (notat og ansøgning i Word)",
        "Fejl i programmet\n    ValueError (i vinduet)",
        "PySide6",
    ):
        assert words in said, words
    in_file = (folders.state / "log" / "log.jsonl").read_text(encoding="utf-8")
    for mark in (*MARKS, personal.application.projects[0].name, str(tmp_path), "felter.txt"):
        assert mark not in said
        assert mark not in in_file
    dialog.reject()


def test_the_log_is_copied_saved_and_cleared(
    personal: User, error_reporter: ErrorReporter, questions: RecordedQuestions, folders: UserFolders, tmp_path: Path
) -> None:
    dialog = opened(personal, "&Log til it-afdelingen …", LogDialog)
    press(dialog.copy_button)
    assert QApplication.clipboard().text() == dialog.text.toPlainText()
    questions.will_answer(tmp_path / "log.txt")
    press(dialog.save_button)
    assert (tmp_path / "log.txt").read_text(encoding="utf-8") == dialog.text.toPlainText()
    questions.will_answer("keep")
    press(dialog.clear_button)
    assert "En kladde blev åbnet" in dialog.text.toPlainText()
    questions.will_answer("clear")
    press(dialog.clear_button)
    assert "En kladde blev åbnet" not in dialog.text.toPlainText()
    assert not list((folders.state / "log").iterdir())
    dialog.reject()


def test_a_log_that_cannot_be_saved_says_why(personal: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    dialog = opened(personal, "&Log til it-afdelingen …", LogDialog)
    questions.will_answer(tmp_path / "mangler" / "log.txt")
    press(dialog.save_button)
    assert "blev ikke gemt" in dialog.note.text()
    dialog.reject()


def test_om_says_what_the_program_does_with_your_data_and_every_version(aalborg: User) -> None:
    dialog = opened(aalborg, "&Om Botilbud Desktop", AboutDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "bruger ikke netværket" in said
    press(dialog.copy_button)
    copied = QApplication.clipboard().text()
    for part in (
        "Botilbud Desktop ",
        "Qt 6.",
        "PySide6 6.",
        "Python 3.",
        "reportlab ",
        "pydantic ",
    ):
        assert part in copied
    assert "ukendt version" not in copied
    dialog.reject()


def test_om_has_a_licence_text_for_every_part(aalborg: User) -> None:
    dialog = opened(aalborg, "&Om Botilbud Desktop", AboutDialog)
    texts = {}
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        texts[dialog.list.item(row).text().split()[0]] = dialog.licence.toPlainText()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["Qt"]
    assert "SIL OPEN FONT LICENSE" in texts["Noto"].upper()
    assert all(len(text) > 80 and "følger ikke med" not in text for text in texts.values())
    dialog.reject()


def test_om_says_beside_each_button_which_folder_it_opens(aalborg: User) -> None:
    dialog = opened(aalborg, "&Om Botilbud Desktop", AboutDialog)
    dialog.tabs.setCurrentIndex(1)
    settle()
    buttons = [one for one in dialog.findChildren(QPushButton) if one.property("folder")]
    assert len(buttons) == 4
    for button in buttons:
        assert button.text() == "Åbn mappen"
        (place,) = (label for label in dialog.findChildren(QLabel) if label.text() == button.property("folder"))
        words = button.accessibleName().removeprefix("Åbn mappen: ")
        (name,) = (label for label in dialog.findChildren(QLabel) if label.text() == words)
        assert name.geometry().bottom() < place.geometry().top()
        assert place.geometry().right() < button.geometry().left()
        assert name.geometry().top() <= button.geometry().center().y() <= place.geometry().bottom()
        assert button.width() == button.sizeHint().width(), "the room is for the folder's name"
    dialog.reject()


def test_om_opens_the_folders_that_are_there(aalborg: User, questions: RecordedQuestions, folders: UserFolders) -> None:
    dialog = opened(aalborg, "&Om Botilbud Desktop", AboutDialog)
    folders.data.mkdir(parents=True, exist_ok=True)
    buttons = {str(one.property("folder")): one for one in dialog.findChildren(QPushButton) if one.property("folder")}
    dialog.tabs.setCurrentIndex(1)
    settle()
    press(buttons[str(folders.data)])
    assert questions.shown_folders == [folders.data]
    press(buttons[str(folders.config)])
    assert len(questions.shown_folders) == (2 if folders.config.is_dir() else 1)
    dialog.reject()


def test_om_says_why_it_opens_no_folder(
    aalborg: User, questions: RecordedQuestions, folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(aalborg, "&Om Botilbud Desktop", AboutDialog)
    dialog.tabs.setCurrentIndex(1)
    settle()
    (button,) = (one for one in dialog.findChildren(QPushButton) if one.property("folder") == str(folders.data))
    shutil.rmtree(folders.data, ignore_errors=True)
    press(button)
    assert dialog.note.text() == "Mappen findes ikke endnu. Programmet opretter den, når der er noget at lægge i den."
    monkeypatch.setattr(DriveJobs, "answer", lambda _drive, _ask, otherwise, **_: otherwise)
    press(button)
    assert dialog.note.text() == "Drevet svarer ikke."
    assert questions.shown_folders == []
    dialog.reject()


def test_the_log_has_words_for_each_kind_of_document() -> None:
    assert {str(kind) for kind in DocumentKind} <= {str(detail) for detail in Detail}
