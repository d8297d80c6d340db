"""Tells when a clause takes back what it says: it postpones, denies, doubts, asks, leaves a gap or sets a condition.

All patterns read small letters (`parts.small`) and are linear: each gap in them is bounded.
"""

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.rules.description.language.postponed import POSTPONED

_KEPT_CLAUSES = 256
"""So many are remembered: a heading is read again for each sentence below it."""


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


_NEGATION = re.compile(
    r"\b(?:ikke(?! (?:mindst|alene|kun|blot|bare|desto|udelukkende|senere end|under|mindre end|mere end|over|"
    r"færre end|(?:\w+ )?(?:dyrere|højere)|overstige\w*|stige\w*|længere|(?:at )?hæve\w*|må stige|må overstige|"
    r"skal købes|"
    r"betale\w*))|(?:fået|givet|får) afslag|ingen(?! (?:\w+ ){0,3}(?:tjene|betale|overskud|profit))|intet|aldrig|"
    r"hverken|næppe|"
    r"(?<!sige )(?<!siger )(?<!sagt )nej)\b"
)
_IF = (
    r"hvis(?! (?:pris|takst))|såfremt|dersom|ifald|forudsat|på betingelse af|under (?:den )?betingelse|"
    r"under forudsætning af|i tilfælde af|med forbehold for|med mindre|medmindre"
)
_CONDITION = re.compile(
    rf"(?:\A|(?<=, )|(?<=\())\s*(?:(?:men|og|dog) )?(?:kun |dog |alene )?(?:{_IF})\b(?P<of>[^,;]{{0,120}})|"
    r"\b(?:afhænger|(?<!mindre )afhængig\w*|betinget|beror på|forbehold for)\b(?P<on>[^,;]{0,120})"
)
_INVERTED = re.compile(
    r"\W*(?:får|bliver|lykkes|siger|går|falder|skulle|viser|kommer|giver|godkender|vælger|holder|finder|køber|"
    r"vedtager|ender) "
    r"(?!der\b)[^,.;]{3,100}, (?:så )?(?:er|bliver|kan|vil|skal|åbner|flytter|får|søger|går|stiller|\w{3,20}s) "
)
"""A condition without »hvis«: »Får vi grunden, opføres 12 pladser«."""
_OTHERWISE = re.compile(r"\W*(?:og |men )?(?:ellers|i modsat fald) (?:\w{2,}s|\w+er|må|skal)\b(?! \w+ (?:købe|betale))")
"""What is done where a condition does not come true: »ellers renoveres de gamle pladser«."""
_NATURAL = re.compile(r"tilsagn|\blån|låne|dispensation|imødekomme|ansøgningen|puljen|ministeri|socialtilsyn|bevil")
"""A condition that any application has: that the loan is granted."""
_GAP = PrefilteredPattern(
    r"(?<!\w)x{1,4}(?:[.,/-]x{1,4})*(?= ?(?:pct|%|procent|mio|kr|t\.?kr|pladser|kvartal|boliger|\.|,|\Z|\)|i 20|/))|"
    r"\bx{2,4}\b|"
    r"\?\?|\(\?\)|(?<=\s)\?|[0-9]\?(?=\s|\Z|,)|"
    r"\[[^\]]{0,60}\]|<[^<>]{1,60}>|_{2,}|\.{4,}|…{2,}|\bdd[./-]mm|\bn\.?n\.?(?= )|\bindsæt\b|\budfyld(?:es)?\b|"
    r"\b(?:tjek|obs|nb|husk at|todo)\b[:! ]|(?<!\w)-{3,}|\b20(?:xx|\?\?|__)|\A\W?\?\W?\Z|"
    r"\b(?:spørg|hør (?:lige|med|hos)|ring til)\b(?=[^.;]{0,80} (?:om|før|inden|hvad|hvor\w*|først)\b)",
    literals=("x|?|[|<|__|...|…|dd|nn|n.n|indsæt|udfyld|tjek|obs|nb|husk at|todo|---|20__|spørg |hør |ring til"),
)
_OPEN = re.compile(
    r"\b(?:tidligst|formentlig|har bedt om,? at|et sted mellem|erfaringer? med|fordele ved|giver mulighed for|"
    r"overvej\w*|muligvis|måske|"
    r"(?:eventuelt|evt\.?)(?! (?:sammenhæng|andre|flere|pårørende|overskud|underskud|tab)\b)|foresl(?:å|og)\w*|"
    r"forslag om|kunne tænkes|"
    r"idé|ide om|(?:har|er) (?:\w+ )?været (?:\w+ )?(?:nævnt|drøftet|talt om|foreslået|oppe)|er nævnt som|ønske om at|"
    r"drømme\w*|håb(?:er|et|ede)?|gætte\w*|gæt|løst skøn|et bud|kan (?:måske|muligvis|eventuelt)|vist nok|vistnok|"
    r"så vidt jeg|(?:jeg|nok) tror|tror (?:jeg|nok)|umiddelbart måske|tages op|diskuter\w*|kan blive aktuelt|"
    r"et ønske|i spil|bestræb\w*|tilstræb\w*|indstillet på|undersøger|alternativet er|"
    r"kan (?:også )?blive (?:20[0-9]{2}|senere)|"
    r"(?:vurderer|ser på|regner på|afgør|beslutter|drøfter|spørger|overveje[rt]?|undersøger|prøver|finder ud af),? "
    r"(?:om|hvorvidt)|"
    r"det (?:samme )?gælder (?:også)?,? om|(?:to|tre|flere) (?:scenarier|varianter|spor|muligheder)|"
    r"mulighed for at (?:opføre|bygge|renovere|etablere|ombygge)|"
    r"drøfte[rs]? (?:\w+ ){0,3}(?:med|om)|forhandler|i dialog (?:med|om))\b"
)
_ELSEWHERE = re.compile(
    r":\W*se (?:\w+ ){0,3}\w*plan\w*|"
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
    r"ministeriets|staten|naboens?|en nabokommune|"
    r"nabokommunens?|naboinstitutionen|arkitekten|rådgiveren|lokalplanen|boligforeningen|boligselskabet|en privat|"
    r"private(?: [\w-]+)? (?:bygger|opfører|sælger|åbner|etablerer|tilbyder)|"
    r"(?:kl|kkr|socialtilsynet|\w*udvalget|\w*rådet|(?:en |et )?(?:\w*konsulent\w*|\w*rapport\w*|\w*analyse\w*)"
    r"(?: fra 20[0-9]{2})?) (?:har )?(?:anbefale[rdt]\w*|mene[rt]|mente|vurdere[rdt]\w*|opfordre[rdt]\w*|peger?t?|"
    r"pegede|foresl\w+|vise[rs]|viste|vist|sige[rs]|sagde|sagt|konkludere\w*|ønske[rdt]\w*|kræve[rdt]\w*)|"
    r"et (?:privat|selvejende) \w+|en (?:fond|forening) |kkr's |"
    r"(?:flere|mange|andre|nogle|øvrige|de fleste) kommuner har (?:\w+ )?(?:etableret|oprettet|bygget|opført|sænket|"
    r"renoveret|udvidet|fået (?:lavere|bedre|billigere))|"
    r"(?:hos|i) (?:naboen|nabokommun\w+|nabobyen|nabobostedet)|[\w-]+ i nabobyen|"
    r"et (?:tilsvarende|lignende|andet) (?:projekt|tilbud|botilbud|bosted)|i (?:lignende|tilsvarende|andre) \w*tilbud|"
    r"i kkr er der |som bekendt|kravet|kriteri\w+|reglerne)\b"
)
_OF_NEIGHBOUR_OR_RULE = PrefilteredPattern(
    r"\bnabo(?:ens|kommunens|institutionens|bostedets) (?:\w+ )?(?:botilbud|bosted|hus|projekt|tilbud)\b|"
    r"\befter (?:puljens |ministeriets |de )?(?:regler|kriteri|betingelse|krav)\w*|\bsom (?:\w+ )?puljen kræver\b",
    literals="nabo|efter |kræver",
)
_DID = "etablerede|oprettede|byggede|opførte|renoverede|åbnede|indviede|ombyggede|udvidede"
_PAST = re.compile(
    rf"\b(?:vi|kommunen) (?:{_DID})\b|\b(?:{_DID}) (?:vi|kommunen)\b|"
    r"\boprindelig\w*\b|\bhar (?:kommunen|vi|byrådet) (?:\w+ ){0,3}?(?:oprettet|etableret|udvidet|opført|bygget)\b|"
    r"\b(?:dengang|har allerede|i sin tid|sidste år|forrige (?:runde|pulje|gang)|fik|optog|var (?:nye|"
    r"nyetablerede|nybygget)|"
    r"(?:tidligere|forrige|sidste) (?:pulje|runde|ansøgning|projekt)\w*|"
    r"(?:tidligere|forrige|sidste|første) (?:bud|version|udgave|udkast)\w*)\b|"
    r"\bhar (?:tidligere(?! (?:været|huset|rummet|fungeret|tjent|haft|dannet))|"
    r"i (?:flere|mange|en|de sene\w+) (?:\w+ )?år)\b|"
    r"\b(?:trak|trukket) (?:\w+ )?tilbage\b|"
    r"\bblev (?:\w+ ){0,4}(?:optaget|stillet|taget|bygget|opført|åbnet|indviet|renoveret|ombygget|etableret|oprettet|"
    r"udvidet|indrettet|bevilget|istandsat|moderniseret)\b"
)


