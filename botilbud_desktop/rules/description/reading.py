"""What a sentence tells of each content, by its clauses, the heading above and the sentence before it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from botilbud_desktop.domain.round_parts import ContentMeaning
from botilbud_desktop.rules.description.contents import (
    expansion,
    loan_by_year,
    new_or_renovated,
    pricing,
    share,
    taken_into_use,
)
from botilbud_desktop.rules.description.contents.evidence import Evidence, Reason, Strength
from botilbud_desktop.rules.description.contents.matching import Found, Said
from botilbud_desktop.rules.description.language.clauses import (
    Clause,
    Sentence,
    read_sentence,
    speaks_of_all_before,
    speaks_of_before,
    takes_back_the_sentence,
)
from botilbud_desktop.rules.description.language.denials import Doubt, denial_of, is_stale, is_weakened
from botilbud_desktop.rules.description.language.neighbours import acts
from botilbud_desktop.rules.description.language.parts import Kind, without_laws
from botilbud_desktop.rules.description.language.withdrawals import withdrawn_by

READERS: Mapping[ContentMeaning, Callable[[Said], Found]] = MappingProxyType(
    {
        ContentMeaning.EXPANSION: expansion.read,
        ContentMeaning.SHARE_FOR_OTHERS: share.read,
        ContentMeaning.PRICING: pricing.read,
        ContentMeaning.LOAN_BY_YEAR: loan_by_year.read,
        ContentMeaning.TAKEN_INTO_USE: taken_into_use.read,
        ContentMeaning.NEW_OR_RENOVATED: new_or_renovated.read,
    }
)
_REASONS = {
    Doubt.POSTPONED: Reason.POSTPONED,
    Doubt.DENIED: Reason.DENIED,
    Doubt.CONDITIONAL: Reason.CONDITIONAL,
    Doubt.GAP: Reason.GAP,
    Doubt.OPEN: Reason.OPEN,
    Doubt.ELSEWHERE: Reason.ELSEWHERE,
    Doubt.PAST: Reason.OTHER_SENSE,
    Doubt.OTHER_ACTOR: Reason.OTHER_SENSE,
}
_SUBJECTS = {
    ContentMeaning.EXPANSION: re.compile(
        r"\b(?:antal\w* (?:\w+ )?plads|tallet\b)|\bhvor mange (?:\w+ )?plads|\bmålgruppe\w*"
    ),
    ContentMeaning.SHARE_FOR_OTHERS: re.compile(
        r"\bandel\w*|kommuner\b.{0,60}plads|plads.{0,60}kommuner\b|"
        r"\bfor(?:delingen(?! mellem (?:§|paragraf|de to))|trinsret)"
    ),
    ContentMeaning.PRICING: re.compile(r"\btakst\w*|\w*pris\w*"),
    ContentMeaning.LOAN_BY_YEAR: re.compile(
        r"\blån\w*|\bbeløb\w*|\bfordeling\w* (?:på|mellem(?! (?:§|paragraf|de to))|af|over)"
    ),
    ContentMeaning.TAKEN_INTO_USE: re.compile(
        r"\bibrugtag\w*|\bi brug\b|\bindflyt\w*|\btidsplan\w*|\bflytte\w* (?:\w+ )?ind\b|\båbning\w*|\bdato\w*|"
        r"(?<!nuværende )(?<!dette )(?<!senere )(?<!givet )\btidspunkt\w*"
    ),
    ContentMeaning.NEW_OR_RENOVATED: re.compile(
        r"\bnyetabl\w*|\bnybyg\w*|\w*renover\w*|\bombyg\w*|\bom der (?:skal )?(?:bygges|renoveres)|\bnyt eller|"
        r"\b(?:byggeriets|bygge|etablerings)\s?form\w*"
    ),
}
"""What a clause must name to put off the whole content, and not only something beside it."""
_BARE_NAMES = {
    ContentMeaning.SHARE_FOR_OTHERS: re.compile(r"\bandelen\b(?! af\b)"),
    ContentMeaning.TAKEN_INTO_USE: re.compile(r"\b(?:indflytnings|åbnings)?datoen\b(?! for\b)"),
}
_GOES_ON = re.compile(
    r"\W*(?:vi (?:regner|forventer|satser|påregner|budgetterer|stiller|reserverer|sigter|tilbyder)|det (?:er|bliver|"
    r"drejer|sker|svarer|vil|forventes|"
    r"betyder|gør|giver|gælder)|dette|de (?:vil|er|bliver|forventes|tages|skal|kan|stilles)|den (?:vil|er|bliver|"
    r"forventes)|disse|der (?:er tale|regnes|forventes|"
    r"reserveres|bliver|søges|afsættes)|konkret|nærmere bestemt|heraf|deraf|hvoraf|i alt|mindst|minimum|andelen|"
    r"fordelingen|beløbet|lånet|her|helt præcist|"
    r"det hele|alt sammen|begge beløb|forventeligt|forventet|fordelt|således|og |med |20[0-9]{2}[: ]|på den måde|"
    r"dermed|derved|derfor|alternativet|alle\b|samtlige)"
)
_ASKS_INDIRECTLY = re.compile(
    r"\W*(?:(?:men|og) )?(?:om (?:det|der|vi|pladserne|projekt\w*|bygning\w*|andre|kommunen|[0-9]+|en|et|den|de)|"
    r"hvorvidt|hvornår|hvordan|"
    r"hvor (?:mange|stor|meget)|hvad der)\b[^?:]{0,300}, (?:er|fremgår|kommer|bliver|ved|kan|skal|vil|"
    r"afgøres|afklares|afhænger|må|vides|tages)\b"
)
"""A question within a sentence: »Om det bliver nybyggeri eller renovering, er ikke besluttet«."""
_HOWEVER = re.compile(
    r"\A\W*men\b|\b(?:dog|imidlertid)\b|\bny (?:dato|tidsplan)\b|\A\W*(?:det|dette|tallet) er (?:et |kun )|"
    r"\A\W*vi har ikke (?:lovet|aftalt|besluttet|bundet)\b"
)
"""What follows such a word may take back the sentence before."""
_ASKED_BESIDE = re.compile(r"\([^()]{0,60}\b(?:mindst|minimum|krav\w*|højst)\b[^()]{0,60}\)(?=[^:]{0,20}:)")
"""What a label asks for is no answer: »Andel til andre kommuner (mindst 25 pct.):«."""
_NONE = frozenset[ContentMeaning]()
_BY_THE_PROJECT_ONLY = (ContentMeaning.SHARE_FOR_OTHERS, ContentMeaning.PRICING)
"""Contents that texts like to tell of other houses too, as they are today."""
_NOT_BY_HEADING = (ContentMeaning.PRICING, ContentMeaning.NEW_OR_RENOVATED)
"""Contents that have no figures: their words in a heading tell only what is to come."""


class Told(NamedTuple):
    """What one sentence tells: the evidence by content, and which contents it takes back of the sentence before it."""

    evidence: Mapping[ContentMeaning, Evidence]
    takes_back_before: frozenset[ContentMeaning]
    sentence: Sentence
    is_pasted: bool = False
    """Whether it is the ministry's point and no more: what follows may answer it."""
    withdrawn: frozenset[int] = frozenset()
    """The numbers of the points whose answers above it withdraws, or `EVERYTHING`."""


