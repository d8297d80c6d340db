"""How large something is said to be, and how exactly: `22,9`, `knap 23`, `op til 25`, `18-20`."""

import re
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class Hedge(StrEnum):
    """A word ahead of a number that makes it less than exact."""

    NONE = "none"
    ABOUT = "about"
    JUST_UNDER = "just_under"
    JUST_OVER = "just_over"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


_WORDS = {
    Hedge.ABOUT: r"ca\.?|cirka|omkring|omtrent|circa|anslået|skønsmæssigt|i størrelsesordenen|rundt regnet|tæt på|små",
    Hedge.JUST_UNDER: r"knap|knapt|næsten|lidt under|lige under|op imod",
    Hedge.JUST_OVER: r"godt|lidt over|lige over",
    Hedge.AT_MOST: r"op til|højst|maksimalt|maks\.?|max\.?|under|op mod|mindre end|ikke over|færre end",
    Hedge.AT_LEAST: r"mindst|minimum|min\.?|over|mere end|flere end|ikke under",
}
_OF_WORD = {word: hedge for hedge, words in _WORDS.items() for word in words.replace(r"\.?", "").split("|")}
_NO_HEDGE = r"(?!(?<=råder )over|(?<=råde )over|(?<=råderet )over|(?<=disponerer )over|(?<=disponere )over)"
"""What one has at one's disposal is no more than is said: `råder over 27 pladser`."""
_AHEAD = re.compile(rf"(?<!\w){_NO_HEDGE}({'|'.join(_WORDS.values())}) ?(?:på |de |ca\.? |kr\.? )?\Z")
_REACH = 32
_ABOUT = Fraction(7, 100)
"""How far »ca.« may be from the value."""
_JUST = Fraction(1, 10)
"""How far »knap« and »godt« may be from it."""


class Size(NamedTuple):
    """What a text says of a size, in the unit of its reader."""

    lowest: int | Fraction
    highest: int | Fraction
    """Larger than `lowest` for `18-20` only."""
    step: int | Fraction = 1
    """What the last digit counts: 100.000 kr. in `22,9 mio. kr.`."""
    hedge: Hedge = Hedge.NONE

    def may_be(self, value: int | Fraction) -> bool:
        """Whether a value agrees with what is said, as exactly as it is said."""
        match self.hedge:
            case Hedge.AT_MOST:
                return 2 * (value - self.highest) <= self.step
            case Hedge.AT_LEAST:
                return 2 * (self.lowest - value) <= self.step
            case Hedge.ABOUT:
                reach = max(self.step, self.highest * _ABOUT)
                return self.lowest - reach <= value <= self.highest + reach
            case Hedge.JUST_UNDER:
                return self.lowest - max(self.step, self.lowest * _JUST) <= value <= self.highest
            case Hedge.JUST_OVER:
                return self.lowest <= value <= self.highest + max(self.step, self.highest * _JUST)
        return 2 * (self.lowest - value) <= self.step and 2 * (value - self.highest) <= self.step


def hedge_ahead(text: str, start: int) -> tuple[Hedge, int]:
    """Returns the hedge that stands right ahead of `start` in a folded text, and where it begins."""
    if found := _AHEAD.search(text[max(0, start - _REACH) : start]):
        return _OF_WORD[found[1].rstrip(".")], max(0, start - _REACH) + found.start()
    return Hedge.NONE, start
