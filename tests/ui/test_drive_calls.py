"""No deed touches a file in the window's own thread: neither drafts and documents nor the user's own folders."""

from pathlib import Path

import pytest

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui import drafts
from tests.ui.conftest import OpenWindow
from tests.ui.deeds import DEEDS, Scene, end
from tests.ui.drive_calls import watched_drive
from tests.ui.recorded_questions import RecordedQuestions

HISTORY_IS_LOCAL = {"versions"}
"""Deeds that read the earlier versions, in the user's own folder, in the window's thread."""


@pytest.mark.parametrize("name", DEEDS)
def test_no_deed_touches_the_drive_in_the_windows_thread(
    open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, name: str
) -> None:
    drive = tmp_path / "drev"
    drive.mkdir()
    path = drive / "kladde.botilbud"
    path.write_bytes(draft_bytes(drafts.complete()))
    user = open_window(path)
    do = DEEDS[name](Scene(user, questions, drive))
    watched = (drive, tmp_path / "user" / "documents") if name in HISTORY_IS_LOCAL else (tmp_path,)
    with watched_drive(*watched) as calls:
        do()
    with watched_drive(tmp_path) as closing:
        end(user)
    assert calls.in_the_window == []
    assert closing.in_the_window == []
