"""Small mishaps that must lose nothing: odd pastes, copies onto the same file, theme switches, undo in other fields."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from botilbud_desktop.storage.draft.size_limits import LONGEST_TEXT
from botilbud_desktop.ui.fields.text.text_input import LARGEST_TEXT, TextInput
from botilbud_desktop.ui.repair.repair_page import RepairPage
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, focused, settle

NAME = "projects.0.name"
DESCRIPTION = "projects.0.description"


def test_far_too_much_pasted_is_refused_with_a_reason_and_nothing_is_cut(aalborg: User) -> None:
    before = aalborg.value(DESCRIPTION)
    aalborg.click(DESCRIPTION)
    aalborg.paste("x" * (LARGEST_TEXT + 1))
    assert aalborg.value(DESCRIPTION) == before
    assert any("Der blev ikke indsat noget. Teksten ville blive på" in text for text in _said(aalborg))


def test_a_text_never_grows_by_pasting_beyond_what_can_be_opened_again(aalborg: User) -> None:
    half = "ord " * (LARGEST_TEXT // 8)
    controller = aalborg.controller
    aalborg.click(DESCRIPTION)
    aalborg.control(Qt.Key.Key_A)
    aalborg.paste(half)
    settle()
    assert controller.application.projects[0].description == half  # more than the form shows: opened for repair
    area = aalborg.window.findChild(TextInput, f"repair.{DESCRIPTION}")
    assert isinstance(area, TextInput)
    area.setFocus()
    aalborg.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    aalborg.paste(half)
    assert controller.application.projects[0].description == half + half
    assert len(half + half) == LARGEST_TEXT < LONGEST_TEXT
    aalborg.paste("x")
    assert controller.application.projects[0].description == half + half
    page = aalborg.window.findChild(RepairPage)
    assert isinstance(page, RepairPage)
    assert page.notice.message.text().startswith("Der blev ikke indsat noget. Teksten ville blive på")


@pytest.mark.parametrize("way", ["keys", "drop", "menu"])
def test_far_too_much_for_a_line_is_refused_with_a_reason_and_nothing_is_cut(aalborg: User, way: str) -> None:
    aalborg.click(NAME)
    before, line = aalborg.value(NAME), aalborg.line(NAME)
    content = QMimeData()
    content.setText("x" * 200_001)
    QApplication.clipboard().setMimeData(content)
    if way == "keys":
        aalborg.control(Qt.Key.Key_V)
    elif way == "drop":
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        spot = QPointF(line.rect().center())
        line.event(QDropEvent(spot, Qt.DropAction.CopyAction, content, buttons, keys))
    else:
        words = "Sæt ind (der er kopieret for meget)"
        with with_open_menu() as offered:
            spot_here = line.rect().center()
            reason, keys = QContextMenuEvent.Reason.Keyboard, Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(line, QContextMenuEvent(reason, spot_here, line.mapToGlobal(spot_here), keys))
        assert offered[words] is False
    assert aalborg.value(NAME) == before
    if way != "menu":
        assert QToolTip.text() == "Der blev ikke indsat noget. Der er plads til 200.000 tegn på en linje."


@contextmanager
def with_open_menu() -> Iterator[dict[str, bool]]:
    """Yields the words of the menu that opens, with whether each can be chosen, and closes it."""
    offered: dict[str, bool] = {}

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            for action in menu.actions():
                offered[action.text().split("\t")[0].replace("&", "")] = action.isEnabled()
            menu.close()

    QTimer.singleShot(50, look)
    yield offered


def test_line_breaks_pasted_into_a_line_become_spaces(aalborg: User) -> None:
    aalborg.write(NAME, "")
    aalborg.click(NAME)
    aalborg.paste("Nyt bosted\nlinje to\n")
    assert aalborg.value(NAME) == "Nyt bosted linje to"


def test_a_copy_onto_the_draft_itself_is_an_ordinary_save(aalborg: User, questions: RecordedQuestions) -> None:
    assert aalborg.path is not None
    aalborg.write("projects.0.loan.2025", "23000")
    questions.will_answer(aalborg.path)
    aalborg.use_menu("Gem en &kopi …")
    assert questions.last.suggested == aalborg.path.with_name(f"{aalborg.path.stem} – kopi.botilbud")
    aalborg.write("projects.0.loan.2025", "23100")
    aalborg.save()
    assert not aalborg.controller.editor.is_modified
    assert b"23100" in aalborg.path.read_bytes()


def test_undo_in_the_name_of_the_approver_stays_there(aalborg: User) -> None:
    aalborg.write("projects.0.loan.2025", "23000")
    aalborg.go_to("page.approve")
    aalborg.write("approve.name", "Åse")
    aalborg.control(Qt.Key.Key_Z)
    assert aalborg.page.objectName() == "page.approve"
    assert aalborg.value("projects.0.loan.2025") == 23000


def test_an_approval_whose_saving_is_cancelled_is_none(
    complete: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    window = complete.window
    window.drafts.show(window.repository.unsaved(complete.controller.editor.snapshot, "kladde"))
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse")
    questions.will_answer("approve", None)
    complete.click("approve.approve")
    assert complete.application.approvals == ()
    assert not complete.view.read_only
    questions.will_answer("approve", tmp_path / "ny.botilbud")
    complete.click("approve.approve")
    assert len(complete.application.approvals) == 1


def test_a_switch_of_theme_leaves_the_cursor_in_its_field(aalborg: User, qapp: QApplication) -> None:
    aalborg.click(DESCRIPTION)
    light = qapp.palette()
    dark = QPalette(Qt.GlobalColor.darkGray, Qt.GlobalColor.black)
    qapp.setPalette(dark)
    settle()
    settle()
    try:
        assert focused(aalborg.window).objectName() == DESCRIPTION
        assert aalborg.value(DESCRIPTION) == aalborg.area(DESCRIPTION).text()
    finally:
        qapp.setPalette(light)
        settle()


def test_the_split_of_one_project_is_not_that_of_the_next(thisted: User) -> None:
    thisted.go_to("page.projects")
    thisted.click("projects.add")
    thisted.go_to("page.project.1")
    thisted.click("projects.1.cost_plan.add")
    thisted.go_to("page.project.0")
    thisted.write("projects.0.cost_plan.split.2025", "33")
    assert thisted.line("projects.0.cost_plan.split.2026").text() == "67"
    thisted.go_to("page.projects")
    thisted.click("projects.up")
    thisted.go_to("page.project.0")
    assert thisted.line("projects.0.cost_plan.split.2025").text() != "33"


def test_the_arrow_keys_lead_on_through_the_steps(aalborg: User) -> None:
    steps = aalborg.workspace.steps
    aalborg.go_to("page.applicant")
    steps.setFocus()
    for page in ("page.projects", "page.project.0", "page.project.1", "page.description"):
        aalborg.press(Qt.Key.Key_Down)
        assert aalborg.page.objectName() == page
        assert focused(aalborg.window) is steps


def _said(user: User) -> list[str]:
    from botilbud_desktop.ui.style.still_text import StillText

    return [text.text() for text in user.page.findChildren(StillText)]
