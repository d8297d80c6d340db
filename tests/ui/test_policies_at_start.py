"""A start with the IT department's file: what it decides holds at the first paint; a broken one stops nothing."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_process import start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its registry: see tests/windows")

WATCHED = """
import json, sys
from botilbud_desktop.ui import app
from PySide6.QtCore import QTimer

class WatchedWindow(app.MainWindow):
    def __init__(self, repository):
        super().__init__(repository)
        self.context = contexts[0]
        self.first_painted.connect(lambda: QTimer.singleShot(0, self, self.tell_and_close))

    def tell_and_close(self):
        try:
            self.tell()
        finally:
            self.close()

    def tell(self):
        settings = self.repository.settings
        sys.stdout.write(json.dumps({
            "theme": settings.current.theme,
            "is_dark": self.palette().window().color().lightness() < 128,
            "department": settings.current.department,
            "rounds": [str(folder.path) for folder in self.context.library._added_folders()],
            "words": str(self.context.make_helper().paths.placed),
            "keeps": self.repository.storage.keeps_versions,
            "refused": dict(settings.decided.refused),
            "is_unreadable": settings.decided.is_unreadable,
        }))

contexts = []
made = app.DraftRepository

def noted(context):
    contexts.append(context)
    return made(context)

app.DraftRepository = noted
app.MainWindow = WatchedWindow
app._report_ready = lambda window: None
app.run_window(None, quit_when_ready=True)
"""


def started_with(folder: Path, content: bytes | None) -> dict[str, Any]:
    own = folder / "xdg" / "Botilbud Desktop"
    own.mkdir(parents=True)
    if content is not None:
        (own / "policies.json").write_bytes(content)
    ran = start(folder, code=WATCHED, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_DIRS=str(own.parent))
    assert ran.returncode == 0, ran.stderr.decode()
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_all_that_is_decided_is_in_effect(tmp_path: Path) -> None:
    decided = {
        "Theme": "dark",
        "Department": "Socialafdelingen",
        "RoundsFolder": "/srv/runder",
        "WordList": "/srv/ordliste.txt",
        "KeepVersions": False,
    }
    found = started_with(tmp_path, json.dumps(decided).encode())
    assert (found["theme"], found["is_dark"], found["department"]) == ("dark", True, "Socialafdelingen")
    assert found["rounds"][0] == "/srv/runder"
    assert len(found["rounds"]) == 2, "the user's own come after them"
    assert (found["words"], found["keeps"]) == ("/srv/ordliste.txt", False)
    assert (found["refused"], found["is_unreadable"]) == ({}, False)


@pytest.mark.parametrize("content", [None, b"{", b'{"Theme": 7, "Department": "", "KeepVersions": "nej"}'])
def test_without_it_or_with_a_broken_one_the_program_starts_as_ever(tmp_path: Path, content: bytes | None) -> None:
    found = started_with(tmp_path, content)
    assert (found["theme"], found["department"], found["keeps"]) == ("system", "", True)
    assert found["words"].endswith("ordliste.txt")
    assert found["is_unreadable"] is (content == b"{")
    assert len(found["refused"]) == (3 if content is not None and content != b"{" else 0)
