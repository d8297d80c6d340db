"""The versions of a file that is damaged, empty or gone are offered there and then, and open as a new draft."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.model import replace
from botilbud_desktop.storage.draft import lost_files
from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes, read_draft
from botilbud_desktop.storage.draft.half_typed import keep_half_typed
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.history.versions import History, Reason
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.versions.lost_dialog import NONE, LostDraftsDialog
from botilbud_desktop.ui.versions.versions_dialog import VersionsDialog
from tests.ui import drafts
from tests.ui.keeping import NOW, SLOW_FILE, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.screen import texts_of
from tests.ui.user import User, settle

SEE = "Tidligere versioner …"
OPENED = "Versionen er åbnet som en ny kladde, der ikke er gemt. Gem den, hvis du vil beholde den."


def version(number: int) -> Application:
    return replace(drafts.example("aalborg"), case_number=f"2024-{number}")


def keep(programs: Programs, path: Path, *numbers: int) -> None:
    """Keeps versions that were in the file at `path`."""
    history = History(programs.folders.versions, drafts.example("aalborg").id)
    for number in numbers:
        content = draft_bytes(version(number))
        history.keep(content, NOW, Person("Åse", "PC-1"), Reason.SAVED, place_of(path))


@pytest.fixture
def file(tmp_path: Path, programs: Programs) -> Path:
    """A draft of which three versions are kept; the newest is in the file."""
    path = tmp_path / "kladder" / "sag.botilbud"
    path.parent.mkdir()
    path.write_bytes(draft_bytes(version(3)))
    keep(programs, path, 1, 2, 3)
    return path


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def full_of_nul(path: Path) -> None:
    path.write_bytes(b"\0" * len(path.read_bytes()))


def gone(path: Path) -> None:
    path.unlink()


def drive_gone(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()


WAYS = [cut, empty, full_of_nul, gone, drive_gone]


def look(user: User) -> None:
    """Waits until the versions are found."""
    assert user.window.rescue.finish(5)
    settle()


def bar(user: User) -> str:
    notice = user.window._notice()
    assert notice is not None
    return notice.message.text() if notice.isVisible() else ""


def click_in_bar(user: User, words: str) -> None:
    notice = user.window._notice()
    assert notice is not None
    user.click(next(button for button in notice.findChildren(QPushButton) if button.text() == words))


def dialog[Kind: QDialog](kind: type[Kind]) -> Kind:
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    assert len(shown) == 1
    return shown[0]


@pytest.mark.parametrize("harm", WAYS)
def test_the_versions_of_a_file_that_cannot_be_opened_are_offered_and_open_as_a_new_draft(
    file: Path, programs: Programs, questions: RecordedQuestions, harm: Callable[[Path], None]
) -> None:
    harm(file)
    before = file.read_bytes() if file.exists() else None
    user = programs.start(None, SLOW_FILE)
    questions.will_answer(file)
    user.use_menu("&Åbn …")
    assert bar(user).startswith("Filen »sag.botilbud« kan ikke åbnes: ")
    look(user)
    assert bar(user).endswith(" Der er 3 tidligere versioner af den på denne computer.")
    click_in_bar(user, SEE)
    versions = dialog(VersionsDialog)
    assert versions.restore.text() == "Åbn denne version"
    assert not versions.delete.isVisible()
    versions.versions.setCurrentRow(1)
    user.click(versions.restore)
    assert user.application == version(2)
    assert user.controller.location.path is None
    assert user.controller.location.name == "sag – gendannet"
    assert user.controller.editor.is_modified
    assert OPENED in user.notice_text()
    assert (file.read_bytes() if file.exists() else None) == before


@pytest.mark.parametrize("harm", WAYS)
def test_they_are_offered_at_the_start_and_from_the_recent_ones_too(
    file: Path, programs: Programs, harm: Callable[[Path], None]
) -> None:
    programs.start(file, SLOW_FILE).window.drafts.let_go()
    harm(file)
    user = programs.start(file, SLOW_FILE)
    look(user)
    assert bar(user).endswith(" Der er 3 tidligere versioner af den på denne computer.")
    again = programs.start(None, SLOW_FILE)
    assert again.window._start is not None
    (row,) = again.window._start.recent._rows.values()
    again.click(row.link)
    look(again)
    assert bar(again).endswith(" Der er 3 tidligere versioner af den på denne computer.")


def test_versions_found_late_are_not_told_once_another_file_is_open(
    file: Path, programs: Programs, tmp_path: Path, questions: RecordedQuestions
) -> None:
    cut(file)
    other = tmp_path / "anden.botilbud"
    other.write_bytes(draft_bytes(version(9)))
    user = programs.start(None, SLOW_FILE)
    questions.will_answer(file)
    user.use_menu("&Åbn …")
    questions.will_answer(other)
    user.use_menu("&Åbn …")
    look(user)
    assert user.controller.location.path == other
    assert "tidligere version" not in bar(user)


def test_a_damaged_file_whose_place_is_not_known_is_only_possibly_one_of_the_drafts(
    file: Path, programs: Programs, tmp_path: Path, questions: RecordedQuestions
) -> None:
    moved = tmp_path / "flyttet.botilbud"
    moved.write_bytes(draft_bytes(version(9))[:-200])
    user = programs.start(None, SLOW_FILE)
    questions.will_answer(moved)
    user.use_menu("&Åbn …")
    look(user)
    assert bar(user).endswith(" Muligvis er der tidligere versioner af den på denne computer.")
    click_in_bar(user, SEE)
    listed = dialog(LostDraftsDialog)
    assert "Det er ikke sikkert" in listed.findChildren(QLabel)[0].text()
    assert "kan ikke åbnes" not in listed.drafts.item(0).text(), "the draft's own file is whole"
    user.click(listed.show_versions)
    user.click(dialog(VersionsDialog).restore)
    assert user.application == version(3)


def test_nothing_is_offered_where_nothing_is_kept(programs: Programs, tmp_path: Path) -> None:
    user = programs.start(tmp_path / "væk.botilbud", SLOW_FILE)
    look(user)
    assert bar(user) == "Filen »væk.botilbud« kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet."


def test_a_draft_that_is_not_saved_is_not_left_unasked_for_a_version(
    file: Path, programs: Programs, questions: RecordedQuestions
) -> None:
    cut(file)
    user = programs.start(None, SLOW_FILE)
    user.window.drafts.open_new(drafts.ROUND, "787")
    user.control(Qt.Key.Key_1)
    user.write("case_number", "min egen")
    user.use_menu("Tidligere &versioner …")
    user.click(dialog(VersionsDialog).others)
    look(user)
    user.click(dialog(LostDraftsDialog).show_versions)
    questions.will_answer("stay")
    user.click(dialog(VersionsDialog).restore)
    assert user.application.case_number == "min egen"
    assert questions.last.title == "Kladden er ikke gemt"


def test_drafts_that_are_gone_are_listed_with_name_municipality_time_and_place(
    file: Path, programs: Programs, tmp_path: Path
) -> None:
    whole = tmp_path / "hel.botilbud"
    whole.write_bytes(draft_bytes(version(5)))
    keep(programs, whole, 5)
    gone(file)
    user = programs.start(None, SLOW_FILE)
    user.use_menu("Tidligere &versioner …")
    look(user)
    listed = dialog(LostDraftsDialog)
    (row,) = [listed.drafts.item(index).text() for index in range(listed.drafts.count())]
    assert row == (
        "sag.botilbud – Aalborg Kommune\n"
        "I dag kl. 12.00 · 3 versioner\n"
        f"Mappe: {file.parent}\n"
        "Filen kan ikke åbnes: Den findes ikke, eller drevet er ikke forbundet."
    )
    listed.drafts.setFocus()
    user.press(Qt.Key.Key_Return)
    user.click(dialog(VersionsDialog).restore)
    assert user.application == version(3)


def test_they_are_reached_from_the_start_page_and_from_the_versions_of_an_open_draft(
    file: Path, programs: Programs, tmp_path: Path
) -> None:
    other = tmp_path / "anden.botilbud"
    other.write_bytes(draft_bytes(drafts.example("thisted")))
    gone(file)
    user = programs.start(None, SLOW_FILE)
    user.click(next(link for link in user.links(user.window) if link.objectName() == "start.versions"))
    look(user)
    dialog(LostDraftsDialog).close()
    user.window.drafts.open_path(other)
    user.window.drafts.settle()
    user.use_menu("Tidligere &versioner …")
    user.click(dialog(VersionsDialog).others)
    look(user)
    assert dialog(LostDraftsDialog).drafts.count() == 1
    dialog(LostDraftsDialog).close()


def test_where_none_is_gone_that_is_said(programs: Programs) -> None:
    user = programs.start(None, SLOW_FILE)
    user.use_menu("Tidligere &versioner …")
    look(user)
    listed = dialog(LostDraftsDialog)
    assert NONE in texts_of(listed)
    assert not listed.show_versions.isEnabled()
    user.press(Qt.Key.Key_Escape)


def test_the_half_typed_values_of_a_version_come_back_with_it(file: Path, programs: Programs) -> None:
    half_typed = {"projects[0].loan.2025": "22,9"}
    keep_half_typed(programs.folders.state, version(3).id, digest_of(draft_bytes(version(3))), half_typed)
    cut(file)
    user = programs.start(file, SLOW_FILE)
    look(user)
    click_in_bar(user, SEE)
    user.click(dialog(VersionsDialog).restore)
    assert dict(user.controller.editor.half_typed) == half_typed


def test_a_damaged_file_is_kept_when_the_user_saves_over_it(
    file: Path, programs: Programs, questions: RecordedQuestions
) -> None:
    cut(file)
    damaged = file.read_bytes()
    for attempt, kept in enumerate(("sag (beskadiget).botilbud", "sag (beskadiget 2).botilbud")):
        user = programs.start(file, SLOW_FILE)
        look(user)
        click_in_bar(user, SEE)
        user.click(dialog(VersionsDialog).restore)
        questions.will_answer(file)
        user.use_menu("&Gem kladde")
        assert questions.last.suggested is not None
        assert questions.last.suggested.name == "sag – gendannet.botilbud"
        assert read_draft(file, programs.library).application == version(3), attempt
        assert file.with_name(kept).read_bytes() == damaged
        user.window.drafts.let_go()
        file.write_bytes(damaged)


def test_a_copy_saved_over_a_damaged_file_keeps_it(
    file: Path, programs: Programs, questions: RecordedQuestions, tmp_path: Path
) -> None:
    other = tmp_path / "anden.botilbud"
    other.write_bytes(b"ikke en kladde")
    user = programs.start(file, SLOW_FILE)
    questions.will_answer(other)
    user.use_menu("Gem en &kopi …")
    assert read_draft(other, programs.library).application == version(3)
    assert (tmp_path / "anden (beskadiget).botilbud").read_bytes() == b"ikke en kladde"


@pytest.mark.parametrize("menu", ["Gem &som …", "Gem en &kopi …"])
def test_a_draft_that_is_saved_over_is_kept_as_an_earlier_version(
    menu: str, file: Path, programs: Programs, questions: RecordedQuestions, tmp_path: Path
) -> None:
    other = tmp_path / "fra kollegaen.botilbud"
    theirs = draft_bytes(version(8))
    other.write_bytes(theirs)
    user = programs.start(file, SLOW_FILE)
    questions.will_answer(other)
    user.use_menu(menu)
    assert read_draft(other, programs.library).application == version(3)
    history = History(programs.folders.versions, version(8).id)
    assert theirs in [history.content(kept.number) for kept in history.versions()]


def test_a_drive_that_does_not_respond_counts_as_gone(
    file: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    from threading import Event

    over = Event()

    def hanging(*_arguments: object) -> None:
        over.wait(20)

    monkeypatch.setattr(lost_files, "PATIENCE", 0.05)
    monkeypatch.setattr(lost_files, "read_draft", hanging)
    (lost,) = lost_files.lost_drafts(programs.folders.versions, programs.library)
    assert (lost.kept.path.name, lost.reason) == (file.name, "drevet svarer ikke")
    over.set()
