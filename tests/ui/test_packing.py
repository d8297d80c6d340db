"""»Pak til KKR«: the draft and its attachments in one ZIP file; nothing is sent."""

import zipfile
from pathlib import Path

import pytest

from botilbud_desktop.domain.application import Coordination
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.attachments.reading import attached_files
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.ui.sending import sending
from tests.ui import drafts
from tests.ui.attaching import attach, coordinated, pdf
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

COMMAND = "Pak &til KKR …"


@pytest.fixture
def user(open_draft: OpenDraft, questions: RecordedQuestions, tmp_path: Path) -> User:
    """Two projects were coordinated in KKR; the minutes of the first are attached."""
    user = open_draft(coordinated(Coordination.KKR, Coordination.KKR))
    user.go_to("page.project.0")
    attach(user, questions, pdf(tmp_path / "andet sted"))
    return user


def test_draft_and_attachments_lie_side_by_side_where_it_is_unpacked(
    user: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    user.write("projects.0.loan.2025", "23000")
    target = tmp_path / "til KKR.zip"
    questions.will_answer(target)
    user.use_menu(COMMAND)
    assert user.path is not None
    assert questions.last.suggested == user.path.with_name("kladde – til KKR.zip")
    with zipfile.ZipFile(target) as archive:
        archive.extractall(tmp_path / "hos KKR")
    there = tmp_path / "hos KKR" / "kladde.botilbud"
    assert there.read_bytes() == user.path.read_bytes()
    assert b"23000" in there.read_bytes()
    (found,) = attached_files(there, user.application.id).attachments
    assert found.is_there
    text = user.notice_text()
    assert f"Pakken er gemt: {target}" in text
    assert "Den indeholder kladden og 1 vedlagt PDF. Programmet har ikke sendt noget." in text
    assert "Projekt 2: Projekt nummer 2. Ikke vedlagt: Referat af drøftelse i KKR." in text
    user.click_notice("Åbn mappen")
    assert questions.shown_folders == [tmp_path]


def test_nothing_is_packed_when_the_user_cancels(user: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    questions.will_answer(None)
    user.use_menu(COMMAND)
    assert list(tmp_path.rglob("*.zip")) == []


def test_an_unsaved_draft_is_saved_first(user: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    user.window.drafts.open_new(drafts.ROUND, "851")
    questions.will_answer(None)
    user.use_menu(COMMAND)
    questions.will_answer(tmp_path / "ny.botilbud", tmp_path / "ny.zip")
    user.use_menu(COMMAND)
    with zipfile.ZipFile(tmp_path / "ny.zip") as archive:
        assert archive.namelist() == ["ny.botilbud"]
    assert "Den indeholder kun kladden." in user.notice_text()


def test_a_file_that_a_colleague_has_changed_is_not_packed(user: User, tmp_path: Path) -> None:
    assert user.path is not None
    user.path.write_bytes(draft_bytes(replace(user.application, case_number="2024-77")))
    user.use_menu(COMMAND)
    assert user.notice_text().startswith("Der er ikke pakket noget")
    assert list(tmp_path.rglob("*.zip")) == []


def test_a_list_that_cannot_be_read_is_told(user: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    assert user.path is not None
    (user.path.with_name("kladde bilag") / "bilag.json").write_bytes(b"{")
    questions.will_answer(tmp_path / "ud.zip")
    user.use_menu(COMMAND)
    assert "bilag.json" in user.notice_text()
    assert not (tmp_path / "ud.zip").exists()


def test_the_package_is_never_written_over_the_draft(user: User, questions: RecordedQuestions) -> None:
    assert user.path is not None
    before = user.path.read_bytes()
    questions.will_answer(user.path)
    user.use_menu(COMMAND)
    assert user.path.read_bytes() == before
    assert "Det er navnet på en kladde" in user.notice_text()


def test_who_sends_the_draft_alone_is_told_that_the_files_stay(
    user: User, questions: RecordedQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "opens_messages", lambda: False)
    questions.will_answer("back")
    user.use_menu("Send til k&ollega …")
    assert "De vedlagte PDF’er følger ikke med." in questions.last.text
    assert user.path is not None
    (user.path.with_name("kladde bilag") / "bilag.json").unlink()
    questions.will_answer("back")
    user.use_menu("Send til k&ollega …")
    assert "vedlagte" not in questions.last.text
