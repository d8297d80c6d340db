"""How cells look: the notation of each kind of value, and what marks headings, sums, and figures to change."""

from enum import Enum, StrEnum, auto

from botilbud_desktop.documents.excel.engine import Format, Workbook

_DANISH = "[$-406]"
_GREY, _BLUE, _YELLOW, _LINE = "#595959", "#DCE6F1", "#FFF8DC", "#A6A6A6"


class Kind(StrEnum):
    """The kinds of values, each with its number format; a program shows them with its own separators."""

    TEXT = "@"
    NUMBER = f"{_DANISH}#,##0"
    EXACT = f"{_DANISH}#,##0.00"
    """An amount that may be broken."""
    YEAR = "0"
    SHARE = f"{_DANISH}0.00"
    """Per cent, with the unit in the heading."""
    PART = f"{_DANISH}0.00%"
    DATE = rf"{_DANISH}dd\.mm\.yyyy"

    @property
    def is_number(self) -> bool:
        """Whether it is aligned to the right."""
        return self is not Kind.TEXT


class Look(Enum):
    """What a cell is besides a value."""

    PLAIN = auto()
    TOTAL = auto()
    INPUT = auto()
    """A figure that others follow when it is changed."""
    MISSING = auto()
    HEADING = auto()
    TITLE = auto()
    NOTE = auto()
    ATTENTION = auto()


_CELL: dict[str, object] = {"border": 1, "border_color": _LINE, "text_wrap": True}
_LOOKS: dict[Look, dict[str, object]] = {
    Look.PLAIN: _CELL,
    Look.TOTAL: {**_CELL, "top": 2, "bold": True},
    Look.INPUT: {**_CELL, "bg_color": _YELLOW},
    Look.MISSING: {**_CELL, "font_color": _GREY, "italic": True},
    Look.HEADING: {**_CELL, "bold": True, "bg_color": _BLUE},
    Look.TITLE: {"bold": True, "font_size": 14},
    Look.NOTE: {"font_color": _GREY},
    Look.ATTENTION: {"bold": True},
}


_ABOVE = (Look.TITLE, Look.NOTE, Look.ATTENTION)
"""They stand above tables and go on over empty cells."""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Kind, Look], Format] = {}

    def of(self, kind: Kind, look: Look) -> Format:
        """Returns the format of a cell."""
        if (kind, look) not in self._made:
            values: dict[str, object] = {"num_format": str(kind), "valign": "top", **_LOOKS[look]}
            values["align"] = "right" if kind.is_number else "left"
            values["indent"] = 0 if look in _ABOVE else 1
            if kind.is_number and look not in (Look.HEADING, Look.MISSING):
                values["text_wrap"] = False
            self._made[kind, look] = self._book.add_format(values)
        return self._made[kind, look]
