"""The paragraphs of law in a text, with the law that they are of: `SEL §§ 107 og 108`, `§ 107-pladser`, `ABL § 105`.

§ 107 of another law is none of the pool's. A law may be named without a paragraph: `efter barnets lov`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from botilbud_desktop.domain.application import LegalBasis
from botilbud_desktop.domain.facts.folding import folded
from botilbud_desktop.domain.facts.prefiltered import PrefilteredPattern

MASK = "¤"

_SERVICE = r"lov om social service|socialservicelov\w*|servicelov\w*|sel"
_HOMES = r"lov om almene boliger(?: m\.?v\.?)?|almenbolig\w*lov\w*|almenlov\w*|abl"
_CHILD = r"barnets lov"
_LAW = rf"(?:(?P<service>{_SERVICE})|(?P<homes>{_HOMES})|(?P<child>{_CHILD})|(?P<other>[a-zæøå]+lovens))"
_AND = r" ?(?:og/eller|og|eller|/|-|\+|samt|hhv\.|henholdsvis) ?"
_NEXT = rf"(?:{_AND}§{{1,2}} ?[0-9]{{2,3}}|(?:{_AND}|, ?)10[0-9])"
_PARAGRAPHS = (
    rf"(?:(?<!\w){_LAW},? ?)?(?:§{{1,2}}|(?<!\w)paragraf(?:fer(?:ne)?)?) ?"
    rf"(?P<numbers>[0-9]{{1,3}}[a-z]?(?![0-9])(?:{_NEXT}(?![0-9]|[.,][0-9]| ?%))*)"
)
_PATTERN = PrefilteredPattern(
    rf"{_PARAGRAPHS}|(?<!\w)(?P<bare>sel|abl) ?(?P<after>10[578])(?![0-9])|(?<!\w)(?P<childs_law>{_CHILD})",
    literals="§|paragraf|sel1|sel 1|abl1|abl 1|barnets lov",
)
_NUMBER = re.compile(r"[0-9]+")
_OF_SERVICE = {107: LegalBasis.SEL_107, 108: LegalBasis.SEL_108, 66: LegalBasis.SEL_66}
_BEHIND = re.compile(rf" ?(?:i |efter )?(?:{_SERVICE})(?!\w)|(?P<homes> ?(?:i )?(?:{_HOMES}))(?!\w)")


class Paragraph(NamedTuple):
    """Paragraphs of one law that stand together."""

    start: int
    end: int
    bases: tuple[LegalBasis, ...]
    """What places can be established under; none for other paragraphs, such as § 85."""
    numbers: tuple[int, ...]

    @property
    def is_of_both(self) -> bool:
        """Whether both of SEL §§ 107 and 108 are named together."""
        return LegalBasis.SEL_107 in self.bases and LegalBasis.SEL_108 in self.bases


def paragraphs_in(text: str) -> Iterator[Paragraph]:
    """Yields the paragraphs of law in a folded text."""
    for found in _PATTERN.finditer(text):
        if found["childs_law"]:
            yield Paragraph(found.start(), found.end(), (LegalBasis.SEL_66,), ())
            continue
        written = found["numbers"] or found["after"]
        numbers = tuple(int(number) for number in _NUMBER.findall(written))
        yield Paragraph(found.start(), found.end(), tuple(_bases(text, found, numbers)), numbers)


class Law(NamedTuple):
    """A law that places are established under; None for another, or for one that is not known."""

    basis: LegalBasis | None
    start: int
    end: int


def laws_in(text: str) -> tuple[Law, ...]:
    """Returns the laws of a text in their order; SEL §§ 107 and 108 together are one."""
    return tuple(Law(_basis(one), one.start, one.end) for one in paragraphs_in(folded(text)) if one.numbers)


def without_laws(text: str, laws: Sequence[Law | Paragraph]) -> str:
    """Returns the text, as long as before, with `MASK` where laws stand: their numbers count nothing."""
    parts: list[str] = []
    end = 0
    for law in laws:
        parts += (text[end : law.start], MASK * (law.end - law.start))
        end = law.end
    return "".join((*parts, text[end:]))


def _basis(paragraph: Paragraph) -> LegalBasis | None:
    if paragraph.is_of_both:
        return LegalBasis.SEL_107_108
    return paragraph.bases[0] if paragraph.bases else None


def _bases(text: str, found: re.Match[str], numbers: tuple[int, ...]) -> Iterator[LegalBasis]:
    behind = _BEHIND.match(text, found.end())
    is_homes = bool(found["homes"] or found["bare"] == "abl" or (behind and behind["homes"]))
    if found["other"]:
        return
    for number in dict.fromkeys(numbers):
        if number == 105 and not found["service"]:
            yield LegalBasis.ABL_105
        elif number in _OF_SERVICE and not is_homes and not (found["child"] and number != 66):
            yield _OF_SERVICE[number]
    if found["child"] and 66 not in numbers:
        yield LegalBasis.SEL_66
