"""Every page, dialog and panel works with a screen reader, keyboard and poor eyesight (requirements 12 and 25)."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

import botilbud_desktop.ui
from botilbud_desktop.ui.collecting.collection_window import CollectionWindow
from botilbud_desktop.ui.help.reading_window import ReadingWindow
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.repair.repair_page import RepairPage
from botilbud_desktop.ui.rounds.missing_page import MissingRoundPage
from botilbud_desktop.ui.style.edge import show_edges
from botilbud_desktop.ui.style.palettes import black_palette, dark_palette
from botilbud_desktop.ui.window.start_page import StartPage
from tests.ui.accessibility.check import complaints, visual_complaints
from tests.ui.accessibility.scenes import SCENES, SHOWN_IN
from tests.ui.accessibility.world import World
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import settle

DARK = {"dark": dark_palette, "high contrast": black_palette}
VISUALLY_COVERED = {"start", "steps, empty", "five projects"}
"""Scenes whose visible parts all occur in another scene too."""


@pytest.fixture
def world(open_draft: OpenDraft, open_window: OpenWindow, questions: RecordedQuestions, tmp_path: Path) -> World:
    return World(open_draft, open_window, questions, tmp_path)


@pytest.fixture(params=DARK)
def dark(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """Switches to another theme, and back afterwards."""
    before = QPalette(qapp.palette())
    qapp.setPalette(DARK[request.param]())
    show_edges(qapp)
    settle()
    yield
    qapp.setPalette(before)
    show_edges(qapp)
    settle()


@pytest.mark.parametrize("scene", SCENES)
def test_there_is_nothing_to_complain_of(world: World, scene: str) -> None:
    found: set[str] = set()
    seen: set[str] = set()
    for top in SCENES[scene](world):
        found |= {f"{title_of(top)}: {complaint}" for complaint in complaints(top)}
        seen |= {type(widget).__name__ for widget in (top, *top.findChildren(QWidget)) if widget.isVisible()}
    assert not found, "\n" + "\n".join(sorted(found))
    assert {name for name, shown_in in SHOWN_IN.items() if shown_in == scene} <= seen, "what the scene promises"


@pytest.mark.slow
@pytest.mark.usefixtures("dark")
@pytest.mark.parametrize("scene", sorted(set(SCENES) - VISUALLY_COVERED))
def test_texts_icons_and_the_focus_stand_out_in_every_theme(world: World, scene: str) -> None:
    found = {f"{title_of(top)}: {complaint}" for top in SCENES[scene](world) for complaint in visual_complaints(top)}
    assert not found, "\n" + "\n".join(sorted(found))


def test_no_window_page_or_dialog_is_left_out() -> None:
    for module in pkgutil.walk_packages(botilbud_desktop.ui.__path__, "botilbud_desktop.ui."):
        importlib.import_module(module.name)
    bases = (QDialog, QMainWindow, Page, ReadingWindow)
    kinds: set[type] = {kind for base in bases for kind in subclasses(base)} | {
        StartPage,
        RepairPage,
        MissingRoundPage,
        CollectionWindow,
    }
    not_shown = {"DraftWindow", "Page", "GuideWindow"}  # in the guide Tab goes from link to link of one page
    own = {kind.__name__ for kind in kinds if kind.__module__.startswith("botilbud_desktop.")} - not_shown
    assert own - set(SHOWN_IN) == set(), "show them in a scene of tests/ui/accessibility/scenes.py"
    assert set(SHOWN_IN) - own == set(), "these are no more"


def subclasses(base: type[QWidget]) -> Iterator[type[QWidget]]:
    for kind in base.__subclasses__():
        yield kind
        yield from subclasses(kind)


def title_of(top: QWidget) -> str:
    """Returns the class of the window and the name of the page shown in it."""
    page = next((page.objectName() for page in top.findChildren(Page) if page.isVisible()), "")
    return f"{type(top).__name__} {page}"
