"""The share of the places for other municipalities: »25 pct. af pladserne«, »hver fjerde plads«, »5 af de 19«."""

import re

from botilbud_desktop.rules.description.contents.evidence import IT, Reason
from botilbud_desktop.rules.description.contents.matching import NOTHING, Found, Said
from botilbud_desktop.rules.description.contents.vocabulary import (
    COUNT,
    COUNTED_PLACES,
    OTHERS,
    PER_CENT,
    PLACES,
    is_of_years_before,
)

_OTHERS = re.compile(OTHERS)
_FRACTION = (
    r"\bhalvdel(?:en)?\b|\bhalvparten|\bhalvt af|\b(?:en|én|to|tre|fire|fem|1|2|3|4) ?(?:tredje|fjerde|femte|"
    r"sjette|ottende|"
    r"tiende|kvarte?)"
    r"(?:dele?|part)?\b|\b[\w]*(?:tredje|fjerde|femte|sjette|ottende|tiende)delen?\b|\bhver(?:anden|t andet| anden|"
    r" tredje| fjerde| "
    r"femte| sjette| ottende)|(?<![0-9/])[1-9]/[2-9](?![0-9/])"
)
_OF = (
    rf"{COUNT} ?(?:{PLACES} )?(?:ud )?af (?:i alt |de(?:t)? |vores |disse |[\w]+s )?(?:i alt |nye |ny |kommende |"
    rf"{COUNT} )*(?:{COUNT}|{PLACES})|{COUNT} af (?:dem|disse|pladserne)\b"
)
_ALL = (
    rf"\b(?:alle|samtlige)\b(?: (?!kommuner|andre|øvrige|borgere|landets)[\w§/.-]+){{0,4}}? {PLACES}|\b(?:alle|"
    rf"samtlige) (?:{COUNT}|er|"
    r"bliver|stilles|vil|kan|i projekt\w*)\b|\bhele (?:kapacitet\w*|tilbud\w*|udvidelse\w*|huset|botilbud\w*|"
    r"bygning\w*|projekt\w*)|"
    r"\bfuldt ud|\bpladserne (?:i deres helhed|alle|samtlige)"
)
_VALUE = re.compile(
    rf"(?P<pct>{PER_CENT})|(?P<fraction>{_FRACTION})|(?P<of>{_OF})|(?P<all>{_ALL})|(?P<count>{COUNTED_PLACES}|"
    rf"(?:\A|[:,] )\W*{COUNT} (?:er|går|bliver|reserveres|skal|stilles|gives) |"
    rf"\b(?:heraf|hvoraf|deraf|mindst|minimum|min\.) (?:de )?{COUNT}\b(?! ?(?:kommuner|borgere|mio|kr|år|måneder)))"
)
_AVAILABLE = re.compile(
    r"rådighed|reserver|forbehold|øremærk|tilbyd|stille[sr]?\b|sælge|solgt|salg|udbyd|benytt|brug|anvend|åbn|åben|"
    r"dispon|køb|visiter|"
    r"afsæt|afsat|tilgængelig|går til|gå til|tiltænk|tildel|tilfald|beregnet til|holdes fri|friholdt|andel|aftale|"
    r"bydes|beboes|"
    r"belægges|besættes|komme fra|dækker|adgang|får\b|råde|anvis|betaler for|ansvaret|bliver (?:andre|til)|disse|"
    r"(?:til|for) (?:de |vores |borgere (?:fra|i) )?(?:\Z|(?:ξ|andre|øvrige|omkring|"
    r"omlig|omegns|nabo|"
    r"fremmede|udenbys|eksterne|regionens|kommuner|tredjepart|resten|\w+ske k))"
)
_OWN = re.compile(
    r"(?<!alene til )(?<!kun til )(?<!kun for )(?<!alene for )\begne\b|\begen (?:kommune|borger)|"
    r"kommunens borgere|hjemkommune"
)
_REST = re.compile(r"\bresten?\b|\bresterende\b|\bøvrige (?:[0-9]+ )?(?:pct|%|pladser)|\bde sidste\b")
_NOT_OF_PLACES = re.compile(
    r"\A(?:\.|,)? ?(?:af )?(?:\w+ ){0,2}?(?:flere|færre|dyrere|billigere|højere|lavere|stigning|vækst|mere|mindre|"
    r"borgere|borgerne|"
    r"udgift\w*|efterspørg\w*|anlæg\w*|lån\w*|beløb\w*|kommuner|kommunerne|henvendels\w*|ansøg\w*|takst\w*|budget\w*|"
    r"omkostning\w*|"
    r"belægning\w*|medarbejder\w*|beboerne i dag|finansier\w*|over landsgennemsnit\w*|rabat|moms)"
)
_NOT_A_SHARE = re.compile(
    r"(?:stig\w*|steg\w*|vokse\w*|øge[ts]?|fald\w*|efterspørg\w*|takst\w*|pris\w*|udgift\w*|belægning\w*|rabat|"
    r"vækst\w*|"
    r"overhead|finansier\w*|lån\w*|ventelist\w*)(?: \w+\.?){0,3} (?:til |til ca\. )?\Z"
)
_RULE = re.compile(
    r"\bkrav\w*|\bmindstekrav|\bkriteri\w*|\bbetingelse\w*|\bpuljens\b|\bministeriets\b|\bsom minimum skal"
)
_TODAY = re.compile(
    r"\bi dag\b|\bnuværende\b|\baktuelt\b|\bhidtil\b|\bsidste år\b|\beksisterende (?:tilbud|botilbud|pladser)\b|"
    r"\bpt\.|\bp\.t\.|"
    r"\btidligere (?:år|aftaler?|har|var)\b|\bhistorisk"
)
_ELSEWHERE = re.compile(
    r"\b(?:køber|købes|købt|købte|anbragt|anbringer|visiterer|placere[rt]|bor|benytter vi|"
    r"betaler)\b[^;]{0,70}?\b(?:i|hos|af|uden for|"
    r"udenfor|til) (?:andre|nabo|øvrige|fremmede|omkring|kommunen|regionen)"
)


