"""One cell of LibreOffice: its value with what it shows."""

from collections.abc import Set as AbstractSet
from datetime import date

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL, Cell
from botilbud_desktop.storage.excel.ods.displayed import shown_date, shown_number
from botilbud_desktop.storage.excel.read_sheet import NO_VALUE, bounded
from botilbud_desktop.storage.excel.struck import PARTLY_STRUCK, STRUCK
from botilbud_desktop.storage.excel.values import number_in

_NUMBERS = ("float", "percentage", "currency")
_MOST_SPACES = 1_000


class CellCollector:
    """Puts one cell together."""

    def __init__(self, attributes: dict[str, str], striking: AbstractSet[str]) -> None:
        self._attributes = attributes
        self._striking = striking
        self._is_struck = attributes.get("table:style-name", "") in striking
        self._has_struck = False
        self._paragraphs = 0
        self._parts: list[str] = []
        self._room = 2 * LONGEST_CELL
        self._spans: list[bool] = []
        self._is_open = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(key in self._attributes for key in ("office:value-type", "table:formula")) and not self._text

    @property
    def _text(self) -> str:
        return "".join(self._parts).strip("\n")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element within the cell."""
        if name == "p":
            self._paragraphs += 1
            self._is_open = True
            if self._paragraphs > 1:
                self.text("\n")
        elif name == "span":
            self._spans.append(attributes.get("text:style-name", "") in self._striking)
        elif name == "s":
            count = attributes.get("text:c", "1")
            self.text(" " * min(int(count) if count.isascii() and count.isdecimal() else 1, _MOST_SPACES))
        elif name in ("tab", "line-break"):
            self.text("\t" if name == "tab" else "\n")

    def end(self, name: str) -> None:
        """Handle the end of an element within the cell."""
        if name == "p":
            self._is_open = False
        elif name == "span" and self._spans:
            self._spans.pop()

    def text(self, text: str) -> None:
        """Handle text."""
        if self._is_open and self._room > 0:
            self._parts.append(text)
            self._room -= len(text)
            self._has_struck = self._has_struck or (any(self._spans) and bool(text.strip()))

    def read(self) -> tuple[Cell, str]:
        """Returns the value of the cell and what is doubtful about it."""
        value, note = self._value()
        return value, note or (STRUCK if self._is_struck else PARTLY_STRUCK if self._has_struck else "")

    def _value(self) -> tuple[Cell, str]:
        shown, stored = self._text, self._attributes
        kind = stored.get("office:value-type", "")
        if stored.get("calcext:value-type") == "error":
            return bounded(shown or NO_VALUE)
        if kind in _NUMBERS and (number := number_in(stored.get("office:value", ""))) is not None:
            return shown_number(number, shown) if self._paragraphs else (number, "")
        if kind == "date" and (day := _day(stored.get("office:date-value", ""))) is not None:
            return day, shown_date(day, shown)
        if kind == "boolean":
            return "SAND" if stored.get("office:boolean-value") == "true" else "FALSK", ""
        if not shown and kind == "" and (formula := stored.get("table:formula", "")):
            return bounded(f"={formula.partition('=')[2]}")
        other = stored.get("office:string-value") or stored.get("office:time-value") or stored.get("office:value") or ""
        text, note = bounded(shown or other)
        return text or None, note


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
