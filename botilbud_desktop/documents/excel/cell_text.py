"""Texts as cells hold them: nothing invisible in them, and never longer than a cell can hold or show."""

import re
from functools import lru_cache
from textwrap import wrap

from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.domain.text.hidden_marks import visible

LONGEST_CELL = 32_767
"""The most UTF-16 code units of a cell; a program that opens a longer one cuts it."""
MOST_LINES = 22
"""The most lines of a piece: a row cannot be higher than 409 points."""
MOST_SHOWN = 27
"""The most lines that the highest row shows."""
_OF_A_LINE, _LEAST_OF_A_LINE = 1.12, 0.52
"""How many letters fill a line, by its width in digits: small letters, and capitals or wide signs."""
_FIRST_WIDE = "\u2e80"
_LINES_OF_A_PART = 11
"""Long words may take twice as many lines."""
_LINE_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_HAS_BREAKS = re.compile("[\n\t]")
_CUT = "… (resten er for lang til en celle)"


def cell_text(text: str) -> str:
    """Returns `text` with line breaks of any kind as LF, and invisible characters as `�`.

    xlsxwriter takes a text between `<r>` and `</r>` for markup of its own, so such a text gets a space at its end.
    """
    shown = visible(_LINE_BREAK.sub("\n", text))
    return f"{shown} " if shown.startswith("<r>") and shown.endswith("</r>") else shown


def in_one_cell(text: str) -> str:
    """Returns `text` as far as one cell can hold it; what is left out is said at its end."""
    if len(text) * 2 <= LONGEST_CELL or utf16_length(text) < LONGEST_CELL:
        return text
    room = LONGEST_CELL - len(_CUT) - 1
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + _CUT


def pieces(text: str, width: float) -> list[str]:
    """Returns `text` in pieces that a cell of `width` characters can show; put together again they are the text.

    They end at line breaks, or at spaces where a line alone is too long.
    """
    found, height = [""], 0
    for part in _parts(text, max(4, int(width * _LEAST_OF_A_LINE)) * _LINES_OF_A_PART):
        needed = shown_lines(part.rstrip("\n"), width)
        if height + needed > MOST_LINES and found[-1]:
            found.append("")
            height = 0
        found[-1] += part
        height += needed
    return found


@lru_cache(maxsize=1024)
def shown_lines(text: str, width: float) -> int:
    """Returns about how many lines a text takes in a cell of `width` characters, at most as many as a row can show."""
    if len(text) <= width * _LEAST_OF_A_LINE and not _HAS_BREAKS.search(text):
        return 1
    seen = text[: int(width + 4) * 2 * MOST_SHOWN]
    wide = sum(1 for character in seen if character.isupper() or character > _FIRST_WIDE)
    a_line = max(4, int(width * (_OF_A_LINE - (_OF_A_LINE - _LEAST_OF_A_LINE) * wide / max(1, len(seen)))))
    return min(MOST_SHOWN, sum(_wrapped(line, a_line) for line in seen.split("\n")[:MOST_SHOWN]))


def _wrapped(line: str, a_line: int) -> int:
    """Returns how many lines of `a_line` letters a line takes; programs break long words at other places."""
    if len(line) <= a_line and "\t" not in line:
        return 1
    count = len(wrap(line, a_line))
    has_long_word = count > 1 and max(map(len, line.split())) > a_line / 2
    return max(1, count + has_long_word)


def _parts(text: str, longest: int) -> list[str]:
    """Returns the lines of `text` with their breaks; those of more than `longest` characters in parts."""
    parts: list[str] = []
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        while len(line) > longest:
            at = line.rfind(" ", 0, longest) + 1 or longest
            parts.append(line[:at])
            line = line[at:]
        parts.append(line)
    return parts
