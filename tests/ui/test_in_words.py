"""Every page, dialog and panel matches its recorded descriptions: its words in `windows`, its looks in `kept_looks`.

After an intended change, run the tests with `KEEP_WINDOWS` set to record the new descriptions, and read the
difference before it is committed.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from tests.shots.look import use_font
from tests.ui.accessibility.scenes import SCENES
from tests.ui.accessibility.world import World
from tests.ui.in_words import in_words, shows_folder
from tests.ui.looks import looks
from tests.ui.more_scenes import MORE_SCENES
from tests.ui.test_accessibility import world

__all__ = ["world"]

KEPT = Path(__file__).with_name("windows")
LOOKS = Path(__file__).with_name("kept_looks")
MACHINE_DEPENDENT = {"about", "log"}
"""Scenes that show facts about the machine."""
KEPT_SCENES = {name: scene for name, scene in {**SCENES, **MORE_SCENES}.items() if name not in MACHINE_DEPENDENT}


def name_of(scene: str) -> str:
    return scene.replace(",", "").replace(" ", "-").lower()


@pytest.fixture
def fixed_font(qapp: QApplication) -> Iterator[None]:
    """Uses the program's own font without hinting, so that layouts are the same on every machine."""
    before = QFont(qapp.font())
    use_font(qapp)
    font = QFont(qapp.font())
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("fixed_font")
@pytest.mark.skipif(sys.platform != "linux", reason="other systems order and fold the same parts otherwise")
@pytest.mark.parametrize("scene", sorted(KEPT_SCENES))
def test_a_window_is_as_it_is_kept(world: World, scene: str) -> None:
    found: list[str] = []
    seen: dict[str, None] = {}
    for number, top in enumerate(KEPT_SCENES[scene](world), start=1):
        words = in_words(top, world.folder, with_menus=number == 1)
        found += [f"# {number}", *words]
        seen |= dict.fromkeys([f"# {number}", *([] if shows_folder(words) else looks(top))])
    path = KEPT / f"{name_of(scene)}.txt"
    if "KEEP_WINDOWS" in os.environ:
        path.write_text("\n".join(found) + "\n", encoding="utf-8", newline="\n")
        (LOOKS / path.name).write_text("\n".join(seen) + "\n", encoding="utf-8", newline="\n")
    assert found == path.read_text(encoding="utf-8").split("\n")[:-1]
    assert list(seen) == (LOOKS / path.name).read_text(encoding="utf-8").split("\n")[:-1]


def test_there_is_a_kept_file_for_each_scene_and_no_other() -> None:
    for folder in (KEPT, LOOKS):
        assert {path.stem for path in folder.iterdir()} == set(map(name_of, KEPT_SCENES))
