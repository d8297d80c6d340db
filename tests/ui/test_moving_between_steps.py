"""Free movement between steps, and going back without loss (requirements 5 and 6)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.storage.draft.draft_file import draft_bytes
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle, step_names

KEYS = {
    Qt.Key.Key_1: "page.applicant",
    Qt.Key.Key_2: "page.projects",
    Qt.Key.Key_3: "page.description",
    Qt.Key.Key_4: "page.contacts",
    Qt.Key.Key_5: "page.check",
    Qt.Key.Key_6: "page.approve",
    Qt.Key.Key_7: "page.transfer",
}


def statuses(user: User) -> dict[str, str]:
    """Returns what a screen reader reads of the list of steps: title and status of each step."""
    steps = user.workspace.steps
    names = step_names(user.application)
    items = [steps.item(row) for row in range(steps.count())]
    spoken = [str(item.data(Qt.ItemDataRole.AccessibleTextRole)).removeprefix(f"{item.text()}, ") for item in items]
    return dict(zip(names, spoken, strict=True))


def test_each_step_is_one_click_away_whatever_the_others_lack(aalborg: User) -> None:
    for name in reversed(step_names(aalborg.application)):
        aalborg.go_to(name)
        assert aalborg.page.isVisible()
        assert aalborg.workspace.steps.currentRow() == step_names(aalborg.application).index(name)


@pytest.mark.parametrize("start", ["page.project.1", "page.description", "page.approve"])
def test_ctrl_and_a_digit_lead_to_each_step_from_anywhere(aalborg: User, start: str) -> None:
    for key, page in KEYS.items():
        aalborg.go_to(start)
        aalborg.control(key)
        assert aalborg.page.objectName() == page


def test_ctrl_and_a_digit_work_while_typing(aalborg: User) -> None:
    aalborg.write("projects.0.loan.2025", "22,9")
    aalborg.control(Qt.Key.Key_3)
    assert aalborg.page.objectName() == "page.description"
    aalborg.keys("Tekst")
    aalborg.control(Qt.Key.Key_4)
    assert aalborg.page.objectName() == "page.contacts"
    assert aalborg.application.description == "Tekst"


def test_the_steps_say_in_words_how_far_they_have_come(aalborg: User) -> None:
    assert statuses(aalborg) == {
        "page.applicant": "Færdig",
        "page.projects": "I gang",
        "page.project.0": "Der er problemer, 1 problem",
        "page.project.1": "Der er problemer, 1 problem",
        "page.description": "Ikke startet, 1 felt mangler",
        "page.contacts": "Ikke startet, 3 felter mangler",
        "page.check": "Der er problemer, 4 felter mangler · 2 problemer",
        "page.approve": "Ikke startet",
        "page.transfer": "Ikke startet",
    }


def test_a_step_changes_its_status_while_it_is_filled_in(aalborg: User) -> None:
    aalborg.go_to("page.contacts")
    aalborg.write("contacts.names", "Åse Ørsted")
    assert statuses(aalborg)["page.contacts"] == "I gang, 2 felter mangler"
    aalborg.write("contacts.phones", "99 31 31 31")
    aalborg.write("contacts.emails", "aase@")
    assert statuses(aalborg)["page.contacts"] == "Der er problemer, 1 problem"
    aalborg.keys("aalborg.dk")
    assert statuses(aalborg)["page.contacts"] == "Færdig"


def test_the_list_names_the_projects_and_follows_them(aalborg: User) -> None:
    aalborg.write("projects.0.name", "Nyt navn")
    assert aalborg.workspace.steps.item(2).text() == "1. Nyt navn"
    aalborg.write("projects.0.name", "")
    assert aalborg.workspace.steps.item(2).text() == "Projekt 1"


def test_the_arrow_keys_move_in_the_list_of_steps(aalborg: User) -> None:
    aalborg.go_to("page.applicant")
    aalborg.workspace.steps.setFocus()
    QTest.keyClick(aalborg.workspace.steps, Qt.Key.Key_Down)
    settle()
    assert aalborg.page.objectName() == "page.projects"


def test_a_click_on_the_step_that_is_shown_moves_nothing(aalborg: User) -> None:
    aalborg.click("projects.0.daily_rates.add")
    scrolled = aalborg.page.verticalScrollBar().value()
    assert scrolled > 0
    aalborg.go_to("page.project.0")
    assert aalborg.page.verticalScrollBar().value() == scrolled
    assert aalborg.workspace.steps.hasFocus()


def test_next_and_back_walk_through_all_steps_and_keep_every_value(aalborg: User) -> None:
    before = aalborg.application
    forward = aalborg.window.findChild(QWidget, "navigation.next")
    back = aalborg.window.findChild(QWidget, "navigation.back")
    assert isinstance(forward, QWidget)
    assert isinstance(back, QWidget)
    names = step_names(before)
    aalborg.go_to(names[0])
    assert not back.isEnabled()
    for name in names[1:]:
        aalborg.click(forward)
        assert aalborg.page.objectName() == name
    assert not forward.isEnabled()
    for name in reversed(names[:-1]):
        aalborg.click(back)
        assert aalborg.page.objectName() == name
    assert aalborg.application == before
    assert not aalborg.controller.editor.is_modified


def test_back_next_and_escape_keep_what_was_just_typed(aalborg: User) -> None:
    aalborg.write("projects.0.loan.2025", "22,9")
    alt = Qt.KeyboardModifier.AltModifier
    for key, modifiers in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, alt),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, alt),
        (Qt.Key.Key_Left, alt),
        (Qt.Key.Key_Right, alt),
    ):
        aalborg.press(key, modifiers)
    assert aalborg.page.objectName() == "page.project.0"
    assert aalborg.line("projects.0.loan.2025").text() == "22,9"
    assert aalborg.view.half_typed == {"projects[0].loan.2025": "22,9"}
    assert aalborg.window.isVisible()


def test_each_page_opens_with_its_heading_in_view(aalborg: User) -> None:
    aalborg.window.resize(1280, 720)
    aalborg.page.verticalScrollBar().setValue(aalborg.page.verticalScrollBar().maximum())
    for name in step_names(aalborg.application):
        aalborg.go_to(name)
        assert not aalborg.page.heading.visibleRegion().isEmpty(), name
        assert aalborg.page.heading.text()


def test_closing_a_changed_draft_saves_it_where_it_lies(aalborg: User) -> None:
    assert aalborg.path is not None
    aalborg.write("projects.0.loan.2025", "23000")
    application = aalborg.application
    aalborg.control(Qt.Key.Key_Q)
    assert not aalborg.window.isVisible()
    assert drafts.content_of(aalborg.path) == draft_bytes(application)
    assert application.projects[0].loan["2025"] == 23000


def test_closing_an_unchanged_draft_writes_nothing(aalborg: User) -> None:
    assert aalborg.path is not None
    aalborg.path.unlink()
    aalborg.window.close()
    assert not aalborg.window.isVisible()
    assert not aalborg.path.exists()


@pytest.fixture
def unsaved(open_window: OpenWindow) -> User:
    """A user in a new draft with changes that was never saved."""
    user = open_window(None)
    user.window.drafts.open_new(drafts.ROUND, "851")
    user.control(Qt.Key.Key_1)
    user.write("case_number", "2024-1")
    return user


def test_closing_a_draft_that_was_never_saved_asks_and_staying_keeps_it(
    unsaved: User, questions: RecordedQuestions
) -> None:
    questions.will_answer("stay")
    unsaved.window.close()
    assert unsaved.window.isVisible()
    assert questions.last.keys == ("save", "discard", "stay")
    assert unsaved.line("case_number").text() == "2024-1"
    assert unsaved.application.case_number == "2024-1"


def test_closing_a_draft_that_was_never_saved_can_save_it(
    unsaved: User, questions: RecordedQuestions, tmp_path: Path
) -> None:
    target = tmp_path / "ny.botilbud"
    questions.will_answer("save", target)
    unsaved.window.close()
    assert not unsaved.window.isVisible()
    assert b"2024-1" in target.read_bytes()


def test_thinking_better_of_saving_keeps_the_window_open(unsaved: User, questions: RecordedQuestions) -> None:
    questions.will_answer("save", None)
    unsaved.window.close()
    assert unsaved.window.isVisible()
    assert unsaved.application.case_number == "2024-1"


def test_only_a_clear_answer_discards_a_draft(unsaved: User, questions: RecordedQuestions, tmp_path: Path) -> None:
    questions.will_answer("discard")
    unsaved.window.close()
    assert not unsaved.window.isVisible()
    assert list(tmp_path.rglob("*.botilbud")) == []


def test_closing_when_the_file_cannot_be_saved_keeps_the_draft(aalborg: User, questions: RecordedQuestions) -> None:
    assert aalborg.path is not None
    aalborg.write("projects.0.loan.2025", "23000")
    aalborg.path.write_text("noget andet", encoding="utf-8")
    questions.will_answer("stay")
    aalborg.window.close()
    assert aalborg.window.isVisible()
    assert aalborg.value("projects.0.loan.2025") == 23000
    assert aalborg.path.read_text(encoding="utf-8") == "noget andet"


def test_half_typed_text_alone_keeps_a_draft_from_closing_unseen(aalborg: User, open_window: OpenWindow) -> None:
    aalborg.write("projects.0.completion_date", "30. nov")
    aalborg.window.close()
    again = open_window(aalborg.path)
    assert again.line("projects.0.completion_date").text() == "30. nov"


def test_leaving_for_the_start_page_saves_what_was_changed(aalborg: User) -> None:
    assert aalborg.path is not None
    aalborg.write("projects.0.loan.2025", "23000")
    aalborg.control(Qt.Key.Key_W)
    assert aalborg.window.workspace is None
    assert b"23000" in aalborg.path.read_bytes()


def test_another_theme_of_the_system_changes_no_value_and_no_step(aalborg: User, qapp: QApplication) -> None:
    aalborg.go_to("page.project.1")
    aalborg.write("projects.1.loan.2026", "20,7")
    before = aalborg.application
    light = qapp.palette()
    dark = QPalette(QColor("#202020"))
    try:
        qapp.setPalette(dark)
        settle()
        assert aalborg.page.objectName() == "page.project.1"
        assert aalborg.line("projects.1.loan.2026").text() == "20,7"
        assert aalborg.application == before
        aalborg.undo()
        assert aalborg.line("projects.1.loan.2026").text() == "20.700"
    finally:
        qapp.setPalette(light)
        settle()


def test_a_sixth_project_is_shown_and_said(open_draft: OpenDraft) -> None:
    user = open_draft(drafts.with_projects(6))
    assert user.workspace.steps.count() == 13
    user.go_to("page.projects")
    assert any("Der er kun plads til 5 projekter, og kladden har 6." in text for text in user.texts())
    user.go_to("page.project.5")
    assert user.line("projects.5.name").text() == "Projekt nummer 6"
    user.go_to("page.check")
    assert any("Der er kun plads til 5 projekter" in link.words() for link in user.links())
