"""The signs at the beginning of list items, as people and programs write them."""

import re

_BULLET = re.compile(r"(?:[-–•‣⁃∙■▪►○●◦➢➤❖✓✔*·\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc][ \t\u00a0]+|[o§]\t[ \t]*)(?=\S)")
_NUMBER = re.compile(r"(?:[0-9]{1,2}[.)]|[a-zA-Z]\))[ \t\u00a0]+(?=\S)")


def without_bullet(text: str) -> str | None:
    """Returns a list item without its bullet; None for a text that begins with none."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else None


def is_numbered(text: str) -> bool:
    """Whether a text begins as an item of a numbered list: `1. Formål`, `a) Pladser`. A date does not."""
    return _NUMBER.match(text) is not None
