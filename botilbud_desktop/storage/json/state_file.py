"""Small JSON files of the program's own: read tolerantly, since losing one must never stop the program."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.files.read_bytes import read_bytes

SET_ASIDE = ".broken"
"""Put behind the name of a file that could not be read; the newest such file is kept."""


def read_state[Content: msgspec.Struct](path: Path, kind: type[Content], default: Content) -> Content:
    """What the file at `path` says, or `default` when it is missing or broken. A broken one is set aside."""
    found = _read(path, kind)
    return default if found is None else found


def read_values(path: Path) -> dict[str, Any]:
    """What the object in the file at `path` holds; nothing when it is missing or broken. A broken one is set aside."""
    return _read(path, dict[str, Any]) or {}


def _read[Content](path: Path, kind: type[Content]) -> Content | None:
    try:
        if not path.exists():
            return None
        return msgspec.json.decode(read_bytes(path), type=kind)
    except RefusedFileError:
        return None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OSError):
        with suppress(OSError):
            path.replace(path.with_name(path.name + SET_ASIDE))
        return None


def write_state(path: Path, content: msgspec.Struct) -> None:
    """Write the file at `path`, making its folder, closed to others, when it is missing.

    Raises:
        SaveFailedError: it could not be written, or holds a text that no file can (a lone surrogate).
    """
    try:
        data = msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
    except UnicodeEncodeError as error:
        raise SaveFailedError(path.name, "en tekst indeholder et tegn, der ikke kan gemmes") from error
    try:
        make_private_folder(path.parent)
    except OSError as error:
        raise SaveFailedError(path.name, saving_problem(error)) from error
    write_atomically(path, data)
