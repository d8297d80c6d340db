"""»Indstillinger«: choices apply at once, are saved, and can be reset; text size by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.user.settings import Settings, read_settings, write_settings
from botilbud_desktop.ui.app import apply_chosen_appearance
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.settings.appearance import TEXT_SIZES, apply_appearance, larger, smaller, theme_of
from botilbud_desktop.ui.settings.settings_dialog import SettingsDialog
from tests.ui.conftest import OpenWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import texts_of
from tests.ui.user import User, settle

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def reset_appearance(qapp: QApplication) -> Iterator[None]:
    """Resets the appearance after each test."""
    yield
    apply_appearance(qapp, Settings())


def open_dialog(user: User) -> SettingsDialog:
    user.use_menu("&Indstillinger …")
    dialogs = [widget for widget in user.window.findChildren(SettingsDialog) if widget.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def is_open(user: User) -> bool:
    return any(widget.isVisible() for widget in user.window.findChildren(SettingsDialog))


def choose(dialog: SettingsDialog, name: str, words: str) -> None:
    """Chooses from a list with the arrow keys."""
    combo = dialog.findChild(QComboBox, f"settings.{name}")
    assert combo is not None
    target = combo.findText(words)
    assert target >= 0, words
    combo.setFocus()
    while combo.currentIndex() != target:
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < target else Qt.Key.Key_Up)
    settle()


def write(dialog: SettingsDialog, name: str, text: str) -> None:
    line = dialog.findChild(QLineEdit, f"settings.{name}")
    assert line is not None
    line.setFocus()
    line.selectAll()
    line.insert(text)


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def text_height(qapp: QApplication) -> float:
    return qapp.font().pointSizeF()


def test_ctrl_comma_opens_the_settings_and_escape_closes_them(thisted: User, repository: DraftRepository) -> None:
    assert thisted.action("&Indstillinger …").shortcut().toString() == "Ctrl+,"
    dialog = open_dialog(thisted)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert not is_open(thisted)
    assert repository.settings.current == Settings()


def test_a_text_size_is_seen_at_once_and_put_back_by_annuller(thisted: User, qapp: QApplication) -> None:
    before = text_height(qapp)
    dialog = open_dialog(thisted)
    choose(dialog, "text_size", "150 %")
    assert text_height(qapp) == pytest.approx(before * 1.5)
    assert thisted.window.font().pointSizeF() == pytest.approx(before * 1.5)
    press(dialog.cancel_button)
    assert text_height(qapp) == pytest.approx(before)


def test_a_theme_is_seen_at_once_and_put_back_by_annuller(thisted: User, qapp: QApplication) -> None:
    before = qapp.palette().window().color()
    dialog = open_dialog(thisted)
    choose(dialog, "theme", "Mørkt")
    assert thisted.window.palette().window().color().lightness() < 128
    choose(dialog, "theme", "Høj kontrast")
    assert qapp.palette().window().color().name() == "#000000"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert qapp.palette().window().color() == before


def test_gem_keeps_everything_that_was_chosen(
    thisted: User, repository: DraftRepository, folders: UserFolders, tmp_path: Path
) -> None:
    dialog = open_dialog(thisted)
    choose(dialog, "text_size", "125 %")
    choose(dialog, "theme", "Lyst")
    write(dialog, "approver_name", " Åse Ærø ")
    write(dialog, "department", "Socialafdelingen")
    write(dialog, "drafts_folder", str(tmp_path / "kladder"))
    write(dialog, "receipts_folder", str(tmp_path / "nye" / "kvitteringer"))
    choose(dialog, "round_to", "100.000 kr.")
    QTest.keyClick(dialog.sections.spelling, Qt.Key.Key_Space)
    press(dialog.save_button)
    assert not is_open(thisted)
    expected = Settings(
        approver_name="Åse Ærø",
        department="Socialafdelingen",
        text_size=125,
        theme="light",
        drafts_folder=str(tmp_path / "kladder"),
        receipts_folder=str(tmp_path / "nye" / "kvitteringer"),
        round_to=100,
        spelling=False,
    )
    assert repository.settings.current == expected
    assert read_settings(folders.config) == expected
    assert (tmp_path / "nye" / "kvitteringer").is_dir(), "a folder that is chosen is made"


def test_the_defaults_are_shown_and_kept_as_no_choice(thisted: User, folders: UserFolders) -> None:
    dialog = open_dialog(thisted)
    assert dialog.sections.receipts.input.text() == str(folders.receipts)
    assert dialog.sections.drafts.input.text() == str(folders.documents)
    press(dialog.save_button)
    assert read_settings(folders.config) == Settings()


def test_a_folder_is_chosen_with_the_systems_dialog(
    thisted: User, questions: RecordedQuestions, tmp_path: Path, folders: UserFolders
) -> None:
    dialog = open_dialog(thisted)
    questions.will_answer(tmp_path / "valgt", None)
    press(dialog.sections.receipts.choose_button)
    assert (questions.last.title, questions.last.suggested) == ("Vælg mappen til kvitteringer", folders.receipts)
    press(dialog.sections.receipts.choose_button)
    assert dialog.sections.receipts.chosen == str(tmp_path / "valgt")
    press(dialog.cancel_button)


@pytest.mark.parametrize("folder", ["kvitteringer", "/proc/findes/ikke", "x\0y"])
def test_a_folder_that_cannot_be_had_is_refused_in_words_and_nothing_is_kept(
    thisted: User, repository: DraftRepository, folder: str
) -> None:
    dialog = open_dialog(thisted)
    dialog.sections.receipts.show_folder(folder)
    press(dialog.save_button)
    assert dialog.isVisible()
    assert dialog.notice.message.text().startswith("Mappen")
    assert dialog.focusWidget() is dialog.sections.receipts.input
    assert repository.settings.current == Settings()
    press(dialog.cancel_button)


def test_a_name_that_is_too_long_is_refused_and_not_cut(thisted: User, repository: DraftRepository) -> None:
    dialog = open_dialog(thisted)
    write(dialog, "approver_name", "x" * 121)
    press(dialog.save_button)
    assert dialog.notice.message.text() == "Navnet må højst fylde 120 tegn og skal stå på én linje."
    assert dialog.sections.approver_name.text() == "x" * 121
    assert repository.settings.current == Settings()
    press(dialog.cancel_button)


def test_what_cannot_be_written_is_said_and_holds_for_this_run(
    thisted: User, repository: DraftRepository, folders: UserFolders, qapp: QApplication
) -> None:
    before = text_height(qapp)
    folders.config.parent.mkdir(parents=True, exist_ok=True)
    folders.config.touch()  # a file where the folder should be
    dialog = open_dialog(thisted)
    choose(dialog, "text_size", "110 %")
    press(dialog.save_button)
    assert dialog.isVisible()
    assert "blev ikke gemt" in dialog.notice.message.text()
    assert "Indstillingerne gælder, indtil du lukker programmet." in dialog.notice.message.text()
    assert dialog.cancel_button.text() == "&Luk"
    press(dialog.cancel_button)
    assert repository.settings.current.text_size == 110
    assert text_height(qapp) == pytest.approx(before * 1.1)


def test_nulstil_asks_first_and_then_puts_everything_back(
    open_window: OpenWindow,
    questions: RecordedQuestions,
    repository: DraftRepository,
    folders: UserFolders,
    qapp: QApplication,
) -> None:
    before = text_height(qapp)
    repository.settings.change(Settings(approver_name="Bo", theme="dark", text_size=125, round_to=10))
    apply_chosen_appearance(qapp, repository.settings.current)
    dialog = open_dialog(open_window(None))
    questions.will_answer("back", "reset")
    press(dialog.reset_button)
    assert questions.last.keys == ("reset", "back")
    assert repository.settings.current.approver_name == "Bo"
    press(dialog.reset_button)
    assert read_settings(folders.config) == repository.settings.current == Settings()
    assert dialog.sections.settings() == Settings()
    assert text_height(qapp) == pytest.approx(before)
    assert qapp.palette().window().color().lightness() > 128
    press(dialog.cancel_button)
    assert repository.settings.current == Settings()


def test_name_and_department_are_suggested_for_the_approval_at_once(thisted: User) -> None:
    thisted.go_to("page.approve")
    assert thisted.line("approve.name").text() == ""
    dialog = open_dialog(thisted)
    write(dialog, "approver_name", "Åse Ærø")
    write(dialog, "department", "Socialafdelingen")
    press(dialog.save_button)
    assert thisted.line("approve.name").text() == "Åse Ærø, Socialafdelingen"
    thisted.window.activateWindow()
    settle()
    thisted.write("approve.name", "Bo")
    assert thisted.line("approve.name").text() == "Bo"
    dialog = open_dialog(thisted)
    write(dialog, "department", "")
    press(dialog.save_button)
    assert thisted.line("approve.name").text() == "Bo", "what was written is left alone"


def test_a_receipt_lies_in_the_chosen_folder(
    complete: User, questions: RecordedQuestions, repository: DraftRepository, folders: UserFolders, tmp_path: Path
) -> None:
    chosen = tmp_path / "sager"
    chosen.mkdir()
    repository.settings.change(Settings(receipts_folder=str(chosen)))
    approve(complete, questions)
    assert [path.suffix for path in chosen.iterdir()] == [".pdf"]
    assert not folders.receipts.exists()


def test_a_receipt_is_kept_by_the_program_when_the_chosen_folder_is_gone_and_that_is_said(
    complete: User, questions: RecordedQuestions, repository: DraftRepository, folders: UserFolders, tmp_path: Path
) -> None:
    repository.settings.change(Settings(receipts_folder=str(tmp_path / "forsvundet drev")))
    approve(complete, questions)
    [kept] = folders.receipts.iterdir()
    assert str(kept) in complete.notice_text()
    assert "kunne ikke nås" in complete.notice_text()
    assert not (tmp_path / "forsvundet drev").exists()


def approve(user: User, questions: RecordedQuestions) -> None:
    user.go_to("page.approve")
    user.write("approve.name", "Åse Ærø")
    questions.will_answer("approve")
    user.click("approve.approve")


def test_file_dialogs_start_in_the_chosen_folder_while_it_is_there(
    open_window: OpenWindow,
    questions: RecordedQuestions,
    repository: DraftRepository,
    folders: UserFolders,
    tmp_path: Path,
) -> None:
    user = open_window(None)
    chosen = tmp_path / "kladder"
    chosen.mkdir()
    repository.settings.change(Settings(drafts_folder=str(chosen)))
    questions.will_answer(None, None)
    user.use_menu("&Åbn …")
    assert questions.last.suggested == chosen
    chosen.rmdir()
    user.use_menu("&Åbn …")
    assert questions.last.suggested == folders.documents


def test_a_new_draft_is_proposed_in_the_chosen_folder(
    open_window: OpenWindow, questions: RecordedQuestions, repository: DraftRepository, tmp_path: Path
) -> None:
    repository.settings.change(Settings(drafts_folder=str(tmp_path)))
    user = open_window(None)
    user.window.drafts.open_new(repository.library.ids()[0], "851")
    settle()
    questions.will_answer(None)
    user.save()
    assert questions.last.suggested is not None
    assert questions.last.suggested.parent == tmp_path


def test_a_new_cost_plan_is_rounded_as_chosen(aalborg: User, repository: DraftRepository) -> None:
    repository.settings.change(Settings(round_to=1000))
    aalborg.go_to("page.project.0")
    if aalborg.value("projects[0].cost_plan") is not None:
        aalborg.click("projects.0.cost_plan.remove")
    aalborg.click("projects.0.cost_plan.add")
    assert aalborg.value("projects[0].cost_plan.round_to") == 1000


def test_text_grows_and_shrinks_by_keys_and_the_size_is_kept(
    thisted: User, repository: DraftRepository, folders: UserFolders, qapp: QApplication
) -> None:
    before = text_height(qapp)
    thisted.press(Qt.Key.Key_Plus, _CONTROL)
    thisted.press(Qt.Key.Key_Equal, _CONTROL)
    assert read_settings(folders.config).text_size == repository.settings.current.text_size == 125
    assert text_height(qapp) == pytest.approx(before * 1.25)
    thisted.control(Qt.Key.Key_Minus)
    assert read_settings(folders.config).text_size == 110
    thisted.control(Qt.Key.Key_0)
    assert read_settings(folders.config).text_size == 100
    assert text_height(qapp) == pytest.approx(before)


def test_the_steps_end_at_both_ends_and_meet_a_size_between_them() -> None:
    assert larger(TEXT_SIZES[-1]) == 200
    assert smaller(TEXT_SIZES[0]) == 80
    assert (larger(101), smaller(101)) == (110, 100)


def test_an_unknown_theme_is_the_systems() -> None:
    assert theme_of("sepia") is theme_of("system")


def test_the_program_starts_as_chosen(folders: UserFolders, repository: DraftRepository, qapp: QApplication) -> None:
    before = text_height(qapp)
    write_settings(folders.config, Settings(theme="dark", text_size=200))
    apply_chosen_appearance(qapp, repository.settings.current)
    assert text_height(qapp) == pytest.approx(before * 2)
    assert qapp.palette().window().color().lightness() < 128


def test_each_input_has_a_name_and_a_label_that_leads_to_it(thisted: User) -> None:
    dialog = open_dialog(thisted)
    inputs = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)]
    labels = [label for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    assert {label.buddy() for label in labels} == set(inputs)
    assert all(widget.accessibleName() for widget in inputs)
    letters = [
        text[text.index("&") + 1].lower() for text in (*map(_text, labels), *map(_text, buttons(dialog))) if "&" in text
    ]
    assert len(letters) == len(set(letters)) == len(labels) + 2
    assert all("Settings" not in text for text in texts_of(dialog))
    press(dialog.cancel_button)


def buttons(dialog: QWidget) -> list[QPushButton]:
    return dialog.findChildren(QPushButton)


def _text(widget: QLabel | QPushButton) -> str:
    return widget.text()
