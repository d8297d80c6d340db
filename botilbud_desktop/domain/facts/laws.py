"""Finds the laws that a sentence names: `Servicelovens §§ 107 og 108`, `ABL § 105`."""

import re
from typing import NamedTuple

from botilbud_desktop.domain.application import LegalBasis

MASK = "¤"
_SERVICE = (
    r"(?:(?:efter |jf\.? |i )?(?:lov om social service|(?:social)?servicelovens?|servicelov|sel|serviceloven),? ?)?"
)
_HOMES = r"(?:(?:almenboliglovens?|almenboligloven|abl|lov om almene boliger),? ?)?"
_BETWEEN = r" ?(?:og/eller|og|eller|/|,|-|–|\+|samt) ?(?:§ ?)?"
_LAWS = (
    (LegalBasis.SEL_107_108, rf"{_SERVICE}§{{1,2}} ?107{_BETWEEN}108"),
    (LegalBasis.SEL_107_108, rf"{_SERVICE}§{{1,2}} ?108{_BETWEEN}107"),
    (LegalBasis.SEL_107, rf"{_SERVICE}§{{1,2}} ?107"),
    (LegalBasis.SEL_108, rf"{_SERVICE}§{{1,2}} ?108"),
    (LegalBasis.ABL_105, rf"{_HOMES}§{{1,2}} ?105"),
    (LegalBasis.SEL_66, rf"{_SERVICE}§{{1,2}} ?66"),
    (None, r"§{1,2} ?[0-9]+"),
)
_PATTERN = re.compile(
    "|".join(f"(?P<law{number}>{pattern}(?![0-9]))" for number, (_, pattern) in enumerate(_LAWS)), re.IGNORECASE
)


class Law(NamedTuple):
    """A law in a text; None for one that no place is established under, or that is not known."""

    basis: LegalBasis | None
    start: int
    end: int


def laws_in(text: str) -> tuple[Law, ...]:
    """Returns the laws in the order of the text."""
    found = []
    for match in _PATTERN.finditer(text):
        number = next(index for index in range(len(_LAWS)) if match[f"law{index}"] is not None)
        found.append(Law(_LAWS[number][0], match.start(), match.end()))
    return tuple(found)


def without_laws(text: str, laws: tuple[Law, ...]) -> str:
    """Returns the text, as long as before, in which the laws' numbers are no numbers."""
    for law in laws:
        text = f"{text[: law.start]}{MASK * (law.end - law.start)}{text[law.end :]}"
    return text
