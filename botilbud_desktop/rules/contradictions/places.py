"""Numbers of new places that the table has not: `udvides med 19 pladser`, `de 13 pladser, som kommer til`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from botilbud_desktop.domain.facts.counts import Count
from botilbud_desktop.domain.facts.numerals import NUMERALS
from botilbud_desktop.domain.facts.size import Hedge
from botilbud_desktop.rules.contradictions.context import Context, clause_before, is_item
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import places_said, share_said

_MOST_OF_A_HOUSE = 20
CREATING = (
    r"udvid\w*|øger?|øges|øgning\w*|forøg\w*|udbyg\w*|etabler\w*|nyetabler\w*|opret\w*|opfør\w*|nyopfør\w*|"
    r"bygger?|bygges|byg|bygget|"
    r"nybyg\w*|indret\w*|skaber?|skabes|rejser?|rejses|tilfør\w*|giver|omfatter|omfatte|rummer?|består|"
    r"indeholder|bliver|"
    r"blive|resulter\w*|ombyg\w*|tilvækst|anlægge\w*|åbner?|åbnes|tilbyde\w*|tilbyder|huse|leverer?|får|få|"
    r"inddrag\w*|udgør|"
    r"ansøger?|ansøges|søger?|søges|nyt (?:botilbud|bosted|bofællesskab)|kommer til at bo|(?:hus|"
    r"huset er tegnet|er tegnet) til|projektet|projekterne|"
    r"botilbuddet|tilbuddet|kapacitet\w*|nye"
)
_CUE = re.compile(rf"(?<!\w)(?:{CREATING})(?!\w)")
_STRONG = re.compile(
    r"(?<!\w)(?:(?:udvid\w*|øge[rst]?|forøg\w*|kapacitet\w*|vokse[rt]?)(?: \w+){0,6} med|(?:omfatter|rummer|"
    r"består af|indeholder|får|giver|på|udgør|er)"
    r"(?: [\wæøå]+){0,3}|i alt|samlet|sammenlagt|tilsammen|hele) (?:i alt |samlet |på )?\Z"
)
_PROJECT_HAS = re.compile(
    r"(?<!\w)(?:projektet|udvidelsen|byggeriet|nybyggeriet|ombygningen|ansøgningen|anlægsprojektet)"
    r" (?:[\wæøå]+ ){0,2}?(?:tilfører|omfatter|rummer|indeholder|etablerer|opfører|skaber|giver|består af|udgør|"
    r"vedrører|er på|resulterer i)"
    r"(?: (?:i alt|samlet|dermed|således|kommunen|alene|netop)){0,2} \Z"
)
"""The project as the subject, its verb and then the number: `projektet tilfører 12 pladser`."""
_HAS = re.compile(r"(?<!\w)har (?:i alt |nu |samlet )?\Z")
"""What somewhere has is there today."""
_DEFINITE = re.compile(r"(?<!\w)(?:de|disse|alle|samtlige|vores|projektets) \Z")
_OF_THE = re.compile(r"(?<!\w)(?:ud )?af (?:de|vores|projektets|i alt|tilbuddets|botilbuddets|disse|samtlige) \Z")
_ALL = re.compile(
    r"(?<!\w)(?:i alt|ialt|samlet|sammenlagt|tilsammen|dvs\.|svarende til):? (?:på |er |af |med |op på |"
    r"bliver det til |giver )*\Z|(?<!\w)(?:i alt|samlet)\Z"
)
_PART = re.compile(
    r"(?<!\w)(?:heraf|deraf|hvoraf|herunder|de første|de sidste|de næste|de resterende|de øvrige|de andre|"
    r"yderligere|først|resten|dertil|hertil|"
    r"desuden|derudover|inklusiv\w*|inkl\.|ekskl\.|plus|foruden|ud over|efterfølgende|bygning \w+|etage|fløj\w*|"
    r"afdeling|afsnit|etape\w*|fase|hus (?:\w|[0-9])|"
    r"hver|hvert|hver af|hver sine|pr\.|det ene|det andet|den ene|den anden|det nordlige|det sydlige|"
    r"det første|(?:nogle|"
    r"enkelte) af)(?!\w)[^.;]{0,60}\Z"
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
_WORDS = "|".join(word for word, number in NUMERALS.items() if number > 1)
_NUMERAL = rf"(?:[0-9]{{1,2}}|{'|'.join(word for word, number in NUMERALS.items() if 1 < number <= _MOST_OF_A_HOUSE)})"
_FROM_TO = re.compile(
    rf"(?<!\w)(?:fra |kommunens )(?P<from>[0-9]{{1,4}}|{_WORDS}) (?:(?!til )[\w¤-]+ ){{0,4}}(?:til|"
    rf"og ender på) (?:i alt )?"
    rf"(?P<to>[0-9]{{1,4}}|{_WORDS})(?!\w|[.,][0-9]|[ -]*(?:pct|%|mio|kr|år))"
)
_ARROW = re.compile(r"(?<![0-9.,])(?P<from>[0-9]{1,4}) ?(?:→|->|=>) ?(?P<to>[0-9]{1,4})(?![0-9.,])")
_CAPACITY = re.compile(r"kapacitet|pladser|pladsantal|tilbudsvifte|antal(?:let)? af [a-zæøå ]*(?:plads|bolig)")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SOME = re.compile(r"(?<!\w)(?:første|sidste|næste|øvrige|resterende)(?!\w)")
_BRACKETED = re.compile(r"(?P<noun>[a-zæøå-]+) \(\Z")
"""A noun right ahead of the bracket says what its number is of: `rehabiliteringscentret (18 pladser)`."""
_THE_PROJECT = re.compile(
    r"(?:projekt|udvidelse|byggeri|nybyggeri|kapacitet|etablering|botilbud|bosted|tilbud|plads|ansøgning)\w*"
)
_IS_EXTENDED = re.compile(r"(?<!\w)udvid\w* [^(]{0,60}\(\Z")
_EXTENDED_WITH = re.compile(r"\A[^)]{0,30}\) med ")
"""`vi udvider Elmely (20 pladser) med en ny fløj`: the number is that of before."""
_GROWS = re.compile(r"(?<!\w)(?:stig\w*|hæve\w*|vokse\w*|gå[r]?|kommer op|løfte\w*|vækst|i dag til|ender på)(?!\w)")
_OTHER_NOUN = re.compile(
    r"parkering|\bp-plads|arbejdsplads|legeplads|læreplads|elevplads|praktikplads|dagtilbud|daginstitution|"
    r"vuggestue|børnehave|skoleplads|aktivitetsplads|"
    r"beskæftigelse|værksted|cykel|siddeplads|plejehjem|plejebolig|ældrebolig|ungdomsbolig|familiebolig|"
    r"byggeplads|gæsteværelse|hotel|campingplads|"
    r"standplads|(?:^| )(?:holdet|teamet|personalegruppen|flokken)(?= )|studieplads|uddannelsesplads|"
    r"lærerbolig|holdeplads|spiseplads|ejerbolig|lejebolig|andelsbolig|"
    r"dagplads|sengeplads på|boligenhed\w* i|rekreation"
)
_PARTS_BEHIND = re.compile(r"\A(?:,| -|:| \()? ?(?:heraf|hvoraf|deraf|herunder|fordelt|nemlig|[0-9]+ )")
"""The laws behind it are those of the parts."""
_BESIDE = 5
_ITEMS_START = 40
"""How far from the start of an item its number stands, when the line above says what of."""
_NAME = 30
_MOST_TIMES = 3
"""A number that is so many times the table's is of something else: nobody mistypes it so."""


