"""Documents are fetched into the draft: chosen, dropped or copied, shown first, and taken as one step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.sources.opening import read_source
from botilbud_desktop.ui.document_import.document_dialog import DocumentDialog
from botilbud_desktop.ui.platform import waiting
from botilbud_desktop.ui.questions import DOCUMENTS
from botilbud_desktop.ui.workbench.document_importing import DocumentImporting
from tests.documents.foreign import pdf_texts
from tests.storage.word import written
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.test_document_choices import EMPTY
from tests.ui.test_slow_drives import Drive, giving_up, hanging
from tests.ui.test_table_import import table
from tests.ui.user import User, said_in, settle

NOTE = """Skovhuset, 19 pladser

\tHele 1.000 kr.
Lånebeløb kommunen ansøger om for 2025\t22.900

\tAndel i procent
Hvor stor en andel af kapacitetsudvidelsen forventes at være til rådighed for andre kommuner?\t100

\tdd.mm.åååå
Hvornår ventes projektet afsluttet\t30.11.2025
"""


def note(folder: Path, name: str = "notat.txt", text: str = NOTE) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def shown(user: User) -> DocumentDialog | None:
    """Returns the open dialog."""
    settle()
    return next((dialog for dialog in user.window.findChildren(DocumentDialog) if dialog.isVisible()), None)


def dialog_of(user: User) -> DocumentDialog:
    dialog = shown(user)
    assert dialog is not None, user.notice_text()
    dialog.activateWindow()
    settle()
    return dialog


def take(user: User) -> None:
    """Presses »Hent ind«, and goes back to the window."""
    QTest.mouseClick(dialog_of(user).take, Qt.MouseButton.LeftButton)
    settle()
    user.window.activateWindow()
    settle()


def drop(user: User, *paths: Path) -> bool:
    """Drags files over the window and drops them; returns whether the window takes them."""
    return drop_on(user.window, *paths)


def drop_on(target: QWidget, *paths: Path) -> bool:
    """Drags files over a part of the window and drops them there; returns whether they are taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    spot = QPointF(5, 5)
    enter = QDragEnterEvent(spot, actions, data, button, none)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    dropped = QDropEvent(spot, actions, data, button, none)
    QApplication.sendEvent(target, dropped)
    settle()
    assert dropped.dropAction() is Qt.DropAction.CopyAction, "a file manager deletes what was moved"
    return True


def test_a_note_is_fetched_from_the_menu_as_one_step(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_draft(EMPTY)
    before = user.application
    questions.will_answer(note(tmp_path))
    user.use_menu("H&ent fra dokument …")
    assert questions.last.file_kind == DOCUMENTS
    assert user.application == before
    take(user)
    [project] = user.application.projects
    assert project.loan["2025"] == 22_900
    assert project.share_for_others == "100"
    assert "er hentet ind fra dokumentet." in user.notice_text()
    user.click_notice("Fortryd")
    assert user.application == before


def word() -> bytes:
    rows = written.table(("", "Hele 1.000 kr."), ("Lånebeløb kommunen ansøger om for 2025", "22.900"))
    return written.document(written.paragraph("Skovhuset, 19 pladser") + rows)


def pdf() -> bytes:
    rows = (("", "Hele 1.000 kr."), ("Lånebeløb kommunen ansøger om for 2025", "22.900"))
    texts = pdf_texts.texts_at((("Skovhuset, 19 pladser", ""), *rows), (60, 400), 700, 30)
    return pdf_texts.pdf([pdf_texts.page_of(texts)])


def mail() -> bytes:
    head = "From: Anne <anne@example.org>\r\nSubject: Skovhuset\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    return (head + NOTE.replace("\n", "\r\n")).encode()


@pytest.mark.parametrize(("name", "made"), [("notat.docx", word), ("notat.pdf", pdf), ("mail.eml", mail)])
def test_word_pdf_and_mail_are_fetched(
    open_draft: OpenDraft, tmp_path: Path, name: str, made: Callable[[], bytes]
) -> None:
    user = open_draft(EMPTY)
    path = tmp_path / name
    path.write_bytes(made())
    drop(user, path)
    dialog = dialog_of(user)
    [found] = [row for row in dialog.choices.rows if row.found.field[2:3] == ("loan",)]
    assert found.value == 22_900
    dialog.choices.tick(found, True)
    take(user)
    assert user.application.projects[0].loan["2025"] == 22_900


def test_cancelling_takes_nothing(open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path) -> None:
    user = open_draft(EMPTY)
    questions.will_answer(note(tmp_path))
    user.use_menu("H&ent fra dokument …")
    QTest.mouseClick(dialog_of(user).cancel, Qt.MouseButton.LeftButton)
    settle()
    assert user.application == EMPTY
    assert not user.controller.editor.can_undo


def test_a_corrected_value_is_taken(open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path) -> None:
    user = open_draft(EMPTY)
    questions.will_answer(note(tmp_path))
    user.go_to("page.projects")
    user.click("projects.document")
    dialog = dialog_of(user)
    row = next(row for row in dialog.choices.rows if row.found.field[2:3] == ("loan",))
    dialog.values.setCurrentItem(dialog.values.item_of(row))
    dialog.values.setFocus()
    QTest.keyClick(dialog.values, Qt.Key.Key_F2)
    line = dialog.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "23.000")
    take(user)
    assert user.application.projects[0].loan["2025"] == 23_000


