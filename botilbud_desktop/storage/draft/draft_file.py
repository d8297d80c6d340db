"""The draft file `NAME.botilbud`: read strictly, saved safely, and with the same bytes for the same content."""

import hashlib
import stat
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.application import FORMAT, FORMAT_VERSION, Application
from botilbud_desktop.domain.lineage import Lineage
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.round import Round
from botilbud_desktop.storage.draft.draft_lock import DraftLock, lock_briefly
from botilbud_desktop.storage.draft.keys_of_versions import refuse_later_keys
from botilbud_desktop.storage.draft.migrations import migrated
from botilbud_desktop.storage.draft.round_of_draft import MissingRoundError, round_of
from botilbud_desktop.storage.draft.save_session import SaveSession
from botilbud_desktop.storage.draft.serialised import SerialisedDraft, serialise
from botilbud_desktop.storage.draft.size_limits import check_sizes
from botilbud_desktop.storage.draft.stored_lineage import FIRST_VERSION, proven_lineage, without_lineage
from botilbud_desktop.storage.errors import (
    ChangedOnDiskError,
    DamagedDraftError,
    LockedError,
    MalformedFileError,
    RefusedFileError,
    SaveFailedError,
)
from botilbud_desktop.storage.files.atomic_write import do_nothing, retry_while_in_use, write_atomically
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import is_missing, is_not_there, real_path, status
from botilbud_desktop.storage.files.read_bytes import LARGEST_FILE, read_bytes
from botilbud_desktop.storage.json.header import version_of
from botilbud_desktop.storage.json.normalization import normalised
from botilbud_desktop.storage.json.strict_json import check_values, parse_json_object
from botilbud_desktop.storage.json.typed_values import convert
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.person import Person, person_here

EXTENSION = ".botilbud"


class OpenedDraft(NamedTuple):
    """A draft as it was read."""

    application: Application
    round: Round
    content: bytes
    """The file's bytes, which the next save expects to find on disk."""
    lineage: Lineage | None = None
    """What the content grew out of; None when that is not proven."""

    @property
    def digest(self) -> str:
        """The SHA-256 of the file's bytes in hexadecimal."""
        return digest_of(self.content)


def read_draft(path: Path, library: FormLibrary) -> OpenedDraft:
    """Read the draft at `path`. The file is not changed.

    Content beyond the limits of the form is opened and reported. A text of more than 200.000 characters or a list of
    more than 1.000 items is refused.

    Raises:
        MissingRoundError: the draft is whole, but its round is not there, or lacks what the draft uses.
        RefusedFileError: in one Danish sentence with the file's name, the position in it and what is wrong.
    """
    return parse_draft(read_bytes(path), path.name, library)


def parse_draft(data: bytes, file: str, library: FormLibrary, *, is_bounded: bool = True) -> OpenedDraft:
    """Read a draft from the bytes of a file named `file`.

    Args:
        data: the bytes.
        file: the name, for the message.
        library: the forms.
        is_bounded: refuse too long texts and lists; False for recovery, which restores whatever the user typed.

    Raises:
        RefusedFileError: as for `read_draft`.
    """
    try:
        return _parsed(data, file, library, is_bounded=is_bounded)
    except MalformedFileError as error:
        raise DamagedDraftError(error.file, error.place, error.reason) from error


def _parsed(data: bytes, file: str, library: FormLibrary, *, is_bounded: bool) -> OpenedDraft:
    values = parse_json_object(data, file)
    if is_bounded:
        check_sizes(without_lineage(values), file)  # the model limits the lineage
    version = version_of(values, file, format_name=FORMAT, newest=FORMAT_VERSION, kind="en kladde fra Botilbud Desktop")
    refuse_later_keys(values, version, file)
    lineage = None
    if version >= FIRST_VERSION:
        lineage, values = proven_lineage(values, file), without_lineage(values)
    application = _with_own_ids(convert(normalised(migrated(values, version)), Application, file))
    round_ = round_of(application, lineage, file, library)
    return OpenedDraft(_with_all_years(application, round_), round_, data, lineage)


def application_in(data: bytes, file: str, library: FormLibrary) -> Application:
    """Returns the draft in the bytes of a file named `file`, whether or not its round is there.

    Raises:
        RefusedFileError: it is no whole draft.
    """
    return _read_again(data, file, library)[0]


def draft_bytes(application: Application) -> bytes:
    """Returns the application as the bytes of a file without a lineage: the same bytes for the same content.

    Texts are normalised.

    Raises:
        ValueError: a text contains a lone surrogate (half a character); `save_draft` reports this in Danish.
    """
    data = serialise(application).data
    if not data:
        raise ValueError("a text holds half a character, which no file can")
    return data


