"""The share of the places for other municipalities: »25 pct. af pladserne«, »hver fjerde plads«, »5 af de 19«.

Shares are read by `domain.facts`; here it is told whether one is of the project's places, and meant for others.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.domain.facts.shares import Kind
from botilbud_desktop.rules.description.contents.evidence import IT, Reason
from botilbud_desktop.rules.description.contents.figures import shares_of
from botilbud_desktop.rules.description.contents.matching import NOTHING, Found, Said
from botilbud_desktop.rules.description.contents.vocabulary import (
    COUNT,
    COUNTED_PLACES,
    OTHERS,
    PLACES,
    is_of_years_before,
)

_OTHERS = PrefilteredPattern(
    OTHERS,
    literals="kommun|nabo|andre|ξ|udefra|udenbys|tredjepart|ekstern|landet|regionen|landsdelen",
)
_ALL = re.compile(
    rf"\b(?:alle|samtlige)\b(?: (?!kommuner|andre|øvrige|borgere|landets)[\w§/.-]+){{0,4}}? {PLACES}|"
    rf"\b(?:alle|samtlige) (?:{COUNT}|er|bliver|stilles|vil|kan|i projekt\w*)\b|"
    r"\bhele (?:kapacitet\w*|tilbud\w*|udvidelse\w*|huset|botilbud\w*|bygning\w*|projekt\w*)|"
    r"\bfuldt ud|\bpladserne (?:i deres helhed|(?:er |bliver )?(?:alle|samtlige))"
)
_COUNT = re.compile(
    rf"{COUNTED_PLACES}|(?:\A|[:,] |\b(?:og|så) )\W*{COUNT} (?:er|går|bliver|reserveres|skal|stilles|gives|til) |"
    rf"\b(?:heraf|hvoraf|deraf|mindst|minimum|min\.) (?:de )?{COUNT}\b(?! ?(?:kommuner|borgere|mio|kr|år|måneder))|"
    rf"\bde (?:sidste|øvrige|resterende) {COUNT}\b(?! ?(?:kommuner|borgere|mio|kr|år|måneder|pct|%))|"
    rf"{COUNT} af (?:de|vores|disse) (?:nye |kommende |i alt )?{PLACES}|"
    rf"{COUNT} af (?:dem|disse|pladserne|boligerne|lejlighederne)\b|"
    rf"\baf (?:de |vores |disse |projektets )?(?:{COUNT} )?(?:nye )?{PLACES} (?:\w+ ){{1,2}}?(?P<part>{COUNT})\b"
)
_LABELLED = re.compile(rf"{OTHERS}\)?: ?(?P<part>{COUNT})(?=\W*\Z)")
"""A label and its number: »heraf til andre: 3«."""
_LABELLED_LIST = re.compile(rf"{OTHERS}\)?: (?=(?:[^,.;:0-9]{{2,40}} [0-9]{{1,2}}(?:, | og |\W*\Z)){{2,}})")
"""A label and a list of houses with their numbers: »Til andre kommuner: Kastanjehuset 2, Birkely 3«."""
_THEY_GET = re.compile(rf"{OTHERS} får (?:de )?(?P<part>{COUNT})(?=\W*\Z| af )")
"""»Andre kommuner får fem.«"""
_OTHER_HALF = re.compile(
    rf"\b(?:en|én) af (?:de|vores|disse) {COUNT} (?:nye )?{PLACES}|\b(?:for)?dele[st] (?:ligeligt|lige|midt over)\b|"
    r"\b(?:den|hele den) (?:anden|ene|resterende) halvdel\b"
)
_SLASHED = re.compile(rf"(?<![\w./,-])[1-9][0-9]?/[1-9][0-9]?(?= af (?:[\w-]+ ){{0,2}}?{PLACES}|, dvs\.| =|\W*\Z)")
"""»5/16 af pladserne«."""
_AVAILABLE = re.compile(
    r"\A\W*(?:\w+ til |til )?(?:andre|øvrige) kom(?:m?\.|muner)\)?: |fortrinsret|førsteret|dele[st] lige|rådighed|"
    r"reserver|forbehold|øremærk|tilbyd|"
    r"stille[sr]?\b|sælge|solgt|salg|udbyd|benytt|"
    r"brug|anvend|"
    r"åbn|åben|"
    r"dispon|køb|visiter|afsæt|afsat|tilgængelig|går til|gå til|tiltænkt|tænkt til|tildel|tilfald|beregnet (?:til|på)|"
    r"holdes fri|friholdt|andel|aftale|bydes|beboes|belægges|besættes|komme fra|dækker|adgang|får\b|råde|anvis|"
    r"betaler for|ansvaret|kommuners\b|bliver (?:andre|til)|disse|"
    r"(?:til|for) (?:de |dem og |vores |borgere (?:fra|i) )?(?:\Z|(?:ξ|andre|øvrige|omkring|omlig|omegns|nabo|"
    r"fremmede|udenbys|eksterne|regionens|kommuner|tredjepart|resten|\w+ske k))"
)
_OWN = re.compile(
    r"(?<!alene til )(?<!kun til )(?<!kun for )(?<!alene for )\begne\b|\begen (?:kommune|borger)|"
    r"kommunens borgere|hjemkommune|\b(?:kommunen|vi) selv\b"
)
_REST = re.compile(r"\bresten?\b|\bresterende\b|\bøvrige (?:[0-9]+ )?(?:pct|%|pladser)|\bde sidste\b")
_REST_OF_PLACES = re.compile(r"\W*(?:resten\b|(?:de|den) (?:øvrige|resterende|sidste) (?:pladser|boliger|del)\b)")
_OF = re.compile(r"\A(?:\.|,)? ?\(?(?:ud )?af ")
_OF_PLACES = re.compile(
    rf"\A\.? ?\(?(?:ud )?af (?:(?!kommun|borger|beboer)[\w-]+ ){{0,6}}?(?:{PLACES}|{COUNT}|[\w-]*kapacitet\w*|"
    rf"[\w-]*udvidelse\w*|"
    rf"[\w-]*tilbud\w*|projekt\w*|dem\b|disse\b|huset|bosted\w*|stedet\b|(?:det|alt det) nye\b|det hele\b|byggeriet\b)"
)
_OF_MONEY = re.compile(
    r"\A\.? ?\(?(?:ud )?af (?:de |den |alle )?(?:samlede )?(?:udgift|omkost|finans|henvend|ansøg|drift|arbejd|anlæg)"
)
_EACH_OF = re.compile(
    rf"\A (?:af (?:de|vores|disse) )?(?:[\w-]+ )?(?:{PLACES}|[\w-]*plads\b|dør\b|nøgle\b)|\A (?:er|går|bliver) "
)
"""What »hver fjerde« is of."""
_OF_PEOPLE = re.compile(
    r" (?:[\w-]+ske |andre |øvrige |nuværende |deltagende )?(?:kommuner|borgere|beboere|personer|unge|voksne|naboer|"
    r"medarbejdere|ledere|år|måneder|projekter|tilbud|steder|regioner|partier|medlemmer)\w*"
)
"""»5 af de 11 kommuner« is no share of places."""
_NOT_OF_PLACES = re.compile(
    r"\A(?:\.|,)? ?(?!til )(?:af )?(?:\w+ ){0,2}?(?:flere|færre|dyrere|billigere|højere|lavere|stigning|vækst|mere|"
    r"mindre|"
    r"borgere|borgerne|kommuner|kommunerne|medarbejder\w*|beboerne i dag|over landsgennemsnit\w*|rabat|moms|"
    r"udgift\w*|efterspørg\w*|anlæg\w*|lån\w*|beløb\w*|henvendels\w*|ansøg\w*|takst\w*|budget\w*|omkostning\w*|"
    r"belægning\w*|finansier\w*)"
)
_NOT_A_SHARE = re.compile(
    r"(?:stig\w*|steg\w*|vokse\w*|øge[ts]?|fald\w*|efterspørg\w*|takst\w*|pris\w*|udgift\w*|belægning\w*|rabat|"
    r"vækst\w*|overhead|finansier\w*|lån\w*|ventelist\w*)(?: \w+\.?){0,3} (?:til |til ca\. )?\Z"
)
_RULE = re.compile(
    r"\bkrav\w*|\bmindstekrav|\bkriteri\w*|\bbetingelse\w*|\bpuljens\b|\bministeriets\b|\bsom minimum skal|"
    r"\befter reglerne|\bifølge reglerne|\bpuljen (?:\w+ )?forudsæt\w*"
)
_COMING_HOME = re.compile(r"\bhjemtag\w*|\b(?:flytte|komme|vende|trække|tage)\w* (?:\w+ ){0,3}?(?:hjem|tilbage)\b")
"""The municipality's own people who live in others today."""
_OF_ANOTHER_WHOLE = re.compile(
    r"\baf (?:alle )?(?:regionens|landets|landsdelens|kommunernes|"
    r"(?:kommunens|vores) (?:øvrige|nuværende|samlede|andre)) "
    r"(?:[\w-]+ )?pladser|"
    r"\ber (?:(?!at\b|bliver|vil\b|skal\b|kan\b)[\w.%§-]+ ){0,6}?(?:solgt|belagt|besat|udlejet|beboet)\b|"
    r"\bsælger vi (?:allerede|nu)\b"
)
_LEAST_REQUIRED = re.compile(
    r"\b(?:mindst|minimum|min\.) [^.;,]{0,60}\bskal\b|\bskal\b[^.;,]{0,40} (?:mindst|minimum|min\.) [0-9]"
)
"""A duty in the words of the rules: »mindst 25 pct. skal …« may only repeat them."""
_OTHER_THAN_PLACES = re.compile(
    r"\b(?:viden|erfaring\w*|kompetence\w*|kurser|undervisning|rådgivning|vejledning|materiale\w*) "
    r"(?:\w+ ){0,3}?til rådighed\b"
)
"""What is shared with others there is knowledge, and no place."""
_INSTEAD_OF_NOW = re.compile(r"\b(?:mod|frem for|i stedet for|hvor der) (?:\w+ ){1,3}(?:i dag|nu)\b")
"""A comparison with today, beside what is said of the project."""
_TODAY = re.compile(
    r"\bi dag\b|\bnuværende\b|\baktuelt\b|\bhidtil\b|\bsidste år\b|\bpt\.|\bp\.t\.|\bhistorisk|"
    r"\b(?:eksisterende|øvrige) (?:\w+ )?(?:tilbud|botilbud|bosteder|pladser|hus)\b|\btil sammenligning\b|"
    r"\bi gennemsnit\b|\bderes (?:egne |eget )?(?:pladser|projekt|botilbud|byggeri)\b|"
    r"\btidligere (?:år|aftaler?|har|var|stil\w+|kunne)\b"
)
_ELSEWHERE = re.compile(
    r"(?<!kan )(?<!kunne )(?<!vil )(?<!skal )(?<!forventes )(?<!ventes )(?<!altid )\b(?:købes|købt)\b[^;]{0,70}?"
    r"\b(?:i|hos|af|uden for|udenfor|fra) (?:andre|nabo|øvrige|fremmede|omkring|kommunen|"
    r"regionen)|\b(?:køber|købte|anbragt|anbringer|visiterer|placere[rt]|bor|benytter vi|betaler)\b[^;]{0,70}?"
    r"\b(?:i|hos|af|uden for|udenfor|til) (?:andre|nabo|øvrige|fremmede|omkring|kommunen|regionen)"
)
_WEAK = re.compile(
    r"\bforudsætter\b|\bmidlertidigt\b|\bved (?:overbelægning|ledig\w*|behov)\b|\bi (?:perioder|ferier)\b|"
    r"\bkunne? blive\b|\bi det omfang\b|\bi den udstrækning\b|\bde er ledige\b|\bpå papiret\b|"
    r"\bforventer (?:at )?(?:drøft|aftal)\w*|\bop til\b|\bhøjst\b|\bmaksimalt\b|\bunder [0-9]"
)
"""For a while, or at most: how much others may rely on is not told."""
_OF_OTHER_LAW = re.compile(r"\balmene boliger\b|\bungdomsboliger\b|\bældreboliger\b|\bplejeboliger\b|\bbørneplads\w*")
"""Places that are not what the application is about, beside those that are."""
_GIVEN_AWAY = re.compile(
    r"rådighed|reserver|forbehold|øremærk|tilby[dr]|sælge|solgt|salg|udby[dr]|afsat|afsæt|fordel|andel|\bdem\b|"
    r"\bdisse\b|"
    r"\bdertil\b|\bhertil\b|\bde andre\b"
)
"""What places are that others get, where the others themselves stand above."""
_TO_THEM = re.compile(r"\b(?:til|af|for) (?:dem|disse|de andre)\b|\bdertil\b|\bhertil\b")
_BREAK = re.compile(
    r"(?<!dvs)(?<!pct)(?<!ca)(?<!min)(?<!inkl)[.;] |, og\b|, men\b|, mens\b|"
    r" og (?:andre|nabo|de andre|omegns|øvrige)\w* (?:kommuner )?(?:kan|vil|er|har)\b"
)


