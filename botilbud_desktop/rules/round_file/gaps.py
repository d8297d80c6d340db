"""What a form file lacks though the program can read it (*mangler*): each with its place and what to do."""

import re
from collections.abc import Iterator
from itertools import pairwise

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.own_texts.fields import bears_on
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import ContactTopic, CriterionMeaning, WeightingTopic
from botilbud_desktop.domain.values.amounts import for_number
from botilbud_desktop.rules.round_file.figures import figure_gaps
from botilbud_desktop.rules.round_file.gap import Gap
from botilbud_desktop.rules.round_file.laws import law_gaps
from botilbud_desktop.rules.round_file.placeholders import placeholder_gaps
from botilbud_desktop.rules.round_file.thresholds import threshold_gaps
from botilbud_desktop.rules.round_file.years import year_gaps

_RECOGNISED_BY_WORDS = (WeightingTopic.COORDINATION, WeightingTopic.SIZE, WeightingTopic.PRICE)
_TOPICS = {
    ContactTopic.WEBSITE: "webstedet",
    ContactTopic.MORE_PROJECTS: "flere projekter",
    ContactTopic.CRITERIA: "kriterierne",
}
_SHORTEST_WORD = 3
_TWO = 2
_OF_A_PROJECT = "projects[]."
_ON_THE_SHEET = "projects[].description"
_NOT_ASKED = re.compile(r"[Ss]kema(?:et)? (?:har intet felt|spørger (?:kun|ikke))")
_LETTERS = re.compile(r"[A-ZÆØÅ]{1,2}")


def gaps_of(round_: Round) -> list[Gap]:
    """Returns what the round's form and project sheet lack, by part of the form."""
    return [
        *_criteria(round_),
        *_judged_by(round_),
        *_fields(round_),
        *_contents(round_),
        *_weighting(round_),
        *_legal_bases(round_),
        *_contacts(round_),
        *law_gaps(round_),
        *figure_gaps(round_),
        *threshold_gaps(round_),
        *placeholder_gaps(round_),
        *year_gaps(round_),
    ]


def _criteria(round_: Round) -> Iterator[Gap]:
    for index, criterion in enumerate(round_.criteria):
        is_assessed = round_.meanings[criterion.number] is not CriterionMeaning.NOT_ASSESSED
        if is_assessed and not any(criterion.number in field.criteria for field in round_.fields):
            number = criterion.number
            text = f"intet felt hører til kriterium {number}. Skriv {number} i »criteria« ved de felter, det bygger på"
            yield Gap(f"criteria[{index}]", text)


def _judged_by(round_: Round) -> Iterator[Gap]:
    """Yields fields that do not name the criterion that the program judges by them: the numbers may be old ones."""
    named = {number for field in round_.fields for number in field.criteria}
    for index, field in enumerate(round_.fields):
        about = [round_.criterion_about(meaning) for meaning in bears_on(field.path)]
        left_out = [one.number for one in about if one is not None and one.number not in field.criteria]
        if numbers := [number for number in left_out if number in named]:
            words = f"kriteri{for_number(len(numbers), 'um', 'erne')} {', '.join(map(str, sorted(numbers)))}"
            yield Gap(
                f"fields[{index}].criteria", f"programmet bruger feltet ved {words}, som ikke står her", is_doubt=True
            )


