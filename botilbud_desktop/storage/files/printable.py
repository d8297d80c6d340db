"""Bits of a file or a path as they may stand in a message: short, on one line and without invisible marks."""

LONGEST = 60
"""The most characters of a foreign text that a message quotes."""

_UNPRINTABLE = "\ufffd"


def printable(text: str, longest: int = LONGEST) -> str:
    """`text` with line breaks and other spaces as spaces, invisible characters as U+FFFD, cut to `longest` with `…`.

    Control characters, bidirectional marks and lone surrogates are all invisible characters. `longest` is at least 1.
    """
    start = text[: longest + 1]
    shown = "".join(
        character if character.isprintable() else " " if character.isspace() else _UNPRINTABLE for character in start
    )
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
