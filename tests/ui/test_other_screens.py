"""Small screens, and systems whose text size is given in pixels."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.comparing.compare_dialog import CompareDialog
from botilbud_desktop.ui.help.about_dialog import AboutDialog
from botilbud_desktop.ui.help.guide_window import GuideWindow
from botilbud_desktop.ui.help.log_dialog import LogDialog
from botilbud_desktop.ui.merging.merge_dialog import MergeDialog
from botilbud_desktop.ui.platform.window_geometry import room_on
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

    def availableGeometry(self) -> QRect:
        return QRect(QPoint(0, 0), self._size)


SMALL, WITH_ROOM = (400, 300), (800, 500)
"""Screens in px: of the first a dialog takes all but its frame, of the second it leaves a part free."""


@pytest.mark.parametrize("scene", KINDS)
@pytest.mark.parametrize("screen", [SMALL, WITH_ROOM])
def test_a_dialog_is_no_larger_than_its_screen_and_leaves_a_part_of_it_free_where_there_is_room(
    world: World, monkeypatch: pytest.MonkeyPatch, scene: str, screen: tuple[int, int]
) -> None:
    asked: list[QSize] = []

    def resize(widget: QWidget, *size: Any) -> None:
        asked.append(size[0] if len(size) == 1 else QSize(*size))
        QWidget.resize(widget, *size)

    for kind in KINDS[scene]:
        monkeypatch.setattr(kind, "screen", lambda _widget: Screen(*screen), raising=False)
        monkeypatch.setattr(kind, "resize", resize, raising=False)
    shown = {type(top) for top in {**SCENES, **MORE_SCENES}[scene](world)}
    assert shown & set(KINDS[scene])
    assert asked
    share = 0.85 if scene == "merging" else 0.9
    room = room_on(QRect(QPoint(0, 0), QSize(*screen))).size() if screen == SMALL else QSize(*screen) * share
    assert asked[0].height() <= room.height()
    assert asked[0].width() <= room.width()
    if screen == SMALL:
        assert asked[0] == room


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
