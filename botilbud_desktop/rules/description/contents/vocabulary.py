"""Words that several of the contents share: numbers, places, other municipalities, times. For small letters."""

import re

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern

_UNITS = "to|tre|fire|fem|seks|syv|otte|ni"
NUMERAL = (
    rf"(?:{_UNITS}|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|(?:(?:en|{_UNITS})og)?"
    r"(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)|hundrede)"
)
COUNT = (
    rf"(?:(?<![\w.,/§-])(?:(?!(?:19|20)[0-9]{{2}}\b)[0-9]{{1,4}})(?![0-9.,/]*[0-9]|\.? ?(?:pct|%|procent|mio|kr|"
    rf"t\.?kr))|\b{NUMERAL}\b|\b(?:én|ét)\b)"
)
"""A whole number that is no year, amount or percentage, in digits or words."""
_NO_PLACE = (
    r"(?<!gæste)(?<!sidde)(?<!børne)(?<!ungdoms)(?<!familie)(?<!arbejds)(?<!praktik)(?<!studie)(?<!uddannelses)"
    r"(?<!kontor)(?<!lege)(?<!bygge)(?<!parkerings)(?<!p-)(?<!elev)(?<!sted)(?<!spise)"
)
PLACES = (
    rf"\b[\w-]*?{_NO_PLACE}(?:pladser(?:nes?|s)?|pladsen?|boliger(?:nes?|s)?|bolig|lejlighed(?:er(?:ne)?)?|"
    rf"værelser(?:ne)?|"
    r"boenhed(?:er(?:ne)?)?|enheder(?:ne)?|småhuse|rækkehuse|huse|hjem(?:mene)?|døre(?:ne)?)\b"
)
_ENDS_A_COUNT = (
    r"(?:pct|procent|mio|kr|år|kommuner?|borgere|beboere|m2|døgn|personer|timer|måneder|af|og|eller|samt|til|om|har|er|"
    r"kan|vil)\b"
)
_BETWEEN = rf"(?:(?!{_ENDS_A_COUNT})[\w§/.,-]+ ){{0,5}}?"
COUNTED_PLACES = rf"{COUNT}[ -]{_BETWEEN}{PLACES}"
"""`otte nye pladser`, `15 midlertidige § 107-pladser`."""
PER_CENT = r"(?<![\w.,])[0-9]{1,3}(?:[.,][0-9]{1,2})? ?(?:pct\b\.?|procent\b|%)"
_OTHERS_KIND = (
    r"(?:andre|øvrige|omkringliggende|omliggende|nærliggende|tilstødende|fremmede|udenbys|eksterne|flere|samtlige|de"
    r" [\w-]*ske|[\w-]*ske|omegns|nabo|fastlandets|[\w-]*egnens|deltagende|tilstødende)"
)
OTHERS = (
    rf"(?:ξ{{3,}}|\b{_OTHERS_KIND}(?:[ -](?:\w+ )?)?(?:kommuner(?:ne)?s?|kommunernes)\b|\bnabokommuner\w*|"
    rf"\bomegnskommuner\w*|"
    r"\bkommuner(?:ne)? (?:i (?:regionen|landsdelen|området|hele|resten)|uden ?for|omkring|rundt|på tværs)|"
    r"\b(?:regionens|landsdelens|landets) (?:andre |øvrige )?kommuner|\budenbys|\budenfor kommunen|"
    r"\buden for (?:vores |egen )?"
    r"(?:kommunen?|kommunegrænsen|[\w-]+ kommune)|\btredjepart\w*|\bandre end (?:kommunens egne|vores egne|egne|os|"
    r"[\w-]+ "
    r"kommune)|\bandre kommuner\w*|\b(?:andre|øvrige) komm?\.|\b(?:en )?anden kommune\b|"
    r"\bkommunerne (?:på|omkring|i|langs|nord|syd|øst|vest)\b|"
    r"\budefra\b|\b(?:til|for) andre(?=[.,:;)]| ?\Z| (?:og|kan|i|end|ved)\b)|\b(?:borgere|beboere) (?:fra andre|"
    r"udefra)|\beksterne? (?:købere?|borgere|kunder|"
    r"visitation)|"
    r"\bnaboer(?:ne)?(?: kommuner)?\b|\bkommuner, der|\bkøberkommuner|\bresten af (?:landet|regionen|landsdelen)|"
    r"\bhele (?:landet|"
    r"regionen|landsdelen)|\bpå tværs af kommune\w*)"
)
MONTH = (
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(?:jan|feb|mar|apr|jun|"
    r"jul|"
    r"aug|sept?|okt|nov|dec)\b\.?)"
)
_PART = (
    r"(?:primo|medio|ultimo|prim\.|med\.|ult\.|begyndelsen af|starten af|midten af|slutningen af|udgangen af|tidligt|"
    r"sent|"
    r"inden udgangen af|i løbet af|senest)"
)
_ORDINAL = r"(?:[1-4]\.?|(?:i|ii|iii|iv)\.|første|andet|anden|tredje|fjerde|sidste)"
_SEASON = (
    r"(?:(?:for|sen)?(?:foråret|sommeren|efteråret|vinteren|forår|sommer|efterår|vinter)|årsskiftet|påsken?|"
    r"nytår|jul(?:en)?|juleaften|sankthans|sommerferien|"
    r"efterårsferien|pinsen?)"
)
_Y = r"(?:20[0-9]{2}(?![0-9])|'?[0-9]{2}\b(?![.,]?[0-9]| ?(?:pct|%|mio|kr|pladser|boliger|borgere|beboere)))"
TIME = re.compile(
    rf"(?<![\w.,/])[0-3]?[0-9](?:\.|/|-) ?[01]?[0-9](?:\.|/|-| )[ ]?(?:20)?[0-9]{{2}}(?![0-9])"
    rf"|(?<![\w.,/])[0-3]?[0-9]\. ?{MONTH}(?: {_Y})?"
    rf"|\b20[0-9]{{2}}-[01][0-9]-[0-3][0-9]\b"
    rf"|(?<!\w){_ORDINAL} ?(?:kvartal|halvår|kvt\b\.?|kv\b\.?|halvdel)(?:(?: af| i|,|:)? ?{_Y})?"
    rf"|\b(?:[1-4]q|q[1-4]|h[12]|kv\.? ?[1-4])(?:,| i|-|/)? ?(?:{_Y})?"
    rf"|\b{MONTH}(?: måned)?[ -]{_Y}"
    rf"|\b(?:{_PART}|{_SEASON}) (?:af )?(?:året |år )?(?:{MONTH} )?(?:måned )?{_Y}"
    rf"|\b{_PART} {MONTH}"
    rf"|\b{_SEASON} (?:20[0-9]{{2}}|'[0-9]{{2}})|\buge [0-9]{{1,2}}(?:,? (?:i )?{_Y})?"
    rf"|(?:(?<=\bi )|(?<=\bfra )|(?<=\binden )|(?<=\bår )|(?<=\båret )|(?<=: ))20[0-9]{{2}}(?![0-9.,/-]?[0-9])"
    rf"|\b(?:i|fra|pr\.|den 1\.) {MONTH}(?!\w)"
)
"""A time in any notation. One without its year is none by itself."""

_IN_YEAR = re.compile(r"\b(?:i|fra|siden|år|indtil|til og med) ((?:19|20)[0-9]{2})(?![0-9])")


_STOOD_EMPTY = re.compile(
    r"(?:, (?:som|der|hvor) |\()[^,;()]{0,60}?\b(?:tomt?e?|ledig\w*|lukke\w*|nedlagt?e?\w*|"
    r"forladt\w*|ubrugt\w*|fraflyt\w*)\b[^,;()]{0,60}"
)
"""A house that has been empty for years: what it becomes is of now."""


def is_of_years_before(words: str, years: tuple[int, ...]) -> bool:
    """Whether words name a year before those of the round: »i 2019«, »siden 1974«."""
    first = min(years, default=0)
    words = _STOOD_EMPTY.sub(" ", words)
    return any(int(found[1]) < first for found in _IN_YEAR.finditer(words))


_OTHER_OBJECT = PrefilteredPattern(
    r"\b(?:[\w-]*journalsystem\w*|[\w-]*omsorgssystem\w*|it-\w+|vagtcentral\w*|[\w-]*vejen|fortov\w*|"
    r"cykelsti\w*|rundkørsel\w*|lade\b|rådhus\w*|"
    r"administrationen|svømmehal\w*|idrætshal\w*|bibliotek\w*|daginstitution\w*|børneha?[vu]\w*|vagtplan\w*|"
    r"plejehjem\w*|plejecent\w*|supermarked\w*|idræt\w*|sundhedshus\w*|skolen|nye? [\w-]*vej\b|"
    r"parkerings\w*|kloak\w*|herberger)",
    literals=(
        "journals|omsorgss|it-|vagt|vej|fortov|cykel|rund|lade|rådhus|administr|hal|bibl|"
        "institution|børneh|pleje|superm|idræt|sundhedsh|skolen|parker|kloak|herb"
    ),
)
_OF_HOMES = re.compile(
    rf"{PLACES}|\b\w*botilbud\w*|\bbosted\w*|\bbeboer\w*|\bborger\w*|\bhus(?:et|e|ene)?\b|\bprojekt\w*|\btilbud\w*|"
    rf"\bbofællesskab\w*"
)
_OTHER_HOMES = re.compile(
    r"\b(?:ældre|pleje|ungdoms|familie|studie)bolig\w*|\balmene (?:\w+ )?boliger\b|\blejebolig\w*|"
    r"\bboliger til (?:børne)?(?:familier|studerende|ældre|seniorer)"
)
_OTHER_BUILDING = (
    r"(?:[\w-]*skole\w*|\w*børnehave\w*|vuggestue\w*|dagtilbud\w*|\w*hal(?:len)?|supermarked\w*|butik\w*|kontor\w*|"
    r"rådhus\w*|bibliotek\w*|bro(?:en)?|[\w-]*vej(?:en|e)?|sti(?:en)?|parkering\w*|p-plads\w*|\w*station\w*|"
    r"plejecent\w*|sundhedshus\w*|torv\w*|bydel\w*|kvarter\w*|køkken\w*|bad\w*|tag(?:et)?|vindue\w*|facade\w*|"
    r"ventilation\w*|varmeanlæg\w*|kloak\w*|gade\w*|fællesareal\w*|idræt\w*|svømme\w*|administration\w*|nabo\w+|"
    r"hegn\w*|mindesten\w*|skulptur\w*|mur(?:en)?|skur\w*|garage\w*|legeplads\w*|\w*have(?:n)?|orangeri\w*|drivhus\w*|"
    r"(?:fælles)?stue\w*|opholdsrum\w*|værksted\w*|aktivitets\w+|personale\w+|\w*indgang\w*|terrasse\w*|"
    r"træningsrum\w*|vaskeri\w*|\w*ordning\w*|carport\w*|elevator\w*)"
)
OTHER_BUILDING_BEHIND = re.compile(
    rf"\A\w*(?: der| nu| også)?(?: af)?(?: (?:en|et|den|det|de|nye?|nyt|flere|\w+s|\w+ske))*? {_OTHER_BUILDING}\b"
)
OTHER_BUILDING_AHEAD = re.compile(
    rf"\b{_OTHER_BUILDING} (?:(?:på|i|af|ved|til|hos|og) (?:[\w-]+ ){{1,2}})?"
    rf"(?:(?:er|bliver|skal|vil|blive|også) ){{0,2}}\Z"
)
"""Roads, schools, roofs: what is built or renovated there is no home."""


_NEAR = 30
_BESIDE = re.compile(
    r"\b(?:bag|bagved|ved|nær|over ?for|ved siden af|tæt på|mellem|(?:nord|syd|øst|vest) for) (?:[\w-]+ )?\Z"
)
"""Where something lies, and not what it is: »på arealet bag idrætshallen«."""


def is_of_other_homes(words: str) -> bool:
    """Whether words are of homes that are no botilbud."""
    return _OTHER_HOMES.search(words) is not None


def is_of_homes(words: str) -> bool:
    """Whether words are of homes or of the project."""
    return _OF_HOMES.search(words) is not None


def is_of_other_object(words: str) -> bool:
    """Whether words are of a road, a system or an office, and of no homes."""
    if not _OTHER_OBJECT.may_match(words) or _OF_HOMES.search(words) is not None:
        return False
    found = _OTHER_OBJECT.finditer(words)
    return any(not _BESIDE.search(words, max(each.start() - _NEAR, 0), each.start()) for each in found)