def test_a_table_opens_its_own_preview(open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path) -> None:
    user = open_draft(EMPTY)
    questions.will_answer(note(tmp_path, "ark.tsv", "Projekt\tLån 2025\nSkovhuset\t22.900\n"))
    user.use_menu("H&ent fra dokument …")
    assert shown(user) is None
    preview = table(user)
    assert preview is not None
    preview.reject()


def test_a_file_that_cannot_be_read_is_refused_in_the_notice_bar(
    open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_draft(EMPTY)
    path = tmp_path / "billede.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    questions.will_answer(path)
    user.use_menu("H&ent fra dokument …")
    assert shown(user) is None
    assert "Filen »billede.png« kan ikke åbnes: Det er et billede" in user.notice_text()


def test_an_approved_draft_is_not_changed_and_can_be_unlocked(
    complete: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    approve(complete, questions)
    complete.use_menu("H&ent fra dokument …")
    assert "godkendt og låst, så der kan ikke hentes noget ind" in complete.notice_text()
    drop(complete, note(tmp_path))
    assert shown(complete) is None
    assert "godkendt og låst, så der kan ikke hentes noget ind" in complete.notice_text()
    assert any(button.text() == "Lås op og ret …" for button in complete.window.findChildren(QPushButton))


@pytest.mark.parametrize("name", ["notat.txt", "NOTAT.TXT", "notat.md"])
def test_a_dropped_document_is_shown(open_draft: OpenDraft, tmp_path: Path, name: str) -> None:
    user = open_draft(EMPTY)
    assert drop(user, note(tmp_path, name))
    dialog_of(user).reject()


def test_a_dropped_draft_opens(open_draft: OpenDraft, tmp_path: Path) -> None:
    user = open_draft(EMPTY)
    path = tmp_path / "anden.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    assert drop(user, path)
    assert user.application.id == drafts.complete().id


def test_a_dropped_workbook_or_table_opens_the_preview_of_tables(open_draft: OpenDraft, tmp_path: Path) -> None:
    user = open_draft(EMPTY)
    assert drop(user, note(tmp_path, "ark.csv", "Projekt;Lån 2025\nSkovhuset;22.900\n"))
    preview = table(user)
    assert preview is not None
    preview.reject()


def test_several_files_and_a_folder_are_told(open_draft: OpenDraft, tmp_path: Path) -> None:
    user = open_draft(EMPTY)
    assert drop(user, note(tmp_path), note(tmp_path, "andet.txt"))
    assert user.notice_text().startswith("Træk én fil ad gangen")
    assert drop(user, tmp_path)
    assert user.notice_text().startswith("Det er en mappe.")


def test_without_a_draft_a_dropped_document_can_be_fetched_into_a_new_one(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    user = open_window(None)
    assert drop(user, note(tmp_path))
    assert "Der er ingen åben kladde at hente filen »notat.txt« ind i." in " ".join(said_in(user.window))
    user.click(next(one for one in user.window.findChildren(QPushButton) if one.text() == "Hent ind i en ny kladde"))
    take(user)
    assert user.application.projects[0].loan["2025"] == 22_900


def test_no_file_is_taken_while_a_dialog_waits(open_draft: OpenDraft, tmp_path: Path) -> None:
    user = open_draft(EMPTY)
    drop(user, note(tmp_path))
    dialog = dialog_of(user)
    assert not drop(user, note(tmp_path, "andet.txt"))
    dialog.reject()


def test_a_page_of_the_web_is_not_taken(open_draft: OpenDraft) -> None:
    user = open_draft(EMPTY)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/notat.docx")])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, none)
    enter.ignore()
    QApplication.sendEvent(user.window, enter)
    assert not enter.isAccepted()


def test_a_file_that_takes_long_is_given_up_and_nothing_is_said_of_why(
    open_draft: OpenDraft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = open_draft(EMPTY)
    monkeypatch.setattr(waiting, "SHOW_AFTER", 0.1)
    slow = Drive()
    monkeypatch.setattr(f"{DocumentImporting.__module__}.read_source", hanging(slow, read_source))
    with giving_up() as seen:
        drop(user, note(tmp_path))
        settle()
    slow.let_go()
    assert seen == ["Arbejder …"]
    assert shown(user) is None
    assert user.notice_text().startswith("Filen »notat.txt« blev ikke læst færdig.")


@pytest.mark.parametrize("name", ["projects.0.description", "projects.0.name"])
def test_a_file_that_is_dropped_on_a_text_goes_to_the_window(complete: User, tmp_path: Path, name: str) -> None:
    complete.go_to("page.project.0")
    field = complete.widget(name, QWidget)
    target = field.viewport() if isinstance(field, QPlainTextEdit) else field
    before = complete.application
    assert drop_on(target, note(tmp_path))
    assert complete.application == before
    dialog_of(complete).reject()


@pytest.mark.parametrize(("name", "text"), [("notat.txt", NOTE), ("ark.csv", "Projekt;Lån 2025\nSkovhuset;22.900\n")])
def test_the_window_may_be_closed_while_a_file_is_read(
    open_draft: OpenDraft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    """As when the user logs off: what was read then is shown nowhere, and nothing fails."""
    user = open_draft(EMPTY)
    slow = Drive()
    monkeypatch.setattr(f"{DocumentImporting.__module__}.read_source", hanging(slow, read_source))
    QTimer.singleShot(100, user.window.close)
    QTimer.singleShot(200, slow.let_go)
    drop(user, note(tmp_path, name, text))
    settle()
    assert not user.window.isVisible()


def test_a_second_file_waits_until_the_first_is_dealt_with(
    open_draft: OpenDraft, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = open_draft(EMPTY)
    slow = Drive()
    monkeypatch.setattr(f"{DocumentImporting.__module__}.read_source", hanging(slow, read_source))
    QTimer.singleShot(50, partial(user.window.dropping.take, (note(tmp_path, "andet.txt"),)))
    QTimer.singleShot(150, slow.let_go)
    drop(user, note(tmp_path))
    qtbot.wait(300)
    [first] = [one for one in user.window.findChildren(DocumentDialog) if one.isVisible()]
    assert "notat.txt" in first.windowTitle()
    first.reject()
    qtbot.waitUntil(lambda: shown(user) is not None)
    second = dialog_of(user)
    assert "andet.txt" in second.windowTitle()
    second.reject()


def test_what_was_corrected_stays_while_the_draft_cannot_be_written(
    open_draft: OpenDraft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when somebody else has taken the draft over in the meantime."""
    user = open_draft(EMPTY)
    drop(user, note(tmp_path))
    dialog = dialog_of(user)
    monkeypatch.setattr(DocumentImporting, "may_write", lambda _importing: False)
    take(user)
    assert user.application == EMPTY
    assert dialog.isVisible()
    assert dialog.summary.text().startswith("Du kan kun læse kladden lige nu, så der er ikke hentet noget ind.")
    monkeypatch.undo()
    take(user)
    assert user.application.projects[0].loan["2025"] == 22_900
