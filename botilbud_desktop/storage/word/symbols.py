"""The signs of symbol fonts that Word stores by their numbers."""

import re

_KNOWN = {0x6F: "☐", 0x78: "☒", 0xA8: "☐", 0xB7: "•", 0xE0: "→", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
"""By the last byte of the number, in the fonts Symbol and Wingdings."""
_PRIVATE = range(0xF000, 0xF100)
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{4}")


def symbol(number: str) -> str:
    """Returns the sign with a hexadecimal number; one that is not known stays the sign of its font."""
    if not _HEXADECIMAL.fullmatch(number):
        return ""
    code = int(number, 16)
    if code in _PRIVATE:
        return _KNOWN.get(code & 0xFF, chr(code))
    return chr(code) if chr(code).isprintable() else ""
