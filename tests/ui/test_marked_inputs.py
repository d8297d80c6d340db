"""An input with a problem has an edge in the colour of the problem, besides icon and words."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.ui.style.palettes import dark_palette
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.theme import Theme, apply_theme
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
