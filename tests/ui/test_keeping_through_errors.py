"""Drafts survive errors in the program: a failed save or journal is reported and retried automatically."""

import os
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.exceptions import TimeoutError as NeverError
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.storage.draft import half_typed
from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.draft.draft_lock import DraftLock, lock_path
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.recovery.journal import Journal
from botilbud_desktop.ui.draft import recovery
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.saving.file_saver import FileSaver
from botilbud_desktop.ui.draft.saving.journal_saver import JournalSaver
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.widgets.standing_notices import Topic
from botilbud_desktop.ui.workbench import workbench
from tests.ui import drafts
from tests.ui.error_watch import fail, failing_once, reported, taking_errors
from tests.ui.injected_errors import injected, lines_run
from tests.ui.keeping import QUICK, SLOW_FILE, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.0.loan.2025"
NOT_FORESEEN = "der skete en fejl i programmet"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    return path


def hide_error(user: User) -> None:
    """Presses »Skjul« in the bar that reports the error."""
    bar = user.window.notices.bar
    user.click(next(button for button in bar.findChildren(QPushButton) if button.text() == "Skjul"))


def loan_in(path: Path, programs: Programs) -> int | None:
    return read_draft(path, programs.library).application.projects[0].loan["2025"]


def loans_in_journals(user: User, programs: Programs) -> list[int | None]:
    """Kills the program and returns the loans in the journals it leaves."""
    assert user.window.drafts.secure()
    programs.kill(user)
    return [entry.application.projects[0].loan["2025"] for entry in programs.journalled()]


# saving


@pytest.mark.parametrize(("kind", "name"), [(DraftFileHandle, "save"), (DraftController, "mark_saved")])
def test_an_error_in_a_save_is_told_and_the_draft_is_saved_without_another_key(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: type, name: str
) -> None:
    monkeypatch.setattr(kind, name, failing_once(getattr(kind, name)))
    user = programs.start(draft)
    with taking_errors(user) as error_reporter:
        user.write(LOAN, "23000")
        qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
        assert loan_in(draft, programs) == 23000
        qtbot.waitUntil(lambda: user.window.notices.is_standing(Topic.ERROR_IN_PROGRAM))
        assert "1 gang: ValueError (i vinduet)" in error_reporter.report()
    assert not user.window.notices.is_standing(Topic.NOT_SAVED)
    assert "Gemt automatisk" in " ".join(user.status_bar())


