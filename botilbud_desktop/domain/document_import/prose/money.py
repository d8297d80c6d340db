"""Reads the amounts that sentences tell of: loans with their year, and the construction cost."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.account.wording import IN_TEXT, OTHER_YEAR, YEARS_OF_COST
from botilbud_desktop.domain.document_import.prose.sentences import Sentence
from botilbud_desktop.domain.document_import.rows.answers import is_postponed
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.amount_cells import amount_in
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.text.sentences import enumerated
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

_NUMBER = r"[0-9][0-9.]*(?:,[0-9]+)?(?: [0-9]{3})*"
_AMOUNT = re.compile(
    rf"(?<![0-9.,])(?:(?:kr\.?|dkk) ?)?(?P<amount>{_NUMBER}) ?"
    r"(?P<unit>(?:mio|mill|mia|million(?:er)?|milliard(?:er)?)\b\.?(?: ?(?:kr\.?|kroner|dkk))?|t\.? ?kr\.?|kr\.?|"
    r"kroner|,-)"
    r"|(?<!\w)(?:kr\.?|dkk) ?(?P<bare>[0-9]{1,3}(?:[. ][0-9]{3})+)(?![0-9])",
    re.IGNORECASE,
)
_UNIT_ONLY = re.compile(r"\((?:hele )?1\.000 kr\.?\)|\bi (?:hele )?1\.000 kr\b\.?", re.IGNORECASE)
"""No amount: what the numbers beside it are counted in."""
_LOAN = re.compile(
    r"lån(?!epulje)|\b(?:an)?søge[rs]?(?: (?!ikke)[\wæøå]+){0,3}? om\b|\b(?:an)?søge[rs]? (?=(?:ca\.? )?[0-9])|"
    r"\b(?:an)?søgt om\b",
    re.IGNORECASE,
)
_NO_LOAN = re.compile(
    r"\b(?:fik|fået|bevilge(?:t|de)|meddelt|imødekommet|(?:an)?søgte|optog|modtog|modtaget)\b|"
    r"\bgivet (?:som )?(?:låne)?tilsagn|\bgivet som lån|\btidligere (?=(?:an)?søgt|lån|bevil|tilsagn|[0-9])|"
    r"\bsidste år\b",
    re.IGNORECASE,
)
"""What tells of a loan that is not applied for now: granted or applied for earlier."""
_RANGE_AHEAD = re.compile(
    r"\bmellem (?:[0-9][0-9.,]*(?: mio\.?)?(?: kr\.?)? og )?\Z|"
    r"(?<![0-9.,])(?!20[0-9]{2}\b)[0-9][0-9.,]* ?(?:mio\.? ?)?(?:kr\.? ?)?(?:-|–|til) ?\Z",
    re.IGNORECASE,
)
_RANGE_BEHIND = re.compile(r"\s*(?:-|–|til) ?[0-9]")
_CORRECTED = re.compile(
    r"\b(?:rettelse|rettes til|rettet til|ændres til|ændret til|korrigere[ts]|korrektion|nyt beløb)\b", re.IGNORECASE
)
_RULE = re.compile(r"\b(?:projekter(?:ne)?|skal|krav(?:et)?|kriteri\w*|alene)\b.*\bover 20 mio", re.IGNORECASE)
_COST = re.compile(
    r"anlæg|udgift|rammebeløb|koste|overslag|budget|byggesum|samlet (?:pris|økonomi|ramme)|projektsum|"
    r"entreprisesum|investering",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"pr\.? (?:plads|døgn|dag|bolig|år|m2|m²)|takst|årlig|driftsudgift|egenfinansier|tilskud|grundkøb|besparelse",
    re.IGNORECASE,
)
_SUPERSEDED = re.compile(
    r"uden at tage højde|hidtidig|tidligere (?:overslag|budget|beregn|skøn)|oprindelig|første overslag|"
    r"har der været indarbejdet|forældet",
    re.IGNORECASE,
)
_AND = re.compile(
    r"\s*(?:(?:i |for )?20[0-9]{2})?(?:i alt)?[ ,;(:]*(?:(?:og|samt|heraf|deraf|hvoraf|fordelt|dvs\.|med|på|hhv\.?|"
    r"henholdsvis|i alt|(?:(?:i|for) )?20[0-9]{2})[ ,:]+){0,5}(?=[0-9])",
    re.IGNORECASE,
)
"""What stands between amounts of one kind: `i 2025 og`, `i alt, heraf`."""
_PART = re.compile(r"\b(?:heraf|deraf|hvoraf)\b", re.IGNORECASE)
_PER = re.compile(r"\s*(?:pr\.?|per) [\wæøå]+")
_BREAK = re.compile(r";|,? (?:heraf|deraf|hvoraf) ", re.IGNORECASE)
_YEAR_AHEAD = re.compile(r"\b(?P<year>20[0-9]{2}):? (?:(?:på|med|udgør|er) )?(?:ca\.? )?\Z")
_YEARS_BEHIND = re.compile(r"20[0-9]{2} ?(?:og|samt|,|/|-|–|til) ?20[0-9]{2}(?![0-9])")
_YEAR = re.compile(r"(?<![0-9./-])20[0-9]{2}(?![0-9])")
_HEDGE = re.compile(
    r"\b(?:ca|cirka|omkring|op til|højst|maksimalt|forvent\w*|anslå\w*|skøn\w*|vurder\w*|knap|godt|foreløbig\w*|"
    r"på nuværende tidspunkt)\b\.?",
    re.IGNORECASE,
)
_HEDGED = "Der står »{words}«."
NO_YEAR = "Der står ikke, hvilket år lånet er i."
_NOT_DIVIDED = "Der står ikke, hvordan beløbet er delt på årene."
_NO_LOAN_NOW = "Der står »{words}«, så beløbet er ikke læst som et ansøgt lån."
_NOT_WHOLE = "Der står »{words}«, så beløbet er ikke læst som hele lånet."
_IS_RANGE = "Der står et spænd og ikke ét beløb."
_IS_CORRECTION = "Det ligner en rettelse af et beløb, men der står ikke af hvilket."
_IS_RULE = "Det ligner et af puljens krav og ikke projektets eget beløb."
_OLD = "Beløbet er et tidligere overslag."
_DENIED = re.compile(r"\bikke\b|\bingen\b|afslå|afslag|frafald|trukket tilbage|\budgår\b", re.IGNORECASE)
_NO = "Sætningen siger nej til beløbet."
_LATER = "Beløbet er ikke fastlagt endnu."
_UNCLEAR = "Beløbet står både om et lån og om udgifter."


class LeftAmount(NamedTuple):
    """An amount that becomes no value."""

    sentence: Sentence
    why: str
    amount: int = 0
    """In 1.000 kr.; 0 where it does not matter."""


def money_of(sentence: Sentence, following: str, round_: Round) -> Iterator[Fact | LeftAmount]:
    """Yields what a sentence tells of amounts; `following` is the sentence after it, which may take it back."""
    if sentence.project is None:
        return
    found = list(_amounts_of(sentence, following, round_))
    loans = {one.field: one.value for one in found if isinstance(one, Fact) and isinstance(one.value, int)}
    by_year = sum(loans.get(f"loan.{year}", 0) for year in round_.year_keys)
    for one in found:
        if not (isinstance(one, LeftAmount) and one.why == NO_YEAR and one.amount and one.amount == by_year):
            yield one  # else it is the sum of the years beside it


def _amounts_of(sentence: Sentence, following: str, round_: Round) -> Iterator[Fact | LeftAmount]:
    last = ""
    text = _UNIT_ONLY.sub(lambda unit: " " * len(unit[0]), sentence.text)
    for found in _AMOUNT.finditer(text):
        own = _clause(text, found)
        is_carried = bool(last) and _AND.match(own) is not None and not _LOAN.search(own)
        clause = f"{last} {own}" if is_carried else own
        kind = _LOAN.search(clause) or _COST.search(clause)
        last = "" if kind is None else kind[0]
        amount = _amount(found)
        is_loan, is_cost = _LOAN.search(clause) is not None, _COST.search(clause) is not None
        if amount is None or (is_carried and is_cost and not is_loan and _is_part_of_cost(own, round_)):
            continue
        if other := _OTHER.search(clause):
            if is_loan and not is_cost:
                yield LeftAmount(sentence, _NOT_WHOLE.format(words=other[0]))
            continue
        if is_loan and not _DENIED.search(clause) and (no_loan := _NO_LOAN.search(clause)):
            yield LeftAmount(sentence, _NO_LOAN_NOW.format(words=no_loan[0].strip()))
            continue
        if not is_loan and not is_cost:
            if _CORRECTED.search(text):
                yield LeftAmount(sentence, _IS_CORRECTION)
            continue
        if is_postponed(sentence.text):
            yield LeftAmount(sentence, _LATER)
        elif _DENIED.search(clause):
            yield LeftAmount(sentence, _NO)
        elif _RANGE_AHEAD.search(text[: found.start()]) or _RANGE_BEHIND.match(text[found.end() :]):
            yield LeftAmount(sentence, _IS_RANGE)
        elif is_cost and _RULE.search(text[: found.end()]):
            yield LeftAmount(sentence, _IS_RULE)
        elif is_loan and (not is_cost or _is_nearer(clause, found[0]) == "loan"):
            yield _loan(sentence, found, amount, clause, round_)
        elif _SUPERSEDED.search(clause) or (
            _SUPERSEDED.search(following) and following.startswith(("Dette", "Det ", "Her"))
        ):
            yield LeftAmount(sentence, _OLD)
        elif is_loan and is_cost and not _is_nearer(clause, found[0]):
            yield LeftAmount(sentence, _UNCLEAR)
        else:
            yield _cost(sentence, amount, clause, round_)


def _is_part_of_cost(clause: str, round_: Round) -> bool:
    """Whether an amount is only a part of the one before it, and not that of all years of the round."""
    return _PART.search(clause) is not None and not set(round_.year_keys) <= set(_YEAR.findall(clause))


def _clause(text: str, found: re.Match[str]) -> str:
    """Returns the part of a sentence around an amount, up to the amounts beside it."""
    others = list(_AMOUNT.finditer(text))
    start = max((other.end() for other in others if other.end() <= found.start()), default=0)
    end = min((other.start() for other in others if other.start() >= found.end()), default=len(text))
    if start and (per := _PER.match(text, start)) and per.end() <= found.start():
        start = per.end()  # it belongs to the amount before
    if broken := _BREAK.search(text, found.end(), end):
        end = broken.start()
    return text[start:end]


def _is_nearer(clause: str, amount: str) -> str:
    """Returns whether a word for a loan or for a cost stands nearest ahead of an amount; empty when neither does."""
    ahead = clause[: clause.find(amount)]
    loans = [each.start() for each in _LOAN.finditer(ahead)]
    costs = [each.start() for each in _COST.finditer(ahead)]
    if not loans and not costs:
        return ""
    return "loan" if not costs or (loans and loans[-1] > costs[-1]) else "cost"


def _amount(found: re.Match[str]) -> int | None:
    number, unit = (found["bare"], "kr.") if found["bare"] else (found["amount"], found["unit"])
    is_kroner = unit.casefold().startswith(("kr", ",-"))
    try:
        return amount_in(f"{number} {unit}".replace(" ,-", ",-"), Unit.KRONER if is_kroner else None)
    except NotUnderstoodError:
        return None


def _loan(sentence: Sentence, found: re.Match[str], amount: int, clause: str, round_: Round) -> Fact | LeftAmount:
    position = clause.find(found[0])
    words_behind = re.sub(r"^\s*(?:i|for|til|fra)\s+(?:år )?", "", clause[position + len(found[0]) :])
    if _YEARS_BEHIND.match(words_behind):
        return LeftAmount(sentence, _NOT_DIVIDED)
    behind = _YEAR.match(words_behind)
    ahead = _YEAR_AHEAD.search(clause[:position])
    years = {behind[0]} if behind else {ahead["year"]} if ahead else set(_YEAR.findall(clause))
    remark = _remark(clause)
    if len(years) == 1 and years <= set(round_.year_keys):
        year = years.pop()
        return Fact(sentence.project, f"loan.{year}", amount, sentence.place, is_sure=False, remark=remark)
    if len(round_.years) == 1 and not years:
        return Fact(sentence.project, f"loan.{round_.years[0]}", amount, sentence.place, is_sure=False, remark=remark)
    is_of_another = bool(behind) and len(years) == 1
    return LeftAmount(sentence, OTHER_YEAR.format(year=min(years)) if is_of_another else NO_YEAR, amount)


def _cost(sentence: Sentence, amount: int, clause: str, round_: Round) -> Fact:
    years = YEARS_OF_COST.format(years=enumerated(round_.year_keys))
    is_of_all = set(round_.year_keys) <= set(_YEAR.findall(clause))
    remark = _remark(clause) if is_of_all else f"{_remark(clause)} {years}"
    return Fact(sentence.project, "gross_construction_cost", amount, sentence.place, is_sure=False, remark=remark)


def _remark(clause: str) -> str:
    hedge = _HEDGE.search(clause)
    return IN_TEXT if hedge is None else f"{IN_TEXT} {_HEDGED.format(words=hedge[0])}"
