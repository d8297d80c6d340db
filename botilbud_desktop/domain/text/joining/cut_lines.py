"""Finds line breaks that a layout made in the middle of a paragraph, as in text copied from a PDF, and joins the lines.

A break goes only where the text itself shows that it was made by the width of a page. Lists, headings, addresses,
rows of tables and real paragraphs keep theirs; where it is doubtful the break stays.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from botilbud_desktop.domain.text.joining.joints import joined_pair, known_words
from botilbud_desktop.domain.text.joining.line_words import (
    cannot_end,
    goes_on,
    is_item,
    is_over,
    numbered,
    starts_large,
    starts_small,
)
from botilbud_desktop.domain.text.joining.widths import MEASURES, Measure

NARROWEST = 35
"""The fewest characters of a line that a page's width has cut; addresses and headings are shorter."""
WIDEST = 160
"""The most characters that stand on one line of a page; longer lines are whole paragraphs."""
_FAIRLY_FULL = 0.8
"""Lines that end in the middle of a sentence are about this full at least, since long words go to the next line."""
_A_LITTLE_WIDER = 1.02
_LINES_OF_PROSE = 3
"""Headings have fewer lines."""
_WITHIN = re.compile(r"[.!?] ")


class Joined(NamedTuple):
    """A text whose cut lines are joined."""

    text: str
    breaks: int = 0
    """How many line breaks went."""
    words: tuple[str, ...] = ()
    """The words that were put together again, in their order: `derfor`."""
    doubtful: int = 0
    """How many breaks after a full stop stayed that may be those of paragraphs, or of the page."""


def joined_lines(text: str) -> Joined:
    """Returns `text` with the lines joined that a page's width has cut; line breaks are LF.

    Nothing but line breaks, spaces beside them and hyphens at a cut goes. Used for pasted text and for that of PDFs.
    """
    lines = text.split("\n")
    if len(lines) < 2:
        return Joined(text)
    cuts, doubtful = _cuts(lines)
    if not cuts:
        return Joined(text)
    known = known_words(text)
    paragraphs = [lines[0]]
    words: list[str] = []
    breaks = 0
    is_cut = 0 in cuts
    for index, line in enumerate(lines[1:], start=1):
        if not is_cut:
            paragraphs.append(line)
        elif line.strip():
            joint = joined_pair(paragraphs[-1], line, known)
            paragraphs[-1] = joint.text
            words += [joint.word] if joint.word else []
            breaks += 1
        else:
            breaks += 1
            continue
        is_cut = index in cuts
    return Joined("\n".join(paragraphs), breaks, tuple(words), doubtful)


class _Break(NamedTuple):
    """A break between two lines that have text."""

    line_index: int
    """The index of the line before it."""
    line: str
    after: str
    is_within_sentence: bool
    """Whether the words alone show that the sentence goes on."""


class _Page(NamedTuple):
    """The width of the page that cut the lines."""

    measure: Measure
    width: float

    def is_full(self, one: _Break, part: float = 1) -> bool:
        """Whether the next word had no room on the line, or on this part of it."""
        return self.measure(f"{one.line} {one.after.split(maxsplit=1)[0]}") > part * self.width

    def holds(self, one: _Break) -> bool:
        """Whether a line is no wider than the page."""
        return self.measure(one.line) <= _A_LITTLE_WIDER * self.width


class _Cuts(NamedTuple):
    """The indices of the lines that go on in the next one, and how many full lines end with a full stop."""

    lines: set[int]
    doubtful: int


def _cuts(lines: list[str]) -> _Cuts:
    numbers = numbered(lines)
    found = [
        _Break(index, line, after, goes_on(line, after))
        for index, line, after in _neighbours(lines)
        if _may_be_cut(line, after, numbers)
    ]
    sure = [each for each in found if each.is_within_sentence]
    if not sure:
        return _Cuts(set(), 0)
    page = _page_of(sure)
    has_marks = _marks_paragraphs(lines)
    apart = _kept_apart(lines, page)
    cuts: set[int] = set()
    doubtful = 0
    for each in found:
        if each.line_index in apart:
            is_cut = False
        elif each.is_within_sentence:
            is_cut = page.is_full(each, _FAIRLY_FULL)
        elif not (page.is_full(each) and page.holds(each)):
            is_cut = False
        elif is_over(each.line):
            is_cut = has_marks
            doubtful += not has_marks
        else:
            is_cut = not starts_large(each.after) or _is_in_prose(lines, each.line_index, cuts)
        if is_cut:
            cuts.add(each.line_index)
    return _Cuts(cuts, doubtful)


def _kept_apart(lines: list[str], page: _Page) -> set[int]:
    """Returns the lines of lists without signs, which the writer put below each other in the middle of a sentence.

    They follow a colon, or a line that ends in the middle of a sentence though the next word had room. The first line
    may be a part of one, where the copying began.
    """
    kept: set[int] = set()
    is_list = False
    for index, (line, after) in enumerate(pairwise(lines)):
        line = line.rstrip()
        goes_on_small = bool(after.strip()) and starts_small(after) and not is_over(line)
        if goes_on_small and not is_list:
            one = _Break(index, line, after, is_within_sentence=True)
            is_list = line.endswith(":") or (index > 0 and bool(line) and not page.is_full(one, _FAIRLY_FULL))
        if is_list:
            kept.add(index)
        is_list = is_list and goes_on_small
    return kept


def _marks_paragraphs(lines: list[str]) -> bool:
    """Whether empty lines stand between the paragraphs, so that no other break is one."""
    beside = zip(lines, lines[1:], lines[2:], strict=False)
    return any(is_over(line.rstrip()) and not empty.strip() and after.strip() for line, empty, after in beside)


def _is_in_prose(lines: list[str], index: int, cuts: set[int]) -> bool:
    """Whether what comes before the end of a line is longer than a heading: three lines, or more than a sentence."""
    start = index
    while start - 1 in cuts:
        start -= 1
    begun = lines[start : index + 1]
    return len(begun) >= _LINES_OF_PROSE or (len(begun) > 1 and any(_WITHIN.search(line) for line in begun))


def _page_of(sure: list[_Break]) -> _Page:
    """Returns the width of lines that were cut for sure, by the measure that explains more of the cuts."""
    pages = [_Page(measure, max(measure(each.line) for each in sure)) for measure in MEASURES]
    return max(pages, key=lambda page: sum(page.is_full(each) for each in sure))


def _neighbours(lines: list[str]) -> list[tuple[int, str, str]]:
    """Returns each line with the next one; beyond one empty line only where the sentence cannot be over."""
    found = []
    for index, line in enumerate(lines[:-1]):
        after = lines[index + 1]
        if not after.strip() and index + 2 < len(lines) and cannot_end(line) and starts_small(lines[index + 2]):
            after = lines[index + 2]
        found.append((index, line.rstrip(), after))
    return found


def _may_be_cut(line: str, after: str, numbers: frozenset[str]) -> bool:
    return (
        NARROWEST <= len(line) <= WIDEST
        and bool(after.strip())
        and "\t" not in line
        and "\t" not in after
        and not after.startswith(("  ", "\u00a0"))
        and not line.endswith((":", ";"))
        and line.split()[:2] != after.split()[:2]
        and not is_item(after, numbers)
    )
