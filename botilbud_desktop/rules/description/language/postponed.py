"""Tells when a clause puts off what it is about: »oplyses senere«, »er ikke fastlagt«, »vil blive sendt«.

The pattern reads small letters (`parts.small`) and is linear: each gap in it is bounded.
"""

import re

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_NOT_SETTLED = (
    "fastlagt|fastlagte|afklaret|afklarede|besluttet|kendt|kendte|afgjort|fastsat|oplyst|opgjort|beregnet|beregnede",
    "på plads|klarlagt|aftalt|aftalte|bestemt|planlagt|vedtaget|forhandlet|fordelt|færdigforhandlet|færdiggjort",
    "udarbejdet|udregnet|angivet|afsluttet|drøftet|godkendt|undersøgt|lavet|regnet|vurderet|valgt|truffet|lagt fast",
    "endelig|endelige|endeligt|sikkert|sikker|givet|landet|til at sige",
)
"""What something is not, or not yet."""
_SETTLED = f"(?:{'|'.join(_NOT_SETTLED)})"
_TELL = (
    r"(?:oplyse|oplyses|angive|angives|opgøre|opgøres|sige|siges|fastlægge|fastlægges|give|gives|beregne|beregnes|"
    r"svare|svares|redegøre|redegøres|beskrive|beskrives|fastsætte|fastsættes|vurdere|vurderes|præcisere|præciseres|"
    r"afgøre|afgøres|love|loves|garantere|garanteres|sætte|sættes|skønne|udtale)"
)
_IN_TIME = (
    r"i forbindelse med|i løbet af|i (?:et|en|den|det|de)\b",
    rf"i (?:{_MONTHS}|efteråret|foråret|sommeren|vinteren)",
    r"på (?:et|den|det)\b|til (?:efteråret|foråret|sommer)",
    r"(?:ved|med) (?:næste|et|en|møde\w*|licitation\w*|budget\w*|bilag\w*|mail\w*|post\w*)",
)
_LATER = (
    f"(?:senere|nærmere|efterfølgende|snarest|snart|løbende|først|når|efter|inden|politisk|hurtigst|"
    f"{'|'.join(_IN_TIME)})"
)
_IS_DECIDED = (
    r"(?:afklares|fastlægges|besluttes|afgøres|forhandles(?! (?:fra sag|individuelt|enkeltvis))|drøftes|"
    r"undersøges|belyses|overvejes|konkretiseres|præciseres|udarbejdes|udregnes|kortlægges|udestår|efterforhandles|"
    r"klarlægges|udredes|tilpasses)"
)
"""In the present, it means that it is still to come."""
_IS_SENT = (
    r"(?:oplyses|følger|angives|vedlægges|meddeles|tilføjes|indsættes|udfyldes|beskrives|uddybes|aftales|forelægges|"
    r"sendes|fremsendes|eftersendes|tilgår|fremlægges|skrives)"
)
"""The same, where it also says when, or says no more."""
_WILL_BE = (
    r"(?:drøftet|afklaret|fastlagt|besluttet|forhandlet|aftalt|beregnet(?! til (?:ca\. )?[0-9])|afgjort|fastsat|oplyst|"
    r"meddelt|sendt|fremsendt|eftersendt|tilsendt|forelagt|tilføjet)"
)
_MUST_BE = (
    r"(?:drøftes|afklares|fastlægges|besluttes|forhandles|aftales|beregnes|undersøges|belyses|afgøres|vurderes|udfyldes|"
    r"indsættes|oplyses|tilføjes|skrives|tjekkes|bekræftes|godkendes|regnes|gennemregnes|fastsættes)"
)
_WHEN_IT_IS = r"(?:kendt|på plads|fastlagt|afklaret|afgjort|besluttet|godkendt|forhandlet)"
_UNDER_WAY = r"(?:afklaring|udarbejdelse|overvejelse|udredning|forhandling|beregning|vurdering|behandling|drøftelse)"
_NOT_OF_PEOPLE = r"(?<!borgere )(?<!unge )(?<!voksne )(?<!personer )(?<!mennesker )"
"""People under assessment are those whom places are for."""

