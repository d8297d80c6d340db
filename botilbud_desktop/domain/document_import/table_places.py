"""Where the cells of a table stand, in words: `Ark1!B4` in a workbook, `række 3, kolonne 2` in what was copied."""

import re
from typing import NamedTuple

_PLAIN_NAME = re.compile(r"[^\W\d]\w*")


class TablePlaces(NamedTuple):
    """The places of one table's cells. Rows and columns are counted from 0 within the table."""

    name: str
    """The sheet's name; of copied tables `tabel 2`, or nothing where there is one only."""
    start: tuple[int, int]
    """Where the table's first cell stands: row and column, counted from 0."""
    is_sheet: bool
    is_turned: bool = False
    """Whether the table's rows are the columns of the sheet."""

    @property
    def whole(self) -> str:
        """The table itself."""
        return self.name if self.is_sheet or self.name else "tabellen"

    def cell(self, row: int, column: int) -> str:
        """Returns where a cell stands."""
        return self.block((row, column), (row, column))

    def block(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        """Returns where the cells from `first` to `last` stand, both row and column."""
        (top, left), (bottom, right) = self._moved(first), self._moved(last)
        if self.is_sheet:
            address = f"{letters(left)}{top + 1}"
            end = f"{letters(right)}{bottom + 1}"
            return f"{_quoted(self.name)}!{address if address == end else f'{address}:{end}'}"
        parts = [self.name] if self.name else []
        if top == bottom or left != right:
            parts.append(_counted("række", "rækker", top, bottom))
        if left == right or top != bottom:
            parts.append(_counted("kolonne", "kolonner", left, right))
        return ", ".join(parts)

    def _moved(self, place: tuple[int, int]) -> tuple[int, int]:
        row, column = place[::-1] if self.is_turned else place
        return row + self.start[0], column + self.start[1]


def letters(column: int) -> str:
    """Returns the letters of a column, counted from 0: 0 is `A`, 26 is `AA`."""
    found = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _quoted(name: str) -> str:
    """Returns a sheet's name as a formula writes it: in apostrophes unless it is one word."""
    return name if _PLAIN_NAME.fullmatch(name) else f"'{name.replace("'", "''")}'"


def _counted(one: str, several: str, first: int, last: int) -> str:
    return f"{one} {first + 1}" if first == last else f"{several} {first + 1}-{last + 1}"
