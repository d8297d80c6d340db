"""Tells when a clause takes back what it says: it postpones, denies, doubts, asks, leaves a gap or sets a condition.

All patterns read small letters (`parts.small`) and are linear: each gap in them is bounded.
"""

import re
from enum import Enum
from typing import NamedTuple


class Doubt(Enum):
    """Why the words of a clause give nothing."""

    POSTPONED = "postponed"
    DENIED = "denied"
    CONDITIONAL = "conditional"
    GAP = "gap"
    """Something is to be filled in: »XX pct.«, »[indsæt]«, »?«."""
    OPEN = "open"
    """Only considered, proposed, wished or to be checked."""
    ELSEWHERE = "elsewhere"
    OTHER_ACTOR = "other_actor"
    """Of what the ministry, a region or a neighbour does or asks for."""
    PAST = "past"
    """Of something done before: an earlier round, a house of long ago."""


class Denial(NamedTuple):
    """What takes a clause back."""

    doubt: Doubt
    is_of_detail: bool = False
    """Whether only the exact or final value is open: »den præcise dato oplyses senere«."""


_SETTLED = (
    r"(?:fastlagt|fastlagte|afklaret|afklarede|besluttet|kendt|kendte|afgjort|fastsat|oplyst|opgjort|beregnet|"
    r"beregnede|"
    r"på plads|klarlagt|aftalt|aftalte|bestemt|planlagt|vedtaget|forhandlet|fordelt|færdigforhandlet|færdiggjort|"
    r"udarbejdet|udregnet|angivet|afsluttet|drøftet|godkendt|undersøgt|lavet|regnet|vurderet|valgt|truffet|lagt fast|"
    r"endelig|endelige|endeligt|sikkert|sikker|givet|landet|til at sige)"
)
_TELL = (
    r"(?:oplyse|oplyses|angive|angives|opgøre|opgøres|sige|siges|fastlægge|fastlægges|give|gives|beregne|beregnes|"
    r"svare|svares|redegøre|redegøres|beskrive|beskrives|fastsætte|fastsættes|vurdere|vurderes|præcisere|præciseres|"
    r"afgøre|afgøres|love|loves|garantere|garanteres|sætte|sættes|skønne|udtale)"
)
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_LATER = (
    r"(?:senere|nærmere|efterfølgende|snarest|snart|løbende|først|når|efter|inden|i forbindelse med|i løbet af|"
    rf"i (?:et|en|den|det|de)\b|i (?:{_MONTHS}|efteråret|foråret|sommeren|vinteren)|på (?:et|den|det)\b|"
    rf"til (?:efteråret|foråret|sommer)|politisk|"
    r"(?:ved|med) (?:næste|et|en|møde\w*|licitation\w*|budget\w*|bilag\w*|mail\w*|post\w*)|hurtigst)"
)
_DECIDED = (
    r"(?:afklares|fastlægges|besluttes|afgøres|forhandles(?! (?:fra sag|individuelt|enkeltvis))|drøftes|"
    r"undersøges|overvejes|konkretiseres|"
    r"præciseres|udarbejdes|udregnes|kortlægges|udestår|efterforhandles|klarlægges|udredes|tilpasses)"
)
_SENT = (
    r"(?:oplyses|følger|angives|meddeles|tilføjes|indsættes|udfyldes|beskrives|uddybes|aftales|forelægges|"
    r"sendes|fremsendes|tilgår|fremlægges|skrives)"
)
_NOT_OF_PEOPLE = r"(?<!borgere )(?<!unge )(?<!voksne )(?<!personer )(?<!mennesker )"
"""People under assessment are those whom places are for."""
_POSTPONED = re.compile(
    r"\bfor tidligt at\b|\b(?:datoen|spørgsmålet|fordelingen|andelen|tidspunktet|det) er (?:\w+ )?(?:helt )?åbe[nt]\w*|"
    r"\bbehandle[rs] (?:\w+ ){0,3}(?:tidsplan\w*|spørgsmål\w*|sagen|udvalg\w*|byråd\w*|juni|maj|august|"
    r"september|oktober)|"
    r"\b(?:tidsplan\w*|planen|andel\w*|takst\w*|beregning\w*|fordeling\w*) (?:\w+ ){0,4}?(?:ligger|er|"
    r"foreligger|bliver|står) "
    r"(?:\w+ )?(?:klar|færdig)\w*|"
    rf"\b(?:endnu ikke|ikke endnu|uafklare\w*|uvis\w*|ukendt\w*|uafgjort\w*|afvente\w*|eftersend\w*|"
    rf"tvivl\w*|usikker\w*|tbd|t\.b\.d|udestå\w*|udskudt|udskyde\w*|uden for rækkevidde|"
    rf"ikke (?:\w+ ){{0,4}}{_SETTLED}|(?:ingen|intet) (?:\w+ ){{0,4}}{_SETTLED}|"
    rf"(?:kan|vil|ønsker|tør)(?: \w+){{0,6}} (?:ikke|først)(?: \w+){{0,4}} {_TELL}|"
    rf"(?:ikke|først) kan(?: \w+){{0,3}} {_TELL}|"
    rf"(?:ved|kender) (?:vi |kommunen |man |jeg )?(?:endnu |reelt |ærligt talt |pt\.? )?ikke|kendes (?:\w+ )?ikke|"
    rf"kender ingen|(?:ikke|ingen) (?:\w+ ){{0,2}}(?:overblik|kendskab|viden|bud|svar|stilling)|"
    rf"(?:fastsættes|beregnes|opgøres) (?:\w+ ){{0,2}}(?:senere|nærmere|efterfølgende|snarest|først|når|"
    rf"i (?:foråret|efteråret|løbet|forbindelse|kontrakten|budgettet|{_MONTHS}))|"
    rf"(?:før|inden) (?:\w+ ){{0,4}}(?:ligger fast|er fastlagt|er på plads|kendes)|regne[rs]? (?:\w+ )?på(?! at)|"
    rf"{_DECIDED}|{_SENT} (?:\w+ ){{0,3}}?{_LATER}|{_SENT}[.;!]?\s*\Z|(?:fremgår|kommer) senere|senere (?:oplyst|"
    rf"fastlagt|"
    rf"på året|fase|tidspunkt|stadie|stadium)|"
    rf"skal (?:\w+ ){{0,4}}(?:drøftes|afklares|fastlægges|besluttes|forhandles|aftales|beregnes|undersøges|afgøres|"
    rf"vurderes|udfyldes|indsættes|oplyses|tilføjes|skrives|tjekkes|bekræftes|godkendes|regnes|gennemregnes|"
    rf"fastsættes)|"
    rf"bliver (?:\w+ ){{0,3}}(?:drøftet|afklaret|fastlagt|besluttet|forhandlet|aftalt|beregnet|afgjort|fastsat|oplyst|"
    rf"meddelt|eftersendt)|vil (?:\w+ ){{0,4}}blive (?:\w+ ){{0,2}}(?:drøftet|afklaret|fastlagt|besluttet|forhandlet|"
    rf"aftalt|"
    rf"beregnet|afgjort|fastsat|oplyst|eftersendt|tilføjet|meddelt|fremsendt)|"
    rf"(?:når|efter at) (?:\w+ ){{0,4}}(?:er|foreligger|kendes|bliver) (?:\w+ ){{0,2}}(?:kendt|på plads|fastlagt|"
    rf"afklaret|afgjort|besluttet|godkendt|forhandlet)|"
    rf"mangler(?: (?:endnu|stadig|fortsat|at|her|svar|tal|dato|beløb|info\w*|vi|jeg)\b|[.!]?\s*\Z|,)|kommer "
    rf"(?:\w+ )?(?:senere|snarest|efterfølgende)|"
    rf"vender (?:\w+ ){{0,2}}tilbage|tage[rs]? (?:\w+ ){{0,3}}stilling|"
    rf"{_NOT_OF_PEOPLE}under (?:afklaring|udarbejdelse|overvejelse|"
    rf"udredning|forhandling|beregning|vurdering|behandling|drøftelse)|i støbeskeen|åbent spørgsmål|"
    rf"(?:arbejdes|arbejder) (?:\w+ ){{0,3}}(?:på|med) (?:\w+ ){{0,2}}(?:at (?:fastlægge|afklare|beregne|finde|lave|"
    rf"få)|"
    rf"tidsplan\w*|plan|takst\w*|en (?:plan|model)|fordeling\w*|(?:en )?aftale\w*)|først (?:kendt|fastlagt|afklaret)|"
    rf"(?:foreligger|findes) (?:\w+ ){{0,3}}(?:ikke|ingen)\b|er der (?:\w+ ){{0,2}}(?:ikke|ingen) "
    rf"(?:endnu|noget|plan|dato|tal|svar|taget)\b|til (?:senere|efterfølgende) (?:afklaring|"
    rf"drøftelse|"
    rf"beslutning)|på (?:et )?senere (?:tidspunkt)?)"
)
_NEGATION = re.compile(
    r"\b(?:ikke(?! (?:mindst|alene|kun|blot|bare|desto|udelukkende|senere end|under|mindre end|mere end|over|"
    r"færre end|(?:\w+ )?(?:dyrere|højere)|overstige\w*|stige\w*|længere|må stige|må overstige|skal købes|"
    r"betale\w*))|(?:fået|givet|får) afslag|ingen(?! (?:\w+ ){0,3}(?:tjene|betale|overskud|profit))|intet|aldrig|"
    r"hverken|næppe|"
    r"(?<!sige )(?<!siger )(?<!sagt )nej)\b"
)
_CONDITION = re.compile(
    r"(?:\A|(?<=, )|(?<=\())\s*(?:(?:men|og|dog) )?(?:kun |dog |alene )?(?:hvis(?! (?:pris|takst))|såfremt|forudsat|"
    r"under forudsætning af|"
    r"i tilfælde af|med forbehold for|med mindre|medmindre)\b(?P<of>[^,;]{0,120})|"
    r"\b(?:afhænger|(?<!mindre )afhængig\w*|betinget|beror på|forbehold for)\b(?P<on>[^,;]{0,120})"
)
_INVERTED = re.compile(
    r"\W*(?:får|bliver|lykkes|siger|går|falder|skulle|viser|kommer|giver|godkender|vælger|holder|finder|køber|"
    r"vedtager|ender) "
    r"(?!der\b)[^,.;]{3,100}, (?:så )?(?:er|bliver|kan|vil|skal|åbner|flytter|får|søger|går|stiller|\w{3,20}s) "
)
"""A condition without »hvis«: »Får vi grunden, opføres 12 pladser«."""
_NATURAL = re.compile(r"tilsagn|\blån|låne|dispensation|imødekomme|ansøgningen|puljen|ministeri|socialtilsyn|bevil")
"""A condition that any application has: that the loan is granted."""
_GAP = re.compile(
    r"(?<!\w)x{1,4}(?:[.,/-]x{1,4})*(?= ?(?:pct|%|procent|mio|kr|t\.?kr|pladser|kvartal|boliger|\.|,|\Z|\)|i 20|/))|"
    r"\bx{2,4}\b|"
    r"\?\?|\(\?\)|(?<=\s)\?|[0-9]\?(?=\s|\Z|,)|"
    r"\[[^\]]{0,60}\]|<[^<>]{1,60}>|_{2,}|\.{4,}|…{2,}|\bdd[./-]mm|\bn\.?n\.?(?= )|\bindsæt\b|\budfyld(?:es)?\b|"
    r"\b(?:tjek|obs|nb|husk at|todo)\b[:! ]|(?<!\w)-{3,}|\b20(?:xx|\?\?|__)"
)
_OPEN = re.compile(
    r"\b(?:tidligst|formentlig|har bedt om,? at|et sted mellem|erfaringer? med|fordele ved|giver mulighed for|"
    r"overvej\w*|muligvis|måske|eventuelt|evt\.?(?= (?:[0-9]|kan|vil|også))|foreslå\w*|forslag om|kunne tænkes|"
    r"idé|ide om|(?:har|er) (?:\w+ )?været (?:\w+ )?(?:nævnt|drøftet|talt om|foreslået|oppe)|er nævnt som|ønske om at|"
    r"drømme\w*|håb(?:er|et)?|gætte\w*|gæt|løst skøn|et bud|kan (?:måske|muligvis|eventuelt)|vist nok|vistnok|så vidt "
    r"jeg|(?:jeg|nok) tror|tror (?:jeg|nok)|umiddelbart måske|tages op|diskuter\w*|kan blive aktuelt|"
    r"et ønske|i spil|bestræb\w*|tilstræb\w*|indstillet på|undersøger|alternativet er|"
    r"kan (?:også )?blive (?:20[0-9]{2}|senere)|"
    r"drøfte[rs]? (?:\w+ ){0,3}(?:med|om)|forhandler|i dialog (?:med|om))\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:se|jf\.?|henvises til|henviser til|fremgår af|findes i|beskrevet i|beskrives i|vedlagt i|ses af|står i) "
    r"(?:\w+ ){0,3}(?:bilag\w*|vedlagt\w*|vedhæft\w*|notat\w*|hjemmeside\w*|skema\w*|ansøgningsskema\w*|tabel\w*|"
    r"dagsorden\w*|sagsfremstilling\w*|referat\w*|regneark\w*)"
)
_DETAIL = re.compile(
    r"\b(?:præcis\w*|nøjagtig\w*|endelig\w*|konkret\w*|eksakt\w*|nærmere (?:fordeling|tids|plan|vilkår|model)|"
    r"detalje\w*|"
    r"detaljeret)\b"
)


