"""Danish alphabetical order, and which letters are the same when a text is searched."""

import re
from unicodedata import combining, normalize

_AFTER_Z = {"æ": "\ue000", "ø": "\ue001", "å": "\ue002"}
_PLAIN = {"\ue000": "æ", "\ue001": "ø", "\ue002": "aa"}
_DOT_IN_NUMBER = re.compile(r"(?<=\d)\.")
_ACCENT = re.compile("[\u0300-\u036f]")
_LETTERS = str.maketrans(
    {
        **_AFTER_Z,
        "ä": _AFTER_Z["æ"],
        "ö": _AFTER_Z["ø"],
        "ü": "y",
        "ð": "d",
        "þ": "th",
        "-": " ",
        "\u00a0": " ",
    }
)


def danish_key(text: str) -> str:
    """Returns a key to sort names by: æ, ø, å last, aa as å, digits before letters, é as e, A as a.

    A hyphen sorts as a space. Names that differ only in such ways have equal keys and keep their order.
    """
    letters = normalize("NFC", text).casefold().replace("aa", "å").translate(_LETTERS)
    return "".join(character for character in normalize("NFD", letters) if not combining(character))


def search_key(text: str) -> str:
    """Returns a text to search in or for: what sorts alike is alike, å is aa, and `22.900` is `22900`."""
    letters = normalize("NFC", text).casefold().translate(_LETTERS)
    for sorted_as, plain in _PLAIN.items():
        letters = letters.replace(sorted_as, plain)
    return _DOT_IN_NUMBER.sub("", _ACCENT.sub("", normalize("NFD", letters)))
