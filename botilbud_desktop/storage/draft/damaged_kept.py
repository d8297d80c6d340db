"""Keeps a damaged file under a name of its own before another draft takes its place."""

import shutil
from pathlib import Path

from botilbud_desktop.storage.draft.draft_file import read_draft
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import is_file, status
from botilbud_desktop.storage.rounds.form_library import FormLibrary

_MOST_NAMES = 100


def keep_damaged(path: Path, library: FormLibrary) -> Path | None:
    """Copy the file at `path` beside itself when it is there, is not empty, and cannot be opened as a draft.

    Returns where it is kept; None when there is nothing to keep.

    Raises:
        SaveFailedError: it could not be copied. It is untouched.
    """
    try:
        if not is_file(path) or status(path).st_size == 0:
            return None
        read_draft(path, library)
    except RefusedFileError:
        return _copy_beside(path)
    except OSError:
        return None  # the save itself finds out and reports it
    return None


def _copy_beside(path: Path) -> Path:
    try:
        for number in range(1, _MOST_NAMES):
            kept = path.with_name(f"{path.stem} (beskadiget{'' if number == 1 else f' {number}'}){path.suffix}")
            try:
                with path.open("rb") as damaged, kept.open("xb") as copy:
                    shutil.copyfileobj(damaged, copy)
            except FileExistsError:
                continue
            return kept
    except OSError as error:
        raise SaveFailedError(
            path.name, f"den beskadigede fil kan ikke gemmes ved siden af, fordi {saving_problem(error)}"
        ) from error
    raise SaveFailedError(path.name, "der er allerede mange beskadigede filer ved siden af")
