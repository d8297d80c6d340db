"""Writes several new files at once: into a new folder, or as one ZIP file."""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.printable import printable

_YEARS = range(1980, 2108)
"""ZIP files cannot tell an earlier or later year."""
_MOST_TRIES = 1_000


class NewFile(NamedTuple):
    """A file to write: its name, without a folder, and its content."""

    name: str
    content: bytes


class PartlyWrittenError(Exception):
    """Some of several files were written, and then one could not be; its text is a Danish sentence."""

    def __init__(self, folder: Path, number: int, cause: SaveFailedError) -> None:
        """`number` is how many files are in the folder."""
        super().__init__(f"{cause} {counted(number, 'fil', 'filer')} er skrevet i mappen »{printable(folder.name)}«.")
        self.folder = folder


def zipped(files: Iterable[NewFile], at: datetime) -> bytes:
    """Returns a ZIP file with the files, each with the time `at`."""
    moment = (min(max(at.year, _YEARS[0]), _YEARS[-1]), *at.timetuple()[1:6])
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.writestr(_information(file.name, moment), file.content)
    return data.getvalue()


def write_into_new_folder(parent: Path, name: str, files: Iterable[NewFile]) -> Path:
    """Write the files into a new folder below `parent`, and return it. No file that is there is touched.

    The folder is called `name`, or `name (2)` … where there is one already.

    Raises:
        SaveFailedError: the folder cannot be made.
        PartlyWrittenError: a file cannot be made. What was written before stays.
    """
    folder = _new_folder(parent, name)
    for number, file in enumerate(files):
        try:
            write_atomically(folder / file.name, file.content)
        except SaveFailedError as error:
            raise PartlyWrittenError(folder, number, error) from error
    return folder


def _information(name: str, moment: tuple[int, ...]) -> zipfile.ZipInfo:
    year, month, day, hour, minute, second = moment
    information = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
    information.compress_type = zipfile.ZIP_DEFLATED
    information.external_attr = 0o644 << 16
    return information


def _new_folder(parent: Path, name: str) -> Path:
    for number in count(1):
        folder = parent / (name if number == 1 else f"{name} ({number})")
        try:
            folder.mkdir()
        except FileExistsError as error:
            if number >= _MOST_TRIES:
                raise SaveFailedError(name, "der er for mange mapper af det navn") from error
        except OSError as error:
            raise SaveFailedError(name, f"mappen kan ikke oprettes, for {saving_problem(error)}") from error
        else:
            return folder
    raise AssertionError  # count() has no end
