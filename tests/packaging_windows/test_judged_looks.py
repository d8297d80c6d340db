"""What the rig complains about when it looks at the window: each fault is made here on purpose."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.small_window import put, small_window
from tests.windows.look_walk import button_complaints, shares
from tests.windows.looks import Windows, complaints

TEN = Windows(10, 100)
LIGHT = {"style": "windowsvista", "light": 0.93, "dark": 0.03, "black": 0.0, "complaints": []}
DARK = {"style": "fusion", "light": 0.03, "dark": 0.94, "black": 0.0, "complaints": []}
BLACK = {"style": "windows", "light": 0.04, "dark": 0.92, "black": 0.8, "complaints": []}


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    yield from small_window(qtbot)


def told(**seen: dict[str, Any]) -> dict[str, Any]:
    return {"begun": "fusion", "scale": 1.0, "seen": {name.replace("_", "-"): one for name, one in seen.items()}}


def test_what_is_painted_as_it_should_be_is_not_complained_about() -> None:
    assert not complaints(told(system=DARK, turns_light=LIGHT, high_contrast=BLACK, light=LIGHT, dark=DARK), TEN)


@pytest.mark.parametrize(
    ("look", "seen"),
    [
        ("system", LIGHT | {"style": "fusion"}),
        ("dark", DARK | {"style": "windowsvista"}),
        ("light", DARK | {"style": "windowsvista"}),
        ("dark", DARK | {"light": 0.2}),
        ("high_contrast", DARK | {"style": "windows"}),
        ("high_contrast", BLACK | {"style": "fusion"}),
        ("dark", DARK | {"complaints": ["a text stands out by 1.0:1"]}),
    ],
)
def test_another_colour_another_style_and_what_cannot_be_read_are_complained_about(
    look: str, seen: dict[str, Any]
) -> None:
    found = complaints(told(**{look: seen}), TEN)
    assert found
    assert all(one.startswith(look.replace("_", "-")) for one in found)


def test_another_scale_or_another_style_at_the_first_paint_is_complained_about() -> None:
    assert complaints(told(system=DARK) | {"scale": 1.5}, TEN) == ["the scale is 1.5"]
    assert complaints(told(system=DARK) | {"begun": "windowsvista"}, TEN) == ["at first the style is windowsvista"]


def test_how_much_is_light_dark_and_black_is_counted_by_the_pixels() -> None:
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    for x in range(10):
        picture.setPixelColor(x, 0, QColor(0, 0, 0))
        picture.setPixelColor(x, 1, QColor(30, 30, 30))
    assert shares(picture) == {"light": 0.8, "dark": 0.2, "black": 0.1}


@pytest.mark.parametrize(("colour", "is_seen"), [("#000000", True), ("#e8e8e8", False)])
def test_an_icon_beside_words_that_is_not_seen_is_complained_about(window: QWidget, colour: str, is_seen: bool) -> None:
    drawing = QPixmap(16, 16)
    drawing.fill(QColor(colour))
    button = put(QPushButton("Slet", window), window)
    button.setIcon(QIcon(drawing))
    assert bool(list(button_complaints(window))) is not is_seen
