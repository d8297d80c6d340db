"""Finds out what the start page tells of a draft: from its file in a job, or from what was open."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.approval import Status, is_altered, status
from botilbud_desktop.domain.form_bounds import FormBounds
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.web_form.transfer import transfer_items, transfer_stage
from botilbud_desktop.rules.assessment import Assessor
from botilbud_desktop.rules.open_points import OpenPoints, open_points
from botilbud_desktop.storage.draft.changed_by import changed_by
from botilbud_desktop.storage.draft.draft_file import digest_of, parse_draft
from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.draft.half_typed import half_typed_of
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.path_calls import is_missing
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.user.known_drafts import KnownDraft, keep_known, known_drafts
from botilbud_desktop.storage.user.recent import is_recent, recent_drafts
from botilbud_desktop.storage.user.transfer_progress import read_progress


class Look(NamedTuple):
    """What came of looking at a draft's file."""

    known: KnownDraft | None
    """What it holds now; None when it could not be read."""
    is_gone: bool = False
    """Whether it is proven that no file is there."""
    reason: str = ""
    """Why it could not be read, as a Danish clause."""


class Closed(NamedTuple):
    """A draft as it was when it was closed here, with all that was in its file."""

    path: Path
    application: Application
    round: Round
    digest: str
    written_at: datetime | None
    """When this user wrote that; None when it was only read."""
    points: OpenPoints | None = None
    """How much is open in it; None when that is not known."""


def look_at(path: Path, before: KnownDraft | None, storage: StorageContext, judging: Lock) -> Look:
    """Read the draft at `path` and judge it; `before` is what was known of it. For a job's thread; never raises.

    Drafts are judged one at a time under `judging`, so that the window keeps its share of the computer.
    """
    try:
        data = read_bytes(path)
        with judging:
            known = _known_in(data, path.name, storage)
    except RefusedFileError as error:
        return Look(None, is_missing(path), error.reason)
    if before is not None and before.digest == known.digest and before.changed_at is not None:
        return Look(replace(known, changed_at=before.changed_at, changed_by=before.changed_by))
    change = changed_by(path)
    return Look(replace(known, changed_at=change.at, changed_by=change.name))


def known_of(
    application: Application, round_: Round, digest: str, storage: StorageContext, points: OpenPoints | None = None
) -> KnownDraft:
    """Judge the content of a draft's file with this digest, unless it is known how much is open in it."""
    now, state = storage.clock(), storage.folders.state
    seen = _seen(application, digest, now)
    if FormBounds().excesses(application):
        return seen
    if points is None:
        half_typed = {} if seen.status is Status.APPROVED else half_typed_of(state, application.id, digest)
        points = open_points(Assessor(round_).assess(application, now.date(), half_typed))
    progress = read_progress(state, application.id)
    items = transfer_items(application, round_, progress.fields)
    return replace(
        seen,
        transfer=transfer_stage(application, items, progress.fields, progress.closing, progress.at_approval),
        problems=points.problems,
        criteria=points.criteria,
        warnings=points.warnings,
    )


def _known_in(data: bytes, name: str, storage: StorageContext) -> KnownDraft:
    """Returns what the content of a file tells; of a draft whose round is not here, what it says of itself."""
    try:
        draft = parse_draft(data, name, storage.library)
    except MissingRoundError as error:
        seen = _seen(error.application, digest_of(data), storage.clock())
        return replace(seen, fits_round=error.round is None)
    return known_of(draft.application, draft.round, digest_of(data), storage)


def _seen(application: Application, digest: str, now: datetime) -> KnownDraft:
    """Returns what is known without its round."""
    return KnownDraft(
        digest=digest,
        seen_at=now,
        round=application.round,
        municipality_code=application.applicant.municipality_code,
        status=status(application),
        is_altered=is_altered(application),
    )


def _points_in(known: KnownDraft | None, digest: str) -> OpenPoints | None:
    if known is None or known.digest != digest or known.problems is None:
        return None
    return OpenPoints(known.problems, known.criteria, known.warnings)


def keep_closed(closed: Closed, storage: StorageContext) -> None:
    """Keep what is known of a draft that was just closed, if it is among the recent ones. For a job's thread.

    A failure costs nothing else.
    """
    state, path = storage.folders.state, closed.path
    if not is_recent(state, path):
        return
    before = known_drafts(state, [path]).get(path)
    points = _points_in(before, closed.digest) if closed.points is None else closed.points
    known = known_of(closed.application, closed.round, closed.digest, storage, points)
    if closed.written_at is not None:
        known = replace(known, changed_at=closed.written_at, changed_by="")
    elif before is not None and before.digest == known.digest:
        known = replace(known, changed_at=before.changed_at, changed_by=before.changed_by)
    keep_quietly(state, {path: known})


def keep_quietly(state_folder: Path, known: Mapping[Path, KnownDraft]) -> None:
    """Keep what is known of drafts; a failure is ignored."""
    with suppress(SaveFailedError):
        keep_known(state_folder, known, recent_drafts(state_folder))