def digest_of(data: bytes) -> str:
    """Returns the SHA-256 of a file's bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def save_draft(
    path: Path,
    application: Application,
    library: FormLibrary,
    base_digest: str | None,
    *,
    overwrite: bool = False,
    session: SaveSession | None = None,
    lock: DraftLock | None = None,
    person: Person | None = None,
    monotonic: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    before_replace: Callable[[], None] = do_nothing,
) -> str:
    """Save the application and return the digest of the saved file; see `save_serialised` for details.

    `session` gives the content its lineage; without it the file has none.
    """
    return save_serialised(
        path,
        serialise(application, None if session is None else session.lineage),
        library,
        base_digest,
        overwrite=overwrite,
        lock=lock,
        person=person,
        monotonic=monotonic,
        sleep=sleep,
        before_replace=before_replace,
    )


def save_serialised(
    path: Path,
    serialised: SerialisedDraft,
    library: FormLibrary,
    base_digest: str | None,
    *,
    overwrite: bool = False,
    lock: DraftLock | None = None,
    person: Person | None = None,
    monotonic: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    before_replace: Callable[[], None] = do_nothing,
) -> str:
    """Save a draft and return the digest of the saved file. On return it is on disk.

    The bytes to be written are parsed first, so that no file is created that cannot be opened. The draft is locked, if
    necessary only during the save, so that nobody else saves between the last check of the file on disk and its
    replacement.

    Args:
        path: the file; symbolic links are followed.
        serialised: what to save.
        library: the forms, needed for parsing.
        base_digest: the digest of the file that the draft was read from or last saved as; None for a new file.
        overwrite: the user has agreed to replace any existing file.
        lock: the lock under which the draft is open. Without one for this file, a lock is taken for the save, waiting
            up to two seconds for another process.
        person: who is shown to others as the holder during the save; by default the user of this account.
        monotonic: the clock for retries, in seconds.
        sleep: waits the given number of seconds.
        before_replace: called just before the old file is replaced; its exceptions are passed on.

    Raises:
        ChangedOnDiskError: the file on disk is not the expected one; it was not touched.
        LockedError: somebody else has the draft open, or has taken it over from `lock`; it was not touched.
        SaveFailedError: it could not be written; the old file is intact. With `replaced`, the new content is in place.
    """
    _check_readable(serialised, path.name, library)
    target = _real_path(path)

    def check_unchanged() -> None:
        if not overwrite:
            _check_unchanged(target, path.name, base_digest, monotonic, sleep)

    def save_under(held: DraftLock) -> None:
        def check_all() -> None:
            if not held.is_ours():
                raise LockedError(held.taken_over_by(), is_gone=False)
            check_unchanged()
            before_replace()

        write_atomically(path, serialised.data, before_replace=check_all, monotonic=monotonic, sleep=sleep)

    check_unchanged()
    if lock is not None and lock.is_real and lock.draft == target:
        save_under(lock)
    else:
        someone = person or person_here()
        with lock_briefly(target, someone, datetime.now(UTC), monotonic=monotonic, sleep=sleep) as brief:
            save_under(brief)
    return serialised.digest


def _with_own_ids(application: Application) -> Application:
    if not application.comments:
        return application
    from botilbud_desktop.domain.notes.comment_list import with_own_ids

    comments = with_own_ids(application.comments)
    return application if comments is application.comments else replace(application, comments=comments)


def _with_all_years(application: Application, round_: Round) -> Application:
    """Returns the application with all years in each loan; missing ones count as not filled in."""
    if all(tuple(project.loan) == round_.year_keys for project in application.projects):
        return application
    projects = (
        replace(project, loan={year: project.loan.get(year) for year in round_.year_keys})
        for project in application.projects
    )
    return replace(application, projects=tuple(projects))


def _check_readable(serialised: SerialisedDraft, file: str, library: FormLibrary) -> None:
    """Parse the bytes to be written, and compare the result with the application.

    Raises:
        SaveFailedError: they cannot be read again, or would be read as something else.
    """
    try:
        check_values(serialised.values, file)
        if len(serialised.data) > LARGEST_FILE:
            raise SaveFailedError(file, f"den ville fylde mere end {LARGEST_FILE // 1_000_000} MB")
        again, lineage = _read_again(serialised.data, file, library)
    except RefusedFileError as error:
        where = f" ({error.place})" if error.place else ""
        raise SaveFailedError(file, f"den ville ikke kunne åbnes igen, for {error.reason}{where}") from error
    # typed content is equal at once; content made by a script may differ in text normalisation and missing years
    is_same = again == serialised.application or serialise(again, lambda _digest: lineage).values == serialised.values
    if not is_same or lineage != serialised.lineage:
        raise SaveFailedError(file, "den ville ikke kunne læses ens igen")


def _read_again(data: bytes, file: str, library: FormLibrary) -> tuple[Application, Lineage | None]:
    """Returns what the bytes hold, though the round may have been changed or removed since."""
    try:
        again = parse_draft(data, file, library)
    except MissingRoundError as error:
        return error.application, error.lineage
    return again.application, again.lineage


def _real_path(path: Path) -> Path:
    """Returns the file that is to be replaced, links followed.

    Raises:
        SaveFailedError: the drive cannot tell.
    """
    try:
        return real_path(path)
    except OSError as error:
        raise SaveFailedError(path.name, saving_problem(error)) from error


def _check_unchanged(
    target: Path,
    name: str,
    base_digest: str | None,
    monotonic: Callable[[], float],
    sleep: Callable[[float], None],
) -> None:
    try:
        if not stat.S_ISREG(status(target).st_mode):
            raise ChangedOnDiskError(name, unexpected=True)
        with retry_while_in_use(lambda: target.open("rb"), monotonic, sleep) as file:
            on_disk = file.read(LARGEST_FILE + 1)
    except OSError as error:
        if not is_not_there(error):
            raise SaveFailedError(name, saving_problem(error)) from error
        if base_digest is not None and not is_missing(target.parent):
            raise ChangedOnDiskError(name, missing=True) from None
        return
    if base_digest is None:
        raise ChangedOnDiskError(name, unexpected=True)
    if digest_of(on_disk) != base_digest:
        raise ChangedOnDiskError(name)