_OTHER_ACTOR = re.compile(
    r"\A\W*(?:(?:men|og|mens|dog|ifølge) )?(?:regionen|region \w+|ministeriet|puljen(?! (?:an)?søges)|puljens|"
    r"ministeriets|staten|naboen|en nabokommune|"
    r"nabokommunens?|naboinstitutionen|arkitekten|rådgiveren|lokalplanen|boligforeningen|boligselskabet|en privat|"
    r"private(?: [\w-]+)? (?:bygger|opfører|sælger|åbner|etablerer|tilbyder)|"
    r"som bekendt|kravet|kriteri\w+|reglerne)\b"
)
_DID = "etablerede|oprettede|byggede|opførte|renoverede|åbnede|indviede|ombyggede|udvidede"
_PAST = re.compile(
    rf"\b(?:vi|kommunen) (?:{_DID})\b|\b(?:{_DID}) (?:vi|kommunen)\b|"
    r"\boprindelig\w*\b|\bhar (?:kommunen|vi|byrådet) (?:\w+ ){0,3}?(?:oprettet|etableret|udvidet|opført|bygget)\b|"
    r"\b(?:dengang|har allerede|i sin tid|sidste år|forrige (?:runde|pulje|gang)|fik|optog|var (?:nye|"
    r"nyetablerede|nybygget)|"
    r"tidligere (?:pulje|runde|ansøgning)\w*)\b|"
    r"\bblev (?:\w+ ){0,4}(?:optaget|stillet|taget|bygget|opført|åbnet|indviet|renoveret|ombygget|etableret|oprettet|"
    r"udvidet|indrettet|bevilget|istandsat|moderniseret)\b"
)


