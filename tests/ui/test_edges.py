"""The edges of inputs stand out in each palette, and Qt's own styles are left alone where they have good ones."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from botilbud_desktop.ui.style.edge import edge_colour, show_edges
from botilbud_desktop.ui.style.palettes import black_palette, dark_palette, light_palette
from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.states import is_dark
from tests.ui.user import settle


@pytest.fixture(autouse=True)
def palette_as_before(qapp: QApplication) -> Iterator[None]:
    before = QPalette(qapp.palette())
    yield
    qapp.setPalette(before)
    show_edges(qapp)
    settle()


@pytest.mark.parametrize(
    "palette", [light_palette(), dark_palette(), QPalette("#c0c0c0"), QPalette("#f3f3f3"), QPalette("#404040")]
)
def test_an_edge_stands_out_from_the_window_and_from_the_input(palette: QPalette) -> None:
    for ground in (palette.window().color(), palette.base().color()):
        assert contrast(edge_colour(palette), ground) >= 3


def test_an_input_is_told_of_another_window_and_nothing_else(qapp: QApplication) -> None:
    qapp.setPalette(dark_palette())
    show_edges(qapp)
    line, area = QLineEdit(), QPlainTextEdit()
    for one in (line, area):
        one.ensurePolished()
        palette = one.palette()
        assert palette.window().color() != qapp.palette().window().color()
        assert palette.base().color() == qapp.palette().base().color()
        assert palette.text().color() == qapp.palette().text().color()
        assert is_dark(palette), "states are told apart by the colour that text stands on"
    assert area.verticalScrollBar().palette().window().color() == qapp.palette().window().color()


@pytest.mark.parametrize(("palette", "in_fusion"), [(black_palette(), True), (dark_palette(), False)])
def test_other_styles_and_high_contrast_keep_their_edges(
    qapp: QApplication, palette: QPalette, in_fusion: bool
) -> None:
    qapp.setPalette(light_palette())
    show_edges(qapp)
    assert window_of_input() != qapp.palette().window().color()
    qapp.setPalette(palette)
    show_edges(qapp, in_fusion=in_fusion)
    assert window_of_input() == qapp.palette().window().color()


def window_of_input() -> QColor:
    line = QLineEdit()
    line.ensurePolished()
    return QColor(line.palette().window().color())
