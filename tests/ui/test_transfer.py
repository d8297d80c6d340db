"""The transfer: the panel, the clipboard, what is remembered, and the closing list (requirement 24)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.form_fields import web_fields
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.ui.style.palettes import dark_palette
from botilbud_desktop.ui.transfer.panel import TransferPanel
from tests.ui import drafts
from tests.ui.conftest import OpenDraft, OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

EXAMPLES: dict[str, Callable[[], Application]] = {
    "thisted": lambda: drafts.example("thisted"),
    "aalborg": lambda: drafts.example("aalborg"),
    "complete": drafts.complete,
}
HARD = "Fast\u00a0mellemrum, “anførsel” – og ≤ 5.\n\n  indrykket\u00ad\nSlut <b>&#39; "


class PanelUser:
    """Works in the panel with real clicks and keys."""

    def __init__(self, user: User) -> None:
        self.user = user
        user.go_to("page.transfer")
        user.click("transfer.open")

    @property
    def panel(self) -> TransferPanel:
        draft = self.user.window.workbench
        assert draft is not None
        panel = draft.transferring().panel
        assert panel is not None
        return panel

    @property
    def label(self) -> str:
        return self.panel.field.label.text()

    @property
    def message(self) -> str:
        return self.panel.message.text()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.panel.activateWindow()
        settle()
        QTest.keyClick(self.panel.focusWidget() or self.panel, key, modifiers)
        settle()

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def click(self, widget: QWidget) -> None:
        self.user.click(widget)

    def back_to_the_window(self) -> User:
        """Activates the program's window while the panel stays open."""
        self.user.window.activateWindow()
        settle()
        return self.user

    def show(self, path: str) -> None:
        """Chooses a field from the list with a click."""
        self.panel.tabs.setCurrentWidget(self.panel.list)
        settle()
        rows = self.panel.list.list
        paths = [str(item.field.path) for item in self.panel.items]
        row = rows.item(paths.index(path))
        rows.scrollToItem(row)
        spot = rows.visualItemRect(row).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        settle()

    def paste_back(self, text: str) -> str:
        """Pastes a text as from the web form, and returns the panel's verdict."""
        clipboard().setText(text)
        self.control(Qt.Key.Key_V)
        return "\n".join(label.text() for label in (self.panel.compare.ours, self.panel.compare.theirs)) + (
            self.panel.compare.said
        )

    @property
    def counted(self) -> str:
        return self.panel.counted.text()


def clipboard() -> "_Clipboard":
    return _Clipboard()


class _Clipboard:
    def text(self) -> str:
        return QGuiApplication.clipboard().mimeData().text()

    def setText(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)


@pytest.mark.parametrize("name", EXAMPLES)
def test_enter_alone_leads_through_all_fields_with_exactly_their_values(
    open_draft: OpenDraft, form: Round, name: str
) -> None:
    draft = EXAMPLES[name]()
    there = PanelUser(open_draft(draft))
    wanted = [field.value for field in web_fields(draft, form) if field.is_stated]
    assert there.counted == f"0 af {len(wanted)} felter er overført"
    copied = []
    for number in range(1, len(wanted) + 1):
        there.enter()
        copied.append(clipboard().text())
        assert there.panel.field.text.text() == copied[-1]
        assert there.counted == f"{number} af {len(wanted)} felter er overført"
    assert copied == wanted
    assert "Alle felter er overført" in there.message


def test_the_values_that_forms_are_strict_about(open_draft: OpenDraft) -> None:
    there = PanelUser(open_draft(drafts.complete()))
    seen = {}
    for path in ("projects[0].loan.2025", "projects[0].completion_date", "projects[0].share_for_others"):
        there.show(path)
        there.enter()
        seen[path] = clipboard().text()
    assert list(seen.values()) == ["22900", "30/11/2025", "100"]


def test_the_clipboard_has_a_text_exactly_as_typed_no_break_spaces_included(open_draft: OpenDraft) -> None:
    there = PanelUser(open_draft(replace(drafts.complete(), description=HARD)))
    there.show("description")
    there.enter()
    assert clipboard().text() == HARD
    content = QGuiApplication.clipboard().mimeData()
    assert not content.hasHtml()
    assert not content.hasUrls()