def place_contradictions(context: Context) -> Iterator[Found]:
    """Yields numbers of places that are said to be the project's, and are not."""
    yield from _for_others(context)
    suspects: list[tuple[Sentence, int, Known, bool]] = []
    told = [one for one in _counts(context) if not _is_for_others(context, *one)]
    for position, (sentence, count) in enumerate(told):
        known = context.scope(sentence)
        if not known.places or _agrees(count, known):
            continue
        if (is_whole := _is_meant(context, sentence, count, known)) is not None:
            suspects.append((sentence, position, known, is_whole))
    first: dict[object, int] = {}
    for position, (_, count) in enumerate(told):
        first.setdefault(count.size.lowest, position)
    for sentence, position, known, is_whole in suspects:
        count = told[position][1]
        is_said_of_it = _PROJECT_HAS.search(context.before(sentence, count.start)) is not None
        is_again = first[count.size.lowest] < position and not is_said_of_it
        if not is_whole and (is_again or _adds_up(sentence, position, told, known)):
            continue
        if count.bases and set(count.bases) & known.bases:
            yield places_said(context, known, count.start, count.end, count.size.lowest, count.bases)
        else:
            yield places_said(context, known, count.start, count.end, count.size.lowest)
    yield from _by_law(context)
    yield from _differences(context)
    yield from _products(context)
    yield from _wholes(context)


