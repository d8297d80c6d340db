"""The system is told which draft to open again after an upgrade or a restart."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.instance.restart import restart_arguments
from botilbud_desktop.ui.window.reopening import Reopening
from tests.ui import drafts
from tests.ui.keeping import Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User


class Told:
    """What the system would start again, in the order in which it was told; None is nothing."""

    def __init__(self) -> None:
        self.all: list[str | None] = []

    def ask(self, arguments: str) -> None:
        """Records the arguments."""
        self.all.append(arguments)

    def take_back(self) -> None:
        """Records that nothing is to be started."""
        self.all.append(None)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "sag æøå.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    return path


@pytest.fixture
def told() -> Told:
    return Told()


def reopening(user: User, told: Told) -> Reopening:
    return Reopening(told, user.window.drafts, user.window)


def test_the_draft_that_is_open_already_is_told_at_once(draft: Path, programs: Programs, told: Told) -> None:
    reopening(programs.start(draft), told)
    assert told.all == [restart_arguments(draft)]


def test_a_draft_is_told_when_it_is_opened_and_taken_back_when_it_is_closed(
    draft: Path, programs: Programs, told: Told
) -> None:
    user = programs.start()
    reopening(user, told)
    assert told.all == []
    user.window.drafts.open_path(draft)
    user.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert told.all == [restart_arguments(draft), None]


def test_typing_and_saving_tell_nothing_anew(draft: Path, programs: Programs, told: Told) -> None:
    user = programs.start(draft)
    reopening(user, told)
    user.controller.save_state_changed.emit()
    user.controller.save_state_changed.emit()
    assert told.all == [restart_arguments(draft)]


def test_a_draft_that_is_saved_under_another_name_is_told_again(
    draft: Path, programs: Programs, told: Told, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    user = programs.start(draft)
    reopening(user, told)
    other = tmp_path / "en anden.botilbud"
    questions.will_answer(other)
    user.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: told.all == [restart_arguments(draft), restart_arguments(other)])


def test_of_a_draft_under_a_name_that_windows_does_not_keep_the_window_is_opened(
    draft: Path, programs: Programs, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("botilbud_desktop.storage.instance.restart._LONGEST", 3)
    reopening(programs.start(draft), told)
    assert told.all == ["--"]


def test_of_a_draft_without_a_file_the_window_is_opened_and_once_it_has_one_the_draft(
    programs: Programs, told: Told, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    user = programs.start()
    reopening(user, told)
    user.window.drafts.open_new(drafts.ROUND, "851")
    assert told.all == ["--"]
    file = tmp_path / "ny sag.botilbud"
    questions.will_answer(file)
    user.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: told.all == ["--", restart_arguments(file)])


def test_what_the_system_closes_stays_told(draft: Path, programs: Programs, told: Told) -> None:
    """Windows' Restart Manager reads it after the window is gone."""
    user = programs.start(draft)
    reopening(user, told)
    user.window.drafts.end_session()
    user.window.close()
    assert user.window.controller is None
    assert told.all == [restart_arguments(draft)]
