"""Whether a number of places is of the whole project, of a part, or of something else."""

import re

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.counts import Count
from botilbud_desktop.domain.facts.size import Hedge
from botilbud_desktop.rules.contradictions.context import Context, clause_before, is_item
from botilbud_desktop.rules.contradictions.counted.cues import CUE, OF_THE, PART, PROJECT_HAS
from botilbud_desktop.rules.contradictions.counted.plain import is_plain
from botilbud_desktop.rules.contradictions.counted.rests import Rests
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence

_STRONG = re.compile(
    r"(?<!\w)(?:(?:udvid\w*|øge[rst]?|forøg\w*|kapacitet\w*|vokse[rt]?)(?: \w+){0,6} med|(?:omfatter|rummer|"
    r"består af|indeholder|får|giver|på|udgør|er)"
    r"(?: [\wæøå]+){0,3}|i alt|samlet|sammenlagt|tilsammen|hele) (?:i alt |samlet |på )?\Z"
)
_HAS = re.compile(r"(?<!\w)har (?:i alt |nu |samlet |de )?\Z")
"""What somewhere has is there today."""
_DEFINITE = re.compile(r"(?<!\w)(?:de|disse|alle|samtlige|vores|projektets) \Z")
_ALL = re.compile(
    r"(?<!\w)(?:i alt|ialt|samlet|sammenlagt|tilsammen|dvs\.|svarende til):? (?:på |er |af |med |op på |"
    r"bliver det til |giver )*\Z|(?<!\w)(?:i alt|samlet)\Z"
)
_PART_BEHIND = re.compile(
    r"\A[^.;]{0,40}?(?<!\w)(?:aflastning\w*|til andre|for andre|andre kommuner|til rådighed|øremærke\w*|"
    r"reserver\w*|forbehold\w*|"
    r"udslusning\w*|akut\w*|pr\. \w+|i hver\w*|i hvert|hver især|etage|fløj|ad gangen|sælges|udbydes|"
    r"selv (?:beholder|bruger|benytter|skal)|egne borgere)(?!\w)"
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
_WIDENS_WITH = re.compile(r"(?<!\w)(?:udvid|øge|forøge)\w* [^,;.]{0,60}kapacitet\w* [^,;.]{0,40}?med \Z")
_PROJECT_GREW = re.compile(r"(?<!\w)projektet (?:er )?(?:nu |siden )?(?:vokset|udvidet|ændret|justeret) til \Z")
_SOME = re.compile(r"(?<!\w)(?:første|sidste|næste|øvrige|resterende)(?!\w)")
_BRACKETED = re.compile(r"(?P<noun>[a-zæøå-]+) \((?:i alt |samlet |p\.t\. |ca\. )?\Z")
"""A noun right ahead of the bracket says what its number is of: `rehabiliteringscentret (18 pladser)`."""
_THE_PROJECT = re.compile(
    r"(?:begge |de to |alle )?(?:projekt|udvidelse|byggeri|nybyggeri|kapacitet|etablering|botilbud|bosted|tilbud|"
    r"plads|ansøgning)\w*"
)
_IS_EXTENDED = re.compile(r"(?<!\w)udvid\w* [^(]{0,60}\(\Z")
_EXTENDED_WITH = re.compile(r"\A[^)]{0,30}\) med ")
"""`vi udvider Elmely (20 pladser) med en ny fløj`: the number is that of before."""
OTHER_NOUN = re.compile(
    r"parkering|\bp-plads|arbejdsplads|legeplads|læreplads|elevplads|praktikplads|dagtilbud|daginstitution|"
    r"vuggestue|børnehave|skoleplads|aktivitetsplads|"
    r"beskæftigelse|værksted|cykel|siddeplads|plejehjem|plejebolig|ældrebolig|ungdomsbolig|familiebolig|"
    r"byggeplads|gæsteværelse|hotel|campingplads|"
    r"standplads|(?:^| )(?:holdet|teamet|personalegruppen|flokken)(?= )|studieplads|uddannelsesplads|"
    r"lærerbolig|holdeplads|spiseplads|ejerbolig|lejebolig|andelsbolig|"
    r"herberg|sengeplads|udslusning|kontor|dagplads|sengeplads på|boligenhed\w* i|rekreation"
)
_LABEL = re.compile(
    r"(?:plads[^\W\d]*|kapacitet[^\W\d]*)[^.;0-9]{0,30}[:=|\t] ?\Z|(?<!\w)(?:antallet af (?:nye )?[a-zæøå]*pladser|"
    r"pladstallet|"
    r"pladsantallet|kapacitetsudvidelsen) (?:er|bliver|udgør) (?:på )?(?:i alt )?\Z"
)
_PARTS = re.compile(r" (?:på|i|til) (?:hver|én|en|den|det|de)(?!\w)")
"""What tells of a part behind a label: `18 pladser: fem på hver af de tre etager`."""
_LONGEST_LABEL = 60
_FEWEST = 2
"""One place is no whole project."""
_ITEMS_START = 40
"""How far from the start of an item its number stands, when the line above says what of."""
MOST_TIMES = 3
"""A number that is so many times the table's is of something else: nobody mistypes it so."""
_NEW = re.compile(r"(?<!\w)(?:nye|ekstra|flere|nyetablerede|nybyggede|nyopførte)(?!\w)")
_REST_FOLLOWS = re.compile(r"[^.;]{0,50}(?<!\w)resten (?:følger|kommer|tages|åbner|bliver)(?!\w)")
_NEXT_CLAUSE = re.compile(r",? (?:hvoraf|heraf|deraf|og(?= [0-9a-zæøå]+ (?:af|stilles|går|er)(?!\w))) ")
_HOMES = re.compile(r"plads|bolig|lejlighed|værelse|enhed")
_MADE_INTO = re.compile(
    r"(?<!\w)(?:indrett\w*|ombygg\w*|omdann\w*|bygge[rst]?|lave[rst]?|istandsæt\w*|opdele?s?|slå[rs]*|lægge[rs]*|"
    r"renover\w*|gøre[rs]*)(?!\w)[^.;:]{0,90} til (?:i alt |de )?\Z"
    r"|(?<!\w)opføres som \Z|(?<!\w)der er (?:dermed |således |altså )?tale om (?:i alt )?\Z"
)
"""What a building is made into: `det nedlagte plejecenter omdannes til syv pladser`."""
_BEGINS = re.compile(
    r"\W*(?:(?:ad )?[0-9a-z]{1,2}[.):] ?)?"
    r"(?:(?P<label>[a-zæøå][^\W\d_ ]{1,25}(?: [^\W\d_]{2,25}){0,3})(?: ?[:|]| -| er| bliver| får) ?)?"
)
"""What stands ahead of the number that a sentence or row begins with: `1) Elmely: 18 pladser`."""
_GOES_ON = re.compile(
    r"\A(?:\Z|[.;:]|,? \(?¤|,? efter |,? (?:til|for) (?:\w+ ){0,2}?(?:unge|voksne|borgere|mennesker|personer|ældre|"
    r"mødre|mænd|kvinder)(?!\w)|,? i (?:et|en|den|det) )"
)
"""How a row goes on that tells what is made: `Fem pladser til voksne med autisme`."""
_OTHERS_USE = re.compile(
    r"\A[^.;]{0,40}?(?<!\w)(?:tilbydes|bruges af|benyttes af|købes|kan købes|solgt|solgte|går til|får (?:andre|"
    r"nabo\w*|[a-zæøå]+ kommune)|udlejes|"
    r"kan (?:bruges|benyttes) af|skal (?:bruges|benyttes) af)(?!\w)"
)
_COMPARED = re.compile(
    r"(?<!\w)(?:til sammenligning|takst\w*|samme|grunden (?:kan|giver)|sidstnævnte|førstnævnte|inspiration\w*|"
    r"del(?:er|es|t)|samarbejd\w*|"
    r"erfaring\w* (?:fra|med)|"
    r"lokalplan\w* giver|"
    r"(?:boligforening|boligselskab|boligorganisation|region)\w* (?:opfører|bygger|har|ejer|vil bygge|vil opføre)|"
    r"i stedet for|frem for|"
    r"fremfor|mod|end|baseline|"
    r"udgangspunkt\w*|andre projekter|andre steder|"
    r"lignende|tilsvarende|hele området|(?<!ikke )findes|[a-zæøå]*planens?(?: [a-zæøå]+){0,5}? rummer|planen for|"
    r"råder|råde)(?!\w)[^,;.()]{0,40}\Z"
)
"""What follows is compared with the project, or more than it."""
_IN_WORDS_OF_A_SHARE = re.compile(
    r"(?:del|halvdelen|pct\.|procent|%|kvart)(?: af pladserne)?,? ?\(?-? ?"
    r"(?:dvs\.|svarende til|det vil sige|altså|i alt|nemlig) \Z"
)
"""A share told in places: `en tredjedel, dvs. fem pladser`."""
_UNITS = re.compile(r"enhed|hus")
_OF_UNITS = re.compile(r" (?:med|à|á|a|af) (?:hver )?[0-9a-zæøå]+ ")
_STANDS_AT = re.compile(r" (?:på|i|ved|fra) (?P<name>[A-ZÆØÅ][\wæøå]+)")
"""Where places are that are spoken of as known: `de fem pladser på Møllevej`."""
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:køb\w*|solgt\w*|salg|i dag|nuværende|eksisterende|baggrund\w*|historik|behov\w*|venteliste\w*|"
    r"andre kommuner\w*|nedlagt\w*|nedlægges|lukk\w*|private?|markedet)(?!\w)"
)
"""A heading over what is not the project."""
_SUM_HEADING = re.compile(r"(?:\A|\W)(?:i alt|samlet|tilsammen|total|sum):?\Z")
_CAPACITY_IS = re.compile(
    r"(?<!\w)(?:samlede )?kapacitet(?!sudvid)\w*(?: i (?:år )?[0-9]{4})? (?:er|udgør) (?:i alt |på )?\Z"
)
"""A capacity is more than what is new."""
_THERE_BEHIND = re.compile(
    r"\A,? (?:som|der|vi|kommunen|man) (?![^,;.()]{0,40}(?:ikke|aldrig|først))[^,;.()]{0,40}?"
    r"(?<!\w)(?:allerede|findes|mangler|efterspørger|har|i dag|bor|driver|eksisterer|ligger|købte?)(?!\w)"
)
_TOGETHER = re.compile(r"(?<!\w)(?:tilsammen|sammenlagt|samlet)(?!\w)")
_OF_ALL_THERE = re.compile(
    r"(?<!\w)af (?:kommunens|regionens|landets|områdets|vores) (?:i alt )?[0-9]+(?!\w)[^.;:]{0,40}\Z"
)
"""What follows is a part of what is there: `af kommunens 96 pladser er 37 nye`."""
_OURS = re.compile(r"(?<!\w)(?:på|i|af|til) vores \Z")
_OWNER = re.compile(r"(?<!\w)(?P<name>[A-ZÆØÅ][a-zæøå]{2,})s (?:[a-zæøå]+ )?\Z")
_KINDS = re.compile(r" (?:slags|typer|grupper|former|sæt|par) ")
_BOUGHT = re.compile(
    r"(?<!\w)(?:dyreste|billigste|ældste|største|mindste|bedste|købte?|ledige|nuværende|eksisterende|gamle|private|"
    r"tomme|"
    r"tidligere|bestående)(?!\w)"
)
_IN_ORDER = re.compile(
    r"(?<!\w)(?:hhv\.|henholdsvis) (?:[0-9a-zæøå]+(?: [a-zæøå]+)?(?: og|,) ){0,4}\Z"
    r"|(?<!\w)(?:et|ét|en|én) med [0-9a-zæøå]+(?: \w+)? og (?:et|ét|en|én) med \Z"
)
"""Of which house each is: `to huse med hhv. 4 og 5 pladser`."""
_ONE_IS_NOT = re.compile(
    r"\A[^.;]{0,20}, (?:hvor|hvoraf|heraf) (?:den ene|det ene|én|en|et|[0-9a-zæøå]+)(?!\w)[^.;]{0,60}"
    r"(?:ikke (?:er )?(?:med|omfattet|en del|indgår)|uden for (?:projektet|ansøgningen|puljen|lånet))"
)
"""Some are beside the project: `11 boliger i alt, hvor den ene ikke er med i projektet`."""
_FOLLOWS = re.compile(r"(?<!\w)(?:følger|kommer|åbner|opstår|tilkommer)(?: (?:så|der|nu|de|endnu|også))* \Z")
"""What is told of a project that the sentence names: `året efter følger 16 pladser på Elmely`."""
_GROWN = re.compile(r"(?<!\w)fra (?:i alt |de )?[0-9a-zæøå]+ (?:[a-zæøå]+ )?til (?:i alt )?\Z")


