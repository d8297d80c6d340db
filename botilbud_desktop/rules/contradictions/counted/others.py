"""Numbers of places for other municipalities that the table's share is not: `6 af pladserne går til nabokommunerne`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.facts.counts import Count
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.counted.cues import OF_THE, PART
from botilbud_desktop.rules.contradictions.counted.told import counts
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import share_said

_FOR_OTHERS = re.compile(
    r"(?<!\w)(?:(?:andre|øvrige|fremmede) (?:[\wæøå]+ )?kommuner\w*|nabokommune\w*|omegnskommune\w*|naboer\w*|"
    r"kommunerne (?:omkring|rundt om)|omkringliggende|omegnen\w*|"
    r"udefra|udenbys|til andre|for andre|"
    r"(?:en|vores) (?:anden|nabo)\w* kommune|til rådighed|råderet\w*|øremærke\w*|reserver\w*|"
    r"forbehold(?!er (?:vi )?os)\w*|"
    r"udbydes(?! i [a-zæøå]*(?:entreprise|licitation|udbud))|sælges)(?!\w)"
)
_WISHED = re.compile(
    r"(?<!\w)(?:interesse\w*|behov\w*|efterspørg\w*|ønske\w*|brug for|spurgt|"
    r"venteliste|bedt om)(?!\w)"
)
_THE_OTHERS = re.compile(r"(?<!\w)de (?:øvrige|andre) (?=[a-zæøå]* ?kommuner)")
_OWN = re.compile(r"(?<!\w)(?:egne|egen|selv|kommunens borgere)(?!\w)")
_CLAUSE_END = re.compile(r"[,;.()]| og | mens ")


def is_for_others(context: Context, sentence: Sentence, count: Count) -> bool:
    """Whether a number is of the places for other municipalities."""
    behind = _CLAUSE_END.split(context.behind(sentence, count.end)[:80])[0].split(" bor ")[0]
    before = context.before(sentence, count.start)[-80:]
    is_whole = (
        count.number_start in context.wholes or before.endswith("ud af ") or OF_THE.search(before) is not None
    )  # `4 af de 18 pladser`
    return not is_whole and not _OWN.search(behind) and any(_FOR_OTHERS.search(words) for words in (behind, before))


def for_others(context: Context) -> Iterator[Found]:
    """Yields numbers of places for other municipalities that are not the table's share."""
    for sentence, count in counts(context):
        known = context.scope(sentence)
        if not known.for_others or not is_for_others(context, sentence, count):
            continue
        names_another = sentence.start in context.named
        before = context.before(sentence, count.start)
        phrase = context.facts.masked[count.start : count.end]
        if _WISHED.search(before) or "almen" in phrase:
            continue
        has_more = context.counted[sentence.start] > 1
        if (
            names_another
            or has_more
            or PART.search(_THE_OTHERS.sub(" ", before))
            or context.is_elsewhere(sentence, count.start, count.end)
        ):
            continue
        if not any(count.size.may_be(number) for number in known.for_others):
            yield share_said(context, known, count.start, count.end)