def _counts(context: Context) -> Iterator[tuple[Sentence, Count]]:
    for count in context.facts.counts:
        sentence = context.sentence_at(count.number_start)
        ahead = context.facts.masked[max(0, count.number_start - _NAME) : count.number_start].split()
        if not count.noun and ahead and context.names.has_word(ahead[-1]):
            continue  # `Grejsdalen 2 (§ 107)`
        is_of_parts = _PARTS_BEHIND.match(context.behind(sentence, count.end)) is not None
        yield sentence, count._replace(bases=()) if is_of_parts else count


def _by_law(context: Context) -> Iterator[Found]:
    """Yields `6 efter § 107 og 3 efter § 108` where the table has them the other way round."""
    told = list(_counts(context))
    for (sentence, first), (other, second) in pairwise(told):
        known = context.scope(sentence)
        is_pair = sentence is other and len(first.bases) == len(second.bases) == 1 and first.bases != second.bases
        if not is_pair or {*first.bases, *second.bases} != known.bases or len(known.groups) != len(known.bases):
            continue
        sizes = (int(first.size.lowest), int(second.size.lowest))
        is_elsewhere = context.is_elsewhere(sentence, first.start, second.end)
        if sum(sizes) == known.total and sizes[0] not in known.places_of(first.bases) and not is_elsewhere:
            yield places_said(context, known, first.start, second.end, sizes[0], first.bases)


_FOR_OTHERS = re.compile(
    r"(?<!\w)(?:(?:andre|øvrige|fremmede) (?:[\wæøå]+ )?kommuner\w*|nabokommune\w*|omegnskommune\w*|naboer\w*|"
    r"udefra|udenbys|til andre|for andre|"
    r"(?:en|vores) (?:anden|nabo)\w* kommune|til rådighed|råderet\w*|øremærke\w*|reserver\w*|forbehold\w*|"
    r"udbydes|sælges)(?!\w)"
)
_WISHED = re.compile(
    r"(?<!\w)(?:interesse\w*|behov\w*|efterspørg\w*|ønske\w*|brug for|spurgt|"
    r"venteliste|bedt om)(?!\w)"
)
_BOUGHT = re.compile(r"(?<!\w)(?:købte?|ledige|nuværende|eksisterende|gamle|private|tomme|tidligere)(?!\w)")
_GROWN = re.compile(r"(?<!\w)fra (?:i alt |de )?[0-9a-zæøå]+ (?:[a-zæøå]+ )?til (?:i alt )?\Z")
_CLAUSE_END = re.compile(r"[,;.()]| og | mens ")


