"""The table of projects: which row its buttons apply to, and when they are enabled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.style.quiet_table import QuietRows
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.user import User, settle

_BESIDE_IN_STYLE = 3
"""Px that the style leaves on each side of the words of a cell."""
BUTTONS = ("add", "open", "up", "down", "remove", "paste")


@pytest.fixture
def three(open_draft: OpenDraft) -> User:
    """A user at the table of a draft with three projects."""
    draft = drafts.example("aalborg")
    third = replace(draft.projects[0], id="00000000-0000-4000-8000-000000000003", name="Det tredje")
    user = open_draft(replace(draft, projects=(*draft.projects, third)))
    user.go_to("page.projects")
    return user


def grid(user: User) -> QTableWidget:
    return user.widget("projects.table", QTableWidget)


def cell(user: User, row: int, column: int) -> QTableWidgetItem:
    item = grid(user).item(row, column)
    assert item is not None
    return item


def choose(user: User, row: int) -> None:
    """Clicks the name in a row."""
    table = grid(user)
    spot = table.visualItemRect(cell(user, row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()


def usable(user: User) -> set[str]:
    """Returns the enabled buttons."""
    return {name for name in BUTTONS if user.button(f"projects.{name}").isEnabled()}


@pytest.mark.parametrize(
    ("row", "moves"),
    [(0, {"down"}), (1, {"up", "down"}), (2, {"up"}), (3, None)],
)
def test_the_buttons_suit_the_row_that_is_chosen(three: User, row: int, moves: set[str] | None) -> None:
    grid(three).setCurrentCell(row, 0)  # the last row, the sums, does not react to clicks
    of_a_project = set() if moves is None else {"open", "remove", *moves}
    assert usable(three) == {"add", "paste", *of_a_project}


def test_a_frozen_project_can_be_opened_and_not_changed(complete: User, questions: RecordedQuestions) -> None:
    approve(complete, questions)
    complete.go_to("page.projects")
    choose(complete, 0)
    assert usable(complete) == {"open"}


def test_without_a_project_one_can_only_be_added(open_draft: OpenDraft) -> None:
    user = open_draft(replace(drafts.example("aalborg"), projects=()))
    user.go_to("page.projects")
    assert usable(user) == {"add", "paste"}


@pytest.mark.parametrize("row", [0, 1, 2])
def test_the_chosen_project_is_opened(three: User, row: int) -> None:
    choose(three, row)
    three.click("projects.open")
    assert three.page.objectName() == f"page.project.{row}"


@pytest.mark.parametrize("row", [0, 2])
def test_a_double_click_opens_a_project(three: User, row: int) -> None:
    table = grid(three)
    spot = table.visualItemRect(cell(three, row, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    assert three.page.objectName() == f"page.project.{row}"


def test_a_double_click_on_the_sums_opens_nothing(three: User) -> None:
    table = grid(three)
    spot = table.visualItemRect(cell(three, 3, 0)).center()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    assert three.page.objectName() == "page.projects"


def test_a_moved_project_stays_the_chosen_one(three: User) -> None:
    ids = [project.id for project in three.application.projects]
    choose(three, 0)
    three.click("projects.down")
    three.click("projects.down")
    assert grid(three).currentRow() == 2
    assert [project.id for project in three.application.projects] == [ids[1], ids[2], ids[0]]
    three.click("projects.up")
    assert grid(three).currentRow() == 1
    assert [project.id for project in three.application.projects] == [ids[1], ids[0], ids[2]]


def test_when_a_project_is_removed_a_neighbour_is_chosen(three: User) -> None:
    ids = [project.id for project in three.application.projects]
    choose(three, 1)
    three.click("projects.remove")
    assert [project.id for project in three.application.projects] == [ids[0], ids[2]]
    assert grid(three).currentRow() == 1
    three.click("projects.remove")
    assert grid(three).currentRow() == 0


def test_a_row_shows_the_projects_figures_and_the_last_row_their_sums(three: User) -> None:
    table = grid(three)
    rows = [[cell(three, row, column).text() for column in range(table.columnCount())] for row in range(4)]
    assert rows[0] == [three.application.projects[0].name, "22.900", "", "19", "0", "100", "30.11.2025"]
    assert rows[2] == ["Det tredje", *rows[0][1:]]
    assert rows[3][1:] == ["45.800", "20.700", "38", "9", "", ""]
    assert cell(three, 3, 0).font().bold()
    assert not cell(three, 2, 0).font().bold()
    headers = [table.verticalHeaderItem(row) for row in range(4)]
    assert [header.text() for header in headers] == ["1", "2", "3", ""]


def test_a_project_is_copied_after_itself_and_that_is_undone_in_one_step(three: User) -> None:
    before = three.application
    choose(three, 1)
    three.click("projects.duplicate")
    assert grid(three).currentRow() == 2
    copy = three.application.projects[2]
    assert copy.name == f"{before.projects[1].name} (kopi)"
    assert copy.id not in {project.id for project in before.projects}
    assert three.notice_text() == "Projekt 3 er en kopi af projekt 2. Fortryd med Ctrl+Z."
    three.click_notice("Fortryd")
    assert three.application == before


def test_a_copy_beyond_the_forms_room_is_a_finding_and_no_wall(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(5))
    user.go_to("page.projects")
    choose(user, 4)
    user.click("projects.duplicate")
    assert len(user.application.projects) == 6
    assert any(finding.code == "projects.too_many" for finding in user.view.assessment.errors)


def test_each_name_is_shown_whole_in_a_wide_window_and_in_a_narrow_one(three: User) -> None:
    three.controller.editor.set_value(field_path("projects[0].name"), "Udvidelse af botilbuddet " * 15)
    three.controller.update_view_now()
    table = grid(three)
    heights: list[int] = []
    for width in (1600, 1000, 1600):
        three.window.resize(width, 900)
        settle()
        heights.append(table.rowHeight(0))
        assert table.rowHeight(0) == table.sizeHintForRow(0)
        assert table.rowHeight(1) < table.rowHeight(0)
        assert table.height() >= table.verticalHeader().length()
    assert heights[0] == heights[2] < heights[1]


@pytest.mark.parametrize("width", [800, 960, 1366, 1900])
def test_no_number_of_the_table_is_cut(aalborg: User, width: int) -> None:
    aalborg.window.resize(width, 700)
    aalborg.go_to("page.projects")
    settle()
    table = grid(aalborg)
    delegate = table.itemDelegate()
    assert isinstance(delegate, QuietRows)
    for item in (
        table.item(row, column) for row in range(table.rowCount()) for column in range(1, table.columnCount())
    ):
        assert item is not None
        font = QFont(table.font())
        font.setBold(item.font().bold())
        needed = QFontMetrics(font).horizontalAdvance(item.text())
        words = delegate.words_area(table.visualItemRect(item))
        assert needed + 2 * _BESIDE_IN_STYLE <= words.width(), item.text()
