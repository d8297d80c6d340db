"""»Send til kollega«: what is copied is what was read back from the clipboard; nothing is sent by the program."""

import sys
from email import message_from_bytes
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QClipboard, QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.sending import mail_program, sending
from botilbud_desktop.ui.sending.file_on_clipboard import file_content, holds_file
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

COMMAND = "Send til k&ollega …"


@pytest.fixture(autouse=True)
def with_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "opens_messages", lambda: True)


def copied(qapp: QApplication) -> list[str]:
    content = qapp.clipboard().mimeData()
    return [url.toLocalFile() for url in content.urls()] if content else []


def test_the_file_is_copied_with_all_that_was_typed(
    complete: User, questions: RecordedQuestions, library: FormLibrary, qapp: QApplication
) -> None:
    complete.write("projects.0.loan.2025", "23000")
    questions.will_answer("copy")
    complete.use_menu(COMMAND)
    assert complete.path is not None
    assert copied(qapp) == [complete.path.as_posix()]
    assert read_draft(complete.path, library).application.projects[0].loan["2025"] == 23000
    assert complete.notice_text() == (
        "Kopieret: »kladde.botilbud«. Sæt filen ind i en e-mail eller i Teams med Ctrl+V."
    )
    assert "også de interne noter" in questions.last.text


def test_a_draft_without_a_file_is_saved_first_or_not_copied(
    complete: User, questions: RecordedQuestions, tmp_path: Path, qapp: QApplication
) -> None:
    complete.window.drafts.open_new(drafts.ROUND, "851")
    questions.will_answer(None)
    complete.use_menu(COMMAND)
    assert copied(qapp) == []
    target = tmp_path / "ny.botilbud"
    questions.will_answer(target, "copy")
    complete.use_menu(COMMAND)
    assert copied(qapp) == [target.as_posix()]


def test_a_clipboard_that_does_not_take_it_is_said(
    complete: User, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QClipboard, "setMimeData", lambda *_arguments: None)
    questions.will_answer("copy")
    complete.use_menu(COMMAND)
    qtbot.waitUntil(lambda: bool(complete.notice_text()), timeout=20_000)
    assert complete.notice_text().startswith("Filen er ikke kopieret")


def test_a_file_that_is_gone_is_not_said_to_be_copied(complete: User, questions: RecordedQuestions) -> None:
    assert complete.path is not None
    complete.path.unlink()
    questions.will_answer("copy")
    complete.use_menu(COMMAND)
    assert complete.notice_text() == "Filen er ikke kopieret, for den er ikke på drevet lige nu."


@pytest.mark.parametrize("how", ["copy", "mail"])
@pytest.mark.parametrize("content", ["of a colleague", "damaged"])
def test_a_file_that_is_another_than_the_one_shown_is_not_given_on(
    how: str, content: str, complete: User, questions: RecordedQuestions, qapp: QApplication
) -> None:
    assert complete.path is not None
    theirs = replace(complete.application, case_number="deres")
    complete.path.write_bytes(draft_bytes(theirs) if content == "of a colleague" else b"{")
    questions.will_answer(how)
    complete.use_menu(COMMAND)
    assert complete.notice_text().startswith("Der er ikke givet noget videre, for filen er ændret af en anden")
    assert (copied(qapp), questions.shown_files) == ([], [])


def test_the_message_is_given_to_the_mail_program_with_the_draft_attached(
    complete: User, questions: RecordedQuestions
) -> None:
    questions.will_answer("mail")
    complete.use_menu(COMMAND)
    [shown] = questions.shown_files
    assert shown.suffix == ".eml"
    message = message_from_bytes(shown.read_bytes())
    assert complete.path is not None
    [part] = [part for part in message.walk() if part.get_filename()]
    assert part.get_payload(decode=True) == complete.path.read_bytes()
    assert "Den er ikke sendt." in complete.notice_text()


def test_when_the_system_opens_no_message_that_is_said(complete: User, questions: RecordedQuestions) -> None:
    questions.is_without_programs = True
    questions.will_answer("mail")
    complete.use_menu(COMMAND)
    assert complete.notice_text() == "Der er intet program, der åbner e-mailen. Kopiér filen i stedet."


def test_without_a_mail_program_only_the_file_is_offered(
    complete: User, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "opens_messages", lambda: False)
    questions.will_answer("back")
    complete.use_menu(COMMAND)
    assert questions.last.keys == ("copy", "back")
    assert "mail, hvor kladden er vedhæftet" not in questions.last.text


def test_what_is_half_typed_is_said_not_to_come_along(open_draft: OpenDraft, questions: RecordedQuestions) -> None:
    user = open_draft(drafts.complete())
    user.write_and_leave("projects.0.loan.2025", "22,9")
    questions.will_answer("back")
    user.use_menu(COMMAND)
    assert "halvt skrevet" in questions.last.text


def test_reading_back_tells_another_file_and_text_apart(tmp_path: Path) -> None:
    path = tmp_path / "sag æøå #1 100%.botilbud"
    assert holds_file(path, file_content(path))
    assert not holds_file(tmp_path / "en anden.botilbud", file_content(path))
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path))])
    assert not holds_file(path, content)
    text = QMimeData()
    text.setText(str(path))
    assert not holds_file(path, text)


def test_the_system_is_asked_to_open_messages_and_documents_and_nothing_else(
    complete: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def take(url: QUrl) -> bool:
        opened.append(url.fileName())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    dialogs = Dialogs(complete.window)
    shown = [dialogs.show_file(tmp_path / name) for name in ("a.eml", "b.pdf", "c.txt", "d.exe", "e.html", "f")]
    assert shown == [True, True, True, False, False, False]
    assert opened == ["a.eml", "b.pdf", "c.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="the lists of Linux")
@pytest.mark.parametrize(
    ("content", "opens"),
    [
        ("[MIME Cache]\nmessage/rfc822=org.gnome.Evolution.desktop;\n", True),
        ("[MIME Cache]\ntext/plain=x.desktop;\nmessage/rfc822=\n", False),
        ("", False),
    ],
)
def test_linux_tells_whether_a_program_opens_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, opens: bool
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CONFIG_DIRS", "XDG_DATA_DIRS"):
        monkeypatch.setenv(name, str(tmp_path))
    (tmp_path / "applications").mkdir()
    (tmp_path / "applications" / "mimeinfo.cache").write_text(content)
    assert mail_program.opens_messages() is opens
