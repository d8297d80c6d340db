"""What a sentence tells of each content, by its clauses, the heading above and the sentence before it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from botilbud_desktop.domain.round_parts import ContentMeaning
from botilbud_desktop.rules.description import (
    expansion,
    loan_by_year,
    new_or_renovated,
    pricing,
    share,
    taken_into_use,
)
from botilbud_desktop.rules.description.clauses import (
    Clause,
    Sentence,
    read_sentence,
    speaks_of_before,
    takes_back_the_sentence,
)
from botilbud_desktop.rules.description.denials import Doubt, denial_of
from botilbud_desktop.rules.description.evidence import Evidence, Reason, Strength
from botilbud_desktop.rules.description.matching import Found, Said
from botilbud_desktop.rules.description.parts import Kind

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
}
_GOES_ON = re.compile(
    r"\W*(?:vi (?:regner|forventer|satser|påregner|budgetterer|stiller|reserverer|sigter|tilbyder)|det (?:er|bliver|"
    r"drejer|sker|svarer|vil|forventes|"
    r"betyder|gør|giver|gælder)|dette|de (?:vil|er|bliver|forventes|tages|skal|kan|stilles)|den (?:vil|er|bliver|"
    r"forventes)|disse|der (?:er tale|regnes|forventes|"
    r"reserveres|bliver|søges|afsættes)|konkret|nærmere bestemt|heraf|deraf|hvoraf|i alt|mindst|minimum|andelen|"
    r"fordelingen|beløbet|lånet|her|helt præcist|"
    r"forventeligt|forventet|fordelt|således|og |med |på den måde|dermed|derved|derfor|alternativet|alle\b|samtlige)"
)
_SHORT_ANSWER = 60


class Told(NamedTuple):
    """What one sentence tells: the evidence by content, and whether it takes back the sentence before it."""

    evidence: Mapping[ContentMeaning, Evidence]
    takes_back_before: bool
    sentence: Sentence


class Context(NamedTuple):
    """What a sentence stands in."""

    heading: str
    before: str
    """The sentence before it in the paragraph, or the question that it may answer."""
    is_after_question: bool
    years: tuple[int, ...]


def told_by(words: str, kind: Kind, pasted: tuple[int, int] | None, context: Context) -> Told:
    """Returns what a sentence (small letters) tells; `pasted` is where it is the ministry's own words."""
    heading = context.heading
    if pasted is not None:
        heading = f"{heading} {words[slice(*pasted)]}"
        rest = f"{words[: pasted[0]]}{' ' * (pasted[1] - pasted[0])}{words[pasted[1] :]}"
        if kind is Kind.HEADING or not re.search(r"\w", rest):
            return Told(_all(words, context, Reason.PASTED), takes_back_before=False, sentence=read_sentence(words))
        words = rest
    sentence = read_sentence(words)
    if kind is Kind.HEADING:
        return Told(_of_heading(sentence, context), takes_back_before=False, sentence=sentence)
    if kind is Kind.QUESTION:
        return Told(_all(words, context, Reason.QUESTION), takes_back_before=False, sentence=sentence)
    goes_on = _GOES_ON.match(words) is not None
    before = context.before if goes_on or (context.is_after_question and len(words) < 4 * _SHORT_ANSWER) else ""
    above = denial_of(heading) if heading and pasted is None else None
    found = dict[ContentMeaning, Evidence]()
    for meaning, read in READERS.items():
        evidence = _evidence(meaning, read, sentence, Said("", heading, before, context.years))
        if evidence is None:
            continue
        if above is not None and evidence.strength is Strength.PROOF and above.doubt is not Doubt.ELSEWHERE:
            evidence = evidence._replace(strength=Strength.TAKEN_BACK, reason=_REASONS[above.doubt])
        found[meaning] = evidence
    takes_back = (
        speaks_of_before(words)
        and len(sentence.clauses) > 0
        and (first := sentence.clauses[0].denial) is not None
        and first.doubt in (Doubt.POSTPONED, Doubt.OPEN)
        and not first.is_of_detail
    )
    return Told(MappingProxyType(found), takes_back, sentence)


def _evidence(
    meaning: ContentMeaning, read: Callable[[Said], Found], sentence: Sentence, said: Said
) -> Evidence | None:
    live = read(said._replace(words=sentence.live))
    gives = live.gives
    if meaning is ContentMeaning.LOAN_BY_YEAR:
        for clause in sentence.clauses:
            if clause.denial is not None and clause.denial.doubt is Doubt.DENIED:
                words = sentence.words[clause.start : clause.end]
                gives |= loan_by_year.denied_years(words, f"{said.heading} {sentence.words}", said.years)
    if gives:
        if doubt := _spoiled(meaning, read, sentence, said):
            return Evidence(Strength.TAKEN_BACK, gives, _REASONS[doubt], live.at)
        return Evidence(Strength.PROOF, gives, live.why, live.at)
    back = _taken_back(meaning, read, sentence, said) if sentence.open else None
    if back is not None and back.denial is not None:
        return Evidence(Strength.TAKEN_BACK, frozenset(), _REASONS[back.denial.doubt], (back.start,))
    if live.is_about:
        return Evidence(Strength.HINT, frozenset(), live.why, live.at)
    return None


def _taken_back(
    meaning: ContentMeaning, read: Callable[[Said], Found], sentence: Sentence, said: Said
) -> Clause | None:
    """Returns the clause that takes the content back: without its denial it would be about it, or even give it."""
    whole = read(said._replace(words=sentence.words))
    denied = [clause for clause in sentence.clauses if clause.denial is not None]
    for clause in denied:
        found = read(said._replace(words=sentence.words[clause.start : clause.end]))
        if found.gives or found.is_about:
            return clause
    return denied[0] if whole.gives or whole.is_about else None


def _spoiled(meaning: ContentMeaning, read: Callable[[Said], Found], sentence: Sentence, said: Said) -> Doubt | None:
    """Returns the doubt of a clause that speaks of what the sentence gives: »25 pct., men det skal drøftes«."""
    for clause in sentence.clauses:
        denial = clause.denial
        if denial is None or denial.is_of_detail or denial.doubt not in (Doubt.POSTPONED, Doubt.GAP, Doubt.OPEN):
            continue
        words = sentence.words[clause.start : clause.end]
        if takes_back_the_sentence(sentence.words, clause):
            return denial.doubt
        found = read(said._replace(words=words, heading="", before=""))
        if found.is_about or (found.gives and meaning is not ContentMeaning.EXPANSION):
            return denial.doubt
    return None


def _all(words: str, context: Context, reason: Reason) -> Mapping[ContentMeaning, Evidence]:
    """Returns a question's or the ministry's own words as evidence of the contents that they are about."""
    said = Said(words, "", "", context.years)
    found = dict[ContentMeaning, Evidence]()
    for meaning, read in READERS.items():
        one = read(said)
        if one.gives or one.is_about:
            found[meaning] = Evidence(Strength.TAKEN_BACK, reason=reason)
    return MappingProxyType(found)


def _of_heading(sentence: Sentence, context: Context) -> Mapping[ContentMeaning, Evidence]:
    """A heading gives at most a hint; but it may give a value: »Åbner 1. marts 2026«."""
    found = dict[ContentMeaning, Evidence]()
    said = Said("", "", "", context.years)
    for meaning, read in READERS.items():
        one = _evidence(meaning, read, sentence, said)
        if one is not None:
            found[meaning] = one
    return MappingProxyType(found)
