"""Approval freezes the draft, lapses with a change, and keeps its receipts (requirements 9, 22 and 23)."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton

from botilbud_desktop.domain.approval import Status, approved, check_code
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.fields.inputs import ChoiceInput, LineInput
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.questions import PDF_FILES, TEXT_FILES
from botilbud_desktop.ui.widgets.disclosure import Disclosure
from tests.ui.conftest import OpenWindow
from tests.ui.keeping import NOW
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, step_names

NAME = "Åse Ørsted, direktør"


def approve(user: User, questions: RecordedQuestions, name: str = NAME) -> None:
    """Goes to the approval page, writes a name, presses »Godkend« and confirms."""
    user.go_to("page.approve")
    user.write("approve.name", name)
    questions.will_answer("approve")
    user.click("approve.approve")


def status(user: User) -> Status:
    return user.view.status


def unlock(user: User, questions: RecordedQuestions) -> None:
    questions.will_answer("unlock")
    user.click("approve.unlock")


def newest_code(user: User) -> str:
    return check_code(user.application.approvals[-1].fingerprint)


def receipts(folders: UserFolders) -> list[Path]:
    return sorted((folders.data / "kvitteringer").glob("*.pdf"))


def inputs(user: User) -> list[LineInput | TextInput | ChoiceInput]:
    """Returns all inputs shown on the page."""
    found: list[LineInput | TextInput | ChoiceInput] = []
    for kind in (LineInput, TextInput, ChoiceInput):
        found += user.page.findChildren(kind)
    return [widget for widget in found if widget.isVisible()]


def test_godkend_without_problems_asks_for_a_confirmation_that_says_what_happens(
    complete: User, questions: RecordedQuestions
) -> None:
    complete.go_to("page.approve")
    complete.write("approve.name", NAME)
    questions.will_answer("back")
    complete.click("approve.approve")
    assert questions.last.keys == ("approve", "back")
    assert questions.last.text.endswith(
        "Når du godkender, bliver ansøgningen låst, og der dannes en kvittering. Ansøgningen bliver ikke sendt."
    )
    assert complete.application.approvals == ()
    assert status(complete) is Status.DRAFT
    assert complete.line("approve.name").text() == NAME


@pytest.mark.parametrize("name", ["   ", "\u200b", "\u202e"])
def test_godkend_without_a_name_asks_for_it_and_approves_nothing(
    name: str, complete: User, questions: RecordedQuestions
) -> None:
    complete.go_to("page.approve")
    complete.line("approve.name").setText(name)
    complete.click("approve.approve")
    assert questions.asked == []
    assert complete.application.approvals == ()
    assert QApplication.focusWidget() is complete.line("approve.name")
    assert "Skriv dit navn. Det kommer til at stå på kvitteringen." in complete.texts()
    complete.keys("Å")
    assert "Skriv dit navn. Det kommer til at stå på kvitteringen." not in complete.texts()


def test_an_approval_is_saved_with_name_time_and_fingerprint(
    complete: User, questions: RecordedQuestions, library: FormLibrary
) -> None:
    approve(complete, questions)
    assert complete.path is not None
    saved = read_draft(complete.path, library).application
    assert saved == complete.application
    assert [approval.approved_by for approval in saved.approvals] == [NAME]
    assert saved.approvals[0].approved_at.isoformat() == "2026-11-23T12:00:00+01:00"
    assert status(complete) is Status.APPROVED
    assert not complete.controller.editor.is_modified


def test_the_page_says_who_approved_when_and_that_nothing_is_sent(complete: User, questions: RecordedQuestions) -> None:
    approve(complete, questions)
    said = "\n".join(complete.texts())
    assert "Godkendt internt, ikke indsendt" in said
    assert f"Godkendt af {NAME} den 23. november 2026 kl. 12.00." in said
    assert newest_code(complete) in said
    assert "Ansøgningen er godkendt internt, men ikke indsendt" in said


_CHANGE_NOTHING = ("projects.open", ".counts", ".shorter", ".full_window", ".part.toggle", ".documentation.attach")
"""Ends of the names of buttons that change nothing in the draft; attached files are no part of it."""


def test_an_approval_freezes_every_input_of_every_page(complete: User, questions: RecordedQuestions) -> None:
    complete.go_to("page.project.0")
    for rows in ("places", "daily_rates"):
        complete.click(f"projects.0.{rows}.add")
    complete.write("projects.0.daily_rates.0.label", "Nord")
    complete.write("projects.0.places.2.count", "1")
    complete.click("projects.0.cost_plan.add")
    complete.add_cost_line()
    approve(complete, questions)
    before = complete.application
    seen = 0
    for page in step_names(before)[:-1]:  # the transfer still works after the approval
        complete.go_to(page)
        for widget in inputs(complete):
            seen += 1
            assert widget.isReadOnly(), widget.objectName()
            complete.click(widget)
            complete.keys("9")
            complete.press(Qt.Key.Key_Backspace)
            complete.press(Qt.Key.Key_Down)
            complete.paste("7")
            assert QApplication.activePopupWidget() is None
        for button in complete.page.findChildren(QAbstractButton):
            if button.isVisible() and button.objectName().startswith("projects.") and button.isEnabled():
                assert button.objectName().endswith(_CHANGE_NOTHING), button.objectName()
            if isinstance(button, QToolButton) and not isinstance(button, Disclosure) and button.isVisible():
                assert not button.isEnabled(), button.accessibleName()
    assert seen > 25
    assert complete.application == before
    assert status(complete) is Status.APPROVED


def test_a_frozen_draft_cannot_be_changed_by_undo(complete: User, questions: RecordedQuestions) -> None:
    complete.write("projects.0.loan.2025", "22000")
    approve(complete, questions)
    before = complete.application
    complete.undo()
    complete.redo()
    assert complete.application == before
    assert status(complete) is Status.APPROVED


def test_reopening_shows_it_frozen(complete: User, questions: RecordedQuestions, open_window: OpenWindow) -> None:
    approve(complete, questions)
    again = open_window(complete.path)
    assert again.view.read_only
    assert again.line("projects.0.name").isReadOnly()


def test_unlocking_warns_and_thinking_better_of_it_keeps_the_approval(
    complete: User, questions: RecordedQuestions
) -> None:
    approve(complete, questions)
    questions.will_answer("back")
    complete.click("approve.unlock")
    assert questions.last.text == (
        "Hvis du retter noget, bortfalder godkendelsen. Den tidligere kvittering bliver gemt, og du "
        "finder den på »Vis og godkend«."
    )
    assert complete.view.read_only


def test_unlocking_alone_voids_nothing(complete: User, questions: RecordedQuestions) -> None:
    approve(complete, questions)
    unlock(complete, questions)
    assert status(complete) is Status.APPROVED
    assert not complete.view.read_only
    assert not complete.controller.editor.is_modified


def test_one_changed_character_voids_the_approval_and_changes_the_code(
    complete: User, questions: RecordedQuestions, folders: UserFolders
) -> None:
    approve(complete, questions)
    first = newest_code(complete)
    kept = {path: path.read_bytes() for path in receipts(folders)}
    unlock(complete, questions)
    complete.go_to("page.project.0")
    complete.click("projects.0.name")
    complete.press(Qt.Key.Key_End)
    complete.keys("x")
    assert status(complete) is Status.CHANGED_SINCE_APPROVAL
    complete.go_to("page.approve")
    assert "Ændret, siden den blev godkendt" in complete.texts()
    assert first not in "\n".join(complete.texts())
    assert complete.button("approve.approve").isVisible()
    approve(complete, questions)
    assert newest_code(complete) != first
    assert len(complete.application.approvals) == 2
    assert len(receipts(folders)) == 2
    assert {path: path.read_bytes() for path in receipts(folders) if path in kept} == kept


def test_taking_the_change_back_makes_the_approval_valid_again(complete: User, questions: RecordedQuestions) -> None:
    approve(complete, questions)
    unlock(complete, questions)
    complete.go_to("page.project.0")
    complete.write("projects.0.name", "Noget andet")
    assert status(complete) is Status.CHANGED_SINCE_APPROVAL
    while complete.controller.editor.can_undo:
        complete.undo()
    assert status(complete) is Status.APPROVED


def test_undo_after_an_approval_never_touches_the_approvals(complete: User, questions: RecordedQuestions) -> None:
    complete.write("projects.0.loan.2025", "22000")
    approve(complete, questions)
    approvals = complete.application.approvals
    unlock(complete, questions)
    complete.undo()
    assert complete.application.approvals == approvals
    assert complete.value("projects.0.loan.2025") == 22900
    assert status(complete) is Status.CHANGED_SINCE_APPROVAL
    complete.redo()
    assert complete.application.approvals == approvals
    assert status(complete) is Status.APPROVED


def test_notes_for_colleagues_do_not_void_an_approval(complete: User, questions: RecordedQuestions) -> None:
    approve(complete, questions)
    unlock(complete, questions)
    complete.go_to("page.applicant")
    complete.write("internal_notes", "Husk at ringe.")
    assert status(complete) is Status.APPROVED


def test_an_approval_that_cannot_be_saved_is_none(
    complete: User, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch, folders: UserFolders
) -> None:
    assert complete.path is not None
    before = complete.path.read_bytes()

    def disk_is_full(*_arguments: Any, **_options: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", disk_is_full)
        patch.setattr(os, "replace", disk_is_full)
        approve(complete, questions)
    assert complete.path.read_bytes() == before
    assert complete.notice_text() == (
        "Filen »kladde.botilbud« blev ikke gemt: Der er ikke mere plads på drevet. Det, du skriver, bliver "
        "sikret på denne computer imens."
    )
    assert complete.application.approvals == ()
    assert receipts(folders) == []
    approve(complete, questions)
    assert status(complete) is Status.APPROVED
    assert len(receipts(folders)) == 1


def test_the_receipt_is_kept_and_saved_where_it_is_asked_for(
    complete: User, questions: RecordedQuestions, folders: UserFolders, tmp_path: Path
) -> None:
    approve(complete, questions)
    assert [path.name for path in receipts(folders)] == [f"kladde – kvittering {newest_code(complete)}.pdf"]
    target = tmp_path / "kvittering.pdf"
    questions.will_answer(target)
    complete.click_notice("Gem kvitteringen …")
    assert questions.last.file_kind == PDF_FILES
    assert target.read_bytes() == receipts(folders)[0].read_bytes()
    assert target.read_bytes().startswith(b"%PDF-")
    assert str(target) in complete.notice_text()
    complete.click_notice("Åbn dokumentet")
    assert questions.shown_files == [target]


def test_the_receipt_is_had_again_later_with_the_same_bytes(
    complete: User, questions: RecordedQuestions, open_window: OpenWindow, tmp_path: Path, folders: UserFolders
) -> None:
    approve(complete, questions)
    again = open_window(complete.path)
    again.go_to("page.approve")
    target = tmp_path / "igen.pdf"
    questions.will_answer(target)
    again.click("approve.receipt")
    assert target.read_bytes() == receipts(folders)[0].read_bytes()


@pytest.mark.parametrize("document", ["view", "project-sheet", "allocation"])
def test_each_document_is_written_where_it_is_asked_for(
    thisted: User, questions: RecordedQuestions, tmp_path: Path, document: str
) -> None:
    thisted.go_to("page.approve")
    target = tmp_path / f"{document}.pdf"
    questions.will_answer(target)
    thisted.click(f"approve.document.{document}")
    assert target.read_bytes().startswith(b"%PDF-")
    suggested = questions.last.suggested
    assert suggested is not None
    assert suggested.parent == tmp_path
    assert not thisted.controller.editor.is_modified


def test_the_fields_are_written_as_text(aalborg: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    aalborg.go_to("page.approve")
    target = tmp_path / "felter.txt"
    questions.will_answer(target)
    aalborg.click("approve.text")
    assert questions.last.file_kind == TEXT_FILES
    assert "19 botilbudspladser til borgere" in target.read_text(encoding="utf-8")


def test_thinking_better_of_a_document_writes_nothing(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("*.pdf"))
    aalborg.go_to("page.approve")
    questions.will_answer(None)
    aalborg.click("approve.document.view")
    assert sorted(tmp_path.rglob("*.pdf")) == before


def test_a_document_that_cannot_be_written_is_said_and_the_old_one_stays(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "skema.pdf"
    target.write_bytes(b"det gamle")

    def disk_is_full(*_arguments: Any, **_options: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    aalborg.go_to("page.approve")
    questions.will_answer(target)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", disk_is_full)
        patch.setattr(os, "replace", disk_is_full)
        aalborg.click("approve.document.view")
    assert target.read_bytes() == b"det gamle"
    assert aalborg.notice_text() == "Filen »skema.pdf« blev ikke gemt: Der er ikke mere plads på drevet."


@pytest.mark.parametrize(
    ("name", "opens"),
    [("a.pdf", True), ("a.PDF", True), ("a.txt", True), ("a.exe", False), ("a.html", False), ("a", False)],
)
def test_only_pdf_and_text_files_are_ever_opened(
    complete: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, opens: bool
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    Dialogs(complete.window).show_file(tmp_path / name)
    assert opened == ([str(tmp_path / name)] if opens else [])


def test_the_answers_are_shown_as_they_would_stand_and_blanks_are_named(thisted: User) -> None:
    thisted.go_to("page.approve")
    texts = thisted.texts()
    assert "Ikke angivet" in texts
    assert "B. Lån i 2025 (hele 1.000 kr.)" in texts
    assert "31/03/2026" in texts
    link = next(link for link in thisted.links() if link.accessibleName() == "Redigér A. Projektets navn")
    thisted.click(link)
    assert QApplication.focusWidget() is thisted.line("projects.0.name")


def test_the_name_is_suggested_the_next_time(
    complete: User, questions: RecordedQuestions, open_window: OpenWindow
) -> None:
    approve(complete, questions)
    again = open_window(None)
    again.window.drafts.open_new("LanBotilbud_2025-26", "851")
    again.go_to("page.approve")
    assert again.line("approve.name").text() == NAME


def test_an_approved_draft_that_could_not_be_approved_as_the_round_is_now_is_told(
    complete: User, open_window: OpenWindow, tmp_path: Path
) -> None:
    too_long = replace(complete.application, description="x" * 5_000)
    path = tmp_path / "godkendt.botilbud"
    path.write_bytes(draft_bytes(approved(too_long, NAME, NOW)))
    user = open_window(path)
    user.go_to("page.approve")
    assert status(user) is Status.APPROVED
    assert any("Måske er runden ændret, siden ansøgningen blev godkendt." in text for text in user.texts())
