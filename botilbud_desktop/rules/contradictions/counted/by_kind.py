"""Numbers of places of each kind of stay that the table has otherwise: `syv til midlertidigt ophold, fem varige`."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.numerals import NUMERALS
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.counted.by_year import HOMES, NUMBER
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import places_said

_BETWEEN = (
    rf"(?:{HOMES}|af (?:dem|pladserne|boligerne|disse)|nye|er|bliver|drives|oprettes|etableres|visiteres|til|som|"
    r"på|i|jf\.|efter|ophold|hjem|oprettet|etableret|godkendt|visiteret|under|vil|blive|skal|være|hører|falder|"
    r"øvrige|andre|sidste|resterende|sel|servicelovens?|×|x)"
)
_OF_A_KIND = re.compile(
    rf"{NUMBER}(?: (?:i )?{_BETWEEN},?){{0,7}},? ?\(?(?P<kind>midlertidig(?:e|t)?|længerevarende|varige?t?|¤+)"
)
_BEHIND = re.compile(
    rf"(?<!¤)(?P<kind>¤++)(?:[- ]?{HOMES})?(?: ?[:=]| ?\(| ?\||\t| {{2,20}})[ \t]{{0,20}}{NUMBER}"
    rf"(?: {HOMES})?(?= ?(?:[.,;)|\n]|\Z|og ))"
)
"""A number behind its law: `§ 107: 12 pladser, § 108: 6 pladser`."""
_STAYS = {"m": LegalBasis.SEL_107, "l": LegalBasis.SEL_108, "v": LegalBasis.SEL_108}
_BOTH = {LegalBasis.SEL_107, LegalBasis.SEL_108}
_OTHERS = re.compile(
    r"(?<!\w)(?:andre kommuner|til andre|nabokommune\w*|stilles|reserver\w*|sælges|aflastning\w*|i hver\w*)(?!\w)"
)


class _Said(NamedTuple):
    sentence: Sentence
    number: int
    basis: LegalBasis
    start: int
    end: int


def by_kind(context: Context) -> Iterator[Found]:
    """Yields numbers of places of a kind of stay where the table has that number of the other kind, or other parts."""
    if not {LegalBasis.SEL_107, LegalBasis.SEL_108} <= context.all.bases:
        return
    for sentence, said in groupby(_said(context), key=lambda one: one.sentence):
        known = context.scope(sentence)
        if not known.bases >= _BOTH or LegalBasis.SEL_107_108 in known.bases:
            continue
        ones = list(said)
        wrong = [one for one in ones if one.number not in known.places_of((one.basis,))]
        is_one_right = len({one.basis for one in ones}) > 1 and len(wrong) < len(ones)
        wrong = [one for one in wrong if not _is_whole_of(context, one)]
        is_all = len({one.basis for one in ones}) > 1 and sum(one.number for one in ones) in known.wholes
        for one in wrong:
            if (is_all or is_one_right or _is_of_the_other(one, known)) and not _is_of_others(context, one):
                yield places_said(context, known, one.start, one.end, one.number, (one.basis,))


def _said(context: Context) -> Iterator[_Said]:
    laws = {one.start: one.bases for one in context.facts.paragraphs if len(one.bases) == 1}
    rows = list(_BEHIND.finditer(context.facts.masked))
    of_rows = {found.start("number") for found in rows}
    others = (found for found in _OF_A_KIND.finditer(context.facts.masked) if found.start("number") not in of_rows)
    for found in sorted((*rows, *others), key=lambda one: one.start("number")):
        written, kind = found["number"], found["kind"]
        basis = laws.get(found.start("kind"), (None,))[0] if kind[0] == "¤" else _STAYS[kind[0]]
        if basis in _BOTH and basis is not None:
            number = int(written) if written.isdecimal() else NUMERALS[written]
            yield _Said(context.sentence_at(found.start()), number, basis, found.start("number"), found.end())


def _is_whole_of(context: Context, one: _Said) -> bool:
    """Whether others are a part of a number: `ti af de femten er efter § 107`."""
    return context.facts.masked.endswith((" af de ", " af "), 0, one.start)


def _is_of_the_other(one: _Said, known: Known) -> bool:
    """Whether the table has that number of the other kind of stay, and of no part of it only."""
    (other,) = _BOTH - {one.basis}
    return one.number == max(known.places_of((other,)), default=0)


def _is_of_others(context: Context, one: _Said) -> bool:
    own = f"{context.before(one.sentence, one.start)[-60:]} {context.behind(one.sentence, one.end)[:60]}"
    return _OTHERS.search(own) is not None or context.is_elsewhere(one.sentence, one.start, one.end)
