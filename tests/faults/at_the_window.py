"""The program's window outside pytest; errors and Qt warnings are collected."""

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.app import make_application
from botilbud_desktop.ui.platform.garbage_collection import GarbageCollection
from tests.ui.keeping import Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

PATIENCE = 15.0
"""Timeout in seconds for operations that normally take a few milliseconds."""

_UNSUPPORTED = "This plugin does not support"
"""Start of the messages in which Qt's offscreen platform reports what it does not support."""


class Bench(Programs):
    """Starts the program any number of times and collects all errors."""

    def __init__(self, folder: Path) -> None:
        """Puts the user's own folders into `bruger` below `folder`."""
        super().__init__(FormLibrary(forms_folder()), UserFolders.below(folder / "bruger"), RecordedQuestions())
        self.complaints: list[str] = []
        """Unexpected errors and Qt warnings since the last `taken_complaints`."""

    def taken_complaints(self) -> list[str]:
        """Returns and clears `complaints`."""
        taken, self.complaints = self.complaints, []
        return taken


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """Yields a `Bench`; closes its windows at the end of the block, and waits for what their threads still do.

    Raises:
        AssertionError: a thread of the program goes on although all windows are closed.
    """
    others = set(threading.enumerate())
    application = QApplication.instance() or make_application(sys.argv[:1])
    made = Bench(folder)
    was_collecting = gc.isenabled()
    collection = GarbageCollection(application)  # as in the program: never in the thread of a job
    collection.begin()
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def on_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(_UNSUPPORTED):
            made.complaints.append(f"Qt: {text}")

    def on_error(kind: type[BaseException], error: BaseException | None, *_: Any) -> None:
        made.complaints.append(f"{kind.__name__}: {error}{_where(error)}")

    sys.excepthook = on_error
    threading.excepthook = lambda failed: on_error(failed.exc_type, failed.exc_value)
    sys.unraisablehook = lambda failed: on_error(failed.exc_type, failed.exc_value)
    qInstallMessageHandler(on_qt)
    try:
        yield made
    finally:
        made.end()
        collection.deleteLater()
        if was_collecting:
            gc.enable()
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
    assert not (left := _left_threads(others)), f"threads go on after all windows were closed: {left}"


def _left_threads(others: set[threading.Thread]) -> list[str]:
    """Returns the names of the threads that do not end in time, besides `others`.

    As in the program, nobody waits for work whose result is not needed, such as keeping what was opened as a version.
    """
    deadline = monotonic() + PATIENCE
    started = set(threading.enumerate()) - others
    for thread in started:
        thread.join(max(deadline - monotonic(), 0.0))
    return sorted(thread.name for thread in started if thread.is_alive())


def until(is_so: Callable[[], object], seconds: float = PATIENCE) -> bool:
    """Runs the event loop until `is_so()` is true, at most `seconds`. Returns whether it became true."""
    deadline = monotonic() + seconds
    while not is_so():
        if monotonic() > deadline:
            return False
        QTest.qWait(5)
    return True


def standing(user: User) -> str:
    """The text of the standing bar, also on the start page; it stays until the problem is solved."""
    bar = user.window.notices.bar
    return bar.message.text() if bar.isVisible() else ""


def said_above(user: User) -> str:
    """The text of the bar above the page."""
    notice = user.window._notice()
    return notice.message.text() if notice is not None and notice.isVisible() else ""


def reopened(user: User) -> None:
    """Runs what the program does shortly after a draft was opened."""
    settle()
    user.window.drafts.settle()
    settle()


def _where(error: BaseException | None) -> str:
    traceback = error.__traceback__ if error is not None else None
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f" ({traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno})" if traceback is not None else ""
