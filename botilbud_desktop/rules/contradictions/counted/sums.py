"""Numbers of places that are worked out: `to længer à otte boliger`, `fra 47 til 62`, `5 af de 13`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.facts.numerals import NUMERALS
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.counted.cues import CUE
from botilbud_desktop.rules.contradictions.counted.roles import MOST_TIMES, OTHER_NOUN
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.wording import places_said

_MOST_OF_A_HOUSE = 20
_WORDS = "|".join(word for word, number in NUMERALS.items() if number > 1)
_NUMERAL = rf"(?:[0-9]{{1,2}}|{'|'.join(word for word, number in NUMERALS.items() if 1 < number <= _MOST_OF_A_HOUSE)})"
_FROM_TO = re.compile(
    rf"(?<!\w)(?:fra |kommunens )(?P<from>[0-9]{{1,4}}|{_WORDS}) (?:(?!til )[\w¤-]+ ){{0,4}}(?:til|"
    rf"og ender på) (?:i alt )?"
    rf"(?P<to>[0-9]{{1,4}}|{_WORDS})(?!\w|[.,][0-9]|[ -]*(?:pct|%|mio|kr|år))"
)
_OF_PLACES = re.compile(
    rf"(?<![\w.,/-])(?P<number>[0-9]{{1,3}}|{_WORDS}) af (?:de nye |de )?(?:[a-zæøå]*pladser(?:ne)?|boligerne)(?!\w)"
)
_ARROW = re.compile(r"(?<![0-9.,])(?P<from>[0-9]{1,4}) ?(?:→|->|=>) ?(?P<to>[0-9]{1,4})(?![0-9.,])")
_CAPACITY = re.compile(r"kapacitet|pladser|pladsantal|tilbudsvifte|antal(?:let)? af [a-zæøå ]*(?:plads|bolig)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_GREW = re.compile(
    r"(?<!\w)(?:(?:har|er|blev)(?: [a-zæøå0-9]+){0,5} (?:udvidet|vokset|steget|øget|gået|hævet|udbygget)|"
    r"(?:udvidede|voksede|steg|øgede|gik|hævede|udbyggede)(?: [a-zæøå0-9]+){0,4})(?: \w+){0,3} \Z"
)
"""What has grown before the project: `vi har siden 2019 udvidet fra 38 til 51 pladser`."""
_GROWS = re.compile(r"(?<!\w)(?:stig\w*|hæve\w*|vokse\w*|gå[r]?|kommer op|løfte\w*|vækst|i dag til|ender på)(?!\w)")
_PRODUCT = re.compile(
    rf"(?<!\w)(?P<times>{_NUMERAL}) (?:længer|huse|længehuse|rækkehuse|klynger|enheder|afdelinger|"
    rf"fløje|etager|bygninger)"
    rf"(?: [àáa] |,? (?:med|af|på) (?P<ahead>hver )?)(?P<each>{_NUMERAL})"
    r"(?P<noun> (?:\w+ )?(?:pladser|boliger|lejligheder|værelser))?(?P<behind> i hver\w*| hver\w*| pr\. \w+)?(?!\w)"
)


def products(context: Context) -> Iterator[Found]:
    """Yields `to længer à otte boliger` where that is more than all of the table."""
    for found in _PRODUCT.finditer(context.facts.masked):
        sentence = context.sentence_at(found.start())
        known = context.scope(sentence)
        number = _number(found["times"]) * _number(found["each"])
        if not found["noun"] and not (found["behind"] or "").startswith(" i hver"):
            continue
        is_product = found["ahead"] or found["behind"] or re.search(r" [àáa] ", found[0])
        is_more = known.total < number <= MOST_TIMES * known.total and number not in context.all.wholes
        is_less = number < known.total and number not in known.places and len(known.projects) == 1
        is_more = is_more or (is_less and CUE.search(context.before(sentence, found.start())) is not None)
        if known.places and is_product and is_more and not context.is_elsewhere(sentence, *found.span()):
            yield places_said(context, known, found.start(), found.end(), number)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else NUMERALS[written]


def differences(context: Context) -> Iterator[Found]:
    """Yields `fra 47 til 62` where the difference is no number of new places."""
    for pattern in (_FROM_TO, _ARROW):
        for found in pattern.finditer(context.facts.masked):
            sentence = context.sentence_at(found.start())
            known = context.scope(sentence)
            own = f"{context.before(sentence, found.start())} {found[0]} {context.behind(sentence, found.end())}"
            difference = _number(found["to"]) - _number(found["from"])
            has_cue = CUE.search(own) is not None or _GROWS.search(own) is not None
            is_meant = _CAPACITY.search(own) and has_cue and not context.is_of_another(sentence, found.start())
            if OTHER_NOUN.search(f"{context.before(sentence, found.start())[-40:]} {found[0]}"):
                continue
            if _YEAR.search(found[0]) or _GREW.search(context.before(sentence, found.start())):
                continue  # `fra 9 i 2019 til 26 i 2023` tells what was
            if (
                known.places
                and is_meant
                and difference > 0
                and difference not in known.places | context.all.places
                and not sentence.is_deleted
            ):
                yield places_said(context, known, found.start(), found.end(), difference)


def parts(context: Context) -> Iterator[Found]:
    """Yields `12 af pladserne` where the table has not as many places, and the text numbers no more elsewhere."""
    for found in _OF_PLACES.finditer(context.facts.masked):
        sentence = context.sentence_at(found.start())
        known = context.scope(sentence)
        number = _number(found["number"])
        is_more = known.total < number <= MOST_TIMES * known.total and number > context.all.total
        if not known.places or not is_more or any(size >= number for size in context.sizes):
            continue
        if not context.is_elsewhere(sentence, *found.span()):
            yield places_said(context, known, found.start(), found.end(), number)


def wholes(context: Context) -> Iterator[Found]:
    """Yields `5 af de 13` where the table has no 13: the number has no noun of its own."""
    counted = {count.number_start for count in context.facts.counts}
    for share in context.facts.shares:
        if share.whole is None:
            continue
        sentence = context.sentence_at(share.start)
        known = context.scope(sentence)
        words = context.facts.masked[share.start : share.end]
        number_start = share.end - len(words.rsplit(" ", 1)[-1])
        behind = context.behind(sentence, share.end)
        if number_start in counted or (
            re.match(r"[ -]?(?:[a-zæøå]{2,})", behind)
            and not re.match(
                r" (?:er|bliver|stilles|til|skal|kan|går|udbydes|får|som|der|og|i|sælges|forbeholdes|reserveres|"
                r"af)\b",
                behind,
            )
        ):
            continue
        if (
            known.places
            and share.whole not in known.places
            and re.search(r"af (?:de|vores|i alt|projektets) ", words)
            and not context.is_elsewhere(sentence, share.start, share.end)
        ):
            yield places_said(context, known, share.start, share.end, share.whole)
