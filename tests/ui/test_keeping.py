"""Drafts are saved automatically: in the journal at once, in the file a moment later (requirements 1 and 3)."""

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.draft.draft_lock import lock_draft, lock_path
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.user.person import Person
from tests.ui import drafts
from tests.ui.keeping import NOW, QUICK, SLOW_FILE, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.0.loan.2025"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg æøå.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    return path


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Imitates a drive on which replacing a draft blocks until the event is set."""
    answers = threading.Event()
    real = Path.replace

    def hangs(self: Path, target: Any) -> Path:
        if Path(target).suffix == ".botilbud":
            answers.wait(20)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", hangs)
    yield answers
    answers.set()


def loan_in(path: Path, programs: Programs) -> int | None:
    return read_draft(path, programs.library).application.projects[0].loan["2025"]


def disk_is_full(*_arguments: Any, **_options: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_what_is_typed_is_saved_by_itself_and_the_status_bar_says_when(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: loan_in(draft, programs) == 23000)
    qtbot.waitUntil(lambda: "Gemt automatisk kl. 12.00" in user.status_bar())
    assert not user.window.isWindowModified()
    assert QApplication.focusWidget() is user.line(LOAN)


def test_saving_by_itself_does_not_disturb_while_it_goes_on(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    user = programs.start(draft)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: "Gemt automatisk kl. 12.00" in user.status_bar())
    user.keys("0")
    assert "Gemt automatisk kl. 12.00" in user.status_bar(), "the text would come and go with each word"
    assert not user.window.isWindowModified()
    qtbot.waitUntil(lambda: loan_in(draft, programs) == 230000)


def test_a_draft_that_was_never_saved_is_in_the_journal(programs: Programs, qtbot: QtBot, tmp_path: Path) -> None:
    user = programs.start()
    user.window.drafts.open_new(drafts.ROUND, "851")
    user.window.drafts.settle()
    user.control(Qt.Key.Key_1)
    user.write("case_number", "2024-17")
    qtbot.waitUntil(lambda: "Ikke gemt som fil endnu, men sikret på computeren kl. 12.00" in user.status_bar())
    programs.kill(user)
    entry = programs.journalled()[0]
    assert entry.application.case_number == "2024-17"
    assert entry.path is None
    assert (entry.position.page, entry.position.field) == ("page.applicant", "case_number")
    assert list(tmp_path.rglob("*.botilbud")) == []


def test_leaving_a_field_writes_the_journal_at_once(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    user = programs.start(draft, SLOW_FILE._replace(journal_ms=3_600_000))
    user.write_and_leave(LOAN, "23000")
    qtbot.waitUntil(lambda: user.controller.state.journalled_at is not None)
    programs.kill(user)
    assert programs.journalled()[0].application.projects[0].loan["2025"] == 23000


def test_the_journal_is_gone_after_a_clean_end(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    user = programs.start(draft)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: user.controller.state.journalled_at is not None)
    user.window.close()
    assert programs.journalled() == []
    assert list(programs.folders.recovery.glob("*")) == []
    assert loan_in(draft, programs) == 23000
    assert [path.name for path in draft.parent.iterdir() if path.is_file()] == [draft.name], "no lock is left"


def test_a_full_disk_is_tried_again_patiently_then_told_and_the_bar_goes_once_it_is_saved(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft, QUICK._replace(journal_ms=3_600_000))
    before = draft.read_bytes()
    real = Path.replace

    def no_room_for_the_draft(self: Path, target: Any) -> Path:
        if Path(target).name == draft.name:
            disk_is_full()
        return real(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", no_room_for_the_draft)
        user.write(LOAN, "23000")
        qtbot.waitUntil(lambda: "Der er ikke mere plads på drevet" in user.standing_text())
        assert user.standing_text() == (
            "Filen »aalborg æøå.botilbud« blev ikke gemt: Der er ikke mere plads på drevet. Det, du skriver, "
            "bliver sikret på denne computer imens."
        )
        assert "Der er ændringer, som ikke er gemt" in user.status_bar()
        user.keys("0")
        assert user.value(LOAN) == 230000
        assert draft.read_bytes() == before
    qtbot.waitUntil(lambda: loan_in(draft, programs) == 230000)
    qtbot.waitUntil(lambda: user.standing_text() == "")


def test_while_the_file_cannot_be_saved_the_journal_is(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft)
    draft_folder = draft.parent
    real = os.open

    def no_room_beside_the_draft(path: Any, *arguments: Any, **options: Any) -> int:
        if str(path).startswith(str(draft_folder / ".~")):
            disk_is_full()
        return real(path, *arguments, **options)

    plain = Path.open

    def nor_for_files(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.parent == draft_folder and self.name.startswith(".~botilbud"):
            disk_is_full()
        return plain(self, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", no_room_beside_the_draft)
        patch.setattr(Path, "open", nor_for_files)
        user.write(LOAN, "23000")
        qtbot.waitUntil(lambda: user.standing_text() != "")
        qtbot.waitUntil(lambda: user.controller.state.journalled_at is not None)
        programs.kill(user)
    assert programs.journalled()[0].application.projects[0].loan["2025"] == 23000
    assert loan_in(draft, programs) == 22900


def test_one_passing_failure_is_not_told(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft, SLOW_FILE._replace(save_ms=40))
    failures: list[object] = []
    real = Path.replace

    def fails_once(self: Path, target: Any) -> Path:
        if Path(target).name == draft.name and not failures:
            failures.append(target)
            disk_is_full()
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fails_once)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: loan_in(draft, programs) == 23000)
    assert len(failures) == 1
    assert user.standing_text() == ""


def test_a_file_that_somebody_else_changed_is_left_alone_and_told_at_once(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    user = programs.start(draft)
    theirs = draft_bytes(replace(user.application, case_number="deres"))
    draft.write_bytes(theirs)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: "er ændret af" in user.standing_text())
    qtbot.wait(100)
    assert draft.read_bytes() == theirs
    assert user.value(LOAN) == 23000
    assert "Der er ændringer, som ikke er gemt" in user.status_bar()


def test_each_save_keeps_what_the_file_held_before(draft: Path, programs: Programs, qtbot: QtBot) -> None:
    before = draft.read_bytes()
    user = programs.start(draft)
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: "Gemt automatisk kl. 12.00" in user.status_bar())
    user.write(LOAN, "24000")
    user.save()
    history = History(programs.folders.versions, user.application.id)
    versions = history.versions()
    assert versions[-1].reason is Reason.OPENED
    assert history.content(versions[-1].number) == before
    assert history.content(versions[0].number) == draft.read_bytes()
    assert Reason.AUTOMATIC in {version.reason for version in versions}


def test_a_drive_that_hangs_stops_neither_typing_nor_the_journal(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft)
    answers = threading.Event()
    real = Path.replace

    def hangs(self: Path, target: Any) -> Path:
        if Path(target).name == draft.name:
            answers.wait(20)
        return real(self, target)

    monkeypatch.setattr(Path, "replace", hangs)
    user.write(LOAN, "23000")
    qtbot.wait(120)
    user.keys("0")
    assert user.value(LOAN) == 230000
    qtbot.waitUntil(lambda: not user.window.drafts.controller or user.controller.state.journalled_at is not None)
    answers.set()
    qtbot.waitUntil(lambda: loan_in(draft, programs) == 230000)


def test_closing_waits_for_a_save_that_is_under_way(draft: Path, programs: Programs) -> None:
    user = programs.start(draft)
    user.write(LOAN, "23000")
    user.window.close()
    assert loan_in(draft, programs) == 23000


def test_the_end_of_the_computers_session_saves_without_a_question(
    draft: Path, programs: Programs, questions: RecordedQuestions
) -> None:
    user = programs.start(draft, SLOW_FILE)
    user.write(LOAN, "23000")
    user.window.drafts.end_session()
    user.window.close()
    assert not user.window.isVisible()
    assert questions.asked == []
    assert loan_in(draft, programs) == 23000
    assert programs.journalled() == []


def test_at_the_end_of_the_session_a_draft_never_saved_waits_in_the_journal(
    programs: Programs, questions: RecordedQuestions
) -> None:
    user = programs.start()
    user.window.drafts.open_new(drafts.ROUND, "851")
    user.window.drafts.settle()
    user.control(Qt.Key.Key_1)
    user.write("case_number", "2024-17")
    user.window.drafts.end_session()
    user.window.close()
    assert questions.asked == []
    assert [entry.application.case_number for entry in programs.journalled()] == ["2024-17"]


def test_when_the_session_goes_on_after_all_closing_asks_again(
    programs: Programs, questions: RecordedQuestions
) -> None:
    user = programs.start()
    user.window.drafts.open_new(drafts.ROUND, "851")
    user.window.drafts.settle()
    user.control(Qt.Key.Key_1)
    user.write("case_number", "2024-17")
    user.window.drafts.end_session()
    user.write("case_number", "2024-18")
    questions.will_answer("stay")
    user.window.close()
    assert user.window.isVisible()


def test_a_half_typed_amount_is_in_the_journal(draft: Path, programs: Programs) -> None:
    user: User = programs.start(draft, SLOW_FILE)
    user.write(LOAN, "22,9")
    assert user.window.drafts.saving is not None
    assert user.window.drafts.saving.secure(5)
    programs.kill(user)
    assert programs.journalled()[0].half_typed == {"projects[0].loan.2025": "22,9"}


def test_a_save_that_could_not_even_be_begun_is_not_called_made(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, hanging: threading.Event
) -> None:
    user = programs.start(draft, QUICK._replace(wait_seconds=0.1))
    user.write(LOAN, "23000")
    qtbot.wait(150)
    user.keys("0")
    questions.will_answer("stay")
    user.window.close()
    assert user.window.isVisible(), "the drive hangs, and what was typed last is in the journal at best"
    hanging.set()
    qtbot.waitUntil(lambda: loan_in(draft, programs) == 230000)


def test_what_is_undone_while_a_save_is_under_way_is_saved_too(
    draft: Path, programs: Programs, qtbot: QtBot, hanging: threading.Event
) -> None:
    user = programs.start(draft)
    user.write_and_leave(LOAN, "23000")
    qtbot.wait(150)
    user.undo()
    assert user.controller.editor.is_modified, "it is not known what the file will hold"
    hanging.set()
    user.window.close()
    assert loan_in(draft, programs) == 22900


def test_save_as_to_a_draft_that_a_colleague_has_open_leaves_ones_own_draft_kept(
    draft: Path, programs: Programs, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    theirs = tmp_path / "deres.botilbud"
    theirs.write_bytes(draft_bytes(drafts.example("thisted")))
    lock = lock_draft(theirs, Person("Bo", "PC-7"), NOW)
    user = programs.start(draft)
    questions.will_answer(theirs)
    user.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert user.notice_text() == "»deres.botilbud« er åben hos Bo, så der er ikke gemt noget."
    assert user.standing_text() == ""
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: loan_in(draft, programs) == 23000)
    lock.release()


def test_save_as_under_the_drafts_own_name_overwrites_nobody(
    draft: Path, programs: Programs, questions: RecordedQuestions
) -> None:
    user = programs.start(draft, SLOW_FILE)
    theirs = draft_bytes(replace(user.application, case_number="deres"))
    draft.write_bytes(theirs)
    user.write(LOAN, "23000")
    questions.will_answer(draft)
    user.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert draft.read_bytes() == theirs
    assert "er ændret af" in user.standing_text()


def test_a_save_elsewhere_that_comes_too_late_neither_moves_the_draft_nor_keeps_a_lock(
    draft: Path,
    programs: Programs,
    questions: RecordedQuestions,
    qtbot: QtBot,
    tmp_path: Path,
    hanging: threading.Event,
) -> None:
    elsewhere = tmp_path / "andet sted.botilbud"
    user = programs.start(draft, QUICK._replace(wait_seconds=0.1, is_automatic=False))
    questions.will_answer(elsewhere)
    user.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert user.notice_text() == "Det er uvist, om filen »andet sted.botilbud« er gemt: Drevet svarer ikke."
    hanging.set()
    qtbot.waitUntil(lambda: elsewhere.exists() and not lock_path(elsewhere).exists())
    qtbot.wait(50)
    assert user.controller.location.path == draft


def test_what_the_file_held_is_a_version_from_the_opening_on_though_nothing_was_saved(
    draft: Path, programs: Programs, qtbot: QtBot
) -> None:
    before = draft.read_bytes()
    user = programs.start(draft, SLOW_FILE)
    history = History(programs.folders.versions, user.application.id)
    qtbot.waitUntil(lambda: len(history.versions()) == 1)
    (version,) = history.versions()
    assert version.reason is Reason.OPENED
    assert history.content(version.number) == before


def test_a_draft_that_was_never_saved_has_no_version(programs: Programs) -> None:
    user = programs.start()
    user.window.drafts.open_new(drafts.ROUND, "787")
    user.window.drafts.settle()
    user.window.drafts.close()
    assert not programs.folders.versions.exists() or list(programs.folders.versions.iterdir()) == []
