"""The texts that a workbook keeps in one place for all sheets. Only those that are asked for are kept."""

import re
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL
from botilbud_desktop.storage.excel.ooxml.styles import is_true
from botilbud_desktop.storage.excel.set_apart import ApartText

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_RAISING = ("superscript", "subscript")
_SURROGATES = range(0xD800, 0xE000)


class SharedText(NamedTuple):
    """One text."""

    text: str
    is_struck: bool = False
    """Whether some of it is struck out."""
    is_raised: bool = False
    """Whether raised signs, such as those of notes, are left out of it."""


class TextCollector:
    """Puts one text together of its runs. Phonetic guides are no part of it."""

    def __init__(self) -> None:
        self._text = ApartText()
        self._length = 0
        self._is_open = self._is_phonetic = self._is_struck = self._is_raised = False
        self._has_struck = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element within the text."""
        if name == "rPh":
            self._is_phonetic = True
        elif name == "r":
            self._is_struck = self._is_raised = False
        elif name == "vertAlign":
            self._is_raised = attributes.get("val", "") in _RAISING
        elif name == "strike":
            self._is_struck = is_true(attributes.get("val", "1"))
        elif name == "t":
            self._is_open = not self._is_phonetic

    def end(self, name: str) -> None:
        """Handle the end of an element within the text."""
        if name == "t":
            self._is_open = False
        elif name == "rPh":
            self._is_phonetic = False
        elif name == "r":
            self._is_struck = self._is_raised = False

    def add(self, text: str) -> None:
        """Handle text."""
        if self._is_open and self._length <= LONGEST_CELL:
            self._text.add(text, is_raised=self._is_raised)
            self._length += len(text)
            self._has_struck = self._has_struck or (self._is_struck and bool(text.strip()))

    def read(self) -> SharedText:
        """Returns the text."""
        return SharedText(plain_text(self._text.text), self._has_struck, self._text.is_cut)


class TextReader:
    """Reads the shared texts with the indexes `wanted`."""

    def __init__(self, wanted: AbstractSet[int]) -> None:
        self.texts: dict[int, SharedText] = {}
        self._wanted = wanted
        self._number = -1
        self._open: TextCollector | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element."""
        if name == "si":
            self._number += 1
            self._open = TextCollector() if self._number in self._wanted else None
        elif self._open is not None:
            self._open.start(name, attributes)

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if self._open is None:
            return
        if name == "si":
            self.texts[self._number] = self._open.read()
            self._open = None
        else:
            self._open.end(name)

    def text(self, text: str) -> None:
        """Handle text."""
        if self._open is not None:
            self._open.add(text)


def plain_text(text: str) -> str:
    """Returns a text with the characters that Excel writes as `_x000D_`."""
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return match[0] if number in _SURROGATES or number == 0 else chr(number)