NOTHING_IN_A_YEAR = re.compile(
    r"\b(?:intet|ingenting|ikke noget)(?= (?:i |for )?(?:20[0-9]{2}|'[0-9]{2})\b| \(20[0-9]{2}\))"
)
"""An amount of nought: »intet i 2025 og 17,5 mio. kr. i 2026«."""
_WHOSE = re.compile(
    r"\b(?:borgere|unge|voksne|mennesker|personer|beboere|mænd|kvinder|dem|folk), hvis "
    r"(?!(?:der|det|den|de|vi|man|\w+(?:en|et|ne))\b)\w+|"
    r", hvis \w+(?<!en)(?<!et)(?<!ne) (?:de|han|hun) "
)
"""People's own: »borgere, hvis adfærd kræver ro«; that is no condition."""
_NOT_THERE_YET = re.compile(
    r"\b(?:findes|eksisterer|er der)(?: \w+){0,2} ikke (?:(?:i dag|i forvejen|nu|før|tidligere)\b|endnu(?=\W*\Z))|"
    r"\b(?:ikke|aldrig) (?:findes|fandtes|eksisterer|er der|har været)"
    r"(?: (?:i dag|i forvejen|nu|før|tidligere|botilbud|plads\w*|bolig\w*)\b)|"
    r"\bhar (?:ikke|aldrig) eksisteret\b|"
    r"\bhar (?:\w+ )?(?:ikke|aldrig) (?:\w+ )?været (?:\w+ )?(?:botilbud|plads|bolig)\w*|"
    r"\b(?:ikke|intet) (?:tale )?(?:om )?andet end\b"
)
"""Places that are not there today are new, and »ikke andet end« is only: that denies nothing."""


