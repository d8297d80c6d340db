"""The loan applied for in each year of the round, in every notation.

Gives the years, each as its four digits, and `SUM` where an amount is told.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from botilbud_desktop.rules.description.evidence import Reason
from botilbud_desktop.rules.description.matching import NOTHING, Found, Said
from botilbud_desktop.rules.description.vocabulary import MONTH, PER_CENT

SUM = "sum"
_NUMBER = r"[0-9]{1,3}(?:[. ][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
_UNIT = r"(?:mio\b|mill?\b|mia\b|million(?:er)?\b|t\.? ?kr\b|tkr\b|tusind\b|kr\b|kroner\b|dkk\b|,-)"
_AMOUNT = (
    rf"(?<![\w.,])(?:kr\.? ?|dkk ?)(?:{_NUMBER})(?: ?{_UNIT})?|(?<![\w.,])(?:{_NUMBER}) ?{_UNIT}(?:\.? ?(?:kr\b|"
    rf"kroner\b))?|"
    rf"(?<![\w.,])(?:{_NUMBER})(?=(?: i 20[0-9]{{2}})? ?(?:og|samt|/|,|\+|-|–|resp\.) ?(?:{_NUMBER}) ?{_UNIT})|"
    rf"(?<![\w.,])[0-9]{{1,3}}(?:\.[0-9]{{3}})+(?![0-9,]*[0-9])"
)
_PARTS = (
    rf"{PER_CENT}|\bhalvdelen|\b(?:en|to|tre) (?:tredje|fjerde|femte)dele?|\b(?:tredje|fjerde|femte)delen|\bresten?\b|"
    r"\b(?:det|de|den) (?:resterende|øvrige|sidste)\b(?: (?:beløb|del|[0-9.,]+))?|\bhver(?:t|) halvdel"
)
_LOAN = re.compile(
    r"lån(?!epulje|tager|ene? fra)|\b(?:an)?søge[rs]?\b|\bansøg\w*|\b(?:an)?søgt\b|dispensation|\boptag\w*|\bsøgning\w*"
)
_COST = re.compile(
    r"anlægsudgift|anlægssum|anlægsbudget|anlægsramme|\bkoste\w*|byggesum|bruttoanlæg|budget\w*|entreprise|"
    r"rammebeløb|\budgift\w*|"
    r"egenfinans|driftsudgift|\binvester\w*"
)
_OLD = re.compile(
    r"\b(?:fik|fået|bevilge(?:t|de)|meddelt|imødekommet|(?:an)?søgte|optog|modtog|modtaget)\b|"
    r"\btidligere (?:an)?(?:søgt|lån|bevil|tilsagn|"
    r"ansøg|pulje|runde)\w*|\bsidste år|\bforrige (?:år|runde|pulje|ansøg)\w*|\bhar (?:\w+ )?lånt\b|"
    r"\bgivet (?:\w+ )?tilsagn|\bafslag\b|\bi 202[0-4]\b"
)
_NONE = re.compile(
    r"\b(?:an)?søge[rs]?(?: \w+){0,5} (?:ikke|ingen|intet)\b|\bikke (?:\w+ ){0,3}(?:lån\w*|søg\w*|ansøg\w*)|"
    r"\bingen (?:\w+ )?(?:lån\w*|dispensation)|"
    r"\b(?:intet|ikke noget) lån|\b0 ?(?:kr|mio|t\.?kr)|\bnul kr|\blån\w*(?: \w+){0,4} (?:ikke|ingen|intet)\b|"
    r"\A\W*(?:ingen|intet|nej)\b"
)
_ALL_IN = re.compile(
    r"\bhele (?:det )?(?:ansøgte )?(?:lån\w*|beløb\w*|sum\w*|ansøg\w*|dispensation\w*|ramme\w*|\w*adgang\w*)|"
    r"\balene i\b|\budelukkende i\b|\bkun i\b|\bfuldt ud\b|"
    r"\bsamlet i\b|\bdet fulde\b|\bdet samlede (?:lån\w*|beløb)|\bi sin helhed|\balt i\b|\bhele (?:de )?[0-9]|"
    r"\b100 (?:pct|procent|%)|\bhelt i\b|\bi ét år\b|\bligger (?:alene|kun|udelukkende|samlet)"
)
_EACH = re.compile(
    r"\b(?:i |for |til )?hver(?:t|) (?:af (?:de(?:t)? )?)?(?:to )?(?:år(?:ene)?|20[0-9]{2})\b|\bårligt\b|"
    r"\bpr\.? år\b|\bbegge år\b|\bligelig\w*|\blige fordelt|\bfordel\w* lige\b|\bhvert år"
)
_ATTACHED = 48
"""So many characters at most stand between an amount and its year."""


class _Token(NamedTuple):
    kind: str
    """`A` an amount, `P` a part of one, or the year."""
    start: int
    end: int


def needs(years: tuple[int, ...]) -> frozenset[str]:
    """Returns what must be given: an amount, and each year."""
    return frozenset({SUM, *map(str, years)})


def read(said: Said) -> Found:
    """Returns the years whose loan the words give."""
    has_loan = _LOAN.search(said.words) is not None
    is_under = not has_loan and (_LOAN.search(said.heading) or _LOAN.search(said.before)) is not None
    if not has_loan and not is_under:
        return NOTHING
    if _OLD.search(said.words):
        return Found(is_about=has_loan, why=Reason.OTHER_SENSE)
    if not has_loan and _COST.search(said.words):
        return NOTHING
    tokens = _tokens(said.words, said.years)
    years = tuple(map(str, said.years))
    mentioned = {token.kind for token in tokens if token.kind in years}
    sums = [token for token in tokens if token.kind == "A"]
    pairs = _pairs(said.words, tokens, years)
    given = set(pairs)
    if not set(years) <= given and _EACH.search(said.words) and (sums or tokens) and len(mentioned) in (0, len(years)):
        given = set(years)
    if len(mentioned) == 1 and _ALL_IN.search(said.words) and not (set(years) <= given):
        given = set(years)
    if has_loan and _COST.search(said.words) and not _is_nearer(said.words, tokens):
        return Found(is_about=True, why=Reason.OTHER_SENSE)
    gives = frozenset({*given, *([SUM] if sums else [])})
    why = Reason.NOT_DIVIDED if sums and not given else Reason.NO_VALUE
    at = tuple(token.start for token in sums) or tuple(token.start for token in tokens)
    return Found(gives, at, is_about=has_loan or bool(gives), why=why)


def denied_years(clause: str, heading: str, years: tuple[int, ...]) -> frozenset[str]:
    """Returns the years for which a clause says that no loan is applied for: »I 2026 søges ikke lån«."""
    if not _NONE.search(clause) or not (_LOAN.search(clause) or _LOAN.search(heading)):
        return frozenset()
    return frozenset(
        str(year) for year in years if re.search(rf"(?<![0-9]){year}(?![0-9])|'{year % 100:02d}\b", clause)
    )


@lru_cache(maxsize=8)
def _token_pattern(years: tuple[int, ...]) -> re.Pattern[str]:
    each = "|".join(
        rf"(?P<y{year}>(?<![0-9./§-]){year}(?![0-9]|-pris|-pl|/20)|(?<!\w)'{year % 100:02d}\b)" for year in years
    )
    return re.compile(rf"{each}|(?P<A>{_AMOUNT})|(?P<P>{_PARTS})")


_OF_A_DATE = re.compile(
    rf"(?:{MONTH}|kvartal|halvår|kvt\.?|[0-9]\.|foråret|efteråret|sommeren|vinteren|primo|medio|ultimo|udgangen af|"
    rf"kvartal af) \Z"
)


def _tokens(words: str, years: tuple[int, ...]) -> list[_Token]:
    found = []
    for match in _token_pattern(years).finditer(words):
        kind = str(match.lastgroup)
        if kind.startswith("y"):
            if _OF_A_DATE.search(words[max(match.start() - 16, 0) : match.start()]):
                continue
            kind = kind[1:]
        found.append(_Token(kind, match.start(), match.end()))
    return found


def _pairs(words: str, tokens: list[_Token], years: tuple[str, ...]) -> Iterator[str]:
    """Yields the years that have an amount or a part of their own."""
    tokens = (
        [
            token
            for token in tokens
            if not (
                token.kind in ("A", "P")
                and re.search(r"\bi alt(?: \w+)? \Z|\btotal(?:t)?:? \Z", words[max(token.start - 24, 0) : token.start])
            )
        ]
        if len(tokens) > 2
        else tokens
    )
    shape = "".join("Y" if token.kind in years else "A" for token in tokens)
    number = len(years)
    if number > 1 and shape in _lists(number):  # »hhv. 12 og 7,7 mio. kr. i 2025 og 2026«
        yield from {token.kind for token in tokens if token.kind in years}
        return
    position = 0
    is_year_first = shape.startswith("YA") or "YAYA" in shape
    while position + 1 < len(tokens):
        one, other = tokens[position], tokens[position + 1]
        is_pair = (one.kind in years) != (other.kind in years)
        wanted = (one.kind in years) == is_year_first or shape in ("AY", "YA")
        if is_pair and wanted and other.start - one.end <= _ATTACHED and not _runs_on(shape, position):
            yield one.kind if one.kind in years else other.kind
            position += 2
        else:
            position += 1


def _runs_on(shape: str, position: int) -> bool:
    """Whether another year follows an amount's year at once: »19,7 mio. kr. i 2025 og 2026« is not divided."""
    return shape[position : position + 3] == "AYY" or (
        shape[position : position + 2] == "YA" and shape[max(position - 1, 0) : position] == "Y"
    )


@lru_cache(maxsize=8)
def _lists(number: int) -> frozenset[str]:
    one, other = "A" * number, "Y" * number
    return frozenset(
        {one + other, other + one, "A" + one + other, one + other + "A", "A" + other + one, other + one + "A"}
    )


def _is_nearer(words: str, tokens: list[_Token]) -> bool:
    """Whether a word for a loan stands nearer ahead of the amounts than one for a cost."""
    ahead = [token.start for token in tokens if token.kind == "A"] or [len(words)]
    loans = [found.start() for found in _LOAN.finditer(words)]
    costs = [found.start() for found in _COST.finditer(words)]
    for at in ahead:
        last_loan = max((each for each in loans if each < at), default=-1)
        last_cost = max((each for each in costs if each < at), default=-1)
        if last_loan >= 0 and last_loan > last_cost:
            return True
    return not any(cost < at for cost in costs for at in ahead) and bool(loans)
