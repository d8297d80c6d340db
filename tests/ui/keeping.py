"""Windows with autosave and journal, as in the program, but with short delays for quick tests."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.recovery.journal import orphaned_journals
from botilbud_desktop.storage.recovery.journal_file import JournalEntry
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.settings import NOTHING_DECIDED
from botilbud_desktop.ui.draft.context import ApplicationContext
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming
from botilbud_desktop.ui.main_window import MainWindow
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.user import User, settle

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))
QUICK = SaveTiming(20, 40, 20, patience=2, wait_seconds=8.0, closing_seconds=8.0, opening_seconds=10.0)
SLOW_FILE = QUICK._replace(save_ms=3_600_000)
"""The journal is written at once; the file is not autosaved during the test (delay: 1 hour)."""


class Programs:
    """Programs started one after another by the same user, and optionally killed."""

    def __init__(self, library: FormLibrary, folders: UserFolders, questions: RecordedQuestions) -> None:
        self.library = library
        self.folders = folders
        self.questions = questions
        self.decided = NOTHING_DECIDED
        """What the IT department has decided."""
        self._windows: list[MainWindow] = []

    def start(self, path: Path | None = None, timing: SaveTiming = QUICK, *, waits: bool = True) -> User:
        """Starts the program; the delayed work of the start is done when this returns.

        Unless it `waits`, it is not known yet whether the files of the drafts that were found hold everything.
        """
        repository = DraftRepository(
            ApplicationContext(self.library, self.folders, lambda: NOW, timing, decided=self.decided)
        )
        window = MainWindow(repository, self.questions)
        self._windows.append(window)
        if path is None:
            window.show_start()
        else:
            window.start_with(path)
        window.show()
        window.activateWindow()
        settle()
        window.drafts.settle()
        recovery = window.drafts._recovery
        assert recovery is not None
        assert not waits or recovery._work.wait(5), "the drive of a found draft did not respond"
        settle()
        return User(window, path)

    def kill(self, user: User) -> None:
        """Imitates a kill: leaves the files as they are and releases the lock."""
        current = user.window.drafts
        assert current.saving is not None
        current.saving.close(is_recovery_needed=True)
        current.close()
        user.window.hide()

    def end(self) -> None:
        """Closes all windows."""
        for window in self._windows:
            window.drafts.close()
            window.hide()
            window.deleteLater()
        self._windows.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()

    def journalled(self) -> list[JournalEntry]:
        """Returns the journals that the next start would find."""
        found = orphaned_journals(self.folders.recovery, self.library)
        for journal in found:
            journal.release()
        return [journal.entry for journal in found]
