"""What is seen of a short text, such as a number: two that look alike are the same."""

import re

from botilbud_desktop.domain.text.sanitizing import sanitized

_BLANK = "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\U000e0100-\U000e01ef]"
"""Letters and marks that Python calls printable, though nothing is seen of them."""


def without_unseen(text: str) -> str:
    """Returns `text` without invisible characters and marks that turn its direction; any space is an ordinary one."""
    if text.isascii() and text.isprintable():
        return text
    shown = (character if character.isprintable() else " " * character.isspace() for character in sanitized(text))
    return re.sub(_BLANK, "", "".join(shown))


def seen(text: str) -> str:
    """Returns what is seen of `text` on one line, without spaces around it; "" when it is nothing."""
    return " ".join(without_unseen(text).split())
