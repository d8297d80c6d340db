"""Every page in every theme, scale and Windows, on a large screen: `python3 dev.py windows looks`, some minutes.

It is no part of the gate; the pictures in `build/windows/shots` are for looking at.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from botilbud_desktop.domain.steps import StepKind
from tests.windows.looks import THEMES, Windows, complaints, walk
from windows_build.places import BUILD
from windows_rig.prefix import make_prefix
from windows_rig.screen import Screen, screen
from windows_rig.testing import InstalledPython
from windows_rig.wine import Wine

_SIZE = "2560x1440"
PAGES = ("", *(kind for kind in StepKind if kind is not StepKind.PROJECT), "start")
EVERY_WINDOWS = [Windows(version, percent) for version in (10, 11) for percent in (100, 125, 150, 200)]


@pytest.fixture(scope="session")
def shown() -> Iterator[Screen]:
    """A screen on which the window has its usual size at 200 %, too."""
    pictures = BUILD / "shots"
    shutil.rmtree(pictures, ignore_errors=True)
    with screen(pictures, _SIZE) as display:
        yield display


@pytest.fixture(scope="session")
def wine(shown: Screen) -> Iterator[Wine]:
    """A prefix on that screen."""
    made = make_prefix(BUILD / "wine", shown.display)
    yield made
    made.end()


@pytest.mark.parametrize("shown_in", EVERY_WINDOWS, ids=str)
def test_every_page_is_painted_in_its_theme_and_can_be_read(
    shown_in: Windows, wine: Wine, python: InstalledPython, draft: Path
) -> None:
    looks = [f"{theme}/{page}".rstrip("/") for theme in THEMES for page in PAGES]
    assert not complaints(walk(wine, python, draft, shown_in, looks), shown_in)