class Context(NamedTuple):
    """What a sentence stands in."""

    heading: str
    before: str
    """The sentence before it."""
    previous: str
    """The same, where it stands in the same line."""
    earlier: str
    """The two sentences before it, where they stand in the same line."""
    question: str
    """The question that it may answer."""
    years: tuple[int, ...]
    is_considered: bool
    """Whether it belongs to one of several scenarios."""
    is_named: bool = False
    """Whether it has the name of a project."""
    is_of_another_house: bool = False
    """Whether it tells how things are at a house that is no project of the table."""


def told_by(words: str, kind: Kind, pasted: tuple[int, int] | None, context: Context) -> Told:
    """Returns what a sentence (small letters) tells; `pasted` is where it is the ministry's own words."""
    heading = context.heading
    words = _ASKED_BESIDE.sub(lambda found: " " * len(found[0]), without_laws(words))
    if pasted is not None:
        heading = f"{heading} {words[slice(*pasted)]}"
        rest = f"{words[: pasted[0]]}{' ' * (pasted[1] - pasted[0])}{words[pasted[1] :]}"
        if kind is Kind.HEADING or not re.search(r"\w", rest):
            asked = _all(words, context, Reason.PASTED)
            return Told(asked, _NONE, read_sentence(words), is_pasted=True)
        words = rest
    sentence = read_sentence(words)
    if kind is Kind.HEADING:
        return Told(_of_heading(sentence, context), _NONE, sentence)
    if kind is Kind.QUESTION:
        return Told(_all(words, context, Reason.QUESTION), _NONE, sentence)
    goes_on = _GOES_ON.match(words) is not None
    before = f"{context.question} {context.before}" if context.question else context.before if goes_on else ""
    above = denial_of(heading) if heading and pasted is None else None
    said = Said(
        sentence.live,
        heading,
        before,
        context.previous,
        context.years,
        context.earlier,
        pasted is not None,
        context.is_named,
    )
    found = dict[ContentMeaning, Evidence]()
    for meaning, read in READERS.items():
        evidence = _evidence(meaning, read, sentence, said)
        if evidence is None and _names_what_is_open(meaning, sentence):
            evidence = Evidence(Strength.TAKEN_BACK, reason=Reason.POSTPONED, spoils=True)
        if evidence is None:
            continue
        if above is not None and evidence.strength is Strength.PROOF and above.doubt is not Doubt.ELSEWHERE:
            evidence = evidence._replace(strength=Strength.TAKEN_BACK, reason=_REASONS[above.doubt])
        found[meaning] = _in_context(meaning, evidence, context, words)
    if is_stale(words):
        for meaning, subject in _SUBJECTS.items():
            if meaning is not ContentMeaning.PRICING and subject.search(words):
                found[meaning] = Evidence(Strength.TAKEN_BACK, reason=Reason.OPEN, spoils=True)
    return Told(MappingProxyType(found), _taken_back_before(words, sentence), sentence, withdrawn=withdrawn_by(words))


