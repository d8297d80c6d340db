"""Watches what a process opens, queries, starts and connects to, and records what is not allowed.

The hook cannot be removed, so use this in a separate process. Python does not report `os.stat` and the like to hooks,
so they are patched: on Windows, querying a path on a server is enough to reveal the user to it.
"""

import os
import sys
import sysconfig
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.faults.apart import ROOT

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
    "os.startfile",
    "webbrowser.",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "imaplib.",
    "poplib.",
    "winreg.",
    "pty.",
    "ctypes.dlopen",
    "sqlite3.enable_load_extension",
    "sqlite3.load_extension",
)
_WITH_PATHS = ("open", "os.", "shutil.", "glob.", "pathlib.", "sqlite3.connect", "tempfile.")
_PATH_QUERIES = ("stat", "lstat", "access", "readlink")
_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "C:\\Windows\\Fonts")
_TRANSLATIONS = str(Path(sys.base_prefix) / "share" / "locale")
"""Where `argparse` looks for translations of its messages; the program shows none of them."""
_OF_THE_SYSTEM = ("/proc/self/", "/dev/urandom", "/dev/null", "/etc/localtime", "/usr/share/zoneinfo")


class Watch:
    """What happened within the blocks of `watching` and is not allowed."""

    def __init__(self, own: Path) -> None:
        """`own` is the only user folder that may be accessed."""
        self.events = 0
        self.paths = 0
        self.wrong: list[str] = []
        self._is_on = False
        library = {sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")}
        program = {str(ROOT / name) for name in ("botilbud_desktop", "resources", "forms", "tests")}
        self._allowed = (str(own), *sorted(library | program), _TRANSLATIONS, *_FONTS, *_OF_THE_SYSTEM)
        self._parents = {str(parent) for path in self._allowed for parent in Path(path).parents}
        sys.addaudithook(self._on_event)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watches everything within the block."""
        with ExitStack() as stack:
            for name in _PATH_QUERIES:
                stack.enter_context(patch.object(os, name, self._watched_query(name, getattr(os, name))))
            self._is_on = True
            stack.callback(setattr, self, "_is_on", False)
            yield

    def _on_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_on:
            return
        self.events += 1
        if event.startswith(_FORBIDDEN):
            self.wrong.append(f"{event}{arguments!r}"[:300])
        elif event.startswith(_WITH_PATHS):
            for argument in arguments[:2]:
                if isinstance(argument, str | bytes | os.PathLike):
                    self._check_path(event, argument)

    def _watched_query(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def asking(path: Any, *rest: Any, **options: Any) -> Any:
            if self._is_on and isinstance(path, str | bytes | os.PathLike):
                self._check_path(f"os.{name}", path, is_asking=True)
            return real(path, *rest, **options)

        return asking

    def _check_path(self, event: str, path: Any, *, is_asking: bool = False) -> None:
        if not os.fsdecode(path):
            return  # names nothing, so nothing is asked of any drive
        text = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - asks no drive
        self.paths += 1
        is_own = any(text == allowed or text.startswith(f"{allowed}{os.sep}") for allowed in self._allowed)
        is_above = is_asking and text in self._parents  # resolving links to its own folders
        if event == "open" and os.fsdecode(path) in ("r", "rb", "w", "wb", "x", "xb", "ab"):
            return  # the mode, which is passed as an argument too
        if not (is_own or is_above or text.startswith(_OF_THE_SYSTEM)):
            self.wrong.append(f"{event} {os.fsdecode(path)[:200]!r}")
