"""Small screens, and systems whose text size is given in pixels."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.help.about_dialog import AboutDialog
from botilbud_desktop.ui.help.guide_window import GuideWindow
from botilbud_desktop.ui.help.log_dialog import LogDialog
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.settings.settings_dialog import SettingsDialog
from botilbud_desktop.ui.style import theme
from botilbud_desktop.ui.style.text import heading, rescale
from botilbud_desktop.ui.style.theme import apply_text_size
from botilbud_desktop.ui.table_import.import_dialog import ImportDialog
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from botilbud_desktop.ui.writing.zoom import Zoom
from tests.ui.accessibility.scenes import SCENES
from tests.ui.accessibility.world import World
from tests.ui.more_scenes import MORE_SCENES
from tests.ui.test_accessibility import world
from tests.ui.user import settle

__all__ = ["world"]

KINDS: dict[str, tuple[type[QWidget], ...]] = {
    "settings": (SettingsDialog,),
    "about": (AboutDialog,),
    "log": (LogDialog,),
    "guide": (GuideWindow,),
    "Excel": (ImportDialog,),
    "merging": (MergeDialog,),
    "earlier states": (CompareDialog, VersionsDialog),
}


class Screen:
    """A screen of a size."""

    def __init__(self, width: int, height: int) -> None:
        self._size = QSize(width, height)

    def availableSize(self) -> QSize:
        return self._size


@pytest.mark.parametrize("scene", KINDS)
def test_a_dialog_leaves_a_part_of_a_small_screen_free(
    world: World, monkeypatch: pytest.MonkeyPatch, scene: str
) -> None:
    asked: list[QSize] = []

    def resize(widget: QWidget, size: QSize) -> None:
        asked.append(size)
        QWidget.resize(widget, size)

    for kind in KINDS[scene]:
        monkeypatch.setattr(kind, "screen", lambda _widget: Screen(400, 300), raising=False)
        monkeypatch.setattr(kind, "resize", resize, raising=False)
    shown = {type(top) for top in {**SCENES, **MORE_SCENES}[scene](world)}
    assert shown & set(KINDS[scene])
    assert asked
    wanted = QSize(400, 300) * (0.85 if scene == "merging" else 0.9)
    assert max(size.height() for size in asked) == wanted.height()
    assert {size.width() for size in asked} == {wanted.width()}


@pytest.fixture
def in_pixels(qapp: QApplication) -> Iterator[QFont]:
    """A system whose font has 20 pixels."""
    before, system = QFont(qapp.font()), qapp.property(theme._SYSTEM_FONT)
    font = QFont(before)
    font.setPixelSize(20)
    qapp.setFont(font)
    qapp.setProperty(theme._SYSTEM_FONT, None)
    yield font
    qapp.setProperty(theme._SYSTEM_FONT, system)
    qapp.setFont(before)
    settle()


def test_texts_in_pixels_grow_as_those_in_points(qapp: QApplication, qtbot: QtBot, in_pixels: QFont) -> None:
    holder = QDialog()
    qtbot.addWidget(holder)
    title = heading("Overskrift", holder)
    scale = title.font().pixelSize() / 20
    assert scale > 1
    for percent, pixels in ((150, 30), (200, 40), (300, 40), (50, 16), (100, 20)):
        apply_text_size(qapp, percent)
        rescale(title)
        assert qapp.font().pixelSize() == pixels
        assert title.font().pixelSize() == round(pixels * scale)


def test_a_text_in_pixels_is_made_larger_in_the_full_window(qtbot: QtBot, in_pixels: QFont) -> None:
    target = QPlainTextEdit()
    qtbot.addWidget(target)
    zoom = Zoom(target, 100)
    zoom.step(50)
    assert target.font().pixelSize() == 20 * zoom.percent // 100 > 20
