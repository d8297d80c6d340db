"""How the project helps to a better pricing of places: a way or a reason, not the mere word."""

import re
from functools import lru_cache

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.rules.description.contents.evidence import IT, Reason
from botilbud_desktop.rules.description.contents.matching import KEPT_WORDS, NOTHING, Found, Said

_OFFER = (
    r"(?:tilbud\w*|plads\w*|løsning\w*|leverandør\w*|anbringelse\w*|aktør\w*|opholdssted\w*|\w*foranstaltning\w*|"
    r"udbyder\w*|"
    r"botilbud\w*|alternativ\w*|køb\w*|projekter|enkeltmands\w*|særtilbud\w*)"
)
_SURE = re.compile(
    r"takst(?!telefon)|\b(?=\w)(?:\bdøgnpris\w*|\bpladspris\w*|\bprissæt\w*|\benhedspris\w*|\benhedsomkostning\w*|"
    r"\b(?:dæmpe|bremse)r? prisudvikling\w*|"
    r"\bpris\w*(?: \w+)? (?:pr\.?|"
    r"per|for|på) "
    r"(?:en |et |de |den |vores )?(?:\w+ )?(?:plads|døgn|botilbud|ophold|tilbud|borger)\w*|\breferencepris\w*|"
    r"\bmarkedspris\w*|\b(?:enkeltmands|enmands|solist)projekt\w*|\bsærforanstaltning\w*|\btage for en plads\b|"
    r"\bkr\.? ?(?:pr\.?|per|i|om|/) ?(?:plads(?:en)? (?:pr\.?|i|om) )?døgn\w*|\b(?:drive[srt]?|"
    r"driften|leveres|gøres|løses) (?:\w+ ){0,3}for (?:ca\. |under )?(?:[0-9]|det halve|halvdelen)|\bprisdæmp\w*|"
    r"\bdriftsudgift\w*|\bdriftsomkostning\w*|\bmerudgift\w*|\b(?:udgift\w*|omkostning\w*) (?:pr\.?|per|til|ved|"
    r"på) (?:en |den enkelte )?"
    r"(?:\w+ )?(?:plads|borger|døgn|ekstern|privat|køb|tilbud|ophold)\w*|"
    rf"\b(?:dyre(?:re|ste)?|billig(?:e|ere|ste)?|kostbare|prisbillige)\b(?: \(?\w+\)?,?){{0,3}} {_OFFER}|"
    rf"\b{_OFFER} (?:\w+ ){{0,3}}?(?:er |bliver )?(?:\w+ )?(?:dyrere|billigere)\b)"
)
_PRICE = re.compile(
    r"\bpris(?:en|er|erne|niveau\w*|pres\w*|mæssig\w*)?\b|\bbilligere\b|\bdyrere\b|\budgift\w*|\bomkostning\w*|"
    r"\bøkonomisk\w*"
)
_OF_PLACES = re.compile(
    r"plads|døgn|tilbud|ophold|anbring|leverandør|privat|ekstern|opholdssted|særforanstalt|enkeltmands"
)
_WAY = re.compile(
    r"\b(?:lavere|lavest\w*|billigere|prisbillig\w*|fald(?:e|er|et)?|sænke\w*|reducer\w*|nedbring\w*|mindske\w*|"
    r"nedsætte\w*|begræns\w*|dæmpe\w*|"
    r"bremse\w*|presse\w*|konkurre\w*|konkurrence\w*|alternativ\w*|stordrift\w*|udnytte\w*|samdrift\w*|dele[sr]?|"
    r"deling|"
    r"spare\w*|bespar\w*|undgå\w*|kostægte|kostpris\w*|omkostningsbestem\w*|gennemsigtig\w*|hjemtag\w*|effektiv\w*|"
    r"grundnormering|nattevagt\w*|nattevågn\w*|loft\w*|på niveau med|uafhængig\w*|stabil\w*|rabat\w*|modvægt|modspil|"
    r"prisdæmp\w*|halvere\w*|sammenlign\w*|offentliggør\w*|efterprøve\w*|overskud\w*|afsmitt\w*|"
    r"forhandlinger\w*|forbillede\w*|"
    r"forskellen|benchmark\w*|"
    r"referenceramme)\b|"
    r"\b(?:holde\w*|holdt) (?:\w+ ){0,4}nede|\bunder (?:det |de |den |vores |dagens )?(?:niveau\w*|gennemsnit\w*|"
    r"landsgennemsnit\w*|"
    r"priser\w*|takst\w*|markeds\w*|private|nuværende|regionens|[0-9])|\bfælles (?:\w+)|\bi stedet for\b|\bfrem ?for\b|"
    r"\bend (?:i dag|private|de |den |det |eksterne|køb\w*|nuværende|hos|tilsvarende|vi|man|hvad|[0-9]|dagens|"
    r"gennemsnit\w*)|"
    r"\båbne (?:budget|kalkul|bøger|regnskab)\w*|\bfølger omkostning\w*|\b(?:højst|ikke må|maksimalt) stige|"
    r"\b(?:sætte[rs]?|sat|bringe[rs]?|presse[rs]?|trække[rs]?|få[r]?) (?:[\w.]+ ){0,3}?ned\b(?! på [^0-9])|"
    r"\bkr\.? (?:mindre|lavere|billigere|under)\b|"
    r"\b(?:faktiske|reelle) omkostning\w*|\bikke (?:\w+ ){0,2}hæve\w*|\bfor (?:under )?(?:det halve|halvdelen)\b|"
    r"\bmå stige højst|\bgå ned i pris|\bfølge med\b|"
    r"\bsige nej til|\bpris(?!sæt)\w* (?:\w+ )?bedre|\bbedre pris(?:en|er)?\b|\bfordi\b|\bhvor (?:den|det|vi|"
    r"prisen) (?:i dag|nu)\b|\bsvage part|"
    r"\bmod (?:i dag|[0-9]|nu|de |en |ca\.)|\bpres\w* på|\bmindre afhængig\w*|\bstørre udbud|"
    r"\bflere (?:kommunale )?(?:pladser|udbydere)|"
    r"\b(?:øge|udvide)[rst]* udbud\w*|\budbuddet (?:øges|vokser|stiger)|\bforhandlings\w*|"
    r"\bfærre (?:\w+ )?(?:vagter|årsværk|"
    r"medarbejdere|ansatte|køb\w*)|"
    r"\bikke (?:\w+ )?(?:dyrere|stige\w*|højere|overstige\w*)|\blige så meget|\bdyrere (?:\(?\w+\)? ){0,3}(?:tilbud|"
    r"pladser|løsninger|"
    r"leverandører|køb|alternativer)|\bspredes\b|\bfordele[rst]* (?:\w+ ){0,3}(?:udgift|omkost)\w*|"
    r"\bover flere (?:pladser|beboere|borgere)|"
    r"\bpå flere (?:pladser|beboere|borgere)|\brygdækning|\bkendt takst|\bfast takst|\bsamme takst"
)
_OTHER = re.compile(
    r"byggepris|entreprenør|pr\.? plads i byg|materiale|byggemat|tilbudspris|entrepris|håndværk|grundpris|"
    r"m2|m²|kvadratmeter|"
    r"(?<!dæmpe )(?<!dæmper )(?<!bremse )(?<!bremser )prisudvikling|"
    r"prisindeks|prisfremskriv|"
    r"pris- og løn|p/l|pl-niveau|prisniveau(?:et)? (?:i )?20|20[0-9]{2}-pris|anlægspris|anlægsudgift|anlægssum|"
    r"byggeudgift|"
    r"byggeomkost|licitation|husleje|energi|elpris|varme|tømmer|stål|beton|råhus|grunden|byggeri(?:et|ets)? (?:koste|"
    r"pris|bliver)|"
    r"byggesum|pris\w* på byggeri|solcelle|\bel\b|strøm|rente|byggemarked|byggetek|modulbyg|byggemetode|stedbyg|"
    r"\bmodul|\bat opføre|\b(?:til|på) (?:transport|kørsel|vedligehold)"
)
_PHONE = PrefilteredPattern(
    r"\btlf|\btelefon\w*|\bkontakt(?:es|person|e)?\b|\bspørgsmål (?:vedr|om|til)|@|\bhenvendelse",
    literals="tlf|telefon|kontakt|spørgsmål|@|henvendelse",
)


