"""Laws that are said to be of all places: `alle pladser efter § 107`, `oprettes udelukkende efter § 107`."""

import re
from collections.abc import Iterator

from botilbud_desktop.domain.facts.laws import Paragraph
from botilbud_desktop.domain.facts.numerals import NUMERALS
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.known import Known, allowed_bases
from botilbud_desktop.rules.contradictions.scenes import Sentence

_LAW = r"(?:(?:efter|under|i henhold til|i medfør af|jf\.) )?(?:sel |servicelovens? |lov om social service )?"
ALL_UNDER = re.compile(
    r"(?<!\w)(?:alle|samtlige|begge)(?: (?:de|nye|[0-9a-zæøå]+)){0,2}?(?: [a-zæøå]*(?:plads|bolig)\w*)?"
    r"(?: (?:er|oprettes|etableres|bliver|til|midlertid\w*|længerevarende|ophold|botilbud|som|drives|"
    r"visiteres|bevilges|hører|falder|udelukkende|alene|kun))* "
    r"(?:efter|under|jf\.)(?: (?:sel|servicelov\w*))? ?\Z"
)
_ALL_ARE = re.compile(r"(?<!\w)(?:alle|samtlige)(?: (?:de|nye|[0-9a-zæøå]+)){0,3} (?:er|bliver) \Z")
_KIND_BEHIND = re.compile(r"\A-(?:[a-zæøå]*(?:plads|bolig|tilbud|bosted))")
_ONLY = re.compile(rf"(?<!\w)(?:udelukkende|alene|kun|fuldt ud|rent)(?: [\wæøå]+){{0,4}} {_LAW}\Z")
_WHOLE = re.compile(
    r"(?<!\w)(?:(?P<whole>pladserne|boligerne|lejlighederne|botilbuddet|tilbuddet|projektet|huset|bostedet|det hele)|"
    r"de (?P<number>[0-9]{1,3}|[a-zæøå]+) (?:nye )?(?:pladser|boliger))(?!\w)[^.;:()]{0,50}\Z"
)
_ALONE = ("udelukkende", "alene", "kun", "fuldt ud", "rent")
_PURE = re.compile(r"(?<!\w)et rent (?:sel )?\Z")
_PART = re.compile(
    r"(?<!\w)(?:fløj\w*|den ene|det ene|hus [a-z0-9]|heraf|hvoraf|deraf|resten|øvrige|dele? af|etage|afsnit|"
    r"afdeling)(?!\w)"
)
_BARE_ALL = re.compile(rf"(?<!\w)(?:alle|samtlige) (?:de |nye )*(?:pladser|boliger)(?:ne)? {_LAW}\Z")
_TELLS_OF_THEM = re.compile(
    r"\A (?:ligger|er|har|skal|får|kan|vil|placeres|indrettes|bruges|tages|kommer|bliver)(?!\w)"
)
"""What is told of those of a paragraph: `alle pladser efter § 107 ligger i stueetagen`."""
_REACH = 110
_AND_ANOTHER = re.compile(r"\A[^.;]{0,20}?(?:og|eller|,|/|hhv\.?) ?[^.;]{0,14}¤|\A[^.;,]{0,12}(?:og|eller|/)(?!\w)")


def is_of_some_only(context: Context, sentence: Sentence, paragraph: Paragraph, known: Known) -> bool:
    """Whether a law is said to be that of all places, and only some of the table's are under it."""
    before = context.before(sentence, paragraph.start)
    behind = context.behind(sentence, paragraph.end)
    if _TELLS_OF_THEM.match(behind) and _BARE_ALL.search(before):
        return False
    if not _is_of_all(context, sentence, before, behind, known) or _AND_ANOTHER.match(behind):
        return False
    named = {base for one in laws_of(context, sentence) for base in one.bases}
    return not named >= known.bases and any(not set(paragraph.bases) & allowed_bases(group) for group in known.groups)


def laws_of(context: Context, sentence: Sentence) -> Iterator[Paragraph]:
    """Yields the paragraphs of a sentence: what it says of them is told by themselves."""
    return (one for one in context.facts.paragraphs if sentence.start <= one.start < sentence.end)


def is_of_all(before: str, behind: str) -> bool:
    """Whether words say of all places that they are under the law between them."""
    return ALL_UNDER.search(before) is not None or (
        _ALL_ARE.search(before) is not None and _KIND_BEHIND.match(behind) is not None
    )


def is_only(context: Context, before: str, known: Known) -> bool:
    """Whether the project is said to be under one law alone."""
    before = before[-_REACH:]
    if not any(word in before for word in _ALONE) or _PART.search(before):
        return False
    found = _ONLY.search(before)
    if found is None:
        return _PURE.search(before) is not None
    subject = _WHOLE.search(before, 0, found.start())
    if subject is None:
        return context.names.is_named_in(before[: found.start()])
    if subject["whole"]:
        return True
    number = int(subject["number"]) if subject["number"].isdecimal() else NUMERALS.get(subject["number"])
    return number == sum(group.count for group in known.groups)


def _is_of_all(context: Context, sentence: Sentence, before: str, behind: str, known: Known) -> bool:
    return (
        is_of_all(before, behind)
        or behind.startswith((" for alle", " for begge", " for samtlige"))
        or is_only(context, before, known)
    )
