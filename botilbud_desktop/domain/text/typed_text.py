"""Tidies short typed or pasted text before it is read as a number or a date."""

import re

_SPACES = "[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+"
_INVISIBLE = "[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
_DASHES = "[\u2010-\u2013\u2212]"


def tidy(text: str) -> str:
    """Returns `text` in lower case and trimmed, with runs of spaces of any width as one space and dashes as hyphens.

    Invisible characters from web pages and Word are dropped. Tabs and line breaks *inside* the text stay: they
    separate two cells of a spreadsheet, which must not merge into one number.
    """
    spaced = re.sub(_SPACES, " ", re.sub(_INVISIBLE, "", text))
    return re.sub(_DASHES, "-", spaced).strip().lower()
