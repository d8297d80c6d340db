"""The recent drafts and what is known of them, kept in the user's state folder. It loads no rules by itself."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs

if TYPE_CHECKING:
    from concurrent.futures import Future

    from botilbud_desktop.rules.open_points import OpenPoints
    from botilbud_desktop.storage.user.known_drafts import KnownDraft
    from botilbud_desktop.ui.draft.controller import DraftController
    from botilbud_desktop.ui.draft.known import Look

_PATIENCE = 0.2
"""Seconds to wait for the list."""
_CLOSING = 0.15
"""Seconds of them to wait for what is being kept of the draft that was just closed."""


class RecentDraft(NamedTuple):
    """A recent draft, and what was known of it when it was last seen; None when nothing is."""

    path: Path
    known: "KnownDraft | None"


class RecentDrafts:
    """Reads the list, gives the jobs that look at its drafts, and keeps what is found out."""

    def __init__(self, storage: StorageContext, drive: DriveJobs) -> None:
        self._storage = storage
        self._drive = drive
        self._judging = Lock()
        self._closing: Future[None] | None = None
        """Is done when what is known of the draft closed last is kept."""

    def listed(self) -> list[RecentDraft] | None:
        """Returns the recent drafts, the newest first; None when the drive does not answer at once."""
        return self._drive.answer(partial(_listed, self._storage.folders.state, self._closing), None, _PATIENCE)

    def looking_at(self, recent: RecentDraft) -> "Callable[[], Look]":
        """Returns the job that looks at a draft."""
        return partial(_look_at, recent, self._storage, self._judging)

    def keep(self, known: "Mapping[Path, KnownDraft]") -> None:
        """Keep what was found out about drafts; nobody waits for it."""
        self._drive.note(partial(_keep, self._storage.folders.state, dict(known)))

    def note_closed(self, controller: "DraftController") -> None:
        """Keep what is known of the open draft, which is about to be closed, unless its file holds something else."""
        location, saved_at = controller.location, controller.state.saved_at
        if location.path is None or location.digest is None or controller.editor.is_modified:
            return
        is_written = saved_at is not None and location.digest != controller.state.opened_digest
        from concurrent.futures import Future

        from botilbud_desktop.ui.draft.known import Closed, keep_closed
        from botilbud_desktop.ui.platform.job import run_into

        written_at = saved_at if is_written else None
        points = _points_of(controller)
        closed = Closed(location.path, controller.application, controller.round, location.digest, written_at, points)
        self._closing = Future()
        self._drive.note(partial(run_into, self._closing, partial(keep_closed, closed, self._storage)))


def _points_of(controller: "DraftController") -> "OpenPoints | None":
    """Returns how much is open in a draft as its window knows it; None when that is not all that there is."""
    if controller.excesses or not controller.view.compares_texts or controller.view.half_typed:
        return None
    from botilbud_desktop.rules.open_points import open_points

    return open_points(controller.view.assessment)


def _listed(state_folder: Path, closing: "Future[None] | None") -> list[RecentDraft] | None:
    if closing is not None:
        with suppress(TimeoutError):
            closing.result(_CLOSING)
    from botilbud_desktop.storage.user.recent import recent_drafts

    paths = recent_drafts(state_folder)
    if not paths:
        return []
    from botilbud_desktop.storage.user.known_drafts import known_drafts

    known = known_drafts(state_folder, paths)
    return [RecentDraft(path, known.get(path)) for path in paths]


def _look_at(recent: RecentDraft, storage: StorageContext, judging: Lock) -> "Look":
    from botilbud_desktop.ui.draft.known import look_at

    return look_at(recent.path, recent.known, storage, judging)


def _keep(state_folder: Path, known: "dict[Path, KnownDraft]") -> None:
    from botilbud_desktop.ui.draft.known import keep_quietly

    keep_quietly(state_folder, known)
