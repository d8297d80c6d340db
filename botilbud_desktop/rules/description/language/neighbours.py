"""Other municipalities than the applicant in a sentence: those that may use the places, or build their own."""

import re
from functools import cached_property

from botilbud_desktop.domain.facts.municipalities import MunicipalityNames
from botilbud_desktop.domain.round import Round

MARK = "ξ"
"""Stands for each letter of the name of another municipality."""
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
_TOGETHER = re.compile(r"(?:\b(?:med|til|for|fra|af|og|samt|kommunerne|hos|også|både|naboerne)|,) \Z", re.IGNORECASE)
"""What stands ahead of a municipality that is named by its bare name; elsewhere it may be the town."""
_ACTS = re.compile(
    rf"(?:\A|[,;:(–-] |\bog )\W*{MARK}+(?:,[^,]{{1,60}},)? (?:søger|ansøger|bygger|opfører|etablerer|åbner|udvider|"
    r"renoverer|ombygger|planlægger|opretter|indretter|har (?:søgt|bygget|åbnet|etableret|udvidet))\b"
)


class Neighbours:
    """The municipalities of a round."""

    def __init__(self, round_: Round) -> None:
        self._round = round_

    @cached_property
    def _names(self) -> MunicipalityNames:
        return MunicipalityNames(self._round.municipalities)

    def marked(self, typed: str, words: str, applicant: str | None) -> str:
        """Returns a sentence in small letters with the names of others marked; `typed` is the same as it was typed."""
        if applicant is None or not _CAPITAL.search(typed, 1):
            return words
        for found in self._names.found_in(typed):
            if found.code == applicant or not (
                found.is_municipality or _TOGETHER.search(typed[max(found.start - 14, 0) : found.start])
            ):
                continue
            words = f"{words[: found.start]}{MARK * (found.end - found.start)}{words[found.end :]}"
        return words


def acts(marked: str) -> bool:
    """Whether another municipality does what a marked sentence tells: »Herning Kommune søger om 18 mio. kr.«."""
    return MARK in marked and _ACTS.search(marked) is not None