_WORSE = re.compile(
    r"\b(?:takst\w*|pris\w*|pladserne|tilbuddet)"
    r" (?:(?!ikke)\w+ ){0,3}(?:højere|dyrere) end|\b(?:takst\w*|pris\w*) (?:\w+ ){0,2}stiger\b|"
    r"\b(?:giver|betyder|medfører) (?:\w+ )?(?:højere|større|øgede) (?:udgift|omkost|takst|pris)"
)
_IN_A_CIRCLE = re.compile(
    r"\bkonkurrence\w* (?:er\b|om (?:de |disse )?(?:plads|borger|medarbejder|personale)\w*)|"
    r"\bfordi [^,.;]{0,80}\b(?:bedre|rimelig\w*|fair\w*) prissætning\w*"
)
"""A reason that only repeats what is asked for, or a competition for something else."""
_RATE = re.compile(r"takst|døgnpris|pladspris|referencepris|pr\.? døgn|i døgnet")
_AS_IT_IS = re.compile(
    r"\b(?:takst|pris)\w* (?:er|ligger) (?:i dag|allerede|nu) (?:\w+ ){0,3}(?:lav|blandt|under|billig)|"
    r"\b(?:takster|priser|taksten|prisen) (?:er|ligger) (?:[\w-]+ ){1,6}i dag\W*\Z|"
    r"\b(?:ønsker|vil gerne have) (?:en |et |at få )?(?:lavere|bedre|billigere)|\btendens til\b|"
    r"\b(?:ønskelig\w*|rart)\b|"
    r"\bkkr's arbejde\b|\befter rammeaftalen\b|"
    r"\b(?:kkr|regionen|kommunerne i regionen) har (?:besluttet|aftalt|vedtaget)\b|"
    r"\bet fælles takst\w*|\bfølger (?:\w+ ){0,2}(?:lov|regler|takstbekendtgørelse)\w*|"
    r"\bvil(?:le)? (?:meget |også )?gerne (?!købe|bruge|sælge|tilbyde|betale)|\bambition\w* (?:om|er)\b|"
    r"(?<!hvis )\b(?:\w*tilbud|pladser|takst\w*|pris\w*) (?:[\w-]+ ){0,4}?er (?:nu )?(?:blevet|faldet|steget)\b|"
    r"(?:møde\w*|konference|seminar|dialog|gruppe|drøftelse\w*|strategi|rapport|temadag|oplæg) (?:om|for|vedr\w*) "
    r"(?:\w+ ){0,2}?(?:pris|takst)\w*|"
    r"\bblev (?:sat ned|sænket|nedsat|reduceret)\b|\b(?:sænkede|nedsatte|reducerede) (?:vi|kommunen)\b|"
    r"\btakst\w* fra 20[0-9]{2}\b|"
    r"\b(?:svært|umuligt|vanskeligt) at sammenligne\b"
)
"""A rate of today or of then, a wish or a trend is no help of the project."""
_DIGIT = re.compile("[0-9]")
_DAY_RATE = re.compile(r"(?<![0-9.])[1-9][0-9]?\.[0-9]{3}(?![0-9.,]*[0-9]) ?kr")
"""As much as a day in a place costs."""
_KRONER = re.compile(r"[0-9]{1,3}\.[0-9]{3}(?![0-9.])|[0-9]+(?:,[0-9]+)? mio")
_NOT_OF_RUNNING = re.compile(r"\blån\w*|\banlæg\w*|\bbudget 20|\bbygg\w*|\bgrund\w*|m2|m²|\bhusleje\w*|\bansøg\w*")
"""Amounts of what is built or borrowed are no prices of places."""
_PER_CENT_LESS = re.compile(
    r"[0-9] ?(?:pct\.?|%|procent) (?:billigere|lavere|under)\b|"
    r"(?:privat\w*|leverandør\w*|regionens|de andre|køber)\b[^.;]{0,40}[0-9] ?(?:pct\.?|%|procent) (?:dyrere|højere|"
    r"over)\b"
)
_OURS = re.compile(
    r"\bvi\b|\bvores\b|\bher\b|\btakst\w*|\bkan (?:drives|sælges|gøres)|\bbliver\b|\bkommer til at\b|\begen\b|\begne\b|"
    r"\bkalkul\w*|\bberegn\w*|\bden nye\b|\bde nye\b|\bprojektet\b|\bforvente\w*"
)
_COSTS = re.compile(
    r"\bkoste[rt]?\b|\bbetale[rs]?\b|\bdøgnet?\b|\bom året\b|\bpr\.? (?:år|døgn|plads)\b|\btager\b|\bkøbe[rs]?\b"
)
_NOW = re.compile(
    r"\bi dag\b|\bnu\b|\bprivat\w*|\bmarkedet\b|\bkøber\b|\bkøbte\b|\bbetaler\b|\balternativ\w*|\bellers\b|"
    r"\beksterne?\b|\bp\.?t\.|\bpt\b|\w*leverandør\w*|\bgennemsnit\w*|\w+gennemsnit\w*|\bregionens\b|\bspænd\w*|"
    r"\bkonkurrent\w*|"
    r"\bi forhold til\b|\bmod\b|\bi stedet for\b|\bfrem for\b|\bsammenlign\w*|\bhidtil\b|\bandre steder\b"
)


