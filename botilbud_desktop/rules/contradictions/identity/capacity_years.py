"""Years in which places are said to count as capacity: `bidrager til kapaciteten i 2025`, `med virkning fra 2025`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.domain.facts.times import Bound, Grain, Time
from botilbud_desktop.rules.contradictions.context import Context, clause_before, clause_behind
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import years_said

_WIDENS = re.compile(
    r"(?<!\w)(?:udvid\w*|kapacitet\w*|nye pladser|pladserne (?:kommer|er|etableres|oprettes|bliver|"
    r"skabes|står|"
    r"tilføres|realiseres|"
    r"tæller|indgår|bidrager|giver|øger|regnes|medregnes|figurerer|falder|optræder|skal (?:medregnes|regnes|"
    r"tælle|indgå))|"
    r"[0-9a-zæøå]+ (?:nye |midlertidige |varige )?(?:døgn|botilbuds)?pladser)(?!\w)"
)
_IN = re.compile(
    r"(?<!\w)(?:i (?:år |året )?|(?:[a-zæøå]*udvidelse|nye pladser) |"
    r"(?:kapacitet(?:en|sopgørelsen|sudvidelsen|sforøgelsen)?|opgørelsen|udvidelsen) for (?:år |året )?)\Z"
)
_NO_CAPACITY = re.compile(
    r"(?<!\w)(?:budget\w*|takst\w*|lov(?:givning)?\w*|[a-zæøå]*plan(?:en)?|samarbejd\w*|driften|krav\w*|"
    r"personale\w*|pris\w*|"
    r"behov\w*|[a-zæøå]*aftalen?|indgår vi|beslutning\w*|er fra)(?!\w)"
)
"""What else is so from a year on."""
_ASKED = re.compile(r"(?<!\w)(?:ansøgt|ansøge|søgt|forbered\w*|undersøg\w*|overvej\w*)(?!\w)")
_FROM = re.compile(r"(?<!\w)(?:fra(?: og med)?|pr\.)(?: år)? \Z")
_OF_OTHERS = re.compile(r"(?<!\w)(?:andre kommuner\w*|nabokommune\w*|kkr|region\w*|private?s?)(?!\w)[^,;.]{0,60}\Z")
_IS_NEW = re.compile(
    r"(?<!\w)(?:udvid\w*|[a-zæøå]{1,30}udvidelse\w*|nye|etabler\w*|opret\w*|kommer|får|øger?s?|skaber?|tilfør\w*|"
    r"tælle[rs]?|indgår|medregnes|figurerer|virkning|stige[rt]?|vokse[rt]?|løfte[rs]?|forøge[rs]?|bidrage[rt]?|"
    r"regnes med|medregne[ts]|indgå|til rådighed|effekt\w*|indtræder|realisere[rs]|slår igennem|optræder|"
    r"pladser mere)(?!\w)"
)
_LABEL = re.compile(
    r"\W*(?:[0-9a-z][.)] )?(?:år(?:et)? for )?(?:kapacitets(?:udvidelse|virkning|forøgelse|effekt|år)|"
    r"udvidelses(?:år)?|"
    r"kapacitetsudvidelse|årstal for udvidelse)(?:n|t)?(?: sker| i)?[: |\t]+(?:i )?\Z"
)
"""What stands ahead of the year in a row: `År for kapacitetsudvidelse: 2025`."""
_ALL_PLACES = re.compile(
    r"(?<!\w)(?:alle|samtlige)(?: de)?(?: [0-9a-zæøå]+)?(?: nye)?"
    r"(?: (?:[a-zæøå]*plads|[a-zæøå]*bolig)\w*)? [^,;.:()]{0,40}?"
    r"(?:etableres|oprettes|opføres|kommer|først|kapacitet\w*|skabes|tilføres|tages i brug|ibrugtages)"
    r"(?!\w)[^,;.:()]{0,30}\Z"
)
"""What is said of all places, of a year that only some of them are of."""
_WIDENED_IS = re.compile(r"(?<!\w)udvid\w* af (?:den |det |de |kommunens |vores |vort )?(?P<what>[^\W\d_]+)")
_PLACES = re.compile(
    r"[a-zæøå]*(?:tilbud|plads|bosted|bofællesskab|kapacitet|bolig|hus|center|område)\w*|antallet|nye|i|på|to|"
    r"tre|fire|fem|seks|syv|"
    r"otte|ni|ti|elleve|tolv"
)
_SAME = PrefilteredPattern(
    r"(?<!\w)(?:kapacitet|tæller|indgår|medregnes|bidrager|virkning)[^.;:\n]{0,60}? (?:fra|"
    r"i)(?: og med)? (?:det )?samme år(?!\w)",
    literals="samme år",
)
_NEAR = 60


def is_of_places(context: Context, sentence: Sentence, time: Time) -> bool:
    """Whether a year is said to be that of the new places: `allerede i 2025 en udvidelse på ni pladser`."""
    if time.grain is not Grain.YEAR or time.first.year != time.last.year or time.bound is Bound.BY:
        return False
    if not context.round.years[0] <= time.last.year <= context.round.years[-1] + 1:
        return False
    before, behind = context.before(sentence, time.start), context.behind(sentence, time.end)
    if _LABEL.fullmatch(before):
        return True
    if not (_FROM if time.bound is Bound.FROM else _IN).search(before) or _OF_OTHERS.search(before):
        return False
    near = f"{clause_before(before)[-_NEAR:]} {clause_behind(behind)[:_NEAR]}"
    if _ASKED.search(near) or not _WIDENS.search(near) or not _IS_NEW.search(near):
        return False
    if _NO_CAPACITY.search(near) and time.bound is Bound.FROM:
        return False
    widened = _WIDENED_IS.search(near)
    return (
        widened is None or _PLACES.fullmatch(widened["what"]) is not None or context.names.has_telling(widened["what"])
    )


def may_be_in(time: Time, known: Known, before: str) -> bool:
    """Whether places may be of a year: the table has some of it, or the project is finished in it."""
    if len(known.years) > 1 and _ALL_PLACES.search(before):
        return False
    return time.first.year in known.years or any(time.first <= day <= time.last for day in known.completions)


def years_of_reference(context: Context) -> Iterator[Found]:
    """Yields `fra samme år`, where the year that is named ahead of it is none of the places'."""
    for found in _SAME.finditer(context.facts.masked):
        sentence = context.sentence_at(found.start())
        known = context.scope(sentence)
        ahead = [one for one in context.facts.times if sentence.start <= one.start and one.end <= found.end()]
        if not ahead or not known.years or context.is_elsewhere(sentence, found.start(), found.end()):
            continue
        time = ahead[-1]
        if time.first.year == time.last.year and not may_be_in(time, known, ""):
            yield years_said(context, known, found.start(), found.end())
