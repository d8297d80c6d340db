"""Numbers of places of a year that the table has otherwise: `fire i 2025 og otte i 2026`, `I 2025 åbner fire`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.facts.numerals import NUMERALS
from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.domain.facts.times import Bound, Grain, Time
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known, sums
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import places_of_year_said

NUMBER = (
    r"(?<![\w.,/-])(?<!etape )(?<!fase )(?<!hus )(?<!blok )(?<!bygning )"
    r"(?<!projekt )(?<!afsnit )(?<!trin )(?<!uge )(?<!nr\. )"
    rf"(?P<number>[1-9][0-9]{{0,2}}|{'|'.join(word for word, number in NUMERALS.items() if number)})(?!\w)"
)
_WHOLE = rf"(?:[0-9]{{1,3}}|{'|'.join(word for word, number in NUMERALS.items() if number)})"
HOMES = r"(?:[a-zæøå¤]*-?(?:plads|bolig|lejlighed|værelse|enhed)(?:e?r(?:ne)?)?)"
_MADE = (
    r"(?:kommer|åbner|åbnes|etableres|oprettes|opføres|nyetableres|indrettes|bygges|skabes|tilføres|realiseres|"
    r"ibrugtages|indvies|bliver|blive|får|er|være|står|stå|klar|færdige?|tages|tage|brug|etableret|oprettet|"
    r"opført|skabt|taget|flytter|falder|ligger|leveres|planlægges|planlagt|forventes|ventes|vil|skal|kan)"
)
_FILLER = (
    rf"(?:{HOMES}|{_MADE}|nye|nyetablerede|midlertidige|længerevarende|varige|efter|jf\.|sel|servicelovens|"
    r"serviceloven|abl|¤+|af|dem|disse|de|i(?= brug)|ind|til|mere|flere|her(?:af)?|der|den|allerede|først|"
    r"senere|derefter|herefter|derpå|pr\.|fra|allerede)"
)
_LEFT = re.compile(
    rf"{NUMBER}\)?(?: (?:ud )?af (?:de )?{_WHOLE})?(?P<between>(?: \(?{_FILLER}\)?,?){{0,9}}) ?"
    r"\(?(?:(?:i|for|inden|ultimo|den|ved|omkring|med) )?\Z"
)
_RIGHT = re.compile(
    rf"\A\)?(?: ?[:=]| -|,)?(?P<between>(?: (?:{_MADE}|i(?= brug)|vi|der|så|de|først|yderligere|første|sidste|næste|"
    rf"resterende|øvrige|kommunen|med|på)){{0,6}}) {NUMBER}"
    rf"(?P<noun>(?: (?:nye|ekstra|flere|til|midlertidige|længerevarende|varige|¤+))* ?-?{HOMES})?"
    r"(?= ?(?:[,.;()]|og |mens |samt |efter |til |af dem|\Z|\n))(?! ?[.,][0-9])"
)
_EACH_YEAR = PrefilteredPattern(
    rf"{NUMBER}(?: (?:nye|midlertidige|længerevarende))?(?P<noun> {HOMES})? "
    r"(?:i hvert (?:af (?:årene|de to år)|år)|hvert år|i begge år(?:ene)?|(?:i )?hvert af (?:årene|de to år))(?!\w)",
    literals=" hvert | i begge år",
)
_PLACES = re.compile(r"plads|bolig|botilbud|udvid|etape|kapacitet")
_MONEY = re.compile(
    r"(?<!\w)(?:mio|mia|kr|t\.?kr|tkr|lån\w*|udgift\w*|budget\w*|pct|betal\w*|finansier\w*)(?!\w)|%|[0-9],[0-9]"
)
_OTHERS = re.compile(
    r"(?<!\w)(?:til andre|andre kommuner|nabokommune\w*|borgere|beboere|ansatte|medarbejdere|stillinger|"
    r"behov\w*|belægning\w*|gennemsnit\w*|helårs\w*|årsværk|uger|måneder|timer|kvadratmeter|m2|etager|huse)(?!\w)"
)
_BRACKET = re.compile(r"\((?:[^()\n]{0,60}\)|[^()\n]{0,90}\Z)")
"""In brackets behind places stand their law and whom they are for: `7 pladser i 2026 (§ 108, borgere med …)`."""
_USED = re.compile(r"(?<!\w)(?:åbner|åbnes|ibrugtages|indvies|klar|færdige?|brug|flytter|står|stå|taget)(?!\w)")
_ALL = re.compile(r"(?<!\w)(?:i alt|alle|samtlige|samlet|tilsammen|nu|fuldt)(?!\w)")
_REACH = 90
_AHEAD = 160
_NEW_YEAR = 2
"""Until this month places of the year before may still be taken into use."""


class _Said(NamedTuple):
    number: int
    start: int
    end: int
    between: str
    """The words between the number and the year."""


def by_year(context: Context) -> Iterator[Found]:
    """Yields numbers of places that are said to come in a year, and do not."""
    for time in context.facts.times:
        if time.first.year not in context.round.years or time.first.year != time.last.year:
            continue
        sentence = context.sentence_at(time.start)
        known = context.scope(sentence)
        is_after = context.facts.masked.startswith("efter ", time.start) or context.facts.masked.endswith(
            "efter ", 0, time.start
        )
        said = _said(context, sentence, time) if known.groups and not is_after else None
        known = _of_turn(context, sentence, said) if said is not None else known
        if said is None or not _is_of_places(context, sentence, said):
            continue
        if not _agrees(time, known, said, context) and not context.is_elsewhere(sentence, said.start, said.end):
            yield places_of_year_said(context, known, said.start, said.end, time.first.year)
    yield from _of_each_year(context)


def _of_turn(context: Context, sentence: Sentence, said: _Said) -> Known:
    """Returns of which project a number is, where a sentence tells of several in turn: `Elmely får …, og Askely …`."""
    counts = {one.number_start for one in context.facts.counts if sentence.start <= one.number_start < sentence.end}
    starts = sorted(counts | {said.start})
    return context.scopes(sentence, starts)[starts.index(said.start)]


def _of_each_year(context: Context) -> Iterator[Found]:
    """Yields `4 i hvert af årene` where the table has not as many in each year."""
    masked = context.facts.masked
    for found in _EACH_YEAR.finditer(masked):
        sentence = context.sentence_at(found.start())
        known = context.scope(sentence)
        said = _Said(_value(found["number"]), found.start(), found.end(), found["noun"] or "")
        if not known.groups or not _is_of_places(context, sentence, said):
            continue
        for year in context.round.years:
            if said.number <= known.total and said.number not in _places_of(known, year):
                if not context.is_elsewhere(sentence, said.start, said.end):
                    yield places_of_year_said(context, known, said.start, said.end, year)
                break


def _said(context: Context, sentence: Sentence, time: Time) -> _Said | None:
    """Returns the number that a time is said of: right ahead of it, else right behind it."""
    masked = context.facts.masked
    if found := _LEFT.search(masked[max(sentence.start, time.start - _REACH) : time.start]):
        start = max(sentence.start, time.start - _REACH) + found.start("number")
        return _Said(_value(found["number"]), start, time.end, found["between"])
    if time.grain is not Grain.YEAR or time.bound is not Bound.AT:
        return None
    if found := _RIGHT.match(masked[time.end : min(sentence.end, time.end + _REACH)]):
        between = f"{found['between']} {found['noun'] or ''}"
        return _Said(_value(found["number"]), time.start, time.end + found.end(), between)
    return None


def _is_of_places(context: Context, sentence: Sentence, said: _Said) -> bool:
    """Whether a number is of places: by its noun, or by what is spoken of and nothing else is."""
    own = context.facts.masked[max(sentence.start, said.start - _AHEAD) : min(sentence.end, said.end + _REACH)]
    around = own[max(0, said.start - sentence.start - _REACH) :]
    has_noun = _PLACES.search(said.between) is not None
    if _OTHERS.search(_BRACKET.sub(" ", around) if has_noun else around):
        return False
    if has_noun:
        return True
    if _MONEY.search(own) or (_MONEY.search(sentence.heading) and not _PLACES.search(sentence.heading)):
        return False
    return _PLACES.search(context.facts.masked[max(0, said.start - _AHEAD) : said.end + 20]) is not None


def _agrees(time: Time, known: Known, said: _Said, context: Context) -> bool:
    year = time.first.year
    own = _places_of(known, year)
    whole = sum(group.count for group in known.groups)
    if said.number in own or said.number > whole:
        return True
    before = context.facts.masked[max(0, said.start - 30) : said.end]
    is_used = _USED.search(said.between) is not None or _USED.search(before) is not None
    if is_used and not own:
        return True  # when they are taken into use is told by the completion
    if time.grain is not Grain.YEAR and (not own or len(known.years) < 2 or time.last.month <= _NEW_YEAR):
        return True
    so_far = sum(group.count for group in known.groups if group.year <= year)
    return said.number == so_far and (is_used or time.bound is not Bound.AT or _ALL.search(before) is not None)


def _places_of(known: Known, year: int) -> set[int]:
    return sums([group.count for group in known.groups if group.year == year])


def _value(written: str) -> int:
    return int(written) if written.isdecimal() else NUMERALS[written]
