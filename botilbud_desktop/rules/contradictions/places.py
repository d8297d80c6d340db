"""Numbers of new places that the table has not: `udvides med 19 pladser`, `de 13 pladser, som kommer til`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from botilbud_desktop.domain.facts.counts import Count
from botilbud_desktop.domain.facts.numbers import Number
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.counted.by_kind import by_kind
from botilbud_desktop.rules.contradictions.counted.by_year import by_year
from botilbud_desktop.rules.contradictions.counted.cues import PROJECT_HAS
from botilbud_desktop.rules.contradictions.counted.kept import kept_contradictions
from botilbud_desktop.rules.contradictions.counted.others import for_others, is_for_others
from botilbud_desktop.rules.contradictions.counted.rests import Rests
from botilbud_desktop.rules.contradictions.counted.roles import MOST_TIMES, is_meant
from botilbud_desktop.rules.contradictions.counted.sums import differences, parts, products, wholes
from botilbud_desktop.rules.contradictions.counted.told import counts
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import places_said

_BESIDE = 5
_NOUNLESS = re.compile(r" (?:får|er|har|ligger|bliver|til|i (?!alt))")
"""How it goes on behind a number that has no noun of its own."""


def place_contradictions(context: Context) -> Iterator[Found]:
    """Yields numbers of places that are said to be the project's, and are not."""
    yield from for_others(context)
    suspects: list[tuple[Sentence, int, Known, bool]] = []
    told = [one for one in counts(context) if not is_for_others(context, *one)]
    rests = Rests(context, frozenset(int(count.size.lowest) for _, count in told))
    for position, ((sentence, count), known) in enumerate(zip(told, _scopes(context, told), strict=True)):
        if not known.places or _agrees(count, known):
            continue
        if not count.noun and position and _is_far(told[position - 1], sentence, known):
            continue
        if (is_whole := is_meant(context, sentence, count, known, rests)) is not None:
            suspects.append((sentence, position, known, is_whole))
    first: dict[object, int] = {}
    for position, (_, count) in enumerate(told):
        first.setdefault(count.size.lowest, position)
    suspected = {position for _, position, _, _ in suspects}
    for sentence, position, known, is_whole in suspects:
        count = told[position][1]
        is_said_of_it = PROJECT_HAS.search(context.before(sentence, count.start)) is not None
        is_again = first[count.size.lowest] not in suspected and not is_said_of_it
        if not is_whole and (is_again or _adds_up(context, sentence, position, told, known)):
            continue
        if count.bases and set(count.bases) & known.bases:
            yield places_said(context, known, count.start, count.end, count.size.lowest, count.bases)
        else:
            yield places_said(context, known, count.start, count.end, count.size.lowest)
    yield from by_year(context)
    yield from by_kind(context)
    yield from kept_contradictions(context)
    yield from differences(context)
    yield from products(context)
    yield from wholes(context)
    yield from parts(context)


def _is_far(ahead: tuple[Sentence, Count], sentence: Sentence, known: Known) -> bool:
    """Whether the number ahead of one without a noun is of far more: `80 pladser og 22 efter § 108`."""
    return ahead[0] is sentence and ahead[1].size.lowest > MOST_TIMES * known.total


def _scopes(context: Context, told: Sequence[tuple[Sentence, Count]]) -> Iterator[Known]:
    """Yields what each number may be of."""
    for sentence, ones in groupby(told, key=itemgetter(0)):
        yield from context.scopes(sentence, [count.number_start for _, count in ones])


def _agrees(count: Count, known: Known) -> bool:
    """Whether a number is true of the project, or of what its law says it is of."""
    allowed = known.places
    if count.bases and set(count.bases) & known.bases and not count.size.hedge.value.startswith("at_"):
        of_law = known.places_of(count.bases)
        if len(known.bases) > 1 and of_law and not set(count.bases) >= known.bases:
            allowed = of_law
    return any(count.size.may_be(number) for number in allowed)


def _others_in(context: Context, sentence: Sentence) -> set[int]:
    """Returns the whole numbers of a sentence that have no noun of their own: `ti boliger får have, otte får altan`."""
    numbers = context.facts.numbers
    first = bisect_left(numbers, sentence.start, key=_start)
    last = bisect_left(numbers, sentence.end, key=_start)
    masked = context.facts.masked
    return {one.whole for one in numbers[first:last] if one.whole and _NOUNLESS.match(masked, one.end)}


def _start(number: Number) -> int:
    return number.start


def _adds_up(
    context: Context, sentence: Sentence, position: int, told: Sequence[tuple[Sentence, Count]], known: Known
) -> bool:
    """Whether a number is one of several that make the whole: those of its sentence, or of the items beside it."""
    beside = told[max(0, position - _BESIDE) : position + _BESIDE + 1]
    numbers = [int(other.size.lowest) for one, other in beside if one is sentence]
    if len(numbers) > 1 and sum(numbers) in known.places:
        return True
    if len(numbers) == 1 and known.total - numbers[0] in _others_in(context, sentence):
        return True
    at = min(position, _BESIDE)
    sizes = [int(other.size.lowest) for _, other in beside]
    runs = (sizes[start:end] for start in range(at + 1) for end in range(at + 1, len(sizes) + 1) if end - start > 1)
    return any(sum(run) in known.places for run in runs)
