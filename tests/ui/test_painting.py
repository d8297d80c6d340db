"""What the program paints itself: edges, focus rings, the chosen step, icons; each only when it should be there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from botilbud_desktop.ui.style.edge import draw_edge
from botilbud_desktop.ui.style.palettes import black_palette
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State, state_colour
from botilbud_desktop.ui.style.still_text import StillText
from tests.ui.user import User, settle


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colour_at(image: QImage, x: int, y: int) -> str:
    """Returns the colour at a point; negative values count from the right and from the bottom."""
    return image.pixelColor(x % image.width(), y % image.height()).name()


def colours_in(image: QImage, area: QRect) -> set[str]:
    spots = ((x, y) for x in range(area.left(), area.right() + 1) for y in range(area.top(), area.bottom() + 1))
    return {image.pixelColor(x, y).name() for x, y in spots}


class Box(QWidget):
    """A widget with a problem edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_edge(self, State.PROBLEM)


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[Box]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    found = Box(window)
    found.setGeometry(20, 20, 100, 40)
    found.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    window.activateWindow()
    settle()
    yield found
    window.hide()


def test_an_edge_is_drawn_around_what_has_the_focus_two_pixels_wide(box: Box) -> None:
    wanted = state_colour(State.PROBLEM, box.palette()).name()
    box.clearFocus()
    assert wanted not in colours_in(picture(box), QRect(0, 0, 100, 40))
    box.setFocus()
    settle()
    image = picture(box)
    for x, y in ((0, 20), (1, 20), (-1, 20), (-2, 20), (50, 0), (50, 1), (50, -1), (50, -2)):
        assert colour_at(image, x, y) == wanted, (x, y)
    assert wanted not in colours_in(image, QRect(2, 2, 96, 36))


def test_in_high_contrast_an_edge_of_one_pixel_is_always_drawn(box: Box) -> None:
    box.setPalette(black_palette())
    box.clearFocus()
    settle()
    wanted = state_colour(State.PROBLEM, box.palette()).name()
    image = picture(box)
    for x, y in ((0, 20), (-1, 20), (50, 0), (50, -1)):
        assert colour_at(image, x, y) == wanted, (x, y)
    assert wanted not in colours_in(image, QRect(1, 1, 98, 38))


