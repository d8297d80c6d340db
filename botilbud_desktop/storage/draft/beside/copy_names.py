"""Names of copies: those that Windows, Explorer, OneDrive, Dropbox, Nextcloud, Google and people give to a file."""

import re
import unicodedata
from enum import IntEnum

_WORD = r"(?:kopi|kopie|kopia|copy|copie)"
_BEFORE = re.compile(rf"{_WORD}(?: ?\(\d{{1,4}}\))?[ _]+(?:af|of|av|von)[ _]+")
"""»Kopi af X«, »Copy (2) of X«."""
_AFTER = (
    re.compile(r"[ _]*\([^()]*\)"),  # (1), (Anes konfliktede kopi 2026-11-28), (Case Conflict)
    re.compile(r"[ _]*\[[^\[\]]*\]"),  # [Conflict]
    re.compile(rf"[ _]*[-–—_ ][ _]*{_WORD}(?:[ _-]?\d{{1,4}})?"),  # - kopi, – Kopi, copy 2
    re.compile(r"[ _.-]+(?:sync-)?(?:konflikt|conflict)[\w .:+-]{0,80}"),  # _conflict-20261128-101112
)
_MOST_MARKS = 5
"""The most marks of a copy that are taken off: a copy of a copy of a copy."""


class Likeness(IntEnum):
    """How likely two files of these names are copies of one draft; the most likely first."""

    COPY = 0
    """Without the marks of copies they have one name, or one continues the other after a space or sign."""
    SIBLING = 1
    """They differ in what follows the last hyphen: copies of one draft from two computers."""
    CONTINUED = 2
    """One continues a word of the other, as `sagen` does beside `sag`: more likely another draft."""


def folded(name: str) -> str:
    """Returns a name as file systems compare it: some decompose letters such as å, and some ignore case."""
    return unicodedata.normalize("NFC", name).casefold()


def likeness(stem: str, other: str) -> Likeness | None:
    """Returns how alike two folded file names without their endings are; None when they are not."""
    first, second = _unmarked(stem), _unmarked(other)
    if first == second:
        return Likeness.COPY
    shorter, longer = sorted((first, second), key=len)
    if shorter and longer.startswith(shorter):
        return Likeness.CONTINUED if longer[len(shorter)].isalnum() else Likeness.COPY
    start, other_start = first.rpartition("-")[0], second.rpartition("-")[0]
    return Likeness.SIBLING if start and start == other_start else None


def _unmarked(stem: str) -> str:
    """Returns the name without the marks of copies, as far as something is left."""
    for _ in range(_MOST_MARKS):
        before = _BEFORE.match(stem)
        shorter = stem[before.end() :] if before else next(filter(None, (_cut(stem, mark) for mark in _AFTER)), "")
        if not shorter.strip():
            break
        stem = shorter
    return stem.strip()


def _cut(stem: str, mark: re.Pattern[str]) -> str:
    """Returns the name without this mark at its end; "" when it has none."""
    found = list(mark.finditer(stem))
    return stem[: found[-1].start()] if found and found[-1].end() == len(stem) else ""
