"""Years that a text gives no loan, or the whole of it, without an amount: `der søges ikke om lån i 2026`."""

import re
from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.facts.times import Grain
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.money.words import has_loan, is_of_own_money
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import loan_said

_END = r"(?= ?(?:[.,;)\n/]|\Z|og |men |, ))"
_END_OF_ALL = rf"(?!,? (?:og|samt) (?:i )?20){_END}"
_VERB = r"(?:søges|ansøges|lånes|optages|ønskes|bruges)"
_YEAR = r"(?:20[0-9]{2}|'[0-9]{2})"
_IN = r"(?:(?:i|for|til) )?(?:år )?"


def _group(name: str) -> str:
    return rf"{_IN}(?P<{name}>{_YEAR}){_END}"


_NONE = re.compile(
    rf"(?<!\w)(?:der )?{_VERB} (?:der )?(?:ikke|intet|ingenting) (?:om )?(?:noget )?(?:lån\w* )?{_group('after')}"
    rf"|(?<!\w)(?:intet|ikke noget|ingen|ikke) (?:lån|lånebehov|låneadgang|låneoptag\w*) {_group('none')}"
    rf"|(?<!\w)(?:intet|ikke noget|nul|ingenting|ingen) (?:i|for|til) (?P<nil>{_YEAR}){_END}"
    rf"|(?<!\w)(?:i|for|til) (?P<ahead>{_YEAR}) (?:er der |har (?:vi|kommunen) )?(?:{_VERB} )?(?:der )?"
    rf"(?:ikke(?: om)?(?: behov for| brug for)?(?: noget)?(?: lån)?|intet(?: lån\w*)?|ingen lån\w*|ingenting"
    rf"|ikke (?:søges|ansøges|ønskes)(?: om)?(?: noget)? lån\w*){_END}"
)
_ALONE = r"(?:alene|udelukkende|kun|fuldt ud|i sin helhed|dog|derfor)"
_PUT = (
    r"(?:(?:søges|ønskes) udbetalt|optages|søges|ligger|falder|ansøges|hjemtages|lægges|placeres|bruges|"
    r"skal bruges|lånes|ønskes|afholdes)"
)
_IS_OF = r"(?:vedrører|angår|gælder|er til)"
_FIRST = r"(?:det (?:første|andet) år, (?:i )?)?"
_WHOLE = re.compile(
    rf"(?<!\w)(?:ønsker|optager|låner|bruger|placerer|hjemtager|vil (?:gerne )?have|søger(?: om)?|"
    rf"ansøger(?: om)?|skal bruge) hele (?:lånet|"
    rf"lånebeløbet|låneadgangen|beløbet) (?:{_ALONE} )?i {_FIRST}(?P<wanted>{_YEAR})(?: alene)?{_END_OF_ALL}|"
    rf"(?<!\w)hele (?:lånet|lånebeløbet|låneadgangen|beløbet)(?: på [^;\n]{{0,30}}?)?,?(?: [0-9][^;\n]{{0,20}},)? "
    rf"{_PUT}(?: {_ALONE})? i {_FIRST}(?P<year>{_YEAR})(?: alene)?{_END_OF_ALL}"
    rf"|(?<!\w)(?:lånet|låneadgangen|lånebeløbet)(?: på [^;\n]{{0,30}}?)?,? (?:som )?{_PUT} {_ALONE} i {_FIRST}"
    rf"(?P<alone>{_YEAR}){_END_OF_ALL}"
    rf"|(?<!\w)(?:det hele|(?<!i )alt(?: sammen)?|hele beløbet|(?:som )?fuldt ud placeres|{_ALONE})"
    rf"(?: {_PUT} i| i| {_IS_OF}) (?P<all>{_YEAR}){_END_OF_ALL}"
    rf"|(?<!\w)hele (?:lånet|lånebeløbet|låneadgangen|beløbet) {_IS_OF}(?: {_ALONE})? (?P<of>{_YEAR}){_END_OF_ALL}"
    rf"|(?<!\w)(?:lånet|låneadgangen|lånebeløbet) (?:{_IS_OF} {_ALONE}|er {_ALONE} til|(?:søges|"
    rf"ønskes) udbetalt i) (?P<only>{_YEAR})"
    rf"{_END_OF_ALL}|(?<!\w)(?:søger|ansøger) (?:kun|alene|udelukkende) om lån\w* i (?P<asked>{_YEAR}){_END_OF_ALL}"
)
_PART = re.compile(r"(?<!\w)(?:resten|resterende|delen|del|halvdelen|tredjedel\w*)(?: af)? \Z")
_NONE_WORDS = ("ikke", "int", "ing", "nul")
_WHOLE_WORDS = ("hele", "helhed", "alt", "alene", "udelukkende", "kun", "fuldt", "dog", "derfor", "udbetalt")
"""One of these stands in all that each pattern finds."""
_REACH = 60
_AROUND = 100
_CLAUSE = 90
_AMOUNT_OF_YEAR = re.compile(r"(?:mio|kr)\. [^.;]{0,12}20[0-9]{2}(?:,| og) \Z")
_ASIDE = re.compile(r"(?<!\w)(?:hvis|såfremt|kommunen selv|har|byg\w*|opfør\w*|plads\w*|tages|flytter)(?!\w)")