_SPENT = re.compile(
    r"\bi (?:19|20)[0-9]{2} (?:brugte|kostede|betalte|købte|gav|var) (?![^.]*\b(?:bliver|kommer|vil|kan)\b)"
)
"""What was paid then, beside which nothing of the project stands."""
_STATE = re.compile(
    r"\W*(?:de |den |det |vores |regionens |kommunens )?(?:[\w-]+ )?(?:takst\w*|priser\w*|prisen|\w*tilbud\w*|pladser) "
    r"(?:[\w-]+ ){0,4}?er (?:i (?:dag|gennemsnit|snit) |nu |typisk |ofte |allerede )?(?:[0-9]+ ?(?:pct\.?|%|procent) )?"
    r"(?:lavere|billigere|dyrere|højere)(?: end [^,.;]{3,60})?\W*\Z"
)
"""How prices are, of whomever: »de private tilbud er 20 pct. dyrere end de kommunale« tells nothing of the project."""
_OF_THE_PROJECT = re.compile(r"\bnye?\b|\bprojekt\w*|\bher\b|\bdet nye\b|\bdermed\b|\bderfor\b")


def _is_as_it_is(words: str) -> bool:
    """Whether words tell of prices as they are or were, or of a wish."""
    if _AS_IT_IS.search(words):
        return True
    return _STATE.match(words) is not None and _OF_THE_PROJECT.search(words) is None