def test_the_focus_ring_lies_inside_the_edge_of_a_button_and_goes_with_the_focus(thisted: User) -> None:
    thisted.go_to("page.check")
    button = thisted.window.findChild(QPushButton, "navigation.back")
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    dark = state_colour(State.INFORMATION, button.palette()).name()
    light = button.palette().base().color().name()
    image = picture(button)
    middle = image.height() // 2
    assert [colour_at(image, x, middle) for x in (0, 1, 2)] == [dark, dark, light]
    assert [colour_at(image, x, middle) for x in (-1, -2, -3)] == [dark, dark, light]
    assert [colour_at(image, image.width() // 2, y) for y in (0, 1, 2)] == [dark, dark, light]
    thisted.workspace.steps.setFocus()
    settle()
    assert colour_at(picture(button), 0, middle) != dark


def test_the_ring_grows_with_its_button(thisted: User) -> None:
    button = QPushButton("Kort", thisted.window)
    button.setGeometry(300, 300, 80, 30)
    button.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    button.resize(160, 30)
    settle()
    picture(button)
    image = picture(button)
    dark = state_colour(State.INFORMATION, button.palette()).name()
    assert colour_at(image, -1, 15) == dark
    assert colour_at(image, 80, 15) != dark
    button.deleteLater()


def test_the_chosen_step_is_a_card_with_a_mark_and_an_edge_with_the_focus(thisted: User) -> None:
    steps = thisted.workspace.steps
    thisted.window.resize(1366, 700)
    thisted.go_to("page.description")
    surface = steps.palette().base().color().name()
    edge = state_colour(State.INFORMATION, steps.palette()).name()
    thisted.window.setFocus()
    for row in range(steps.count()):
        rect = steps.visualItemRect(steps.item(row)).adjusted(UNIT, 0, -UNIT, 0)
        image = picture(steps.viewport())
        is_chosen = row == steps.currentRow()
        left = [image.pixelColor(rect.left() + x, rect.center().y()).name() for x in range(4)]
        assert (left[1:] == [edge, edge, surface]) is is_chosen, row
        assert (surface in colours_in(image, rect)) is is_chosen
    rect = steps.visualItemRect(steps.item(steps.currentRow())).adjusted(2 * UNIT, 0, -2 * UNIT, 0)
    assert edge not in colours_in(picture(steps.viewport()), QRect(rect.left(), rect.top(), rect.width(), 2))
    steps.setFocus()
    settle()
    assert colours_in(picture(steps.viewport()), QRect(rect.left(), rect.top(), rect.width(), 2)) == {edge}


def test_a_step_of_a_project_is_indented_and_a_problem_stands_in_its_colour(aalborg: User) -> None:
    steps = aalborg.workspace.steps
    aalborg.go_to("page.contacts")
    image = picture(steps.viewport())
    problem = state_colour(State.PROBLEM, steps.palette())
    blank = colour_at(image, 0, 0)

    def first_ink(row: int) -> int:
        rect = steps.visualItemRect(steps.item(row))
        columns = range(rect.left(), rect.right())
        return next(x for x in columns if colours_in(image, QRect(x, rect.top(), 1, rect.height())) != {blank})

    assert 14 <= first_ink(2) - first_ink(1) <= 18  # a project's steps are indented, icons included
    project = steps.visualItemRect(steps.item(2))
    words = QRect(project.left() + 45, project.center().y() + 2, 120, project.height() // 2 - 4)
    assert any(_is_similar(colour, problem) for colour in colours_in(image, words))
    plain = steps.visualItemRect(steps.item(1))
    assert not any(_is_similar(colour, problem) for colour in colours_in(image, plain))


def _is_similar(name: str, wanted: QColor) -> bool:
    found = QColor(name)
    differences = (found.red() - wanted.red(), found.green() - wanted.green(), found.blue() - wanted.blue())
    return all(abs(difference) < 24 for difference in differences)


def test_a_criterion_that_the_field_bears_upon_has_an_edge(aalborg: User) -> None:
    aalborg.click("projects.0.share_for_others")
    rows = aalborg.workspace.pane.criteria.rows
    wanted = state_colour(State.INFORMATION, rows[0].palette()).name()
    for row in rows:
        image = picture(row)
        left = [colour_at(image, x, image.height() // 2) for x in range(4)]
        if row.number == 5:
            assert left[:3] == [wanted] * 3
            assert left[3] != wanted
            assert colour_at(image, 0, 0) == colour_at(image, 0, -1) == wanted
        else:
            assert wanted not in left
    aalborg.click("projects.0.name")
    assert all(colour_at(picture(row), 0, 10) != wanted for row in rows if row.number == 5)


def test_text_that_changes_is_as_high_as_it_needs_and_at_least_its_lines(qtbot: QtBot) -> None:
    text = StillText(2)
    qtbot.addWidget(text)
    line = text.fontMetrics().lineSpacing()
    text.resize(300, 100)
    text.show()
    assert text.heightForWidth(300) == 2 * line
    text.setText("ord " * 60)
    assert text.heightForWidth(300) > 2 * line
    assert text.heightForWidth(150) > text.heightForWidth(300)
    assert text.heightForWidth(100_000) == 2 * line
    assert text.accessibleName() == text.text()
    assert text.minimumSizeHint().height() == text.sizeHint().height() == 2 * line
    assert text.minimumSizeHint().width() == 1
    ink = text.palette().windowText().color().name()
    assert ink in colours_in(picture(text), QRect(0, 0, 100, line))
    text.setText("")
    settle()
    assert ink not in colours_in(picture(text), QRect(0, 0, 300, 100))


def test_a_link_is_underlined_below_its_letters(aalborg: User) -> None:
    aalborg.go_to("page.check")
    link = next(link for link in aalborg.links() if link.words() == link.words().strip() and link.height() < 40)
    image = picture(link)
    dark_rows = [
        y
        for y in range(image.height())
        if sum(image.pixelColor(x, y).lightness() < 140 for x in range(image.width())) > 0.5 * _ink_width(image)
    ]
    assert dark_rows, "no line below the letters"
    assert dark_rows[-1] >= link.fontMetrics().ascent()


def _ink_width(image: QImage) -> int:
    columns = [
        x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 140 for y in range(image.height()))
    ]
    return columns[-1] - columns[0] if columns else 1
