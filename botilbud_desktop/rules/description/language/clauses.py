"""Cuts a sentence into clauses, each with what takes it back, and keeps what is said for certain."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.rules.description.language.denials import Denial, Doubt, denial_of

_BOUNDARY = re.compile(
    r"; ?| – | — | - |(?<=\S) ?\(|\)|"
    r", (?=(?:men|mens|dog|ingen|intet|hverken|hvorimod|hvilket|idet|fordi|da|selv om|selvom|og|så|heraf|hvoraf|inden|"
    r"når|efter|hvorfor|"
    r"hvorved|hvormed|således|medens|imens|der|som|hvor(?! (?:stor|mange|meget|lang|længe|hurtig|høj)))\b)|"
    r", (?=ikke (?:[\w.-]+ ){0,7}[\w-]+(?:, (?:der|som) [^,;]{0,60})?\W{0,3}\Z)|"
    r" (?=(?:men|mens|hvorimod|medens) )|(?<!s)(?<!\ber)(?<!\bvil)(?<!\bkan)(?<!\bskal) (?=(?:der|som|fordi|da|"
    r"idet) (?:\w+ ){0,2}(?:ikke|aldrig)\b)"
)
_SUBORDINATE = re.compile(
    r"\W*(?:da|fordi|eftersom|selv om|selvom|idet|uanset)\b[^,;.]{3,200}(?=, (?:(?:\w+s|\w+er|vil|skal|kan|har|får) ))"
)
"""A clause ahead of the main one: »Da vi ikke kan betale selv, søges …«."""
_INSERTED = re.compile(r"(?:, )?(?:der|som|hvoraf|heraf|dog|hvor)\b")
_COMMA = re.compile(r", ?")
_ABOUT_BEFORE = re.compile(
    r"\W*(?:men|dog|hvilket|og)? ?(?:dog )?(?:det|dette|den|denne|disse|de|tallet|datoen|andelen|beløbet|tidspunktet|"
    r"fordelingen|tidsplanen|hvilket)\b"
)
_BARE = re.compile(
    r"\W*(?:(?:men|dog|og) )?(?:dog )?(?:det|dette|hvilket|den|de|disse|begge dele)"
    r" (?:er|bliver|blev|skal|kan|vil|har|afventer|mangler|følger|kræver|ved|kender|ligger|[\w]+s)\b"
)
_GOES_ON_THEN = re.compile(
    r"\W*og (?:(?!(?:er|bliver|skal|vil|kan|har|får|søge[rs]?|nu|forvente[rs]?|i dag)\b)[^ ]+ ?)+"
)
"""What follows something of long ago with »og«, and has no word of now: »dengang …, og en tredjedel gik til andre«."""
_MOST_WORDS_OF_A_NOTE = 6


class Clause(NamedTuple):
    """A clause of a sentence."""

    start: int
    end: int
    denial: Denial | None


class Sentence(NamedTuple):
    """A sentence with its clauses."""

    words: str
    clauses: tuple[Clause, ...]
    live: str
    """As long as the words, and blank where a clause is taken back."""
    open: str
    """The clauses that are taken back, and blank elsewhere."""
    affirmed: str
    """As `live`, with the clauses that are only denied: »borgere, der ikke kan bo alene«."""


def read_sentence(words: str) -> Sentence:
    """Returns a sentence (small letters) with its clauses."""
    clauses = tuple(_clauses(words))
    if not any(clause.denial for clause in clauses):
        return Sentence(words, clauses, words, "", words)
    return Sentence(
        words,
        clauses,
        _blanked(words, [clause for clause in clauses if clause.denial]),
        _blanked(words, [clause for clause in clauses if not clause.denial]),
        _blanked(words, [clause for clause in clauses if clause.denial and clause.denial.doubt is not Doubt.DENIED]),
    )


def _clauses(words: str) -> Iterator[Clause]:
    before: Denial | None = None
    for start, end in _ranges(words):
        clause = words[start:end]
        if not clause.strip():
            continue
        denial = denial_of(clause)
        if denial is None and before is not None and before.doubt is Doubt.PAST and _GOES_ON_THEN.fullmatch(clause):
            denial = before
        yield Clause(start, end, denial)
        before = denial


def kept(words: str, sentence: Sentence) -> str:
    """Returns other words of the same length without the clauses that are taken back."""
    return _blanked(words, [clause for clause in sentence.clauses if clause.denial])


def takes_back_the_sentence(words: str, clause: Clause) -> bool:
    """Whether a clause that is taken back speaks of what was said before: »men det skal drøftes«, »(skal tjekkes)«."""
    if clause.start == 0:
        return False
    if words[clause.start - 1] == "(" and len(words[clause.start : clause.end].split()) <= _MOST_WORDS_OF_A_NOTE:
        return True
    return _ABOUT_BEFORE.match(words, clause.start, clause.end) is not None


def speaks_of_before(words: str) -> bool:
    """Whether a sentence begins with a word for what was said before: »Det«, »Datoen«."""
    return _ABOUT_BEFORE.match(words) is not None


def speaks_of_all_before(words: str) -> bool:
    """Whether that word is of whatever was said before, and names no kind of thing: »Det er ikke afklaret.«"""
    return _BARE.match(words) is not None


def _ranges(words: str) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    start, inserted = 0, False
    if first := _SUBORDINATE.match(words):
        ranges.append((0, first.end()))
        start = first.end()
    for found in _BOUNDARY.finditer(words, start):
        at, after = found.span()
        if inserted:
            start = _close(words, ranges, start, at)
        ranges.append((start, at))
        start = at if found[0].startswith((",", " ")) and found[0].strip() in ("", ",") else after
        inserted = _INSERTED.match(words, after) is not None
    if inserted:
        start = _close(words, ranges, start, len(words))
    ranges.append((start, len(words)))
    return ranges


def _close(words: str, ranges: list[tuple[int, int]], start: int, end: int) -> int:
    """Ends an inserted clause at its comma: »De 8 pladser, der ikke findes i dag, tages i brug …«."""
    comma = _COMMA.search(words, start + 2, end)
    if comma is None:
        return start
    ranges.append((start, comma.start()))
    return comma.start()


def _blanked(words: str, clauses: list[Clause]) -> str:
    for clause in clauses:
        words = f"{words[: clause.start]}{' ' * (clause.end - clause.start)}{words[clause.end :]}"
    return words
