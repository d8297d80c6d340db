"""»Indstillinger« where the IT department has decided something: it is shown, said, in effect, and nobody's choice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.settings import Decided, Settings, read_settings, write_settings
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.settings.appearance import apply_appearance
from botilbud_desktop.ui.settings.decisions import BY_IT, STAYS, UNREADABLE
from botilbud_desktop.ui.settings.settings_dialog import SettingsDialog
from tests.ui.conftest import OpenWindow
from tests.ui.keeping import NOW
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_settings import choose, is_open, open_dialog, press, write
from tests.ui.user import User, settle

OWN = Settings(approver_name="Bo", department="Egen afdeling", theme="light", drafts_folder="")


@pytest.fixture(autouse=True)
def reset_appearance(qapp: QApplication) -> Iterator[None]:
    yield
    apply_appearance(qapp, Settings())


@pytest.fixture
def decided() -> Decided:
    """What is decided in a test; a test asks for another with `indirect`."""
    return Decided()


@pytest.fixture
def repository(library: FormLibrary, folders: UserFolders, decided: Decided) -> DraftRepository:
    write_settings(folders.config, OWN)
    timing = SaveTiming(is_automatic=False, opening_seconds=10.0)
    return DraftRepository(ApplicationContext(library, folders, lambda: NOW, timing, decided=decided))


def of(dialog: SettingsDialog, name: str) -> QLineEdit | QComboBox:
    line = dialog.findChild(QLineEdit, f"settings.{name}") or dialog.findChild(QComboBox, f"settings.{name}")
    assert line is not None, name
    return line


def text_of(dialog: SettingsDialog, name: str) -> str:
    widget = of(dialog, name)
    return widget.currentText() if isinstance(widget, QComboBox) else widget.text()


def notes(dialog: SettingsDialog) -> list[str]:
    return [note.text() for note in dialog.sections.findChildren(Note)]


deciding = pytest.mark.parametrize


@deciding("decided", [Decided({"department": "It", "theme": "dark", "receipts_folder": "/findes/ikke"})])
def test_what_is_decided_is_shown_said_and_in_effect(open_window: OpenWindow, repository: DraftRepository) -> None:
    dialog = open_dialog(open_window(None))
    assert text_of(dialog, "department") == "It"
    assert text_of(dialog, "theme") == "Mørkt"
    assert text_of(dialog, "receipts_folder") == "/findes/ikke"
    assert notes(dialog) == [BY_IT, BY_IT, f"{BY_IT} Mappen kan ikke nås lige nu."]
    assert [of(dialog, name).accessibleDescription() for name in ("theme", "department", "receipts_folder")] == notes(
        dialog
    )
    current = repository.settings.current
    assert (current.approver_name, current.department, current.theme) == ("Bo", "It", "dark")
    press(dialog.cancel_button)


@deciding("decided", [Decided({"department": "It", "theme": "dark", "receipts_folder": "/findes/ikke"})])
def test_no_key_and_no_button_changes_it_and_the_focus_goes_there(open_window: OpenWindow) -> None:
    dialog = open_dialog(open_window(None))
    for name in ("department", "theme", "receipts_folder"):
        widget = of(dialog, name)
        before = text_of(dialog, name)
        widget.setFocus()
        assert widget.hasFocus(), "a screen reader reads it"
        for key in (Qt.Key.Key_Down, Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            QTest.keyClick(widget, key)
        assert text_of(dialog, name) == before
    assert not dialog.sections.receipts.choose_button.isEnabled()
    assert dialog.sections.drafts.choose_button.isEnabled()
    press(dialog.cancel_button)


@deciding("decided", [Decided({"department": "It", "theme": "dark", "receipts_folder": "/findes/ikke"})])
def test_saving_keeps_the_users_own_choice_below_it(open_window: OpenWindow, folders: UserFolders) -> None:
    user = open_window(None)
    dialog = open_dialog(user)
    write(dialog, "approver_name", "Åse")
    choose(dialog, "text_size", "110 %")
    press(dialog.save_button)
    assert not is_open(user), "a decided folder that is away keeps nobody from saving"
    kept = read_settings(folders.config)
    assert (kept.approver_name, kept.text_size) == ("Åse", 110)
    assert (kept.department, kept.theme, kept.receipts_folder) == ("Egen afdeling", "light", "")


@deciding("decided", [Decided({"department": "It"})])
def test_nulstil_says_that_it_stays_and_forgets_the_users_own(
    open_window: OpenWindow, folders: UserFolders, questions: RecordedQuestions
) -> None:
    dialog = open_dialog(open_window(None))
    questions.will_answer("reset")
    press(dialog.reset_button)
    assert questions.last.text.endswith(STAYS)
    assert text_of(dialog, "department") == "It"
    assert read_settings(folders.config) == Settings()
    press(dialog.cancel_button)


@deciding("decided", [Decided({}, {"department": "den er for lang"})])
def test_what_cannot_be_used_is_said_and_the_users_own_holds(
    open_window: OpenWindow, repository: DraftRepository
) -> None:
    dialog = open_dialog(open_window(None))
    assert notes(dialog) == ["It-afdelingens værdi kan ikke bruges, for den er for lang. Derfor gælder din egen."]
    assert of(dialog, "department").accessibleDescription() == notes(dialog)[0]
    write(dialog, "department", "Ny afdeling")
    press(dialog.save_button)
    assert repository.settings.current.department == "Ny afdeling"


@deciding(
    "decided",
    [
        Decided(
            {"rounds_folder": "/findes/ikke", "keeps_versions": False}, {"word_list": "det er ikke en hel sti"}, True
        )
    ],
)
def test_what_the_user_has_no_say_in_is_listed_too(open_window: OpenWindow) -> None:
    dialog = open_dialog(open_window(None))
    assert text_of(dialog, "rounds_folder") == "/findes/ikke"
    assert text_of(dialog, "keeps_versions") == "Gemmes ikke"
    assert text_of(dialog, "word_list").endswith("ordliste.txt")
    assert notes(dialog) == [
        UNREADABLE,
        f"{BY_IT} Mappen kan ikke nås lige nu.",
        "It-afdelingens værdi kan ikke bruges, for det er ikke en hel sti. Derfor gælder det sædvanlige.",
        BY_IT,
    ]
    for name in ("rounds_folder", "word_list", "keeps_versions"):
        line = of(dialog, name)
        assert isinstance(line, QLineEdit)
        assert line.isReadOnly()
    press(dialog.cancel_button)


def test_without_it_nothing_is_said_and_nothing_is_listed(open_window: OpenWindow) -> None:
    dialog = open_dialog(open_window(None))
    assert notes(dialog) == []
    assert dialog.findChild(QLineEdit, "settings.keeps_versions") is None
    press(dialog.cancel_button)


@deciding("decided", [Decided({"department": "It"})])
def test_the_decided_department_is_suggested_and_another_that_is_written_is_not_kept(
    thisted: User, repository: DraftRepository, folders: UserFolders
) -> None:
    thisted.go_to("page.approve")
    assert thisted.line("approve.name").text() == "Bo, It"
    repository.settings.keep(repository.settings.current.remembering("Åse, Anden"))
    assert repository.settings.current.approver == "Åse, It"
    assert read_settings(folders.config).department == "Egen afdeling"


@deciding("decided", [Decided({"theme": "dark"})])
def test_text_size_by_keys_leaves_the_decided_theme_out_of_the_users_file(
    thisted: User, folders: UserFolders, repository: DraftRepository
) -> None:
    thisted.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert (read_settings(folders.config).text_size, read_settings(folders.config).theme) == (110, "light")
    assert repository.settings.current.theme == "dark"


def test_a_decided_folder_of_drafts_is_where_file_dialogs_start(
    library: FormLibrary, folders: UserFolders, tmp_path: Path
) -> None:
    chosen = tmp_path / "fælles"
    chosen.mkdir()
    decided = Decided({"drafts_folder": str(chosen), "receipts_folder": str(chosen)})
    repository = DraftRepository(ApplicationContext(library, folders, lambda: NOW, decided=decided))
    assert repository.drafts_folder() == chosen
    chosen.rmdir()
    assert repository.drafts_folder() == folders.documents
