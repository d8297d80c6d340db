"""The signs of list items in HTML, as a reader of the page sees them: hyphens, numbers, letters or Roman numerals."""

import re
from typing import NamedTuple

from botilbud_desktop.domain.text.html_styles import list_style
from botilbud_desktop.domain.text.markup import attributes

BULLET = "- "
LISTS = ("ul", "menu", "dir", "ol")
"""The elements that are lists."""
_BULLETS = ("disc", "circle", "square")
_NO_SIGN = "none"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3_999
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
"""The values of the attribute `type`, which tell small letters from capitals."""


class Numbering(NamedTuple):
    """How the items of an open list are numbered."""

    style: str
    """The value of `list-style-type`."""
    number: int | None = None
    """The number of the next item. None in a list that is not numbered, or counts down from a number not stated."""
    step: int = 1

    def sign(self, item: str) -> tuple[str, "Numbering"]:
        """Returns the sign of the next item, whose tag has the source `item`, and the numbering after it."""
        style = _style(item) or self.style
        if self.number is None:
            return ("" if style == _NO_SIGN else BULLET), self
        stated = _number(item, "value")
        number = self.number if stated is None else stated
        return _sign(style, number), self._replace(number=number + self.step)


def numbering(tag: str, source: str) -> Numbering:
    """Returns the numbering at the beginning of a list, from its tag: `ol` or one of the others in `LISTS`."""
    if tag != "ol":
        return Numbering(_style(source) or _BULLETS[0])
    style, start = _style(source) or "decimal", _number(source, "start")
    if "reversed" in source.lower() and "reversed" in attributes(source):
        return Numbering(style, start, -1)
    return Numbering(style, 1 if start is None else start)


def _style(source: str) -> str | None:
    """Returns the kind of sign that a tag states, None where it states none."""
    declared = list_style(source)
    if declared is not None or "type" not in source.lower():
        return declared
    return _TYPES.get(attributes(source).get("type", ""))


def _sign(style: str, number: int) -> str:
    if style == _NO_SIGN:
        return ""
    return BULLET if style in _BULLETS else f"{numeral(style, number)}. "


def numeral(style: str, number: int) -> str:
    kind = style.partition("-")[2]
    if kind in ("alpha", "latin") and number > 0:
        numeral = _in_letters(number)
    elif kind == "roman" and 0 < number <= _MOST_ROMAN:
        numeral = _in_roman(number)
    else:
        return str(number)
    return numeral.upper() if style.startswith("upper") else numeral


def _in_letters(number: int) -> str:
    """Returns a, b … z, aa, ab …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters


def _in_roman(number: int) -> str:
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral


def _number(source: str, name: str) -> int | None:
    value = attributes(source).get(name, "") if name in source.lower() else ""
    return int(value) if re.fullmatch("[0-9]{1,6}", value) else None
