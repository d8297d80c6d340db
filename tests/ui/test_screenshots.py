"""The appearance does not change by accident: new screenshots in each theme are compared with recorded ones.

After an intended change, run `python3 dev.py shots --golden` and look at the screenshots before they are committed.
"""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from tests.shots.differences import differences
from tests.shots.sets import THEMES, PixelSize, run_offscreen

KEPT = Path(__file__).parent / "screenshots"
NAMES = ("start", "letter", "project", "check", "approve")
MOST_BYTES = 1_000_000


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Takes the screenshots and returns their folder."""
    folder = tmp_path_factory.mktemp("taken")
    assert run_offscreen("tests.shots.golden", [str(folder)], PixelSize(1366, 768), 1) == 0
    return folder


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems draw the same letters otherwise")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", NAMES)
def test_the_program_looks_as_it_is_kept(taken: Path, name: str, theme: str) -> None:
    picture = f"{name}-{theme}.png"
    assert differences(KEPT / picture, taken / picture) == "", f"{taken / picture}; see the top of this file"


def test_there_is_a_picture_for_each_scene_and_theme_and_no_other() -> None:
    assert {path.stem for path in KEPT.glob("*.png")} == {f"{name}-{theme}" for name in NAMES for theme in THEMES}


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in KEPT.glob("*.png")) < MOST_BYTES


def test_a_line_that_moved_by_four_pixels_is_seen(tmp_path: Path) -> None:
    was = QImage(str(KEPT / "project-light.png")).convertToFormat(QImage.Format.Format_RGB32)
    moved = was.copy()
    painter = QPainter(moved)
    painter.drawImage(300, 204, was.copy(300, 200, 400, 300))
    painter.end()
    assert moved.save(str(tmp_path / "moved.png"))
    said = differences(KEPT / "project-light.png", tmp_path / "moved.png")
    assert "differs" in said
    assert "x 29" in said or "x 30" in said


def test_a_shade_paler_is_passed_over(tmp_path: Path) -> None:
    was = QImage(str(KEPT / "project-light.png")).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(was)
    painter.setOpacity(0.02)
    painter.fillRect(was.rect(), "black")
    painter.end()
    assert was.save(str(tmp_path / "paler.png"))
    assert differences(KEPT / "project-light.png", tmp_path / "paler.png") == ""


def test_another_size_or_a_missing_picture_is_said(tmp_path: Path) -> None:
    cut = QImage(str(KEPT / "start-light.png")).copy(0, 0, 100, 100)
    assert cut.save(str(tmp_path / "cut.png"))
    assert "sizes" in differences(KEPT / "start-light.png", tmp_path / "cut.png")
    assert "missing" in differences(KEPT / "start-light.png", tmp_path / "none.png")
