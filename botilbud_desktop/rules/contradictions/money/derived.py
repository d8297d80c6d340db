"""Figures that follow from the loan and the cost: `93 pct. af udgiften`, `knap 2 mio. kr. pr. plads`, `60/40`."""

import re
from collections.abc import Iterator
from fractions import Fraction

from botilbud_desktop.domain.facts.shares import Kind
from botilbud_desktop.domain.facts.size import Hedge
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.money import words
from botilbud_desktop.rules.contradictions.wording import cost_said, loan_said

_OF_COST = re.compile(
    r" af (?:den |de |det |hele |projektets |byggeriets )*(?:samlede? )?(?:brutto\w*|anlægs(?:udgift|sum)\w*|"
    r"byggesum\w*|projektsum\w*|udgift(?:en|erne)?|omkostning(?:en|erne)|anlægget)(?!\w)"
)
_IT_IS = re.compile(
    r"(?:det (?:er|svarer til|udgør)|svarende til|dvs\.|eller|lånet(?: på [0-9,.]+ (?:mio\. )?kr\.)? (?:er|udgør|"
    r"dækker)|altså) (?:ca\. )?\Z"
)
_PER_PLACE = re.compile(r" ?(?:pr\.|per) (?:ny )?(?:plads|bolig)(?!\w)")
_SAME = re.compile(r",? (?:eller|dvs\.|altså|svarende til|hvilket er|hvilket svarer til) \Z")
_OWN_SHARE = re.compile(r"(?<!\w)(?:egen|med|rest)finansiering(?:en)? (?:er|bliver|udgør) (?:kun |på |altså )?\Z")
_OWN_PART = re.compile(
    r"(?<!\w)(?:kommunens egen andel (?:er|udgør|bliver)|kommunen (?:betaler|finansierer|afholder) selv|"
    r"egenfinansiering(?:en)? (?:er|bliver|udgør)) (?:kun |på )?\Z"
)
_REST_AHEAD = re.compile(r"(?<!\w)(?:resten|restbeløbet|det resterende beløb)(?:,| på| er| udgør|:) \Z")
_REST_BEHIND = re.compile(
    r",? (?:som |der )?(?:finansiere|betale|afholde|dække)[rs] (?:af )?(?:kommunen|kommunekassen|kassen|vi)(?!\w)"
)
_REST_PAID = re.compile(
    r"(?<!\w)(?:kommunen|vi) (?:selv )?(?:afholder|betaler|finansierer|dækker) (?:selv )?resten, \Z"
)
_PER_PLACE_AHEAD = re.compile(
    r"(?<!\w)(?:hver (?:plads|bolig) koster|anlægs(?:udgift|pris|sum)(?:en)? (?:pr\.|per) (?:plads|bolig) (?:er|"
    r"bliver)) (?:på )?\Z"
)
_WHOLE_BEHIND = re.compile(r" af (?:anlægs|brutto|den samlede anlægs|udgiften)")
_RATIO = re.compile(
    r"(?<![0-9/.,])(?P<first>[1-9][0-9]?)/(?P<last>[1-9][0-9]?) (?:på|i|mellem|over) (?:årene )?"
    r"(?P<year>20[0-9]{2}) ?(?:/|og|-) ?(?P<next>20[0-9]{2})(?![0-9])"
)
_ALL = 100
_REACH = 140
_NEAR = 60
_POINTS = Fraction(3, 2)
"""How far a share in per cent may be from what the figures give, as people round."""


def derived_contradictions(context: Context) -> Iterator[Found]:
    """Yields figures that follow from those of the table, and do not."""
    yield from _per_cent(context)
    yield from _amounts(context)
    yield from _ratios(context)


def _known(context: Context, at: int) -> Known | None:
    """Returns what is known of the one project that a sentence is of, where loan and cost are filled in."""
    sentence = context.sentence_at(at)
    known = context.scope(sentence)
    is_one = len(known.projects) == 1 and known.costs and _loan(known)
    is_said = not sentence.is_deleted and context.facts.text[sentence.end - 1] != "?"
    return known if is_one and is_said and not context.is_of_another(sentence, at) else None


def _loan(known: Known) -> int:
    return sum(amount or 0 for _year, amount in known.loans)


def _per_cent(context: Context) -> Iterator[Found]:
    masked = context.facts.masked
    for share in context.facts.shares:
        behind = _OF_COST.match(masked, share.end) if share.kind is Kind.PERCENT else None
        before = masked[max(0, share.start - _REACH) : share.start]
        if behind is None or not _IT_IS.search(before) or not words.has_loan(before):
            continue
        known = _known(context, share.start)
        if known is None or words.is_of_own_money(before[-_NEAR:]):
            continue
        reach = _POINTS if share.size.hedge is Hedge.NONE else 4 * _POINTS
        loans = {_loan(known), *(amount for _year, amount in known.loans if amount)}
        right = [Fraction(_ALL * loan, cost) for loan in loans for cost in known.costs]
        if not any(abs(share.size.lowest - one) <= reach for one in (*right, *(_ALL - one for one in right))):
            yield cost_said(context, known, share.start, behind.end())


def _amounts(context: Context) -> Iterator[Found]:
    """Yields amounts for each place that the cost does not give, and own money that is not the rest of it."""
    masked = context.facts.masked
    for amount in context.facts.amounts:
        before = masked[max(0, amount.start - _NEAR) : amount.start]
        behind = _PER_PLACE.match(masked, amount.end)
        is_per_place = _PER_PLACE_AHEAD.search(before) is not None
        is_rest = _REST_PAID.search(before) or (_REST_AHEAD.search(before) and _REST_BEHIND.match(masked, amount.end))
        is_sure = is_per_place or is_rest or (_OWN_PART.search(before) and _WHOLE_BEHIND.match(masked, amount.end))
        says = is_sure or (_SAME.search(before) if behind else _OWN_SHARE.search(before))
        has_cost = is_sure or words.has_cost(_sentence(context, amount.start))
        known = _known(context, amount.start) if says and has_cost else None
        if known is None or not known.wholes:
            continue
        if behind is not None or is_per_place:
            right = [Fraction(one, places) for one in (*known.costs, _loan(known)) for places in known.wholes]
            end = behind.end() if behind is not None else amount.end
        else:
            right, end = [Fraction(abs(cost - _loan(known))) for cost in known.costs], amount.end
        if not any(amount.size.may_be(one) or abs(amount.size.lowest - one) * 50 <= one for one in right):
            yield cost_said(context, known, amount.start, end)


def _sentence(context: Context, at: int) -> str:
    """Returns the sentence up to a place, and the one ahead of it on the same line."""
    sentence = context.sentence_at(at)
    return context.before(sentence, at)[-_REACH:]


def _ratios(context: Context) -> Iterator[Found]:
    """Yields ratios of two years that the loans do not have: `fordelt 60/40 på 2025/2026`."""
    if "/" not in context.facts.text:
        return
    for found in _RATIO.finditer(context.facts.masked):
        first, last = int(found["first"]), int(found["last"])
        before = context.facts.masked[max(0, found.start() - _REACH) : found.start()]
        known = _known(context, found.start())
        if known is None or first + last != _ALL or not words.has_loan(before):
            continue
        of_year = sum(amount or 0 for year, amount in known.loans if year == found["year"])
        if abs(Fraction(_ALL * of_year, _loan(known)) - first) > _POINTS:
            yield loan_said(context, known, found.start(), found.end(), None)
