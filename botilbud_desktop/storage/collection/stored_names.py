"""File names as text that can always be stored.

A name on Linux may have bytes that are not Unicode; Python shows each as a lone surrogate, which no JSON can hold.
"""

import re

_LONE = re.compile("[\ud800-\udfff]")
_STORED = re.compile(r"\\u([0-9a-f]{4})")
LONGEST_STORED = 4_096 * 6
"""The longest path on Linux, stored with six characters for each byte."""


def stored_name(name: str) -> str:
    """Returns the name with six plain characters for each such byte; `own_name` gives it back."""
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", name.replace("\\u", r"\u005cu"))


def own_name(stored: str) -> str:
    """Returns the name of the file."""
    return _STORED.sub(lambda found: chr(int(found[1], 16)), stored)
