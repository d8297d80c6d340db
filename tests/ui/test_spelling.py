"""Spelling in the window: what is marked and when, suggestions by mouse and key, the next word, the lists."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.settings.settings_dialog import SettingsDialog
from tests.ui import drafts
from tests.ui.conftest import OpenDraft
from tests.ui.spelled import begin, marked, placed_list, quiet, real_helper
from tests.ui.user import User, said_in, settle

_F7 = Qt.Key.Key_F7


@pytest.fixture
def spelled(open_draft: OpenDraft, repository: DraftRepository, folders: UserFolders) -> User:
    """A user in a draft with slips, whose words are looked up."""
    repository.make_helper = lambda: real_helper(folders)
    application = drafts.complete()
    text = "Der er botræning i aftenvagten. Kommunen har mangel på pladser."
    return open_draft(replace(application, description=text))


def at_the_description(user: User) -> TextInput:
    user.go_to("page.description")
    begin(user)
    area = user.area("description")
    area.setFocus()
    quiet(user)
    return area


def type_at_end(area: TextInput, text: str) -> None:
    area.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(area, text)
    settle()


def chosen_in_menu(area: TextInput, word: str, words: str, *, how: str = "mouse") -> list[str]:
    """Opens the context menu on a word, chooses an entry if given, and returns the entries."""
    found: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):  # it waits for the suggestions
            QTimer.singleShot(10, area, choose)
            return
        found.extend(action.text().replace("&", "") for action in menu.actions() if action.text())
        action = next((one for one in menu.actions() if words and words in one.text().replace("&", "")), None)
        if action is None:
            QTest.keyClick(menu, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    cursor = area.document().find(word)
    cursor.setPosition(cursor.selectionStart() + 1)
    QTimer.singleShot(0, area, choose)
    if how == "mouse":
        spot = area.cursorRect(cursor).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, area.viewport().mapToGlobal(spot))
        QApplication.sendEvent(area.viewport(), event)
    elif how == "menu key":
        area.setTextCursor(cursor)
        spot = QPoint(0, 0)  # wherever Qt puts it
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, area.viewport().mapToGlobal(spot))
        QApplication.sendEvent(area.viewport(), event)
    else:
        area.setTextCursor(cursor)
        QTest.keyClick(area, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    settle()
    area.window().activateWindow()
    settle()
    assert any(words in entry for entry in found), found
    return found


def test_unknown_words_are_marked_with_a_wavy_line(spelled: User) -> None:
    assert marked(at_the_description(spelled)) == ["botræning"]


def test_the_word_being_typed_is_marked_once_it_is_left(spelled: User) -> None:
    area = at_the_description(spelled)
    type_at_end(area, " Naturligvsi")
    quiet(spelled)
    assert marked(area) == ["botræning"]
    type_at_end(area, " ")
    quiet(spelled)
    assert marked(area) == ["botræning", "Naturligvsi"]


def test_a_mark_goes_with_the_first_key_in_its_word(spelled: User) -> None:
    area = at_the_description(spelled)
    cursor = area.document().find("botræning")
    cursor.setPosition(cursor.selectionEnd())
    area.setTextCursor(cursor)
    assert marked(area) == ["botræning"]
    QTest.keyClick(area, Qt.Key.Key_E)
    assert marked(area) == []
    area.clearFocus()
    quiet(spelled)
    assert marked(area) == ["botræninge"]


def test_a_suggestion_from_the_menu_is_one_step_of_the_history(spelled: User) -> None:
    area = at_the_description(spelled)
    type_at_end(area, " Naturligvsi ja")
    quiet(spelled)
    before = area.text()
    entries = chosen_in_menu(area, "Naturligvsi", "Naturligvis")
    assert entries[0] == "1 Naturligvis"
    assert area.text() == before.replace("Naturligvsi", "Naturligvis")
    assert spelled.value("description") == area.text()
    spelled.use_menu("&Fortryd")
    assert area.text() == before


@pytest.mark.parametrize("how", ["mouse", "menu key", "Ctrl+."])
def test_a_word_is_put_into_the_users_list_and_taken_out_again(spelled: User, folders: UserFolders, how: str) -> None:
    area = at_the_description(spelled)
    chosen_in_menu(area, "botræning", "Føj »botræning« til min ordliste", how=how)
    quiet(spelled)
    assert marked(area) == []
    assert folders.words.read_text(encoding="utf-8") == "botræning\n"
    chosen_in_menu(area, "botræning", "Fjern »botræning« fra min ordliste", how=how)
    quiet(spelled)
    assert marked(area) == ["botræning"]
    assert folders.words.read_text(encoding="utf-8") == ""


def test_a_word_that_is_passed_over_is_marked_nowhere(spelled: User, folders: UserFolders) -> None:
    area = at_the_description(spelled)
    chosen_in_menu(area, "botræning", "Spring over")
    type_at_end(area, " botræning igen")
    quiet(spelled)
    assert marked(area) == []
    assert not folders.words.exists()


def test_the_menu_of_a_right_word_is_as_before(spelled: User) -> None:
    entries = chosen_in_menu(at_the_description(spelled), "Kommunen", "")
    assert not any("ordliste" in entry or "Spring" in entry for entry in entries)


def test_the_municipalitys_list_is_read(spelled: User, folders: UserFolders) -> None:
    placed_list(folders).parent.mkdir(parents=True)
    placed_list(folders).write_text("# kommunens ord\nbotræning\n", encoding="utf-8")
    assert marked(at_the_description(spelled)) == []


def test_the_names_of_the_draft_are_known(spelled: User) -> None:
    area = at_the_description(spelled)
    type_at_end(area, " Knudsgårdhuset og knudsgårdhuset ")
    quiet(spelled)
    assert "Knudsgårdhuset" in marked(area)
    controller = spelled.controller
    project = replace(controller.application.projects[0], name="Knudsgårdhuset, ombygning")
    controller.editor.replace_structure(
        field_path("projects"),
        (project, *controller.application.projects[1:]),
    )
    quiet(spelled)
    assert "Knudsgårdhuset" not in marked(area)
    assert "knudsgårdhuset" in marked(area)


def test_f7_goes_to_the_next_unknown_word_in_the_other_texts_too_and_round(spelled: User) -> None:
    spelled.controller.editor.set_value(
        field_path("projects.0.description"),
        "Her er indsatsstype skrevet forkert.",
    )
    begin(spelled)
    for expected in ("indsatsstype", "botræning", "indsatsstype"):
        QTest.keyClick(QApplication.focusWidget() or spelled.window, _F7)
        quiet(spelled)
        focus = QApplication.focusWidget()
        assert isinstance(focus, TextInput)
        assert focus.textCursor().selectedText() == expected


def test_f7_in_the_full_window_stays_there(spelled: User) -> None:
    area = at_the_description(spelled)
    QTest.keyClick(area, Qt.Key.Key_F11)
    settle()
    full = QApplication.focusWidget()
    assert isinstance(full, TextInput)
    assert full is not area
    quiet(spelled)
    assert marked(full) == ["botræning"]
    QTest.keyClick(full, _F7)
    quiet(spelled)
    assert QApplication.focusWidget() is full
    assert full.textCursor().selectedText() == "botræning"


def test_without_unknown_words_f7_says_so(spelled: User) -> None:
    area = at_the_description(spelled)
    chosen_in_menu(area, "botræning", "Spring over")
    QTest.keyClick(area, _F7)
    quiet(spelled)
    assert "kender alle ord" in "\n".join(said_in(spelled.notices[0]))


def test_turned_off_in_the_settings_nothing_is_marked_until_it_is_turned_on(spelled: User) -> None:
    area = at_the_description(spelled)
    for is_on in (False, True):
        spelled.use_menu("&Indstillinger …")
        dialog = next(one for one in spelled.window.findChildren(SettingsDialog) if one.isVisible())
        QTest.keyClick(dialog.sections.spelling, Qt.Key.Key_Space)
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        settle()
        quiet(spelled)
        assert marked(area) == (["botræning"] if is_on else [])


def test_a_screen_reader_hears_of_the_marks_when_the_text_is_entered_and_not_at_each_key(spelled: User) -> None:
    area = at_the_description(spelled)
    area.clearFocus()
    area.setFocus()
    described = area.accessibleDescription()
    assert described.endswith("Stavekontrollen kender ikke 1 ord her. F7 går til det næste.")
    type_at_end(area, " Naturligvsi og ")
    quiet(spelled)
    assert area.accessibleDescription() == described


def test_an_approved_draft_is_not_marked(spelled: User) -> None:
    area = at_the_description(spelled)
    area.setReadOnly(True)
    quiet(spelled)
    assert marked(area) == []