def _is_put_off(sentence: Sentence) -> bool:
    doubts = {clause.denial.doubt for clause in sentence.clauses if clause.denial and not clause.denial.is_of_detail}
    return bool(doubts & {Doubt.POSTPONED, Doubt.OPEN, Doubt.DENIED, Doubt.CONDITIONAL})


def _taken_back_before(words: str, sentence: Sentence) -> frozenset[ContentMeaning]:
    if _HOWEVER.search(words) and (is_weakened(words) or _is_put_off(sentence)):
        about = frozenset(meaning for meaning, subject in _SUBJECTS.items() if subject.search(words))
        if words.lstrip().startswith("tallet"):
            return frozenset(ContentMeaning)
        return about or frozenset(ContentMeaning)
    if not speaks_of_before(words) or not sentence.clauses:
        return _NONE
    first = sentence.clauses[0]
    if first.denial is None or first.denial.doubt not in (Doubt.POSTPONED, Doubt.OPEN) or first.denial.is_of_detail:
        return _NONE
    if speaks_of_all_before(words):
        return frozenset(ContentMeaning)
    clause = words[first.start : first.end]
    return frozenset(meaning for meaning, subject in _SUBJECTS.items() if subject.search(clause))


def _in_context(meaning: ContentMeaning, evidence: Evidence, context: Context, words: str) -> Evidence:
    if evidence.strength is not Strength.PROOF:
        return evidence
    if context.is_considered:
        return evidence._replace(strength=Strength.TAKEN_BACK, reason=Reason.OPEN)
    if meaning is not ContentMeaning.PRICING and is_weakened(words):
        return evidence._replace(strength=Strength.HINT, reason=Reason.OPEN)
    if context.is_of_another_house and meaning in _BY_THE_PROJECT_ONLY:
        return evidence._replace(strength=Strength.HINT, reason=Reason.OTHER_SENSE)
    if meaning is not ContentMeaning.SHARE_FOR_OTHERS and acts(words):
        return evidence._replace(strength=Strength.HINT, reason=Reason.OTHER_SENSE)
    return evidence


def _evidence(
    meaning: ContentMeaning, read: Callable[[Said], Found], sentence: Sentence, said: Said
) -> Evidence | None:
    """Returns what a sentence tells of a content; `said` holds the clauses that are not taken back."""
    live = read(said)
    gives, at = live.gives, live.at
    if meaning is ContentMeaning.EXPANSION and expansion.PEOPLE_GIVEN not in gives and sentence.open:
        people = read(said._replace(words=sentence.affirmed))
        if expansion.PEOPLE_GIVEN in people.gives:
            gives, at = gives | {expansion.PEOPLE_GIVEN}, (*at, *people.at)
    if meaning is ContentMeaning.LOAN_BY_YEAR:
        if not gives and sentence.open and loan_by_year.denied_years(sentence.open, said.heading, said.years):
            rest = read(said._replace(words=sentence.live, heading=f"{said.heading} {sentence.open}"))
            gives, at = rest.gives, rest.at
        for clause in sentence.clauses:
            if clause.denial is not None and clause.denial.doubt is Doubt.DENIED:
                words = sentence.words[clause.start : clause.end]
                denied = loan_by_year.denied_years(words, f"{said.heading} {sentence.words}", said.years)
                gives |= denied if said.is_named else denied - {loan_by_year.NO_LOAN}
    if gives:
        if doubt := _spoiled(meaning, sentence):
            return Evidence(Strength.TAKEN_BACK, gives, _REASONS[doubt], at)
        return Evidence(Strength.PROOF, gives, live.why, at)
    back = _taken_back(read, sentence, said, live) if sentence.open else None
    if back is not None and back.denial is not None:
        spoils = (
            back.denial.doubt in (Doubt.POSTPONED, Doubt.GAP)
            and not back.denial.is_of_detail
            and _SUBJECTS[meaning].search(sentence.words[back.start : back.end]) is not None
        )
        return Evidence(Strength.TAKEN_BACK, frozenset(), _REASONS[back.denial.doubt], (back.start,), spoils=spoils)
    if live.is_about:
        return Evidence(Strength.HINT, frozenset(), live.why, live.at)
    return None


