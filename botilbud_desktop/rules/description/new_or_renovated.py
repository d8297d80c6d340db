"""Whether places are newly made or existing ones renovated."""

import re

from botilbud_desktop.rules.description.evidence import IT, Reason
from botilbud_desktop.rules.description.matching import NOTHING, Found, Said
from botilbud_desktop.rules.description.vocabulary import PLACES

_NEW = re.compile(
    r"\bnyetabl\w*|\bnybyg\w*|\bnyopfør\w*|\bnyopret\w*|\bnyanl[æa]g\w*|\bnyskab\w*|"
    rf"\b(?:nye?|nyt|helt nye|nybyggede) (?:(?!eller|og|til|for|i|af)[\w§/.,-]+ ){{0,4}}?(?:{PLACES}|botilbud\w*|"
    rf"\w*tilbud\b|"
    r"\w*tilbuddet\b|bygning(?:er)?\b|byggeri\b|bosted\w*|bofællesskab\w*|afdeling\w*|hus\b|etage\b|fløj\w*|"
    r"døgnhus\w*)|"
    r"\bopføre[rs]?\b|\bopførelse\w*|\bbygges\b|\bbygger\b|\b(?:skal|vil|kan|at) bygge\b|\b(?:bliver|"
    r"blive) (?:\w+ ){0,2}(?:opført|"
    r"bygget)|\btilbyg\w*|\bfra (?:grunden|bunden)\b|\bbar mark|\bbarmark\w*|\brejses?\b(?= på| fra| et| en)|"
    r"\bpå en (?:ubebygget|tom) grund"
)
_RENOVATED = re.compile(
    r"\b\w*renover\w*|\breover\w*|\bistandsæt\w*|\bombyg\w*|\bmoderniser\w*|\bnyindret\w*|\bindret(?:tes|ter|"
    r"ning\w*)? (?:\w+ ){0,4}?i (?:\w+ "
    r"){0,3}?(?:bygning\w*|plejehjem\w*|skole\w*|lokaler\w*|rammer\w*|ejendom\w*|villa\w*|børnehave\w*)|"
    r"\bsættes i stand|\bsat i stand|"
    r"\bi (?:den |det |de |en |et |kommunens )?(?:eksisterende|tidligere|ledig\w*|tomme?|"
    r"nedlagte?) (?:\w+ ){0,2}?(?:rammer|bygning\w*|plejehjem\w*|"
    r"skole\w*|lokaler|ejendom\w*|plejecent\w*|børnehave\w*|institution\w*|rådhus\w*)|\bomdann\w*|\bkonverter\w*"
)
_PAST_BEHIND = re.compile(
    r"(?:\w+ ){0,3}?(?:\w+ )?(?:i|fra|for|siden|senest i|helt tilbage i) (?:år )?(?:19[0-9]{2}|20[01][0-9]|202[0-4]|"
    r"\w+ år siden)"
)
_PAST_AHEAD = re.compile(r"\b(?:blev|er (?:ny)?lig\w*|er allerede|er senest|er sidst|senest|sidst|er tidligere|har) \Z")
_OF_OTHER = re.compile(
    r"\w* af (?:\w+ ){0,3}?(?:køkken\w*|tag|taget|vej\w*|kloak\w*|gade\w*|hal|hallen|rådhus\w*|p-plads\w*|"
    r"ventilation\w*|facade\w*|fællesareal\w*|"
    r"idræts\w*|skolen|børnehaven|svømme\w*|administration\w*|badeværelse\w*|varmeanlæg\w*)"
)
_OTHER_OBJECT = re.compile(
    r"\b(?:vej|rundkørsel|skole|daginstitution|hal|plejehjem|supermarked|cykelsti|almene|familieboliger|"
    r"ungdomsboliger|erhverv)\b"
)
_UNDECIDED = re.compile(r"\beller\b|\bog/eller\b|(?<=\w)/(?=\w)|\benten\b|\bom (?:der|vi|det|projekt\w*|pladserne)\b")
_DECIDED = re.compile(r"\bbåde\b|\bdels\b|\bhhv\b|\bhenholdsvis\b")


def read(said: Said) -> Found:
    """Returns whether the words say that places are new, or that existing ones are renovated."""
    new = [found for found in _NEW.finditer(said.words) if _is_now(said.words, found)]
    renovated = [found for found in _RENOVATED.finditer(said.words) if _is_now(said.words, found)]
    hits = [*new, *renovated]
    if not hits:
        is_about = _NEW.search(said.words) is not None or _RENOVATED.search(said.words) is not None
        return Found(is_about=is_about, why=Reason.OTHER_SENSE) if is_about else NOTHING
    first, last = min(found.start() for found in hits), max(found.end() for found in hits)
    if (
        new
        and renovated
        and _UNDECIDED.search(said.words[max(first - 30, 0) : last])
        and not _DECIDED.search(said.words)
    ):
        return Found(is_about=True, why=Reason.OPEN)
    return Found(IT, tuple(found.start() for found in hits), is_about=True)


def _is_now(words: str, found: re.Match[str]) -> bool:
    behind = words[found.end() : found.end() + 60]
    return not (
        _PAST_BEHIND.match(behind.lstrip())
        or _PAST_AHEAD.search(words[max(found.start() - 20, 0) : found.start()])
        or _OF_OTHER.match(behind)
    )
