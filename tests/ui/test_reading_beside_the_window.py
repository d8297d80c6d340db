"""A draft is read and checked in another thread than the window's, whichever way it is opened: 5 MB take 0,2 s."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft import draft_file
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui import drafts
from tests.ui.keeping import SLOW_FILE, Programs
from tests.ui.user import User

_PARTS = ("parse_json_object", "check_sizes", "normalised", "convert")


@pytest.fixture
def where(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bool]]:
    """Whether each part of reading a draft was done in the window's thread."""
    found: list[bool] = []

    def noted(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            found.append(current_thread() is main_thread())
            return real(*arguments, **options)

        return call

    for name in _PARTS:
        monkeypatch.setattr(draft_file, name, noted(getattr(draft_file, name)))
    yield found
    assert len(found) >= len(_PARTS), "nothing was read"
    assert not any(found), "a draft was read in the window's thread"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    return path


def test_at_the_start(programs: Programs, draft: Path, where: list[bool]) -> None:
    assert programs.start(draft).window.controller is not None
    assert where


def test_from_the_window(programs: Programs, draft: Path, where: list[bool]) -> None:
    user = programs.start()
    assert user.window.drafts.open_path(draft)
    assert len(where) == len(_PARTS)


def test_when_the_open_file_was_changed_elsewhere(programs: Programs, draft: Path, where: list[bool]) -> None:
    user = programs.start(draft)
    draft.write_bytes(draft_bytes(replace(drafts.example("aalborg"), case_number="2024-99")))
    where.clear()
    assert user.window.drafts.open_path(draft)
    assert user.application.case_number == "2024-99"


def test_when_it_is_taken_over(programs: Programs, draft: Path, where: list[bool]) -> None:
    user = programs.start(draft)
    where.clear()
    user.window.drafts._on_take_over()
    assert user.window.controller is not None


def test_after_a_crash(programs: Programs, draft: Path, qtbot: QtBot, where: list[bool]) -> None:
    user: User = programs.start(draft, SLOW_FILE)
    user.write("projects.0.loan.2025", "23456")
    saving = user.window.drafts.saving
    assert saving is not None
    assert saving.secure(5)
    programs.kill(user)
    where.clear()
    again = programs.start(draft, SLOW_FILE)
    qtbot.waitUntil(lambda: bool(again.standing_text()))
    again.click_notice("Gendan ændringerne")
    assert again.value("projects[0].loan.2025") == 23456
