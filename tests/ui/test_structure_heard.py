"""What screen readers are told of the structure: headings, links, what is folded out, and outcomes of criteria."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QLabel, QWidget

from botilbud_desktop.ui.style.text import is_heading
from botilbud_desktop.ui.widgets.disclosure import Disclosure
from botilbud_desktop.ui.widgets.heard import install
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.accessibility.parts import known_as, shown_parts, stops
from tests.ui.conftest import OpenWindow
from tests.ui.user import User, step_names

_Role = QAccessible.Role


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """A screen reader that asks for interfaces, as it does of the program."""
    install()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_each_page_has_its_headings_as_headings_and_its_links_as_links(thisted: User) -> None:
    for name in step_names(thisted.application):
        thisted.go_to(name)
        headings = [part for part in shown_parts(thisted.page) if isinstance(part, QLabel) and is_heading(part)]
        assert headings, name
        for heading in headings:
            assert role(heading) is _Role.Heading
            spoken = QAccessible.queryAccessibleInterface(heading).text(QAccessible.Text.Name)
            assert spoken == heading.text()
        for link in thisted.links():
            assert role(link) is _Role.Link


def test_a_link_is_pressed_as_a_screen_reader_presses_it(complete: User) -> None:
    complete.go_to("page.approve")
    link = complete.links()[0]
    pressed: list[object] = []
    link.path_asked.connect(pressed.append)
    actions = QAccessible.queryAccessibleInterface(link).actionInterface()
    press = QAccessibleActionInterface.pressAction()
    assert press in actions.actionNames()
    actions.doAction(press)
    assert len(pressed) == 1


def test_what_folds_out_is_a_button_that_tells_whether_it_is_open(complete: User, said: list[str]) -> None:
    toggle = complete.workspace.pane.findChild(Disclosure, "criterion.1.wording")
    assert isinstance(toggle, Disclosure)
    interface = QAccessible.queryAccessibleInterface(toggle)
    assert interface.role() is _Role.Button
    before = interface.state()
    assert (before.checkable, before.expandable, before.expanded, before.collapsed) == (0, 1, 0, 1)
    complete.click(toggle)
    after = interface.state()
    assert (after.expanded, after.collapsed) == (1, 0)
    assert any(text.startswith("»") for text in said), "the wording is folded out in silence"


def test_a_criterion_is_read_with_its_outcome(complete: User) -> None:
    for row in complete.workspace.pane.criteria.rows:
        toggle = row.findChild(Disclosure)
        assert isinstance(toggle, Disclosure)
        assert row.message.text() in toggle.accessibleName()
        assert toggle.accessibleName().startswith(f"{row.number}. ")
        assert ".." not in toggle.accessibleName()


def test_an_answer_is_read_with_the_link_that_leads_to_its_field(complete: User) -> None:
    complete.go_to("page.approve")
    for link in complete.page.findChildren(LinkButton):
        assert not link.isVisible() or link.accessibleDescription() or link.path is None, link.accessibleName()


def test_every_stop_of_tab_has_a_name(complete: User, open_window: OpenWindow) -> None:
    for name in step_names(complete.application):
        complete.go_to(name)
        assert [known_as(stop) for stop in stops(complete.window) if not _name(stop)] == []
    start = open_window(None).window
    assert [known_as(stop) for stop in stops(start) if not _name(stop)] == []


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_list_of_problems_says_how_many_there_are_in_words(empty: User) -> None:
    empty.control(Qt.Key.Key_5)
    focus = empty.window.focusWidget()
    assert focus is not None
    number = focus.accessibleDescription()
    assert number.endswith((" punkt", " punkter"))


def test_the_title_of_a_page_is_a_heading_of_the_first_level_and_its_parts_are_of_the_second(thisted: User) -> None:
    key = QAccessible.Attribute.Level
    for name in step_names(thisted.application):
        thisted.go_to(name)
        headings = [part for part in shown_parts(thisted.page) if isinstance(part, QLabel) and is_heading(part)]
        levels = [QAccessible.queryAccessibleInterface(part).attributesInterface() for part in headings]
        told = {part.text(): level.attributeValue(key) for part, level in zip(headings, levels, strict=True)}
        assert told.pop(thisted.page.heading.text()) == 1
        assert set(told.values()) <= {2}
        assert all(level.attributeKeys() == [key] for level in levels)
