"""Loans and costs that the table has not: `der søges 22,9 mio. kr. i 2025`, `bruttoanlægsudgiften er 24,6 mio. kr.`."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.facts.amounts import Amount
from botilbud_desktop.domain.facts.times import Time
from botilbud_desktop.rules.contradictions.context import Context, is_item
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.money import words
from botilbud_desktop.rules.contradictions.money.comparing import cost_contradiction, is_as_large, loan_contradiction
from botilbud_desktop.rules.contradictions.money.years import is_of_some_weeks, years_in, years_of
from botilbud_desktop.rules.contradictions.scenes import Sentence

_ITEMS_START = 60
"""How far from the start of an item its amount stands, when the line above says what of."""
_LEAST_OF_ALL = 100_000
"""In kr.; less than that is a rate or a price by its size, but where it is called a loan or the cost right there."""
_LONGEST = 600
_LINE = 110
_NUMBERED = 6
"""How much stands ahead of a line's first sentence at most: `4. `."""
_MOST_PARTS = 5
_LIKE, _SHORT = 2, 40
_WORD = re.compile(r"[a-zæøå]{3,}")
_GAP = "   "
"""What keeps the columns of a table apart."""
_TAX = Fraction(5, 4)
_EXACT = 50
"""Of how many parts an amount may be one off to be the same with tax."""
_NEXT = 90
"""How far from one amount to the next of the same list."""


class _Role(StrEnum):
    LOAN = "loan"
    COST = "cost"
    WEAK_COST = "weak_cost"
    """The cost, if it is as large as one."""
    OPEN = "open"
    """Nothing says what it is of."""
    OTHER = "other"


class _Said(NamedTuple):
    """An amount with what is said of it."""

    amount: Amount
    known: Known
    own: str
    """The words between it and the amount before it."""
    year: Time | None
    role: _Role
    is_named: bool
    """Whether its own words say what it is of."""
    is_part: bool
    """Whether it is only a part of what its role is, or beside it."""
    block: int


def money_contradictions(context: Context) -> Iterator[Found]:
    """Yields amounts that are said to be the loan or the cost, and are not."""
    said = _with_neighbours(context, list(_said(context)))
    for one in said:
        if one.role is _Role.LOAN and not one.is_part:
            is_certain = words.is_loan_itself(one.own)
            yield from loan_contradiction(context, one.known, one.amount, one.year, is_certain=is_certain)
        elif one.role in (_Role.COST, _Role.WEAK_COST) and not one.is_part:
            is_gross = words.STRONG_COST.search(one.own) is not None
            yield from cost_contradiction(context, one.known, one.amount, is_gross=is_gross)


def _said(context: Context) -> Iterator[_Said]:
    carried, block_end, at, block = _Role.OPEN, -1, 0, 0
    amounts = context.facts.amounts
    for sentence in context.sentences:
        while at < len(amounts) and amounts[at].start < sentence.start:
            at += 1
        last = at
        while last < len(amounts) and amounts[last].start < sentence.end:
            last += 1
        own = amounts[at:last]
        if not own:
            if carries := _carried(context, sentence):
                carried, block_end = carries, sentence.end
            continue
        breaks = context.text[block_end : sentence.start].count("\n") if block_end >= 0 else 2
        block += breaks > 1
        goes_on = breaks == 1 or (not breaks and _goes_on(context, sentence))
        if not goes_on:
            carried = _Role.OPEN
        yield from _of_sentence(context, sentence, own, carried, block)
        text = context.facts.masked[sentence.start : sentence.end]
        carried = _role(text, "", sentence.heading, carried)
        block_end, at = sentence.end, last