def test_a_part_that_is_selected_is_copied_exactly_too_and_ticks_nothing(open_draft: OpenDraft) -> None:
    there = PanelUser(open_draft(replace(drafts.complete(), description=HARD)))
    there.show("description")
    there.panel.tabs.setCurrentWidget(there.panel.field)
    there.panel.field.text.setFocus()
    there.control(Qt.Key.Key_A)
    there.control(Qt.Key.Key_C)
    assert clipboard().text() == HARD
    assert there.counted.startswith("0 af")


def test_ctrl_c_with_nothing_selected_copies_and_ticks_the_field(complete: User) -> None:
    there = PanelUser(complete)
    there.control(Qt.Key.Key_C)
    assert clipboard().text() == "Aalborg Kommune"
    there.click(there.panel.next_button)
    there.panel.field.text.setFocus()
    there.control(Qt.Key.Key_C)
    assert clipboard().text() == complete.application.projects[0].name
    assert there.counted.startswith("2 af")


def test_after_copying_the_panel_says_where_to_paste_and_what_stays_empty(complete: User) -> None:
    there = PanelUser(complete)
    for _field in range(3):
        there.enter()
    assert there.label == "B. Lån i 2025"
    assert there.message == "Kopieret. Sæt ind i »B. Lån i 2025«, projekt\u00a01."
    there.enter()
    assert there.message.split("\n") == [
        "Kopieret. Sæt ind i »D. Nye pladser i 2025«, projekt\u00a01.",
        "Lad stå tomt: »C. Lån i 2026«.",
    ]


def test_a_field_that_is_not_stated_can_be_looked_at_and_is_never_copied(complete: User) -> None:
    there = PanelUser(complete)
    clipboard().setText("før")
    there.show("projects[0].loan.2026")
    assert there.panel.field.note.text() == "Ikke angivet. Lad feltet stå tomt i webformularen."
    there.control(Qt.Key.Key_C)
    assert clipboard().text() == "før"
    assert there.panel.list.list.currentItem().text().endswith("Ikke angivet")


def test_back_and_next_move_without_copying(complete: User) -> None:
    there = PanelUser(complete)
    clipboard().setText("før")
    there.click(there.panel.next_button)
    there.click(there.panel.next_button)
    assert there.label == "B. Lån i 2025"
    there.click(there.panel.back_button)
    assert there.label == "A. Projektets navn"
    assert clipboard().text() == "før"
    assert there.counted.startswith("0 af")


def test_ticks_can_be_set_and_taken_away_by_hand(complete: User) -> None:
    there = PanelUser(complete)
    there.click(there.panel.field.done)
    assert there.counted.startswith("1 af")
    assert there.panel.list.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Kommune, Overført"
    there.panel.field.done.setFocus()
    there.press(Qt.Key.Key_Space)
    assert there.counted.startswith("0 af")


def test_what_was_done_survives_a_restart_and_goes_on_at_the_next_field(
    complete: User, open_window: OpenWindow
) -> None:
    there = PanelUser(complete)
    for _field in range(3):
        there.enter()
    complete.window.close()
    again = PanelUser(open_window(complete.path))
    assert again.counted.startswith("3 af")
    assert again.label == "D. Nye pladser i 2025"


def test_a_broken_file_of_progress_starts_empty(complete: User, open_window: OpenWindow, folders: UserFolders) -> None:
    there = PanelUser(complete)
    there.enter()
    complete.window.close()
    file = folders.state / "transfer" / f"{drafts.complete().id}.json"
    file.write_bytes(b"{half")
    again = PanelUser(open_window(complete.path))
    assert again.counted.startswith("0 af")
    assert file.with_name(file.name + ".broken").read_bytes() == b"{half"


def test_progress_that_cannot_be_kept_is_said_and_the_transfer_goes_on(complete: User, folders: UserFolders) -> None:
    folders.state.mkdir(parents=True, exist_ok=True)
    (folders.state / "transfer").write_text("ingen mappe", encoding="utf-8")
    there = PanelUser(complete)
    there.enter()
    assert "Programmet kan ikke gemme dine flueben til næste gang." in there.panel.warning.text()
    there.enter()
    assert there.counted.startswith("2 af")


def test_nothing_that_was_transferred_is_kept_in_words(complete: User, folders: UserFolders) -> None:
    there = PanelUser(complete)
    for _field in range(20):
        there.enter()
    kept = next((folders.state / "transfer").glob("*.json")).read_text(encoding="utf-8")
    assert "aase@aalborg.dk" not in kept
    assert "Ørsted" not in kept


