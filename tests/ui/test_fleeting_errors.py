"""What a drive says once and not again, and what it did though it told an error: unknown, or not told at all."""

import errno
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.files import atomic_write
from botilbud_desktop.storage.files.safe_open import read_plain
from tests.ui import drafts
from tests.ui.keeping import Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

LOAN = "projects.0.loan.2025"


@pytest.mark.parametrize("code", [53, 67, None])
def test_one_false_not_found_of_the_lock_is_not_said_to_be_somebody_else(
    code: int | None, programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    user = programs.start(path)
    module = "botilbud_desktop.storage.draft.draft_lock.read_plain"
    asked: list[object] = []

    def once(*arguments: object) -> bytes:
        asked.append(arguments)
        if len(asked) == 1:
            error = FileNotFoundError(errno.ENOENT, "")
            if code is not None:
                error.winerror = code  # type: ignore[attr-defined]
            raise error
        return read_plain(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(module, once)
    user.write(LOAN, "23000")
    for _ in range(100):
        if read_draft(path, programs.library).application.projects[0].loan["2025"] == 23000:
            break
        QTest.qWait(20)
    assert read_draft(path, programs.library).application.projects[0].loan["2025"] == 23000
    assert "overtaget" not in user.standing_text()
    assert asked


@pytest.mark.parametrize("how", ["flush", "replace"])
def test_a_file_that_is_there_although_an_error_was_told_is_not_said_to_be_unsaved(
    how: str, complete: User, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def fails(_folder: Path) -> None:
        raise OSError(errno.EIO, "")

    def replaces_and_fails(self: Path, target: Path) -> Path:
        real(self, target)
        raise OSError(errno.EIO, "")

    complete.go_to("page.approve")
    complete.write("approve.name", "Åse Ørsted")
    questions.will_answer("approve")
    with monkeypatch.context() as patch:
        if how == "flush":
            patch.setattr(atomic_write, "_flush_folder", fails)
        else:
            patch.setattr(Path, "replace", replaces_and_fails)
        complete.click("approve.approve")
    assert complete.path is not None
    assert read_draft(complete.path, complete.window.repository.library).application.approvals
    said = f"{complete.standing_text()} {complete.notice_text()} {complete.status_bar()}"
    assert "blev ikke gemt" not in said
    assert "uvist" in said