def _goes_on(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence of the same line is of what the one before is of: a sum, a year, or the next project."""
    is_label = sentence.is_named and ":" in context.text[sentence.start : sentence.start + _ITEMS_START]
    return is_label or words.goes_on(context.facts.masked, sentence.start)


def _carried(context: Context, sentence: Sentence) -> _Role | None:
    """Returns what a line without amounts says of those in the lines below it: `Låneadgang (mio. kr.)`."""
    is_line = context.text[sentence.end : sentence.end + 1] == "\n" and sentence.end - sentence.start < _LINE
    if not is_line or sentence.start - context.text.rfind("\n", 0, sentence.start) > _NUMBERED:
        return None
    role = _role(context.facts.masked[sentence.start : sentence.end], "", "", _Role.OPEN)
    return None if role is _Role.OPEN else role


def _of_sentence(
    context: Context, sentence: Sentence, amounts: Sequence[Amount], carried: _Role, block: int
) -> Iterator[_Said]:
    if sentence.is_deleted or context.facts.text[sentence.end - 1] == "?":
        return
    masked = context.facts.masked
    has_parts = words.has_other_parts(
        words.without_what_is_in_it(masked[sentence.start : min(sentence.end, sentence.start + _LONGEST)])
    )
    scopes = context.scopes(sentence, [one.start for one in amounts])
    years = years_of(context, amounts, years_in(context, sentence.start, sentence.end))
    role = carried
    is_of_weak = False
    are_parts = _parts_of_cost(amounts, scopes)
    for position, amount in enumerate(amounts):
        before = context.before(sentence, amount.start)
        last = amounts[position - 1].end if position else sentence.start
        own = words.without_asides(masked[max(last, amount.start - len(before)) : amount.start])
        following = amounts[position + 1].start if position + 1 < len(amounts) else sentence.end
        behind = _behind(context, sentence, amount, following)
        heading = sentence.heading if not position and is_item(before, _ITEMS_START) else ""
        known, year = scopes[position], None if own.endswith(words.PER_CENT_OF) else years.get(position)
        is_unitless = not amount.has_unit and any(one.has_unit for one in amounts)
        is_of_years = year is None or year.first.year != year.last.year
        is_weak = (
            is_of_years
            and not has_parts
            and is_as_large(known, amount)
            and (words.may_be_cost(own, behind) or (is_of_weak and words.is_in_same_order(_nameless(context, own))))
        )
        is_lent = role is _Role.LOAN or words.names_loan_behind(behind)
        is_rest = words.is_rest(own) and year is not None and is_lent
        is_rest = is_rest and not words.is_of_own_money(own + behind)
        if is_unitless or _is_other(context, sentence, amount, before, own, behind, is_rest=is_rest, is_weak=is_weak):
            role = role if words.PART_OF_COST.search(own) else _Role.OPEN
            yield _Said(amount, known, own, year, _Role.OTHER, False, False, block)
            continue
        is_named = words.has_role(own)
        is_behind = not is_named and words.names_loan_behind(behind)
        role = _role(own, behind, heading, role)
        is_weak = is_weak or (
            role is _Role.OPEN
            and amount.has_unit
            and not words.is_sum(own)
            and is_of_years
            and is_as_large(known, amount)
            and len(known.projects) == 1
            and words.says_nothing_else(f"{sentence.heading[-_LINE:]} | {before} | {behind}")
            and not context.is_of_another_house(sentence, amount.start)
        )
        if is_weak and not is_named and not is_behind:
            is_part = position in are_parts or _is_part(own, year)
            yield _Said(amount, known, own, year, _Role.WEAK_COST, True, is_part, block)
            role, is_of_weak = _Role.OPEN, True
            continue
        is_of_weak = False
        is_certain = is_named or is_behind or words.is_plain(own, context.names)
        is_certain = is_certain and not words.IN_BRACKETS.search(own)
        is_part = is_of_some_weeks(context, amount) or words.is_of_building_alone(
            own, context.behind(sentence, amount.end)
        )
        if role is _Role.COST:
            is_next = is_as_large(known, amount) and (
                words.is_in_same_order(_nameless(context, own)) or (words.is_sum(own) and is_certain)
            )
            is_beside = position > 0 and not words.has_cost(own) and not is_next
            is_part = is_part or is_beside or position in are_parts or _is_part(own, year)
        yield _Said(amount, known, own, year, role if is_certain else _Role.OPEN, is_named, is_part, block)


def _parts_of_cost(amounts: Sequence[Amount], scopes: Sequence[Known]) -> set[int]:
    """Returns the positions of amounts that make up the cost with those beside them."""
    found: set[int] = set()
    for first in range(min(len(amounts), _MOST_PARTS)):
        for last in range(first + 2, min(len(amounts), first + _MOST_PARTS) + 1):
            if sum(int(one.size.lowest) for one in amounts[first:last]) in scopes[first].costs:
                found.update(range(first, last))
    return found


def _nameless(context: Context, own: str) -> str:
    """Returns the words between two amounts without the names of projects and what stands ahead of them."""
    if len(context.each) == 1:
        return own
    names = [word for word in _WORD.findall(own) if context.names.has_word(word)]
    for name in names:
        own = re.sub(rf" ?(?:(?:på|i|for|til|ved) )?{re.escape(name)}(?!\w)", "", own)
    return own


def _is_part(own: str, year: Time | None) -> bool:
    """Whether an amount of the cost is only a part of it, as what is spent in one year is."""
    is_of_year = year is not None and year.first.year == year.last.year
    return is_of_year or words.PART_OF_COST.search(own) is not None or words.is_of_year(own)


def _role(own: str, behind: str, heading: str, carried: _Role) -> _Role:
    """Returns what an amount is of: by the nearest word ahead of it, else behind it, else above it, else as before."""
    loans, costs = words.loans(own), list(words.costs(own))
    if loans or costs:
        return _Role.LOAN if loans and (not costs or loans[-1].start() > costs[-1].start()) else _Role.COST
    if words.names_loan_behind(behind):
        return _Role.LOAN
    if carried in (_Role.LOAN, _Role.COST):
        return carried
    if words.has_loan(heading):
        return _Role.LOAN
    return _Role.COST if words.has_cost(heading) else _Role.OPEN


def _is_other(
    context: Context,
    sentence: Sentence,
    amount: Amount,
    before: str,
    own: str,
    behind: str,
    *,
    is_rest: bool,
    is_weak: bool,
) -> bool:
    if context.is_of_past_year(sentence, amount.start, amount.end):
        return True
    if context.is_of_another(sentence, amount.start) or _is_no_amount(context, amount, own):
        return True
    known = context.scope(sentence)
    if words.is_without_tax(before, behind) and _is_taxed(known, amount):
        return True
    if words.is_of_whole_house(before) and not amount.size.lowest < max(known.costs, default=0):
        return True
    return words.is_other(before, own, behind, is_rest_of_loan=is_rest, is_weak_cost=is_weak)


def _is_taxed(known: Known, amount: Amount) -> bool:
    """Whether an amount without its tax is one of the table's with it, or the other way round."""
    said = amount.size.lowest
    return not known.amounts or any(
        abs(said * _TAX - one) * _EXACT <= one or abs(said - one * _TAX) * _EXACT <= said for one in known.amounts
    )


def _behind(context: Context, sentence: Sentence, amount: Amount, following: int) -> str:
    """Returns the words behind an amount up to the next one, or to where `kr.` ends a sentence as well."""
    behind = context.behind(sentence, amount.end)[: following - amount.end].split(". (")[0]
    ends = (
        context.text[amount.end - 1 : amount.end + 1] == ". "
        and context.text[amount.end + 1 : amount.end + 2].isupper()
    )
    return "" if ends else words.without_what_is_in_it(behind)


def _is_no_amount(context: Context, amount: Amount, own: str) -> bool:
    """Whether it is a number of an account, or one in a table's row: only the words above its column say what of."""
    is_account = not amount.has_unit and (own.endswith("-") or not own.strip())
    line = context.text[context.text.rfind("\n", 0, amount.start) + 1 : amount.start]
    is_small = 0 < amount.size.highest < _LEAST_OF_ALL and not words.RIGHT_AHEAD.search(own)
    return is_account or is_small or "|" in line or "\t" in line or _GAP in line


def _with_neighbours(context: Context, said: Sequence[_Said]) -> list[_Said]:
    """Gives amounts of which nothing is said the role of the amount beside them, of another year, that is a loan."""
    found = list(said)
    for position, one in enumerate(said):
        if one.role is not _Role.OPEN:
            continue
        if one.year is None:
            is_next = position > 0 and found[position - 1].role is _Role.LOAN and found[position - 1].block == one.block
            if is_next and words.is_sum(one.own) and words.is_plain(one.own, context.names):
                found[position] = one._replace(role=_Role.LOAN, is_part=False)
            continue
        for other in said[max(0, position - 1) : position + 2]:
            is_beside = other is not one and _are_of_one_list(context, one, other)
            if is_beside and (_is_loan(context, other) or _are_like_loans(one, other)):
                found[position] = one._replace(role=_Role.LOAN, is_part=False)
    return found


def _are_of_one_list(context: Context, one: _Said, other: _Said) -> bool:
    """Whether two amounts stand beside each other, each with its own year of the round."""
    if one.block != other.block or other.year is None or one.year is None:
        return False
    years = {one.year.first.year, other.year.first.year}
    first, last = sorted((one, other), key=lambda each: each.amount.start)
    if last is other and last.is_named:
        return False  # `kassen giver 3 mio. kr. i 2026; der lånes 8 mio. kr. i 2025`
    is_near = last.amount.start - first.amount.end < _NEXT and words.is_plain(last.own, context.names)
    return is_near and len(years) == len((one, other)) and years <= set(context.round.years)


def _are_like_loans(one: _Said, other: _Said) -> bool:
    """Whether two amounts of which nothing is said are about as large as the loans of their years."""
    if any(map(one.amount.size.may_be, one.known.amounts)) or _are_cost(one, other):
        return False
    return all(
        said.role is _Role.OPEN
        and said.year is not None
        and len(said.own) < _SHORT
        and any(
            value <= said.amount.size.lowest * _LIKE and said.amount.size.lowest <= value * _LIKE
            for value in said.known.loans_of(str(said.year.first.year))
            if value
        )
        for said in (one, other)
    )


def _are_cost(one: _Said, other: _Said) -> bool:
    """Whether two amounts are the cost together: what is spent in each of two years."""
    said = int(one.amount.size.lowest) + int(other.amount.size.lowest)
    return any(abs(said - cost) <= int(one.amount.size.step) for cost in one.known.costs)


def _is_loan(context: Context, said: _Said) -> bool:
    """Whether an amount is that of the table's loan of its year."""
    if said.role is _Role.LOAN:
        return True
    if said.role is not _Role.OPEN or said.year is None:
        return False
    return any(said.amount.size.may_be(value) for value in said.known.loans_of(str(said.year.first.year)) if value)
