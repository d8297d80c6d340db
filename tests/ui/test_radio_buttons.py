"""The circle of a radio button and the box to tick are seen in each theme, also while they are not chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import botilbud_desktop
from botilbud_desktop.ui.widgets.radio_button import RadioButton
from botilbud_desktop.ui.widgets.tick_box import TickBox
from tests.shots.look import use_theme
from tests.ui.accessibility.contrast import indicator_contrast
from tests.ui.small_window import put, small_window

LEAST_CONTRAST = 3.0
"""Of the parts of an input, by WCAG 1.4.11."""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    yield from small_window(qtbot)


@pytest.fixture(params=["light", "dark"])
def theme(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    before = qapp.palette()
    use_theme(qapp, request.param)
    yield request.param
    qapp.setPalette(before)


def test_a_radio_button_that_is_not_chosen_is_seen(theme: str, window: QWidget) -> None:
    button = put(RadioButton("versionen lige før", window), window)
    assert indicator_contrast(button) >= LEAST_CONTRAST, theme


@pytest.mark.parametrize("is_ticked", [False, True])
def test_a_box_to_tick_is_seen(theme: str, window: QWidget, is_ticked: bool) -> None:
    box = put(TickBox("Gemt med »Send«", window), window)
    box.setChecked(is_ticked)
    assert indicator_contrast(box) >= LEAST_CONTRAST, theme


@pytest.mark.parametrize("kind", ["QRadioButton(", "QCheckBox("])
def test_no_other_kind_is_made(kind: str) -> None:
    sources = list(Path(botilbud_desktop.__file__).parent.rglob("*.py"))
    assert sources
    assert [path.name for path in sources if kind in path.read_text(encoding="utf-8")] == []
