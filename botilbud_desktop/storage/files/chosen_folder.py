"""Folders that the user chose, which may be on a drive that is missing or no longer responds."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import is_folder
from botilbud_desktop.storage.files.private_folder import make_private_folder

PATIENCE = 2.0
"""Seconds that a drive has to respond."""


class Kept(NamedTuple):
    """Where a file was written."""

    path: Path
    is_fallback: bool = False
    """Whether it is not in the folder that the user chose, because nothing could be written there."""


def is_there(folder: str, seconds: float = PATIENCE) -> bool:
    """Whether the folder with this absolute path exists; False when its drive does not respond within `seconds`."""

    def check() -> bool:
        path = Path(folder)
        return path.is_absolute() and is_folder(path)

    return _answer_of(check, seconds)


def make_folder(folder: str, seconds: float = PATIENCE) -> bool:
    """Create the folder with this absolute path and its parents, if missing. Returns whether it exists now."""

    def create() -> bool:
        try:
            path = Path(folder)
            if path.is_absolute():
                path.mkdir(parents=True, exist_ok=True)
            return path.is_absolute()
        except (OSError, ValueError):
            return False

    return _answer_of(create, seconds)


def keep_in(chosen: str, own: Path, name: str, data: bytes) -> Kept:
    """Write `data` as the file `name` in the folder `chosen`; in `own` if none is chosen or it cannot be written.

    A chosen folder that is missing is not created: if its drive is disconnected, the drive would hide it on return.

    Raises:
        SaveFailedError: it could be written in neither.
    """
    if chosen and is_there(chosen):
        try:
            write_atomically(Path(chosen) / name, data)
        except SaveFailedError as error:
            if error.replaced:
                raise
        else:
            return Kept(Path(chosen) / name)
    try:
        make_private_folder(own)
    except OSError as error:
        raise SaveFailedError(name, f"mappen »{own.name}« kan ikke oprettes, for {saving_problem(error)}") from error
    write_atomically(own / name, data, is_private=True)
    return Kept(own / name, is_fallback=bool(chosen))


def _answer_of(ask: Callable[[], bool], seconds: float) -> bool:
    """Returns the result of `ask`, or False after `seconds`. The thread of a drive that hangs is abandoned."""
    answers: list[bool] = []
    thread = Thread(target=lambda: answers.append(ask()), daemon=True)
    thread.start()
    thread.join(seconds)
    return bool(answers) and answers[0]
