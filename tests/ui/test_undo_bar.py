"""What removes or replaces content says so, with »Fortryd« beside it, until something else is changed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QTableWidget

from botilbud_desktop.domain.application import Application, DailyRate
from botilbud_desktop.domain.model import replace
from botilbud_desktop.ui.workbench.undo_notice import HOW
from tests.ui import drafts
from tests.ui.user import User

UNDO = "Fortryd"


def buttons(user: User) -> list[str]:
    notice = user.workspace.notice
    return [button.text() for button in notice.findChildren(QPushButton) if button.isVisible()]


def delete_a_project(user: User) -> str:
    user.go_to("page.projects")
    user.widget("projects.table", QTableWidget).setCurrentCell(1, 0)
    user.click("projects.remove")
    return "Projekt 2, »9 fritliggende boliger«, er slettet. Fortryd med Ctrl+Z."


def delete_places(user: User) -> str:
    user.go_to("page.project.0")
    user.click("projects.0.places.0.delete")
    return "Pladserne i rækken er slettet. Fortryd med Ctrl+Z."


def delete_a_rate(user: User) -> str:
    user.go_to("page.project.0")
    user.click("projects.0.daily_rates.0.delete")
    return "Taksten er slettet. Fortryd med Ctrl+Z."


def delete_a_cost_line(user: User) -> str:
    user.go_to("page.project.0")
    user.click("projects.0.cost_plan.lines.0.delete")
    return "Posten er slettet. Fortryd med Ctrl+Z."


def remove_the_plan(user: User) -> str:
    user.go_to("page.project.0")
    user.click("projects.0.cost_plan.remove")
    return "Fordelingen er slettet. Fortryd med Ctrl+Z."


DEEDS = [delete_a_project, delete_places, delete_a_rate, delete_a_cost_line, remove_the_plan]


def full() -> Application:
    """Returns Aalborg's draft with Thisted's cost plan and a rate."""
    draft = drafts.example("aalborg")
    first, second = draft.projects
    plan = drafts.example("thisted").projects[0].cost_plan
    first = replace(first, cost_plan=plan, daily_rates=(DailyRate(label="Gruppe 1", lowest=900, highest=1_000),))
    return replace(draft, projects=(first, replace(second, name="9 fritliggende boliger")))


@pytest.fixture
def user(open_draft: Callable[[Application], User]) -> User:
    return open_draft(full())


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_that_removes_content_is_undone_with_a_click(user: User, deed: Callable[[User], str]) -> None:
    before = user.application
    text = deed(user)
    assert user.notice_text() == text
    assert buttons(user) == [UNDO, "Skjul"]
    assert user.application != before
    user.click_notice(UNDO)
    assert user.application == before
    assert text not in user.notice_text()


@pytest.mark.parametrize("deed", DEEDS)
def test_after_another_change_the_button_is_gone_and_nothing_moves(user: User, deed: Callable[[User], str]) -> None:
    text = deed(user)
    height = user.workspace.notice.height()
    user.go_to("page.contacts")
    user.write("contacts.names", "Åse")
    assert user.notice_text() == text.removesuffix(f" {HOW}"), "Ctrl+Z would undo the other change"
    assert buttons(user) == ["Skjul"]
    assert user.workspace.notice.height() == height


@pytest.mark.parametrize("deed", DEEDS)
def test_undoing_with_the_keys_takes_the_bar_away_too(user: User, deed: Callable[[User], str]) -> None:
    before = user.application
    text = deed(user)
    user.undo()
    assert user.application == before
    assert text.removesuffix(f" {HOW}") not in user.notice_text(), "it says what is not so any more"
    assert UNDO not in buttons(user)


def test_undoing_another_change_leaves_what_was_done_before_it(user: User) -> None:
    text = delete_a_project(user)
    user.go_to("page.contacts")
    user.write("contacts.names", "Åse")
    user.undo()
    assert user.notice_text() == text.removesuffix(f" {HOW}")


def test_an_empty_row_is_deleted_without_a_word(user: User) -> None:
    user.go_to("page.project.1")
    user.click("projects.1.daily_rates.add")
    shown = user.notice_text()
    user.click("projects.1.daily_rates.0.delete")
    assert user.notice_text() == shown
    assert UNDO not in buttons(user)


def test_a_row_with_a_half_typed_value_is_not_empty(user: User) -> None:
    user.go_to("page.project.1")
    user.click("projects.1.daily_rates.add")
    user.write("projects.1.daily_rates.0.lowest", "1x")
    user.click("projects.1.daily_rates.0.delete")
    assert user.notice_text() == "Taksten er slettet. Fortryd med Ctrl+Z."


def test_a_project_without_a_name_is_told_by_its_number(empty: User) -> None:
    empty.go_to("page.projects")
    empty.widget("projects.table", QTableWidget).setCurrentCell(0, 0)
    empty.click("projects.remove")
    assert empty.notice_text() == "Projekt 1 er slettet. Fortryd med Ctrl+Z."


def test_a_second_deed_is_undone_by_its_own_button_only(user: User) -> None:
    delete_places(user)
    between = user.application
    delete_a_project(user)
    user.click_notice(UNDO)
    assert user.application == between
    assert UNDO not in buttons(user)
