"""Folders that the user chose: they may lie on a drive that is gone, or on one that no longer answers."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.os_errors import saving_problem

PATIENCE = 2.0
"""Seconds that a drive has for its answer."""


class Kept(NamedTuple):
    """Where something was kept."""

    path: Path
    is_elsewhere: bool = False
    """Whether it does not lie in the folder that the user chose, because nothing could be written there."""


def is_there(folder: str, seconds: float = PATIENCE) -> bool:
    """Whether the folder with this whole path exists; one that does not answer in `seconds` is not there."""

    def look() -> bool:
        try:
            path = Path(folder)
            return path.is_absolute() and path.is_dir()
        except (OSError, ValueError):  # a name that no drive can have
            return False

    return _answer_of(look, seconds)


def make_folder(folder: str, seconds: float = PATIENCE) -> bool:
    """Make the folder with this whole path, and those above it, unless it is there. Whether it is there now."""

    def make() -> bool:
        try:
            path = Path(folder)
            if path.is_absolute():
                path.mkdir(parents=True, exist_ok=True)
            return path.is_absolute()
        except (OSError, ValueError):
            return False

    return _answer_of(make, seconds)


def keep_in(chosen: str, own: Path, name: str, data: bytes) -> Kept:
    """Write `data` as the file `name` in the folder `chosen`; in `own` if none is chosen or it cannot be written.

    A chosen folder that is gone is not made again: what was made below a drive that is away would be hidden by it.

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
        own.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveFailedError(name, f"mappen »{own.name}« kan ikke laves, fordi {saving_problem(error)}") from error
    write_atomically(own / name, data)
    return Kept(own / name, is_elsewhere=bool(chosen))


def _answer_of(ask: Callable[[], bool], seconds: float) -> bool:
    """What `ask` answers; no after `seconds`. A drive that hangs is left alone with its thread, which ends with it."""
    answers: list[bool] = []
    thread = Thread(target=lambda: answers.append(ask()), daemon=True)
    thread.start()
    thread.join(seconds)
    return bool(answers) and answers[0]