_SHORT = 8
"""Words of an answer that needs no more than its value."""


class _Value(NamedTuple):
    start: int
    end: int
    kind: Kind | None
    """None for a mere number of places."""


def read(said: Said) -> Found:
    """Returns whether the words give the share or the number of places for other municipalities."""
    subject = _others_in(said.words)
    above = subject is None and (_others_in(said.heading) or _others_in(said.before))
    if not subject and not above:
        return NOTHING
    words = _INSTEAD_OF_NOW.sub(lambda found: " " * len(found[0]), said.words)
    is_linked = above or _AVAILABLE.search(words) or _AVAILABLE.search(said.heading)
    values = [found for found in _values(words) if _is_of_places(words, found)]
    if _is_rest(words, said):
        return Found(IT, (0,), is_about=True)
    if above and not said.is_asked_beside:
        values = [found for found in values if _is_answer(words, found)]
    if not is_linked or not values:
        return Found(is_about=bool(subject and is_linked))
    if _is_of_something_else(words, said):
        return Found(is_about=True, why=Reason.OTHER_SENSE)
    if _COMING_HOME.search(words) or _OF_ANOTHER_WHOLE.search(words) or _OTHER_THAN_PLACES.search(words):
        return Found(is_about=True, why=Reason.OTHER_SENSE)
    if _WEAK.search(words):
        return Found(is_about=True, why=Reason.OPEN)
    if subject:
        values = [found for found in values if _is_linked(words, found, subject)]
    if _RULE.search(words) or _LEAST_REQUIRED.search(words):
        values = [found for found in values if found.kind in (None, Kind.OF)]
    if _OWN.search(words) and len(values) < 2 and not _REST.search(words):
        values = [found for found in values if _is_for_others_first(words, found)]
    if not values:
        return Found(is_about=True)
    return Found(IT, tuple(found.start for found in values), is_about=True)


