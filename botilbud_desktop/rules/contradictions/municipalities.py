"""Another municipality than the applicant that a text has apply: a draft that was made of another's."""

import re
from collections.abc import Iterator, Sequence

from botilbud_desktop.domain.facts.municipalities import Named
from botilbud_desktop.domain.municipality import Municipality
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.wording import municipality_said

_APPLIES = re.compile(
    r"\A,?\s+(?:(?:der|som) )?(?:som ansøger|er ansøger|står som ansøger|(?:hermed |derfor |nu )?(?:søger|"
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
_LABEL = re.compile(r"(?:^|\n|[.;] )[ \t]*(?:ansøger(?:kommune)?|ansøgende kommune):[ \t]*\Z", re.IGNORECASE)
"""What stands ahead of the name in a head: `Ansøger: Herlev`."""
_OF_THE_APPLICANT = re.compile(
    r"\A (?:nye |egne |eget |samlede |nuværende |eksisterende )?(?:ansøgning|projekt|botilbud|byråd|kommunalbestyrelse|"
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


def municipality_contradictions(
    text: str, named: Sequence[Named], applicant: Municipality, partners: Sequence[str]
) -> Iterator[Found]:
    """Yields other municipalities that the text has apply; `partners` are the codes of the table's partners."""
    own = [one for one in named if one.code == applicant.code]
    others = [one for one in named if one.code != applicant.code and one.is_municipality]
    told: set[str] = set()
    for one in named:
        label = _LABEL.search(text[max(0, one.start - 40) : one.start])
        if label is not None and one.code != applicant.code:
            told.add(one.code)
            yield municipality_said(one.start - len(label[0].lstrip()), one.end, one.code, applicant.official_name)
    for one in others:
        if one.code in told or not _is_applicant(text, one, own, others, partners):
            continue
        told.add(one.code)
        yield municipality_said(one.start, one.end, one.code, applicant.official_name)


def _is_applicant(
    text: str, one: Named, own: Sequence[Named], others: Sequence[Named], partners: Sequence[str]
) -> bool:
    before, behind = text[max(0, one.start - 60) : one.start], text[one.end : one.end + 80]
    before = before.rsplit("\n", 1)[-1]
    sentence = re.split(r"(?<=[.!?]) ", before)[-1]
    if _PAST.search(sentence):
        return False
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
        return True
    mentions = sum(other.code == one.code for other in others)
    is_alone = len({other.code for other in others}) == 1 and one.code not in partners
    if _SHARES_OF.match(behind):
        return False
    is_genitive = one.is_genitive and _OF_THE_APPLICANT.match(behind) is not None
    return is_alone and (mentions > 1 or _SPEAKS_OF.match(behind) is not None or is_genitive)
