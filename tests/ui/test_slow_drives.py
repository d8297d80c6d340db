"""The window never waits for a drive: it lives meanwhile, says what it waits for, and lets the user give up."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, current_thread, main_thread
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft, save_serialised
from botilbud_desktop.storage.draft.draft_lock import lock_draft
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle
from botilbud_desktop.storage.errors import PerhapsSavedError, RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import Replacing, write_atomically
from botilbud_desktop.storage.instance.single_instance import Instance
from botilbud_desktop.storage.user import recent
from botilbud_desktop.storage.user.recent import recent_drafts, remember_draft
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.platform import waiting
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs
from botilbud_desktop.ui.platform.one_instance import HandedOver
from tests.ui import drafts
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.0.loan.2025"
REPOSITORY = DraftRepository.__module__


class Drive:
    """A drive that answers nothing until it is let go."""

    def __init__(self) -> None:
        self._free = Event()
        self.reached = Event()

    def hang(self) -> str:
        self.reached.set()
        assert current_thread() is not main_thread(), "the window's own thread waits for the drive"
        self._free.wait(20)
        return "held"

    def let_go(self) -> None:
        self._free.set()


@pytest.fixture
def drive() -> Iterator[Drive]:
    made = Drive()
    yield made
    made.let_go()


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user is told at once."""
    monkeypatch.setattr(waiting, "SHOW_AFTER", 0.1)


def hanging(drive: Drive, real: Callable[..., Any]) -> Callable[..., Any]:
    """The function `real`, which first waits for the drive."""

    def call(*arguments: Any, **options: Any) -> Any:
        drive.hang()
        return real(*arguments, **options)

    return call


@contextmanager
def giving_up() -> Iterator[list[str]]:
    """Clicks »Opgiv« as soon as it is shown; yields the titles of the windows that were there."""
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog.objectName() == "waiting":
            seen.append(dialog.windowTitle())
            button = dialog.findChild(QPushButton, "waiting.give_up")
            assert button is not None
            button.click()

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(look)
    timer.start()
    yield seen
    timer.stop()


# the mechanism


def test_a_quick_job_gives_its_result_and_its_error_without_an_event_loop(qapp: QApplication) -> None:
    jobs = DriveJobs(wait=lambda _is_done, _seconds: pytest.fail("the window would have lived meanwhile"))
    path = Path("sag.botilbud")
    assert qapp is not None
    assert jobs.read(path, lambda: current_thread().name) == "drive"
    with pytest.raises(ZeroDivisionError):
        jobs.read(path, lambda: 1 // 0)


def test_the_window_lives_while_a_job_is_slow(aalborg: User, drive: Drive) -> None:
    turns: list[int] = []
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: turns.append(1) if len(turns) < 20 else drive.let_go())
    timer.start()
    aalborg.window.repository.drive.read(Path("sag.botilbud"), drive.hang)
    timer.stop()
    assert len(turns) == 20


def test_what_is_typed_while_the_program_waits_briefly_comes_afterwards(aalborg: User, drive: Drive) -> None:
    jobs = DriveJobs(wait=waiting.wait_quietly)
    QTimer.singleShot(20, aalborg.window, drive.let_go)
    jobs.read(Path("sag.botilbud"), drive.hang)
    assert not jobs.is_busy()
    aalborg.write(LOAN, "23000")
    assert aalborg.value(LOAN) == 23000


def test_a_job_that_is_given_up_releases_what_it_held(aalborg: User, drive: Drive, qtbot: QtBot) -> None:
    released: list[str] = []
    with giving_up() as seen, pytest.raises(RefusedFileError, match="Drevet svarer ikke"):
        aalborg.window.repository.drive.read(Path("sag.botilbud"), drive.hang, released.append)
    assert seen == ["Venter på drevet …"]
    assert released == []
    drive.let_go()
    qtbot.waitUntil(lambda: released == ["held"])


def test_a_write_that_was_given_up_in_time_never_replaces_the_file(
    aalborg: User, drive: Drive, tmp_path: Path, qtbot: QtBot
) -> None:
    path, ended = tmp_path / "x", Event()
    path.write_bytes(b"old")

    def write(replacing: Replacing) -> None:
        drive.hang()
        try:
            write_atomically(path, b"late", before_replace=replacing.allow)
        finally:
            ended.set()

    with giving_up(), pytest.raises(SaveFailedError) as failed:
        aalborg.window.repository.drive.write(path, write)
    assert str(failed.value) == "Filen »x« blev ikke gemt: Drevet svarer ikke."
    drive.let_go()
    qtbot.waitUntil(ended.is_set)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".~botilbud")] == []