def _others_in(words: str) -> re.Match[str] | None:
    return _OTHERS.search(words)


def _values(words: str) -> Iterator[_Value]:
    shares = [share for share in shares_of(words) if share.kind is not Kind.ALL and share.size.highest > 0]
    yield from (_Value(share.start, share.end, share.kind) for share in shares)
    yield from (_Value(*found.span(), Kind.ALL) for found in _ALL.finditer(words))
    for part in (*_OTHER_HALF.finditer(words), *_SLASHED.finditer(words)):
        yield _Value(*part.span(), Kind.OF)
    if " får " in words and (they := _THEY_GET.search(words)):
        yield _Value(*they.span("part"), Kind.OF)
    is_label = ": " in words
    if is_label and (listed := _LABELLED_LIST.search(words)):
        yield _Value(listed.end(), listed.end() + 1, None)
    if is_label and (labelled := _LABELLED.search(words)):
        yield _Value(*labelled.span("part"), None)
    for found in _COUNT.finditer(words):
        start, end = found.span("part") if found["part"] else found.span()
        if not any(share.start <= start < share.end or start <= share.start < end for share in shares):
            yield _Value(start, end, Kind.OF if found["part"] else None)


def _is_rest(words: str, said: Said) -> bool:
    """Whether others get the rest of what the sentence before divides: »75 pct. er vores. De øvrige pladser …«."""
    return (
        _REST_OF_PLACES.match(words) is not None
        and _OWN.search(said.previous) is not None
        and any(_is_of_places(said.previous, value) and value.kind is Kind.PERCENT for value in _values(said.previous))
    )