def _fields(round_: Round) -> Iterator[Gap]:
    columns = [field.column for field in round_.columns]
    is_small = all(letters.islower() for letters in columns)
    for index, field in enumerate(round_.fields):
        place = f"fields[{index}]"
        if field.column and not field.wording:
            yield Gap(f"{place}.wording", "kolonnen mangler ministeriets ord")
        if field.wording and not field.column and field.path.startswith(_OF_A_PROJECT) and field.path != _ON_THE_SHEET:
            yield Gap(f"{place}.column", "feltet har ministeriets ord, men ingen kolonne, så det kommer ikke i skemaet")
        if not field.help:
            yield Gap(f"{place}.help", f"feltet {field.path} mangler en hjælpetekst")
        if field.column and not (_LETTERS.fullmatch(field.column) or is_small):
            text = f"»{field.column}« er ikke et stort bogstav. Ret det, hvis kolonnen hedder noget andet i skemaet"
            yield Gap(f"{place}.column", text)
        if (field.column or field.wording) and _NOT_ASKED.search(field.help):
            yield Gap(f"{place}.help", "hjælpen siger, at skemaet ikke har feltet, men det har feltet ministeriets ord")
    if columns != sorted(columns, key=lambda letters: (len(letters), letters)):
        yield Gap("fields", f"kolonnerne står ikke i rækkefølge efter bogstav: {', '.join(columns)}")
    else:
        yield from _left_out_letters(columns)


def _left_out_letters(columns: list[str]) -> Iterator[Gap]:
    """Yields the letters that the ministry's columns skip: a question of the form may not be in the file."""
    for before, after in pairwise(columns):
        skipped = [chr(code) for code in range(ord(before) + 1, ord(after))] if len(before + after) == _TWO else []
        if skipped:
            letters = f"kolonne {skipped[0]}" if len(skipped) == 1 else f"kolonne {skipped[0]}-{skipped[-1]}"
            text = f"{letters} er ikke med. En kladde har ikke felt til alt, så skriv i »guide«, hvad der skal tastes"
            yield Gap("fields", text, is_doubt=True)


def _contents(round_: Round) -> Iterator[Gap]:
    if not round_.required_contents:
        yield Gap("required_contents", "her er ingen punkter, som den samlede beskrivelse skal oplyse")
    for index, content in enumerate(round_.required_contents):
        for number, group in enumerate(content.recognised_by):
            place = f"required_contents[{index}].recognised_by[{number}]"
            if not group:
                yield Gap(place, f"punkt {content.number} genkendes aldrig, for gruppen har ingen ord")
            for word in group:
                if word.isalpha() and len(word) < _SHORTEST_WORD:
                    text = f"punkt {content.number} genkendes for let, for »{word}« er under {_SHORTEST_WORD} tegn"
                    yield Gap(place, text)


def _weighting(round_: Round) -> Iterator[Gap]:
    weighting = round_.weighting
    for index, topic in enumerate(weighting.topics):
        place = f"weighting.topics[{index}]"
        if topic.item is not None and topic.item > len(weighting.items):
            yield Gap(f"{place}.item", f"der er ingen linje {topic.item} i »items«")
        if topic.topic in _RECOGNISED_BY_WORDS and not topic.recognised_by:
            yield Gap(f"{place}.recognised_by", "emnet genkendes aldrig, for her er ingen ord")
        if topic.item is None and not weighting.coordination:
            yield Gap(f"{place}.item", "emnet hører ikke til nogen linje i »items«. Skriv dens nummer")
    if weighting.coordination and not weighting.coordination_heading:
        yield Gap("weighting.coordination_heading", "afsnittet mangler sin overskrift")
    named = {topic.item for topic in weighting.topics}
    for number in range(1, len(weighting.items) + 1):
        if number not in named:
            text = "linjen har intet emne i »topics«, så kun ministeriets ord vises"
            yield Gap(f"weighting.items[{number - 1}]", text, is_doubt=True)


def _legal_bases(round_: Round) -> Iterator[Gap]:
    if not round_.eligible_bases:
        yield Gap("legal_bases", "intet lovgrundlag har »eligible«: true, så ingen pladser giver låneadgang")
    if any(choice.code is LegalBasis.OTHER and choice.eligible for choice in round_.legal_bases):
        yield Gap("legal_bases", "andet lovgrundlag bør ikke give låneadgang")


def _contacts(round_: Round) -> Iterator[Gap]:
    for topic, words in _TOPICS.items():
        if round_.contact_for(topic) is None:
            yield Gap("contacts", f"ingen kontakt svarer på spørgsmål om {words}. Skriv »{topic}« i »topics« ved en")
