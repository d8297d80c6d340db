"""Puts the lines of a page together that are one sentence, and the rows whose words go on in the next line."""

import re
from collections.abc import Sequence

from botilbud_desktop.domain.document_import.structure.lines import Line
from botilbud_desktop.domain.document_import.structure.sections import is_generic, section_of
from botilbud_desktop.domain.document_import.structure.sheet_words import sheet_row, starts_row
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.figures import is_figure

_OF_A_PAGE = ", linje "
_ENDS = re.compile(r"[.!?:;][»”\")]?\Z")
_GOES_ON = re.compile(
    r"\b(?:mio|mia|mill|ca|pr|jf|nr|t|kl|bl\.a|f\.eks|fx|inkl|ekskl|evt|hhv|dvs|§)\.?\Z", re.IGNORECASE
)
_ITEM = re.compile(r"(?:[-–•*‣▪●○]|[0-9]{1,2}[.)]|[a-z]\)) ")
_AMOUNT_BEHIND = re.compile(r"(?:kr\.?|pct\.?|%|,-|[0-9])\Z", re.IGNORECASE)
_NEARLY_FULL = 0.75
_FULL = 0.97
_SHORTEST = 45
_MOST_LINES_OF_A_ROW = 3


def unwrapped(lines: Sequence[Line], round_: Round) -> tuple[Line, ...]:
    """Returns the lines with those of one paragraph as one; its place is that of all of them."""
    width = max((len(line.text) for line in lines if _OF_A_PAGE in line.place), default=0)
    found: list[Line] = []
    index = 0
    while index < len(lines):
        line, count = _row_over_lines(lines, index, round_)
        if count == 1 and found and _goes_on(found[-1], lines[index - 1], line, width, round_):
            found[-1] = _together(found[-1], line)
        else:
            if found and _may_go_on(lines[index - 1], line, width):
                found[-1] = found[-1]._replace(may_go_on=True)
            found.append(line)
        index += count
    return tuple(found)


def _row_over_lines(lines: Sequence[Line], index: int, round_: Round) -> tuple[Line, int]:
    """Returns a row whose words stand in several lines as one, and how many lines it is."""
    line = lines[index]
    if line.is_row or sheet_row(line, round_) is not None or not starts_row(line.text, round_):
        return line, 1
    joined = line
    for number, following in enumerate(lines[index + 1 : index + _MOST_LINES_OF_A_ROW], start=2):
        joined = _together(joined, following)
        if sheet_row(joined, round_) is not None:
            return joined, number
    return line, 1


def _together(line: Line, following: Line) -> Line:
    last = following.last or following.first
    if following.is_row:
        cells = (f"{line.text} {following.cells[0]}".strip(), *following.cells[1:])
        return line._replace(cells=cells, last=last)
    return line._replace(cells=(f"{line.text} {following.text}",), last=last)


def _goes_on(so_far: Line, last: Line, line: Line, width: int, round_: Round) -> bool:
    if _OF_A_PAGE not in last.place or _OF_A_PAGE not in line.place or last.is_row or line.is_row:
        return False
    if so_far.level != line.level or line.is_listed or _ITEM.match(line.text):
        return False
    if _GOES_ON.search(last.text):
        return True
    if _ENDS.search(last.text):
        return False
    if any(_is_structure(each, round_) for each in (so_far, line)) or is_figure(line.text):
        return False
    starts_small = line.text[:1].islower()
    if len(last.text) < _SHORTEST and not (starts_small and so_far is not last and len(so_far.text) > len(last.text)):
        return False
    return starts_small or (len(last.text) >= _NEARLY_FULL * width and not _AMOUNT_BEHIND.search(last.text))


def _may_go_on(last: Line, line: Line, width: int) -> bool:
    """Whether a paragraph that ends where the page does may go on: the next word would not have stood on the line."""
    if _OF_A_PAGE not in last.place or _OF_A_PAGE not in line.place or not _ENDS.search(last.text):
        return False
    return len(last.text) + 1 + len(line.text.split(" ")[0]) > _FULL * width


def _is_structure(line: Line, round_: Round) -> bool:
    return sheet_row(line, round_) is not None or section_of(line.text, round_) is not None or is_generic(line.text)
