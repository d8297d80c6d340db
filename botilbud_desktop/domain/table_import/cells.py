"""The cells of a foreign table: text as it was copied, or numbers and dates as a workbook holds them."""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

Cell = str | int | float | date | None
"""One cell; None when it is empty."""
Row = tuple[Cell, ...]
Grid = tuple[Row, ...]

MOST_ROWS = 200
"""No more rows of a table are looked at."""
MOST_COLUMNS = 50
"""No more columns of a table are looked at."""
LONGEST_CELL = 32_767
"""The most characters of a cell, as in Excel."""

_DIGITS = ".15g"
"""What a spreadsheet itself shows of a number; the sixteenth digit is noise."""


def grid_of(rows: Sequence[Sequence[Cell]]) -> Grid:
    """`rows` within the bounds, all of one width; empty rows at the end and empty columns at both ends are left out."""
    bounded = [tuple(row[:MOST_COLUMNS]) for row in rows[:MOST_ROWS]]
    filled = [[not is_blank(cell) for cell in row] for row in bounded]
    height = max((index + 1 for index, marks in enumerate(filled) if any(marks)), default=0)
    first = min((marks.index(True) for marks in filled if any(marks)), default=0)
    last = max((len(marks) - marks[::-1].index(True) for marks in filled if any(marks)), default=0)
    return tuple(_padded(row[first:last], last - first) for row in bounded[:height])


def is_blank(cell: Cell) -> bool:
    """Whether nothing stands in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """What a person sees in the cell; a number without thousands marks and with a decimal comma, a date as ISO."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return _number_text(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _number_text(number: float) -> str:
    if not math.isfinite(number):
        return ""
    text = f"{Decimal(format(number, _DIGITS)):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def _padded(row: Row, width: int) -> Row:
    return (*row, *(None for _missing in range(width - len(row))))
