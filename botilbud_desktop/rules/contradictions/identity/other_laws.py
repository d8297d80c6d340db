"""Laws that no place of the table is under: `efter friplejeboligloven`, `seks pladser efter § 85`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.laws import Paragraph
from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known
from botilbud_desktop.rules.contradictions.scenes import Sentence
from botilbud_desktop.rules.contradictions.wording import laws_said

_BY_LAW = PrefilteredPattern(
    r"(?<!\w)(?:oprettes|etableres|opføres|bygges|indrettes|drives|oprettet|etableret|er|bliver)"
    r"(?:,? (?!ikke|også|delvis)[\wæøå]+){0,6}? (?:efter|under|i henhold til|i medfør af|jf\.) "
    r"(?P<law>almenbolig\w*lov\w*|lov om almene boliger|friplejebolig\w*lov\w*|lov om friplejeboliger)(?! ?¤)(?!\w)",
    literals="almen|fripleje",
)
_SUBJECT = re.compile(
    r"(?:\A|[,:;(] ?|\W)(?:pladserne|boligerne|lejlighederne|der|huset|tilbuddet|botilbuddet|bostedet|projektet|"
    r"[0-9a-zæøå]+ (?:nye )?(?:pladser|boliger))(?:,? [\wæøå]+){0,7} ?\Z"
)
_OTHER = re.compile(
    r"(?<!\w)(?:ikke|nabo\w*|tidligere|gamle|oprindelig\w*|blev|omdan\w*|konverter\w*|lokalplan\w*|over for|"
    r"ved siden af|desuden|også|eller|enten|uden for|i dag|almene boliger i)(?!\w)"
)
_OF_NO_PLACE = frozenset((82, 83, 84, 85, 101, 103, 104, 109, 110))
"""Paragraphs of help, of days and of shelters."""
_PLACES_UNDER = re.compile(
    r"(?:(?:pladser(?:ne)?|boliger(?:ne)?|lejligheder(?:ne)?|botilbuddet|huset)(?: (?:til|for) [a-zæøå]+)?"
    r"(?: (?:oprettes|etableres|opføres|bygges|drives|er|indrettes|bliver))?,? ?\(?(?:alle )?(?:(?:efter|under|"
    r"jf\.) )?)"
    r"(?:sel |servicelovens? |lov om social service )?\Z"
)
_MADE = re.compile(r"(?<!\w)(?:oprettes|etableres|opføres|bygges|indrettes)(?!\w)[^,.;:]{0,40}\Z")
_NEAR = 60


def other_law_contradictions(context: Context) -> Iterator[Found]:
    """Yields laws that places are said to be made under, and that no place of the pool can be under, or none is."""
    for found in _BY_LAW.finditer(context.facts.masked):
        sentence = context.sentence_at(found.start())
        before = context.before(sentence, found.start())
        is_of_places = _SUBJECT.search(before) or context.names.is_named_in(before)
        known = context.scope(sentence)
        if (
            is_of_places
            and _has_none_of(known)
            and not _OTHER.search(f"{before[-_NEAR:]}{found[0]}")
            and not context.is_elsewhere(sentence, found.start(), found.end())
        ):
            yield laws_said(context, known, found.start("law"), found.end("law"))
    for paragraph in context.facts.paragraphs:
        if not paragraph.bases and set(paragraph.numbers) <= _OF_NO_PLACE:
            sentence = context.sentence_at(paragraph.start)
            known = context.scope(sentence)
            if (
                known.bases
                and LegalBasis.OTHER not in known.bases
                and _is_of_places(context, sentence, paragraph, known)
            ):
                yield laws_said(context, known, paragraph.start, paragraph.end)


def _has_none_of(known: Known) -> bool:
    return bool(known.bases) and not known.bases & {LegalBasis.ABL_105, LegalBasis.OTHER}


def _is_of_places(context: Context, sentence: Sentence, paragraph: Paragraph, known: Known) -> bool:
    """Whether the places themselves are said to be under a paragraph, and not the help that people get there."""
    before = context.before(sentence, paragraph.start)
    if not _PLACES_UNDER.search(before) or context.is_elsewhere(sentence, paragraph.start, paragraph.end):
        return False
    sizes = [
        int(one.size.lowest)
        for one in context.facts.counts
        if sentence.start <= one.number_start < paragraph.start <= one.end + _NEAR
    ]
    is_of_all = sizes[-1] in known.wholes if sizes else _MADE.search(before) is not None
    return is_of_all and not _OTHER.search(before[-_NEAR:])
