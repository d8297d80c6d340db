"""A text with all that is read of it and all that it is compared with."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.facts.municipalities import Named
from botilbud_desktop.domain.facts.reading import Facts
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.names import ProjectNames
from botilbud_desktop.rules.contradictions.scenes import Sentence

_PARTNER = re.compile(r"(?:\b(?:med|og|samt|mellem|både|eller|sammen|af|for|fx|f\.eks\.)|[,/(&]) ?\Z")
_TODAY = re.compile(
    r"(?<!\w)(?:i dag|i forvejen|nuværende|hidtil|hidtidige"
    r"|(?<!det )(?<!den )(?<!en )(?<!et )(?<!kommunens )(?<!byens )tidligere(?! (?:rammer|plejehjem|skole|kro|"
    r"dagcenter|lærer|post))|(?:det|den|en|et|kommunens|byens) tidligere (?=[0-9]|[a-zæøå]*(?:plads|bolig|botilbud))"
    r"|eksisterende(?= [0-9a-zæøå]* ?[a-zæøå]*(?:plads|bolig))|har nu|har haft|har allerede|sidste år|i fjor|"
    r"dengang|totale antal|fik|modtog|optog|blev|købte?|driver|råder over|råder i|råder kommunen|"
    r"køber(?! (?:det|den|en|et|grund\w*|ejendom\w*|bygning\w*) )|venteliste|har kommunen|kommunen? har(?= [0-9])|"
    r"findes der|forsøgte|oprettede|etablerede|"
    r"stod der|åbnede|byggede|opførte|udvidede|skrev|ansøgte|den gamle|foreslog|var|havde)(?!\w)|(?<!\w)p\.?t\."
)
"""What follows is of today or of earlier, unless something is then made: `den blev købt i 2022 og indrettes til …`."""
_OTHERWISE = re.compile(
    r"(?<!\w)(?:pilotprojekt\w*|forsøg|overvejer|"
    r"scenarie|alternativ(?:t|et)?|valgt fra|afslag|senere runde|oprindelig\w*|skitse\w*|første udkast|"
    r"forventede tidligere"
    r"|mangler?|manko|efterspørg\w*|behov(?:et)? (?:er|for|på)|underskud\w*|brug for|savner|lige nu|"
    r"for tiden|aktuelt|"
    r"i øjeblikket|har altid|handleplan\w*|forudser|udbygningsplan\w*|på længere sigt|frem mod|"
    r"uden (?:lån|lånet|låneadgang|tilsagn|puljen)|landets|på landsplan|nabo(?!kommun)\w*|"
    r"rammeaftale\w*|kkr (?:anbefal|peg|vurder|forud|foresl)\w*|ønskede|"
    r"ville (?:gerne |helst )?(?:have|kunne|koste)|kunne (?:have|der)|tænkte|private? (?:tilbud|udbyder)\w*|"
    r"hos private|opsagt|hvis|såfremt|anbefaler?|anbefalede|anbefalet|afvist\w*|frafaldet|opgivet|nedlagt i)(?!\w)"
)
_IS_MADE = re.compile(
    r"(?<!\w)(?:vil lave|laves|indrettes|indretter|ombygges|ombygger|bygges|bygger|omdannes|omdanner|etableres|"
    r"etablerer|opføres|"
    r"opfører|istandsættes|istandsætte|indrette|ombygge|omdanne|etablere|opføre|oprettes|opretter|"
    r"der kommer|der bliver|nu til)(?!\w)"
)
_TODAY_BEHIND = re.compile(
    r"\A,? (?:ved siden af|over for|overfor|i nabo\w+)(?!\w)|"
    r"\A[^,;.()]{0,60}?(?<!\w)(?:i dag|i forvejen|nu(?=[ ,.])|hidtil|allerede(?= i dag)|sidste år|"
    r"(?<!i den )(?<!i det )(?<!i en )(?<!i et )(?<!på den )(?<!kommunens )(?<!byens )tidligere|"
    r"tidligere(?= [a-zæøå]*(?:botilbud|bosted|plads))|"
    r"på venteliste|besat|belagt|beboet|"
    r"hos private|uden for kommunen|udenbys(?! borgere)|blev|som nabo|frem mod|berøres ikke|berøres heller ikke|"
    r"urørt|uændre(?:t|de)|"
    r"fortsætter|bevares|bestående|er ikke (?:med|omfattet|en del)|regnes med|hører ikke|indgår ikke|"
    r"som rammeaftalen|lukke[rt]?|nedlægges|"
    r"i den (?:gamle|eksisterende|nuværende) (?!skole|kro|børnehave|station|præstegård|fabrik)\w+|kommer ikke)(?!\w)"
    r"|\A (?!i (?:en|et|den|det|kommunens) )[^,;.()]{0,40}, (?:som|der) "
    r"[^,;.()]{0,30}?(?<!\w)(?:blev|fik|i dag|findes|allerede|"
    r"rammeaftalen|kkr|regionen|efterlys\w*)(?!\w)"
)
_TURNED_INTO = re.compile(
    r"(?<!\w)(?:indrette[rs]?|ombygge[rs]?|omdanne[rs]?|istandsætte[rs]?|bygges? om|laves? om)(?!\w)"
    r"(?: (?!til )[\w-]{1,40}){0,8} til (?:i alt |nye )?\Z"
)
"""What an old house is made into, whatever was in it: `den gamle lægebolig indrettes til`."""
_ASIDE = re.compile(
    r", (?:der|som) [^,;.:]{0,80}, (?=(?:med|får|bliver|skal|udvides|ombygges|indrettes|omdannes|istandsættes|giver) "
    r"(?:om til |til |med )?(?:i alt |yderligere )?\Z)"
)
"""What is said of today in between: `udvider kapaciteten, der i dag er på 33 pladser, med`."""
_YEAR = re.compile(r"(?<!\w)(?:i|fra|siden|for|frem til) (?:år )?((?:19|20)[0-9]{2})(?![0-9]|-(?:pris|niveau|pl))")
_ADDED_TO = re.compile(r"(?<!\w)(?:ud ?over|oven ?i|foruden|i tillæg til|lægges til|i forhold til)(?!\w)")
_IN_YEAR = re.compile(r"(?<!\w)i (?:år )?(20[0-9]{2})(?![0-9])")
_VERB = re.compile(r"(?<!\w)(?:er|bliver|udgør|koster|betaler|har|kan|vil|skal|får|var|blev|ligger)(?!\w)")
_PROJECT = re.compile(r"(?<!\w)(?P<name>[A-ZÆØÅ][\wæøåÆØÅ]+)-projektet")
_HOUSE = re.compile(
    r"(?<!\w)(?:[Bb]otilbuddet|[Bb]ostedet|[Tt]ilbuddet|[Cc]entret|[Pp]lejehjemmet|[Pp]lejecentret) "
    r"(?P<name>[A-ZÆØÅ][\wæøåÆØÅ-]+)"
)
_STRANGER = re.compile(
    r"(?<!\w)(?:[Pp]å|[Ii]|[Hh]os|[Ff]ra|[Mm]ed|[Vv]ed|også|og|besøgt|kender|dækker|naboen i) "
    r"(?P<name>[A-ZÆØÅ][a-zæøå]{2,}(?: [A-ZÆØÅ][\wæøå-]{1,}){0,3})(?=,? (?:hvor|som|der)\b| \(|: |"
    r" er | var | bor | sælger | har | med )"
)
"""A place or house of which something is told: `på Solhjem, der har`."""
_HOUSE_FIRST = re.compile(
    r"\A[\W]*(?P<name>[A-ZÆØÅ][a-zæøå]{2,}(?:hjem|hus|huset|gård|gården|høj|lund|bakken|parken|vang|"
    r"vænget|toft|toften|glimt|kollegiet))"
    r"(?=,| har | sælger | rummer | er | bruger | får )"
)
_PUBLIC_HOUSE = re.compile(
    r"(?<!\w)(?P<name>[A-ZÆØÅ][a-zæøå]+) (?:Pleje(?:center|hjem)|Ældrecenter|Skole|Børnehus|Kollegium|Hospital)(?!\w)"
)
_NOT = re.compile(r"(?<!\w)(?:ikke (?!kun|alene|mindst|bare|blot|mindre)|ingen (?!af de )|hverken )[^,;]{0,60}\Z")
_ANOTHER_CLAUSE = re.compile(r", (?:mens|imens|hvorimod|medens|hvor) ")
_WHERE = (" på ", " i ", " til ", " for ", " ved ", " (", " på botilbuddet ", " i botilbuddet ")
_REACH = 140
_LONGEST = 400


class Context(NamedTuple):
    """What a checker looks at."""

    text: str
    facts: Facts
    sentences: tuple[Sentence, ...]
    each: tuple[Known, ...]
    """What is known of each project."""
    all: Known
    """What is known of all together."""
    own: int | None
    """The project whose text it is; None for the overall description."""
    names: ProjectNames
    other_starts: frozenset[int]
    """Where it names other municipalities than the applicant."""
    named: frozenset[int]
    """The starts of the sentences that do."""
    subjects: Mapping[int, int]
    """Where a sentence begins to speak of another municipality, and not as a partner, by the sentence's start."""
    counted: Mapping[int, int]
    """How many numbers of places a sentence has, by its start."""
    sizes: frozenset[int]
    """All numbers of places."""
    wholes: frozenset[int]
    """Where the numbers stand that others are a part of: the 18 of `4 af de 18`."""
    starts: tuple[int, ...]
    """Those of the sentences."""
    round: Round
    applicant: str
    """The name of the municipality that applies; "" where it is not known."""

    def scope(self, sentence: Sentence) -> Known:
        """Returns what a sentence may be about."""
        if sentence.is_of_all:
            return self.all
        if sentence.project is not None:
            return self.each[sentence.project]
        return self.all if self.own is None else self.each[self.own]

    def scope_at(self, sentence: Sentence, at: int) -> Known:
        """Returns what a sentence may be about up to a place: a project named only in a later clause is not it."""
        if not sentence.is_named or len(self.each) == 1 or self.own is not None:
            return self.scope(sentence)
        behind = self.facts.masked[at : sentence.end]
        if _ANOTHER_CLAUSE.search(behind) and not self.names.named_in(self.facts.masked[sentence.start : at]):
            return self.all
        return self.scope(sentence)

    def scopes(self, sentence: Sentence, starts: Sequence[int]) -> list[Known]:
        """Returns what each figure of a sentence may be about, by where they stand.

        Where a sentence names several projects, each ahead of its own figures, a figure is of the one named last;
        where each stands behind its figures, of the next: `18 pladser på Elmely og fem på Askely`.
        """
        if sentence.is_of_all or sentence.project is not None or len(self.each) == 1 or not starts:
            return [self.scope(sentence)] * len(starts)
        turns = self.names.turns_in(self.facts.masked[sentence.start : sentence.end])
        places = [sentence.start + at for at, _project in turns]
        firsts = [bisect_right(places, start) for start in starts]
        if len(turns) > 1 and sorted(set(firsts)) == list(range(1, len(turns) + 1)):
            return [self.each[turns[first - 1][1]] for first in firsts]
        if len(turns) > 1 and firsts == list(range(len(turns))) and all(map(self._is_where, places)):
            return [self.each[turns[first][1]] for first in firsts]
        return [self.scope(sentence)] * len(starts)

    def _is_where(self, at: int) -> bool:
        """Whether a name tells where something is that stands ahead of it: `på Elmely`."""
        return self.facts.masked.endswith(_WHERE, 0, at)

    def sentence_at(self, at: int) -> Sentence:
        """Returns the sentence that a place is in."""
        return self.sentences[max(0, bisect_right(self.starts, at) - 1)]

    def before(self, sentence: Sentence, at: int) -> str:
        """Returns the sentence up to a place, folded, laws masked; of a very long one, what is nearest."""
        return self.facts.masked[max(sentence.start, at - _LONGEST) : at]

    def behind(self, sentence: Sentence, at: int) -> str:
        """Returns the sentence from a place on, folded, laws masked; of a very long one, what is nearest."""
        return self.facts.masked[at : min(sentence.end, at + _LONGEST)]

    def words(self, start: int, end: int) -> str:
        """Returns words as they were typed."""
        return self.text[start:end]

    def is_elsewhere(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a figure is of today, of earlier, of others, denied, asked about or given up."""
        if sentence.is_deleted or self.facts.text[sentence.end - 1] == "?":
            return True
        before = self.before(sentence, start)[-_REACH:]
        if self.is_of_past_year(sentence, start, end):
            return True
        if _OTHERWISE.search(before) or _NOT.search(before) or _TODAY.search(_since_made(before)):
            return True
        if _TODAY_BEHIND.search(_without_what_it_adds_to(self.behind(sentence, end)[:80])):
            return True
        return self.is_of_another(sentence, start) or self.is_of_another_house(sentence, start)

    def is_of_another_house(self, sentence: Sentence, at: int) -> bool:
        """Whether a sentence speaks of a place whose name no project has: `Botilbuddet Fjordhuset har 9 pladser`."""
        before = self.text[max(sentence.start, at - _LONGEST) : at]
        found = (
            *_PROJECT.finditer(before),
            *_HOUSE.finditer(before),
            *_HOUSE_FIRST.finditer(before),
            *_STRANGER.finditer(before),
            *_PUBLIC_HOUSE.finditer(before),
        )
        return any(not self.names.knows(one["name"]) and not self.is_applicant(one["name"]) for one in found)

    def is_applicant(self, name: str) -> bool:
        """Whether a name is that of the municipality that applies."""
        return self.applicant != "" and name.startswith(self.applicant)

    def is_of_past_year(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a year before the round's opening, or long after it, stands ahead of a figure or right behind it."""
        before = _since_made(self.before(sentence, start)[-_REACH:])
        behind = re.split(r"[,;.()]", self.behind(sentence, end)[:80])[0]
        words = f"{before} | {behind}"
        if any(int(year) < self.round.window.opens.year for year in _YEAR.findall(words)):
            return True
        return any(int(year) > self.round.years[-1] + 1 for year in _IN_YEAR.findall(words))

    def is_of_another(self, sentence: Sentence, at: int) -> bool:
        """Whether another municipality is what the sentence up to a place speaks of, and no partner."""
        subject = self.subjects.get(sentence.start)
        return subject is not None and subject < at


def context_of(
    text: str,
    facts: Facts,
    sentences: tuple[Sentence, ...],
    others: Sequence[Named],
    each: tuple[Known, ...],
    together: Known,
    own: int | None,
    names: ProjectNames,
    round_: Round,
    applicant: str,
) -> Context:
    """Returns a text with what is read of it; `others` are the municipalities named that do not apply."""
    starts = tuple(one.start for one in sentences)
    subjects: dict[int, int] = {}
    named = set()
    for one in others:
        start = starts[max(0, bisect_right(starts, one.start) - 1)]
        named.add(start)
        if start not in subjects and not _PARTNER.search(facts.text[max(start, one.start - 12) : one.start]):
            subjects[start] = one.start
    subjects.update(_of_labels(text, starts, others))
    counted = Counter(starts[max(0, bisect_right(starts, count.number_start) - 1)] for count in facts.counts)
    return Context(
        text=text,
        facts=facts,
        sentences=sentences,
        each=each,
        all=together,
        own=own,
        names=names,
        other_starts=frozenset(one.start for one in others),
        named=frozenset(named),
        subjects=subjects,
        counted=counted,
        sizes=frozenset(int(count.size.lowest) for count in facts.counts),
        wholes=frozenset(
            facts.masked.rfind(" ", one.start, one.end) + 1 for one in facts.shares if one.whole is not None
        ),
        starts=starts,
        round=round_,
        applicant=applicant,
    )


def _of_labels(text: str, starts: Sequence[int], others: Sequence[Named]) -> Iterator[tuple[int, int]]:
    """Yields the sentences of a line that a municipality's name and a colon begin: `Skive: Ti pladser. Lån på …`."""
    for one in others:
        begins_line = not text[text.rfind("\n", 0, one.start) + 1 : one.start].strip(" \t-–•*")
        if not begins_line or not text.startswith(":", one.end):
            continue
        end = text.find("\n", one.end)
        last = bisect_right(starts, end if end >= 0 else len(text))
        first = max(0, bisect_right(starts, one.start) - 1)
        yield from ((start, start - 1) for start in starts[first:last])


def is_item(own: str, reach: int) -> bool:
    """Whether the words ahead of a figure are only a label: then the line above says what the figure is of."""
    return len(own) < reach and not _VERB.search(own)


def _since_made(before: str) -> str:
    """Returns the words ahead of a figure since the last one that tells of something being made."""
    if _TURNED_INTO.search(before):
        return ""
    before = _ASIDE.sub(" ", before)
    return before[max((found.end() for found in _IS_MADE.finditer(before)), default=0) :]


def _without_what_it_adds_to(behind: str) -> str:
    """Returns the words behind a figure up to those that tell what it is added to: `ti pladser ud over de 34 i dag`."""
    return _ADDED_TO.split(behind)[0]


def clause_before(before: str) -> str:
    """Returns the words ahead of a figure since the last comma, colon, bracket or dash."""
    return re.split(r"[,;:()]|\s-\s", before)[-1]


def clause_behind(behind: str) -> str:
    """Returns the words behind a figure up to the next comma, colon, bracket or dash."""
    return re.split(r"[,;:()]|\s-\s", behind)[0]
