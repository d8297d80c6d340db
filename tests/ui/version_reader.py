"""A simulated user of »Tidligere versioner«, and versions to show."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.field_path import field_path, with_value
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_file import draft_bytes
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.history.errors import HistoryNotReadError
from botilbud_desktop.storage.history.versions import History, Reason, Version
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person
from botilbud_desktop.ui.versions.version_item import ABOUT, CHANGES
from botilbud_desktop.ui.versions.versions_dialog import (
    VersionedDraft,
    VersionsDialog,
)
from tests.ui import drafts
from tests.ui.recorded_questions import RecordedQuestions
from tests.ui.test_danish_for_everyone import HOSTILE
from tests.ui.user import focused, said_in, settle

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))
METTE = Person("Mette Ågesen", "PC-17")
JENS = Person("Jens <b>Ørsted</b>", "PC-18")
CASE, NOTES = field_path("case_number"), field_path("internal_notes")
ID = drafts.uuid(1)

FIRST_DRAFT = with_value(drafts.with_empty_project(), CASE, "2024-1")
SAVED = with_value(FIRST_DRAFT, CASE, "2024-2")
TYPED = [with_value(SAVED, NOTES, f"Husk {number}") for number in range(4)]
LAST = with_value(with_value(TYPED[-1], CASE, "2024-3"), field_path("projects[0].name"), HOSTILE)
CURRENT = with_value(LAST, CASE, "2024-4")


class FailingHistory(History):
    """A history whose list can fail to be read, or that can fail to be deleted."""

    listing: HistoryNotReadError | None = None
    deleting: SaveFailedError | None = None

    def versions(self) -> list[Version]:
        if self.listing is not None:
            raise self.listing
        return super().versions()

    def delete(self) -> None:
        if self.deleting is not None:
            raise self.deleting
        super().delete()


class LongHistory(History):
    """A history with 6.000 autosaves in one day and 398 older versions; records which ones are read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, ID)
        self.read: list[int] = []

    def versions(self) -> list[Version]:
        moments = [NOW - timedelta(days=400 - number) for number in range(398)]
        moments += [NOW - timedelta(hours=8) + timedelta(seconds=4 * number) for number in range(6_000)]
        kept = [Version(number, "", at, METTE, Reason.AUTOMATIC, 9) for number, at in enumerate(moments)]
        return list(reversed(kept))

    def content(self, number: int) -> bytes:
        self.read.append(number)
        return draft_bytes(with_value(CURRENT, NOTES, f"Husk {number}"))


class Reader:
    """Works in the dialog with real clicks and keys, and records its signals."""

    def __init__(self, dialog: VersionsDialog, holder: QWidget) -> None:
        self.dialog = dialog
        self.holder = holder
        self.restored: list[Application] = []
        dialog.restore_asked.connect(lambda draft: self.restored.append(draft.application))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(focused(self.holder), key)
        self.wait_for_changes()

    def click(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    def wait_for_changes(self) -> None:
        """Waits until each visible line shows what changed."""
        settle()
        for _turn in range(500):
            if not self.dialog.versions.is_describing_changes:
                return
            settle()
        raise AssertionError("what changed was never told")

    def lines(self) -> list[tuple[str, str, str]]:
        """Returns, for each line: when; who and how; and what changed."""
        items = [self.dialog.versions.item(row) for row in range(self.dialog.versions.count())]
        return [(item.text(), item.data(ABOUT), item.data(CHANGES)) for item in items]

    def choose(self, row: int) -> None:
        """Clicks a line."""
        versions = self.dialog.versions
        spot = versions.visualItemRect(versions.item(row)).topLeft() + QPoint(20, 20)
        QTest.mouseClick(versions.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.wait_for_changes()

    def said(self) -> list[str]:
        """Returns the texts beside the list."""
        return said_in(self.dialog.view)


class Opener:
    """Opens the dialog, and records what it exports."""

    def __init__(self, holder: QWidget, form: Round, library: FormLibrary, folder: Path) -> None:
        self.holder = holder
        self.questions = RecordedQuestions()
        self.exported: dict[Path, bytes] = {}
        self.problem: SaveFailedError | None = None
        self._form = form
        self._library = library
        self._folder = folder

    def __call__(self, history: History, *, is_read_only: bool = False, current: Application = CURRENT) -> Reader:
        snapshot = Snapshot(current, {"projects[0].loan.2025": "22,9"})
        path = self._folder / "aalborg.botilbud"
        draft = VersionedDraft(history, snapshot, self._form, self._library, path, is_read_only)
        dialog = VersionsDialog(self.holder, draft, self.questions, self._save, lambda: NOW)
        dialog.open()
        reader = Reader(dialog, self.holder)
        reader.wait_for_changes()
        return reader

    def _save(self, path: Path, data: bytes) -> None:
        if self.problem is not None:
            raise self.problem
        self.exported[path] = data


def keep_some_versions(kept: History) -> None:
    """Keeps versions: found in the file, saved manually the day before, autosaved today, and merged."""
    kept.keep(draft_bytes(FIRST_DRAFT), NOW - timedelta(days=40), JENS, Reason.OPENED)
    kept.keep(draft_bytes(SAVED), NOW - timedelta(days=1), METTE, Reason.SAVED)
    for number, draft in enumerate(TYPED):
        kept.keep(draft_bytes(draft), NOW - timedelta(minutes=30 - number), METTE, Reason.AUTOMATIC)
    kept.keep(draft_bytes(LAST), NOW - timedelta(minutes=2), METTE, Reason.MERGED)