def is_meant(context: Context, sentence: Sentence, count: Count, known: Known, rests: Rests) -> bool | None:
    """Whether a number is surely of the whole project; None where it is of something else."""
    before, behind = context.before(sentence, count.start), context.behind(sentence, count.end)
    phrase = context.facts.masked[count.start : count.end]
    is_made_into = _MADE_INTO.search(before) is not None
    if OTHER_NOUN.search(phrase if is_made_into else f"{clause_before(before)[-40:]} {phrase}"):
        return None
    if _REACHES.search(before) and not (before.endswith(("om til ", "svarer til ")) or _PROJECT_GREW.search(before)):
        return None
    if _is_of_the_noun_ahead(context, before, behind):
        return None
    is_of_the = OF_THE.search(before) is not None
    if context.is_elsewhere(sentence, count.start, count.end) or _BOUGHT.search(phrase) or _GROWN.search(before):
        return None
    if _is_of_stranger(context, sentence, count) or _OF_ALL_THERE.search(before) or _OURS.search(before):
        return None
    if _CAPACITY_IS.search(before) or _ONE_IS_NOT.match(behind):
        return None
    if len(known.projects) == 1 and _IN_ORDER.search(before):
        return None
    if ("aflastning" in phrase and not context.names.has_word("aflastning")) or (
        "almen" in phrase and LegalBasis.ABL_105 not in known.bases
    ):
        return None
    if _SOME.search(phrase) or _KINDS.search(phrase) or _COMPARED.search(before) or _THERE_BEHIND.match(behind):
        return None
    if _HAS.search(before) and not PROJECT_HAS.search(before):
        return None
    if _UNITS.search(phrase) and _OF_UNITS.match(behind):
        return None
    size = int(count.size.lowest)
    is_new = _NEW.search(phrase) is not None
    is_of_all = context.own is None and not sentence.is_named and size in context.all.wholes
    is_far = size > MOST_TIMES * known.total and not is_new and not before.endswith(" med ")
    if is_of_all or is_far:
        return None
    is_sure = is_new or is_of_the or is_made_into or any(one.search(before) for one in (PROJECT_HAS, _WIDENS_WITH))
    if not is_sure and rests.are_in(size, known, is_together=_TOGETHER.search(before) is not None):
        return None
    if is_of_the:
        return True
    if _IN_WORDS_OF_A_SHARE.search(before) or (len(known.projects) == size and _UNITS.search(phrase)):
        return None
    is_part = PART.search(before) is not None and not is_made_into
    is_all = _ALL.search(before) is not None
    if size > known.total or count.size.hedge is Hedge.AT_LEAST:
        is_labelled = is_item(before, _ITEMS_START) and CUE.search(sentence.heading) is not None
        if is_sure or is_all or is_labelled or before.endswith("+") or CUE.search(before):
            return True
        return False if _is_told(context, sentence, count, known) or is_plain(context, sentence, count, known) else None
    own = _NEXT_CLAUSE.split(behind)[0][:60]
    if is_part or _PART_BEHIND.search(own) or _OTHERS_USE.search(own) or size < _FEWEST:
        return True if is_all and not is_part else None
    if PROJECT_HAS.search(before):
        return False
    if is_all or (_STRONG.search(before) and CUE.search(before)):
        return is_all
    if (size * MOST_TIMES < known.total and not is_sure) or _REST_FOLLOWS.match(behind):
        return None  # so few are some of them
    is_made = is_sure or CUE.search(clause_before(before)) is not None
    is_said = is_made or _is_told(context, sentence, count, known) or is_plain(context, sentence, count, known)
    return False if is_said else None


