"""Which files of the user's drafts cannot be opened, and what is known of the drafts that were in them."""

from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import NamedTuple

from botilbud_desktop.domain.application import Application
from botilbud_desktop.storage.draft.draft_file import parse_draft, read_draft
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.history.lost_drafts import KeptFile, kept_files, kept_of
from botilbud_desktop.storage.history.versions import History
from botilbud_desktop.storage.rounds.form_library import FormLibrary

PATIENCE = 2.0
"""Seconds that all drives together have to respond."""
NO_ANSWER = "drevet svarer ikke"
_MOST_LISTED = 200
_MOST_TRIED = 5


class LostDraft(NamedTuple):
    """A draft whose file cannot be opened, and of which versions are kept."""

    kept: KeptFile
    newest: Application
    """The newest version that can be read."""
    reason: str
    """Why the file cannot be opened: a Danish clause."""


def versions_of_lost(path: Path, reason: str, versions_folder: Path, library: FormLibrary) -> list[LostDraft]:
    """Returns the drafts that were in the file at `path`, which cannot be opened for `reason`.

    See `kept_of` for those that are not proven to have been in it.
    """
    found = kept_of(versions_folder, path)
    if not found:
        try:
            found = kept_of(versions_folder, path, read_bytes(path))
        except RefusedFileError:
            return []
    return _with_newest(((kept, reason) for kept in found), versions_folder, library)


def lost_drafts(versions_folder: Path, library: FormLibrary) -> list[LostDraft]:
    """Returns the drafts whose files cannot be opened now, the one that was kept last first.

    The drives are asked all at once; one that does not respond in time counts as gone, and its thread is abandoned.
    """
    kept = kept_files(versions_folder)[:_MOST_LISTED]
    reasons: dict[str, str] = {}

    def ask(place: str) -> None:
        try:
            read_draft(Path(place), library)
        except RefusedFileError as error:
            reasons[place] = error.reason
        else:
            reasons[place] = ""

    threads = [Thread(target=ask, args=(each.place,), daemon=True) for each in kept]
    for thread in threads:
        thread.start()
    deadline = monotonic() + PATIENCE
    for thread in threads:
        thread.join(max(deadline - monotonic(), 0.0))
    lost = [(each, reasons.get(each.place, NO_ANSWER)) for each in kept]
    return _with_newest(((each, reason) for each, reason in lost if reason), versions_folder, library)


def _with_newest(lost: Iterable[tuple[KeptFile, str]], versions_folder: Path, library: FormLibrary) -> list[LostDraft]:
    """Returns what can be shown; a draft of which no version can be read is left out."""
    found = []
    for kept, reason in lost:
        newest = _newest(kept, versions_folder, library)
        if newest is not None:
            found.append(LostDraft(kept, newest, reason))
    return found


def _newest(kept: KeptFile, versions_folder: Path, library: FormLibrary) -> Application | None:
    history = History(versions_folder, kept.draft_id)
    for version in kept.versions[:_MOST_TRIED]:
        try:
            application = parse_draft(history.content(version.number), "", library).application
        except RefusedFileError:
            continue
        if application.id.lower() == kept.draft_id.lower():
            return application
    return None
