"""At 200 % on a small laptop, and at 400 %, every page, dialog and panel fits the screen; nothing scrolls sideways."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from botilbud_desktop.domain.application import Application
from botilbud_desktop.ui.platform.window_geometry import room_on
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui.accessibility.reflow import reflow_complaints
from tests.ui.accessibility.scenes import SCENES
from tests.ui.accessibility.world import World
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.small_screen import FULL_HD, LAPTOP, WCAG, use_screen
from tests.ui.test_accessibility import title_of
from tests.ui.user import User, settle

ROOMS = {"200 %": (LAPTOP, 100), "400 %": (FULL_HD, 200), "WCAG": (WCAG, 200)}
"""The screens, and the size of the text in %."""


@pytest.fixture(params=ROOMS)
def room(qapp: QApplication, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[QSize]:
    """The room for a window on the screen, without its frame; the text has the size that belongs to it."""
    screen, percent = ROOMS[request.param]
    use_screen(screen, monkeypatch)
    size = room_on(screen).size()
    apply_text_size(qapp, percent)
    yield size
    apply_text_size(qapp, 100)


@pytest.fixture
def world(
    open_draft: OpenDraft, open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path, room: QSize
) -> World:
    def small(path: Path | None) -> User:
        user = open_window(path)
        user.window.resize(room)
        return user

    def small_draft(application: Application) -> User:
        user = open_draft(application)
        user.window.resize(room)
        return user

    return World(small_draft, small, questions, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(world: World, scene: str, room: QSize) -> None:
    found: set[str] = set()
    for top in SCENES[scene](world):
        if isinstance(top, QMainWindow):
            top.resize(room)
        settle()
        most = top.screen().availableGeometry().size() if top.windowType() is Qt.WindowType.Popup else room
        found |= {f"{title_of(top)}: {complaint}" for complaint in reflow_complaints(top, most)}
    assert not found, "\n" + "\n".join(sorted(found))
