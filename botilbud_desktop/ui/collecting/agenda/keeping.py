"""Keeps what is typed of an agenda: saved by itself soon after each change, in a thread of its own."""

from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.storage.collection.agenda_store import AgendaChangedError, AgendaStore, StoredAgenda
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.ui.platform.background import Background
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs

SAVE_AFTER_MS = 600
_AGAIN_AFTER_MS = 15_000


@dataclass
class _Kept:
    """The agenda of one round."""

    agenda: Agenda
    digest: str
    """That of the file which it grew out of."""
    is_saved: bool = True
    is_changed_elsewhere: bool = False
    """Whether the file was changed by another window; it is not written over before the user says so."""
    failure: str = ""
    """Why it could not be saved the last time, as a clause."""
    is_failing: bool = False
    """Whether it failed just now, and waits to be tried again."""


class Unsaved(NamedTuple):
    """An agenda that is not saved."""

    round_id: str
    is_being_saved: bool
    is_changed_elsewhere: bool
    failure: str
    """Why it could not be saved, as a clause; empty when that was not tried yet."""


class AgendaKeeper(QObject):
    """Reads and writes agendas one after another; what could not be saved stays here until the program ends."""

    opened = Signal(str, object, bool)
    """The id of a round, its agenda, and whether the kept one was broken."""
    refused = Signal(str, str)
    """The id of a round whose agenda cannot be read, with the reason as a clause; it must not be changed."""
    tried = Signal()
    """An agenda was saved, or could not be: then it is tried again, unless it was changed elsewhere. See `unsaved`."""

    def __init__(self, store: AgendaStore, drive: DriveJobs, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._drive = drive
        self._background: Background | None = None
        self._kept: dict[str, _Kept] = {}
        self._saving: set[str] = set()
        """The rounds whose agendas are being saved."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save)

    def open(self, round_id: str) -> None:
        """Read the agenda of a round; what is not saved of it yet comes first."""
        kept = self._kept.get(round_id)
        if kept is not None and not kept.is_saved:
            self.opened.emit(round_id, kept.agenda, False)
            return
        self._do(partial(self._store.read, round_id), partial(self._on_read, round_id, is_over_own=False))

    def change(self, round_id: str, agenda: Agenda) -> None:
        """Keep another agenda; it is saved soon."""
        kept = self._kept[round_id]
        kept.agenda, kept.is_saved = agenda, False
        self._timer.start(SAVE_AFTER_MS)

    def save(self) -> None:
        """Save now what is not saved."""
        self._timer.stop()
        if not self._saving:
            for kept in self._kept.values():
                kept.is_failing = False
            self._save_next()

    def save_over(self, round_id: str) -> None:
        """Save it in place of what another window has saved, which is set aside."""
        kept = self._kept[round_id]
        kept.is_changed_elsewhere = False
        self._write(round_id, kept, is_over_other=True)

    def take_other(self, round_id: str) -> None:
        """Read what another window has saved; what was typed here is given up."""
        self._do(partial(self._store.read, round_id), partial(self._on_read, round_id, is_over_own=True))

    def finish(self) -> bool:
        """Save what is not saved, and wait for it. Returns whether everything is saved."""
        self.save()
        while self._saving:
            if self._background is None or not self._background.wait(60.0, self._drive.wait):
                break
        return self.is_saved

    @property
    def is_saved(self) -> bool:
        """Whether everything that was typed is saved."""
        return not self._saving and all(kept.is_saved for kept in self._kept.values())

    @property
    def is_busy(self) -> bool:
        """Whether an agenda is being read or saved."""
        return self._background is not None and self._background.is_busy

    @property
    def unsaved(self) -> list[Unsaved]:
        """What is not saved, in the order in which the rounds were shown first."""
        return [
            Unsaved(round_id, round_id in self._saving, kept.is_changed_elsewhere, kept.failure)
            for round_id, kept in self._kept.items()
            if not kept.is_saved or round_id in self._saving
        ]

    def _write(self, round_id: str, kept: _Kept, *, is_over_other: bool = False) -> None:
        self._saving.add(round_id)
        kept.is_saved = True  # unless it fails, or something else is typed meanwhile
        job = partial(self._store.write, round_id, kept.agenda, kept.digest, is_over_other=is_over_other)
        self._do(job, partial(self._on_written, round_id))

    def _do[Result](self, job: "partial[Result]", done: "partial[None]") -> None:
        if self._background is None:
            self._background = Background("agenda", self)
        self._background.do(job, done)

    def _on_read(self, round_id: str, ended: "Future[StoredAgenda]", *, is_over_own: bool) -> None:
        kept = self._kept.get(round_id)
        if kept is not None and not kept.is_saved and not is_over_own:  # saving failed just before it was read
            self.opened.emit(round_id, kept.agenda, False)
            return
        try:
            stored = ended.result()
        except RefusedFileError as error:
            self.refused.emit(round_id, error.reason)
            return
        self._kept[round_id] = _Kept(stored.agenda, stored.digest)
        self.opened.emit(round_id, stored.agenda, stored.was_broken)

    def _on_written(self, round_id: str, ended: "Future[str]") -> None:
        self._saving.discard(round_id)
        kept = self._kept[round_id]
        kept.failure = ""
        try:
            kept.digest = ended.result()
        except AgendaChangedError:
            kept.is_saved, kept.is_changed_elsewhere = False, True
        except SaveFailedError as error:
            kept.is_saved, kept.is_failing, kept.failure = False, True, error.reason
            self._timer.start(_AGAIN_AFTER_MS)
        self._save_next()
        self.tried.emit()

    def _save_next(self) -> None:
        """Save the next one; one that just failed stops no other."""
        for round_id, kept in self._kept.items():
            if not (kept.is_saved or kept.is_changed_elsewhere or kept.is_failing or self._saving):
                self._write(round_id, kept)
