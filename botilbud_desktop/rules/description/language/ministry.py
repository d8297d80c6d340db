"""Finds the ministry's own words in a description: its points and criteria, whole, shortened or with an answer."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.description.language.parts import small

_WORD = re.compile(r"\w+")
_RUN = 4
"""So many words in a row are looked for."""
_LEAST_RUN = 7
"""So many in a row are the ministry's, and not only usual words."""


class MinistryWords:
    """The ministry's words of a round, prepared for a search."""

    def __init__(self, round_: Round) -> None:
        self._runs: set[tuple[str, ...]] = set()
        self._points: set[str] = set()
        for text in _texts(round_):
            words = _WORD.findall(small(text))
            self._runs.update(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
        for text in _point_texts(round_):
            self._points.add(" ".join(_WORD.findall(small(text))))

    def pasted(self, words: str) -> tuple[int, int] | None:
        """Returns where a sentence (small letters) is the ministry's, or None; the rest may be an answer."""
        found = list(_WORD.finditer(words))
        names = [each[0] for each in found]
        covered = [False] * len(found)
        for at in range(len(found) - _RUN + 1):
            if tuple(names[at : at + _RUN]) in self._runs:
                covered[at : at + _RUN] = [True] * _RUN
        best = _longest(covered)
        if best is not None and best[1] - best[0] >= _LEAST_RUN and _is_mostly(covered, names):
            return found[0].start(), found[-1].end()
        if best is not None and (best[1] - best[0] >= _LEAST_RUN or self._is_point(names[best[0] : best[1]])):
            return found[best[0]].start(), found[best[1] - 1].end()
        if found and " ".join(names) in self._points:
            return found[0].start(), found[-1].end()
        return None

    def _is_point(self, names: list[str]) -> bool:
        return len(names) >= _RUN and " ".join(names) in self._points


def _is_mostly(covered: list[bool], names: list[str]) -> bool:
    """Whether nearly all of a sentence is the ministry's, and the rest holds no figure: it is shortened, or joined."""
    rest = [name for name, is_covered in zip(names, covered, strict=True) if not is_covered]
    return 3 * len(rest) <= len(names) and not any(name.isdecimal() for name in rest)


def _longest(covered: list[bool]) -> tuple[int, int] | None:
    best, start = None, None
    for at, is_covered in enumerate((*covered, False)):
        if is_covered and start is None:
            start = at
        elif not is_covered and start is not None:
            if best is None or at - start > best[1] - best[0]:
                best = (start, at)
            start = None
    return best


def _point_texts(round_: Round) -> Iterator[str]:
    for content in round_.required_contents:
        yield content.title
        yield from re.split(r"(?<=[.?])\s|, (?:herunder|der)\b", content.text)


def _texts(round_: Round) -> Iterator[str]:
    yield from (content.text for content in round_.required_contents)
    yield from (criterion.text for criterion in round_.criteria)
    yield from (field.wording for field in round_.fields)
    yield from (round_.description_introduction, round_.documentation, *round_.weighting.items)
    yield from (round_.weighting.introduction, round_.weighting.selection, round_.weighting.coordination or "")
    for section in (*round_.background, *round_.letter):
        yield from section.paragraphs