def _is_of_stranger(context: Context, sentence: Sentence, count: Count) -> bool:
    """Whether a name right ahead of a number, inside a sentence, owns it and is none of the projects'."""
    first = max(sentence.start + 1, count.start - _LONGEST_LABEL)
    found = _OWNER.search(context.text[first : count.start])
    return found is not None and not context.names.knows(found["name"]) and not context.is_applicant(found["name"])


def _is_of_named(context: Context, sentence: Sentence, before: str) -> bool:
    """Whether a number is that of the project its sentence names: `Elmelys 18 pladser`, `så følger 5 på Elmely`."""
    if sentence.is_named and _FOLLOWS.search(before) and not PART.search(before):
        return True
    words = before.split()
    is_owner = bool(words) and words[-1].endswith("s") and not words[-1].endswith("ss")
    return is_owner and context.names.has_telling(words[-1].removesuffix("s"))


def _is_told(context: Context, sentence: Sentence, count: Count, known: Known) -> bool:
    """Whether a number is told as the project's without a verb: by its law, as a row, or as what is known of it."""
    before, behind = context.before(sentence, count.start), context.behind(sentence, count.end)
    is_in_brackets = before.endswith(" (") and context.names.has_telling(before[:-2].split()[-1])
    if is_in_brackets or _CREATED_BEHIND.match(behind) or _is_of_named(context, sentence, before):
        return True
    if _DEFINITE.search(before):
        place = _STANDS_AT.match(context.text[count.end : count.end + _LONGEST_LABEL])
        return place is None or context.names.knows(place["name"])
    if (_is_row(before) and _PARTS.match(behind) is None) or (count.noun and set(count.bases) & known.bases):
        return True
    if _HOMES.search(count.noun) is None:
        return False
    if not before.strip() and _SUM_HEADING.search(sentence.heading[-_ITEMS_START:]):
        return True
    if sentence.is_named and before.endswith((": ", " - ")) and len(before) < _LONGEST_LABEL:
        return True
    begins = None if _OF_OTHERS.search(sentence.heading[-_LONGEST_LABEL:]) else _BEGINS.fullmatch(before)
    is_labelled = begins is not None and begins["label"] is not None and _is_name(context, sentence, begins["label"])
    return begins is not None and (is_labelled or not begins["label"]) and _GOES_ON.match(behind) is not None


def _is_name(context: Context, sentence: Sentence, label: str) -> bool:
    """Whether a label is a project's name, or a word for a project."""
    return sentence.is_named or context.names.is_named_in(label) or _THE_PROJECT.match(label) is not None


def _is_of_the_noun_ahead(context: Context, before: str, behind: str) -> bool:
    """Whether a number in brackets is of what stands ahead of them, and that is not the project."""
    if _IS_EXTENDED.search(before) and _EXTENDED_WITH.match(behind):
        return True
    found = _BRACKETED.search(before)
    if found is None or context.names.has_word(found["noun"]):
        return False
    return _THE_PROJECT.fullmatch(found["noun"]) is None


def _is_row(before: str) -> bool:
    """Whether a number stands behind a label: `Nye pladser: 19`."""
    return len(before) < _LONGEST_LABEL and _LABEL.search(before) is not None