_WEAKENED = re.compile(
    r"\b(?:oplæg\w*|udkast\w*|foreløbig\w*|anbefal\w*|princip(?:pet|per)?|flertal(?:let)?|forestille sig|ideelt|"
    r"kunne (?:være|blive|komme|bruge\w*|stille\w*|reservere\w*)|(?:var|blev) (?:\w+ )?(?:planlagt|tiltænkt|sat til)|"
    r"havde|(?:\w*kommun\w+|vi|naboer\w*|byen) har brug for|skredet|"
    r"forsink\w*|konkurs\w*|(?:puljen|ministeri\w+|kkr|loven|regler\w*|der|aftale\w*) kræve[rt]?|kræve[st]|krævede|"
    r"søstertilbud\w*|uden for denne ansøgning|(?:sidst|dengang) søgte|"
    r"nok(?! (?:til|af|plads\w*)\b)|vel|forhåbentlig\w*|sandsynligvis|antagelig\w*|givetvis|angiveligt|"
    r"i (?:bedste|heldigste) fald|"
    r"med lidt held|skulle gerne|gerne skulle|burde|bør|skulle (?:være|blive|kunne|stå)|arbejdstal|"
    r"(?:vi|kommunen|forvaltningen|der) (?:forventede|forventedes|ventede|regnede med|planlagde)|skulle have været|"
    r"(?:forventede|ventede|planlagde) (?:vi|kommunen|forvaltningen)|(?:vores|kommunens) ønske|så vidt (?:jeg|vi)|"
    r"parallelt|sideløbende|i anden sammenhæng|et (?:helt )?andet (?:projekt|sted|botilbud|tilbud)|"
    r"scenarier\w*|pejlemærke\w*|ambition\w*|intention\w*|vejledende|eksempel(?:vis)?|til sammenligning)\b"
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


@lru_cache(_KEPT_CLAUSES)
def denial_of(clause: str) -> Denial | None:
    """Returns what takes a clause back, or None where it says what it says."""
    if "20" in clause or "'" in clause:
        clause = NOTHING_IN_A_YEAR.sub(" ", clause)
    if "hvis" in clause:
        clause = _WHOSE.sub(" ", clause)
    if "ikke" in clause or "aldrig" in clause:
        clause = _NOT_THERE_YET.sub(" ", clause)
    if _GAP.search(clause):
        return Denial(Doubt.GAP)
    if POSTPONED.search(clause):
        return Denial(Doubt.POSTPONED, _DETAIL.search(clause) is not None)
    if _NEGATION.search(clause):
        return Denial(Doubt.DENIED)
    if _OTHER_ACTOR.match(clause) or _OF_NEIGHBOUR_OR_RULE.search(clause):
        return Denial(Doubt.OTHER_ACTOR)
    if _PAST.search(clause):
        return Denial(Doubt.PAST)
    if "ellers" in clause and _OTHERWISE.match(clause):
        return Denial(Doubt.CONDITIONAL)
    condition = _CONDITION.search(clause) or _INVERTED.match(clause)
    if condition and not _NATURAL.search(condition[0]):
        return Denial(Doubt.CONDITIONAL)
    if _OPEN.search(clause):
        return Denial(Doubt.OPEN)
    if _ELSEWHERE.search(clause):
        return Denial(Doubt.ELSEWHERE)
    return None
