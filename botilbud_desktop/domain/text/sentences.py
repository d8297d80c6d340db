"""Splits a text into paragraphs or sentences and the white space between them; nothing is lost.

A sentence ends with a full stop, a question mark or an exclamation mark before white space and a capital letter, a
digit, a quotation mark or a dash. The full stop of an abbreviation, an initial, a list number or a date ends none. A
line break always ends a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\n\s*")
_POSSIBLE_GAP = re.compile(r"(?<=[.!?…\"”’»«)\]])\s+|\n\s*")
_LAST_WORD = re.compile(r"[^\s(\[»«“”\"]*\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]\Z")
_CLOSING = '"”’»«)]'
_OPENING = '"“”»«‘([-–—§*•'
_LONGEST_WORD = 24

_GOING_ON = """
    adr afd afs alm ang apr art aug bek bekg bilag bl bl.a ca cand cirk dec dir dr dvs d.v.s eks ekskl el.lign evt ex
    f.eks feb fhv frk ft fuldm fx gl gns gnsn h.h.v henh hhv hr ifm ift iflg iht ill inkl jan jf jfr jnr j.nr jr jul jun
    kap kgl kl konst kst lb.nr lbk litra lok maks mar max mdl medarb mhp mht mia mill min mio modt ndr nov nr nuv okt
    omkr opr p.g.a pga pkt pr prof p.t pt ref resp sdr sek sj sep sept skr skt st stk tab tilsv tlf ugtl v.h.a vedr vejl
    vha vol vs ø årg
"""
"""Words after whose full stop a sentence goes on. Those that may also end one (»kr.«, »mv.«, »osv.«) are missing."""
_ABBREVIATIONS = frozenset(_GOING_ON.split())
_MAGNITUDES = frozenset(("mio", "mia", "mill", "millioner", "milliarder", "tusind", "tusinde"))


class Split(NamedTuple):
    """A text in units. The first and the last unit are empty: they stand for the start and the end of the text."""

    units: tuple[str, ...]
    gaps: tuple[str, ...]
    """The white space between each unit and the next."""

    def places(self) -> Iterator[tuple[int, int]]:
        """Yields where each unit of words begins and ends in the text."""
        position = 0
        for unit, gap in zip(self.units, (*self.gaps, ""), strict=True):
            if unit:
                yield position, position + len(unit)
            position += len(unit) + len(gap)

    def text(self, start: int, end: int) -> str:
        """Returns the units from `start` up to `end` with the white space between them."""
        if start >= end:
            return ""
        inner = (part for index in range(start, end - 1) for part in (self.units[index], self.gaps[index]))
        return "".join((*inner, self.units[end - 1]))


def paragraphs(text: str) -> Split:
    """Splits a text at its line breaks; blank lines belong to the white space between two paragraphs."""
    return _split(text, ((_back_to_text(text, found.start()), found.end()) for found in _LINE_BREAK.finditer(text)))


def sentences(text: str) -> Split:
    """Splits a text into sentences, also at its line breaks."""
    return _split(text, _sentence_gaps(text))


def _sentence_gaps(text: str) -> Iterator[tuple[int, int]]:
    start, last = len(text) - len(text.lstrip()), len(text)
    for found in _POSSIBLE_GAP.finditer(text):
        at, following = found.span()
        if "\n" in found[0]:
            yield _back_to_text(text, at), following
        elif following == last or not _ends_sentence(text, start, at, text[following]):
            continue
        else:
            yield at, following
        start = following


def _back_to_text(text: str, position: int) -> int:
    """Returns where the white space before `position` begins."""
    while position and text[position - 1].isspace():
        position -= 1
    return position


def _ends_sentence(text: str, start: int, end: int, follows: str) -> bool:
    """Whether the sentence that begins at `start` ends at `end`, where white space and then `follows` comes."""
    if not (follows.isupper() or follows.isdecimal() or follows in _OPENING):
        return False
    before = text[max(start, end - _LONGEST_WORD) : end].rstrip(_CLOSING)
    if not before.endswith("."):
        return before.endswith(("!", "?", "…"))
    found = _LAST_WORD.search(before.rstrip("."))
    word = found[0] if found else ""
    if word.isdecimal():
        is_list_number = end - start == len(word) + 1
        return not is_list_number and not (len(word) <= 2 and follows.isdecimal())
    if follows.isdecimal() and _is_unit_ahead(before):
        return False
    return word.lower() not in _ABBREVIATIONS and not _INITIALS.match(word)


def _is_unit_ahead(before: str) -> bool:
    """Whether »kr.« stands ahead of its number: `på kr. 8.000.000`, but not `8 mio. kr. 5 pladser`."""
    words = before.rstrip(".").split()
    if not words or words[-1].lower() != "kr":
        return False
    ahead = words[-2] if len(words) > 1 else ""
    return not ahead[-1:].isdecimal() and not ahead.endswith(".") and ahead.lower() not in _MAGNITUDES


def _split(text: str, gaps: Iterable[tuple[int, int]]) -> Split:
    units, between = [""], []
    position = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    between.append(text[:position])
    for start, following in gaps:
        if position < start < end:
            units.append(text[position:start])
            between.append(text[start:following])
            position = following
    if position < end:
        units.append(text[position:end])
        between.append(text[end:])
    return Split((*units, ""), tuple(between))


def enumerated(words: Sequence[str]) -> str:
    """Returns words as they are listed in a sentence: `a, b og c`."""
    return f"{', '.join(words[:-1])} og {words[-1]}" if len(words) > 1 else "".join(words)
