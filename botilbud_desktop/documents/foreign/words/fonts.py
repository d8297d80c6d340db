"""The fonts of a file: which characters their codes stand for, and how wide they are."""

from collections.abc import Iterator
from typing import NamedTuple

from botilbud_desktop.documents.foreign.drawing.unpacking import Unpacking
from botilbud_desktop.documents.foreign.engine import DictionaryObject, StreamObject, core_widths, encoding_of
from botilbud_desktop.documents.foreign.meter import Meter
from botilbud_desktop.documents.foreign.values import array, dictionary, number, numbers, resolved
from botilbud_desktop.documents.foreign.words.character_map import CharacterMap

UNKNOWN = "\ufffd"
"""Stands where a code is that nobody knows the character of."""
_MOST_WIDTHS = 70_000
_DEFAULT_WIDTH = 500.0
_WIDE = 1_000.0
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_FORCED_BOLD = 1 << 18


class Letter(NamedTuple):
    """One code of a string, as it is shown."""

    text: str
    width: float
    """In thousandths of the font's size."""
    is_space: bool
    """Whether it is the code to which the distance between words is added."""


class Font:
    """A font as far as its text goes."""

    def __init__(self, font: DictionaryObject, meter: Meter, unpacking: Unpacking) -> None:
        self._meter = meter
        descendants = array(font.get("/DescendantFonts"))
        self._inner = dictionary(descendants[0]) if descendants else font
        self._is_wide = resolved(font.get("/Subtype")) == "/Type0"
        descriptor = dictionary(self._inner.get("/FontDescriptor"))
        name = str(resolved(font.get("/BaseFont")) or "")
        flags = int(number(descriptor.get("/Flags")) or 0)
        self.is_bold = any(word in name.lower() for word in _BOLD) or bool(flags & _FORCED_BOLD)
        known = resolved(font.get("/ToUnicode"))
        found = CharacterMap(unpacking.content([known]), meter) if isinstance(known, StreamObject) else None
        self._characters = {} if found is None else found.characters
        encoding: str | dict[int, str] = encoding_of(font)
        self._encoding = encoding if isinstance(encoding, dict) else {}
        self._codec = encoding if isinstance(encoding, str) and _is_unicode(font) else ""
        self._bytes = 2 if self._is_wide and not (found is not None and found.is_of_one_byte) else 1
        self._widths: dict[int, float] = {}
        self._default = _DEFAULT_WIDTH
        self._scale = 1.0
        self._read_widths(font, descriptor, name)

    def letters(self, text: bytes) -> Iterator[Letter]:
        """Yields the letters of a string."""
        for index in range(0, len(text), self._bytes):
            self._meter.work(1)
            code = int.from_bytes(text[index : index + self._bytes], "big")
            is_space = code == ord(" ") and self._bytes == 1
            yield Letter(self._character(code), self._widths.get(code, self._default) * self._scale, is_space)

    def _character(self, code: int) -> str:
        found = self._characters.get(code)
        if found is None and self._codec:
            found = chr(code) if code < 0xD800 else UNKNOWN
        if found is None:
            found = UNKNOWN if self._is_wide else self._encoding.get(code, UNKNOWN)
        if len(found) > 1 and found.startswith("/"):
            found = UNKNOWN
        return _LIGATURES.get(found, found)

    def _read_widths(self, font: DictionaryObject, descriptor: DictionaryObject, name: str) -> None:
        if self._is_wide:
            default = number(self._inner.get("/DW"))
            self._default = _WIDE if default is None else default
            self._read_ranges()
            return
        missing = number(descriptor.get("/MissingWidth"))
        widths = array(font.get("/Widths"))
        first = int(number(font.get("/FirstChar")) or 0)
        for offset, width in enumerate(widths[:_MOST_WIDTHS]):
            self._meter.work(1)
            self._widths[first + offset] = number(width) or 0.0
        if widths:
            self._default = missing if missing is not None else _DEFAULT_WIDTH
        else:
            known = core_widths(name)
            self._widths = {code: known[text] for code, text in self._encoding.items() if text in known}
        if resolved(font.get("/Subtype")) == "/Type3":
            matrix = numbers(font.get("/FontMatrix"), 6)
            self._scale = abs(matrix[0]) * 1_000 if matrix else 1.0

    def _read_ranges(self) -> None:
        """Reads the widths of a large font: `first [a b c]` or `first last a`."""
        found = array(self._inner.get("/W"))
        position = 0
        while position + 1 < len(found) and len(self._widths) < _MOST_WIDTHS:
            self._meter.work(2)
            first, second = number(found[position]), resolved(found[position + 1])
            listed = array(second)
            start = int(first or 0)
            if listed:
                for offset, width in enumerate(listed[:_MOST_WIDTHS]):
                    self._meter.work(1)
                    self._widths[start + offset] = number(width) or 0.0
                position += 2
                continue
            end = number(second)
            width = number(found[position + 2]) if position + 2 < len(found) else None
            if first is not None and end is not None and width is not None:
                for code in range(start, min(int(end), start + _MOST_WIDTHS) + 1):
                    self._meter.work(1)
                    self._widths[code] = width
            position += 3


def _is_unicode(font: DictionaryObject) -> bool:
    """Whether the codes of a large font are characters themselves."""
    name = str(resolved(font.get("/Encoding")) or "")
    return "UCS2" in name or "UTF16" in name