def _is_for_others(context: Context, sentence: Sentence, count: Count) -> bool:
    """Whether a number is of the places for other municipalities."""
    behind = _CLAUSE_END.split(context.behind(sentence, count.end)[:80])[0]
    before = context.before(sentence, count.start)[-80:]
    is_whole = count.number_start in context.wholes or _OF_THE.search(before) is not None  # `4 af de 18 pladser`
    return not is_whole and any(_FOR_OTHERS.search(words) for words in (behind, before))


def _for_others(context: Context) -> Iterator[Found]:
    """Yields numbers of places for other municipalities that are not the table's share."""
    for sentence, count in _counts(context):
        known = context.scope(sentence)
        if not known.for_others or not _is_for_others(context, sentence, count):
            continue
        names_another = sentence.start in context.named
        before = context.before(sentence, count.start)
        if _WISHED.search(before):
            continue
        has_more = context.counted[sentence.start] > 1
        if names_another or has_more or _PART.search(before) or context.is_elsewhere(sentence, count.start, count.end):
            continue
        if not any(count.size.may_be(number) for number in known.for_others):
            yield share_said(context, known, count.start, count.end)


def _agrees(count: Count, known: Known) -> bool:
    """Whether a number is true of the project, or of what its law says it is of."""
    allowed = known.places
    if count.bases and set(count.bases) & known.bases and not count.size.hedge.value.startswith("at_"):
        of_law = known.places_of(count.bases)
        if len(known.bases) > 1 and of_law and not set(count.bases) >= known.bases:
            allowed = of_law
    return any(count.size.may_be(number) for number in allowed)


def _is_meant(context: Context, sentence: Sentence, count: Count, known: Known) -> bool | None:
    """Whether a number is surely of the whole project; None where it is of something else."""
    before, behind = context.before(sentence, count.start), context.behind(sentence, count.end)
    if _OTHER_NOUN.search(f"{clause_before(before)[-40:]} {context.facts.masked[count.start : count.end]}"):
        return None
    if _REACHES.search(before) and not before.endswith(("om til ", "svarer til ")):
        return None
    if _is_of_the_noun_ahead(context, before, behind):
        return None
    is_of_the = _OF_THE.search(before) is not None
    phrase = context.facts.masked[count.start : count.end]
    if context.is_elsewhere(sentence, count.start, count.end) or _BOUGHT.search(phrase) or _GROWN.search(before):
        return None
    if _SOME.search(phrase):
        return None
    if _HAS.search(before) and not _PROJECT_HAS.search(before):
        return None
    size = int(count.size.lowest)
    is_new = re.search(r"(?<!\w)(?:nye|ekstra|flere)(?!\w)", phrase) is not None
    is_of_all = context.own is None and not sentence.is_named and size in context.all.wholes
    is_far = size > _MOST_TIMES * known.total and not is_new and not before.endswith(" med ")
    if is_of_all or is_far or _is_whole_house(context, size, known):
        return None
    is_more = size > known.total or count.size.hedge is Hedge.AT_LEAST
    is_created = _CREATED_BEHIND.match(behind) is not None
    is_all = _ALL.search(before) is not None
    if is_of_the:
        return True
    if is_more:
        has_cue = (
            _CUE.search(before)
            or is_new
            or is_created
            or is_all
            or _DEFINITE.search(before)
            or _is_row(sentence, before)
            or before.endswith("+")
        )
        is_labelled = is_item(before, _ITEMS_START) and _CUE.search(sentence.heading)
        return True if has_cue or is_labelled else None
    if _PART.search(before) or _PART_BEHIND.search(behind[:60]):
        return True if is_all and not _PART.search(before) else None
    if _PROJECT_HAS.search(before):
        return False
    if is_all or (_STRONG.search(before) and _CUE.search(before)):
        return is_all
    if is_new or is_created or _CUE.search(clause_before(before)):
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


