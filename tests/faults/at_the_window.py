"""The program's window in a process that is no test: what goes wrong in it is collected."""

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
from tests.ui.keeping import Programs
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

PATIENCE = 15.0
"""Seconds that something may take that takes some milliseconds."""

_NOT_IMITATED = "This plugin does not support"
"""What Qt's offscreen platform says of itself."""


class Bench(Programs):
    """Starts the program, as often as needed; nothing that goes wrong gets lost."""

    def __init__(self, folder: Path) -> None:
        """The user's own folders are `bruger` below `folder`."""
        super().__init__(FormLibrary(forms_folder()), UserFolders.below(folder / "bruger"), RecordedQuestions())
        self.complaints: list[str] = []
        """Errors that nobody expected, and what Qt warned of, since it was last asked."""

    def end(self) -> None:
        super().end()
        self._windows.clear()

    def taken_complaints(self) -> list[str]:
        """What went wrong since it was last asked."""
        taken, self.complaints = self.complaints, []
        return taken


@contextmanager
def bench(folder: Path) -> Iterator[Bench]:
    """A bench; the windows are gone when the block is left."""
    application = QApplication.instance() or make_application(sys.argv[:1])
    made = Bench(folder)
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def on_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(_NOT_IMITATED):
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
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook, sys.unraisablehook = before
        assert application is not None


def until(is_so: Callable[[], object], seconds: float = PATIENCE) -> bool:
    """Let the program go on until something is so, at most so long. Whether it is."""
    deadline = monotonic() + seconds
    while not is_so():
        if monotonic() > deadline:
            return False
        QTest.qWait(5)
    return True


def standing(user: User) -> str:
    """What the bar says that stays until the matter is settled, on the start page too."""
    bar = user.window.notices.bar
    return bar.message.text() if bar.isVisible() else ""


def said_above(user: User) -> str:
    """What the bar above the page says."""
    notice = user.window._notice()
    return notice.message.text() if notice is not None and notice.isVisible() else ""


def reopened(user: User) -> None:
    """Do what the program does a moment after a draft was opened."""
    settle()
    user.window.drafts.settle()
    settle()


def _where(error: BaseException | None) -> str:
    traceback = error.__traceback__ if error is not None else None
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f" ({traceback.tb_frame.f_code.co_filename}:{traceback.tb_lineno})" if traceback is not None else ""
