"""A draft opened from a mail, a browser or a ZIP says at once that it would be lost there, and how to keep it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.storage.draft.draft_file import draft_bytes, read_draft
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.temporary_place import IN_TEMPORARY_PLACE
from botilbud_desktop.ui.widgets.standing_notices import Topic
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User

NAME = "sag (003).botilbud"


@pytest.fixture
def attachment(tmp_path: Path) -> Path:
    folder = tmp_path / "INetCache" / "Content.Outlook" / "7X2A9B1C"
    folder.mkdir(parents=True)
    path = folder / NAME
    path.write_bytes(draft_bytes(drafts.complete()))
    return path


def opened(open_window: OpenWindow, path: Path, qtbot: QtBot) -> User:
    user = open_window(path)
    user.window.drafts.settle()
    qtbot.waitUntil(lambda: is_said(user), timeout=5_000)
    return user


def is_said(user: User) -> bool:
    return user.window.notices.is_standing(Topic.TEMPORARY_PLACE)


def test_an_attachment_says_so_and_is_saved_elsewhere_with_one_click(
    attachment: Path,
    open_window: OpenWindow,
    questions: RecordedQuestions,
    tmp_path: Path,
    library: FormLibrary,
    qtbot: QtBot,
) -> None:
    user = opened(open_window, attachment, qtbot)
    assert user.standing_text() == IN_TEMPORARY_PLACE
    kept = tmp_path / "Sager" / "sag.botilbud"
    kept.parent.mkdir()
    questions.will_answer(kept)
    user.click_notice("Gem et andet sted …")
    suggested = questions.last.suggested
    assert suggested == user.window.repository.drafts_folder() / NAME
    qtbot.waitUntil(lambda: not is_said(user), timeout=5_000)
    assert user.standing_text() == ""
    assert read_draft(kept, library).application == drafts.complete()


def test_saving_into_another_temporary_folder_is_said_again(
    attachment: Path, open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, qtbot: QtBot
) -> None:
    user = opened(open_window, attachment, qtbot)
    other = tmp_path / "Temp1_kladder.zip" / "sag.botilbud"
    other.parent.mkdir()
    questions.will_answer(other)
    user.click_notice("Gem et andet sted …")
    assert user.controller.location.path == other
    assert is_said(user)


def test_a_draft_elsewhere_says_nothing_and_proposes_its_own_folder(
    aalborg: User, questions: RecordedQuestions, tmp_path: Path, qtbot: QtBot
) -> None:
    aalborg.window.drafts.settle()
    place = aalborg.window.drafts._temporary_place
    assert place is not None
    assert place._work.wait(5)
    assert not is_said(aalborg)
    questions.will_answer(None)
    aalborg.use_menu("Gem &som …")
    assert questions.last.suggested == aalborg.path


def test_the_systems_temporary_folder_is_one_and_the_notice_goes_with_the_draft(
    repository: DraftRepository, open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / NAME
    path.write_bytes(draft_bytes(drafts.complete()))
    repository.temporary_folders = (tmp_path,)
    user = opened(open_window, path, qtbot)
    user.window.show_start()
    assert not is_said(user)
