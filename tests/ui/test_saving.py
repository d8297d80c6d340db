"""Saving needs no valid values, never overwrites silently, and keeps half-typed values (requirements 2 and 6)."""

import errno
import os
import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.file_saver import FileSaver
from botilbud_desktop.ui.draft.saving.save_service import SaveService
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.widgets.standing_notices import StandingNotices
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import shown_problems
from tests.ui.user import User

LOAN = "projects.0.loan.2025"


def saved_path(user: User) -> Path:
    assert user.path is not None
    return user.path


def test_a_draft_with_too_long_text_a_half_typed_amount_and_empty_rows_reopens_as_it_was(
    empty: User, open_window: OpenWindow
) -> None:
    long_text = "Det er for langt. " * 100
    empty.go_to("page.project.0")
    empty.click("projects.0.description")
    empty.paste(long_text)
    empty.click("projects.0.places.add")
    empty.click("projects.0.daily_rates.add")
    empty.write(LOAN, "22,9")
    empty.write("projects.0.completion_date", "31.02.2026")
    empty.save()
    again = open_window(saved_path(empty))
    again.go_to("page.project.0")
    assert again.area("projects.0.description").text() == long_text
    assert again.line(LOAN).text() == "22,9"
    assert again.value(LOAN) is None
    assert again.line("projects.0.completion_date").text() == "31.02.2026"
    assert again.line("projects.0.places.0.count").text() == ""
    assert again.line("projects.0.daily_rates.0.label").text() == ""
    assert again.application == empty.application
    assert not again.controller.editor.is_modified


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("projects.0.share_for_others", "25,123"),
        ("projects.0.completion_date", "30. nov"),
        ("projects.0.gross_construction_cost", "22.9"),
        ("projects.0.places_closed_elsewhere", "to"),
    ],
)
def test_a_half_typed_value_survives_saving_and_reopening(
    aalborg: User, open_window: OpenWindow, name: str, typed: str
) -> None:
    aalborg.write(name, typed)
    aalborg.save()
    again = open_window(saved_path(aalborg))
    assert again.line(name).text() == typed
    assert again.value(name) is None


def test_a_half_typed_cell_of_a_row_survives_saving_and_reopening(aalborg: User, open_window: OpenWindow) -> None:
    aalborg.write("projects.0.places.1.count", "fire")
    aalborg.save()
    again = open_window(saved_path(aalborg))
    assert again.line("projects.0.places.1.count").text() == "fire"
    assert again.value("projects.0.places.1.count") == 0


def test_saving_moves_no_focus_and_shows_no_problem(empty: User) -> None:
    empty.go_to("page.project.0")
    empty.write("projects.0.name", "Et navn")
    empty.write(LOAN, "22,9")
    field = empty.line(LOAN)
    shown = empty.texts()
    empty.save()
    assert QApplication.focusWidget() is field
    assert field.text() == "22,9"
    assert field.cursorPosition() == 4
    assert empty.texts() == shown
    assert shown_problems(empty) == []
    assert empty.notice_text() == ""


def test_half_typed_values_come_back_by_themselves(aalborg: User, repository: DraftRepository, qtbot: QtBot) -> None:
    aalborg.write(LOAN, "22,9")
    aalborg.save()
    window = MainWindow(repository, RecordedQuestions())
    qtbot.addWidget(window)
    window.start_with(saved_path(aalborg))
    window.show()
    again = User(window)
    qtbot.waitUntil(lambda: again.line(LOAN).text() == "22,9")
    assert not window.isWindowModified()
    window.drafts.let_go()


def test_saving_at_once_keeps_the_half_typed_values(
    aalborg: User, repository: DraftRepository, open_window: OpenWindow
) -> None:
    aalborg.write(LOAN, "22,9")
    aalborg.save()
    aalborg.window.drafts.let_go()
    controller = repository.open(saved_path(aalborg))
    controller.editor.set_value(field_path("case_number"), "2024-1")
    saving = SaveService(controller, repository, RecordedQuestions(), StandingNotices(), lambda *_words: None)
    assert saving.save()
    saving.close()
    again = open_window(saved_path(aalborg))
    assert again.line(LOAN).text() == "22,9"
    assert again.application.case_number == "2024-1"


