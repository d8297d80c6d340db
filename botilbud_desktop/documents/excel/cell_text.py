"""Texts as cells hold them: nothing invisible in them, and never longer than a cell can hold or show."""

import re
from math import ceil
from textwrap import wrap

from botilbud_desktop.domain.text.counting import utf16_length
from botilbud_desktop.domain.text.hidden_marks import visible

LONGEST_CELL = 32_767
"""The most UTF-16 code units of a cell; a program that opens a longer one cuts it."""
MOST_LINES = 22
"""The most lines of a piece: a row cannot be higher than 409 points."""
MOST_SHOWN = 27
"""The most lines that the highest row shows."""
_LEFT_OF_A_LINE = 0.85
"""The part of a line that words fill on average."""
_CUT = "… (resten er for lang til en celle)"


def cell_text(text: str) -> str:
    """Returns `text` with line breaks as LF, and invisible characters as `�`.

    xlsxwriter takes a text between `<r>` and `</r>` for markup of its own, so such a text gets a space at its end.
    """
    shown = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
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
    a_line = max(8, int(width * _LEFT_OF_A_LINE))
    found, height = [""], 0
    for part in _parts(text, a_line * MOST_LINES):
        needed = max(1, ceil(utf16_length(part.rstrip("\n")) / a_line))
        if height + needed > MOST_LINES and found[-1]:
            found.append("")
            height = 0
        found[-1] += part
        height += needed
    return found


def shown_lines(text: str, width: float) -> int:
    """Returns about how many lines a text takes in a cell of `width` characters, at most as many as a row can show."""
    a_line = max(4, int(width))
    lines = text[: a_line * MOST_SHOWN].split("\n")[:MOST_SHOWN]
    return min(MOST_SHOWN, sum(max(1, len(wrap(line, a_line))) for line in lines))


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
