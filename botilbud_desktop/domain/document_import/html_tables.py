"""A table of HTML as far as it is read: its rows, with empty cells where one from the left or from above reaches."""

from botilbud_desktop.domain.document_import.html_texts import HtmlText, ReadText

_MOST_COLUMNS = 64
"""A cell spans no more."""
_WIDEST = 500
"""Further columns are not filled with empty cells."""
_MOST_ROWS = 1_000
_NOTHING = ReadText("")


class OpenTable:
    """The rows of one table."""

    def __init__(self, slot: int) -> None:
        self.slot = slot
        """Where it stands among the blocks."""
        self.cell: HtmlText | None = None
        """The cell that is open."""
        self._rows: list[list[ReadText]] = []
        self._covered: dict[int, int] = {}
        """By column, the last row that a cell from above covers."""
        self._span = self._height = 1

    def begin_row(self) -> None:
        """Begins a row."""
        self.end_cell()
        self._rows.append([])

    def begin_cell(self, span: str, height: str) -> None:
        """Begins a cell that spans so many columns and rows."""
        self.end_cell()
        if not self._rows:
            self._rows.append([])
        self._span, self._height = _count(span, _MOST_COLUMNS), _count(height, _MOST_ROWS)
        self.cell = HtmlText()

    def end_cell(self) -> None:
        """Adds the cell that is open to its row."""
        if self.cell is None:
            return
        row, index = self._rows[-1], len(self._rows) - 1
        while self._covered.get(len(row), -1) >= index:
            row.append(_NOTHING)
        first = len(row)
        row.append(self.cell.read())
        row.extend([_NOTHING] * min(self._span - 1, max(0, _WIDEST - len(row))))
        if self._height > 1:
            self._covered.update(dict.fromkeys(range(first, len(row)), index + self._height - 1))
        self.cell = None

    def rows(self) -> list[list[ReadText]]:
        """Returns the rows, when the table has ended."""
        self.end_cell()
        return self._rows


def _count(text: str, most: int) -> int:
    return min(max(int(text), 1), most) if text.isdecimal() and text.isascii() and len(text) <= 6 else 1