def _adds_up(sentence: Sentence, position: int, told: Sequence[tuple[Sentence, Count]], known: Known) -> bool:
    """Whether a number is one of several that make the whole: those of its sentence, or of the items beside it."""
    beside = told[max(0, position - _BESIDE) : position + _BESIDE + 1]
    numbers = [int(other.size.lowest) for one, other in beside if one is sentence]
    if len(numbers) > 1 and sum(numbers) in known.places:
        return True
    at = min(position, _BESIDE)
    sizes = [int(other.size.lowest) for _, other in beside]
    runs = (sizes[start:end] for start in range(at + 1) for end in range(at + 1, len(sizes) + 1) if end - start > 1)
    return any(sum(run) in known.places for run in runs)


_PRODUCT = re.compile(
    rf"(?<!\w)(?P<times>{_NUMERAL}) (?:længer|huse|længehuse|rækkehuse|klynger|enheder|afdelinger|"
    rf"fløje|etager|bygninger)"
    rf"(?: [àáa] |,? (?:med|af|på) (?P<ahead>hver )?)(?P<each>{_NUMERAL}) (?:\w+ )?"
    r"(?:pladser|boliger|lejligheder|værelser)(?P<behind> i hver\w*| hver\w*| pr\. \w+)?(?!\w)"
)


def _products(context: Context) -> Iterator[Found]:
    """Yields `to længer à otte boliger` where that is more than all of the table."""
    for found in _PRODUCT.finditer(context.facts.masked):
        sentence = context.sentence_at(found.start())
        known = context.scope(sentence)
        number = _number(found["times"]) * _number(found["each"])
        is_product = found["ahead"] or found["behind"] or re.search(r" [àáa] ", found[0])
        is_more = known.total < number <= _MOST_TIMES * known.total and number not in context.all.wholes
        if known.places and is_product and is_more and not context.is_elsewhere(sentence, *found.span()):
            yield places_said(context, known, found.start(), found.end(), number)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else NUMERALS[written]


def _differences(context: Context) -> Iterator[Found]:
    """Yields `fra 47 til 62` where the difference is no number of new places."""
    for pattern in (_FROM_TO, _ARROW):
        for found in pattern.finditer(context.facts.masked):
            sentence = context.sentence_at(found.start())
            known = context.scope(sentence)
            own = f"{context.before(sentence, found.start())} {found[0]} {context.behind(sentence, found.end())}"
            difference = _number(found["to"]) - _number(found["from"])
            has_cue = _CUE.search(own) is not None or _GROWS.search(own) is not None
            is_meant = _CAPACITY.search(own) and has_cue and not context.is_of_another(sentence, found.start())
            if _YEAR.search(found[0]):
                continue  # `fra 9 i 2019 til 26 i 2023` tells what was
            if (
                known.places
                and is_meant
                and difference > 0
                and difference not in known.places | context.all.places
                and not sentence.is_deleted
            ):
                yield places_said(context, known, found.start(), found.end(), difference)


def _wholes(context: Context) -> Iterator[Found]:
    """Yields `5 af de 13` where the table has no 13: the number has no noun of its own."""
    counted = {count.number_start for count in context.facts.counts}
    for share in context.facts.shares:
        if share.whole is None:
            continue
        sentence = context.sentence_at(share.start)
        known = context.scope(sentence)
        words = context.facts.masked[share.start : share.end]
        number_start = share.end - len(words.rsplit(" ", 1)[-1])
        behind = context.behind(sentence, share.end)
        if number_start in counted or (
            re.match(r"[ -]?(?:[a-zæøå]{2,})", behind)
            and not re.match(
                r" (?:er|bliver|stilles|til|skal|kan|går|udbydes|får|som|der|og|i|sælges|forbeholdes|reserveres|"
                r"af)\b",
                behind,
            )
        ):
            continue
        if (
            known.places
            and share.whole not in known.places
            and re.search(r"af (?:de|vores|i alt|projektets) ", words)
            and not context.is_elsewhere(sentence, share.start, share.end)
        ):
            yield places_said(context, known, share.start, share.end, share.whole)
