"""How much the capacity grows, and for whom: a number of new places, and the target group."""

import re
from collections.abc import Iterator

from botilbud_desktop.rules.description.contents.evidence import Reason
from botilbud_desktop.rules.description.contents.matching import NOTHING, Found, Said
from botilbud_desktop.rules.description.contents.vocabulary import (
    COUNT,
    COUNTED_PLACES,
    NUMERAL,
    PLACES,
    is_of_years_before,
)

PLACES_GIVEN, PEOPLE_GIVEN = "places", "people"
NEEDS = frozenset({PLACES_GIVEN, PEOPLE_GIVEN})
_MANY = r"(?:borgere|unge|voksne|mennesker|personer|beboere)"
_NEAR = 110
_ENDS = (";", ", men ")
_FOR_PEOPLE = re.compile(rf"{COUNTED_PLACES}[^.;]{{0,60}}? (?:til|for) (?:[\w-]+ ){{0,2}}?{_MANY}")
"""`12 pladser til borgere med autisme` are the project's own, unless it is said otherwise."""
_COUNTED = re.compile(
    rf"(?:\b(?=\w)|(?=\+))(?:{COUNTED_PLACES}|"
    rf"\bfra {COUNT} (?:\w+ )?til {COUNT}"
    rf"(?! ?(?:timer|m2|m²|kvadrat|ansatte|medarbejd|årsværk|uger|måneder|dage|år\b))|"
    rf"\b(?:plus|yderligere|ekstra|netto) {COUNT}|"
    rf"\+ ?[0-9]{{1,3}}\b|\b(?:kapacitet\w*|antal\w* (?:\w+ ){{0,2}}?(?:pladser|boliger)) (?:\w+ ){{0,5}}?(?:med|"
    rf"fra) (?:præcis |i alt )?{COUNT}|"
    rf"{COUNT}(?: \w+){{0,2}} (?:mere|flere) end (?:i dag|nu|hidtil|de)\b|"
    rf"\b(?:huse|rumme|plads til|hjem til|bolig til|indrettes til|hjem for|plads for) {COUNT}\b"
    r"(?! (?:gæster|besøgende|biler|cykler|pårørende|medarbejdere|deltagere|elever|børn|år)\b)|"
    rf"{COUNT} {_MANY}(?: [\w§()-]+){{0,8}}? (?:skal have hjem|får (?:et )?hjem))"
)
_NUMBER = re.compile(rf"[0-9]|\b(?:{NUMERAL}|én|ét)\b")
_LABELLED = re.compile(rf"{PLACES} ?(?::|i alt:?) ?{COUNT}")
"""A label and its number: »Nye pladser: 12«."""
_INSTEAD_OF_NOW = re.compile(r"\b(?:mod|mere end|flere end|end)(?: [\w-]+){0,3} (?:i dag|nu|hidtil)\b")
_MORE = re.compile(
    r"\bny(?:e|t|etabler\w*|byg\w*|opfør\w*|oprett\w*)?\b|\budvid\w*|\betabler\w*|\bopret\w*|\bopfør\w*|\bbygge\w*|"
    r"\bbyggeri\w*|\bøge[rst]?\b|"
    r"\bøges\b|\bforøge\w*|\btilfør\w*|\bkapacitet\w*|\bflere\b|\byderligere\b|\bekstra\b|\btilvækst\w*|"
    r"\bvokse[r]?\b|\bfår\b|\bgiver\b|"
    r"\bomfatter\b|\bbestå\w*|\brumme[r]?\b|\bskabe[rs]?\b|\bindret\w*|\budbygge\w*|\btilbyg\w*|\bplus\b|\bnetto\w*|"
    r"\bopnormer\w*|\bstiger\b|"
    r"\bindehold\w*|\bbliver til\b|\bskal huse\b|\bmed plads til\b|\bprojekt\w*|\bbidrag\w*|\bomdann\w*|"
    r"\bkommer til\b|\blevere\w*|\bkommer der\b|\bder kommer\b|\bskal have (?:et )?hjem\b|\btale om\b|\bhæves\b|"
    r"\b(?:mere|flere) end\b|"
    r"\bgår (?:op )?fra\b|\boveni\b|\boven i\b|\b(?:der|her) (?:bliver|er) (?:der )?plads\b|"
    r"\befter (?:projekt|ombygning|udvidelse)\w*"
)
_LESS = re.compile(
    rf"\bhvor der (?:i dag |allerede |nu )?er {COUNT}|"
    rf"\b(?:vi|kommunen|\w*tilbuddet|bostedet|huset|stedet) har (?:i dag |allerede |nu )?{COUNT} (?!nye)|"
    r"\bdriver\b|\bbehovet\b|\bkommunen har\b|\bi dag\b|\bnuværende\b|\baktuelt\b|\bnedlæg\w*|\blukke\w*|"
    r"\berstatte\w*|\bmangler\b|\bbehov for\b|"
    r"\bventeliste\w*|\bråder over\b|\bi forvejen\b|\btidligere\b|"
    r"\bhidtil\w*|\beksisterende (?:\w+ )?plads\w*"
)
_INSTEAD = re.compile(
    r"\bbehovet er\b|\bbehovet (?:[\w-]+ ){1,3}(?:er |har )?(?:vokset|steget|øget|vokser|stiger)\b|"
    r"\bnedlæg\w*|\berstat(?:te\w*|ning\w*)|\blukke[rs]?\b|\buændret\b|\bforbliver\b|\bfor børn\b|"
    r"\bomdann\w* (?:\w+ ){0,3}fra (?:§|abl|sel)|\bflytte[rs]? (?:[\w-]+ ){1,3}fra\b|"
    r"\bpladser\w* [^,;.]{0,50}?\b(?:flyttes|renoveres|samles|moderniseres|istandsættes)\b(?! ind\b)|"
    r"\b(?:samles|gør|gøre) [^,;.]{0,20}\bpladser\b|"
    r"\bom nogle år\b|\bpå (?:længere )?sigt\b"
)
"""Places instead of others, as many as now, for children, or of some later time."""
_NEEDED = re.compile(
    r"\b(?:(?:behov|brug) for|mangle[rt]?|manglede|savne[rt]?|underskud på|"
    r"efterspørge[rs]?) (?:[\w-]+ ){0,4}\Z"
)
_BESIDE_IT = re.compile(r"\b(?:med|hos|nabo til|ved siden af) [\w ]{2,30}\(\Z")
"""Another house and its places: »fælles ledelse med Bakken (11 pladser)«."""
_NOT_FOR_PEOPLE = re.compile(r" (?:til|for) (?:personale|medarbejder|pårørende|gæster|besøg|vikarer|studerende)")
_STAFF_AHEAD = re.compile(r"\b(?:personale|normering|medarbejder|bemanding|åbningstid|vagt)\w* (?:[\w-]+ ){0,4}\Z")
"""What grows there are hands and hours, and no places."""
_RANGE_AHEAD = re.compile(r"\bmellem [0-9\w]+ og \Z")
_CLAUSE_END = re.compile(r"[,;:(]")
_STRONG = re.compile(
    r"\budvid\w*|\bnye?\b|\bøge\w*|\bforøge\w*|\bfra [0-9]|\bflere\b|\byderligere\b|\bekstra\b|\betabler\w*|"
    r"\bopfør\w*|\btilfør\w*|\bvokse"
)
_WHO = (
    r"(?:borgere?n?e?|mennesker|personer|unge|voksne|beboere|ældre|kvinder|mænd|udviklingshæmmede|mænd|brugere|"
    r"målgruppe\w*|18-[0-9]{2}-årige|[\w-]*årige)"
)
_PEOPLE = re.compile(
    rf"\b{_WHO}(?: og (?:unge|voksne|ældre))?,? (?:\(?[\w-]+\)?,? ){{0,4}}?(?:med|der|som|på|under|ramt|fra 18|"
    rf"over 18|hvis)\b|\bmålgruppen?\b[^.]{{0,60}}? "
    r"(?:er|omfatter|udgøres|består|vil være|bliver|tæller|spænder)\b|\bmålgruppe\w*:? ?(?:\w)|\bmålrett\w*|"
    r"\b(?:udviklingshæm\w*|hjerneskade\w*|senhjerneskade\w*|autis\w*|demen\w*|psykiatri\w*|sindslid\w*|handica\w*|"
    r"spiseforstyr\w*|misbrug\w*|"
    r"psykisk\w*|multihandica\w*|funktionsnedsæt\w*|skizofren\w*|adhd|dobbeltdiagno\w*|domfældt\w*|udadreager\w*|"
    r"selvskade\w*|døvblind\w*|prader\w*|"
    r"hjemløs\w*|sårbare|huntington\w*|tourette\w*|asperger\w*|angst\w*|psykose\w*|epilepsi\w*|parkinson\w*|"
    r"socialt udsatte|afhængighed\w*|diagnose\w*|kognitiv\w*|støttebehov\w*|cerebral\w*|erhvervet hjerne\w*)"
)


