"""The window remembers its geometry, and copes with a screen that is gone, smaller or scaled."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.user.window_geometry import WindowGeometry, read_window_geometry, write_window_geometry
from botilbud_desktop.ui.platform.window_geometry import fitted, restore_geometry, room_on, save_geometry
from tests.ui.conftest import OpenWindow
from tests.ui.user import settle

LAPTOP = QRect(0, 0, 1366, 728)
SCALED = QRect(0, 0, 960, 500)
"""A screen of 1920×1080 at 200 %, in px, without the task bar."""
BESIDE = QRect(1366, -200, 1920, 1040)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "window.json"


def test_a_window_that_has_room_is_where_it_was() -> None:
    there = QRect(100, 60, 900, 600)
    assert fitted(there, [LAPTOP, BESIDE]) == there
    there = QRect(1500, -100, 1200, 800)
    assert fitted(there, [LAPTOP, BESIDE]) == there


@pytest.mark.parametrize("screen", [LAPTOP, SCALED, QRect(0, 40, 1024, 560)])
@pytest.mark.parametrize(
    "was",
    [
        QRect(1500, -100, 1200, 800),
        QRect(-3000, -3000, 800, 600),
        QRect(0, 0, 90_000, 90_000),
        QRect(-99_000, 99_000, 1, 1),
        QRect(700, 400, 1200, 800),
        QRect(0, 0, 3840, 2100),
    ],
)
def test_a_window_never_opens_outside_or_larger_than_its_screen(screen: QRect, was: QRect) -> None:
    assert room_on(screen).contains(fitted(was, [screen]))


def test_a_window_whose_screen_is_gone_opens_in_the_middle_of_the_first() -> None:
    put = fitted(QRect(1500, -100, 800, 500), [LAPTOP])
    assert (put.center() - room_on(LAPTOP).center()).manhattanLength() <= 2
    assert (put.width(), put.height()) == (800, 500)


def test_what_is_kept_on_closing_is_where_the_next_window_opens(open_window: OpenWindow, file: Path) -> None:
    first = open_window(None).window
    first.setGeometry(60, 50, 620, 480)
    settle()
    was = first.geometry()
    save_geometry(first, file)
    second = open_window(None).window
    restore_geometry(second, file)
    settle()
    assert second.geometry() == was


def test_a_maximised_window_is_maximised_again_and_goes_back_to_its_size(open_window: OpenWindow, file: Path) -> None:
    user = open_window(None)
    user.window.setGeometry(60, 50, 640, 480)
    settle()
    was = user.window.geometry()
    user.window.showMaximized()
    settle()
    save_geometry(user.window, file)
    kept = read_window_geometry(file)
    assert kept is not None
    assert kept.is_maximised
    assert QRect(kept.left, kept.top, kept.width, kept.height) == was
    again = open_window(None).window
    restore_geometry(again, file)
    settle()
    assert again.isMaximized()


@pytest.mark.parametrize("content", ["", "{", '{"window": {"left": 1}}', '{"window": null}'])
def test_a_broken_file_is_no_hindrance(open_window: OpenWindow, file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    window = open_window(None).window
    restore_geometry(window, file)
    assert room_on(window.screen().availableGeometry()).size().expandedTo(window.size()) == room_on(
        window.screen().availableGeometry()
    ).size().expandedTo(window.minimumSizeHint())


def test_a_place_far_outside_is_brought_back(open_window: OpenWindow, file: Path, qapp: QApplication) -> None:
    write_window_geometry(file, WindowGeometry(left=50_000, top=-50_000, width=620, height=480))
    window = open_window(None).window
    restore_geometry(window, file)
    settle()
    assert qapp.primaryScreen().geometry().intersects(window.geometry())


def test_a_place_that_cannot_be_written_is_no_loss(open_window: OpenWindow, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, not a folder", encoding="utf-8")
    save_geometry(open_window(None).window, tmp_path / "state" / "window.json")
