"""Places that are kept or replaced, where the table has new ones or none that close: `renovering af de 8 pladser`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import Origin
from botilbud_desktop.domain.facts.numerals import NUMERALS
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.counted.told import counts
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known, sums
from botilbud_desktop.rules.contradictions.wording import closed_said, kept_said, places_said

_THERE = re.compile(r"(?<!\w)(?:eksisterende|nuværende|bestående)(?!\w)")
_KEEPS = re.compile(
    r"(?<!\w)(?:renover\w*|totalrenover\w*|istandsæt\w*|sikrer?|sikres|bevarer?|bevares|fastholder?|moderniser\w*|"
    r"ombyg\w*|genopfør\w*)(?!\w)[^.;:()]{0,50}\Z"
)
_NOT = re.compile(r"(?<!\w)(?:ikke|ingen|hverken|uden|aldrig|i stedet for)(?!\w)")
_NUMBER = rf"(?:[0-9]{{1,3}}|{'|'.join(word for word, number in NUMERALS.items() if number > 1)})"
_REPLACES = re.compile(
    rf"(?<!\w)(?:afløser|erstatter|træder i stedet for|er en erstatning for) (?:de |kommunens |vores )?"
    rf"(?P<words>(?:nuværende )?(?P<number>{_NUMBER})(?: [a-zæøå]*(?:plads|bolig)\w*)?,? [^.;:()]{{0,40}}?"
    r"(?:nedlægges|lukkes|lukker|nedlagt|ophører))(?!\w)"
)
_REACH = 60


def kept_contradictions(context: Context) -> Iterator[Found]:
    """Yields places that are said to be there already, or to be replaced, and are not by the table."""
    yield from _kept(context)
    yield from _replaced(context)


def _kept(context: Context) -> Iterator[Found]:
    for sentence, count in counts(context):
        known = context.scope(sentence)
        before = context.before(sentence, count.start)
        phrase = context.facts.masked[count.start : count.end]
        if not known.groups or not _THERE.search(phrase) or not _KEEPS.search(before) or _NOT.search(before[-_REACH:]):
            continue
        if context.is_of_another(sentence, count.start) or context.is_of_another_house(sentence, count.start):
            continue
        size = int(count.size.lowest)
        kept = [group.count for group in known.groups if group.origin is not Origin.NEW]
        if kept and size not in sums(kept) | known.places and size <= 2 * sum(kept):
            yield places_said(context, known, count.start, count.end, size)
        elif not kept and size in known.wholes:
            yield kept_said(context, known, count.start, count.end)


def _replaced(context: Context) -> Iterator[Found]:
    for found in _REPLACES.finditer(context.facts.masked):
        sentence = context.sentence_at(found.start())
        known = context.scope(sentence)
        written = found["number"]
        number = int(written) if written.isdecimal() else NUMERALS[written]
        is_doubted = _NOT.search(context.before(sentence, found.start())[-_REACH:]) is not None
        if known.groups and None not in known.closed and not is_doubted and number not in _closed(known):
            yield closed_said(context, known, found.start("words"), found.end("words"))


def _closed(known: Known) -> set[int]:
    """Returns the numbers of places that the table has as closed elsewhere."""
    return sums([number for number in known.closed if number])
