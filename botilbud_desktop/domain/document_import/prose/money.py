"""Reads the amounts that sentences tell of: loans with their year, and the construction cost."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.document_import.account.facts import Fact
from botilbud_desktop.domain.document_import.prose.sentences import Sentence
from botilbud_desktop.domain.document_import.rows.answers import is_postponed
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.amount_cells import amount_in
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.domain.text.sentences import enumerated
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError

_AMOUNT = re.compile(
    r"(?<![0-9.,])(?:(?:kr\.?|dkk) ?)?(?P<amount>[0-9][0-9.]*(?:,[0-9]+)?(?: [0-9]{3})*) ?"
    r"(?P<unit>(?:mio|mill|mia|million(?:er)?|milliard(?:er)?)\b\.?(?: ?(?:kr\.?|kroner|dkk))?|t\.? ?kr\.?|kr\.?|"
    r"kroner|,-)",
    re.IGNORECASE,
)
_LOAN = re.compile(r"lån(?!epulje)|\b(?:an)?søge[rs]? (?:der )?om\b|\b(?:an)?søgt om\b", re.IGNORECASE)
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
_AND = re.compile(r"\s*(?:i |for )?(?:20[0-9]{2})?,? ?(?:og|samt|,) ?(?:på |med )?(?=[0-9])")
"""What stands between amounts of one kind: `i 2025 og`."""
_YEAR = re.compile(r"(?<![0-9./-])20[0-9]{2}(?![0-9])")
_HEDGE = re.compile(
    r"\b(?:ca|cirka|omkring|op til|højst|maksimalt|forvent\w*|anslå\w*|skøn\w*|vurder\w*|knap|godt|foreløbig\w*|"
    r"på nuværende tidspunkt)\b\.?",
    re.IGNORECASE,
)
_READ = "Det er læst af teksten."
_HEDGED = "Der står »{words}«."
_YEARS = "Der står ikke, hvilke år udgiften gælder; den skal være den i {years}."
OTHER_YEAR = "Skemaet har ikke året {year}."
NO_YEAR = "Der står ikke, hvilket år lånet er i."
_OLD = "Beløbet er et tidligere overslag."
_DENIED = re.compile(r"\bikke\b|\bingen\b|afslå|afslag|frafald|trukket tilbage|\budgår\b", re.IGNORECASE)
_NO = "Sætningen siger nej til beløbet."
_LATER = "Beløbet er ikke fastlagt endnu."
_UNCLEAR = "Beløbet står både om et lån og om udgifter."


class LeftAmount(NamedTuple):
    """An amount that becomes no value."""

    sentence: Sentence
    why: str


def money_of(sentence: Sentence, following: str, round_: Round) -> Iterator[Fact | LeftAmount]:
    """Yields what a sentence tells of amounts; `following` is the sentence after it, which may take it back."""
    if sentence.project is None:
        return
    last = ""
    for found in _AMOUNT.finditer(sentence.text):
        own = _clause(sentence.text, found)
        clause = f"{last} {own}" if last and _AND.match(own) else own
        kind = _LOAN.search(clause) or _COST.search(clause)
        last = "" if kind is None else kind[0]
        amount = _amount(found)
        if amount is None or _OTHER.search(clause):
            continue
        is_loan, is_cost = _LOAN.search(clause) is not None, _COST.search(clause) is not None
        if not is_loan and not is_cost:
            continue
        if is_postponed(sentence.text):
            yield LeftAmount(sentence, _LATER)
        elif _DENIED.search(clause):
            yield LeftAmount(sentence, _NO)
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


def _clause(text: str, found: re.Match[str]) -> str:
    """Returns the part of a sentence around an amount, up to the amounts beside it."""
    start = max((other.end() for other in _AMOUNT.finditer(text) if other.end() <= found.start()), default=0)
    end = min((other.start() for other in _AMOUNT.finditer(text) if other.start() >= found.end()), default=len(text))
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
    unit = found["unit"].casefold()
    is_kroner = unit.startswith(("kr", ",-"))
    try:
        return amount_in(f"{found['amount']} {found['unit']}".replace(" ,-", ",-"), Unit.KRONER if is_kroner else None)
    except NotUnderstoodError:
        return None


def _loan(sentence: Sentence, found: re.Match[str], amount: int, clause: str, round_: Round) -> Fact | LeftAmount:
    position = clause.find(found[0])
    behind = _YEAR.match(re.sub(r"^\s*(?:i|for|til|fra)\s+(?:år )?", "", clause[position + len(found[0]) :]))
    years = {behind[0]} if behind else set(_YEAR.findall(clause))
    remark = _remark(clause)
    if len(years) == 1 and years <= set(round_.year_keys):
        year = years.pop()
        return Fact(sentence.project, f"loan.{year}", amount, sentence.place, is_sure=False, remark=remark)
    if len(round_.years) == 1 and not years:
        return Fact(sentence.project, f"loan.{round_.years[0]}", amount, sentence.place, is_sure=False, remark=remark)
    is_of_another = bool(behind) and len(years) == 1
    return LeftAmount(sentence, OTHER_YEAR.format(year=min(years)) if is_of_another else NO_YEAR)


def _cost(sentence: Sentence, amount: int, clause: str, round_: Round) -> Fact:
    years = _YEARS.format(years=enumerated(round_.year_keys))
    is_of_all = set(round_.year_keys) <= set(_YEAR.findall(clause))
    remark = _remark(clause) if is_of_all else f"{_remark(clause)} {years}"
    return Fact(sentence.project, "gross_construction_cost", amount, sentence.place, is_sure=False, remark=remark)


def _remark(clause: str) -> str:
    hedge = _HEDGE.search(clause)
    return _READ if hedge is None else f"{_READ} {_HEDGED.format(words=hedge[0])}"
