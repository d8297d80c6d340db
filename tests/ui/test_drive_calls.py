"""No deed touches a file in the window's own thread: neither drafts and documents nor the user's own folders."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.deeds import COMMANDS, DEEDS, PAGES, Scene, end
from tests.ui.drive_calls import watched_drive
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, step_names


@pytest.mark.parametrize("name", DEEDS)
def test_no_deed_touches_the_drive_in_the_windows_thread(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, name: str
) -> None:
    drive = tmp_path / "drev"
    drive.mkdir()
    path = drive / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    user = open_window(path)
    assert user.window.repository.settings.current  # read once, before the window is shown or at its first use
    do = DEEDS[name](Scene(user, questions, drive))
    with watched_drive(tmp_path) as calls:
        do()
    with watched_drive(tmp_path) as closing:
        end(user)
    assert calls.in_the_window == []
    assert closing.in_the_window == []


def test_every_command_and_every_page_is_a_deed(aalborg: User) -> None:
    """A new command or page belongs into `deeds.py`, so that it is tried on a slow drive."""
    menus = aalborg.window.menuBar().findChildren(QMenu)
    actions = [action for menu in menus for action in menu.actions() if action.text() and action.menu() is None]
    commands = [action.text() for action in actions if not action.objectName().startswith("action.page.")]
    assert sorted(commands) == sorted(COMMANDS)
    pages = {page.removeprefix("page.") for page in step_names(aalborg.application)}
    assert {page for page in pages if not page.startswith("project.")} < set(PAGES)
