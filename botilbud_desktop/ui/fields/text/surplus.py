"""Where a text begins to be too long, in words: on the screen the rest is marked."""

from botilbud_desktop.domain.text.counting import surplus_start
from botilbud_desktop.storage.files.printable import printable

_LONGEST = 40
"""Characters of the surplus that are quoted."""


def surplus_in_words(text: str, limit: int) -> str:
    """Returns a sentence with the first words beyond `limit` characters; "" when there are none."""
    start = surplus_start(text, limit)
    if start is None:
        return ""
    return f"Det, der er for meget, begynder ved »{printable(text[start : start + 2 * _LONGEST], _LONGEST)}«."
