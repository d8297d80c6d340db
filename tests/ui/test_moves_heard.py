"""Where the focus goes is heard once, and a page of a dialog that takes the place of another says its title."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import two_copies
from tests.ui.conftest import OpenWindow
from tests.ui.merger import Open, open_merge
from tests.ui.user import User

__all__ = ["open_merge"]
PLAN = "projects.0.cost_plan"


def _moved_by(act: Callable[[], object]) -> list[str]:
    """Returns the classes and names of what got the focus."""
    got: list[str] = []

    def note(_old: QObject | None, new: QWidget | None) -> None:
        got.extend([] if new is None else [new.objectName() or type(new).__name__])

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusChanged.connect(note)
    try:
        act()
    finally:
        application.focusChanged.disconnect(note)
    return got


def test_adding_and_deleting_an_allocation_moves_the_focus_once(complete: User) -> None:
    complete.click("projects.0.name")
    complete.button(f"{PLAN}.add").setFocus()
    assert _moved_by(lambda: complete.press(Qt.Key.Key_Space)) == [f"{PLAN}.lines.add"]
    complete.button(f"{PLAN}.remove").setFocus()
    assert _moved_by(lambda: complete.press(Qt.Key.Key_Space)) == [f"{PLAN}.add"]


def test_a_new_draft_has_the_focus_on_its_page_with_nothing_read_on_the_way(open_window: OpenWindow) -> None:
    user = open_window(None)
    user.window.activateWindow()
    focus = QApplication.focusWidget()
    assert focus is not None
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Tab)
    assert _moved_by(lambda: user.press(Qt.Key.Key_Space)) == ["projects.table"]


@pytest.mark.parametrize("pages", [1, 2, 4])
def test_each_page_of_merging_says_its_title(open_merge: Open, said: list[str], qtbot: QtBot, pages: int) -> None:
    there = open_merge(two_copies.three_conflicts())
    qtbot.wait(400)
    assert said == [], "the first page is read with the dialog"
    there.go_on(pages)
    title = there.dialog.page.accessibleName()
    qtbot.waitUntil(lambda: bool(said) and said[-1].split("\n")[0] == title)
