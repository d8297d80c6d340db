"""The paths given to a command: made absolute, and outputs that never overwrite a draft."""

from pathlib import Path

from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.storage.draft.draft_file import EXTENSION
from botilbud_desktop.storage.files.file_names import is_reserved
from botilbud_desktop.storage.files.path_calls import absolute_from_here, is_same_existing
from botilbud_desktop.storage.files.printable import printable


def absolute(text: str) -> Path:
    """Returns the path that the user wrote, made absolute.

    Raises:
        CommandError: the folder that the program was started in no longer exists.
    """
    try:
        return absolute_from_here(Path(text))
    except OSError:
        raise CommandError("Mappen, som kommandoen er startet i, findes ikke længere.") from None


def new_file(text: str) -> Path:
    """Returns the path of a file to be made.

    Raises:
        CommandError: Windows reserves the file name, or see `absolute`.
    """
    path = absolute(text)
    if is_reserved(path.name):
        raise CommandError(f"En fil kan ikke hedde »{printable(path.name)}«, for det navn har Windows reserveret.")
    return path


def output_file(text: str, source: Path, what: str = "Kladden") -> Path:
    """Returns the path of a document to be made from the file at `source`. It may replace a document but no draft.

    `what` is that file in Danish.

    Raises:
        CommandError: the document would overwrite its source or a draft, or see `new_file`.
    """
    path = new_file(text)
    if is_same_path(path, source):
        raise CommandError(f"{what} »{printable(source.name)}« kan ikke være sin egen udskrift: vælg et andet navn.")
    if path.name.lower().endswith(EXTENSION):
        raise CommandError(f"»{printable(path.name)}« er navnet på en kladde: vælg et navn uden {EXTENSION}.")
    return path


def is_same_path(path: Path, other: Path) -> bool:
    """Whether both lead to the same file, also by a link; where one does not exist, whether they are spelt alike."""
    return path == other or is_same_existing(path, other)
