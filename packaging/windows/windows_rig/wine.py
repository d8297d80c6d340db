"""A Windows of our own: a Wine prefix and what can be done in it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from windows_rig.calls import Finished, Running, call, must, must_silently
from windows_rig.packages import wine_program

_OVERRIDES = "winedbg.exe=d;mscms=n,b"
_UNWANTED = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "LC_ALL", "LANGUAGE")


class Wine:
    """The prefix in a folder. Its drive C: is `c`, and the folders of its user hold nothing of this machine's."""

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self._display = display
        self._program = wine_program("wine64")
        self._started: list[Running] = []
        self._on_desktop: Running | None = None

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
        """What a program in the prefix is started with."""
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
            "LC_ALL": "C.UTF-8",  # names with æøå
            **(extra or {}),
        }

    def command(self, program: str | Path, *words: str) -> list[str]:
        """The command line that runs a program: a file, or by name one of Windows' own.

        Wine would start the latter through a helper, which now and then fails.
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
        """Run a Windows program to its end. Its exit code comes modulo 256, as everywhere on Linux."""
        return call(
            self.command(program, *words), seconds=seconds, environment=self.environment(extra), cwd=cwd or self.c
        )

    def must(self, program: str | Path, *words: str, seconds: float = 60, cwd: Path | None = None) -> str:
        """As `run`, with exit code 0, else `RigError`. What the program printed."""
        return must(self.command(program, *words), seconds=seconds, environment=self.environment(), cwd=cwd or self.c)

    def start(
        self, program: str | Path, *words: str, cwd: Path | None = None, extra: Mapping[str, str] | None = None
    ) -> Running:
        """Start a Windows program and leave it running, until `end_started` at the latest."""
        started = Running(self.command(program, *words), self.environment(extra), cwd or self.c)
        self._started.append(started)
        return started

    def end_started(self) -> None:
        """End what was started and has not ended by itself."""
        for running in self._started:
            running.end()
        self._started.clear()

    def end_session(self) -> None:
        """Log off: Windows asks each program that has a window to end, and waits for it."""
        self.run("wineboot", "--end-session", seconds=60)

    def restart(self) -> None:
        """Start Windows anew. What an installer could not replace while it was in use is replaced now."""
        self.end()
        environment = self.environment()
        must_silently([wine_program("wineserver64"), "-p900"], seconds=30, environment=environment)
        must_silently(self.command("wineboot", "--restart"), seconds=120, environment=environment)
        self.stay_on_desktop()

    @property
    def desktop_program(self) -> Path:
        """What stays on the desktop."""
        return self.c / "rig" / "desktop.exe"

    def stay_on_desktop(self) -> None:
        """Keep the desktop between programs, as it is kept on Windows; until `end`, or the end of the session."""
        self._on_desktop = Running(self.command(self.desktop_program), self.environment(), self.c)

    def value(self, key: str, name: str = "") -> str | None:
        """What the registry says under a name, "" for the key's own value; None when there is no such."""
        done = self.run("reg", "query", key, *(("/v", name) if name else ("/ve",)), seconds=30)
        found = re.search(r"^    .*?    REG_\w+    ?(.*)$", done.out, re.MULTILINE)
        return found[1] if done.code == 0 and found else None

    def set_value(self, key: str, name: str, value: str, kind: str = "REG_SZ") -> None:
        """Write to the registry."""
        self.must("reg", "add", key, "/v", name, "/t", kind, "/d", value, "/f", seconds=30)

    def end(self) -> None:
        """End everything that runs in this prefix, its server too."""
        call([wine_program("wineserver64"), "-k"], seconds=30, environment=self.environment())
        if self._on_desktop is not None:
            self._on_desktop.end()


def windows_path(path: Path) -> str:
    """A path of this machine as Wine's programs see it: below drive Z:, or C: when it lies there."""
    whole = str(path)
    before, is_on_c, below = whole.partition("/drive_c/")
    if is_on_c and (Path(before) / "drive_c").is_dir():
        return "C:\\" + below.replace("/", "\\")
    return "Z:" + whole.replace("/", "\\")