def test_a_field_that_is_changed_after_its_tick_counts_as_not_transferred(complete: User) -> None:
    there = PanelUser(complete)
    for _field in range(3):
        there.enter()
    there.back_to_the_window()
    complete.go_to("page.project.0")
    complete.write("projects.0.loan.2025", "23000")
    assert there.counted.startswith("2 af")
    assert there.panel.field.note.text() == "Ændret, siden det blev overført."
    assert not there.panel.field.done.isChecked()
    complete.go_to("page.transfer")
    assert "1 felt er ændret, siden det blev overført." in complete.texts()
    complete.undo()
    assert there.counted.startswith("3 af")


def test_a_field_that_was_emptied_after_its_tick_is_to_be_emptied_in_the_web_form(complete: User) -> None:
    there = PanelUser(complete)
    for _field in range(17):
        there.enter()
    there.back_to_the_window()
    complete.go_to("page.contacts")
    complete.write("contacts.phones", "")
    there.show("contacts.phones")
    assert "Slet teksten i webformularen" in there.panel.field.note.text()
    assert there.counted == "16 af 17 felter er overført"
    there.enter()
    assert there.counted == "16 af 16 felter er overført"
    assert there.panel.field.note.text() == "Ikke angivet. Lad feltet stå tomt i webformularen."


def test_the_step_says_how_far_the_transfer_has_come(complete: User) -> None:
    def status() -> str:
        steps = complete.workspace.steps
        return str(steps.item(steps.count() - 1).data(Qt.ItemDataRole.AccessibleTextRole)).rpartition(", ")[2]

    there = PanelUser(complete)
    assert status() == "Ikke startet"
    for _field in range(17):
        there.enter()
    assert status() == "I gang"
    there.enter()
    assert complete.window.isActiveWindow()
    for step in ("sent", "viewed", "approved", "signed", "mailed"):
        complete.click(f"transfer.{step}")
    assert status() == "Færdig"
    complete.go_to("page.contacts")
    complete.write("contacts.phones", "1")
    settle()
    assert status() == "I gang"


def test_beginning_again_asks_first_and_changes_nothing_in_the_draft(
    complete: User, questions: RecordedQuestions
) -> None:
    there = PanelUser(complete)
    before = complete.application
    there.enter()
    questions.will_answer("back", "again")
    complete.click("transfer.again")
    assert there.counted.startswith("1 af")
    there.panel.list.again.click()
    assert there.counted.startswith("0 af")
    assert there.label == "Kommune"
    assert complete.application == before
    assert not complete.controller.editor.is_modified


def test_a_double_click_in_the_list_shows_the_field(complete: User) -> None:
    there = PanelUser(complete)
    there.panel.tabs.setCurrentWidget(there.panel.list)
    settle()
    rows = there.panel.list.list
    spot = rows.visualItemRect(rows.item(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert there.panel.tabs.currentWidget() is there.panel.list
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    settle()
    assert there.panel.tabs.currentWidget() is there.panel.field
    assert there.panel.index == 2


def test_ctrl_v_in_the_text_of_the_field_compares(complete: User) -> None:
    there = PanelUser(complete)
    there.show("description")
    there.panel.tabs.setCurrentWidget(there.panel.field)
    clipboard().setText("noget andet")
    there.panel.field.text.setFocus()
    settle()
    QTest.keyClick(there.panel.field.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert there.panel.tabs.currentWidget() is there.panel.compare
    assert there.panel.compare.outcome.text() != ""


def test_back_and_next_are_off_at_the_ends(complete: User) -> None:
    there = PanelUser(complete)
    first = str(there.panel.items[0].field.path)
    there.show(first)
    assert not there.panel.back_button.isEnabled()
    assert there.panel.next_button.isEnabled()
    there.show("contacts.emails")
    assert there.panel.back_button.isEnabled()
    assert not there.panel.next_button.isEnabled()


def test_the_marks_of_the_list_follow_the_theme(complete: User, qapp: QApplication) -> None:
    there = PanelUser(complete)
    there.panel.tabs.setCurrentWidget(there.panel.list)
    settle()
    item = there.panel.list.list.item(0)
    before = item.icon().pixmap(16).toImage()
    palette = QPalette(qapp.palette())
    qapp.setPalette(dark_palette())
    settle()
    assert item.icon().pixmap(16).toImage() != before
    qapp.setPalette(palette)
    settle()
    assert item.icon().pixmap(16).toImage() == before
