"""Cuts a description into headings and sentences, each with its place and the heading that it answers."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from botilbud_desktop.domain.text.sentences import sentences
from botilbud_desktop.rules.description.language.tables import is_row, legends_of_rows, sentences_of_tables
from botilbud_desktop.rules.text_results import Span

_LONGEST = 1_200
"""A longer sentence is cut at a space: it is none, and each piece is read again at each key."""
_LONGEST_HEADING = 90
_MOST_WORDS_OF_HEADING = 9
_MOST_WORDS_OF_LABEL = 3
_MARK = re.compile(r"[\s>*•·▪●◦–—-]*(?:(?:\(?[0-9]{1,2}|\(?[a-h])[.):](?:[0-9.]{0,4})(?=\s|\Z)\s*)?", re.IGNORECASE)
"""What stands ahead of the words of a line: a bullet, `2.`, `a)`."""
_IS_LISTED = re.compile(r"\s*(?:[>*•·▪●◦–—-]|\(?[0-9]{1,2}[.)]|\(?[a-h]\))\s")
_FINITE = re.compile(
    r"\b(?:er|var|bliver|blev|vil|skal|kan|har|får|søger|søges|tages|forventes|forventer|etableres|opføres|bygges|"
    r"udvides|udvider|ønsker|åbner|står|flytter|stilles|reserveres|renoveres|ombygges|indrettes|afventer|følger|"
    r"oplyses|mangler|kommer|giver|bidrager|sælges|tilbydes|rykker|omfatter|består|indeholder|falder)\b"
)
_NUMBERED = re.compile(r"\s*(?:punkt\s*)?[0-9]{1,2}[.):]\s")
_HAS_VALUE = re.compile(r"[0-9]")


class Kind(Enum):
    """What a part of the text is."""

    HEADING = "heading"
    QUESTION = "question"
    SENTENCE = "sentence"


class Part(NamedTuple):
    """A heading, a question or a sentence of the text."""

    span: Span
    words: str
    """In small letters, one for each of the text, so that positions agree."""
    kind: Kind
    heading: str
    """The words of the headings that it stands under, in small letters."""
    is_listed: bool
    paragraph: int
    """Counts the lines of the text."""
    is_cell: bool = False
    """Whether the words are a cell of a table with its head and label, and not as they stand in the text."""


class _Line(NamedTuple):
    start: int
    text: str
    number: int
    is_last: bool
    """Whether an empty line or the end follows."""
    is_above_rows: bool
    """Whether the row of a table follows."""


def parts(text: str) -> Iterator[Part]:
    """Yields the headings, questions and sentences of a text."""
    heading, label, in_list = "", "", False
    tables, legends = _tables(text), legends_of_rows(small(text).split("\n")) if "\n(" in text else {}
    for line in _lines(text):
        mark = _MARK.match(line.text)
        at = mark.end() if mark else 0
        words = small(line.text[at:].rstrip())
        if not words:
            continue
        is_listed = _IS_LISTED.match(line.text) is not None
        if label and in_list and not is_listed:
            label = ""  # the list below the label is over
        span = Span(line.start + at, line.start + at + len(words))
        if line.number in tables:
            above = f"{heading} {label}".strip()
            kind = Kind.SENTENCE if tables[line.number] else Kind.HEADING
            for cell in tables[line.number] or (words,):
                yield Part(span, cell, kind, above, is_listed, line.number, is_cell=kind is Kind.SENTENCE)
            continue
        if _is_heading(words, line, is_listed):
            if words.endswith(":") and not _NUMBERED.match(line.text):
                label, in_list = words, False
            else:
                heading, label = words, ""
            above = heading if label and heading != words else ""
            yield Part(span, words, Kind.HEADING, above, is_listed, line.number)
            continue
        in_list = in_list or is_listed
        above = f"{heading} {label} {legends.get(line.number, '')}".strip()
        is_one = is_row(line.text) and len(words) <= _LONGEST_HEADING
        pieces = [(0, len(words))] if is_one else list(_sentences(line.text[at : at + len(words)]))
        for start, end in pieces:
            sentence = words[start:end]
            if start == 0 and len(pieces) > 1 and _is_label(sentence):
                above = f"{above} {sentence}".strip()
                yield Part(Span(span.start, span.start + end), sentence, Kind.HEADING, "", is_listed, line.number)
                continue
            kind = Kind.QUESTION if sentence.rstrip(' )»"”').endswith("?") else Kind.SENTENCE
            place = Span(span.start + start, span.start + end)
            yield Part(place, sentence, kind, above, is_listed, line.number)
        if label and not is_listed and not in_list and line.is_last:
            label = ""


def _tables(text: str) -> Mapping[int, tuple[str, ...]]:
    if "\t" not in text and "|" not in text:
        return {}
    return sentences_of_tables([small(line.replace("\t", "|")) for line in text.split("\n")])


def small(text: str) -> str:
    """Returns a text in small letters with plain spaces, each character at its place."""
    folded = text.lower()
    if len(folded) != len(text):
        folded = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
    return folded.replace("\u00a0", " ").replace("\t", " ").replace("\u202f", " ").replace("’", "'")


_LAW = re.compile(
    r"(?:§{1,2} ?|\b(?:abl|sel|servicelovens?) ?)[0-9]{1,3}(?: ?(?:og/eller|og|eller|/|,|-|–|\+|"
    r"samt) ?(?:§{1,2} ?)?(?:66|85|10[578])(?![0-9.,]*[0-9]))*"
)


_DIGIT = re.compile("[0-9]")


def without_laws(words: str) -> str:
    """Returns small letters, as long as before, in which the numbers of paragraphs are no numbers."""
    if "§" not in words and "abl" not in words and "sel" not in words:
        return words
    return _LAW.sub(lambda law: _DIGIT.sub("q", law[0]), words)


def _lines(text: str) -> Iterator[_Line]:
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        yield _Line(start, line, number, not following.strip(), is_row(following))
        start += len(line) + 1


def _is_heading(words: str, line: _Line, is_listed: bool) -> bool:
    if len(words) > _LONGEST_HEADING and not (words.endswith(":") and _NUMBERED.match(line.text)):
        return False
    if words.endswith(":") or (line.is_above_rows and not is_row(line.text) and not words.endswith((".", "?"))):
        return True
    ends = words.endswith((".", "!", "?", ",", ";")) and not _ENDS_IN_UNIT.search(words)
    if ends and not _NUMBERED.match(line.text):
        return False
    if is_row(line.text) or ":" in words or _FINITE.search(words) or words.endswith(("?", ",", ";")):
        return False
    if len(words.split()) > _MOST_WORDS_OF_HEADING:
        return False
    return not is_listed or (_NUMBERED.match(line.text) is not None and not _HAS_VALUE.search(words))


def _is_label(sentence: str) -> bool:
    """Whether the first words of a line are a heading within it: »Lån. 8,8 mio. kr. i 2025 …«."""
    return (
        sentence.endswith((".", "?"))
        and len(sentence.split()) <= _MOST_WORDS_OF_LABEL
        and not _HAS_VALUE.search(sentence)
        and not _FINITE.search(sentence)
        and sentence not in ("ja.", "nej.")
    )


_ENDS_IN_UNIT = re.compile(r"(?:kr|mio|pct|mill|stk)\.\Z")


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    split = sentences(line)
    units = list(zip(split.units, (*split.gaps, ""), strict=True))
    position = start = 0
    for number, (unit, gap) in enumerate(units):
        end = position + len(unit)
        position = end + len(gap)
        following = units[number + 1][0] if number + 1 < len(units) else ""
        if following.startswith("(") and _ENDS_IN_UNIT.search(unit):
            continue  # »17,2 mio. kr. (2025) og …«
        for at in range(start, end, _LONGEST):
            yield at, min(at + _LONGEST, end)
        start = position
