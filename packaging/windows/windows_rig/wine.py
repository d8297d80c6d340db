"""A Wine prefix and the operations on it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from windows_rig.calls import Finished, Running, call, must_silently, output_of
from windows_rig.packages import wine_program

_OVERRIDES = "winedbg.exe=d;mscms=n,b"
_ATTEMPTS = 3
_NEVER_RAN = 0.01
"""Seconds: Wine needs longer than this to start the smallest program."""
_UNWANTED = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "LC_ALL", "LANGUAGE")


class Wine:
    """The prefix in a folder. Its drive C: is `c`; its user folders contain nothing of this machine."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self._display = display
        self._program = wine_program("wine64")
        self._started: list[Running] = []
        self._desktop: Running | None = None

    @property
    def c(self) -> Path:
        """Drive C:."""
        return self.folder / "prefix" / "drive_c"

    @property
    def user(self) -> Path:
        """The user's own folder, below `Users` on drive C:."""
        (own,) = (path for path in (self.c / "users").iterdir() if path.name != "Public")
        return own

    @property
    def local_data(self) -> Path:
        """`%LOCALAPPDATA%`."""
        return self.user / "AppData" / "Local"

    def environment(self, extra: Mapping[str, str] | None = None) -> dict[str, str]:
        """The environment for programs in the prefix."""
        kept = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
        kept = {name: value for name, value in kept.items() if not name.startswith(("PYTHON", "QT_", "XDG_"))}
        return {
            **kept,
            "HOME": str(self.folder / "home"),
            "WINEPREFIX": str(self.folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES,
            "DISPLAY": self._display,
            "LC_ALL": "C.UTF-8",  # for file names with æøå
            **(extra or {}),
        }

    def command(self, program: str | Path, *words: str) -> list[str]:
        """The command line that runs a program: a file, or the name of one of Windows' own.

        Wine would start the latter through a helper, which sometimes fails.
        """
        own = self.c / "windows" / "system32" / f"{program}.exe"
        return [self._program, str(program if isinstance(program, Path) else own), *words]

    def run(
        self,
        program: str | Path,
        *words: str,
        seconds: float = 60,
        cwd: Path | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> Finished:
        """Runs a Windows program to its end. Its exit code is modulo 256, as always on Linux.

        Now and then Wine gives up within three milliseconds, says nothing and runs nothing; it is asked again then.
        """
        command, environment = self.command(program, *words), self.environment(extra)
        done = call(command, seconds=seconds, environment=environment, cwd=cwd or self.c)
        for _ in range(_ATTEMPTS - 1):
            if not _never_ran(done):
                break
            print(f"Wine did not start {program}")  # pytest shows it beside a failure
            done = call(command, seconds=seconds, environment=environment, cwd=cwd or self.c)
        return done

    def must(self, program: str | Path, *words: str, seconds: float = 60, cwd: Path | None = None) -> str:
        """Like `run`, but returns the output and raises `RigError` unless the exit code is 0."""
        return output_of(self.run(program, *words, seconds=seconds, cwd=cwd), self.command(program, *words))

    def start(
        self, program: str | Path, *words: str, cwd: Path | None = None, extra: Mapping[str, str] | None = None
    ) -> Running:
        """Starts a Windows program; it runs until `end_started` at the latest."""
        started = Running(self.command(program, *words), self.environment(extra), cwd or self.c)
        self._started.append(started)
        return started

    def end_started(self) -> None:
        """Ends started programs that are still running."""
        for running in self._started:
            running.end()
        self._started.clear()

    def end_session(self) -> None:
        """Logs off: Windows asks each program with a window to end, and waits for it.

        What waits for a restart waits for `restart`: a program without a window may still hold its files.
        """
        self.run("wineboot", "--end-session", "--shutdown", seconds=60)

    def restart(self) -> None:
        """Restarts Windows. Files that were in use during an installation are replaced now."""
        self.end()
        environment = self.environment()
        must_silently([wine_program("wineserver64"), "-p900"], seconds=30, environment=environment)
        must_silently(self.command("wineboot", "--restart"), seconds=120, environment=environment)
        self.stay_on_desktop()

    @property
    def desktop_program(self) -> Path:
        """The helper that keeps the desktop alive."""
        return self.c / "rig" / "desktop.exe"

    def stay_on_desktop(self) -> None:
        """Keeps the desktop alive between programs, as Windows does, until `end` or the end of the session."""
        self._desktop = Running(self.command(self.desktop_program), self.environment(), self.c)

    def value(self, key: str, name: str = "") -> str | None:
        """A registry value; "" is the key's default value. None when it does not exist."""
        done = self.run("reg", "query", key, *(("/v", name) if name else ("/ve",)), seconds=30)
        found = re.search(r"^    .*?    REG_\w+    ?(.*)$", done.out, re.MULTILINE)
        return found[1] if done.code == 0 and found else None

    def set_value(self, key: str, name: str, value: str, kind: str = "REG_SZ") -> None:
        """Writes a registry value."""
        self.must("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f", seconds=30)

    def end(self) -> None:
        """Ends everything in this prefix, including its server."""
        call([wine_program("wineserver64"), "-k"], seconds=30, environment=self.environment())
        if self._desktop is not None:
            self._desktop.end()


def _never_ran(done: Finished) -> bool:
    return done.code == 1 and not done.out and done.seconds < _NEVER_RAN


def windows_path(path: Path) -> str:
    """A path of this machine as Wine's programs see it: on drive C: if it is there, else on Z:."""
    whole = str(path)
    before, is_on_c, below = whole.partition("/drive_c/")
    if is_on_c and (Path(before) / "drive_c").is_dir():
        return "C:\\" + below.replace("/", "\\")
    return "Z:" + whole.replace("/", "\\")
