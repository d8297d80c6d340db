"""Undo across fields and steps: one undo step for a run of typing, and focus on what changed (requirement 26)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QPushButton, QWidget

from botilbud_desktop.domain.approval import approved
from botilbud_desktop.ui.fields.text.text_field import TextField
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.keeping import NOW
from tests.ui.user import User, settle

NAME = "projects.0.name"
LOAN = "projects.0.loan.2025"
DESCRIPTION = "projects.0.description"


def steps_of_history(user: User) -> int:
    """Returns the number of undo steps; undoes and redoes them all."""
    count = 0
    while user.controller.editor.can_undo:
        user.undo()
        count += 1
    for _step in range(count):
        user.redo()
    return count


def menu_of(user: User, name: str) -> list[str]:
    """Opens the context menu of a field, returns its texts and closes it."""
    field = user.widget(name, QWidget)
    seen: list[str] = []

    def inspect_and_close() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(action.text().replace("&", "") for action in menu.actions())
        menu.close()

    QTimer.singleShot(0, inspect_and_close)
    centre = field.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, field.mapToGlobal(centre))
    QApplication.sendEvent(field.viewport() if isinstance(field, QPlainTextEdit) else field, event)
    return seen


def test_a_run_of_typing_is_one_step(aalborg: User) -> None:
    before = aalborg.value(NAME)
    aalborg.click(NAME)
    aalborg.press(Qt.Key.Key_End)
    aalborg.keys(" og mere")
    aalborg.undo()
    assert aalborg.value(NAME) == before
    assert aalborg.line(NAME).text() == before
    aalborg.redo()
    assert aalborg.value(NAME) == f"{before} og mere"
    assert aalborg.line(NAME).text() == f"{before} og mere"


def test_typing_again_after_leaving_the_field_is_another_step(aalborg: User) -> None:
    aalborg.click(NAME)
    aalborg.press(Qt.Key.Key_End)
    aalborg.keys("1")
    aalborg.press(Qt.Key.Key_Tab)
    aalborg.click(NAME)
    aalborg.press(Qt.Key.Key_End)
    aalborg.keys("2")
    aalborg.undo()
    assert str(aalborg.value(NAME)).endswith("1")
    aalborg.undo()
    assert not aalborg.controller.editor.is_modified


def test_typing_again_after_leaving_a_cell_is_another_step(aalborg: User) -> None:
    name = "projects.0.places.0.count"
    aalborg.write_and_leave(name, "16")
    aalborg.write(name, "17")
    aalborg.undo()
    assert aalborg.value(name) == 16


def test_a_pause_in_a_long_text_begins_a_new_step(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("først")
    field = empty.area(DESCRIPTION).parentWidget()
    assert isinstance(field, TextField)
    field._pause.timeout.emit()  # as when the pause in typing is over
    empty.keys(" siden")
    empty.undo()
    assert empty.value(DESCRIPTION) == "først"


def test_a_paste_is_one_step_of_its_own(empty: User) -> None:
    empty.click(DESCRIPTION)
    empty.keys("før ")
    empty.paste("indsat tekst\nmed linjer")
    empty.keys(" efter")
    texts = []
    while empty.controller.editor.can_undo:
        texts.append(empty.area(DESCRIPTION).text())
        empty.undo()
    assert texts == ["før indsat tekst\nmed linjer efter", "før indsat tekst\nmed linjer", "før "]
    assert empty.area(DESCRIPTION).text() == ""


def test_a_paste_over_a_selection_is_taken_back_whole(aalborg: User) -> None:
    before = aalborg.value(DESCRIPTION)
    aalborg.click(DESCRIPTION)
    aalborg.control(Qt.Key.Key_A)
    aalborg.paste("Noget helt andet")
    assert aalborg.value(DESCRIPTION) == "Noget helt andet"
    aalborg.undo()
    assert aalborg.value(DESCRIPTION) == before
    assert aalborg.area(DESCRIPTION).text() == before
    assert not aalborg.controller.editor.is_modified


def test_a_paste_into_a_line_is_one_step_of_its_own(empty: User) -> None:
    empty.click(NAME)
    empty.keys("før ")
    empty.paste("indsat")
    empty.undo()
    assert empty.line(NAME).text() in ("", "før ")


def test_undo_goes_back_across_fields_and_steps_and_leads_to_each(aalborg: User) -> None:
    aalborg.go_to("page.applicant")
    aalborg.write("case_number", "2024-1")
    aalborg.go_to("page.project.1")
    aalborg.write("projects.1.loan.2026", "21000")
    aalborg.go_to("page.description")
    aalborg.write("description", "Samlet")
    aalborg.go_to("page.contacts")
    aalborg.write("contacts.names", "Åse")
    aalborg.go_to("page.check")
    places = []
    while aalborg.controller.editor.can_undo:
        aalborg.undo()
        focus = QApplication.focusWidget()
        assert focus is not None
        places.append((aalborg.page.objectName(), focus.objectName()))
        assert not focus.visibleRegion().isEmpty()
    assert list(dict.fromkeys(places)) == [
        ("page.contacts", "contacts.names"),
        ("page.description", "description"),
        ("page.project.1", "projects.1.loan.2026"),
        ("page.applicant", "case_number"),
    ]
    assert aalborg.application == drafts.example("aalborg")
    assert not aalborg.controller.editor.is_modified
    assert not aalborg.window.isWindowModified()
    while aalborg.controller.editor.can_redo:
        aalborg.redo()
    assert aalborg.page.objectName() == "page.contacts"
    assert aalborg.line("contacts.names").text() == "Åse"
    assert aalborg.application.description == "Samlet"


@pytest.mark.parametrize("focus", ["description", "steps", "navigation.next", "projects.table", "case_number", "list"])
def test_the_keys_work_wherever_the_focus_is(aalborg: User, focus: str) -> None:
    aalborg.write(LOAN, "23000")
    match focus:
        case "description":
            aalborg.go_to("page.description")
            aalborg.click("description")
        case "steps":
            aalborg.workspace.steps.setFocus()
        case "projects.table":
            aalborg.go_to("page.projects")
        case "case_number":
            aalborg.go_to("page.applicant")
            aalborg.click("case_number")
        case "list":
            aalborg.combo("projects.0.building").setFocus()
        case _:
            button = aalborg.window.findChild(QPushButton, focus)
            assert isinstance(button, QWidget)
            button.setFocus()
    while aalborg.controller.editor.can_undo:
        aalborg.undo()
    assert aalborg.value(LOAN) == 22900
    assert aalborg.page.objectName() == "page.project.0"
    while aalborg.controller.editor.can_redo:
        aalborg.redo()
    assert aalborg.value(LOAN) == 23000


def test_ctrl_shift_z_is_redo_too(aalborg: User) -> None:
    aalborg.write(LOAN, "23000")
    aalborg.undo()
    aalborg.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert aalborg.value(LOAN) == 23000


def test_a_half_typed_value_is_part_of_the_history(aalborg: User) -> None:
    aalborg.write(LOAN, "22,9")
    assert aalborg.value(LOAN) is None
    while aalborg.controller.editor.can_undo:
        aalborg.undo()
    assert aalborg.line(LOAN).text() == "22.900"
    assert aalborg.value(LOAN) == 22900
    assert aalborg.view.half_typed == {}
    while aalborg.controller.editor.can_redo:
        aalborg.redo()
    assert aalborg.line(LOAN).text() == "22,9"
    assert aalborg.value(LOAN) is None


def test_a_choice_is_a_step(aalborg: User) -> None:
    aalborg.choose("projects.0.building", "Nybyggeri")
    aalborg.undo()
    assert aalborg.combo("projects.0.building").currentText() == "Eksisterende bygning"
    assert QApplication.focusWidget() is aalborg.combo("projects.0.building")


@pytest.mark.parametrize("rows", ["places", "daily_rates"])
def test_adding_and_removing_rows_are_steps(aalborg: User, rows: str) -> None:
    before = aalborg.application
    aalborg.click(f"projects.0.{rows}.add")
    added = aalborg.application
    count = len(getattr(added.projects[0], rows))
    aalborg.click(f"projects.0.{rows}.0.delete")
    assert len(getattr(aalborg.application.projects[0], rows)) == count - 1
    aalborg.undo()
    assert aalborg.application == added
    aalborg.undo()
    assert aalborg.application == before
    assert not aalborg.controller.editor.is_modified
    aalborg.redo()
    assert aalborg.application == added


def test_adding_moving_and_removing_projects_are_steps(aalborg: User) -> None:
    states = [aalborg.application]
    aalborg.go_to("page.projects")
    aalborg.click("projects.add")
    states.append(aalborg.application)
    aalborg.go_to("page.projects")
    aalborg.click("projects.up")
    states.append(aalborg.application)
    aalborg.click("projects.remove")
    states.append(aalborg.application)
    assert len({id(state) for state in states}) == 4
    for state in reversed(states[:-1]):
        aalborg.undo()
        assert aalborg.application == state
    assert not aalborg.controller.editor.is_modified
    for state in states[1:]:
        aalborg.redo()
        assert aalborg.application == state


def test_a_change_after_undo_takes_the_way_of_redo(aalborg: User) -> None:
    aalborg.write(LOAN, "23000")
    while aalborg.controller.editor.can_undo:
        aalborg.undo()
    aalborg.write("projects.0.loan.2026", "5")
    assert not aalborg.controller.editor.can_redo
    aalborg.redo()
    assert aalborg.value(LOAN) == 22900


def test_the_text_the_model_and_the_saved_state_agree_at_every_step(aalborg: User) -> None:
    aalborg.write(LOAN, "23000")
    aalborg.save()
    saved = aalborg.application
    aalborg.write("projects.0.share_for_others", "50")
    for key in (aalborg.undo, aalborg.undo, aalborg.undo, aalborg.redo, aalborg.redo, aalborg.redo):
        key()
        assert aalborg.line(LOAN).text().replace(".", "") == str(aalborg.value(LOAN) or "")
        assert aalborg.line("projects.0.share_for_others").text() == (
            aalborg.value("projects.0.share_for_others") or ""
        )
        assert aalborg.window.isWindowModified() == (aalborg.application != saved)


def test_undo_and_redo_are_in_the_menu_and_off_when_there_is_nothing(aalborg: User) -> None:
    undo, redo = aalborg.action("&Fortryd"), aalborg.action("&Gentag")
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    aalborg.write(LOAN, "23000")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    undo.trigger()
    settle()
    assert redo.isEnabled()


@pytest.mark.parametrize("name", [NAME, DESCRIPTION])
def test_the_menu_of_a_field_has_no_undo_of_its_own(aalborg: User, name: str) -> None:
    field = aalborg.widget(name, QWidget)
    aalborg.click(field)
    aalborg.keys("x")
    texts = menu_of(aalborg, name)
    assert any(text.startswith("Kopi") for text in texts)
    assert any(text.startswith(("Indsæt", "Sæt ind")) for text in texts)
    assert not any(text.startswith(("Fortryd", "Gentag", "Annull", "Gendan")) for text in texts)
    assert texts[0] != ""


@pytest.mark.parametrize("name", [NAME, DESCRIPTION])
def test_the_menu_of_a_frozen_field_can_copy(open_draft: OpenDraft, name: str) -> None:
    user = open_draft(approved(drafts.complete(), "Åse", NOW))
    assert user.view.read_only
    user.click(name)
    texts = menu_of(user, name)
    assert any(text.startswith("Kopi") for text in texts)
    assert not any(text.startswith(("Indsæt", "Sæt ind")) for text in texts)


def test_undoing_everything_leaves_the_file_as_it_was(aalborg: User, open_window: OpenWindow) -> None:
    assert isinstance(aalborg.path, Path)
    before = aalborg.path.read_bytes()
    aalborg.write(LOAN, "22,9")
    aalborg.click("projects.0.places.add")
    aalborg.write(DESCRIPTION, "Kort")
    assert steps_of_history(aalborg) >= 3
    while aalborg.controller.editor.can_undo:
        aalborg.undo()
    aalborg.window.close()
    assert aalborg.path.read_bytes() == before


@pytest.mark.parametrize(
    ("typed_at", "typed", "after_undo", "after_redo"),
    [
        (0, "Ny: ", 0, 4),
        (7, "-midt-", 7, 13),
    ],
)
def test_the_cursor_stands_where_the_text_was_changed(
    empty: User, typed_at: int, typed: str, after_undo: int, after_redo: int
) -> None:
    empty.go_to("page.description")
    empty.write_and_leave("description", "En tekst 👍 med flere ord")
    area = empty.area("description")
    empty.click("description")
    area.show_position(typed_at)
    empty.keys(typed)
    area.show_position(0)
    empty.undo()
    assert area.text() == "En tekst 👍 med flere ord"
    assert area.textCursor().position() == after_undo
    assert not area.textCursor().hasSelection()
    empty.redo()
    assert area.textCursor().position() == after_redo


def test_the_cursor_stands_at_the_end_of_what_a_deletion_had_taken(empty: User) -> None:
    empty.go_to("page.description")
    empty.write_and_leave("description", "👍 En lang tekst")
    area = empty.area("description")
    empty.click("description")
    area.show_position(2, 10)
    empty.press(Qt.Key.Key_Delete)
    assert area.text() == "👍 tekst"
    empty.undo()
    assert area.text() == "👍 En lang tekst"
    assert area.textCursor().position() == 11  # Qt counts 👍 as two UTF-16 units