def _counted(words: str) -> Iterator[re.Match[str]]:
    if not _NUMBER.search(words):
        return
    yield from _COUNTED.finditer(words)
    if ":" in words or " i alt" in words:
        yield from _LABELLED.finditer(words)


def _grows(said: Said, counted: re.Match[str]) -> bool:
    """Whether a word of growth stands beside the number, in the heading or in what goes before."""
    words = said.words
    ahead = words[max(counted.start() - _NEAR, 0) : counted.start()]
    ahead = ahead[max(ahead.rfind(mark) for mark in _ENDS) + 1 :]
    behind = words[counted.end() : counted.end() + _NEAR]
    behind = behind[: min((at for mark in _ENDS if (at := behind.find(mark)) >= 0), default=len(behind))]
    return bool(
        _MORE.search(f"{ahead}{counted[0]}{behind}")
        or _MORE.search(said.heading)
        or _MORE.search(said.before)
        or _FOR_PEOPLE.search(words)
    )


def _is_growth(said: Said, counted: re.Match[str]) -> bool:
    """Whether a number of places is one more than today, and not of what there is, or is wanted."""
    words = said.words
    ahead = words[max(counted.start() - 40, 0) : counted.start()]
    if (
        _BESIDE_IT.search(ahead)
        or _NOT_FOR_PEOPLE.match(words, counted.end())
        or _NEEDED.search(ahead)
        or _RANGE_AHEAD.search(ahead)
        or (counted[0].startswith("fra ") and _STAFF_AHEAD.search(ahead))
        or not _grows(said, counted)
    ):
        return False
    start = max((found.end() for found in _CLAUSE_END.finditer(words, 0, counted.start())), default=0)
    following = _CLAUSE_END.search(words, counted.end())
    clause = words[start : following.start() if following else len(words)]
    clause = _INSTEAD_OF_NOW.sub("", clause)
    return not (_LESS.search(clause) and not _STRONG.search(words, start, counted.end()))


def _is_of_other(said: Said) -> bool:
    """Whether places close as others open, or the words are of years before."""
    return _INSTEAD.search(said.words) is not None or is_of_years_before(said.words, said.years)


def read(said: Said) -> Found:
    """Returns whether the words give a number of new places, and the people they are for."""
    gives, at = set[str](), list[int]()
    counted = [found.start() for found in _counted(said.words) if _is_growth(said, found)]
    if counted and not _is_of_other(said):
        gives.add(PLACES_GIVEN)
        at += counted
    if people := [found.start() for found in _PEOPLE.finditer(said.words)]:
        gives.add(PEOPLE_GIVEN)
        at += people
    elif said.words.strip() and re.search(r"\bmålgruppe", said.heading):
        gives.add(PEOPLE_GIVEN)
        at.append(0)
    if gives:
        return Found(frozenset(gives), tuple(at), is_about=PLACES_GIVEN in gives)
    is_about = _STRONG.search(said.words) is not None and re.search(PLACES, said.words) is not None
    return Found(is_about=is_about, why=Reason.NO_VALUE) if is_about else NOTHING
