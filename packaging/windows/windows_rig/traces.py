"""Snapshots of drive C: and the registry, to detect what a program leaves behind."""

import re
from pathlib import Path
from typing import NamedTuple

from windows_rig.wine import Wine, windows_path

_ROOTS = ("HKLM\\Software", "HKCU\\Software")
_WINDOWS_OWN = re.compile(
    r"""
    HKEY_CURRENT_USER\\Software\\Wine\b.*                       # Wine's own settings, which no Windows has
    | HKEY_.*\\FontSubstitutes\ ::\ .*                           # Wine completes what the rig began
    | HKEY_.*\\Installer(\\(Features|Products|UpgradeCodes))?     # Windows Installer's own tables, empty
    | HKEY_.*\\Installer\\UserData(\\S-1-5-[0-9-]+(\\(Components|Products|Patches))?)?
    | windows/Installer | users/[^/]*/AppData/Roaming/Microsoft/Installer
    | users/[^/]*/AppData/Local/Temp/.* | windows/temp/.* | windows/Fonts/.*
    """,
    re.VERBOSE,
)
"""What Windows Installer and Wine keep, whatever is installed."""
_KEY = re.compile(r"^\[(.*)\]$")


class Traces(NamedTuple):
    """All files and folders of drive C:, and all values of the registry's `Software`."""

    files: frozenset[str]
    registry: frozenset[str]
    """Lines `KEY :: VALUE`, and `KEY` alone for the key itself."""

    def beyond(self, earlier: "Traces") -> list[str]:
        """What is new since `earlier`, sorted, without what belongs to Windows."""
        new = (self.files - earlier.files) | (self.registry - earlier.registry)
        return sorted(trace for trace in new if not _WINDOWS_OWN.fullmatch(trace))


def traces(wine: Wine) -> Traces:
    """Takes a snapshot."""
    files = frozenset(str(path.relative_to(wine.c)) for path in wine.c.rglob("*"))
    registry = frozenset(line for root in _ROOTS for line in _values(wine, root))
    return Traces(files, registry)


def _values(wine: Wine, root: str) -> list[str]:
    """The keys below a root and their values, as Windows exports them; a multi-line value is one line."""
    place = wine.folder / "export.reg"
    place.unlink(missing_ok=True)
    wine.must("reg", "export", root, windows_path(place), "/y", seconds=60)
    return parsed(_text(place))


def _text(place: Path) -> str:
    return place.read_bytes().decode("utf-16")


def parsed(text: str) -> list[str]:
    """The keys and values of an exported registry file."""
    found: list[str] = []
    key = ""
    for line in re.sub(r"\\\r?\n\s*", "", text).splitlines():
        if named := _KEY.match(line):
            key = named[1]
            found.append(key)
        elif line and key:
            found.append(f"{key} :: {line}")
    return found