def test_saving_that_fails_each_time_is_told_to_stand_and_never_called_saved(
    draft: Path,
    programs: Programs,
    questions: RecordedQuestions,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = programs.start(draft)
    with taking_errors(user):
        with monkeypatch.context() as patch:
            patch.setattr(DraftFileHandle, "save", fail)
            user.write(LOAN, "23000")
            qtbot.waitUntil(lambda: user.window.notices.is_standing(Topic.NOT_SAVED))
            hide_error(user)
            assert user.standing_text() == (
                "Det er uvist, om filen »aalborg.botilbud« er gemt: Der skete en fejl i programmet. Det, du skriver, "
                "bliver sikret på denne computer imens."
            )
            assert "Det er uvist, om alt er gemt" in user.status_bar()
            saving = user.window.drafts.saving
            assert saving is not None
            assert not saving.save()
            questions.will_answer("stay")
            assert not user.window.close()
            assert user.window.isVisible()
            assert user.window.drafts.secure()
        qtbot.waitUntil(lambda: not user.window.notices.is_standing(Topic.NOT_SAVED))
        assert loan_in(draft, programs) == 23000


def test_what_is_said_of_a_failed_save_follows_whether_what_is_typed_is_safe(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two faults begin and end each by itself."""

    def refuse(*_: object, **__: object) -> None:
        raise SaveFailedError("aalborg.botilbud", "der er ikke mere plads på drevet")

    user = programs.start(draft, SLOW_FILE._replace(retry_ms=3_600_000))
    notices, saving = user.window.notices, user.window.drafts.saving
    assert saving is not None
    with monkeypatch.context() as no_file, monkeypatch.context() as no_journal:
        no_file.setattr(DraftFileHandle, "save", refuse)
        user.write(LOAN, "23000")
        assert not saving.save()
        assert "bliver sikret på denne computer imens" in user.standing_text()
        no_journal.setattr(Journal, "write", refuse)
        user.write(LOAN, "23001")
        qtbot.waitUntil(lambda: notices.is_standing(Topic.NOT_JOURNALLED))
        assert "kan heller ikke sikres på denne computer" in user.standing_text()
        no_journal.undo()
        assert user.window.drafts.secure()
        qtbot.waitUntil(lambda: not notices.is_standing(Topic.NOT_JOURNALLED))
        assert "bliver sikret på denne computer imens" in user.standing_text()
    assert saving.save()
    assert not notices.is_standing(Topic.NOT_SAVED)


def test_when_nobody_knows_whether_it_was_saved_taking_it_back_is_saved_too(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft, SLOW_FILE._replace(retry_ms=3_600_000))
    real = DraftFileHandle.save

    def saves_and_fails(*arguments: Any) -> None:
        real(*arguments)
        fail()

    with taking_errors(user):
        with monkeypatch.context() as patch:
            patch.setattr(DraftFileHandle, "save", saves_and_fails)
            user.write(LOAN, "23000")
            user.control(Qt.Key.Key_S)
            qtbot.waitUntil(lambda: user.window.notices.is_standing(Topic.ERROR_IN_PROGRAM))
        assert loan_in(draft, programs) == 23000
        while user.controller.editor.can_undo:
            user.undo()
        user.control(Qt.Key.Key_W)
        assert loan_in(draft, programs) == 22900


def test_an_error_in_letting_go_of_the_file_closes_the_draft_all_the_same(
    draft: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft)
    user.write(LOAN, "23000")
    with taking_errors(user) as error_reporter, monkeypatch.context() as patch:
        patch.setattr(DraftLock, "release", fail)
        user.control(Qt.Key.Key_W)
        assert "ValueError" in reported(error_reporter)
    assert user.window.controller is None
    assert loan_in(draft, programs) == 23000
    assert programs.journalled() == []
    lock_path(draft).unlink(missing_ok=True)


# the journal


def test_a_journal_that_fails_each_time_is_told_and_never_called_safe(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft, SLOW_FILE)
    with taking_errors(user):
        with monkeypatch.context() as patch:
            patch.setattr(Journal, "write", fail)
            user.write(LOAN, "23000")
            qtbot.waitUntil(lambda: user.window.notices.is_standing(Topic.NOT_JOURNALLED))
            assert not user.window.drafts.secure()
            qtbot.waitUntil(lambda: "så gem kladden nu" in user.standing_text())
            hide_error(user)
            assert user.standing_text() == (
                "Det, du skriver, kan ikke sikres på computeren: Der skete en fejl i programmet. Gem kladden."
            )
        qtbot.waitUntil(lambda: not user.window.notices.is_standing(Topic.NOT_JOURNALLED))
    assert loans_in_journals(user, programs) == [23000]


@pytest.mark.parametrize("kind", [Journal, JournalSaver])
def test_while_the_journal_fails_the_file_is_saved(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: type
) -> None:
    user = programs.start(draft)
    with taking_errors(user):
        with monkeypatch.context() as patch:
            patch.setattr(kind, "write" if kind is Journal else "_entry", fail)
            user.write(LOAN, "23000")
            qtbot.waitUntil(lambda: not user.controller.editor.is_modified)
            assert loan_in(draft, programs) == 23000
        qtbot.waitUntil(user.window.drafts.secure)


def test_an_entry_that_could_not_be_made_is_made_without_another_key(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(JournalSaver, "_entry", failing_once(JournalSaver._entry))
    user = programs.start(draft, SLOW_FILE)
    with taking_errors(user):
        user.write(LOAN, "23000")
        qtbot.waitUntil(lambda: user.controller.state.journalled_at is not None)
        assert loans_in_journals(user, programs) == [23000]


# an error at any line

SAVING_CLASSES = (Background, FileSaver, JournalSaver)
VERY_QUICK = QUICK._replace(journal_ms=2, save_ms=4, retry_ms=4)


def test_after_an_error_at_each_line_of_what_keeps_a_draft_the_next_change_is_saved_and_journalled(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _handle: None)  # no power failure is tested here; saves time
    user = programs.start(draft, VERY_QUICK)
    controller, loan = user.controller, field_path("projects[0].loan.2025")
    journalled: list[bool] = []
    assert user.window.drafts.saving is not None
    assert user.window.drafts.saving._journal_saver is not None
    user.window.drafts.saving._journal_saver.written.connect(lambda: journalled.append(True))

    def change(value: int) -> None:
        journalled.clear()
        QTimer.singleShot(0, user.window, lambda: controller.editor.set_value(loan, value))
        qtbot.waitUntil(lambda: user.value(LOAN) == value)

    def is_kept() -> bool:
        return not controller.editor.is_modified and bool(journalled)

    methods = (one for kind in SAVING_CLASSES for one in vars(kind).values() if isinstance(one, FunctionType))
    with lines_run(method.__code__ for method in methods) as run:
        change(1)
        qtbot.waitUntil(is_kept)
    number, shots, before = 1000, 0, ""
    with taking_errors(user):
        for code, line in sorted(run, key=lambda item: (item[0].co_filename, item[1])):
            number += 1
            with injected(code, line) as shot:
                change(number)
                with suppress(NeverError):
                    qtbot.waitUntil(lambda: shot.fired or is_kept())
            assert shot.fired or is_kept(), f"nothing went on after an error at {before}"
            shots, before = shots + shot.fired, f"{code.co_qualname}:{line}"
        change(number + 1)
        qtbot.waitUntil(is_kept)
    assert shots > 50
    assert loan_in(draft, programs) == number + 1
    assert loans_in_journals(user, programs) == [number + 1]


# errors while a draft opens


@pytest.mark.parametrize("where", ["recovery", "half-typed text", "what is shown"])
def test_an_error_while_a_draft_is_opened_keeps_nobody_from_keeping_it(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    user = programs.start()
    qtbot.wait(250)  # the delayed work of the start is done
    if where == "recovery":
        monkeypatch.setattr(recovery.Recovery, "look", fail)
    elif where == "half-typed text":
        monkeypatch.setattr(half_typed, "half_typed_of", fail)
    else:
        monkeypatch.setattr(workbench, "ProblemNotice", fail)
    with taking_errors(user) as error_reporter:
        QTimer.singleShot(0, user.window, partial(user.window.drafts.open_path, draft))
        qtbot.waitUntil(lambda: user.window.drafts.saving is not None and user.window.drafts.saving.is_autosaving)
        user.write(LOAN, "23000")
        qtbot.waitUntil(lambda: loan_in(draft, programs) == 23000)
        assert "ValueError" in reported(error_reporter)
        assert loans_in_journals(user, programs) == [23000]


def test_an_error_in_finding_where_to_begin_on_a_page_keeps_nobody_from_writing_on_it(
    draft: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft)
    with taking_errors(user) as error_reporter, monkeypatch.context() as patch:
        patch.setattr(Page, "focus_first", fail)
        user.go_to("page.applicant")
        assert "ValueError" in reported(error_reporter)
        user.write("case_number", "27-1")
    assert user.value("case_number") == "27-1"


# the rules


def test_rules_that_fail_at_each_change_cost_no_letter(
    draft: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = programs.start(draft)
    with taking_errors(user) as error_reporter, monkeypatch.context() as patch:
        user.click(LOAN)
        patch.setattr(Assessor, "assess", fail)
        user.write(LOAN, "23000")
        assert user.value(LOAN) == 23000
        qtbot.waitUntil(lambda: loan_in(draft, programs) == 23000)
        assert "ValueError" in reported(error_reporter)
    assert user.line(LOAN).text() == "23000"
    assert loans_in_journals(user, programs) == [23000]


# background work


def test_an_error_in_a_result_keeps_neither_the_next_result_nor_who_waits(
    aalborg: User,
) -> None:
    work = Background("test")
    given: list[int] = []

    def take(ended: Future[int]) -> None:
        given.append(ended.result())

    with taking_errors(aalborg) as error_reporter:
        for number in range(3):
            work.do(partial(int, number), fail if number == 1 else take)
        assert work.wait(5)
        assert given == [0, 2]
        assert not work.is_busy
        assert "ValueError" in reported(error_reporter)
    work.close()