_OF_OTHER_LAW = re.compile(r"\balmene boliger\b|\bungdomsboliger\b|\bældreboliger\b|\bplejeboliger\b|\bbørneplads\w*")
"""Places that are not what the application is about, beside those that are."""
_OF_PLACES = re.compile(
    rf"\A\.? ?\(?(?:af |ud af )(?:[\wæøå-]+ ){{0,3}}?(?:{PLACES}|{COUNT}|kapacitet\w*|udvidelse\w*|tilbud\w*|"
    rf"projekt\w*|"
    r"dem\b|huset|botilbud\w*)"
)
_BREAK = re.compile(r"[.;] |, og\b|, men\b|, mens\b")


_MAY_BE_OTHERS = (
    "kommun",
    "nabo",
    "andre",
    "ξ",
    "udefra",
    "udenbys",
    "tredjepart",
    "ekstern",
    "landet",
    "regionen",
    "landsdelen",
)
"""One of these stands in all words for others: looked for first, since it is ten times faster."""


def _others_in(words: str) -> re.Match[str] | None:
    return _OTHERS.search(words) if any(part in words for part in _MAY_BE_OTHERS) else None


def read(said: Said) -> Found:
    """Returns whether the words give the share or the number of places for other municipalities."""
    subject = _others_in(said.words)
    above = subject is None and (_others_in(said.heading) or _others_in(said.before))
    if not subject and not above:
        return NOTHING
    is_linked = bool(above) or _AVAILABLE.search(said.words) or _AVAILABLE.search(said.heading)
    values = [found for found in _VALUE.finditer(said.words) if _is_of_places(said.words, found)]
    if not is_linked or not values:
        return Found(is_about=bool(subject and is_linked))
    if _TODAY.search(said.words) or is_of_years_before(said.words, said.years) or _OF_OTHER_LAW.search(said.words):
        return Found(is_about=True, why=Reason.OTHER_SENSE)
    if _ELSEWHERE.search(said.words):
        return Found(is_about=True, why=Reason.OTHER_SENSE)
    if subject:
        values = [found for found in values if _is_linked(said.words, found, subject)]
    if _RULE.search(said.words):
        values = [found for found in values if found["pct"] is None]
    if _OWN.search(said.words) and len(values) < 2 and not _REST.search(said.words):
        values = [found for found in values if _is_for_others_first(said.words, found)]
    if not values:
        return Found(is_about=True)
    return Found(IT, tuple(found.start() for found in values), is_about=True)


def _is_of_places(words: str, found: re.Match[str]) -> bool:
    if not found["pct"] and not found["fraction"]:
        return True
    ahead, behind = words[max(found.start() - 60, 0) : found.start()], words[found.end() : found.end() + 50]
    if _OF_PLACES.match(behind):
        return True
    return not _NOT_OF_PLACES.match(behind) and not _NOT_A_SHARE.search(ahead)


def _is_linked(words: str, found: re.Match[str], subject: re.Match[str]) -> bool:
    """Whether a value belongs to the others: a number close to them, a percentage in the same clause."""
    if found["count"]:
        return _is_for(words, found, subject)
    if found["pct"] and not _OF_PLACES.match(words[found.end() : found.end() + 60]):
        start, end = sorted((found.span(), subject.span()))
        return not _BREAK.search(words[start[1] : end[0]])
    return True


def _is_for(words: str, found: re.Match[str], subject: re.Match[str]) -> bool:
    """Whether a mere number of places stands ahead of the others, and not only beside them: »også andre«."""
    if re.search(r"\baf (?:de|vores|disse) \Z", words[: found.start()]):
        return False  # of how many, and not how many
    if found.start() > subject.start():
        return words[subject.end() : found.start()].count(",") == 0
    between = words[found.end() : subject.start()]
    return len(between) < 90 and not re.search(
        r"\bogså\b|\btillige\b|, (?:som|der|hvor|og|så)\b|\bog at\b|\bsamt\b", between
    )


def _is_for_others_first(words: str, found: re.Match[str]) -> bool:
    others = [match.start() for match in _OTHERS.finditer(words) if match.start() >= found.start()]
    own = [match.start() for match in _OWN.finditer(words) if match.start() >= found.start()]
    return bool(others) and (not own or others[0] < own[0])
