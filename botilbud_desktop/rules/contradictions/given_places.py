"""Places that a text gives other municipalities, or keeps: `heraf 6 til andre`, `andre får 3`, `syv bruger vi selv`."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from botilbud_desktop.domain.facts.laws import MASK
from botilbud_desktop.domain.facts.numbers import Number
from botilbud_desktop.domain.facts.size import Size, hedge_ahead
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import share_said

_OTHERS = (
    r"(?:(?:de )?(?:andre|øvrige|omkringliggende|fremmede)(?: (?:[a-zæøå]{3,} )?kommuner\w*)?|nabokommune\w*|"
    r"naboerne|"
    r"omegnskommune\w*|omegnens kommuner|gæstekommune\w*|udenbys borgere|kommuner(?:ne)? (?:omkring|rundt|uden for))"
    r"(?= (?:og|får|har|er|kan|vil|skal|tilbydes|bruger|køber|reserveres|tildeles|i|på|mens|som|efter|ifølge|"
    r"at)(?!\w)| ?[.,;:)(\n-]| ?\Z)"
)
_NOUN = (
    r"(?:(?:af (?:dem|disse|pladserne|boligerne|de nye(?: pladser| boliger)?) )|(?:nye )?(?:pladser|boliger|plads) )?"
)
_GIVES = (
    r"(?:\([^()\n]{0,30}\) |- )?(?:(?:er|går|gives|stilles|reserveres|forbeholdes|afsættes|tilbydes|sælges|udbydes|"
    r"skal|vil|forventes|ventes|kan|bliver|at|være|blive|gå|bruges|brugt|benyttes|benyttet|købes|sat|"
    r"søges|søge|visiteres|besættes|udnyttes|udlejes|øremærkes|øremærket|tænkt|tages|åbnes|står|købt|"
    r"af|tiltænkt|forbeholdt|"
    r"reserveret|beregnet|afsat|disponeres|altså|dermed|således|stillet|til rådighed) ){0,5}"
)
_TO_OTHERS = re.compile(
    rf" ?{_NOUN}{_GIVES}(?:(?:til|for|af) |(?<=tilbydes )|(?<=forbeholdes )|(?<=udbydes ))"
    rf"(?:borgere (?:fra|i) )?{_OTHERS}"
)
_OWN = (
    r"(?:kommunens egne(?: borgere)?|egne borgere|vores egne(?: borgere)?|egen kommune|os selv|egne)(?=[ .,;:)\n]|\Z)"
)
_TO_OWN = re.compile(
    rf" ?{_NOUN}(?:{_GIVES}(?:til|for|af) {_OWN}|(?:bruger|beholder|benytter) (?:vi|kommunen) selv(?=[ ]?[.,;)\n]|\Z)"
    r"|(?:bruges|beholdes|benyttes) (?:af (?:os|kommunen) )?selv)"
    r"| ?(?:(?:nye )?(?:pladser|boliger))?,? (?:(?:som|der) )?(?:vi|kommunen|[a-zæøå]+(?: kommune)?) selv (?:vil |"
    r"skal )?"
    r"(?:beholde|bruge|benytte)r?(?!\w)"
)
_OTHERS_GET = re.compile(
    rf"(?<!\w){_OTHERS}(?: i [a-zæøå]+)?(?: (?:får|få|kan|kunne|vil|skal|har|have|bruger?|benytter?|køber?|tilbydes|"
    rf"råder?|"
    r"disponerer?|over|adgang|ret|til|visitere|søge|tildeles|gives|reserveres|om|på|af)){1,6} (?:i alt |hele |de )?\Z"
    r"|(?<!\w)(?:andre kommuner|til andre|nabokommuner(?:ne)?): ?\Z|(?<!\w)(?:vi|kommunen) (?:sælger|afgiver|"
    r"udlejer) \Z"
)
_KEEPS = re.compile(
    r"(?<!\w)(?:egne borgere (?:får|bruger|benytter)|beholder|vi bruger(?: selv)?|kommunen bruger selv) (?:vi |"
    r"kommunen |[a-zæøå]+ )?(?:selv )?\Z"
)
_OF_PLACES = re.compile(
    r" ?(?:(?:nye )?(?:pladser|boliger|plads)|af (?:dem|disse|pladserne|boligerne))?(?=[ .,;:)\n-]|\Z)"
)
_NO_PLACES = re.compile(
    r" ?(?:pct|%|procent|mio|mill|kr|t\.|år|måned|uge|dag|time|døgn|km|m2|kommuner|borgere|beboere|"
    r"unge|personer|medarb|"
    r"ansat|gange|hus|etage|projekt|af de [0-9])"
)
_WHOLE_AHEAD = re.compile(r"(?<!\w)(?:heraf|deraf|hvoraf|af dem|af disse)(?!\w)[^.;]{0,30}\Z")
_PARTS = re.compile(
    r"(?<!\w)(?:etape|fase|først\w*|hvert?|pr|begge steder|stedet for|tidligere|i dag|hidtil|allerede|hvis|ikke|"
    r"venteliste|yderligere|ekstra|flere|mangler|behov|ønsker|interesse\w*|efterspørg\w*)(?!\w)"
)
_OF_WHOLE = re.compile(
    r"(?<!\w)(?:af|på nær|undtagen|bortset fra|minus|fra)"
    r"(?: (?:de|vores|alle|i alt|projektets|disse|samtlige|nye|andre|dag))* \Z"
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:projekt|hus|etape|fase|afsnit|bygning|sted|nr\.|nummer|blok|fløj|trin|uge|side|bilag|pkt\.|punkt|"
    r"kriterium|ad|"
    r"kap\.|kapitel|af|på|samt de|stk\.) \Z"
)
_NAMED_GIFT = re.compile(r"(?:\w+ til|til) [A-ZÆØÅ][a-zæøå]+")
_OF_YEAR = re.compile(r" (?:i |fra )?(?:[a-zæøå]+ )?20[0-9]{2}")
_REACH = 90


def given_contradictions(context: Context) -> Iterator[Found]:
    """Yields numbers of places for other municipalities, or for the own citizens, that the share does not give."""
    numbers = context.facts.numbers
    amounts = [(one.start, one.end) for one in context.facts.amounts]
    taken = sorted([*amounts, *((one.start, one.end) for one in context.facts.shares)])
    for number in numbers:
        if number.whole is None or not number.digits or number.is_like_year or _is_in(taken, number.start):
            continue
        sentence = context.sentence_at(number.start)
        end, is_own = _said_of(context, sentence, number)
        if not end or _is_unclear(context, sentence, number, end):
            continue
        known = context.scope(sentence)
        if _is_wrong(context, sentence, known, number, is_own=is_own):
            yield share_said(context, known, number.start, end)


def _is_in(taken: list[tuple[int, int]], at: int) -> bool:
    """Whether a place is in what was read as something else."""
    position = bisect_left(taken, (at + 1, 0)) - 1
    return position >= 0 and taken[position][1] > at


def _said_of(context: Context, sentence: Sentence, number: Number) -> tuple[int, bool]:
    """Returns where words end that give places to others or keep them, and which of both; 0 where none do."""
    masked, last = context.facts.masked, min(sentence.end, number.end + _REACH)
    if _NO_PLACES.match(masked, number.end):
        return 0, False
    if found := _TO_OTHERS.match(masked, number.end, last):
        return found.end(), False
    if found := _TO_OWN.match(masked, number.end, last):
        return found.end(), True
    places = _OF_PLACES.match(masked, number.end, last)
    if places is None:
        return 0, False
    before = masked[max(sentence.start, number.start - _REACH) : number.start]
    if _OTHERS_GET.search(before):
        return places.end(), False
    return (places.end(), True) if _is_kept(before) else (0, False)


def _is_kept(before: str) -> bool:
    """Whether the words ahead of a number say that places are kept: `beholder Lolland 9`."""
    return _KEEPS.search(before) is not None


def _is_unclear(context: Context, sentence: Sentence, number: Number, end: int) -> bool:
    """Whether a number may be of some of the places, of others than the new ones, or of one partner."""
    masked = context.facts.masked
    before = context.before(sentence, number.start)[-_REACH:]
    clause = re.split(r"[;:]", before)[-1]
    _hedge, start = hedge_ahead(masked, number.start)
    ahead = masked[max(sentence.start, start - _REACH) : start]
    if _NUMBERED.search(ahead) or _is_name_ahead(context, ahead):
        return True
    if _OF_WHOLE.search(before) or _OF_YEAR.match(masked, end):
        return True
    if _PARTS.search(clause) or MASK in masked[number.start : end] or context.is_elsewhere(sentence, number.start, end):
        return True
    if _NAMED_GIFT.search(context.text, max(sentence.start, number.start - _REACH), min(sentence.end, end + _REACH)):
        return True
    return sentence.start in context.named and context.own is None and len(context.each) > 1


def _is_name_ahead(context: Context, ahead: str) -> bool:
    """Whether a number is that of a project's name: `Elmely 2`."""
    words = ahead.split()
    return bool(words) and context.names.has_word(words[-1]) and ahead.endswith(" ")


def _is_wrong(context: Context, sentence: Sentence, known: Known, number: Number, *, is_own: bool) -> bool:
    if not known.for_others or not known.wholes or not known.shares:
        return False
    before = context.before(sentence, number.start)[-_REACH:]
    counted = [one for one in context.facts.counts if sentence.start <= one.number_start < number.start]
    if counted and _WHOLE_AHEAD.search(before) and not any(map(counted[-1].size.may_be, known.wholes)):
        return False
    hedge, _start = hedge_ahead(context.facts.masked, number.start)
    size = Size(number.digits, number.digits, 1, hedge)
    right = known.for_others
    if is_own:
        right = frozenset(whole - others for whole in known.wholes for others in known.for_others if whole > others)
    return number.digits <= max(known.wholes) and not any(map(size.may_be, right))