def test_typing_at_once_is_not_overwritten_by_half_typed_values_that_come_back(
    aalborg: User, repository: DraftRepository
) -> None:
    aalborg.write(LOAN, "22,9")
    aalborg.save()
    controller = repository.open(saved_path(aalborg))
    controller.editor.set_value(field_path(LOAN), 23000)
    repository.settle(controller)
    assert controller.view.half_typed == {}
    assert controller.editor.value(field_path(LOAN)) == 23000


def test_undoing_what_was_typed_at_once_keeps_the_half_typed_values(aalborg: User, repository: DraftRepository) -> None:
    aalborg.write(LOAN, "22,9")
    aalborg.save()
    controller = repository.open(saved_path(aalborg))
    controller.editor.set_value(field_path("case_number"), "2024-1")
    repository.settle(controller)
    controller.editor.undo()
    assert controller.view.half_typed == {"projects[0].loan.2025": "22,9"}


def test_a_step_of_the_history_goes_on_across_a_save(aalborg: User) -> None:
    aalborg.write_and_leave("projects.0.name", "Et andet navn")
    aalborg.save()
    assert not aalborg.window.isWindowModified()
    aalborg.undo()
    assert aalborg.application.projects[0].name == drafts.example("aalborg").projects[0].name
    assert aalborg.window.isWindowModified()


def test_the_title_and_the_status_bar_tell_whether_the_draft_is_saved(aalborg: User) -> None:
    assert aalborg.window.windowTitle() == (
        "Aalborg – Lånepulje til botilbud 2025-26 (kladde.botilbud)[*] – Botilbud Desktop"
    )
    assert not aalborg.window.isWindowModified()
    aalborg.write(LOAN, "23000")
    assert aalborg.window.isWindowModified()
    assert "Der er ændringer, som ikke er gemt" in aalborg.status_bar()
    aalborg.save()
    assert not aalborg.window.isWindowModified()
    assert "Gemt kl. 12.00" in aalborg.status_bar()


def test_what_is_saved_is_what_is_in_the_model(aalborg: User, library: FormLibrary) -> None:
    aalborg.write_and_leave(LOAN, "23000")
    aalborg.save()
    assert drafts.content_of(saved_path(aalborg)) == draft_bytes(aalborg.application)
    assert read_draft(saved_path(aalborg), library).application.projects[0].loan["2025"] == 23000


