"""Another municipality than the applicant that a text has apply: a draft that was made of another's."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from botilbud_desktop.domain.facts.municipalities import Named
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.identity.authors import is_said_of_applicant
from botilbud_desktop.rules.contradictions.names import ProjectNames
from botilbud_desktop.rules.contradictions.wording import municipality_said

_APPLIES = re.compile(
    r"\A,?\s+(?:(?:der|som) )?(?:(?:har )?som ansøger|er (?:bygherre og )?ansøger|står som ansøger|(?:hermed |"
    r"derfor |nu )?(?:søger|"
    r"ansøger|indsender|fremsender|anmoder|beder)(?!\w)(?! selv| også| ligeledes| sideløbende| efter det)|"
    r"ikke (?:selv )?kan (?:låne)?finansiere (?:byggeriet|projektet|opførelsen|udvidelsen|ombygningen)|"
    r"(?:ønsker|vil|har til hensigt)(?: hermed| derfor| nu)?(?: at)? (?:søge|ansøge|fremsende|indsende))"
)
_BUILDS = re.compile(
    r"\A,?\s+(?:(?:der|som) )?(?:(?:vil|ønsker at|agter at|planlægger at|har besluttet at) )?(?:opfør\w*|"
    r"bygge[r]?|etablere[r]?|indrette[r]?|ombygge[r]?|udvide[r]?|oprette[r]?|får|opføre|øge[r]?|"
    r"skabe[r]?)(?!\w)(?! selv| også)"
)
_APPLICATION = re.compile(r"\A\s+(?:samlede |fælles )?(?:ansøgning|projektbeskrivelse|låneansøgning|projekt(?:er)? )")
_SPEAKS_OF = re.compile(
    r"\A,? (?:er en|har (?:i dag|[0-9.]+ indbyggere|brug for|et (?:stort |stigende )?behov|valgt at)|mangler|oplever|"
    r"råder over|driver|står over for)(?!\w)"
)
"""What is said of the municipality that a text is about."""
_LABEL = re.compile(r"(?:^|\n|[.;] )[ \t]*(?:ansøger(?:kommune)?|ansøgende kommune|kommune):[ \t]*\Z", re.IGNORECASE)
"""What stands ahead of the name in a head: `Ansøger: Herlev`."""
_OF_THE_APPLICANT = re.compile(
    r"\A (?:nye |egne |eget |samlede |nuværende |eksisterende |øvrige )?(?:ansøgning|projekt|botilbud|byråd|"
    r"kommunalbestyrelse|"
    r"behov|kapacitet|sociale|socialudvalg|plads|handicap|nye|økonomi|låne)"
)
_ON_BEHALF = re.compile(r"(?:på vegne af|ansøger er) \Z", re.IGNORECASE)
_SHARES_OF = re.compile(r"\A[^.;]{0,60}(?:af pladserne|af de (?:nye|[0-9]+) plads|her|hos os|ansøgningen)")
_ASIDE = re.compile(r"(?<!\w)(?:selv|også|ligeledes|sideløbende|efter det oplyste|overvejer|til en anden)(?!\w)")
_PARTNER = re.compile(
    r"(?:(?<!\w)(?:med|fra|af|hos|til|for|andre|fx|f\.eks\.|som|og|samt|mellem|både|eller|blandt|herunder|"
    r"nabo\w*|ved|mod|over for|jf\.|ifølge)|[,/(&»\"]) ?\Z",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\w)(?:tidligere|sidste år|dengang|i 20(?:1[0-9]|2[0-3])|ligesom|på samme måde som)(?!\w)[^.]*\Z",
    re.IGNORECASE,
)

_NOT_AS_APPLICANT = re.compile(
    r"(?<!\w)(?:selv|også|ligeledes|sideløbende|efter det oplyste|overvejer|til en anden|tilsvarende|"
    r"lignende|et andet|"
    r"køber|købt|sælger|henviser|visiterer|betaler|bruger|benytter|stiller grunden|indgår|deltager|deltog|støtter|"
    r"bedt om|spurgt|bakker|tilkendegivet|meldt|givet|afslået|afviste|godkendt|ejer|(?<!med )nabo\w*|"
    r"sammen med os|(?:nord|syd|øst|vest) for os|lukke deres|fik|byggede|har bygget|driver i dag|drev)(?!\w)",
    re.IGNORECASE,
)
"""What is said of a municipality that takes part, or that is looked at."""
_SUPERVISION = re.compile(r"(?<!\w)socialtilsyn\w*[^\n.]{0,30}\Z", re.IGNORECASE)
"""Which municipality supervises is told with its name: `Socialtilsyn Nord, Hjørring Kommune`."""
_LEAD = re.compile(
    r"(?:\A|\n|[.!?:] |\) )[ \t#*»\"-]*(?:(?:Derfor|Nu|I dag|Her|Med (?:lånet|projektet|ansøgningen)|Projektet|Det|"
    r"Kære ministerium)[ ,]+(?:[a-zæøå]+ ){0,2}|Med [^.,;\n]{3,40} (?:vil|får|kan|har) |"
    r"Projekt(?:et)? [^.,;\n]{3,30} giver )?\Z"
)
"""What stands ahead of the subject of a sentence."""
_TURNED = re.compile(r"(?<!\w)(?:giver|får|kan|vil|ønsker|agter|planlægger|søger|bygger|opfører|udvider) \Z")
_PREDICATE = re.compile(
    r"\A,?\s+(?:(?:der|som) )?(?:har|vil|ønsker|forventer|regner med|afsætter|er|bygger|opfører|søger|"
    r"ansøger|planlægger|agter|"
    r"mangler|oplever|råder|"
    r"driver|står|får|kan|køber det|etablerer|omdanner|ombygger|indretter|sætter|udvider|overtog|arbejder|fremsender|"
    r"kommer|skal|oplyser|åbne|beder|ser frem|[0-9]+ nye|en markant|otte|syv|ni|ti|fem|seks|tolv)(?!\w)"
)
_STANDS_APART = re.compile(r"\A[ \t]*(?:\([^)\n]{0,40}\))?[ \t]*(?:\Z|\n|[:,/.–—-](?!\w)| [–—-] )")
_SPEAKER = re.compile(
    r"\A (?:[a-zæøå]+ )?(?:ønsker|har|vil|oplever|mangler|råder|kan|bygger|søger|planlægger|driver) vi(?!\w)"
)
_GROWS = re.compile(
    r"\A (?:samlede |egen )?kapacitet[^.;\n]{0,50}(?<!\w)(?:dermed|derved|herved|hermed|således|med projektet)(?!\w)"
)
_OWN_CITIZENS = re.compile(r"\A egne(?: borgere)?(?!\w)")
_TO = re.compile(
    r"(?<!\w)(?:[0-9]+|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)(?: af dem| pladser)? til \Z", re.IGNORECASE
)
_ASKS = re.compile(
    r"\A\s+(?:hermed |nu |derfor )?(?:søger|ansøger)(?: hermed| nu| derfor)? om (?:lån|[0-9]|i alt|en? lån)"
)
_FOR_LOAN = re.compile(r"\A (?:hermed |derfor )?om (?:lån\w*|en lån\w*|i alt|[0-9])")
_OF_ITS_APPLICATION = re.compile(r"\A (?:samlede )?(?:ansøgning om lån|låneansøgning|ansøgning (?:er|lyder|omfatter))")
_HEAD = re.compile(r"(?:\A|\n|[,:;(–—-] ?|(?<!\w)(?:fra|for|ansøgning,?|notat,?) )\Z", re.IGNORECASE)
_TAKES_PART = re.compile(
    r"\A[^.\n]*(?<!\w)(?:tilslutte\w*|skrevet under|støtte|købe|"
    r"af (?:de )?(?:[0-9a-zæøå]+ )?pladser(?:ne)?|aftalen|drøfter|"
    r"visitere|disponere\w*|venteliste\w*|interesse\w*|dem her|hos os)(?!\w)"
)
_SENTENCE_END = re.compile(r"[a-zæøå)]{3}[.!?] ")
_FIRST_LINE = re.compile(r"\s*[^\n]{1,90}(?=\n|\Z)")
_ITS_PROJECTS = re.compile(r"\A (?:samlede |nye )?(?:to|tre|fire|projekt\w*|ansøgning|beskrivelse|bidrag|del)(?!\w)")
_ITS_HOMES = re.compile(
    r"\A (?:nye |kommende )?(?:botilbud|bosted|bofællesskab)\w*[^.;\n]{0,40} (?:bliver|får|opføres|bygges|"
    r"rummer)(?!\w)"
)
_SHORT = 45
_REACH = 80
_FIRST = 400
"""How far a first sentence goes at most, with the heading above it."""
_TAIL = 120


def municipality_contradictions(
    text: str, named: Sequence[Named], applicant: Municipality, partners: Sequence[str], names: ProjectNames
) -> Iterator[Found]:
    """Yields other municipalities that the text has apply; `partners` are the codes of the table's partners."""
    own = [one for one in named if one.code == applicant.code]
    others = [one for one in named if one.code != applicant.code and one.is_municipality]
    mentions = Counter(one.code for one in others)
    own_applies = any(_APPLIES.match(text[one.end : one.end + _REACH]) for one in own)
    told: set[str] = set()
    for one in named:
        label = _LABEL.search(text[max(0, one.start - 40) : one.start])
        if label is not None and one.code != applicant.code:
            told.add(one.code)
            yield municipality_said(one.start - len(label[0].lstrip()), one.end, one.code, applicant.official_name)
    for one in named:
        if one.code == applicant.code or one.code in told:
            continue
        is_said = one.code not in partners and is_said_of_applicant(text, one, names, is_own_named=bool(own))
        if is_said or (
            one.is_municipality and _is_applicant(text, one, own, mentions, partners, own_applies=own_applies)
        ):
            told.add(one.code)
            yield municipality_said(one.start, one.end, one.code, applicant.official_name)


