"""The circle of a radio button is seen in each theme, also while it is not chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QRadioButton, QStyle, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot

import botilbud_desktop
from botilbud_desktop.ui.widgets.radio_button import RadioButton
from tests.shots.look import use_theme
from tests.ui.accessibility.contrast import highest_contrast
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


def contrast_of(button: QRadioButton) -> float:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    circle: QRect = button.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, button)
    return highest_contrast(button.grab(circle).toImage().convertToFormat(QImage.Format.Format_RGB32))


def test_a_radio_button_that_is_not_chosen_is_seen(theme: str, window: QWidget) -> None:
    assert contrast_of(put(RadioButton("versionen lige før", window), window)) >= LEAST_CONTRAST, theme


def test_no_other_kind_of_radio_button_is_made() -> None:
    sources = list(Path(botilbud_desktop.__file__).parent.rglob("*.py"))
    assert sources
    assert [path.name for path in sources if "QRadioButton(" in path.read_text(encoding="utf-8")] == []
