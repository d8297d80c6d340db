"""Danish alphabetical order."""

from unicodedata import combining, normalize

_AFTER_Z = {"æ": "\ue000", "ø": "\ue001", "å": "\ue002"}
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
