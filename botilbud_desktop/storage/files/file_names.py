"""File names that are made from a user's text and are safe on both Windows and Linux."""

import os
import re
import unicodedata
from pathlib import Path

from botilbud_desktop.storage.files.path_calls import real_or_absolute

LONGEST_NAME = 80
"""Maximum characters of a name without its extension."""

_LONGEST_IN_BYTES = 200
_FORBIDDEN = r'[<>:"/\\|?*]'
_SPACES = r"\s+"
_INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{device}{digit}" for device in ("COM", "LPT") for digit in "0123456789¹²³"}
)


def safe_file_name(text: str, extension: str = "") -> str:
    """Returns `text` as a file name, followed by `extension` (such as `.pdf`).

    Letters such as æ, ø and å stay. Characters that Windows forbids become hyphens, invisible ones are dropped, and a
    name that Windows reserves for a device gets the prefix `_`: the content of `NUL.botilbud` would be lost.

    Raises:
        ValueError: `extension` is not a plain extension.
    """
    if extension and not re.fullmatch(r"\.[A-Za-z0-9]{1,12}", extension):
        raise ValueError(f"not a plain extension: {extension!r}")
    spaced = re.sub(_SPACES, " ", unicodedata.normalize("NFC", text))
    visible = "".join(character for character in spaced if unicodedata.category(character) not in _INVISIBLE)
    name = re.sub(_SPACES, " ", re.sub(_FORBIDDEN, "-", visible)).strip(". ")[:LONGEST_NAME]
    while len(name.encode("utf-8")) > _LONGEST_IN_BYTES:
        name = name[:-1]
    name = name.strip(". ")
    if not name or is_reserved(name):
        name = f"_{name}"
    whole = name + extension
    if Path(whole).name != whole:
        raise ValueError(f"not a plain file name: {whole!r}")
    return whole


def name_with_part(stem: str, part: str) -> str:
    """Returns `Aalborg – kvittering` as a file name without its extension; of a long `stem` the end is left out.

    So the names of several files that are made from one differ.
    """
    end = f"– {part}"
    kept = stem
    while not (name := safe_file_name(f"{kept} {end}")).endswith(end) and kept:
        kept = kept[:-1].rstrip()
    return name


def is_reserved(name: str) -> bool:
    """Whether Windows treats `name`, with any extension, as a device such as `NUL` or `COM1`."""
    return name.partition(".")[0].rstrip(" ").upper() in _RESERVED


def is_same_file(path: Path, other: Path) -> bool:
    """Whether both paths lead to the same file, after resolving links and spelling; neither need exist.

    Where the drive cannot tell, the paths are compared as they are written. Never raises.
    """
    return os.path.normcase(real_or_absolute(path)) == os.path.normcase(real_or_absolute(other))


def place_of(path: Path) -> str:
    """Returns the real path of the file as text, the same for all links and spellings; the file need not exist.

    Where the drive cannot tell, it is the path as it is written. Never raises. The text can always be stored: bytes
    that are not Unicode (Linux allows any in a name) are escaped.
    """
    return os.path.normcase(real_or_absolute(path)).encode("utf-8", "backslashreplace").decode("utf-8")
