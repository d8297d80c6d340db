"""The folders that rounds are read from: shipped with the program, for the machine, and the user's own."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from botilbud_desktop.storage.paths import UserFolders, machine_forms_folder


class Origin(StrEnum):
    """Where a file comes from, the most trusted first: what one has, none after it can replace."""

    SHIPPED = "shipped"
    MACHINE = "machine"
    """Put there by the IT department, for all users of the machine."""
    USER = "user"
    """Added by the user."""

    @property
    def words(self) -> str:
        """The origin in Danish, for a sentence such as »følger med programmet«."""
        return _WORDS[self]


_WORDS = {
    Origin.SHIPPED: "følger med programmet",
    Origin.MACHINE: "for alle på computeren",
    Origin.USER: "tilføjet af dig",
}


class FormFolder(NamedTuple):
    """A folder with rounds. It may be missing, and may be on a drive that does not answer."""

    path: Path
    origin: Origin
    remark: str = ""
    """Why it is this one, as a Danish clause; "" for the usual one."""


def added_folders(folders: UserFolders, decided: Path | None = None, remark: str = "") -> Sequence[FormFolder]:
    """Returns the folders with rounds besides the shipped ones, the most trusted first. No drive is asked.

    `decided` takes the place of the machine's usual folder; `remark` is that folder's.
    """
    return (
        FormFolder(decided or machine_forms_folder(), Origin.MACHINE, remark),
        FormFolder(folders.forms, Origin.USER),
    )


def no_folders() -> Sequence[FormFolder]:
    """Returns none: only the shipped rounds are known."""
    return ()
