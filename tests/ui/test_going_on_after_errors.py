"""One failure does not stop other work, and the failed action can be tried again."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.diagnostics import crash_record
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.history.versions import History, Version
from botilbud_desktop.storage.instance.single_instance import Instance
from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui import app
from botilbud_desktop.ui.draft import repository
from botilbud_desktop.ui.draft.recovery import Recovery
from botilbud_desktop.ui.platform.garbage_collection import GarbageCollection
from botilbud_desktop.ui.platform.one_instance import HandedOver
from botilbud_desktop.ui.versions.contents import VersionContents
from botilbud_desktop.ui.widgets.standing_notices import Topic
from botilbud_desktop.ui.window.start_page import StartPage
from botilbud_desktop.ui.workspace import workspace
from tests.ui import drafts, version_reader
from tests.ui.conftest import OpenWindow
from tests.ui.error_watch import fail, failing_once, reported, taking_errors
from tests.ui.keeping import SLOW_FILE, Programs
from tests.ui.user import User, settle


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "aalborg.botilbud"
    path.write_bytes(draft_bytes(drafts.example("aalborg")))
    return path


def test_when_another_draft_cannot_be_opened_for_an_error_the_start_page_is_shown(
    draft: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = draft.with_name("thisted.botilbud")
    another.write_bytes(draft_bytes(drafts.example("thisted")))
    user = programs.start(draft)
    user.write("projects.0.loan.2025", "23000")
    with taking_errors(user) as error_reporter:
        with monkeypatch.context() as patch:
            patch.setattr(repository, "lock_draft", fail)
            with pytest.raises(ValueError, match="99 31"):
                user.window.drafts.open_path(another)
        assert user.window.controller is None
        assert user.window.findChild(StartPage) is user.window._stack.currentWidget()
        assert user.window.windowTitle() == "Botilbud Desktop"
        assert user.window.drafts.open_path(draft)
        assert user.value("projects.0.loan.2025") == 23000
        assert "ValueError" not in reported(error_reporter)


@pytest.fixture
def offered(programs: Programs) -> User:
    """A user at a start page that offers to recover a draft."""
    killed = programs.start()
    killed.window.drafts.open_new(drafts.ROUND, "787")
    killed.window.drafts.settle()
    killed.control(Qt.Key.Key_1)
    killed.write("case_number", "2024-17")
    assert killed.window.drafts.secure()
    programs.kill(killed)
    return programs.start(None, SLOW_FILE)


def press_in_bar(user: User, words: str) -> None:
    """Presses a button of the notice bar."""
    buttons = user.window.notices.bar.findChildren(QPushButton)
    next(button for button in buttons if button.isVisible() and button.text() == words).click()
    settle()


def test_what_could_not_be_recovered_for_an_error_is_still_offered(
    offered: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Recovery, "_recovered", failing_once(Recovery._recovered))
    with taking_errors(offered) as error_reporter:
        press_in_bar(offered, "Gendan kladden")
        assert offered.window.controller is None
        assert "1 gang: ValueError" in reported(error_reporter)
        press_in_bar(offered, "Skjul")
        press_in_bar(offered, "Gendan kladden")
    assert offered.application.case_number == "2024-17"


def test_what_could_not_be_offered_for_an_error_is_offered_when_it_is_looked_again(
    offered: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    current, notices = offered.window.drafts, offered.window.notices
    notices.clear(Topic.RECOVERY)
    assert current._recovery is not None
    current._recovery._offered = None
    monkeypatch.setattr(Recovery, "_is_saved", failing_once(Recovery._is_saved))
    with pytest.raises(ValueError, match="99 31"):
        current.settle()
    assert not notices.is_standing(Topic.RECOVERY)
    current.settle()
    assert notices.is_standing(Topic.RECOVERY)


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Instance]:
    """The first running instance of the program."""
    instance = Instance(tmp_path / "program")
    assert instance.claim()
    yield instance
    instance.release()


class Opened(list[Path]):
    """Records the paths to open; the first one fails."""

    def open_path(self, path: Path) -> None:
        self.append(path)
        if len(self) == 1:
            fail()


@pytest.mark.parametrize("where", ["opening the first", "coming to the front"])
def test_all_drafts_that_are_handed_over_are_opened_though_one_fails(
    aalborg: User, first: Instance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    paths = [Path("/a.botilbud"), Path("/b.botilbud")]
    opened = Opened()
    handed_over = HandedOver(first, aalborg.window, opened.open_path)
    if where == "coming to the front":
        monkeypatch.setattr(HandedOver, "_come_to_the_front", failing_once(HandedOver._come_to_the_front))
    monkeypatch.setattr(Instance, "requests", lambda _instance: paths)
    with taking_errors(aalborg) as error_reporter:
        handed_over._watcher.directoryChanged.emit("")
        qtbot.waitUntil(lambda: opened == paths)
        assert "ValueError" in reported(error_reporter)
    handed_over.deleteLater()


@pytest.fixture
def collecting() -> Iterator[None]:
    """Undoes the program's `gc.freeze` afterwards."""
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("collecting")
@pytest.mark.parametrize("what", ["garbage", "crash record"])
def test_what_the_program_does_once_its_window_stands_is_done_though_one_part_fails(
    open_window: OpenWindow,
    first: Instance,
    folders: UserFolders,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
) -> None:
    user = open_window(None)
    if what == "garbage":
        monkeypatch.setattr(GarbageCollection, "begin", fail)
        monkeypatch.setattr(crash_record, "enable_crash_record", lambda _folder: None)
    else:
        monkeypatch.setattr(GarbageCollection, "begin", lambda _collection: None)
        monkeypatch.setattr(crash_record, "enable_crash_record", fail)
    afterwards = app._DeferredServices(user.window, first, folders)
    with taking_errors(user) as error_reporter:
        user.window.first_painted.emit()
        qtbot.waitUntil(lambda: bool(user.window.findChildren(HandedOver)))
        assert "ValueError" in reported(error_reporter)
    afterwards.close()
    afterwards.deleteLater()


def test_a_page_that_cannot_be_prepared_is_not_tried_again_and_again(
    aalborg: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[Any] = []

    def cannot_be_made(*arguments: Any) -> None:
        tries.append(arguments)
        fail()

    monkeypatch.setattr(workspace, "make_page", cannot_be_made)
    with taking_errors(aalborg):
        aalborg.workspace._prepare.start(0)
        qtbot.waitUntil(lambda: bool(tries))
        for _turn in range(20):
            settle()
    assert len(tries) == 1
    assert not aalborg.workspace._prepare.isActive()


def test_an_earlier_version_that_fails_keeps_the_others_from_nothing(
    aalborg: User, form: Round, library: FormLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = History(tmp_path / "versioner", version_reader.ID)
    version_reader.keep_some_versions(kept)
    real = VersionContents.changes
    newest = kept.versions()[0].number

    def changes(contents: VersionContents, version: Version, before: Version | None) -> str:
        return str(fail()) if version.number == newest else real(contents, version, before)

    monkeypatch.setattr(VersionContents, "changes", changes)
    with taking_errors(aalborg) as error_reporter:
        reader = version_reader.Opener(aalborg.window, form, library, tmp_path)(kept)
        assert "1 gang: ValueError" in reported(error_reporter)
    assert [bool(changed) for _when, _who, changed in reader.lines()] == [False, True, True, True]
    reader.dialog.reject()