def test_a_write_that_hangs_while_it_replaces_the_file_is_said_to_be_unknown(
    aalborg: User, drive: Drive, tmp_path: Path
) -> None:
    def write(replacing: Replacing) -> None:
        replacing.allow()
        drive.hang()

    with giving_up(), pytest.raises(PerhapsSavedError) as failed:
        aalborg.window.repository.drive.write(tmp_path / "x", write)
    assert str(failed.value) == "Det er uvist, om filen »x« er gemt: Drevet svarer ikke."


def test_two_jobs_never_write_the_same_file_at_a_time(
    aalborg: User, drive: Drive, tmp_path: Path, qtbot: QtBot
) -> None:
    order: list[str] = []
    jobs = aalborg.window.repository.drive

    def first(replacing: Replacing) -> None:
        replacing.allow()
        drive.hang()
        order.append("first")

    with giving_up(), pytest.raises(PerhapsSavedError):
        jobs.write(tmp_path / "x", first)
    QTimer.singleShot(60, aalborg.window, drive.let_go)
    jobs.write(tmp_path / "x", lambda _replacing: order.append("second"))
    assert order == ["first", "second"]


def test_a_question_with_a_useful_answer_is_not_waited_for_long(aalborg: User, drive: Drive, tmp_path: Path) -> None:
    assert aalborg.window.repository.drive.answer(drive.hang, "usual", 0.1) == "usual"