NOTHING_IN_A_YEAR = re.compile(
    r"\b(?:intet|ingenting|ikke noget)(?= (?:i |for )?(?:20[0-9]{2}|'[0-9]{2})\b| \(20[0-9]{2}\))"
)
"""An amount of nought: »intet i 2025 og 17,5 mio. kr. i 2026«."""
_NOT_THERE_YET = re.compile(
    r"\b(?:findes|eksisterer|er der)(?: \w+){0,2} ikke (?:(?:i dag|i forvejen|nu|før|tidligere)\b|endnu(?=\W*\Z))|"
    r"\b(?:ikke|aldrig) (?:findes|fandtes|eksisterer|er der|har været)"
    r"(?: (?:i dag|i forvejen|nu|før|tidligere|botilbud|plads\w*|bolig\w*)\b)|"
    r"\bhar (?:\w+ )?(?:ikke|aldrig) (?:\w+ )?været (?:\w+ )?(?:botilbud|plads|bolig)\w*"
)
"""Places that are not there today are new: that denies nothing."""


_WEAKENED = re.compile(
    r"\b(?:oplæg\w*|udkast\w*|foreløbig\w*|anbefal\w*|princip(?:pet|per)?|flertal(?:let)?|forestille sig|ideelt|"
    r"kunne (?:være|blive|komme|bruge\w*|stille\w*|reservere\w*)|(?:var|blev) (?:\w+ )?(?:planlagt|tiltænkt|sat til)|"
    r"havde|har brug for|skredet|"
    r"forsink\w*|konkurs\w*|kræve[rt]?|krævede|søstertilbud\w*|uden for denne ansøgning|(?:sidst|dengang) søgte|"
    r"nok(?! (?:til|af|plads\w*)\b)|vel|forhåbentlig\w*|sandsynligvis|antagelig\w*|givetvis|angiveligt|"
    r"i (?:bedste|heldigste) fald|"
    r"med lidt held|skulle gerne|gerne skulle|burde|skulle (?:være|blive|kunne|stå)|arbejdstal|parallelt|sideløbende|"
    r"i anden sammenhæng|et (?:helt )?andet (?:projekt|sted|botilbud|tilbud)|"
    r"pejlemærke\w*|ambition\w*|intention\w*|vejledende|eksempel(?:vis)?|til sammenligning)\b"
)
"""An opinion, a plan of then or an example: what is said may be so, but nobody has said that it is."""
_STALE = re.compile(
    r"\b(?:gælder (?:dog )?ikke|ikke længere (?:aktuel|gældende)\w*|forælde\w*|"
    r"skal (?:rettes|opdateres|ændres|slettes|ud)|"
    r"må ud|ikke opdateret|er forkert\w*|passer ikke|holder (?:næppe|ikke)|skred\w*|udskudt|(?<!socialt )udsat|"
    r"forsink\w*|"
    r"trukket|frafaldet|opgivet|droppe[rt]|annulle\w*|ny (?:dato|tidsplan)|(?:tages|med) forbehold|"
    r"gammel (?:plan|dato|model|version))\b"
)
"""What was said before holds no longer."""


