"""A colleague took over the open draft: nothing of theirs is overwritten, nothing of ours is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.draft.draft_lock import lock_path
from botilbud_desktop.storage.draft.file_handle import DraftFileHandle, SaveResult
from tests.ui import drafts
from tests.ui.keeping import SLOW_FILE, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.0.loan.2025"


@pytest.fixture
def taken_over(tmp_path: Path, programs: Programs) -> User:
    """A user in an open draft whose lock file now names somebody else."""
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    user = programs.start(path, SLOW_FILE)
    user.write(LOAN, "23000")
    lock_file = lock_path(path)
    info = json.loads(lock_file.read_bytes())
    lock_file.write_text(json.dumps({**info, "name": "Mette Holm", "token": "another"}), encoding="utf-8")
    user.save()
    return user


def test_who_has_it_now_is_told_and_the_file_stays_theirs(taken_over: User, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "har overtaget kladden" in taken_over.standing_text())
    assert taken_over.standing_text() == (
        "Mette Holm har overtaget kladden, mens du skrev. Det, du skriver, bliver sikret på denne computer imens."
    )
    assert taken_over.path is not None
    assert taken_over.path.read_bytes() == draft_bytes(drafts.example("aalborg"))
    assert taken_over.value("projects[0].loan.2025") == 23000


def test_what_was_typed_can_be_saved_as_a_copy(
    taken_over: User, questions: RecordedQuestions, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: "har overtaget kladden" in taken_over.standing_text())
    copy = tmp_path / "kopi.botilbud"
    questions.will_answer(copy)
    taken_over.click_notice("Gem en kopi …")
    qtbot.waitUntil(copy.exists)
    assert b"23000" in copy.read_bytes()


def test_a_draft_that_was_taken_over_is_not_saved_again_and_again(
    tmp_path: Path, programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    user = programs.start(path)
    attempts: list[str] = []
    real = DraftFileHandle.save

    def counted(file: DraftFileHandle, *arguments: Any) -> SaveResult:
        attempts.append("save")
        return real(file, *arguments)

    monkeypatch.setattr(DraftFileHandle, "save", counted)
    info = json.loads(lock_path(path).read_bytes())
    lock_path(path).write_text(json.dumps({**info, "name": "Mette Holm", "token": "another"}), encoding="utf-8")
    user.write(LOAN, "23000")
    qtbot.waitUntil(lambda: "har overtaget kladden" in user.standing_text())
    tried = len(attempts)
    user.write(LOAN, "24000")
    qtbot.wait(300)  # many times the delay of an automatic save and of a retry
    assert len(attempts) == tried
    assert "Der er ændringer, som ikke er gemt" in user.status_bar()
