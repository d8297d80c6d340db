"""Danish throughout, plain text only, usable with the keyboard and a screen reader (requirement 25)."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)

from botilbud_desktop.ui.dialogs import Dialogs
from botilbud_desktop.ui.help.letter_window import LetterWindow
from botilbud_desktop.ui.questions import PDF_FILES, Choice
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import texts_of, texts_of_action
from tests.ui.user import User, settle, step_names

_WORDS = """
abort accept add all allow already amount an apply approval approve approved are attributes back bold browse button
can cancel cannot case change check choose clear close computer's contents copy could count create criteria criterion
current cut date default delete description desktop's detail details directory discard document does down draft drive
edit empty enter error example exit fail failed field files filter find folder forward from go has have help hidden
hide icon ignore information invalid italic item items january february march june july october large last left link
list loading loan location look made maximize menu message minimize missing modified month monday tuesday wednesday
thursday friday saturday sunday move must my name names new next not of off open options other parent paste path
permission pick places please preview previous print project projects properties quit read ready redo remove rename
reset restore retry right row rows save saved search select selected selection share should show size sort start step
steps stop text's the their then there this today too total undo unknown untitled up value view warning was week were
what when where which will with would write wrong year yes you your
"""
ENGLISH = frozenset(_WORDS.split())
"""English words that are not Danish words too (as `for`, `and`, `to`, `type`, `in` and `is` are)."""

ALLOWED = re.compile(r"Botilbud Desktop|Programmets kode.*|Kontakt.*@.*|\S+@\S+|www\.\S+|PySide6|LGPL|MIT")


def english_in(text: str) -> set[str]:
    """Returns the English words of a text."""
    words = re.findall(r"[a-zæøåéü']+", ALLOWED.sub(" ", text.replace("&", "")).lower())
    return set(words) & ENGLISH


def assert_danish(texts: Iterator[str]) -> int:
    """Asserts that each text is Danish; returns the number of texts."""
    all_texts = {text for text in texts if text.strip()}
    found = {text: words for text in all_texts if (words := english_in(text))}
    assert not found
    return len(all_texts)


def with_open_dialog[Result](ask: Callable[[], Result], look: Callable[[QDialog], None]) -> Result:
    """Calls `ask`, passes the dialog that it opens to `look`, and closes the dialog as Esc does."""
    seen: list[QDialog] = []

    def inspect_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog)
        try:
            look(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, inspect_and_close)
    result = ask()
    assert seen
    return result


def test_the_word_list_would_notice_english() -> None:
    assert english_in("&Save") == {"save"}
    assert english_in("Look in:") == {"look"}
    assert english_in("Gem en &kopi …") == set()


def test_every_text_of_the_window_is_danish(thisted: User, every_page: Callable[[], Iterator[str]]) -> None:
    for _page in every_page():
        assert assert_danish(texts_of(thisted.window)) > 60


def test_a_frozen_draft_is_danish(complete: User, questions: RecordedQuestions) -> None:
    complete.go_to("page.approve")
    complete.write("approve.name", "Åse")
    questions.will_answer("approve", "unlock")
    complete.click("approve.approve")
    assert_danish(texts_of(complete.window))
    complete.click("approve.unlock")
    assert_danish(text for asked in questions.asked for text in (asked.title, asked.text))
    assert_danish(choice.words for asked in questions.asked for choice in asked.choices)


def test_the_start_page_and_all_menus_are_danish(open_window: OpenWindow) -> None:
    user = open_window(None)
    assert_danish(texts_of(user.window))
    actions = [action for menu in user.window.findChildren(QMenu) for action in menu.actions()]
    assert len(actions) > 20
    assert_danish(text for action in actions for text in texts_of_action(action))
    about = next(action for action in actions if "Om Botilbud" in action.text())
    about.trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert_danish(text for text in labels if not Path(text).is_absolute())
    dialog.close()


def test_the_names_of_keys_in_the_menus_are_danish(aalborg: User) -> None:
    actions = [action for menu in aalborg.window.findChildren(QMenu) for action in menu.actions()]
    names = [key.toString(key.SequenceFormat.NativeText) for action in actions for key in action.shortcuts()]
    assert names
    assert not any("Left" in name or "Right" in name for name in names), names


def test_the_ministrys_letter_opens_and_closes_with_escape(aalborg: User) -> None:
    actions = [action for menu in aalborg.window.findChildren(QMenu) for action in menu.actions()]
    next(action for action in actions if action.text() == "Ministeriets &brev og vejledning").trigger()
    settle()
    letter = aalborg.window.findChild(LetterWindow)
    assert isinstance(letter, LetterWindow)
    assert letter.isVisible()
    assert letter.page.isReadOnly()
    assert "Kriterier, der skal opfyldes" in letter.page.toPlainText()
    assert_danish(iter([letter.windowTitle(), *[button.text() for button in letter.findChildren(QAbstractButton)]]))
    QTest.keyClick(letter.page, Qt.Key.Key_Escape)
    assert not letter.isVisible()


def test_a_question_has_danish_buttons_and_plain_text_and_escape_is_the_safe_answer(aalborg: User) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert_danish(texts_of(dialog))
        assert [button.text() for button in dialog.buttons()] == ["Slet && glem", "Annullér"]
        labels = [label for label in dialog.findChildren(QLabel) if label.text()]
        assert labels
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}

    choices = (Choice("go", "Slet & glem"), Choice("back", "Annullér"))
    title, text = "<b>Er du sikker?</b>", '<img src="file:///etc/passwd"> & <b>fed</b>'
    assert with_open_dialog(lambda: Dialogs(aalborg.window).choose(title, text, choices), look) == "back"


@pytest.mark.parametrize(("is_doubtful", "chosen"), [(False, "go"), (True, "back")])
def test_enter_never_chooses_an_answer_that_something_speaks_against(
    aalborg: User, is_doubtful: bool, chosen: str
) -> None:
    def press_enter(dialog: QDialog) -> None:
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    choices = (Choice("go", "Godkend", is_doubtful), Choice("back", "Annullér"))
    assert with_open_dialog(lambda: Dialogs(aalborg.window).choose("Godkend?", "", choices), press_enter) == chosen


def test_what_is_told_has_one_button_and_plain_text(aalborg: User) -> None:
    def look(dialog: QDialog) -> None:
        assert_danish(texts_of(dialog))
        assert isinstance(dialog, QMessageBox)
        assert [button.text() for button in dialog.buttons()] == ["OK"]
        assert {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()} == {
            Qt.TextFormat.PlainText
        }

    with_open_dialog(lambda: Dialogs(aalborg.window).tell("Om", "<b>Tekst</b>"), look)


def test_the_dialogs_for_files_are_danish(aalborg: User, tmp_path: Path) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        assert assert_danish(text for text in texts_of(dialog) if not text.startswith("/")) > 5

    dialogs = Dialogs(aalborg.window)
    assert with_open_dialog(lambda: dialogs.path_to_open(tmp_path), look) is None
    suggested = tmp_path / "kvittering.pdf"
    assert with_open_dialog(lambda: dialogs.path_to_save("Gem dokument", suggested, PDF_FILES), look) is None


def test_a_name_typed_without_ending_gets_one(aalborg: User, tmp_path: Path) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        buttons = dialog.findChild(QDialogButtonBox)
        assert isinstance(name, QLineEdit)
        assert isinstance(buttons, QDialogButtonBox)
        name.setText("uden ending")
        buttons.button(QDialogButtonBox.StandardButton.Save).click()

    chosen = with_open_dialog(
        lambda: Dialogs(aalborg.window).path_to_save("Gem dokument", tmp_path / "x.pdf", PDF_FILES), look
    )
    assert chosen == tmp_path / "uden ending.pdf"


def test_the_menus_of_the_fields_are_danish(aalborg: User) -> None:
    for widget in (aalborg.line("projects.0.name"), aalborg.area("projects.0.description")):
        menu = widget.createStandardContextMenu()
        texts = [action.text() for action in menu.actions() if action.text()]
        menu.deleteLater()
        assert len(texts) >= 5
        assert_danish(iter(texts))
        assert any(text.replace("&", "").startswith("Kopi") for text in texts)


def test_the_calendar_speaks_danish(aalborg: User) -> None:
    calendar = QCalendarWidget()
    assert calendar.locale().language() is QLocale.Language.Danish
    assert QLocale().monthName(5) == "maj"
    assert QLocale().dayName(3) == "onsdag"
    assert "maj" in "\n".join(texts_of(calendar)) or calendar.locale().monthName(5) == "maj"
    assert_danish(texts_of(calendar))
    calendar.deleteLater()


def test_qts_own_danish_translation_is_loaded(qapp: QApplication) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") in ("Annuller", "Annullér")
    assert QCoreApplication.translate("QPlatformTheme", "&Yes") == "&Ja"


HOSTILE = '<b>fed</b> & <img src="file:///etc/passwd"> <a href="https://example.org">a</a>'


def test_every_label_is_plain_text_whatever_is_typed(thisted: User) -> None:
    thisted.go_to("page.applicant")
    thisted.write("case_number", HOSTILE)
    thisted.write("internal_notes", HOSTILE)
    thisted.go_to("page.project.0")
    for name in ("name", "loan.2025", "share_for_others", "completion_date", "coordination_note", "description"):
        thisted.write_and_leave(f"projects.0.{name}", HOSTILE)
    thisted.write_and_leave("projects.0.cost_plan.lines.0.label", HOSTILE)
    thisted.write_and_leave("projects.0.cost_plan.lines.0.amount", HOSTILE)
    thisted.go_to("page.description")
    thisted.write("description", HOSTILE)
    thisted.go_to("page.contacts")
    for name in ("names", "phones", "emails"):
        thisted.write_and_leave(f"contacts.{name}", HOSTILE)
    shown_as_typed = 0
    for page in step_names(thisted.application):
        thisted.go_to(page)
        if page == "page.approve":
            thisted.click("approve.approve")
        for label in thisted.window.findChildren(QLabel):
            if label.text():
                assert label.textFormat() is Qt.TextFormat.PlainText, (page, label.text())
                shown_as_typed += label.text().count("<img")
        for widget in thisted.window.findChildren(QWidget):
            assert "<" not in widget.toolTip(), (page, widget)
    assert shown_as_typed >= 4
    assert thisted.workspace.steps.item(2).text() == f"1. {HOSTILE}"


def test_a_path_with_markup_is_said_as_it_is(open_window: OpenWindow, tmp_path: Path) -> None:
    folder = tmp_path / "<b>fed<"
    folder.mkdir()
    damaged = folder / "<img src=x>&.botilbud"
    damaged.write_bytes(b"")
    user = open_window(damaged)
    bars = [label for label in user.window.findChildren(QLabel) if "kan ikke åbnes" in label.text()]
    assert len(bars) == 1
    assert bars[0].textFormat() is Qt.TextFormat.PlainText
    assert "<img src=x>&.botilbud" in bars[0].text()
