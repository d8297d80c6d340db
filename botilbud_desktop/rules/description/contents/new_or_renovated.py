"""Whether places are newly made or existing ones renovated."""

import re

from botilbud_desktop.rules.description.contents.evidence import IT, Reason
from botilbud_desktop.rules.description.contents.matching import NOTHING, Found, Said
from botilbud_desktop.rules.description.contents.vocabulary import (
    OTHER_BUILDING_AHEAD,
    OTHER_BUILDING_BEHIND,
    PLACES,
    is_of_homes,
    is_of_other_homes,
    is_of_other_object,
)

_NEW = re.compile(
    r"\bnyetabl\w*|\bnybyg\w*|\bnyopfør\w*|\bnyopret\w*|\bnyanl[æa]g\w*|\bnyskab\w*|"
    rf"\b(?:nye?|nyt|helt nye|nybyggede) (?:(?!eller|og|til|for|i|af|om|ved|på)[\w§/.,-]+ ){{0,4}}?(?:{PLACES}|"
    rf"botilbud\w*|"
    rf"\w*tilbud\b(?! om)|"
    r"\w*tilbuddet\b|bygning(?:er)?\b|byggeri\b|bosted\w*|bofællesskab\w*|afdeling\w*|hus\b|etage\b|fløje?\b|længer?\b|"
    r"døgnhus\w*)|"
    r"\bbygge[rs]? nyt\b(?! \w+(?:skole|hal|hus)\b)|\bopføre[rs]?\b|\bopførelse\w*|\bbygges\b|"
    r"\bbygger\b(?! (?:op|på|bro|videre))|\b(?:skal|vil|kan|"
    r"at) bygge\b(?! (?:op|oven|på|bro|videre))|\b(?:bliver|"
    r"blive) (?:\w+ ){0,2}(?:opført|"
    r"bygget)|\btilbyg\w*|\bfra (?:grunden|bunden)\b|\bbar mark|\bbarmark\w*|\brejses?\b(?= på| fra| et| en)|"
    r"\b(?:pladserne|pladser|boligerne|boliger|lejlighederne|de|alle|alt|huset|husene)(?: \w+)? (?:er|bliver) "
    r"(?:alle |alt )?(?:helt )?nyt?e?\b|\bnyt fra\b|"
    r"\bpå en (?:ubebygget|tom) grund|\bmen (?:alene |kun )?om (?:helt )?nye\b(?=\W*\Z| pladser| boliger)|"
    r"\b(?:pladser|boliger|lejligheder),? (?:som|der) ikke (?:findes|eksisterer) (?:i dag|i forvejen|nu|før)\b|"
    r"\bpladserne (?:findes ikke (?:i dag|i forvejen)|har (?:ikke|aldrig) eksisteret)\b|"
    r"\b100 (?:pct\.|%|procent) nye pladser|"
    r"\bpladser, (?:som|der) (?:alle )?er nye\b"
)
_RENOVATED = re.compile(
    r"\b(?:total|gennem|ny|hoved)?renover\w*|\breover\w*|\bistandsæt\w*|\bombyg\w*|\bmoderniser\w*|"
    r"\bnyindret\w*|\bindret(?:tes|ter|"
    r"ning\w*)? (?:\w+ ){0,4}?i (?:\w+ "
    r"){0,3}?(?:bygning\w*|plejehjem\w*|skole\w*|lokaler\w*|rammer\w*|ejendom\w*|villa\w*|børnehave\w*)|"
    r"\b(?:sætte[rs]?|sat) (?:[\w-]+ ){0,5}?i stand\b|"
    r"\bi (?:den |det |de |en |et |kommunens )?(?:eksisterende|tidligere|ledig\w*|tomme?|"
    r"nedlagte?) (?:\w+ ){0,2}?(?:rammer|[\w-]*bygning\w*|plejehjem\w*|"
    r"skole\w*|lokaler|ejendom\w*|plejecent\w*|børnehave\w*|institution\w*|rådhus\w*)|\bomdann\w*|\bkonverter\w*|"
    r"\b(?:bygge|lave)[rs]? (?:[\w-]+ ){0,3}?om til\b|"
    r"\bgør(?:es?)? (?:[\w-]+ )?(?:om )?til (?:[\w§/-]+ ){0,4}?"
    r"(?:[\w-]*boliger|[\w-]*pladser|lejligheder|botilbud|bosted)\b|"
    r"\bindrettes? til (?:[\w§/-]+ ){0,4}?(?:boliger|pladser|lejligheder|botilbud|bosted)\b"
)
_PAST_BEHIND = re.compile(
    r"(?:\w+ ){0,4}?(?:i|fra|for|siden|senest i|helt tilbage i) (?:år )?(?:(?P<year>(?:19|20)[0-9]{2})|\w+ år siden)"
)
_PAST_AHEAD = re.compile(
    r"\b(?:blev|er (?:ny)?lig\w*|er allerede|er senest|er sidst|senest|sidst|er tidligere|var|nyligt|"
    r"har(?: (?!planlagt|valgt|besluttet|at)\w+){0,2}) \Z"
)
_MERELY_NEW = re.compile(r"ny(?:e|t)?\b|helt nye|nybyggede")
_MADE = re.compile(
    r"\b(?:ny)?(?:etabler|opret|opfør|skab|bygge|byg|indret)\w*|\bindebære\w*|\bmedføre\w*|\btale om\b|\bopstå\w*|"
    r"\bbliver\b|\balle\b|\bkomme[rs]?\b"
)
"""One of these stands beside »nye pladser« where they are made: »udvides med 12 nye pladser« tells only how many."""
_IS_NEW = re.compile(r"\ber (?:et|en|alle|begge) (?:helt )?(?:nyt?|nye|nybygget)\b|\ber nye (?:huse|bygninger)\b")
"""A project that is a new house: »Havnehuset er et nyt botilbud«."""
_ONLY_NEW = re.compile(r"\W*(?:alle |kun |helt )?nye (?:pladser|boliger)\W*")
"""An answer of two words: »Nye pladser, ingen renovering.«"""
_WANTED = re.compile(r"\bbehov\w*|\bmangl\w*|\bbrug for\b|\bventelist\w*|\befterspør\w*")
_OF_ANYTHING = re.compile(r"bygge(?![rs]? nyt)|opføre|renover|ombyg|istandsæt|moderniser")
"""Words of building that may be of a road or a school: homes, or the project, must stand beside them."""
_FORMER = re.compile(r"\btidligere\b|\bnedlagt\w*|\bgamle\b|\btomm?e?\b|\bledig\w*|\bomdann\w*|\bombyg\w*")
_BESIDE_OTHERS = re.compile(r"\b(?:hvor der|omgivet af|ved siden af|nær|tæt på|over for) (?:\w+ ){0,2}\Z")
_INSTEAD_OF = re.compile(r"\b(?:undgås?|undgået|uden|frem for|i stedet for|(?<!andet )end) (?:en |et |at )?\Z")
"""What is not done, or only compared with."""
_OF_NEIGHBOURS = re.compile(r"\bnabo\w+(?:en|et|ens)\b")
_IN_GENERAL = re.compile(
    r"(?: af [\w-]+)? (?:er|bliver) (?:\w+ )?(?:dyr|besværlig|billig|hurtig|bedre|mulig|en mulighed)"
)
_TO_HOMES = re.compile(
    r"(?: om)?(?: af [^,;.()]{3,60}?)? til (?:[\w§/-]+ ){0,4}?(?:boliger|bolig|pladser|lejligheder|botilbud|bosted|"
    r"værelser)\b"
)
"""Whatever is rebuilt becomes homes: »ombygning af kontorer til boliger«."""
_PLACES = re.compile(PLACES)
_ROUTINE = re.compile(r"\b(?:løbende|hvert år|årligt|jævnligt|med jævne mellemrum)\b")
_WHENEVER = re.compile(r"\b(?:når|hver gang) (?:vi|der|man|kommunen) \Z")
"""What is done year by year or in general is no project."""
_JUST = re.compile(r"\b(?:blev|har netop|har lige) \Z")
_UNDECIDED = re.compile(
    r"\bvalget\b|\bvalg mellem\b|\beller\b|\bog/eller\b|(?<=[a-pr-zæøå])/(?=[a-zæøå])|\benten\b|\bkontra\b|\bversus\b|"
    r"\bom (?:der|vi|det|projekt\w*|pladserne)\b"
)
_POSSIBLE = re.compile(
    r"\bkan (?:\w+ ){0,3}?(?:opføres|bygges|etableres|indrettes|renoveres|ombygges|bygge|opføre|renovere|ske|være)\b"
)
"""What may be done is not said to be done."""
_EITHER = re.compile(r"\benten\b")
_ASKED_AHEAD = re.compile(r"[^:.]{0,60}?(?:\beller\b|/)[^:.]{0,40}:")
"""A label that names both: what stands behind it answers."""
_ASKED_ABOVE = re.compile(
    r"\b(?:nyetablering|nybyggeri|nybyg|nye?|nyt|gammelt|gamle)(?: eller |/)(?:renover|ombyg|eksist|ny|gam)|"
    r"\brenovering(?: eller |/)ny"
)
_NEW_ANSWER = re.compile(
    r"\W*(?:ad 6:? )?(?:(?:alt|det hele|det|de|pladserne) er )?(?:alle |helt )*nye?t?"
    r"(?:\W*\Z| (?:i|fra|hus|huse|byggeri|bygning\w*|pladser|boliger)\b(?! (?:eller|og)\b)[^,;?]*\Z)"
)
_DECIDED = re.compile(r"\bbåde\b|\bdels\b|\bhhv\b|\bhenholdsvis\b")


