"""Tables: headings, rows and sums, in columns that fit; a text that a cell cannot show goes on in the row below."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from botilbud_desktop.documents.excel.cell_text import cell_text, pieces, shown_lines
from botilbud_desktop.documents.excel.sheet import Formula, Sheet, Value
from botilbud_desktop.documents.excel.styles import Kind, Look
from botilbud_desktop.domain.values.amounts import format_number

_CONTINUED = "(fortsat)"
_LONGEST_KEY = 120
_LEAST_NUMBER, _MOST_NUMBER = 15.0, 28.0
_PADDING = 4
_BOLD = 0.9
"""The part of the characters of a line that fit it in bold."""


class Column(NamedTuple):
    """A column of a table."""

    heading: str
    kind: Kind = Kind.TEXT
    width: float = 0
    """In characters; 0 fits a column of numbers to its values."""
    is_key: bool = False
    """Whether it tells what the row is about, so that it is repeated where a text goes on in further rows."""


class Span(NamedTuple):
    """Where a table stands, in rows counted from 0."""

    heading: int
    first: int
    after: int
    """The row below the last one."""


def write_table(
    sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[Value]], *, are_split: bool = True
) -> Span:
    """Writes headings and rows at the sheet's next row, and leaves the sheet's next row below them.

    `are_split` is whether long texts go on in further rows.
    """
    rows = [list(row) for row in rows]
    widths = [_width(column, [row[index] for row in rows]) for index, column in enumerate(columns)]
    sheet.set_widths(widths)
    heading = sheet.row
    for index, column in enumerate(columns):
        sheet.put(heading, index, column.heading, column.kind, Look.HEADING)
    bold = [width * _BOLD for width in widths]
    sheet.set_lines(heading, _lines([column.heading for column in columns], bold))
    sheet.freeze_head(heading)
    sheet.row += 1
    for row in rows:
        for part in _in_parts(row, columns, widths) if are_split else [row]:
            for index, (value, column) in enumerate(zip(part, columns, strict=True)):
                sheet.put(sheet.row, index, value, column.kind)
            sheet.set_lines(sheet.row, _lines(part, widths))
            sheet.row += 1
    sheet.name_heads(heading, sheet.row, len(columns))
    return Span(heading, heading + 1, sheet.row)


def _in_parts(row: Sequence[Value], columns: Sequence[Column], widths: Sequence[float]) -> list[list[Value]]:
    """Returns the rows that a row becomes, so that each of its texts can be shown."""
    cells = [
        pieces(cell_text(value), width) if isinstance(value, str) and not column.is_key else [_shortened(value)]
        for value, width, column in zip(row, widths, columns, strict=True)
    ]
    return [
        [_part(cell, number, column) for cell, column in zip(cells, columns, strict=True)]
        for number in range(max(map(len, cells)))
    ]


def _shortened(value: Value) -> Value:
    """Returns what a row is about; a name that is too long for that stands in full in the sheet of projects."""
    is_long = isinstance(value, str) and len(value) > _LONGEST_KEY
    return f"{str(value)[: _LONGEST_KEY - 1]}…" if is_long else value


def _part(cell: Sequence[Value], number: int, column: Column) -> Value:
    if number < len(cell):
        return cell[number]
    if not column.is_key:
        return ""
    return f"{cell[0]} {_CONTINUED}" if isinstance(cell[0], str) else cell[0]


def _lines(row: Sequence[Value], widths: Sequence[float]) -> int:
    texts = zip(row, widths, strict=True)
    return max(shown_lines(value, width) if isinstance(value, str) else 1 for value, width in texts)


def _width(column: Column, values: Sequence[Value]) -> float:
    if column.width:
        return column.width
    longest_word = max(map(len, column.heading.split()), default=0)
    longest_value = max((_length(value) for value in values), default=0)
    return min(_MOST_NUMBER, max(_LEAST_NUMBER, longest_word + _PADDING, longest_value + _PADDING))


def _length(value: Value) -> int:
    """Returns about how many characters a number is shown with."""
    number = value.value if isinstance(value, Formula) else value
    if isinstance(number, int):
        return len(format_number(number))
    return len(number) if isinstance(number, str) else len("dd.mm.åååå")
