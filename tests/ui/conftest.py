"""Fixtures: a window on temporary folders with a fixed clock, and a simulated user who works in it."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # must be set before the first widget is made

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.attachments import attached
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from botilbud_desktop.ui.fields.optional.section import OptionalSection
from botilbud_desktop.ui.main_window import MainWindow
from botilbud_desktop.ui.preview import making
from botilbud_desktop.ui.style.theme import apply_text_size
from tests.ui import drafts
from tests.ui.error_scenes import SCENES
from tests.ui.keeping import NOW, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle, step_names
from tests.ui.window_manager import WindowManager

OpenWindow = Callable[[Path | None], User]
OpenDraft = Callable[[Application], User]


@pytest.fixture(scope="session")
def library() -> FormLibrary:
    return FormLibrary(forms_folder())


@pytest.fixture(autouse=True)
def no_round_stays_on_trial(library: FormLibrary) -> Iterator[None]:
    """A round that a test tried out is not known to the next one."""
    yield
    library.end_trial()


@pytest.fixture(scope="session")
def form(library: FormLibrary) -> Round:
    return library.round(drafts.ROUND)


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    """The user's folders; only that for documents exists, as on any computer."""
    folders = UserFolders.below(tmp_path / "user")
    folders.own_documents.mkdir(parents=True)
    return folders


@pytest.fixture
def repository(library: FormLibrary, folders: UserFolders) -> DraftRepository:
    """A repository without autosave and journal; tests of those use `programs`, which has its own timing."""
    return DraftRepository(
        ApplicationContext(library, folders, lambda: NOW, SaveTiming(is_automatic=False, opening_seconds=10.0))
    )


@pytest.fixture
def questions() -> RecordedQuestions:
    return RecordedQuestions()


@pytest.fixture(autouse=True)
def short_documents_are_shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window waits for each short document, however busy the machine is and whether the library is loaded."""
    monkeypatch.setattr(making, "AT_ONCE", 30.0)


@pytest.fixture(autouse=True)
def what_is_attached_is_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window waits for the folder of attachments, however busy the machine is."""
    monkeypatch.setattr(attached, "AT_ONCE", 30.0)


@pytest.fixture(scope="session", autouse=True)
def window_manager(qapp: QApplication) -> WindowManager | None:
    """Gives the focus to the window below when one goes, where nobody else does."""
    return WindowManager(qapp) if qapp.platformName() == "offscreen" else None


@pytest.fixture(autouse=True)
def no_leftover_windows(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves a visible top-level widget, or a `MainWindow` even if hidden.

    Garbage is collected only here, in the main thread: a saving thread must never destroy Qt objects.
    """
    gc.disable()
    yield
    qapp.clipboard().clear()  # its content must not outlive Qt
    apply_text_size(qapp, 100)  # the application goes on with the next test
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not shown, f"left on the screen: {shown}"
    windows = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, MainWindow)]
    assert not windows, f"left in memory: {windows}"
    gc.collect()
    gc.freeze()  # the remaining objects live for the whole session; later collections skip them


@pytest.fixture
def open_window(qtbot: QtBot, repository: DraftRepository, questions: RecordedQuestions) -> Iterator[OpenWindow]:
    """Returns a function that opens a window on a file, or on the start page."""
    windows: list[MainWindow] = []

    def open_(path: Path | None = None) -> User:
        window = MainWindow(repository, questions)
        windows.append(window)
        if path is None:
            window.show_start()
        else:
            window.start_with(path)
        window.show()
        window.activateWindow()
        settle()
        if not window.isActiveWindow():
            qtbot.waitUntil(window.isActiveWindow)
        if window.controller is not None:
            repository.settle(window.controller)  # runs the delayed work of opening now
        user = User(window, path)
        if window.workspace is not None:
            window.workspace._prepare.stop()  # pages are built when the test opens them
            user.page.complete()
        settle()
        return user

    yield open_
    for window in windows:
        window.drafts.let_go()
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    assert questions.all_answers_used(), "a question that was expected was never asked"


@pytest.fixture
def programs(library: FormLibrary, folders: UserFolders, questions: RecordedQuestions) -> Iterator[Programs]:
    """Starts the program, with autosave and journal, as often as a test needs."""
    started = Programs(library, folders, questions)
    yield started
    started.end()
    assert questions.all_answers_used(), "a question that was expected was never asked"


@pytest.fixture
def open_draft(open_window: OpenWindow, tmp_path: Path) -> OpenDraft:
    """Returns a function that opens a window on a file with the given application."""

    def open_(application: Application) -> User:
        path = tmp_path / "kladde.botilbud"
        path.write_bytes(draft_bytes(application))
        return open_window(path)

    return open_


@pytest.fixture
def aalborg(open_draft: OpenDraft) -> User:
    """A user in a copy of the Aalborg example: two projects, both descriptions too long."""
    return open_draft(drafts.example("aalborg"))


@pytest.fixture
def thisted(open_draft: OpenDraft) -> User:
    """A user in a copy of the Thisted example: one project with a cost plan and no loan yet."""
    return open_draft(drafts.example("thisted"))


@pytest.fixture
def complete(open_draft: OpenDraft) -> User:
    """A user in a draft that can be approved."""
    return open_draft(drafts.complete())


@pytest.fixture
def empty(open_draft: OpenDraft) -> User:
    """A user in a saved draft with one empty project."""
    return open_draft(drafts.with_empty_project())


@pytest.fixture
def every_page(thisted: User) -> Callable[[], Iterator[str]]:
    """Returns a function that opens every page, with all problems and foldable parts shown, and yields its name."""

    def walk() -> Iterator[str]:
        thisted.click("projects.0.daily_rates.add")
        thisted.write_and_leave("projects.0.loan.2025", "22,9")
        for row in thisted.workspace.pane.criteria.rows:
            row.findChildren(QToolButton)[0].click()  # not by the mouse: in a small window the criteria are folded
        for page in ("page.check", *step_names(thisted.application)):
            thisted.go_to(page)
            for section in thisted.page.findChildren(OptionalSection):
                section.open()
            settle()
            if page == "page.approve":
                thisted.click("approve.approve")
            yield page

    return walk


@pytest.fixture
def modules(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The modules into which the test injects errors."""
    return SCENES[request.node.name]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Records the announcements to the screen reader."""
    heard: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            assert event.politeness() is QAccessible.AnnouncementPoliteness.Polite
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    return heard