def _names_what_is_open(meaning: ContentMeaning, sentence: Sentence) -> bool:
    """Whether a clause puts off what it calls by its bare name: »For Birkely kendes datoen ikke«."""
    name = _BARE_NAMES.get(meaning)
    return name is not None and any(
        clause.denial is not None
        and clause.denial.doubt is Doubt.POSTPONED
        and not clause.denial.is_of_detail
        and name.search(sentence.words, clause.start, clause.end) is not None
        for clause in sentence.clauses
    )


def _taken_back(read: Callable[[Said], Found], sentence: Sentence, said: Said, live: Found) -> Clause | None:
    """Returns the clause that takes the content back: without its denial it would be about it, or even give it."""
    denied = [clause for clause in sentence.clauses if clause.denial is not None]
    if not denied:
        return None
    for clause in denied:
        found = read(said._replace(words=sentence.words[clause.start : clause.end]))
        if found.gives or found.is_about:
            return clause
    whole = read(said._replace(words=sentence.words))
    return denied[0] if whole.gives or (whole.is_about and not live.is_about) else None


def _spoiled(meaning: ContentMeaning, sentence: Sentence) -> Doubt | None:
    """Returns the doubt of a clause that speaks of what the sentence gives: »25 pct., men det skal drøftes«."""
    if _ASKS_INDIRECTLY.match(sentence.words):
        doubts = [clause.denial.doubt for clause in sentence.clauses if clause.denial]
        return doubts[0] if doubts else Doubt.OPEN
    for clause in sentence.clauses:
        denial = clause.denial
        if denial is None or denial.is_of_detail or denial.doubt not in (Doubt.POSTPONED, Doubt.GAP, Doubt.OPEN):
            continue
        words = sentence.words[clause.start : clause.end]
        if clause.start == 0 and sentence.words.startswith(", hvor ", clause.end):
            return denial.doubt  # »vi arbejder på en aftale, hvor 25 pct. …«
        if takes_back_the_sentence(sentence.words, clause):
            return denial.doubt
        if _SUBJECTS[meaning].search(words):
            return denial.doubt
    return None


def _all(words: str, context: Context, reason: Reason) -> Mapping[ContentMeaning, Evidence]:
    """Returns a question's or the ministry's own words as evidence of the contents that they are about."""
    said = Said(words, "", "", "", context.years)
    found = dict[ContentMeaning, Evidence]()
    for meaning, read in READERS.items():
        one = read(said)
        if one.gives or one.is_about:
            found[meaning] = Evidence(Strength.TAKEN_BACK, reason=reason)
    return MappingProxyType(found)


def _of_heading(sentence: Sentence, context: Context) -> Mapping[ContentMeaning, Evidence]:
    """A heading gives at most a hint; but it may give a value: »Åbner 1. marts 2026«."""
    found = dict[ContentMeaning, Evidence]()
    said = Said(sentence.live, "", "", "", context.years, is_named=context.is_named)
    for meaning, read in READERS.items():
        one = _evidence(meaning, read, sentence, said)
        if one is not None and one.strength is Strength.PROOF and meaning in _NOT_BY_HEADING:
            one = one._replace(strength=Strength.HINT, reason=Reason.NO_VALUE)
        if one is not None and one.strength is Strength.PROOF and is_weakened(sentence.words):
            one = one._replace(strength=Strength.HINT, reason=Reason.OPEN)
        if one is not None:
            found[meaning] = one
    return MappingProxyType(found)
