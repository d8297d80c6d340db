"""The cells of an imported table: text as copied, or numbers and dates from a workbook."""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

Cell = str | int | float | date | None
"""One cell; None when it is empty."""
Row = tuple[Cell, ...]
Grid = tuple[Row, ...]

MOST_ROWS = 200
"""The most rows of a table that are read."""
MOST_COLUMNS = 50
"""The most columns of a table that are read."""
LONGEST_CELL = 32_767
"""The most characters of a cell, as in Excel."""

_DIGITS = ".15g"
"""The digits that a spreadsheet itself shows of a number; the sixteenth is noise."""


def grid_of(rows: Sequence[Sequence[Cell]]) -> Grid:
    """Returns `rows` within the limits, all of one width, without empty rows at the end or empty outer columns."""
    bounded = [tuple(row[:MOST_COLUMNS]) for row in rows[:MOST_ROWS]]
    filled = [[not is_blank(cell) for cell in row] for row in bounded]
    height = max((index + 1 for index, flags in enumerate(filled) if any(flags)), default=0)
    first = first_column(bounded)
    last = max((len(flags) - flags[::-1].index(True) for flags in filled if any(flags)), default=0)
    return tuple(_padded(row[first:last], last - first) for row in bounded[:height])


def first_column(rows: Sequence[Sequence[Cell]]) -> int:
    """Returns the first column that holds something."""
    columns = (index for row in rows for index, cell in enumerate(row) if not is_blank(cell))
    return min(columns, default=0)


def is_blank(cell: Cell) -> bool:
    """Whether the cell is empty or holds only white space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str:
    """Returns the cell as text; a number without thousands separators and with a decimal comma, a date as ISO."""
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
