"""Lists of words in plain text files, one word a line: strictly read, and written as a whole."""

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
MOST_WORDS = 20_000
_COMMENT = "#"
_BETWEEN = "-'."


def read_word_list(path: Path) -> tuple[str, ...]:
    """Returns the words of the file at `path`, each once; a line that is no word is passed over.

    A missing file has none.

    Raises:
        RefusedFileError: it is too large, no plain text in UTF-8, or cannot be read.
    """
    try:
        if not exists(path):
            return ()
        text = read_bytes(path, LARGEST_LIST).decode("utf-8-sig")
    except OSError as error:
        raise RefusedFileError(path.name, "", "den kan ikke læses") from error
    except UnicodeDecodeError as error:
        raise RefusedFileError(path.name, "", "den er ikke almindelig tekst i UTF-8") from error
    lines = (unicodedata.normalize("NFC", line.strip()) for line in text.split("\n"))
    return tuple(dict.fromkeys(line for line in lines if is_listable(line)))[:MOST_WORDS]


def is_listable(word: str) -> bool:
    """Whether a list can hold it: letters, with hyphens, apostrophes and points between, in no other script."""
    if not 1 < len(word) <= LONGEST_WORD or word.startswith(_COMMENT):
        return False
    return all(character in _BETWEEN or (character.isalpha() and character < "\u0250") for character in word)


def add_to_word_list(path: Path, word: str) -> None:
    """Add a word to the list at `path`, which may not exist yet. What another program wrote meanwhile is kept.

    Raises:
        RefusedFileError: the list there cannot be read; it stays as it is.
        SaveFailedError: it could not be written, or is full.
    """
    words = read_word_list(path)
    if word in words or not is_listable(word):
        return
    if len(words) >= MOST_WORDS:
        raise SaveFailedError(path.name, "ordlisten er fuld")
    _write(path, (*words, word))


def remove_from_word_list(path: Path, removed: Iterable[str]) -> None:
    """Remove words from the list at `path`; the rest is as for `add_to_word_list`."""
    gone = frozenset(removed)
    words = read_word_list(path)
    if gone.intersection(words):
        _write(path, tuple(word for word in words if word not in gone))


def _write(path: Path, words: tuple[str, ...]) -> None:
    try:
        make_private_folder(path.parent)
    except OSError as error:
        raise SaveFailedError(path.name, saving_problem(error)) from error
    write_atomically(path, "".join(f"{word}\n" for word in words).encode("utf-8"), is_private=True)