def is_weakened(words: str) -> bool:
    """Whether a sentence tells of a proposal, a wish or a plan of then, and not of what is so."""
    return _WEAKENED.search(words) is not None or "[" in words or "]" in words


def is_stale(words: str) -> bool:
    """Whether a sentence says that what it is about holds no longer: »datoen er skredet«, »andelen skal rettes«."""
    return _STALE.search(words) is not None


def denial_of(clause: str) -> Denial | None:
    """Returns what takes a clause back, or None where it says what it says."""
    if "20" in clause or "'" in clause:
        clause = NOTHING_IN_A_YEAR.sub(" ", clause)
    if "ikke" in clause or "aldrig" in clause:
        clause = _NOT_THERE_YET.sub(" ", clause)
    if _GAP.search(clause):
        return Denial(Doubt.GAP)
    if _POSTPONED.search(clause):
        return Denial(Doubt.POSTPONED, _DETAIL.search(clause) is not None)
    if _NEGATION.search(clause):
        return Denial(Doubt.DENIED)
    if _OTHER_ACTOR.match(clause):
        return Denial(Doubt.OTHER_ACTOR)
    if _PAST.search(clause):
        return Denial(Doubt.PAST)
    condition = _CONDITION.search(clause) or _INVERTED.match(clause)
    if condition and not _NATURAL.search(condition[0]):
        return Denial(Doubt.CONDITIONAL)
    if _OPEN.search(clause):
        return Denial(Doubt.OPEN)
    if _ELSEWHERE.search(clause):
        return Denial(Doubt.ELSEWHERE)
    return None
