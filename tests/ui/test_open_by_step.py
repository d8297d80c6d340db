"""The list of steps tells how much is open in each, with the view that follows a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from botilbud_desktop.domain.steps import Step, StepKind, steps_of
from botilbud_desktop.rules.progress import points_by_step
from botilbud_desktop.ui.pages.check import CheckPage
from botilbud_desktop.ui.workspace.step_list import _fitting
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_approval import approve
from tests.ui.user import User


def spoken(user: User, step: Step) -> str:
    row = steps_of(user.application).index(step)
    return str(user.workspace.steps.item(row).data(Qt.ItemDataRole.AccessibleTextRole))


FIRST = Step(StepKind.PROJECT, 0)


def test_a_field_that_is_emptied_is_counted_and_one_that_is_filled_in_no_more(complete: User) -> None:
    assert "mangler" not in spoken(complete, FIRST)
    complete.write_and_leave("projects.0.name", "")
    assert spoken(complete, FIRST).endswith(", I gang, 1 felt mangler")
    assert ", 1 felt mangler" in spoken(complete, Step(StepKind.CHECK))
    complete.write_and_leave("projects.0.name", "Hus")
    assert "mangler" not in spoken(complete, FIRST)


def test_each_step_says_what_kontrol_lists_for_it(thisted: User) -> None:
    for step, points in points_by_step(thisted.view.assessment).items():
        if step.kind is not StepKind.CHECK:
            assert spoken(thisted, step).endswith(points.words)


def test_the_counts_are_painted_below_the_title(complete: User, monkeypatch: pytest.MonkeyPatch) -> None:
    complete.write_and_leave("projects.0.name", "")
    painted: list[str] = []
    monkeypatch.setattr(QPainter, "drawText", lambda _painter, *what: painted.append(str(what[-1])))
    complete.workspace.steps.grab()
    assert any(text.startswith("1 felt mangler") for text in painted)


def test_a_tip_has_the_whole_words(complete: User) -> None:
    complete.write_and_leave("projects.0.name", "")
    row = steps_of(complete.application).index(FIRST)
    assert complete.workspace.steps.item(row).toolTip() == "I gang: 1 felt mangler"


def test_the_next_thing_on_kontrol_leads_to_it_and_then_on(complete: User) -> None:
    complete.write_and_leave("projects.0.name", "")
    complete.go_to("page.check")
    page = complete.page
    assert isinstance(page, CheckPage)
    (link,) = page.next.links
    assert link.words() == "Projekt 1: Angiv projektets navn."
    complete.click(link)
    assert complete.line("projects.0.name").hasFocus()


def test_kontrol_counts_by_step_and_leads_to_the_first_of_each(complete: User) -> None:
    complete.write_and_leave("projects.0.name", "")
    complete.go_to("page.check")
    page = complete.page
    assert isinstance(page, CheckPage)
    link = next(link for link in page.steps.links if link.words().startswith("Projekt 1: 1 felt mangler"))
    complete.click(link)
    assert complete.line("projects.0.name").hasFocus()


def test_after_the_approval_the_next_thing_is_the_transfer(complete: User, questions: RecordedQuestions) -> None:
    approve(complete, questions)
    complete.go_to("page.check")
    page = complete.page
    assert isinstance(page, CheckPage)
    complete.click(page.next.links[0])
    assert complete.page.objectName() == "page.transfer"
    assert complete.button("transfer.open").hasFocus()


def test_where_the_counts_have_no_room_whole_ones_are_left_out(thisted: User) -> None:
    steps = thisted.workspace.steps
    metrics, words = steps.fontMetrics(), "2 felter mangler · 3 ting at se på"
    assert _fitting(words, metrics, metrics.horizontalAdvance(words)) == words
    assert _fitting(words, metrics, metrics.horizontalAdvance(words) - 1) == "2 felter mangler …"
    assert _fitting("Der er problemer", metrics, metrics.horizontalAdvance("Der er p…") + 2).endswith("…")
