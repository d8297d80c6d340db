"""One cell of a sheet's XML, and what it says once the shared texts and the styles are known."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import Cell
from botilbud_desktop.storage.excel.ooxml.styles import Style
from botilbud_desktop.storage.excel.ooxml.texts import SharedText, plain_text
from botilbud_desktop.storage.excel.read_sheet import NO_TEXT, NO_VALUE, bounded
from botilbud_desktop.storage.excel.set_apart import PARTLY_STRUCK, RAISED, STRUCK
from botilbud_desktop.storage.excel.values import number_in, timed

TWICE = "Cellen står flere gange i filen. Den sidste er læst."


class StoredCell(NamedTuple):
    """A cell as the XML has it."""

    kind: str
    """The attribute `t`; `n` for a number."""
    style: str
    """The index of its style, as text."""
    value: str = ""
    formula: str | None = None
    inline: SharedText | None = None
    is_repeated: bool = False
    """Whether the sheet holds another cell of this address before it."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it: a format at most, or a formula whose result is an empty text."""
        if self.kind == "inlineStr" and self.inline is not None and self.inline.text:
            return False
        return not self.value.strip(" \t\r\n") and self.kind != "e" and (self.formula is None or self.kind == "str")


class CellContext(NamedTuple):
    """What the cells of a workbook refer to."""

    texts: Mapping[int, SharedText]
    styles: Sequence[Style]
    since_1904: bool = False

    def code(self, cell: StoredCell) -> str:
        """Returns the number format of a cell; empty for the usual one."""
        return self._style(cell).code

    def read(self, cell: StoredCell) -> tuple[Cell, str]:
        """Returns the value of a cell and what is doubtful about it. What it cannot be is a text that shows that."""
        value, note = self._value(cell)
        if cell.is_repeated:
            return value, TWICE
        return value, note or (STRUCK if self._style(cell).is_struck else "")

    def _style(self, cell: StoredCell) -> Style:
        index = int(cell.style) if cell.style.isascii() and cell.style.isdecimal() and len(cell.style) < 7 else 0
        return self.styles[index] if index < len(self.styles) else Style()

    def _value(self, cell: StoredCell) -> tuple[Cell, str]:
        stored = cell.value.strip(" \t\r\n")
        if cell.kind == "e":
            return stored or NO_VALUE, ""
        if not stored and cell.formula is not None and cell.kind != "str":
            return bounded(f"={cell.formula}")
        if cell.kind == "s":
            return self._text(self.texts.get(int(stored)) if stored.isascii() and stored.isdecimal() else None)
        if cell.kind == "inlineStr" and cell.inline is not None and cell.inline.text:
            return self._text(cell.inline)
        if cell.kind == "b":
            return "SAND" if stored in ("1", "true") else "FALSK", ""
        if cell.kind == "d":
            return _day(stored), ""
        number = number_in(stored) if cell.kind == "n" else None
        if number is None:
            return bounded(plain_text(cell.value if cell.kind in ("str", "inlineStr") else stored))
        return timed(number, self.code(cell), since_1904=self.since_1904)

    def _text(self, text: SharedText | None) -> tuple[Cell, str]:
        if text is None:
            return NO_TEXT, ""
        value, note = bounded(text.text)
        return value or None, note or (PARTLY_STRUCK if text.is_struck else RAISED if text.is_raised else "")


def _day(text: str) -> Cell:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text
