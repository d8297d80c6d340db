"""Turns cells that the parser cannot read into text cells.

These are errors and formulas without a value, which it reads as empty, and amounts so far below zero that it can panic.
"""

import re

_CELL = re.compile(
    rb"<(?P<space>(?:\w{1,20}:)?)c\b(?P<attributes>[^<>]*)>"
    rb"(?P<formula>\s{0,9}<(?:\w{1,20}:)?f\b[^<>]*(?:/>|>(?P<text>[^<]*)</(?:\w{1,20}:)?f>))?"
    rb"\s{0,9}(?:<(?:\w{1,20}:)?v\b[^<>]*(?:/>|>(?P<value>[^<]*)</(?:\w{1,20}:)?v>))?\s{0,9}</(?:\w{1,20}:)?c>"
)
_KIND = re.compile(rb"\st=[\"'](?P<kind>\w{1,20})[\"']")
_AMOUNT = re.compile(rb"(-[0-9]{11,16})(\.[0-9]{1,20})?")
_MINUS = "\u2212".encode()
_FAR_BELOW = range(-(10**15), -(10**10))
"""Amounts in kr. that a municipality's income can have but a date cannot."""


def with_text_cells(sheet: bytes) -> bytes:
    """Returns the XML of a sheet with such cells as texts: the error as Excel shows it, the formula, or the amount.

    A cell left empty would look as if nothing had been filled in.
    """
    return _CELL.sub(_as_text_cell, sheet)


def _as_text_cell(match: re.Match[bytes]) -> bytes:
    found = _KIND.search(match["attributes"])
    kind = found["kind"] if found else b"n"
    value = (match["value"] or b"").strip()
    if kind == b"e" and value:
        text = value
    elif match["formula"] is not None and not value and kind != b"str":  # kind "str" is a calculated empty text
        text = b"=" + (match["text"] or b"")
    elif kind == b"n" and (far := _AMOUNT.fullmatch(value)) and int(far[1]) in _FAR_BELOW:
        text = _MINUS + value[1:].replace(b".", b",")
    else:
        return match[0]
    attributes, space = _KIND.sub(b"", match["attributes"]), match["space"]
    return b'<%sc%s t="str"><%sv>%s</%sv></%sc>' % (space, attributes, space, text, space, space)
