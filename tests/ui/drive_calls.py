"""Records which calls to the file system are made in the window's own thread, and can make all of them slow."""

import io
import os
import sqlite3
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any
from unittest.mock import patch

_OF_OS = (
    *("access", "chmod", "chown", "link", "listdir", "lstat", "mkdir", "open", "readlink", "remove", "rename"),
    *("replace", "rmdir", "scandir", "stat", "symlink", "truncate", "unlink", "utime"),
)
_MAY_WAIT = "window_geometry.py"
"""Where a window was is read before it is shown, and a small file of the program's own."""
_OWN = f"{os.sep}botilbud_desktop{os.sep}"


class DriveCalls:
    """The calls for paths below some folders."""

    def __init__(self, *folders: Path, delay: float = 0.0) -> None:
        """Each call outside the window's thread takes `delay` seconds longer; in it, it would stop the window."""
        self._folders = tuple(str(folder) for folder in folders)
        self.delay = delay
        self.elsewhere: list[str] = []
        """The calls in other threads."""
        self.in_the_window: list[str] = []
        """The calls in the window's thread, each with the program's function that made it."""

    def note(self, name: str, path: object) -> None:
        """Records a call."""
        if not isinstance(path, str | os.PathLike) or not os.fspath(path).startswith(self._folders):
            return
        if current_thread() is main_thread():
            own = [frame for frame in traceback.extract_stack() if _OWN in frame.filename]
            if any(frame.filename.endswith(_MAY_WAIT) for frame in own):
                return
            if own:  # else the test itself looks
                where = " < ".join(f"{Path(frame.filename).stem}.{frame.name}" for frame in reversed(own[-9:]))
                self.in_the_window.append(f"{name} {where}")
            else:
                return
        else:
            self.elsewhere.append(name)
        time.sleep(self.delay)


@contextmanager
def watched_drive(*folders: Path, delay: float = 0.0) -> Iterator[DriveCalls]:
    """Watches all calls for paths below `folders` within the block."""
    calls = DriveCalls(*folders, delay=delay)
    with ExitStack() as stack:
        for name in _OF_OS:
            stack.enter_context(patch.object(os, name, _noted(calls, name, getattr(os, name))))
        stack.enter_context(patch.object(io, "open", _noted(calls, "open", io.open)))
        stack.enter_context(patch.object(sqlite3, "connect", _noted(calls, "connect", sqlite3.connect)))
        yield calls


def _noted(calls: DriveCalls, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    def call(*arguments: Any, **options: Any) -> Any:
        for argument in arguments[:1]:
            calls.note(name, argument)
        return real(*arguments, **options)

    return call
