"""Attachments on a drive that hangs, is full, or may not be written."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.attachments.attachment import AttachedFiles
from botilbud_desktop.storage.attachments import changing
from botilbud_desktop.storage.attachments.reading import attached_files
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.ui.attachments import attached
from tests.ui.attaching import attach, coordinated, pdf, said
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User


@pytest.fixture
def user(open_draft: OpenDraft) -> User:
    """A project that was coordinated in KKR, on its page."""
    user = open_draft(coordinated(Coordination.KKR))
    user.go_to("page.project.0")
    return user


@pytest.fixture
def freed() -> Iterator[Event]:
    """The drive hangs until this is set."""
    event = Event()
    yield event
    event.set()


def test_the_page_lives_while_the_drive_hangs_and_follows_when_it_answers(
    open_window: OpenWindow, tmp_path: Path, freed: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(draft: Path, draft_id: str) -> AttachedFiles:
        freed.wait(20)
        return attached_files(draft, draft_id)

    monkeypatch.setattr(attached, "attached_files", hang)
    monkeypatch.setattr(attached, "AT_ONCE", 0.01)
    monkeypatch.setattr(attached, "LATE_AFTER", 20.0)
    path = tmp_path / "kladde.botilbud"
    path.write_bytes(draft_bytes(coordinated(Coordination.KKR)))
    user = open_window(path)
    user.go_to("page.project.0")
    assert "Programmet kontrollerer, hvad der er vedlagt" in said(user)
    user.write("projects.0.loan.2025", "23000")
    assert user.value("projects.0.loan.2025") == 23000
    monkeypatch.setattr(attached, "LATE_AFTER", 0.0)
    qtbot.waitUntil(lambda: "Drevet svarer ikke" in said(user))
    assert "Ikke vedlagt" not in said(user)
    freed.set()
    qtbot.waitUntil(lambda: "Ikke vedlagt: Referat af drøftelse i KKR." in said(user))


@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.EACCES, "du har ikke adgang"), (errno.ENOSPC, "ikke mere plads"), (errno.EROFS, "ikke adgang")],
)
def test_a_folder_that_cannot_be_made_is_told(
    user: User,
    questions: RecordedQuestions,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    reason: str,
) -> None:
    def refuse(_path: Path, *_mode: Any, **_options: Any) -> None:
        raise OSError(code, os.strerror(code))

    source = pdf(tmp_path / "andet sted")
    monkeypatch.setattr(Path, "mkdir", refuse)
    attach(user, questions, source)
    assert "Mappen »kladde bilag« kan ikke oprettes, for" in user.notice_text()
    assert reason in user.notice_text()
    assert "Ikke vedlagt: Referat af drøftelse i KKR." in said(user)


def test_nothing_is_left_behind_when_the_list_cannot_be_written(
    user: User, questions: RecordedQuestions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(path: Path, data: bytes, **options: Any) -> None:
        if path.suffix == ".json":
            raise SaveFailedError(path.name, "der er ikke mere plads på drevet")
        write_atomically(path, data, **options)

    monkeypatch.setattr(changing.__name__ + ".write_atomically", write)
    attach(user, questions, pdf(tmp_path / "andet sted"))
    assert "Der er ikke mere plads på drevet" in user.notice_text()
    assert user.path is not None
    assert not user.path.with_name("kladde bilag").exists()


def test_a_file_that_cannot_be_deleted_is_taken_off_the_list_and_told(
    user: User, questions: RecordedQuestions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(user, questions, pdf(tmp_path / "andet sted"))

    def refuse(_path: Path, **_options: Any) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "unlink", refuse)
    questions.will_answer("remove")
    user.click("projects.0.documentation.files.0.remove")
    assert "er taget af listen. Filen ligger stadig i mappen »kladde bilag«." in user.notice_text()
    assert "Filen »Referat 12. marts.pdf« ligger i mappen, men er ikke vedlagt denne kladde." in said(user)


def test_a_file_that_is_gone_is_told(user: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    attach(user, questions, pdf(tmp_path / "andet sted"))
    assert user.path is not None
    (user.path.with_name("kladde bilag") / "Referat 12. marts.pdf").unlink()
    attach(user, questions, pdf(tmp_path / "andet sted", "Andet.pdf"), "other")
    text = said(user)
    assert "Ikke vedlagt: Referat af drøftelse i KKR." in text
    assert "Filen er væk" in text
    assert not user.button("projects.0.documentation.files.0.open").isEnabled()
    questions.will_answer("remove")
    user.click("projects.0.documentation.files.0.remove")
    assert "Filen er ikke i mappen" in questions.last.text
    assert "Filen er væk" not in said(user)
