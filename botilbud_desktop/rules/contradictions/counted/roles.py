"""Whether a number of places is of the whole project, of a part, or of something else."""

import re

from botilbud_desktop.domain.facts.counts import Count
from botilbud_desktop.domain.facts.size import Hedge
from botilbud_desktop.rules.contradictions.context import Context, clause_before, is_item
from botilbud_desktop.rules.contradictions.counted.cues import CUE, OF_THE, PART, PROJECT_HAS
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence

_STRONG = re.compile(
    r"(?<!\w)(?:(?:udvid\w*|øge[rst]?|forøg\w*|kapacitet\w*|vokse[rt]?)(?: \w+){0,6} med|(?:omfatter|rummer|"
    r"består af|indeholder|får|giver|på|udgør|er)"
    r"(?: [\wæøå]+){0,3}|i alt|samlet|sammenlagt|tilsammen|hele) (?:i alt |samlet |på )?\Z"
)
_HAS = re.compile(r"(?<!\w)har (?:i alt |nu |samlet )?\Z")
"""What somewhere has is there today."""
_DEFINITE = re.compile(r"(?<!\w)(?:de|disse|alle|samtlige|vores|projektets) \Z")
_ALL = re.compile(
    r"(?<!\w)(?:i alt|ialt|samlet|sammenlagt|tilsammen|dvs\.|svarende til):? (?:på |er |af |med |op på |"
    r"bliver det til |giver )*\Z|(?<!\w)(?:i alt|samlet)\Z"
)
_PART_BEHIND = re.compile(
    r"\A[^.;]{0,40}?(?<!\w)(?:aflastning\w*|til andre|for andre|andre kommuner|til rådighed|øremærke\w*|"
    r"reserver\w*|forbehold\w*|"
    r"udslusning\w*|akut\w*|pr\. \w+|i hver\w*|i hvert|hver især|etage|fløj|ad gangen|sælges|udbydes)(?!\w)"
)
_CREATED_BEHIND = re.compile(
    r"\A,? (?:får (?:et nyt hjem|nye boliger))|\A,? (?:der |som )?(?:skal |vil |kan |bliver |blive |"
    r"forventes |ventes |er |alle )*(?:etabler|opret|opfør|"
    r"bygge|bygges|kommer til|kommer|indret|"
    r"skabt|skabes|nye|nyetabler|det til|taget? i brug|tages i brug|ibrugtag|står klar|rejses|mere)"
)
_REACHES = re.compile(
    r"(?<!\w)(?:hæve\w*|øge\w*|vokse\w*|stige\w*|forøge\w*|udvide\w*|kapacitet\w*)(?!\w).{0,80} til "
    r"(?:i alt |samlet |ca\. )?\Z"
)
"""What follows is how many there are then: `kapaciteten øges med 37 pct. til 37 pladser`."""
_SOME = re.compile(r"(?<!\w)(?:første|sidste|næste|øvrige|resterende)(?!\w)")
_BRACKETED = re.compile(r"(?P<noun>[a-zæøå-]+) \(\Z")
"""A noun right ahead of the bracket says what its number is of: `rehabiliteringscentret (18 pladser)`."""
_THE_PROJECT = re.compile(
    r"(?:projekt|udvidelse|byggeri|nybyggeri|kapacitet|etablering|botilbud|bosted|tilbud|plads|ansøgning)\w*"
)
_IS_EXTENDED = re.compile(r"(?<!\w)udvid\w* [^(]{0,60}\(\Z")
_EXTENDED_WITH = re.compile(r"\A[^)]{0,30}\) med ")
"""`vi udvider Elmely (20 pladser) med en ny fløj`: the number is that of before."""
_OTHER_NOUN = re.compile(
    r"parkering|\bp-plads|arbejdsplads|legeplads|læreplads|elevplads|praktikplads|dagtilbud|daginstitution|"
    r"vuggestue|børnehave|skoleplads|aktivitetsplads|"
    r"beskæftigelse|værksted|cykel|siddeplads|plejehjem|plejebolig|ældrebolig|ungdomsbolig|familiebolig|"
    r"byggeplads|gæsteværelse|hotel|campingplads|"
    r"standplads|(?:^| )(?:holdet|teamet|personalegruppen|flokken)(?= )|studieplads|uddannelsesplads|"
    r"lærerbolig|holdeplads|spiseplads|ejerbolig|lejebolig|andelsbolig|"
    r"dagplads|sengeplads på|boligenhed\w* i|rekreation"
)
_ITEMS_START = 40
"""How far from the start of an item its number stands, when the line above says what of."""
MOST_TIMES = 3
"""A number that is so many times the table's is of something else: nobody mistypes it so."""
_BOUGHT = re.compile(r"(?<!\w)(?:købte?|ledige|nuværende|eksisterende|gamle|private|tomme|tidligere)(?!\w)")
_GROWN = re.compile(r"(?<!\w)fra (?:i alt |de )?[0-9a-zæøå]+ (?:[a-zæøå]+ )?til (?:i alt )?\Z")