_UNKNOWN = (
    r"endnu ikke|ikke endnu|uafklare\w*|uvis\w*|ukendt\w*|uafgjort\w*|afvente\w*|eftersend\w*|tvivl\w*|usikker\w*|"
    r"tbd|t\.b\.d|udestå\w*|udskudt|udskyde\w*|uden for rækkevidde|i støbeskeen|åbent spørgsmål|"
    rf"ikke (?:\w+ ){{0,4}}{_SETTLED}|(?:ingen|intet) (?:\w+ ){{0,4}}{_SETTLED}|"
    r"(?:ved|kender) (?:vi |kommunen |man |jeg )?(?:endnu |reelt |ærligt talt |pt\.? )?(?:ikke|først)\b|"
    r"kendes (?:\w+ )?ikke|"
    r"kender ingen|(?:ikke|ingen) (?:\w+ ){0,2}(?:overblik|kendskab|viden|bud|svar|stilling)|"
    r"(?:foreligger|findes) (?:\w+ ){0,3}(?:ikke|ingen)\b|"
    r"er der (?:\w+ ){0,2}(?:ikke|ingen) (?:endnu|noget|plan|dato|tal|svar|taget)\b|"
    r"mangler(?: (?:endnu|stadig|fortsat|at|her|svar|tal|dato|beløb|info\w*|vi|jeg)\b|[.!]?\s*\Z|,)"
)
_CANNOT_BE_TOLD = (
    rf"(?:kan|vil|ønsker|tør)(?: \w+){{0,6}} (?:ikke|først)(?: \w+){{0,4}} {_TELL}|"
    rf"(?:ikke|først) kan(?: \w+){{0,3}} {_TELL}"
)
_TOLD_LATER = (
    rf"{_IS_DECIDED}|{_IS_SENT} (?:\w+ ){{0,3}}?{_LATER}|{_IS_SENT}[.;!]?\s*\Z|"
    r"(?:fremgår|kommer) senere|kommer (?:\w+ )?(?:senere|snarest|efterfølgende)|"
    r"senere (?:oplyst|fastlagt|på året|fase|tidspunkt|stadie|stadium)|på (?:et )?senere (?:tidspunkt)?|"
    r"til (?:senere|efterfølgende) (?:afklaring|drøftelse|beslutning)|"
    rf"skal (?:\w+ ){{0,4}}{_MUST_BE}|bliver (?:\w+ ){{0,3}}{_WILL_BE}|"
    rf"vil (?:\w+ ){{0,4}}blive (?:\w+ ){{0,2}}{_WILL_BE}|"
    r"(?:fastsættes|beregnes|opgøres) (?:\w+ ){0,2}(?:senere|nærmere|efterfølgende|snarest|først|når|"
    rf"i (?:foråret|efteråret|løbet|forbindelse|kontrakten|budgettet|{_MONTHS}))|"
    rf"først (?:kendt|fastlagt|afklaret)|(?:når|efter at) (?:\w+ ){{0,4}}(?:er|foreligger|kendes|bliver) "
    rf"(?:\w+ ){{0,2}}{_WHEN_IT_IS}|"
    r"(?:før|inden) (?:\w+ ){0,4}(?:ligger fast|er fastlagt|er på plads|kendes)"
)
_STILL_WORKED_AT = (
    r"regne[rs]? (?:\w+ )?på(?! at)|vender (?:\w+ ){0,2}tilbage|tage[rs]? (?:\w+ ){0,3}stilling|"
    rf"{_NOT_OF_PEOPLE}under {_UNDER_WAY}|"
    r"(?:arbejdes|arbejder) (?:\w+ ){0,3}(?:på|med) (?:\w+ ){0,2}(?:at (?:fastlægge|afklare|beregne|finde|lave|få)|"
    r"tidsplan\w*|plan|takst\w*|en (?:plan|model)|fordeling\w*|(?:en )?aftale\w*)"
)
_OPEN = (
    r"\bfor tidligt at\b|\b(?:datoen|spørgsmålet|fordelingen|andelen|tidspunktet|det) er (?:\w+ )?(?:helt )?åbe[nt]\w*|"
    r"\bbehandle[rs] (?:\w+ ){0,3}(?:tidsplan\w*|spørgsmål\w*|sagen|udvalg\w*|byråd\w*|juni|maj|august|september|"
    r"oktober)|"
    r"\b(?:tidsplan\w*|planen|andel\w*|takst\w*|beregning\w*|fordeling\w*) (?:\w+ ){0,4}?"
    r"(?:ligger|er|foreligger|bliver|står) (?:\w+ )?(?:klar|færdig)\w*"
)
POSTPONED = re.compile(rf"{_OPEN}|\b(?:{_UNKNOWN}|{_CANNOT_BE_TOLD}|{_TOLD_LATER}|{_STILL_WORKED_AT})")
"""What is told later, or is not known yet."""
