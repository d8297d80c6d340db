"""One cell of LibreOffice: its value with what it shows."""

from datetime import date

from botilbud_desktop.domain.table_import.cells import LONGEST_CELL, Cell
from botilbud_desktop.storage.excel.ods.displayed import shown_date, shown_number
from botilbud_desktop.storage.excel.ods.styles import StyleReader
from botilbud_desktop.storage.excel.read_sheet import NO_VALUE, bounded
from botilbud_desktop.storage.excel.set_apart import PARTLY_STRUCK, RAISED, STRUCK, ApartText
from botilbud_desktop.storage.excel.values import number_in

_NUMBERS = ("float", "percentage", "currency")
_MOST_SPACES = 1_000


class CellCollector:
    """Puts one cell together."""

    def __init__(self, attributes: dict[str, str], styles: StyleReader) -> None:
        self._attributes = attributes
        self._styles = styles
        self._is_struck = attributes.get("table:style-name", "") in styles.striking
        self._has_struck = False
        self._paragraphs = 0
        self._apart = ApartText()
        self._room = 2 * LONGEST_CELL
        self._spans: list[str] = []
        self._is_open = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not any(key in self._attributes for key in ("office:value-type", "table:formula")) and not self._text

    @property
    def _text(self) -> str:
        return self._apart.text.strip("\n")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Handle the start of an element within the cell."""
        if name == "p":
            self._paragraphs += 1
            self._is_open = True
            if self._paragraphs > 1:
                self.text("\n")
        elif name == "span":
            self._spans.append(attributes.get("text:style-name", ""))
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
            self._apart.add(text, is_raised=not self._styles.raising.isdisjoint(self._spans))
            self._room -= len(text)
            is_struck = not self._styles.striking.isdisjoint(self._spans)
            self._has_struck = self._has_struck or (is_struck and bool(text.strip()))

    def read(self) -> tuple[Cell, str]:
        """Returns the value of the cell and what is doubtful about it."""
        value, note = self._value()
        partly = PARTLY_STRUCK if self._has_struck else RAISED if self._apart.is_cut else ""
        return value, note or (STRUCK if self._is_struck else partly)

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
