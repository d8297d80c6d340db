"""The paths given to a command: made absolute, and outputs that never overwrite a draft."""

from pathlib import Path

from botilbud_desktop.cli.errors import CommandError
from botilbud_desktop.storage.draft.draft_file import EXTENSION
from botilbud_desktop.storage.files.file_names import is_reserved
from botilbud_desktop.storage.files.path_calls import absolute_from_here, is_same_existing
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.storage.rounds.folder_reader import is_of_a_round


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


def output_file(text: str, source: Path, ending: str, what: str = "Kladden") -> Path:
    """Returns the path of a document to be made from the file at `source`. It may replace a document, but no draft and
    no file of a round.

    `ending` is that of such documents, `what` the source in Danish.

    Raises:
        CommandError: the document would overwrite its source or a draft, or see `new_file`.
    """
    path = new_file(text)
    if is_same_path(path, source):
        raise CommandError(f"{what} »{printable(source.name)}« kan ikke være sin egen udskrift: Vælg et andet navn.")
    if path.name.lower().endswith(EXTENSION):
        raise CommandError(f"»{printable(path.name)}« er navnet på en kladde: Vælg et navn uden {EXTENSION}.")
    refuse_name_of_round(path, ending)
    return path


def refuse_name_of_round(path: Path, ending: str) -> None:
    """Refuse to write where a form, a project sheet or a register may be; `ending` is that of a better name.

    Raises:
        CommandError: the name is one of a round's files.
    """
    if is_of_a_round(path.name):
        name = printable(path.name)
        raise CommandError(f"»{name}« er navnet på en fil med en runde: Vælg et navn med {ending}.")


def is_same_path(path: Path, other: Path) -> bool:
    """Whether both lead to the same file, also by a link; where one does not exist, whether they are spelt alike."""
    return path == other or is_same_existing(path, other)
