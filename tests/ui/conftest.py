"""A window on temporary folders with a clock that stands still, and a person who works in it."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first widget

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.app import make_application
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.save_timing import SaveTiming
from botilbud_desktop.ui.main_window import MainWindow
from tests.ui import drafts
from tests.ui.error_scenes import SCENES
from tests.ui.keeping import NOW, Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle, step_names

OpenWindow = Callable[[Path | None], User]
OpenDraft = Callable[[Application], User]


@pytest.fixture(scope="session")
def qapp_cls() -> Callable[[list[str]], QApplication]:
    """The program's own Danish application, instead of pytest-qt's bare one."""
    return make_application


@pytest.fixture(scope="session")
def library() -> FormLibrary:
    return FormLibrary(forms_folder())


@pytest.fixture(scope="session")
def form(library: FormLibrary) -> Round:
    return library.round(drafts.ROUND)


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return UserFolders.below(tmp_path / "user")


@pytest.fixture
def repository(library: FormLibrary, folders: UserFolders) -> DraftRepository:
    """Nothing is saved or journalled by itself; tests of that bring a pace of their own."""
    return DraftRepository(ApplicationContext(library, folders, lambda: NOW, SaveTiming(is_automatic=False)))


@pytest.fixture
def questions() -> RecordedQuestions:
    return RecordedQuestions()


@pytest.fixture(autouse=True)
def nothing_is_left_on_the_screen(qapp: QApplication) -> Iterator[None]:
    """After each test no window, menu or dialog is left, shown or hidden.

    Garbage is collected here and nowhere else: a thread that saves must never destroy objects of Qt.
    """
    gc.disable()
    yield
    qapp.clipboard().clear()  # what lies there must not outlive Qt
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not shown, f"left on the screen: {shown}"
    windows = [widget for widget in qapp.topLevelWidgets() if isinstance(widget, MainWindow)]
    assert not windows, f"left in memory: {windows}"
    gc.collect()
    gc.freeze()  # what is left belongs to modules and fixtures of the session: it is not looked through again


@pytest.fixture
def open_window(qtbot: QtBot, repository: DraftRepository, questions: RecordedQuestions) -> Iterator[OpenWindow]:
    """Opens a window on a file, or on the start page."""
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
            repository.settle(window.controller)  # now, instead of a moment later
        user = User(window, path)
        if window.workspace is not None:
            window.workspace._prepare.stop()  # pages are built when the test goes to them
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
    """Starts the program, which keeps drafts by itself, as often as a test likes."""
    started = Programs(library, folders, questions)
    yield started
    started.end()
    assert questions.all_answers_used(), "a question that was expected was never asked"


@pytest.fixture
def open_draft(open_window: OpenWindow, tmp_path: Path) -> OpenDraft:
    """Opens a window on a file with the given content."""

    def open_(application: Application) -> User:
        path = tmp_path / "kladde.botilbud"
        path.write_bytes(draft_bytes(application))
        return open_window(path)

    return open_


@pytest.fixture
def aalborg(open_draft: OpenDraft) -> User:
    """At a window on a copy of the Aalborg example: two projects, both descriptions too long."""
    return open_draft(drafts.example("aalborg"))


@pytest.fixture
def thisted(open_draft: OpenDraft) -> User:
    """At a window on a copy of the Thisted example: one project with a cost plan and no loan yet."""
    return open_draft(drafts.example("thisted"))


@pytest.fixture
def complete(open_draft: OpenDraft) -> User:
    """At a window on a draft that can be approved."""
    return open_draft(drafts.complete())


@pytest.fixture
def empty(open_draft: OpenDraft) -> User:
    """At a window on a saved draft with one project in which nothing is filled in."""
    return open_draft(drafts.with_empty_project())


@pytest.fixture
def every_page(thisted: User) -> Callable[[], Iterator[str]]:
    """Goes to every page, everything revealed and opened."""

    def walk() -> Iterator[str]:
        thisted.click("projects.0.daily_rates.add")
        thisted.write_and_leave("projects.0.loan.2025", "22,9")
        for row in thisted.workspace.pane.criteria.rows:
            thisted.click(row.findChildren(QToolButton)[0])
        for page in ("page.check", *step_names(thisted.application)):
            thisted.go_to(page)
            if page == "page.approve":
                thisted.click("approve.approve")
            yield page

    return walk


@pytest.fixture
def modules(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """Those into whose points the test puts errors."""
    return SCENES[request.node.name]