def read(said: Said) -> Found:
    """Returns whether the words say that places are new, or that existing ones are renovated."""
    if answer := _ASKED_AHEAD.match(said.words):
        said = said._replace(words=f"{' ' * answer.end()}{said.words[answer.end() :]}")
    if _ASKED_ABOVE.search(f"{said.heading} {said.before}") and _NEW_ANSWER.match(said.words):
        return Found(IT, (0,), is_about=True)
    new, renovated = list(_NEW.finditer(said.words)), list(_RENOVATED.finditer(said.words))
    if not new and not renovated:
        return NOTHING
    hits = [found for found in (*new, *renovated) if _is_now(said, found)]
    if hits and (_EITHER.search(said.words) or _POSSIBLE.search(said.words)):
        return Found(is_about=True, why=Reason.OPEN)
    if not hits:
        about = new[0] if new else renovated[0]
        is_of_number = _MERELY_NEW.match(about[0]) and not _WANTED.search(said.words)
        return Found(is_about=True, why=Reason.NO_VALUE if is_of_number else Reason.OTHER_SENSE)
    first, last = min(found.start() for found in hits), max(found.end() for found in hits)
    if (
        new
        and renovated
        and _UNDECIDED.search(said.words[max(first - 30, 0) : last + 30])
        and not _DECIDED.search(said.words)
    ):
        return Found(is_about=True, why=Reason.OPEN)
    return Found(IT, tuple(found.start() for found in hits), is_about=True)


