"""The loan applied for in each year of the round, in every notation.

Gives the years, each as its four digits, and `SUM` where an amount is told.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.rules.description.contents.evidence import Reason
from botilbud_desktop.rules.description.contents.figures import figures_of
from botilbud_desktop.rules.description.contents.matching import KEPT_WORDS, NOTHING, Found, Said
from botilbud_desktop.rules.description.contents.vocabulary import MONTH, PER_CENT, is_of_years_before

SUM = "sum"
NO_LOAN = "no loan"
"""Is given where the words say that no loan is applied for, without a year."""
_PARTS = (
    rf"{PER_CENT}|\bhalvdelen|\b(?:en|to|tre) (?:tredje|fjerde|femte)dele?|\b(?:tredje|fjerde|femte)delen|\bresten?\b|"
    r"\b(?:det|de|den) (?:resterende|øvrige|sidste)\b(?: (?:beløb|del|[0-9.,]+))?|\bhver(?:t|) halvdel|"
    r"\b(?:det samme|samme beløb|tilsvarende beløb|lige så meget)\b"
)
_LOAN = PrefilteredPattern(
    r"lån(?!epulje|tager|ene? fra)|\b(?:an)?søge[rs]?\b|\bansøg\w*|\b(?:an)?søgt\b|dispensation|\boptag\w*|"
    r"\bsøgning\w*",
    literals="lån|søg|dispensation|optag",
)
_COST = re.compile(
    r"anlægsudgift|anlægssum|anlægsbudget|anlægsramme|\bkoste\w*|byggesum|bruttoanlæg|budget\w*|entreprise|"
    r"\bafsat\b|\bafsættes\b|rammebeløb|\budgift\w*|"
    r"egenfinans|driftsudgift|\binvester\w*"
)
_OLD = re.compile(
    r"\b(?:fik|fået|bevilge(?:t|de)|meddelt|imødekommet|(?<!det )(?<!de )(?<!den )(?:an)?søgte|optog|modtog|"
    r"modtaget)\b|"
    r"\btidligere (?:an)?(?:søgt|lån|bevil|tilsagn|"
    r"ansøg|pulje|runde)\w*|\bsidste år|\bforrige (?:år|runde|pulje|ansøg)\w*|\bhar (?:\w+ )?lånt\b|"
    r"\bgivet (?:\w+ )?tilsagn|\bafslag\b|realkredit|"
    r"beboerindskud|kommunegaranti|byggelån|banklån"
)
_OTHER_MONEY = re.compile(
    r"\b(?:anden pulje|andre puljer|(?:øvrige|andre|eksisterende|nuværende) lån)\b|"
    r"\blån til (?:en |den |det |et )?(?:nye? |nyt )?(?:skole|hal|vej|børnehave|svømmehal|plejehjem|plejecent|rådhus)|"
    r"\brente[rn]?\w*|\bafdrag\w*|\blånets ydelse|\balmene (?:\w+ )?boliger\b|"
    r"\bgrundkapital\w*|\blånebekendtgørelse\w*|\b(?:kommunens|vores) samlede (?:låneramme|gæld|lån)\b|"
    r"\bhar (?:kommunen|vi) (?:et )?lån (?:for|på)|\b(?!låne|botilbud)\w+puljen?\b|\bhele landet\b"
)
_RANGE = re.compile(
    r"(?<![0-9.,])(?!20[0-9]{2}\b)[0-9]+(?:,[0-9]+)? ?(?:-|–|til) ?[0-9]+(?:,[0-9]+)? ?mio|"
    r"\bmellem (?!20[0-9]{2}\b)[0-9.,]+ (?:mio\.? (?:kr\.? )?)?og [0-9]"
)
_NONE = re.compile(
    r"\b(?:an)?søge[rs]?(?: \w+){0,5} (?:ikke|ingen|intet)\b|\bikke (?:\w+ ){0,3}(?:lån(?!eberet)\w*|søg\w*|ansøg\w*)|"
    r"\bingen (?:\w+ )?(?:lån\w*|dispensation)|"
    r"\b(?:intet|ikke noget) lån|\b0 ?(?:kr|mio|t\.?kr)|\bnul kr|\blån\w*(?: \w+){0,4} (?:ikke|ingen|intet)\b|"
    r"\A\W*(?:ingen|intet|nej)\b"
)
_ALL_IN = re.compile(
    r"\bhele (?:det )?(?:ansøgte )?(?:lån\w*|beløb\w*|sum\w*|ansøg\w*|dispensation\w*|ramme\w*|\w*adgang\w*)|"
    r"\balene i\b|\budelukkende i\b|\bkun i\b|\bfuldt ud\b|"
    r"\bsamlet i\b|\bdet fulde\b|\bdet samlede (?:lån\w*|beløb)|\bi sin helhed|\balt i\b|\bhele (?:de )?[0-9]|"
    r"\b100 (?:pct|procent|%)|\bhelt i\b|\bi ét år\b|\bdet hele\b(?: ligger)? i\b|\balt sammen\b|\budelukkende\b|"
    r"\bligger (?:alene|kun|udelukkende|samlet)"
)
_EACH = re.compile(
    r"\b(?:i |for |til )?hver(?:t|) (?:af (?:de(?:t)? )?)?(?:to )?(?:år(?:ene)?|20[0-9]{2})\b|\bårligt\b|"
    r"\bpr\.? år\b|\bbegge år\b|\bligelig\w*|\blige fordelt|\bfordel\w+ lige\b|\bhvert år"
)
_BOTH = re.compile(r"\bbegge\b|\b(?:de|af|i) to\b|\bhver af\b|\bto år\b")
_UNIT_ASIDE = re.compile(
    r"\((?:alle )?(?:beløb )?(?:i )?(?:hele )?(?:mio|mill|1\.000|t\.?kr|tkr|kdkk|tusind)[^)]{0,12}\)"
)
"""The unit of all numbers, said once: »(mio. kr.)«."""
_OF_PLACES = re.compile(r" ?(?:%|pct|procent|pladser|boliger|projekter|år\b|stk|m2|kommuner)")
_NOTHING = re.compile(
    r"\b(?:intet|ingenting|ikke noget|0 ?(?:kr\b\.?|mio\b\.?|t\.?kr\b\.?)?|nul(?: kr\b\.?| kroner\b)?)"
    r"(?= (?:lån )?(?:i |for )?(?:20[0-9]{2}|'[0-9]{2}|det (?:første|andet) år)\b| \(20[0-9]{2}\))"
)
"""No loan in a year, said as an amount: »intet i 2025«."""
_PAIR = 2
_SLASHED = re.compile(
    r"(?<![0-9.,/])(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+,[0-9]|0) ?/ ?"
    r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+,[0-9]|0)(?![0-9/])"
)
"""Two amounts for the two years that the heading names: »Lån 2025/2026: 6.000 / 0«."""
_OF_YEAR = re.compile(r" i 20[0-9]{2}\b")
"""What makes an amount of a number whose unit stands elsewhere: »21,2 mio. kr., heraf 8,2 i 2025 og 13 i 2026«."""
_LIST_GAP = 24
_LISTED = re.compile(r"\bog\b|\bsamt\b|[,/+|-]|\bresp")
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


@lru_cache(KEPT_WORDS)
def _is_of_loan(words: str) -> bool:
    return _LOAN.search(words) is not None


def read(said: Said) -> Found:
    """Returns the years whose loan the words give."""
    has_loan = _is_of_loan(said.words)
    is_under = not has_loan and (_is_of_loan(said.heading) or _is_of_loan(said.before))
    if not has_loan and not is_under:
        return NOTHING
    if _OLD.search(said.words) or is_of_years_before(said.words, said.years):
        return Found(is_about=has_loan, why=Reason.OTHER_SENSE)
    if _OTHER_MONEY.search(said.words):
        return Found(is_about=has_loan, why=Reason.OTHER_SENSE)
    if _RANGE.search(said.words):
        return Found(is_about=has_loan, why=Reason.OPEN)
    if not has_loan and _COST.search(said.words):
        return NOTHING
    is_bare = _UNIT_ASIDE.search(said.words) is not None or _UNIT_ASIDE.search(said.heading) is not None
    tokens = _tokens(said.words, said.years, bare=is_bare)
    years = tuple(map(str, said.years))
    mentioned = {token.kind for token in tokens if token.kind in years}
    sums = [token for token in tokens if token.kind == "A"]
    pairs = _pairs(said.words, tokens, years)
    given = set(pairs)
    if not mentioned and _SLASHED.search(said.words) and _has_all(f"{said.heading} {said.words}", years):
        given = set(years)
    if not mentioned and len(sums) == 1:
        above = {year for year in years if year in said.heading or year in said.before}
        given = above if len(above) == 1 else given
    if (
        not set(years) <= given
        and _EACH.search(said.words)
        and (mentioned or _BOTH.search(said.words))
        and (sums or tokens)
        and len(mentioned) in (0, len(years))
    ):
        given = set(years)
    if len(mentioned) == 1 and _ALL_IN.search(said.words) and not (set(years) <= given):
        given = set(years)
    if has_loan and _COST.search(said.words) and not _is_nearer(said.words, tokens):
        return Found(is_about=True, why=Reason.OTHER_SENSE)
    gives = frozenset({*given, *([SUM] if sums else [])})
    why = Reason.NOT_DIVIDED if sums and not given else Reason.NO_VALUE
    at = tuple(token.start for token in sums) or tuple(token.start for token in tokens)
    return Found(gives, at, is_about=has_loan or bool(gives), why=why)


def _has_all(words: str, years: tuple[str, ...]) -> bool:
    return len(years) == _PAIR and all(year in words for year in years)


def denied_years(clause: str, heading: str, years: tuple[int, ...]) -> frozenset[str]:
    """Returns the years for which a clause says that no loan is applied for: »I 2026 søges ikke lån«, or `NO_LOAN`."""
    if not _NONE.search(clause) or not (_LOAN.search(clause) or _LOAN.search(heading)):
        return frozenset()
    if "20" not in clause and "'" not in clause:
        return frozenset({NO_LOAN})
    return frozenset(
        str(year) for year in years if re.search(rf"(?<![0-9]){year}(?![0-9])|'{year % 100:02d}\b", clause)
    )


@lru_cache(maxsize=8)
def _token_pattern(years: tuple[int, ...]) -> re.Pattern[str]:
    each = "|".join(
        rf"(?P<y{year}>(?<![0-9./§-]){year}(?![0-9]|-pris|-pl|/20)|(?<!\w)'{year % 100:02d}\b|"
        rf"(?<=\(){year % 100:02d}(?=\)))"
        for year in years
    )
    if len(years) == 2:
        first, second = years
        each += (
            rf"|(?P<f{first}>\b(?:i )?det første (?:af (?:puljens |de )?to )?år\b(?! \()|\bførste år\b(?! \())"
            rf"|(?P<f{second}>\b(?:i )?det (?:næste|andet|følgende|sidste)(?: af (?:puljens |de )?to)?(?: år)?"
            r"(?! (?:projekt|tilbud|beløb|halvår|kvartal|del)\w*)(?! \()\b|\bandet år\b(?! \()|\båret efter\b)"
        )
    return re.compile(rf"{each}|(?P<P>{_PARTS})")


_OF_A_DATE = re.compile(
    rf"(?:{MONTH}|kvartal|halvår|kvt\.?|[0-9]\.|foråret|efteråret|sommeren|vinteren|primo|medio|ultimo|udgangen af|"
    rf"kvartal af) \Z"
)


def _tokens(words: str, years: tuple[int, ...], *, bare: bool) -> list[_Token]:
    found = list[_Token]()
    for match in _token_pattern(years).finditer(words):
        kind = str(match.lastgroup)
        if kind.startswith("f"):
            kind = kind[1:]
        elif kind.startswith("y"):
            if _OF_A_DATE.search(words[max(match.start() - 16, 0) : match.start()]):
                continue
            kind = kind[1:]
        found.append(_Token(kind, match.start(), match.end()))
    found += (_Token("A", start, end) for start, end in _amounts(words, bare=bare))
    found.sort(key=lambda token: token.start)
    return found


def _amounts(words: str, *, bare: bool) -> Iterator[tuple[int, int]]:
    """Yields where amounts stand: those with a unit, and numbers that take it from the others or from a heading."""
    figures = figures_of(words)
    yield from ((amount.start, amount.end) for amount in figures.amounts)
    taken = {number for amount in figures.amounts for number in range(amount.start, amount.end)}
    for number in figures.numbers:
        is_of_year = _OF_YEAR.match(words, number.end) is not None
        is_like_amount = number.is_grouped or bare or (number.decimals > 0 and (is_of_year or bool(figures.amounts)))
        is_like_amount |= is_of_year and bool(figures.amounts)
        if number.start in taken or not is_like_amount or number.is_word or _OF_PLACES.match(words, number.end):
            continue
        if not number.is_like_year or number.is_grouped:
            yield number.start, number.end
    for found in _NOTHING.finditer(words):
        if found.start() not in taken and not found[0][0].isdecimal():
            yield found.span()


_TOTAL = re.compile(r"\bi alt(?: \w+)? \Z|\btotal(?:t)?:? \Z")


def _pairs(words: str, tokens: list[_Token], years: tuple[str, ...]) -> Iterator[str]:
    """Yields the years that have an amount or a part of their own."""
    if len(tokens) > 2:
        tokens = [token for token in tokens if not _is_total(words, token, years)]
    shape = "".join("Y" if token.kind in years else "A" for token in tokens)
    number = len(years)
    if number > 1 and shape in _lists(number) and _is_list(words, tokens, years):
        # »hhv. 12 og 7,7 mio. kr. i 2025 og 2026«
        yield from {token.kind for token in tokens if token.kind in years}
        return
    position = 0
    is_year_first = shape.startswith("YA") or "YAYA" in shape
    while position + 1 < len(tokens):
        one, other = tokens[position], tokens[position + 1]
        is_pair = (one.kind in years) != (other.kind in years)
        wanted = (one.kind in years) == is_year_first or shape in ("AY", "YA")
        if is_pair and wanted and other.start - one.end <= _ATTACHED and not _runs_on(words, tokens, shape, position):
            yield one.kind if one.kind in years else other.kind
            position += 2
        else:
            position += 1


def _is_total(words: str, token: _Token, years: tuple[str, ...]) -> bool:
    """Whether an amount is the sum of others: »i alt 19,7 mio. kr.«."""
    return token.kind not in years and _TOTAL.search(words[max(token.start - 24, 0) : token.start]) is not None


_TOGETHER = re.compile(r"(?: ?(?:og|samt|,|/|-|–|eller|til|i|for|år)){1,3} ?")


def _runs_on(words: str, tokens: Sequence[_Token], shape: str, position: int) -> bool:
    """Whether another year follows an amount's year at once: »19,7 mio. kr. i 2025 og 2026« is not divided."""
    if shape[position : position + 3] == "AYY":
        one, other = tokens[position + 1], tokens[position + 2]
    elif position and shape[position - 1 : position + 2] == "YYA":
        one, other = tokens[position - 1], tokens[position]
    else:
        return False
    return _TOGETHER.fullmatch(words, one.end, other.start) is not None


def _is_list(words: str, tokens: Sequence[_Token], years: tuple[str, ...]) -> bool:
    """Whether the years stand beside each other, and so do their amounts."""
    kinds = [token.kind in years for token in tokens]
    first = kinds.index(True)
    dated = tokens[first : first + len(years)]
    at = first + len(years) if first < len(years) and len(tokens) >= first + 2 * len(years) else first - len(years)
    amounts = tokens[at : at + len(years)]
    gaps = [words[one.end : other.start] for group in (dated, amounts) for one, other in pairwise(group)]
    return all(len(gap) <= _LIST_GAP and _LISTED.search(gap) for gap in gaps)


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