def is_meant(context: Context, sentence: Sentence, count: Count, known: Known) -> bool | None:
    """Whether a number is surely of the whole project; None where it is of something else."""
    before, behind = context.before(sentence, count.start), context.behind(sentence, count.end)
    if _OTHER_NOUN.search(f"{clause_before(before)[-40:]} {context.facts.masked[count.start : count.end]}"):
        return None
    if _REACHES.search(before) and not before.endswith(("om til ", "svarer til ")):
        return None
    if _is_of_the_noun_ahead(context, before, behind):
        return None
    is_of_the = OF_THE.search(before) is not None
    phrase = context.facts.masked[count.start : count.end]
    if context.is_elsewhere(sentence, count.start, count.end) or _BOUGHT.search(phrase) or _GROWN.search(before):
        return None
    if _SOME.search(phrase):
        return None
    if _HAS.search(before) and not PROJECT_HAS.search(before):
        return None
    size = int(count.size.lowest)
    is_new = re.search(r"(?<!\w)(?:nye|ekstra|flere)(?!\w)", phrase) is not None
    is_of_all = context.own is None and not sentence.is_named and size in context.all.wholes
    is_far = size > MOST_TIMES * known.total and not is_new and not before.endswith(" med ")
    if is_of_all or is_far or _is_whole_house(context, size, known):
        return None
    is_more = size > known.total or count.size.hedge is Hedge.AT_LEAST
    is_created = _CREATED_BEHIND.match(behind) is not None
    is_all = _ALL.search(before) is not None
    if is_of_the:
        return True
    if is_more:
        has_cue = (
            CUE.search(before)
            or is_new
            or is_created
            or is_all
            or _DEFINITE.search(before)
            or _is_row(sentence, before)
            or before.endswith("+")
        )
        is_labelled = is_item(before, _ITEMS_START) and CUE.search(sentence.heading)
        return True if has_cue or is_labelled else None
    if PART.search(before) or _PART_BEHIND.search(behind[:60]):
        return True if is_all and not PART.search(before) else None
    if PROJECT_HAS.search(before):
        return False
    if is_all or (_STRONG.search(before) and CUE.search(before)):
        return is_all
    if is_new or is_created or CUE.search(clause_before(before)):
        return False
    return None


def _is_of_the_noun_ahead(context: Context, before: str, behind: str) -> bool:
    """Whether a number in brackets is of what stands ahead of them, and that is not the project."""
    if _IS_EXTENDED.search(before) and _EXTENDED_WITH.match(behind):
        return True
    found = _BRACKETED.search(before)
    if found is None or context.names.has_word(found["noun"]):
        return False
    return _THE_PROJECT.fullmatch(found["noun"]) is None


def _is_whole_house(context: Context, size: int, known: Known) -> bool:
    """Whether a number is that of the new places and of others that the text numbers: `14 i dag, 32 fremover`."""
    rest = size - known.total
    if rest > known.total / 2 and any(number.whole == rest for number in context.facts.numbers):
        return True
    return size > known.total and any(size - whole in context.sizes for whole in (known.total, context.all.total))


def _is_row(sentence: Sentence, before: str) -> bool:
    """Whether a number stands behind a label: `Nye pladser: 19`."""
    return re.search(r"(?:plads\w*|kapacitet\w*)[^.;]{0,30}[:|\t] ?\Z", before) is not None and len(before) < 60