def _compares(said: Said) -> bool:
    """Whether two prices of places stand beside each other: »vi kan drive for 4.300 kr., hvor vi i dag giver 5.600«."""
    if not _DIGIT.search(said.words) or _WORSE.search(said.words):
        return False
    words = f"{said.earlier} {said.words}"
    if _OTHER.search(said.words) and not _RATE.search(said.words):
        return False
    if _NOT_OF_RUNNING.search(words) or _SPENT.search(said.words):
        return False
    if _PER_CENT_LESS.search(said.words):
        return _NOW.search(words) is not None
    return (
        _KRONER.search(said.words) is not None
        and len(set(_KRONER.findall(words))) > 1
        and _NOW.search(words) is not None
        and _OURS.search(words) is not None
    )


@lru_cache(KEPT_WORDS)
def _is_priced(words: str) -> bool:
    return _SURE.search(words) is not None


@lru_cache(KEPT_WORDS)
def _names_a_price(words: str) -> bool:
    return _PRICE.search(words) is not None


def read(said: Said) -> Found:
    """Returns whether the words give a way or a reason for a better pricing of places."""
    sure = _SURE.search(said.words)
    if _PHONE.search(said.words):
        return Found(is_about=True, why=Reason.OTHER_SENSE) if sure else NOTHING
    weak = _PRICE.search(said.words)
    above = _is_priced(said.previous) or _is_priced(said.heading) or _names_a_price(said.heading)
    is_about = sure or weak or above
    if (is_about or _COSTS.search(said.words) or _COSTS.search(said.earlier)) and _compares(said):
        return Found(is_about=True) if is_about and _is_as_it_is(said.words) else Found(IT, (0,), is_about=True)
    if not is_about:
        return NOTHING
    words = _IN_A_CIRCLE.sub(lambda found: " " * len(found[0]), said.words)
    way = None if _WORSE.search(words) else _WAY.search(words)
    if _OTHER.search(said.words) and not _RATE.search(said.words):
        return Found(is_about=sure is not None, why=Reason.OTHER_SENSE)
    if way is None:
        return Found(is_about=sure is not None)
    if weak and _DAY_RATE.search(said.words) and not _NOT_OF_RUNNING.search(said.words):
        sure = weak
    if _is_as_it_is(said.words):
        return Found(is_about=True)
    if sure is None and not (weak and _OF_PLACES.search(said.words)) and not (above and weak):
        return Found(is_about=weak is not None or _is_priced(said.heading))
    return Found(IT, (way.start(),), is_about=True)