def _is_applicant(
    text: str,
    one: Named,
    own: Sequence[Named],
    mentions: Mapping[str, int],
    partners: Sequence[str],
    *,
    own_applies: bool,
) -> bool:
    before, behind = text[max(0, one.start - 60) : one.start], text[one.end : one.end + _REACH]
    lead, before = before, before.rsplit("\n", 1)[-1]
    sentence = re.split(r"(?<=[.!?]) ", before)[-1]
    if _PAST.search(sentence):
        return False
    if one.code not in partners and (
        _speaks_for(lead, one, behind, own_applies=own_applies) or (not own and _is_text_of(text, lead, one, behind))
    ):
        return True
    applies = _APPLIES.match(behind)
    if applies and "ansøger" in applies[0] and "som ansøger" in applies[0]:
        return True
    if _ON_BEHALF.search(sentence) and not own:
        return True
    is_first = not own or one.start < own[0].start
    is_partner = _PARTNER.search(sentence) is not None
    if applies or (one.is_genitive and _APPLICATION.match(behind)):
        return is_first and not (is_partner and one.code in partners)
    if own or is_partner or _ASIDE.search(behind):
        return False
    if _BUILDS.match(behind):
        return _NOT_AS_APPLICANT.search(behind[:_SHORT]) is None
    is_alone = len(mentions) == 1 and one.code not in partners
    if _SHARES_OF.match(behind):
        return False
    is_genitive = one.is_genitive and _OF_THE_APPLICANT.match(behind) is not None
    return is_alone and (mentions[one.code] > 1 or _SPEAKS_OF.match(behind) is not None or is_genitive)


