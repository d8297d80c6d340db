"""Makes parts of a file or a path fit for a message: short, on one line and without invisible characters."""

LONGEST = 60
"""Maximum characters of a foreign text that a message quotes."""
LONGEST_PATH = 1_000
"""The same of a whole path."""

_UNPRINTABLE = "\ufffd"


def printable(text: str, longest: int = LONGEST) -> str:
    """Returns `text` with whitespace as spaces and invisible characters as U+FFFD, cut to `longest` with `…`.

    Invisible characters include control characters, bidirectional marks and lone surrogates. `longest` is at least 1.
    """
    start = text[: longest + 1]
    shown = "".join(
        character if character.isprintable() else " " if character.isspace() else _UNPRINTABLE for character in start
    )
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
