"""An input with a problem has an edge in the colour of the problem, besides icon and words."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from botilbud_desktop.ui.style import focus_ring
from botilbud_desktop.ui.style.edge import edge_colour
from botilbud_desktop.ui.style.palettes import dark_palette
from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.theme import Theme, apply_theme
from botilbud_desktop.ui.widgets import primary_button
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.user import User, settle

LOAN, DAY = "projects.0.loan.2025", "projects.0.completion_date"


def edge_of(widget: QWidget) -> QColor:
    """Returns the colour in the middle of the left edge, one px inside."""
    return widget.grab().toImage().pixelColor(QPoint(1, widget.height() // 2))


def test_an_input_with_a_problem_has_its_colour_until_it_is_mended(thisted: User) -> None:
    thisted.write_and_leave(DAY, "31.02.2026")
    line = thisted.line(DAY)
    assert edge_of(line) == state_colour(State.PROBLEM, line.palette())
    thisted.write_and_leave(DAY, "30.11.2025")
    assert edge_of(line) == line.palette().base().color()


def test_a_text_that_is_too_long_has_it_too_and_the_focus_lies_above_it(aalborg: User) -> None:
    area = aalborg.area("projects.0.description")
    assert edge_of(area) == state_colour(State.PROBLEM, area.palette())
    aalborg.click("projects.0.description")
    assert edge_of(area) == state_colour(State.INFORMATION, area.palette())


def test_the_edge_follows_the_size_and_the_theme(thisted: User, qapp: QApplication) -> None:
    thisted.write_and_leave(LOAN, "22,9")
    line = thisted.line(LOAN)
    line.resize(line.width() + 40, line.height())
    (mark,) = (part for part in line.findChildren(QWidget) if part.objectName() == "ring.of.state")
    assert mark.geometry() == line.rect()
    try:
        apply_theme(qapp, Theme.DARK)
        settle()
        assert edge_of(line) == state_colour(State.PROBLEM, dark_palette())
    finally:
        apply_theme(qapp, Theme.SYSTEM)
        settle()


def test_where_the_style_draws_faint_edges_inputs_and_buttons_get_their_own(
    open_draft: OpenDraft, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (focus_ring, primary_button):
        monkeypatch.setattr(module, "has_faint_edges", lambda: True)
    user = open_draft(drafts.example("thisted"))
    line = user.line(LOAN)
    edge = line.grab().toImage().pixelColor(QPoint(0, line.height() // 2))
    assert contrast(edge, line.palette().base().color()) >= 3
    assert edge.name() == edge_colour(QApplication.palette()).name()
    (back,) = user.window.findChildren(QPushButton, "navigation.back")
    assert back.grab().toImage().pixelColor(QPoint(0, back.height() // 2)) == QColor("#bcbcbc")