def _is_of_something_else(words: str, said: Said) -> bool:
    """Whether the words are of today, of years before, of places elsewhere or of other kinds of homes."""
    return (
        _TODAY.search(words) is not None
        or is_of_years_before(words, said.years)
        or _OF_OTHER_LAW.search(words) is not None
        or _ELSEWHERE.search(words) is not None
    )


def _is_of_places(words: str, found: _Value) -> bool:
    """Whether a share is of places: what »af« or »hver fjerde« is of is looked at, and not only what it is not of."""
    if found.kind is Kind.OF:
        return not _OF_PEOPLE.match(words, found.end)
    if found.kind not in (Kind.PERCENT, Kind.FRACTION):
        return True
    ahead, behind = words[max(found.start - 60, 0) : found.start], words[found.end : found.end + 70]
    if words.startswith("hver", found.start):
        return _EACH_OF.match(behind) is not None
    if _OF.match(behind):
        return _OF_PLACES.match(behind) is not None and not _OF_MONEY.match(behind)
    return not _NOT_OF_PLACES.match(behind) and not _NOT_A_SHARE.search(ahead)


def _is_answer(words: str, found: _Value) -> bool:
    """Whether a value without the others beside it answers what stands above: »25 pct.«, »4 er reserveret dem«."""
    if len(words.split()) <= _SHORT:
        return True
    if _GIVEN_AWAY.search(words) is None:
        return False
    return found.kind is not Kind.PERCENT or _OF_PLACES.match(words[found.end : found.end + 70]) is not None


