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
    r"endelig|endelige|endeligt|sikkert|sikker|givet|til at sige)"
)
_TELL = (
    r"(?:oplyse|oplyses|angive|angives|opgøre|opgøres|sige|siges|fastlægge|fastlægges|give|gives|beregne|beregnes|"
    r"svare|svares|redegøre|redegøres|beskrive|beskrives|fastsætte|fastsættes|vurdere|vurderes|præcisere|præciseres|"
    r"afgøre|afgøres|love|loves|garantere|garanteres|sætte|sættes|skønne|udtale)"
)
_LATER = (
    r"(?:senere|nærmere|efterfølgende|snarest|snart|løbende|først|når|efter|inden|i forbindelse med|i løbet af|"
    r"i (?:et|en|den|det|de)\b|i (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|"
    r"december|efteråret|foråret|sommeren|vinteren)|på (?:et|den|det)\b|til (?:efteråret|foråret|sommer)|politisk|"
    r"ved |med |hurtigst)"
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
    rf"(?:fastsættes|beregnes|opgøres) (?:\w+ ){{0,2}}(?:senere|nærmere|efterfølgende|snarest|først|når)|"
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
    rf"vender (?:\w+ ){{0,2}}tilbage|tage[rs]? (?:\w+ ){{0,3}}stilling|under (?:afklaring|udarbejdelse|overvejelse|"
    rf"udredning|forhandling|beregning|vurdering|behandling|drøftelse)|i støbeskeen|åbent spørgsmål|"
    rf"(?:arbejdes|arbejder) (?:\w+ ){{0,3}}(?:på|med) (?:\w+ ){{0,2}}(?:at (?:fastlægge|afklare|beregne|finde|lave|"
    rf"få)|"
    rf"tidsplan\w*|plan|takst\w*|en (?:plan|model)|fordeling\w*)|først (?:kendt|fastlagt|afklaret)|"
    rf"(?:foreligger|findes|er der) (?:\w+ ){{0,3}}(?:ikke|ingen)\b|til (?:senere|efterfølgende) (?:afklaring|"
    rf"drøftelse|"
    rf"beslutning)|på (?:et )?senere (?:tidspunkt)?)"
)
_NEGATION = re.compile(
    r"\b(?:ikke(?! (?:mindst|alene|kun|blot|bare|desto|udelukkende|senere end|under|mindre end|mere end|over|"
    r"færre end|(?:\w+ )?(?:dyrere|højere)|overstige\w*|stige\w*|længere|må stige|må overstige|skal købes|"
    r"betale\w*))|ingen(?! (?:\w+ ){0,3}(?:tjene|betale|overskud|profit))|intet|aldrig|hverken|næppe|"
    r"(?<!sige )(?<!siger )(?<!sagt )nej)\b"
)
_CONDITION = re.compile(
    r"(?:\A|(?<=, )|(?<=\())\s*(?:(?:men|og|dog) )?(?:kun |dog |alene )?(?:hvis|såfremt|forudsat|under forudsætning af|"
    r"i tilfælde af|med forbehold for|med mindre|medmindre)\b(?P<of>[^,;]{0,120})|"
    r"\b(?:afhænger|afhængig\w*|betinget|beror på|forbehold for)\b(?P<on>[^,;]{0,120})"
)
_NATURAL = re.compile(r"tilsagn|\blån|låne|dispensation|imødekomme|ansøgningen|puljen|godkende|bevil")
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
    r"jeg|(?:jeg|nok) tror|tror (?:jeg|nok)|umiddelbart måske|tages op|diskuter\w*|kan blive aktuelt)\b"
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
    r"nabokommunen|naboinstitutionen|arkitekten|rådgiveren|lokalplanen|boligforeningen|boligselskabet|en privat|"
    r"som bekendt|kravet|kriteri\w+|reglerne)\b"
)
_PAST = re.compile(
    r"\boprindelig\w*\b|"
    r"\b(?:dengang|har allerede|i sin tid|sidste år|forrige (?:runde|pulje|gang)|fik|optog|var (?:nye|"
    r"nyetablerede|nybygget)|"
    r"tidligere (?:pulje|runde|ansøgning)\w*)\b|"
    r"\bblev (?:\w+ ){0,4}(?:optaget|stillet|taget|bygget|opført|åbnet|indviet|renoveret|ombygget|etableret|oprettet|"
    r"udvidet|indrettet|bevilget|istandsat|moderniseret)\b"
)


def denial_of(clause: str) -> Denial | None:
    """Returns what takes a clause back, or None where it says what it says."""
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
    condition = _CONDITION.search(clause)
    if condition and not _NATURAL.search(condition["of"] or condition["on"] or ""):
        return Denial(Doubt.CONDITIONAL)
    if _OPEN.search(clause):
        return Denial(Doubt.OPEN)
    if _ELSEWHERE.search(clause):
        return Denial(Doubt.ELSEWHERE)
    return None
