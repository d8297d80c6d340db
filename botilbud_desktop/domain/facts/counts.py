"""The numbers of places and homes in a text: `19 pladser`, `15 § 107-pladser`, `4 efter § 108`, `udvider med 19`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.laws import MASK, Paragraph
from botilbud_desktop.domain.facts.numbers import Number
from botilbud_desktop.domain.facts.size import Size, hedge_ahead

_STOP = (
    r"pct|procent|mio|mia|kr|t|tkr|år|[a-zæøå]{0,20}kommuner?(?:ne)?|borgere|beboere|m2|m²|kvm|døgn|dele|del|"
    r"personer|ud|timer|"
    r"måneder|uger|"
    r"dage|minutter|af|og|eller|samt|til|projekter|botilbud|tilbud|bosteder|huse|etager|ansatte|medarbejdere|årsværk|"
    r"i|på|med|for|der|som|er|har|fra|blev|bliver|vil|skal|kan|gange|stk|km|kilometer|meter|kvadratmeter|afdelinger|"
    r"køber|sælger|bygger|bruger|deler|lejer|"
    r"hvor|hvis|mens|når|fordi|nybyggerier|byggerier|ombygninger|bygninger|steder|adresser|matrikler|grunde|naboer|"
    r"en|et|den|det|de|ved|om|hver|kvartal|halvår|millioner|million|regioner|unge|voksne|mennesker|ganges?"
)
_KINDS = r"(?:midlertidige|længerevarende|varige) (?:og|eller|samt) (?=midlertidige|længerevarende|varige)"
_GAP = rf"(?:{_KINDS}|(?!(?:{_STOP}|[0-9]+)(?!\w))[\w{MASK}/§-]{{1,30}},? ){{0,5}}?"
_NOUN = (
    rf"(?P<noun>[\w{MASK}-]{{0,40}}?(?:pladsers|pladserne|pladser|plads|boligerne|boliger|bolig|lejlighederne|"
    rf"lejligheder|lejlighed|værelserne|værelser|pl(?=\. )|enhederne|enheder|døgnpladserne|hjemmene))(?!\w)"
)
_WITH_NOUN = re.compile(rf"[ -]{_GAP}{_NOUN}|(?P<no_gap>-pladsers|-personers)(?!\w)")
_TO_LAW = re.compile(
    rf" ?(?:stk\.? )?(?:(?:er|bliver|oprettes|etableres) )?(?:på|efter|inden ?for|jf\.?|under|som|\()"
    rf" ?(?=(?:sel |servicelovens )?{MASK})| (?={MASK})"
    rf"| til (?:midlertidig|længerevarende|varig)t? ?(?:ophold )?(?:efter |\(|jf\. )(?=(?:sel |servicelovens )?{MASK})"
)
_PEOPLE = re.compile(r" (?:\w{1,30} ){0,2}?(?P<noun>borgere|beboere|personer|voksne|mennesker|unge)(?!\w)")
_ROOM_FOR = re.compile(
    r"(?<!\w)(?:(?:plads|rum|hjem|bolig(?:er)?|hus(?:et)?|bosted(?:et)?|botilbud(?:det)?|sted|rammer|tilbud(?:det)?|"
    r"bofællesskab(?:et)?|tegnet|dimensioneret) (?:til|for)|rummer?|huser?) (?:i alt |yderligere |op til |ca\. )*\Z"
)
_ALONE = re.compile(r"(?=[.,;)](?:\s|\Z)|\Z)")
_NEW_HOME = re.compile(
    r" (?P<noun>borgere|mennesker|voksne) får (?:et nyt hjem|en ny bolig|"
    r"nye boliger|hver deres nye)"
)
_LIVE = re.compile(
    r" (?P<noun>borgere|mennesker|voksne|unge|beboere) (?:(?:til at |skulle )?bo(?: her)?(?=[ .,]|\Z)|"
    r"flytter ind(?=[ .,]|\Z))"
)
_WHO_LIVE = re.compile(
    r"(?<!\w)(?:her|huset|der|hvor|tilbuddet) skal (?:der )?\Z|(?:\A|[.\n] ?)(?:de|alle|samtlige) \Z"
)
_WILL_LIVE = re.compile(r"(?<!\w)(?:kommer til at bo|skal bo|flytter der) \Z")
_WIDENS = re.compile(
    r"(?<!\w)(?:udvid\w*|øge[rst]?|forøge[rst]?|udbygge[rst]?|styrke[rst]?|vokse[rt]?|stige[rt]?|hæve[rst]?)\b"
    r"(?: [\wæøå§¤-]{1,40}){0,8}? med (?:i alt |yderligere |hele |netto )*\Z"
)
_LABEL = re.compile(
    r"(?<!\w)(?:antal(?:let af)? )?(?:nye |eksisterende )?[a-zæøå]*pladser(?:ne)?(?: i alt)?"
    r"(?: i 20[0-9]{2})?(?: \([^()\n]{0,30}\))?"
    r"(?: ?[:=|\t] ?| er | udgør )(?:i alt )?\Z"
    r"|(?<!\w)(?:nye pladser|kapacitet): ?\+\Z|(?<!\w)(?:pladstallet|pladsantallet|kapacitetsudvidelsen)"
    r" (?:er|bliver|udgør) (?:på )?(?:i alt )?\Z"
)
_MAY_BE_LABEL = re.compile("plads|kapacitet")
_UNITS = re.compile(
    r" ?(?:(?:nye )?(?:huse|længer|fløje|etager|afdelinger|bygninger|etaper|projekter)(?!\w)|"
    r"%|pct|procent|mio|mia|mill|kr|t\.?kr|tkr|,-|m2|m²|kvm|år|døgn|dag|måned|uge|time|km|meter|[./-]? ?[0-9]|')"
)
_ITEM = re.compile(r" ?[-–—] (?=[a-zæøå])")
"""What stands behind the number of an item: `5 - alle pladser er i brug`."""
_TO = re.compile(r" ?(?:-|til) ?")
_CLAUSE_END = re.compile(r"[.;:\n](?=\s|\Z)|\n")
_REACH = 80


class Count(NamedTuple):
    """A number of places, homes or people that get a place."""

    start: int
    end: int
    """Behind its noun."""
    size: Size
    noun: str
    """As it is written, folded; "" where it has none."""
    bases: tuple[LegalBasis, ...] = ()
    """The paragraphs that it stands with, nearest ones only."""
    number_start: int = 0


def counts_in(text: str, numbers: Sequence[Number], paragraphs: Sequence[Paragraph]) -> Iterator[Count]:
    """Yields the counts in a folded text in which the paragraphs of law are masked with `MASK`."""
    found: list[Count] = []
    for position, number in enumerate(numbers):
        if number.whole is None or (number.is_like_year and not number.is_word):
            continue
        if _ITEM.match(text, number.end) and text[text.rfind("\n", 0, number.start) + 1 : number.start].strip() == "":
            continue
        following = numbers[position + 1].start if position + 1 < len(numbers) else len(text)
        match = _WITH_NOUN.match(text, number.end)
        if match is not None and match.end() <= following and number.end <= match.start():
            found.append(_count(text, numbers, position, match.end(), match["noun"] or "pladser"))
        elif ahead := _nounless(text, number):
            found.append(_count(text, numbers, position, *ahead))
    return _with_bases(text, found, paragraphs)


def _nounless(text: str, number: Number) -> tuple[int, str] | None:
    if _TO_LAW.match(text, number.end):
        return number.end, ""
    before = text[max(0, number.start - _REACH) : number.start]
    if (people := _PEOPLE.match(text, number.end)) and _ROOM_FOR.search(before):
        return people.end(), people["noun"]
    if _ALONE.match(text, number.end) and number.digits > 1 and _ROOM_FOR.search(before):
        return number.end, ""
    if people := _NEW_HOME.match(text, number.end) or (_WILL_LIVE.search(before) and _PEOPLE.match(text, number.end)):
        return people.end("noun"), people["noun"]
    if (people := _LIVE.match(text, number.end)) and _WHO_LIVE.search(before):
        return people.end("noun"), people["noun"]
    if _UNITS.match(text, number.end):
        return None
    if before.endswith(" med ") or " med " in before[-22:]:
        return (number.end, "") if _WIDENS.search(before) else None
    return (number.end, "") if _MAY_BE_LABEL.search(before) and _LABEL.search(before) else None


def _count(text: str, numbers: Sequence[Number], position: int, end: int, noun: str) -> Count:
    number = numbers[position]
    lowest = highest = number.digits
    start = number.start
    if position:
        before = numbers[position - 1]
        if (
            before.whole is not None
            and not before.is_like_year
            and before.digits < highest
            and _is_range(text, before, number)
        ):
            lowest, start = before.digits, before.start
    hedge, from_ = hedge_ahead(text, start)
    return Count(from_, end, Size(lowest, highest, 1, hedge), noun, number_start=start)


def _is_range(text: str, lower: Number, upper: Number) -> bool:
    """Whether two numbers are `18-20`, `18 til 20` or `mellem 18 og 20`; `fra 18 til 20` tells of a growth."""
    ahead = text[max(0, lower.start - 10) : lower.start]
    if _TO.fullmatch(text, lower.end, upper.start):
        return not ahead.endswith("fra ")
    return ahead.endswith("mellem ") and text[lower.end : upper.start] == " og "


def _with_bases(text: str, found: list[Count], paragraphs: Sequence[Paragraph]) -> Iterator[Count]:
    """Gives each count the law that stands behind it, or ahead of it, in the same clause; each law is given once."""
    at, given = 0, -1
    for position, count in enumerate(found):
        before = found[position - 1].end if position else 0
        following = found[position + 1].number_start if position + 1 < len(found) else len(text)
        last = min(following, count.end + _REACH)
        last = end.start() if (end := _CLAUSE_END.search(text, count.end, last)) else last
        while at < len(paragraphs) and paragraphs[at].end < max(before, count.number_start - _REACH):
            at += 1
        near = [one for one in paragraphs[at : at + 6] if one.bases and one.start > given]
        behind = [one for one in near if count.number_start <= one.start < last]
        ahead = [one for one in near if before <= one.start < count.number_start and _is_ahead(text, one, count)]
        chosen = behind[:1] or ahead[-1:]
        given = chosen[0].start if chosen else given
        yield count._replace(bases=chosen[0].bases if chosen else ())


def _is_ahead(text: str, paragraph: Paragraph, count: Count) -> bool:
    """Whether a law stands in the same clause ahead of a count, or right ahead of its colon."""
    between = text[paragraph.end : count.number_start]
    return between.strip() in (":", "-", "=") or not _CLAUSE_END.search(between)