def test_a_new_draft_asks_where_the_first_time_only(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_window(None)
    user.window.drafts.open_new(drafts.ROUND, "851")
    target = tmp_path / "ny.botilbud"
    questions.will_answer(target)
    user.save()
    assert questions.last.suggested is not None
    assert questions.last.suggested.suffix == ".botilbud"
    assert target.exists()
    user.control(Qt.Key.Key_1)
    user.write("case_number", "2024-1")
    user.save()
    assert len(questions.asked) == 1
    assert drafts.content_of(target) == draft_bytes(user.application)


def test_thinking_better_of_the_first_save_writes_nothing(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user = open_window(None)
    user.window.drafts.open_new(drafts.ROUND, "851")
    questions.will_answer(None)
    user.save()
    assert list(tmp_path.rglob("*.botilbud")) == []
    assert "Ikke gemt endnu" in user.status_bar()


def test_a_file_that_somebody_else_changed_is_not_overwritten(aalborg: User, open_window: OpenWindow) -> None:
    path = saved_path(aalborg)
    theirs = draft_bytes(replace(aalborg.application, case_number="deres"))
    aalborg.write(LOAN, "23000")
    path.write_bytes(theirs)
    aalborg.save()
    assert path.read_bytes() == theirs
    when = r"kl\. [0-9]{2}\.[0-9]{2}"
    assert re.fullmatch(
        rf"Filen »kladde\.botilbud« er ændret af en anden {when}, siden du åbnede den, og den er ikke overskrevet\.",
        aalborg.standing_text(),
    )
    assert aalborg.window.isWindowModified()
    assert aalborg.value(LOAN) == 23000


def test_after_a_conflict_a_copy_can_be_saved(aalborg: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    path, copy = saved_path(aalborg), tmp_path / "min kopi.botilbud"
    theirs = draft_bytes(replace(aalborg.application, case_number="deres"))
    aalborg.write(LOAN, "23000")
    path.write_bytes(theirs)
    aalborg.save()
    questions.will_answer(copy)
    aalborg.click_notice("Gem en kopi …")
    assert drafts.content_of(copy) == draft_bytes(aalborg.application)
    assert path.read_bytes() == theirs
    assert aalborg.notice_text().startswith(f"Kopien er gemt: {copy}\n")


def test_a_file_that_is_gone_is_said_and_can_be_saved_elsewhere(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    aalborg.write(LOAN, "23000")
    saved_path(aalborg).unlink()
    aalborg.save()
    assert aalborg.standing_text() == (
        "Filen »kladde.botilbud« ligger der ikke længere, så gem kladden som en ny fil. Det, du skriver, bliver sikret "
        "på denne computer imens."
    )
    target = tmp_path / "igen.botilbud"
    questions.will_answer(target)
    aalborg.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert drafts.content_of(target) == draft_bytes(aalborg.application)
    assert aalborg.standing_text() == ""
    assert not aalborg.window.isWindowModified()


def test_a_full_disk_shows_a_bar_and_typing_goes_on(aalborg: User, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved_path(aalborg)
    before = path.read_bytes()

    def disk_is_full(*_arguments: Any, **_options: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    aalborg.write(LOAN, "23000")
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", disk_is_full)
        patch.setattr(Path, "replace", disk_is_full)
        aalborg.save()
    assert path.read_bytes() == before
    assert list(path.parent.glob(".~botilbud-*")) == []
    assert aalborg.standing_text() == (
        "Filen »kladde.botilbud« blev ikke gemt: Der er ikke mere plads på drevet. Det, du skriver, bliver sikret på "
        "denne computer imens."
    )
    assert QApplication.focusWidget() is aalborg.line(LOAN)
    aalborg.keys("0")
    assert aalborg.value(LOAN) == 230000
    aalborg.save()
    assert aalborg.standing_text() == ""
    assert drafts.content_of(path) == draft_bytes(aalborg.application)


def test_a_copy_leaves_the_draft_where_it_lies(aalborg: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.botilbud"
    aalborg.write(LOAN, "23000")
    questions.will_answer(copy)
    aalborg.use_menu("Gem en &kopi …")
    assert copy.exists()
    assert aalborg.controller.location.path == saved_path(aalborg)
    assert aalborg.window.isWindowModified()


def test_a_half_typed_value_of_an_older_file_is_not_put_into_one_that_others_changed(
    aalborg: User, open_window: OpenWindow
) -> None:
    aalborg.write(LOAN, "22,9")
    aalborg.save()
    path = saved_path(aalborg)
    path.write_bytes(draft_bytes(replace(drafts.example("aalborg"), case_number="deres")))
    again = open_window(path)
    assert again.line(LOAN).text() == "22.900"


def test_half_typed_text_that_cannot_be_kept_beside_the_file_is_told(
    aalborg: User, folders: UserFolders, library: FormLibrary
) -> None:
    folders.state.mkdir(parents=True, exist_ok=True)
    (folders.state / "unfinished").write_bytes(b"a file where a folder should be")
    aalborg.write(LOAN, "22,9")
    aalborg.save()
    assert aalborg.notice_text() == "Kladden er gemt, men ikke de tal og datoer, du er midt i at skrive."
    assert read_draft(saved_path(aalborg), library).application == aalborg.application


def test_no_half_typed_text_is_missed_while_there_is_none(aalborg: User, folders: UserFolders) -> None:
    folders.state.mkdir(parents=True, exist_ok=True)
    (folders.state / "unfinished").write_bytes(b"a file where a folder should be")
    aalborg.write(LOAN, "23000")
    aalborg.save()
    assert "kunne ikke gemmes" not in aalborg.notice_text()


def test_the_save_at_the_end_of_a_session_waits_no_longer_than_it_may(
    aalborg: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    saving = aalborg.window.drafts.saving
    assert saving is not None
    aalborg.write(LOAN, "23000")
    saver = saving._saver()
    monkeypatch.setattr(f"{FileSaver.__module__}.monotonic", iter([10.0, 10.75]).__next__)

    def wait(_work: Background, seconds: float) -> bool:
        waited.append(seconds)
        return True

    monkeypatch.setattr(Background, "wait", wait)
    saver.save_if_quick(1.0)
    assert waited == [1.0, 0.25]
