"""Folders whose files are lost before long: those that mail programs, browsers and ZIP programs open files from."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from botilbud_desktop.storage.files.path_calls import absolute, home, real_or_absolute

_NAMES = (
    r"inetcache",
    r"temporary internet files",
    r"content\.(outlook|mso|word|ie5)",
    r"olk[0-9a-f]{2,}",
    r"outlook temp",
    r"mail downloads",
    r"tempstate",
    r"mozilla_.*[0-9]",
    r"7z[eos][0-9a-f]{4,}",
    r"rar\$.+",
    r"temp[0-9]+_.+\.(zip|7z|rar)",
)
_NAME = "|".join(_NAMES)
_BELOW = (("microsoft", "olk", "attachments"), ("microsoft", "windows", "inetcache"), ("evolution", "tmp"))
_IN_A_PACKAGE = ("packages", "*", "ac")
"""Where a program from Microsoft's shop keeps what it has fetched, such as attachments."""
_OF_WINDOWS = ("TEMP", "TMP")


def temporary_folders() -> tuple[Path, ...]:
    """Returns the folders for temporary files that the system names, as they are spelled. No drive is asked."""
    named = [os.environ.get(name, "") for name in (*_OF_WINDOWS, "TMPDIR", "XDG_CACHE_HOME")]
    if sys.platform == "win32":
        local, windows = os.environ.get("LOCALAPPDATA", ""), os.environ.get("SYSTEMROOT", "")
        named += [str(Path(place) / "Temp") for place in (local, windows) if place]
    else:
        named += ["/tmp", "/var/tmp", "/var/folders", str(home() / ".cache")]
    folders = dict.fromkeys(Path(name) for name in named if name)
    return tuple(folder for folder in folders if folder.is_absolute())


def is_temporary_place(path: Path, folders: Sequence[Path]) -> bool:
    """Whether the file at `path` lies where files are removed without asking.

    It is told by the names of its folders, and by the temporary `folders` of the system. The drive is asked where links
    and short names lead. Never raises. A temporary folder that holds the user's whole home tells nothing.
    """
    places = {_folded(absolute(path)), _folded(real_or_absolute(path))}
    if any(_is_named_so(place.parts[:-1]) for place in places):
        return True
    own = {_folded(home()), _folded(real_or_absolute(home()))}
    given = {_folded(spelled) for folder in folders for spelled in (absolute(folder), real_or_absolute(folder))}
    telling = [folder for folder in given if not any(each.is_relative_to(folder) for each in own)]
    return any(place.is_relative_to(folder) for place in places for folder in telling)


def _folded(path: Path) -> Path:
    return Path(str(path).casefold())


def _is_named_so(parts: Sequence[str]) -> bool:
    return any(re.fullmatch(_NAME, part) for part in parts) or any(
        all(wanted in ("*", part) for wanted, part in zip(names, run, strict=True))
        for names in (*_BELOW, _IN_A_PACKAGE)
        for run in _runs(parts, len(names))
    )


def _runs(parts: Sequence[str], length: int) -> Iterator[Sequence[str]]:
    return (parts[start : start + length] for start in range(len(parts) - length + 1))
