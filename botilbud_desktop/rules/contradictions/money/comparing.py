"""Compares an amount with the loans or the cost of the table."""

from collections.abc import Iterator

from botilbud_desktop.domain.facts.amounts import Amount
from botilbud_desktop.domain.facts.size import Size
from botilbud_desktop.domain.facts.times import Time
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known, sums
from botilbud_desktop.rules.contradictions.money import words
from botilbud_desktop.rules.contradictions.wording import cost_said, loan_said

_NEAR_YEAR = 40
MOST_TIMES = 4
"""An amount that is so many times all of the table's is of something else."""
_SMALLEST, _LARGEST = 0.55, 1.8
"""Between these parts of the table's cost an amount may be the cost as another would reckon it."""


def loan_contradiction(
    context: Context, known: Known, amount: Amount, year: Time | None, *, is_certain: bool
) -> Iterator[Found]:
    """Yields an amount that is said to be the loan, in all or of a year, where it is not.

    Only where that is certain, an amount that happens to be the cost is none of the loans either.
    """
    filled = [value for _year, value in known.loans if value]
    size = amount.size
    if any(map(size.may_be, _sums_of_all(context, amount, year))):
        return
    if not filled or size.lowest > MOST_TIMES * max(known.amounts):
        return
    if year is None or year.first.year != year.last.year:
        values = sums(filled) if is_certain else known.amounts
        if size.highest and not any(size.may_be(value) for value in values):
            yield loan_said(context, known, amount.start, amount.end, None)
        return
    key = str(year.first.year)
    of_year = known.loans_of(key)
    if any(size.may_be(value) for value in of_year) or _is_none_of_one(known, size, key):
        return
    is_whole = len(filled) > 1 and size.may_be(sum(filled))
    if year.end <= amount.start and is_whole and _may_be_of_application(context, amount, year):
        return
    start, end = _with_year(amount, year)
    is_known = any(size.may_be(value) for value in known.amounts)
    if key not in context.round.year_keys:
        if is_known:
            yield loan_said(context, known, start, end, None)
        return
    if of_year or is_known:
        has_whole = not of_year and not any(size.may_be(value) for value in filled)
        if not has_whole:
            yield loan_said(context, known, start, end, key)


def _sums_of_all(context: Context, amount: Amount, year: Time | None) -> Iterator[int]:
    """Yields what all projects borrow, in all or in a year, as a sentence may tell that names none of them."""
    if len(context.each) > 1 and context.own is None and not context.sentence_at(amount.start).is_named:
        key = None if year is None or year.first.year != year.last.year else str(year.first.year)
        yield sum(value for of, value in context.all.loans if value and key in (None, of))


def cost_contradiction(context: Context, known: Known, amount: Amount, *, is_gross: bool) -> Iterator[Found]:
    """Yields an amount that is said to be the cost, where it is not; a gross one is none of its parts either."""
    if not known.costs or amount.size.lowest > MOST_TIMES * max(known.costs):
        return
    values = known.costs if is_gross and is_as_large(known, amount) else known.amounts | known.costs
    if not any(amount.size.may_be(value) for value in values):
        yield cost_said(context, known, amount.start, amount.end)


def is_as_large(known: Known, amount: Amount) -> bool:
    """Whether an amount is about as large as the table's cost, so that little is needed to call it that."""
    return any(_SMALLEST * cost <= amount.size.lowest <= _LARGEST * cost for cost in known.costs)


def _is_none_of_one(known: Known, size: Size, key: str) -> bool:
    """Whether no loan is told of a year in which one of several projects has none: `(0 kr. i 2026)`."""
    lent = sum(1 for year, amount in known.loans if year == key and amount)
    return not size.highest and lent < len(known.projects)


def _may_be_of_application(context: Context, amount: Amount, year: Time) -> bool:
    """Whether a year may be the one in which the municipality applies: `vi søger i 2025 om 22,9 mio. kr.`."""
    masked = context.facts.masked
    applies = words.is_applying(masked[max(0, year.start - _NEAR_YEAR) : year.start])
    return applies and not words.is_whole(masked[year.end : amount.start])


def _with_year(amount: Amount, year: Time) -> tuple[int, int]:
    """Returns where an amount and its year stand, where they stand near each other: both are what contradicts."""
    if year.start >= amount.end:
        return amount.start, year.end if year.start - amount.end <= _NEAR_YEAR else amount.end
    return year.start if amount.start - year.end <= _NEAR_YEAR else amount.start, amount.end
