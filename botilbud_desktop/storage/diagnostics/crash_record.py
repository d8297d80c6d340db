"""A record of crashes that Python cannot catch, such as a fault in a library's machine code.

Python writes it at the moment of the crash: file, function and line for each thread, but no values. The file paths may
contain the user's name. Nothing can be left out at that moment, so the next start removes them.
"""

import faulthandler
import re
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.path_calls import exists, status
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.storage.paths import OwnFile

CRASH_FILE = OwnFile.CRASHES
LARGEST = 65_536
"""Bytes of earlier records that are kept; the oldest are dropped."""

_QUOTED = re.compile(rb'([Ff]ile )"([^"\n]*)"?')
_KEPT_FROM = (b"site-packages", b"botilbud_desktop")


class CrashRecord:
    """The open file for crash records; it stays open until the program ends."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path

    def close(self) -> None:
        """Close the file at a normal exit; an empty one is deleted."""
        faulthandler.disable()
        with suppress(OSError):  # for example a network folder that is gone
            self._file.close()
            if status(self._path).st_size == 0:
                self._path.unlink()


def enable_crash_record(folder: Path) -> CrashRecord | None:
    """Record crashes in `folder`, and remove folder names from earlier records.

    Returns None when the file cannot be written: the program then runs without a record.
    """
    path = folder / CRASH_FILE
    try:
        make_private_folder(folder)
        _clean(path)
        file = path.open("ab")
    except (OSError, RefusedFileError, SaveFailedError):
        return None
    faulthandler.enable(file)
    return CrashRecord(file, path)


def _clean(path: Path) -> None:
    """Shorten each file path in the records to the part below the program's or a library's folder."""
    if not exists(path):
        return
    if status(path).st_size > 16 * LARGEST:
        path.unlink()
        return
    written = read_bytes(path)
    cleaned = _QUOTED.sub(lambda found: found[1] + b'"' + _shortened(found[2]) + b'"', written)[-LARGEST:]
    if cleaned != written:
        write_atomically(path, cleaned, is_private=True)


def _shortened(path: bytes) -> bytes:
    parts = path.replace(b"\\", b"/").split(b"/")
    for kept in _KEPT_FROM:
        if kept in parts:
            return b"/".join(parts[len(parts) - parts[::-1].index(kept) - 1 :])
    return parts[-1]
