"""What a cell says in full, beside the mouse. Its first line is the program's own, so Qt never takes it for markup."""

from textwrap import wrap

_WIDTH = 80
_LONGEST = 300


def tooltip_of(heading: str, text: str) -> str:
    """Returns the heading of the column, and below it the text in short lines; empty without a text.

    Qt looks for markup in the first line only.
    """
    return "\n".join([f"{heading}:", *wrap(text[:_LONGEST], _WIDTH)]) if text else ""