def loan_year_contradictions(context: Context) -> Iterator[Found]:
    """Yields years that are said to have no loan and have one, and years that are said to have all of it."""
    for found in _near_years(context, _NONE, _NONE_WORDS):
        year = _year(context, found)
        known = _known(context, found, _REACH)
        is_of_loan = known is not None and (found["nil"] is None or _names_loan(context, found))
        if known is not None and is_of_loan and _loan(known, year):
            yield loan_said(context, known, found.start(), found.end(), year)
    for found in _near_years(context, _WHOLE, _WHOLE_WORDS):
        known = _known(context, found, _REACH if found["all"] else 0)
        if known is None or (found["all"] and not _names_loan(context, found)) or _is_of_a_part(context, found, known):
            continue
        year = _year(context, found)
        if any(_loan(known, other) for other in context.round.year_keys if other != year):
            yield loan_said(context, known, found.start(), found.end(), None)


def _is_of_a_part(context: Context, found: re.Match[str], known: Known) -> bool:
    """Whether a year is that of a part of the loan, which stands ahead: `de 8 mio. kr. vedrører i sin helhed 2025`."""
    sentence = context.sentence_at(found.start())
    if _PART.search(context.before(sentence, found.start())):
        return True
    whole = sum(amount or 0 for _key, amount in known.loans)
    ahead = [one.size for one in context.facts.amounts if sentence.start <= one.start and one.end <= found.start()]
    return bool(ahead) and ahead[-1].highest < whole and int(ahead[-1].highest) in known.amounts


def _near_years(context: Context, pattern: re.Pattern[str], words: Sequence[str]) -> Iterator[re.Match[str]]:
    """Yields what stands around the text's years: they are few."""
    last = 0
    for time in context.facts.times:
        if time.grain is Grain.YEAR:
            start, end = max(last, time.start - _AROUND), time.end + _AROUND
            if not any(context.facts.text.find(word, start, end) >= 0 for word in words):
                continue
            for found in pattern.finditer(context.facts.text, start, end):
                last = max(last, found.end())
                yield found


def _year(context: Context, found: re.Match[str]) -> str:
    """Returns the year that was found, with its century."""
    written = next(value for value in found.groupdict().values() if value)
    return str(context.round.century + int(written[1:])) if written.startswith("'") else written


def _known(context: Context, found: re.Match[str], reach: int) -> Known | None:
    """Returns what is known of the one project that the words are of; None where that is not certain."""
    sentence: Sentence = context.sentence_at(found.start())
    known = context.scope(sentence)
    before = context.before(sentence, found.start())[-reach:] if reach else ""
    is_sure = len(known.projects) == 1 and not sentence.is_deleted and context.facts.text[sentence.end - 1] != "?"
    is_sure = is_sure and not context.is_of_another(sentence, found.start())
    return known if is_sure and not _ASIDE.search(before) else None


def _names_loan(context: Context, found: re.Match[str]) -> bool:
    """Whether the clause, and nothing of other money, names the loan."""
    sentence = context.sentence_at(found.start())
    before = context.before(sentence, found.start())[-_CLAUSE:]
    is_of_loan = has_loan(before) or (has_loan(sentence.heading) and _AMOUNT_OF_YEAR.search(before) is not None)
    return is_of_loan and not is_of_own_money(before)


def _loan(known: Known, year: str) -> int:
    return sum(amount or 0 for key, amount in known.loans if key == year)
