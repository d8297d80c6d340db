"""The sentences of a description with what each tells, and the projects that it is about."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContentMeaning
from botilbud_desktop.rules.description.language.houses import is_of_a_house
from botilbud_desktop.rules.description.language.ministry import MinistryWords
from botilbud_desktop.rules.description.language.neighbours import Neighbours
from botilbud_desktop.rules.description.language.numbered import numbers_of_lines
from botilbud_desktop.rules.description.language.parts import Kind, Part, parts
from botilbud_desktop.rules.description.projects import Projects
from botilbud_desktop.rules.description.reading import Context, Told, told_by

_SCENARIO = re.compile(
    r"\W*(?:scenarie|scenario|variant|model|løsning|mulighed|option|alternativ|forslag) ?(?:nr\.? ?)?(?:[a-d]|"
    r"[1-4]|i{1,3})\b"
)
"""What the text only considers, where it has two of them."""


_ASKED: Mapping[ContentMeaning | None, str] = MappingProxyType(
    {
        ContentMeaning.EXPANSION: "udvidelse:",
        ContentMeaning.SHARE_FOR_OTHERS: "andel til andre kommuner:",
        ContentMeaning.PRICING: "prissætning:",
        ContentMeaning.LOAN_BY_YEAR: "ansøgt låneadgang:",
        ContentMeaning.TAKEN_INTO_USE: "tidsplan:",
        ContentMeaning.NEW_OR_RENOVATED: "nyetablering eller renovering:",
    }
)
"""What stands above an answer that bears the number of the ministry's point."""
_MOST_ANSWERS = 3
"""So many sentences after a question may answer it: »Ja. To af seks.«"""


class Piece(NamedTuple):
    """A sentence with what it tells and whom it is about."""

    part: Part
    told: Told
    projects: frozenset[int]
    """Empty where it is of one project, and the words do not tell which."""


class PieceReader:
    """Reads descriptions of one round repeatedly, and only those sentences anew that have changed."""

    def __init__(self, round_: Round) -> None:
        self._years = round_.years
        self._ministry = MinistryWords(round_)
        self._neighbours = Neighbours(round_)
        self._asked = {each.number: _ASKED.get(each.meaning, "") for each in round_.required_contents}
        self._known: dict[tuple[str, Kind, Context], Told] = {}

    def pieces(self, text: str, projects: Projects, applicant: str | None) -> tuple[Piece, ...]:
        """Returns the headings and sentences of a text; `applicant` is the code of the municipality that applies."""
        known, self._known = self._known, {}
        pieces = list[Piece]()
        section, in_line, all_in_line, line = projects.all, frozenset[int](), frozenset[int](), -1
        before, earlier, question, answers, is_considered = "", "", "", 0, False
        read = tuple(parts(text))
        has_blocks = "\n\n" in text
        scenarios = _scenarios(read)
        numbers = numbers_of_lines(text.split("\n"), read, self._asked)
        for part in read:
            asked = self._asked.get(numbers.get(part.paragraph, 0))
            if asked and part.kind is Kind.HEADING and part.words.endswith("."):
                part = part._replace(kind=Kind.SENTENCE)
            is_new_line = part.paragraph != line
            if is_new_line:
                if not has_blocks or part.paragraph > line + 1:
                    in_line = all_in_line = frozenset()
                line = part.paragraph
                is_considered = part.paragraph in scenarios
            is_named = projects.mentions(part.words)
            context = Context(
                heading=asked or part.heading,
                before=before,
                previous="" if is_new_line else before,
                earlier="" if is_new_line else f"{earlier} {before}",
                question=question if answers < _MOST_ANSWERS else "",
                years=self._years,
                is_considered=is_considered,
                is_named=is_named,
                is_of_another_house=not is_named and projects.has_names and is_of_a_house(text[slice(*part.span)]),
            )
            words = part.words
            if not part.is_cell:
                words = self._neighbours.marked(text[slice(*part.span)], words, applicant)
            key = (words, part.kind, context)
            told = known.get(key) or self._known.get(key)
            if told is None:
                told = told_by(words, part.kind, self._ministry.pasted(part.words), context)
            self._known[key] = told
            named = projects.named(part.words)
            if part.kind is Kind.HEADING:
                if named:
                    section = named
                elif projects.speaks_of_all(part.words):
                    section = projects.all
            all_in_line |= named
            of = _of(part, named, section, in_line, projects, is_only_one=len(all_in_line) == 1)
            in_line = named or in_line
            pieces.append(Piece(part, told, of))
            earlier = "" if is_new_line else before
            before = "" if part.kind is Kind.HEADING else told.sentence.live
            answers += 1
            if part.kind is Kind.QUESTION or told.is_pasted:
                question, answers = part.words, 0
            elif part.kind is Kind.HEADING:
                question, answers = "", 0
        return tuple(pieces)


def _scenarios(read: Sequence[Part]) -> frozenset[int]:
    """Returns the lines that begin with »Scenarie A«, where there are at least two of them."""
    found = [part.paragraph for part in read if _SCENARIO.match(part.words)]
    return frozenset(found) if len(found) > 1 else frozenset()


def _of(
    part: Part,
    named: frozenset[int],
    section: frozenset[int],
    in_line: frozenset[int],
    projects: Projects,
    *,
    is_only_one: bool,
) -> frozenset[int]:
    """Returns the projects that a sentence is about; `is_only_one`: its line has named no other before."""
    if projects.number < 2:
        return projects.all
    if named:
        return named
    if projects.speaks_of_all(part.words):
        return projects.all
    if projects.speaks_of_all_places(part.words) and section == projects.all and not is_only_one:
        return projects.all
    if section != projects.all:
        return section
    if in_line:
        return in_line
    return frozenset() if projects.speaks_of_one(part.words) else projects.all
