"""Checks the disk after a kill: everything can be read, and there is no unknown file."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.draft.draft_file import digest_of, draft_bytes, parse_draft, read_draft
from botilbud_desktop.storage.draft.draft_lock import is_lock_file, lock_draft
from botilbud_desktop.storage.draft.half_typed import half_typed_of
from botilbud_desktop.storage.errors import LockedError, RefusedFileError
from botilbud_desktop.storage.files.atomic_write import is_temporary
from botilbud_desktop.storage.files.temporary_files import MINIMUM_AGE
from botilbud_desktop.storage.history.versions import History
from botilbud_desktop.storage.paths import UserFolders, forms_folder
from botilbud_desktop.storage.recovery.journal import SET_ASIDE_FOLDER, orphaned_journals
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import person_here
from tests.faults.ledger import Ledger
from tests.faults.own_files import is_own
from tests.faults.reports import Content


class Journalled(NamedTuple):
    """A journal whose owner has ended."""

    content: Content
    path: Path | None
    page: str
    field: str


class LeftBehind(NamedTuple):
    """What a kill has left."""

    file: Content | None
    """Content of the draft's file; None when there is none."""
    journals: tuple[Journalled, ...]
    """What the next start would find, newest first."""
    versions: int
    temporary: tuple[Path, ...]
    """Temporary files: the kill interrupted a write, of the draft file if they are beside it."""
    wrong: tuple[str, ...]
    """Broken promises."""


@cache
def library() -> FormLibrary:
    """The forms that the program ships."""
    return FormLibrary(forms_folder())


def look_at(folders: UserFolders, file: Path | None, ledger: Ledger) -> LeftBehind:
    """Reads everything as the next start would, and changes nothing."""
    wrong: list[str] = []
    held = None if file is None else _held(folders, file, ledger, wrong)
    journals = _journals(folders, wrong)
    versions = _versions(folders, ledger, wrong)
    paths = list(_all_files(folders, file))
    temporary = tuple(path for path in paths if is_temporary(path.name))
    unknown = [path for path in paths if path not in temporary and not _is_known(path, file)]
    wrong += [f"an unknown file {path.name} ({path.stat().st_size} bytes) in {path.parent.name}" for path in unknown]
    return LeftBehind(held, journals, versions, temporary, tuple(wrong))


def check_unlocked(file: Path) -> list[str]:
    """Takes the draft's lock, as the next start does, and releases it, which removes the lock file."""
    try:
        lock = lock_draft(file, person_here(), datetime.now(UTC))
    except LockedError as error:
        return [f"the draft is locked: {error}"]
    lock.release()
    return []


def age_temporary_files(folders: UserFolders, file: Path | None) -> list[Path]:
    """Makes the temporary files look old enough for the next start to remove them. Returns them."""
    old = time.time() - MINIMUM_AGE - 60
    paths = [path for path in _all_files(folders, file) if is_temporary(path.name)]
    for path in paths:
        os.utime(path, (old, old))
    return paths


def _held(folders: UserFolders, file: Path, ledger: Ledger, wrong: list[str]) -> Content | None:
    try:
        draft = read_draft(file, library())
    except RefusedFileError as error:
        wrong.append(f"the file does not open: {error}")
        return None
    content = digest_of(draft_bytes(draft.application))
    if not ledger.was_typed(content):
        wrong.append(f"{file.name} holds what was never typed: {content[:12]}, expected {ledger.expected()}")
    return Content(content, half_typed_of(folders.state, draft.application.id, draft.digest))


def _journals(folders: UserFolders, wrong: list[str]) -> tuple[Journalled, ...]:
    found = orphaned_journals(folders.recovery, library())
    for journal in found:
        journal.release()
    if (folders.recovery / SET_ASIDE_FOLDER).exists():
        names = sorted(path.name for path in (folders.recovery / SET_ASIDE_FOLDER).iterdir())
        wrong.append(f"a journal was damaged: {names}")
    return tuple(
        Journalled(
            Content(digest_of(draft_bytes(journal.entry.application)), dict(journal.entry.half_typed)),
            journal.entry.path,
            journal.entry.position.page,
            journal.entry.position.field,
        )
        for journal in found
    )


def _versions(folders: UserFolders, ledger: Ledger, wrong: list[str]) -> int:
    """Reads all earlier versions and returns their number."""
    count = 0
    for path in folders.versions.glob("*.sqlite"):
        history = History(folders.versions, path.stem)
        try:
            versions = history.versions()
            digests = [_digest_in(history.content(version.number), path.name) for version in versions]
        except RefusedFileError as error:
            wrong.append(f"an earlier version in {path.name} cannot be read: {error}")
            continue
        count += len(versions)
        wrong += [
            f"version {version.number} in {path.name} ({version.reason}) holds what was never typed: "
            f"{digest[:12]}, expected {ledger.expected()}"
            for version, digest in zip(versions, digests, strict=True)
            if not ledger.was_typed(digest)
        ]
    return count


def _digest_in(data: bytes, file: str) -> str:
    """Returns the digest of what a file holds without its lineage, which nobody typed."""
    return digest_of(draft_bytes(parse_draft(data, file, library()).application))


def _all_files(folders: UserFolders, file: Path | None) -> Iterator[Path]:
    places = {folders.state, folders.config, folders.data} | ({file.parent} if file is not None else set())
    for place in places:
        yield from (path for path in place.rglob("*") if path.is_file())


def _is_known(path: Path, file: Path | None) -> bool:
    if file is not None and path.parent == file.parent:
        return path == file or is_lock_file(path.name)
    return is_own(path.name)