def _is_now(said: Said, found: re.Match[str]) -> bool:
    words = said.words
    behind = words[found.end() : found.end() + 60]
    start = max(words.rfind(mark, 0, found.start()) for mark in ",;") + 1
    end = min(at for mark in ",;" if (at := words.find(mark, found.end())) >= 0 or (at := len(words)))
    clause = words[start:end]
    if is_of_other_object(clause) or (is_of_other_homes(clause) and not _FORMER.search(clause)):
        return False
    is_made = _MADE.search(clause) or (said.is_named and _IS_NEW.search(clause)) or _ONLY_NEW.fullmatch(words)
    if _MERELY_NEW.match(found[0]) and (not is_made or _WANTED.search(clause)):
        return False
    ahead = words[max(found.start() - 30, 0) : found.start()]
    if _TO_HOMES.match(behind):
        return not _JUST.search(ahead)
    if OTHER_BUILDING_BEHIND.match(behind):
        return False
    if _OF_ANYTHING.match(found[0]) and OTHER_BUILDING_AHEAD.search(ahead) and not _PLACES.search(clause):
        return False
    if _ROUTINE.search(clause) or _WHENEVER.search(ahead):
        return False
    if (
        _INSTEAD_OF.search(ahead)
        or _BESIDE_OTHERS.search(ahead)
        or _OF_NEIGHBOURS.search(clause)
        or _IN_GENERAL.match(behind)
    ):
        return False
    is_of_homes_here = said.is_named or is_of_homes(f"{said.heading} {said.previous} {words}")
    if _OF_ANYTHING.match(found[0]) and not is_of_homes_here:
        return False
    past = _PAST_BEHIND.match(behind.lstrip())
    if past and past["year"] and int(past["year"]) >= min(said.years, default=0):
        past = None
    return not (past or (found[0].endswith("t") and _PAST_AHEAD.search(ahead)) or _JUST.search(ahead))
