"""Whether the system has a program that opens `.eml` files. It asks files and the registry, so it runs in a job."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.files.path_calls import home
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.paths import OwnFile

_TYPE = b"message/rfc822="
_LARGEST = 1_000_000
_LISTS = ("mimeapps.list", "applications/mimeapps.list", "applications/mimeinfo.cache")
_DATA = "/usr/local/share:/usr/share:/var/lib/flatpak/exports/share:/var/lib/snapd/desktop"


def opens_messages() -> bool:
    """Whether a program for `.eml` files is known to the system. Never raises."""
    if sys.platform == "win32":
        return _is_registered()
    return sys.platform == "darwin" or any(_names_program(place / name) for place in _places() for name in _LISTS)


def _places() -> list[Path]:
    own = home()
    named = [
        os.environ.get("XDG_CONFIG_HOME") or str(own / ".config"),
        os.environ.get("XDG_DATA_HOME") or str(own / ".local" / "share"),
        *(os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":"),
        *(os.environ.get("XDG_DATA_DIRS") or _DATA).split(":"),
    ]
    return [Path(name) for name in named if name and Path(name).is_absolute()]


def _names_program(path: Path) -> bool:
    with suppress(RefusedFileError):
        for line in read_bytes(path, _LARGEST).splitlines():
            if line.startswith(_TYPE) and b".desktop" in line:
                return True
    return False


if sys.platform == "win32":
    import winreg

    _CHOSEN = r"Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.eml\UserChoice"

    def _is_registered() -> bool:
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _CHOSEN) as key:
            return bool(winreg.QueryValueEx(key, "ProgId")[0])
        with suppress(OSError):
            kind = winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, OwnFile.MESSAGE)
            return bool(kind and winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, rf"{kind}\shell\open\command"))
        return False