def test_a_drive_that_hangs_does_not_keep_the_program_from_ending() -> None:
    code = (
        "import time\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "application = QCoreApplication([])\n"
        "from botilbud_desktop.ui.platform.background import Background\n"
        "from botilbud_desktop.ui.platform.job import Job\n"
        "work = Background('file')\n"
        "work.do(lambda: time.sleep(600), print)\n"
        "work.close()\n"
        "Job(lambda: time.sleep(600))\n"
        "print('ended')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout == "ended\n"


# deeds


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "anden.botilbud"
    path.write_bytes(draft_bytes(drafts.example("thisted")))
    return path


def test_opening_from_a_drive_that_hangs_can_be_given_up_and_what_was_open_stays(
    aalborg: User, drive: Drive, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{REPOSITORY}.read_draft", hanging(drive, read_draft))
    controller = aalborg.controller
    with giving_up():
        assert not aalborg.window.drafts.open_path(other)
    assert aalborg.controller is controller
    assert aalborg.notice_text() == "Filen »anden.botilbud« kan ikke åbnes: Drevet svarer ikke."


def test_a_draft_given_up_while_it_is_locked_is_not_left_locked(
    aalborg: User, drive: Drive, other: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with monkeypatch.context() as patch, giving_up():
        patch.setattr(f"{REPOSITORY}.lock_draft", hanging(drive, lock_draft))
        assert not aalborg.window.drafts.open_path(other)
    assert aalborg.window.controller is None  # the start page
    drive.let_go()
    repository = aalborg.window.repository
    qtbot.waitUntil(lambda: repository.holder_of(other) is None)


def test_a_slow_drive_opens_as_soon_as_it_answers(
    aalborg: User, drive: Drive, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{REPOSITORY}.read_draft", hanging(drive, read_draft))
    QTimer.singleShot(300, aalborg.window, drive.let_go)
    assert aalborg.window.drafts.open_path(other)
    assert aalborg.controller.location.path == other


def test_at_the_start_the_window_is_shown_before_a_slow_drive_answers(
    repository: DraftRepository, drive: Drive, other: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    repository.timing = repository.timing._replace(opening_seconds=0.05)
    monkeypatch.setattr(f"{REPOSITORY}.read_draft", hanging(drive, read_draft))
    window = MainWindow(repository, RecordedQuestions())
    qtbot.addWidget(window)
    painted: list[bool] = []
    window.first_painted.connect(lambda: painted.append(window.controller is None))
    window.start_with(other)
    window.show()
    QTimer.singleShot(400, window, drive.let_go)
    qtbot.waitUntil(lambda: window.controller is not None)
    assert painted == [True]
    assert window.controller is not None
    assert window.controller.location.path == other
    window.drafts.let_go()


def test_a_start_from_a_drive_that_hangs_can_be_given_up(
    repository: DraftRepository, drive: Drive, other: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    repository.timing = repository.timing._replace(opening_seconds=0.05)
    monkeypatch.setattr(f"{REPOSITORY}.read_draft", hanging(drive, read_draft))
    window = MainWindow(repository, RecordedQuestions())
    qtbot.addWidget(window)
    window.start_with(other)
    window.show()
    with giving_up() as seen:
        qtbot.waitUntil(lambda: seen != [] and not window.repository.drive.is_busy())
    notice = window._notice()
    assert notice is not None
    assert notice.message.text() == "Filen »anden.botilbud« kan ikke åbnes: Drevet svarer ikke."


def test_a_copy_to_a_drive_that_hangs_can_be_given_up(
    aalborg: User,
    drive: Drive,
    questions: RecordedQuestions,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    copy = tmp_path / "kopi.botilbud"
    monkeypatch.setattr(f"{REPOSITORY}.save_serialised", hanging(drive, save_serialised))
    questions.will_answer(copy)
    with giving_up():
        aalborg.use_menu("Gem en &kopi …")
    assert aalborg.notice_text().startswith("Filen »kopi.botilbud« blev ikke gemt: Drevet svarer ikke.")
    drive.let_go()
    qtbot.wait(200)
    assert not copy.exists()
    monkeypatch.setattr(f"{REPOSITORY}.save_serialised", save_serialised)
    questions.will_answer(copy)
    aalborg.use_menu("Gem en &kopi …")
    assert aalborg.window.repository.read(copy).application == aalborg.application


def test_a_save_that_is_given_up_is_unknown_until_the_drive_answers(
    aalborg: User, drive: Drive, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(DraftFileHandle, "save", hanging(drive, DraftFileHandle.save))
    aalborg.write(LOAN, "23000")
    with giving_up():
        aalborg.save()
    assert aalborg.standing_text().startswith("Det er uvist, om filen »kladde.botilbud« er gemt: Drevet svarer ikke.")
    assert "Det er uvist, om alt er gemt" in aalborg.status_bar()
    drive.let_go()
    qtbot.waitUntil(lambda: not aalborg.controller.editor.is_modified)
    assert aalborg.standing_text() == ""
    assert "Gemt kl. 12.00" in aalborg.status_bar()


def test_a_state_folder_that_hangs_delays_nothing(
    aalborg: User,
    drive: Drive,
    questions: RecordedQuestions,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(recent, "remember_draft", hanging(drive, remember_draft))
    target = tmp_path / "andet.botilbud"
    questions.will_answer(target)
    aalborg.use_menu("Gem &som …")
    assert aalborg.controller.location.path == target
    drive.let_go()
    state = aalborg.window.repository.folders.state
    qtbot.waitUntil(lambda: target in recent_drafts(state))


def test_a_window_whose_save_hangs_can_be_closed(
    aalborg: User, drive: Drive, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving = aalborg.window.drafts.saving
    assert saving is not None
    saver = saving._saver()
    monkeypatch.setattr(saver, "_timing", saver._timing._replace(wait_seconds=0.3, closing_seconds=0.3))
    monkeypatch.setattr(DraftFileHandle, "save", hanging(drive, DraftFileHandle.save))
    aalborg.write(LOAN, "23000")
    questions.will_answer("stay", "discard")
    assert not aalborg.window.close()
    assert aalborg.window.isVisible()
    assert aalborg.window.close()


def test_a_draft_handed_over_while_a_drive_is_waited_for_is_opened_afterwards(
    aalborg: User, drive: Drive, other: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    jobs = aalborg.window.repository.drive
    first, later = Instance(tmp_path / "program"), Instance(tmp_path / "program")
    assert first.claim()
    opened: list[bool] = []

    def open_path(path: Path) -> None:
        assert path == other
        opened.append(jobs.is_busy())

    HandedOver(first, aalborg.window, open_path, jobs.is_busy)
    later._send(other, monotonic)
    QTimer.singleShot(500, aalborg.window, drive.let_go)
    jobs.read(other, drive.hang)
    qtbot.waitUntil(lambda: opened == [False])
    first.release()
