"""The signs of list items: Word stores them apart from the text, and counts when it shows them."""

from collections import defaultdict
from typing import NamedTuple
from xml.etree.ElementTree import Element

from botilbud_desktop.domain.text.html_numbering import numeral
from botilbud_desktop.storage.word.names import attribute, child, local

_MOST_LEVELS = 9
_LONGEST_NUMBER = 5
_LONGEST = 40
_STYLES = {
    "decimal": "decimal",
    "decimalZero": "decimal",
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
}


class _Level(NamedTuple):
    style: str
    """As in HTML; "" for bullets."""
    text: str
    """Such as `%1.%2.`"""
    start: int


class Numbers:
    """Counts the items of a document's lists, in their order."""

    def __init__(self, part: Element | None) -> None:
        self._levels: dict[str, dict[str, _Level]] = {}
        """By abstract list and level."""
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for element in part if part is not None else ():
            if local(element) == "abstractNum":
                levels = [each for each in element if local(each) == "lvl"]
                self._levels[attribute(element, "abstractNumId")] = {
                    attribute(level, "ilvl"): _level(level) for level in levels[:_MOST_LEVELS]
                }
            elif local(element) == "num":
                self._lists[attribute(element, "numId")] = attribute(child(element, "abstractNumId"), "val")

    def next_sign(self, numbering: tuple[str, str]) -> str | None:
        """Returns the sign of the next item of a list, "" for a bullet; None when it is no list."""
        name, at = numbering
        abstract = self._lists.get(name)
        if abstract is None or name == "0":
            return None
        levels = self._levels.get(abstract, {})
        level = levels.get(at)
        if level is None or not level.style or not (len(at) == 1 and at.isascii() and at.isdecimal()):
            return ""
        counts, depth = self._counts[abstract], int(at)
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        sign = level.text
        for other in range(depth + 1):
            outer = levels.get(str(other), level)
            number = counts.get(other, outer.start)
            sign = sign.replace(f"%{other + 1}", numeral(outer.style or "decimal", number))
        return sign[:_LONGEST]


def _level(element: Element) -> _Level:
    style = _STYLES.get(attribute(child(element, "numFmt"), "val") or "decimal", "")
    start = attribute(child(element, "start"), "val")
    is_number = start.isascii() and start.isdecimal() and len(start) <= _LONGEST_NUMBER
    return _Level(style, attribute(child(element, "lvlText"), "val")[:_LONGEST], int(start) if is_number else 1)
