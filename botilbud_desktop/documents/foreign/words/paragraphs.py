"""Puts the lines of running text together to paragraphs: by the gaps between them, their beginnings and their ends."""

import itertools
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from botilbud_desktop.documents.foreign.words.lines import Line
from botilbud_desktop.documents.foreign.words.rows import NumberedLine
from botilbud_desktop.domain.document_import.blocks import BOLD_LEVEL, Paragraph
from botilbud_desktop.domain.document_import.lists import is_numbered, without_bullet
from botilbud_desktop.domain.text.joining.joints import joined_ends
from botilbud_desktop.domain.text.joining.line_words import cannot_end, is_over, starts_small

_GAP = 1.25
"""A gap between paragraphs, as so many times the usual distance of lines."""
_OTHER_SIZE = 0.08
_INDENT = 0.8
"""A line begins further in when it does by so many times its size."""
_LARGER = 1.08
_FULL, _COUNTED = 0.75, 0.8
"""Lines that reach so far are full; so many of them reach no further than the edge."""
_LONGEST_HEADING = 150


class Usual(NamedTuple):
    """What is usual in a document."""

    size: float
    """The size of most letters."""
    distances: dict[int, float]
    """The distance from line to line, by the size of the letters (rounded)."""
    sizes: tuple[float, ...]
    """The sizes of headings, the largest first."""


class Open(NamedTuple):
    """A paragraph as far as it is read."""

    page: int
    number: int
    text: str
    last: Line
    right: float
    """How far its column reaches."""
    is_bold: bool
    size: float
    lines: int


def usual_of(pages: Sequence[Sequence[Line]]) -> Usual:
    """Returns what is usual in the lines of a document."""
    letters: Counter[float] = Counter()
    distances: dict[int, Counter[float]] = {}
    for lines in pages:
        for line in lines:
            letters[round(line.size, 1)] += len(line.text)
        for above, below in itertools.pairwise(lines):
            distance = round(above.bottom - below.bottom, 1)
            if 0.8 * below.size < distance < 2.2 * below.size and abs(above.size - below.size) < 0.5:
                distances.setdefault(round(below.size), Counter())[distance] += 1
    size = letters.most_common(1)[0][0] if letters else 0.0
    larger = sorted((each for each in letters if each > _LARGER * size), reverse=True)
    return Usual(size, {each: _smallest_common(found) for each, found in distances.items()}, tuple(larger))


def _smallest_common(found: Counter[float]) -> float:
    """Returns the smallest distance that is no exception."""
    most = max(found.values())
    return min(distance for distance, count in found.items() if count >= most / 3)


def paragraphs_of(page: int, lines: Sequence[NumberedLine], usual: Usual, known: Collection[str]) -> list[Open]:
    """Returns the paragraphs of running text upon one page."""
    right = _right_edge([line for _number, line in lines])
    found: list[Open] = []
    for number, line in lines:
        if found and not _begins(found[-1], line, usual):
            before = found[-1]
            text = joined_ends(before.text, line.text.replace("\t", " "), known)
            found[-1] = before._replace(
                text=text, last=line, is_bold=before.is_bold and line.is_bold, lines=before.lines + 1
            )
        else:
            found.append(Open(page, number, line.text, line, right, line.is_bold, line.size, 1))
    return found


def _right_edge(lines: Sequence[Line]) -> float:
    """Returns how far full lines reach; single ones that reach further do not count."""
    rights = sorted(line.right for line in lines)
    longest = rights[-1]
    full = [right for right in rights if right > longest * _FULL]
    return full[int(len(full) * _COUNTED)]


def goes_on(before: Open, after: Open) -> bool:
    """Whether a paragraph goes on at the top of the next page."""
    is_same = abs(before.size - after.size) < _OTHER_SIZE * before.size and before.is_bold == after.is_bold
    return (
        is_same
        and not _is_item(after.text)
        and (cannot_end(before.text) or (not is_over(before.text) and starts_small(after.text)))
    )


def _begins(before: Open, line: Line, usual: Usual) -> bool:
    """Whether a line begins a paragraph."""
    last = before.last
    if _is_item(line.text):
        return True
    if abs(line.size - last.size) > _OTHER_SIZE * last.size or line.is_bold != last.is_bold:
        return not (starts_small(line.text) and cannot_end(before.text))
    distance = last.bottom - line.bottom
    expected = usual.distances.get(round(line.size), 1.3 * line.size)
    if distance > _GAP * expected or distance < 0:
        return True
    is_list = _is_item(before.text)
    if line.left > last.left + _INDENT * line.size and not is_list and before.lines > 1:
        return True
    if line.left < last.left - _INDENT * line.size and (before.lines > 1 or is_list):
        return True
    first_word = line.text.split()[0]
    letter = (line.right - line.left) / max(1, len(line.text))
    would_fit = last.right + letter * (len(first_word) + 1.5) < before.right
    return would_fit and not (starts_small(line.text) and not is_over(before.text))


def _is_item(text: str) -> bool:
    return without_bullet(text) is not None or is_numbered(text)


def paragraph(found: Open, usual: Usual) -> Paragraph:
    """Returns a paragraph with its place. Larger letters than usual, or bold ones, make a heading."""
    place = f"side {found.page}, linje {found.number}"
    bare = without_bullet(found.text)
    if bare is not None:
        return Paragraph(bare, place, is_listed=True)
    level = 0
    if len(found.text) <= _LONGEST_HEADING:
        if found.size > _LARGER * usual.size:
            level = min(usual.sizes.index(round(found.size, 1)) + 1 if round(found.size, 1) in usual.sizes else 1, 6)
        elif found.is_bold:
            level = BOLD_LEVEL
    return Paragraph(found.text, place, level, is_listed=not level and is_numbered(found.text))
