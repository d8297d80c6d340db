"""Invisible characters that change how the text around them is shown, such as marks that turn its direction."""

import re

REPLACEMENT = "\ufffd"
"""Shown in place of such a character: `�`."""

_HIDDEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f"
    "\u2028-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""A pattern, compiled when a text has such a character: that takes half a millisecond of the start.

Soft hyphens, places for a break and joiners are left out: they are in ordinary texts, and turn nothing.
"""


def visible(text: str) -> str:
    """Returns `text` with such characters as `�`, so that nothing it quotes can turn the words around it.

    Line breaks and tabs stay. A name within a sentence is also kept short and on one line, by `printable`.
    """
    return text if text.isprintable() else re.sub(_HIDDEN, REPLACEMENT, text)
