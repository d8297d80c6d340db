"""A record of crashes that Python itself cannot tell of, such as a fault in a library's machine code.

Python writes it at the moment of the crash: which function stood at which line in each thread, and no values. The
folders of those lines may hold the user's name, and nothing can be left out at such a moment: the next start does it.
"""

import faulthandler
import re
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.read_bytes import read_bytes

CRASH_FILE = "nedbrud.txt"
LARGEST = 65_536
"""Bytes of earlier records that are kept; the newest stay."""

_QUOTED = re.compile(rb'([Ff]ile )"([^"\n]*)"?')
_KEPT_FROM = (b"site-packages", b"botilbud_desktop")


class CrashRecord:
    """The file that is ready for a crash; it stays open until the program ends."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path

    def close(self) -> None:
        """The program ends well: a file in which nothing was written is removed."""
        faulthandler.disable()
        with suppress(OSError):  # a network folder that is gone
            self._file.close()
            if self._path.stat().st_size == 0:
                self._path.unlink()


def enable_crash_record(folder: Path) -> CrashRecord | None:
    """Have a crash recorded in `folder`, and cut the folders' names out of earlier records.

    None when the file cannot be written: the program then runs without.
    """
    path = folder / CRASH_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clean(path)
        file = path.open("ab")
    except (OSError, RefusedFileError, SaveFailedError):
        return None
    faulthandler.enable(file)
    return CrashRecord(file, path)


def _clean(path: Path) -> None:
    """Leave of each file's path in a record only what is the program's or a library's own."""
    if not path.exists():
        return
    if path.stat().st_size > 16 * LARGEST:
        path.unlink()
        return
    written = read_bytes(path)
    cleaned = _QUOTED.sub(lambda found: found[1] + b'"' + _own_part(found[2]) + b'"', written)[-LARGEST:]
    if cleaned != written:
        write_atomically(path, cleaned)


def _own_part(path: bytes) -> bytes:
    parts = path.replace(b"\\", b"/").split(b"/")
    for kept in _KEPT_FROM:
        if kept in parts:
            return b"/".join(parts[len(parts) - parts[::-1].index(kept) - 1 :])
    return parts[-1]
