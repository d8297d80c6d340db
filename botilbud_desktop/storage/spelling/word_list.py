"""Lists of words in plain text files, one word a line. What a user or IT wrote there besides is never changed."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from botilbud_desktop.domain.text.spelling.words import LONGEST_WORD
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.atomic_write import write_atomically
from botilbud_desktop.storage.files.os_errors import saving_problem
from botilbud_desktop.storage.files.path_calls import exists
from botilbud_desktop.storage.files.private_folder import make_private_folder
from botilbud_desktop.storage.files.read_bytes import read_bytes

LARGEST_LIST = 500_000
"""Maximum bytes of a list."""
_COMMENT = "#"
_BETWEEN = "-'."


def read_word_list(path: Path) -> tuple[str, ...]:
    """Returns the words of the file at `path`, each once; a line that is no word is passed over.

    A missing file has none.

    Raises:
        RefusedFileError: it is too large, no plain text in UTF-8, or cannot be read.
    """
    words = map(_word_of, _read_lines(path))
    return tuple(dict.fromkeys(word for word in words if is_listable(word)))


def is_listable(word: str) -> bool:
    """Whether a list can hold it: letters, with hyphens, apostrophes and points between, in no other script."""
    if not 1 < len(word) <= LONGEST_WORD or word.startswith(_COMMENT):
        return False
    return all(character in _BETWEEN or (character.isalpha() and character < "\u0250") for character in word)


def add_to_word_list(path: Path, word: str) -> None:
    """Add a word to the list at `path`, which may not exist yet. All that stands there stays as it is.

    Raises:
        RefusedFileError: the list there cannot be read; it stays as it is.
        SaveFailedError: it could not be written, or is full.
    """
    lines = _read_lines(path)
    if not is_listable(word) or word in map(_word_of, lines):
        return
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    data = "".join((*lines, f"{word}\n")).encode("utf-8")
    if len(data) > LARGEST_LIST:
        raise SaveFailedError(path.name, "ordlisten er fuld")
    _write(path, data)


def remove_from_word_list(path: Path, removed: Iterable[str]) -> None:
    """Remove words from the list at `path`; the rest is as for `add_to_word_list`."""
    gone = frozenset(filter(is_listable, removed))
    lines = _read_lines(path)
    left = [line for line in lines if _word_of(line) not in gone]
    if len(left) < len(lines):
        _write(path, "".join(left).encode("utf-8"))


def _read_lines(path: Path) -> list[str]:
    """Returns the lines of a list, with their ends."""
    try:
        if not exists(path):
            return []
        text = read_bytes(path, LARGEST_LIST).decode("utf-8")
    except OSError as error:
        raise RefusedFileError(path.name, "", "den kan ikke læses") from error
    except UnicodeDecodeError as error:
        raise RefusedFileError(path.name, "", "den er ikke almindelig tekst i UTF-8") from error
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _word_of(line: str) -> str:
    """Returns what stands on a line, in composed letters."""
    return unicodedata.normalize("NFC", line.strip("\ufeff \t\r\n"))


def _write(path: Path, data: bytes) -> None:
    try:
        make_private_folder(path.parent)
    except OSError as error:
        raise SaveFailedError(path.name, saving_problem(error)) from error
    write_atomically(path, data, is_private=True)
