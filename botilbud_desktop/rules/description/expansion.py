"""How much the capacity grows, and for whom: a number of new places, and the target group."""

import re

from botilbud_desktop.rules.description.evidence import Reason
from botilbud_desktop.rules.description.matching import NOTHING, Found, Said
from botilbud_desktop.rules.description.vocabulary import COUNT, COUNTED_PLACES, PLACES

PLACES_GIVEN, PEOPLE_GIVEN = "places", "people"
NEEDS = frozenset({PLACES_GIVEN, PEOPLE_GIVEN})
_COUNTED = re.compile(
    rf"{COUNTED_PLACES}|\bfra {COUNT} (?:\w+ )?til {COUNT}|\b(?:plus|yderligere|ekstra|netto) {COUNT}|{PLACES} ?(?::|"
    rf"i alt:?) ?{COUNT}|\+ ?[0-9]{{1,3}}\b"
)
_MORE = re.compile(
    r"\bny(?:e|t|etabler\w*|byg\w*|opfør\w*|oprett\w*)?\b|\budvid\w*|\betabler\w*|\bopret\w*|\bopfør\w*|\bbygge\w*|"
    r"\bbyggeri\w*|\bøge[rst]?\b|"
    r"\bøges\b|\bforøge\w*|\btilfør\w*|\bkapacitet\w*|\bflere\b|\byderligere\b|\bekstra\b|\btilvækst\w*|"
    r"\bvokse[r]?\b|\bfår\b|\bgiver\b|"
    r"\bomfatter\b|\bbestå\w*|\brumme[r]?\b|\bskabe[rs]?\b|\bindret\w*|\budbygge\w*|\btilbyg\w*|\bplus\b|\bnetto\w*|"
    r"\bopnormer\w*|\bstiger\b|"
    r"\bindehold\w*|\bbliver til\b|\bskal huse\b|\bmed plads til\b|\bprojekt\w*|\bbidrag\w*|\bomdann\w*|"
    r"\bkommer til\b|\blevere\w*"
)
_LESS = re.compile(
    r"\bi dag\b|\bnuværende\b|\baktuelt\b|\bnedlæg\w*|\blukke\w*|\berstatte\w*|\bmangler\b|\bbehov for\b|"
    r"\bventeliste\w*|\bråder over\b|\bi forvejen\b|\btidligere\b|"
    r"\bhidtil\w*|\beksisterende (?:\w+ )?plads\w*"
)
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
    r"hjemløs\w*|socialt udsatte|afhængighed\w*|diagnose\w*|kognitiv\w*|støttebehov\w*|cerebral\w*|erhvervet hjerne\w*)"
)


def read(said: Said) -> Found:
    """Returns whether the words give a number of new places, and the people they are for."""
    gives, at = set[str](), list[int]()
    counted = _COUNTED.search(said.words)
    more = _MORE.search(said.words) or _MORE.search(said.heading) or _MORE.search(said.before)
    if counted and more and not (_LESS.search(said.words) and not _STRONG.search(said.words)):
        gives.add(PLACES_GIVEN)
        at.append(counted.start())
    if people := _PEOPLE.search(said.words):
        gives.add(PEOPLE_GIVEN)
        at.append(people.start())
    elif said.words.strip() and re.search(r"\bmålgruppe", said.heading):
        gives.add(PEOPLE_GIVEN)
        at.append(0)
    if gives:
        return Found(frozenset(gives), tuple(at), is_about=PLACES_GIVEN in gives)
    is_about = _STRONG.search(said.words) is not None and re.search(PLACES, said.words) is not None
    return Found(is_about=is_about, why=Reason.NO_VALUE) if is_about else NOTHING
