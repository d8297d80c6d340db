"""Heads and feet that the pages repeat, and page numbers: found by what stands at the same place on several pages."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from botilbud_desktop.documents.foreign.words.lines import Line
from botilbud_desktop.domain.document_import.blocks import LeftOut

_LINES = 4
"""So many lines at the top and at the bottom may repeat."""
_LEAST_PAGES = 2
_DIGITS = re.compile("[0-9]+")
_PAGE_NUMBER = re.compile(
    r"(?:side|page|s\.)?\s?[0-9]{1,3}(?:\s?(?:/|af|of|ud af)\s?[0-9]{1,3})?|[-–] ?[0-9]{1,3} ?[-–]", re.IGNORECASE
)
_NEAR = 6.0
_REPEATED = "Det står på flere sider som sidehoved eller sidefod."
_TWICE = "Linjen står også nederst på siden før. Den er kun læst én gang."
_LONGER_THAN_A_HEADING = 40
_NUMBER = "Det er et sidetal."


def without_margins(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[LeftOut]]:
    """Returns the lines of the pages without what they repeat, and what that is; it is told once."""
    counts = Counter(key for lines in pages for key in {_key(line) for line in _outer(lines)})
    kept: list[list[Line]] = []
    left_out: dict[str, LeftOut] = {}
    for number, lines in enumerate(pages, start=1):
        edges = {id(line) for line in _outer(lines)}
        outermost = {id(line) for line in (lines[:1] + lines[-1:])}
        kept.append([])
        for index, line in enumerate(lines, start=1):
            is_number = id(line) in outermost and bool(_PAGE_NUMBER.fullmatch(line.text.strip()))
            if id(line) in edges and len(pages) >= _LEAST_PAGES and counts[_key(line)] >= _least(len(pages)):
                why = _NUMBER if is_number else _REPEATED
                left_out.setdefault(_key(line)[0], LeftOut(f"side {number}, linje {index}", line.text, why))
            elif is_number and len(lines) > 1:
                left_out.setdefault("#", LeftOut(f"side {number}, linje {index}", line.text, _NUMBER))
            else:
                kept[-1].append(line)
    return kept, [*left_out.values(), *_repeated_at_breaks(kept, pages)]


def _repeated_at_breaks(kept: list[list[Line]], pages: Sequence[list[Line]]) -> list[LeftOut]:
    """Takes away lines that stand at the end of a page and again at the top of the next: they were cut in two."""
    found: list[LeftOut] = []
    for index, (before, after) in enumerate(itertools.pairwise(kept), start=2):
        if before and after and before[-1].text == after[0].text and len(after[0].text) > _LONGER_THAN_A_HEADING:
            number = [id(line) for line in pages[index - 1]].index(id(after[0])) + 1
            found.append(LeftOut(f"side {index}, linje {number}", after.pop(0).text, _TWICE))
    return found


def _least(pages: int) -> int:
    """How many pages must have a line for it to be a head or a foot."""
    return max(_LEAST_PAGES, pages // 2)


def _outer(lines: list[Line]) -> list[Line]:
    few = min(_LINES, max(1, len(lines) // 3))
    return lines[:few] + lines[-few:] if len(lines) > 1 else []


def _key(line: Line) -> tuple[str, int]:
    """Returns what a repeated line has in common: its text but for numbers, and its height."""
    return _DIGITS.sub("#", line.text), round(line.bottom / _NEAR)