def _is_linked(words: str, found: _Value, subject: re.Match[str]) -> bool:
    """Whether a value belongs to the others: a number close to them, a percentage in the same clause."""
    if found.kind is None:
        return _is_for(words, found, subject)
    between = [
        words[min(found.end, other.end()) : max(found.start, other.start())] for other in _OTHERS.finditer(words)
    ] or [words[min(found.end, subject.end()) : max(found.start, subject.start())]]
    if not all(_BREAK.search(gap) for gap in between):
        return True
    start = max((brk.end() for brk in _BREAK.finditer(words, 0, found.start)), default=0)
    following = _BREAK.search(words, found.end)
    clause = words[start : following.start() if following else len(words)]
    if clause.startswith(" af dem", found.end - start):  # »25 pct. af dem er for unge«
        clause = f"{words[start : found.start]}{clause[found.end - start + len(' af dem') :]}"
    return subject.start() < found.start and _TO_THEM.search(clause) is not None


def _is_for(words: str, found: _Value, subject: re.Match[str]) -> bool:
    """Whether a mere number of places stands ahead of the others, and not only beside them: »også andre«."""
    if re.search(r"\baf (?:de|vores|disse) \Z", words[max(found.start - 12, 0) : found.start]):
        return False  # of how many, and not how many
    if found.start > subject.start():
        return words[subject.end() : found.start].count(",") == 0
    between = words[found.end : subject.start()]
    return len(between) < 90 and not re.search(
        r"\bogså\b|\btillige\b|, (?:som|der|hvor|og|så)\b|\bog at\b|\bsamt\b", between
    )


def _is_for_others_first(words: str, found: _Value) -> bool:
    others = [match.start() for match in _OTHERS.finditer(words) if match.start() >= found.start]
    own = [match.start() for match in _OWN.finditer(words) if match.start() >= found.start]
    return bool(others) and (not own or others[0] < own[0])