def _speaks_for(lead: str, one: Named, behind: str, *, own_applies: bool) -> bool:
    """Whether words can only be said for the municipality that applies, whoever else is named."""
    if not own_applies and lead.endswith(("ansøger ", "søger ", "anmoder ")) and _FOR_LOAN.match(behind):
        return True
    if lead.endswith(("I ", "i ")) and _SPEAKER.match(behind):
        return True
    if _NOT_AS_APPLICANT.search(behind[:_SHORT]):
        return False
    if one.is_genitive and _OWN_CITIZENS.match(behind) and _TO.search(lead):
        return True
    if not _LEAD.search(lead):
        return False
    if one.is_genitive:
        return (_GROWS.match(behind) or _OF_ITS_APPLICATION.match(behind)) is not None
    return _ASKS.match(behind) is not None and not own_applies


def _is_text_of(text: str, lead: str, one: Named, behind: str) -> bool:
    """Whether a text in which the applicant is not named is of another: in its head, as a subject, or at its end."""
    if _NOT_AS_APPLICANT.search(behind[:_SHORT].split(". ", maxsplit=1)[0]) or _SUPERVISION.search(lead):
        return False
    head = _FIRST_LINE.match(text[:_FIRST])
    is_in_head = head is not None and one.start < head.end() and not head[0].endswith(".")
    if is_in_head and (_HEAD.search(lead) or (one.is_genitive and _ITS_PROJECTS.match(behind))):
        return True
    if one.is_genitive:
        return not text[: one.start].strip() and (_ITS_PROJECTS.match(behind) or _ITS_HOMES.match(behind)) is not None
    begins = _LEAD.search(lead) is not None
    is_first = one.start < _FIRST and _SENTENCE_END.search(text, 0, one.start) is None
    if begins and is_first and _PREDICATE.match(behind) and not _TAKES_PART.search(behind):
        return True
    if (begins or lead.endswith((", ", " - ", " – "))) and _STANDS_APART.match(behind):
        return begins or one.start > len(text) - _TAIL
    return is_first and _TURNED.search(lead) is not None and _PREDICATE.match(behind) is not None
