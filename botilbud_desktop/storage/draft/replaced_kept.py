"""Keeps what is at a path before another draft takes its place: somebody may miss it."""

import shutil
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.draft.changed_by import writer_of
from botilbud_desktop.storage.draft.draft_file import application_in
from botilbud_desktop.storage.draft.file_handle import StorageContext
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.file_names import place_of
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import is_file, status
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.history.versions import Reason

_MOST_NAMES = 100


def keep_replaced(path: Path, storage: StorageContext) -> None:
    """Keep what is at `path`: a draft as an earlier version of it, a damaged file as a copy beside it.

    A draft is kept as far as possible: the user has agreed to replace it.

    Raises:
        SaveFailedError: a damaged file could not be copied. It is untouched.
    """
    try:
        if not is_file(path) or status(path).st_size == 0:
            return
        content = read_bytes(path)
        draft_id = application_in(content, path.name, storage.library).id
    except RefusedFileError:
        _copy_beside(path)
    except OSError:
        return  # the save itself finds out and reports it
    else:
        with suppress(SaveFailedError):
            writer = writer_of(path, storage.person)
            storage.history(draft_id).keep(content, storage.clock(), writer, Reason.OPENED, place_of(path))


def _copy_beside(path: Path) -> None:
    try:
        for number in range(1, _MOST_NAMES):
            kept = path.with_name(f"{path.stem} (beskadiget{'' if number == 1 else f' {number}'}){path.suffix}")
            try:
                with path.open("rb") as damaged, kept.open("xb") as copy:
                    shutil.copyfileobj(damaged, copy)
            except FileExistsError:
                continue
            return
    except OSError as error:
        raise SaveFailedError(
            path.name, f"den beskadigede fil kan ikke gemmes ved siden af, for {saving_problem(error)}"
        ) from error
    raise SaveFailedError(path.name, "der er allerede mange beskadigede filer ved siden af")
