"""Tables with a column for each project: headings stand down the side. They are read as if turned."""

import re

from botilbud_desktop.domain.document_import.proposal import Proposal
from botilbud_desktop.domain.table_import.cells import Grid
from botilbud_desktop.domain.table_import.marks import Marks

_SWAPPED = {
    "rækken": "kolonnen",
    "rækkerne": "kolonnerne",
    "række": "kolonne",
    "rækker": "kolonner",
    "kolonnen": "rækken",
    "kolonne": "række",
    "over den": "før den",
    "lige under den": "lige efter den",
    "over overskrifterne": "før overskrifterne",
    "øverste række": "første kolonne",
    "første kolonne": "øverste række",
    "længere nede": "længere henne",
}
_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_SWAPPED, key=len, reverse=True))})\b", re.IGNORECASE)


def turned_grid(grid: Grid) -> Grid:
    """Returns a table with its columns as rows."""
    return tuple(zip(*grid, strict=True))


def turned_marks(marks: Marks) -> Marks:
    """Returns the marks of a table for its turned one; `start` stays that of the sheet."""
    return marks._replace(
        filtered_rows=frozenset(),
        hidden_rows=marks.hidden_columns,
        hidden_columns=marks.hidden_rows | marks.filtered_rows,
        merged_cells=frozenset((column, row) for row, column in marks.merged_cells),
        notes={(column, row): note for (row, column), note in marks.notes.items()},
    )


def in_turned_words(found: Proposal) -> Proposal:
    """Returns what was found in a turned table, told of the table as it is: what is said of rows holds for columns."""
    values = tuple(value._replace(remark=_turned(value.remark)) for value in found.values)
    return Proposal(values, tuple(one._replace(why=_turned(one.why)) for one in found.left_out))


def _turned(text: str) -> str:
    return _WORDS.sub(_swapped, text)


def _swapped(found: re.Match[str]) -> str:
    word = _SWAPPED[found[0].lower()]
    return word.capitalize() if found[0][0].isupper() else word
