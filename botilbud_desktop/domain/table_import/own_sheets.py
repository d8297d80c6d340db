"""Recognises the program's own sheets by their headings: that of the projects, and those that list field by field."""

from collections.abc import Sequence

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.cells import Grid, Row, text_of
from botilbud_desktop.domain.table_import.headings import is_total
from botilbud_desktop.domain.table_import.sums import NAMED_LIKE_A_SUM, FoundSums
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of

PART, FIELD, CONTENT = "Del", "Felt", "Indhold"
"""The headings of a sheet that has a row for each field; its rows are no projects."""
LINE, TREATMENT, COST = "Post", "Behandling", "Udgift (1.000 kr.)"
"""The first headings of the sheet of a cost plan."""
NUMBER = "Nr."
"""The first heading of the sheet of the costs, before the projects' names."""
_SUMMED = (FieldKind.NAME, FieldKind.LOAN, FieldKind.EXPANSION)


def lists_fields(row: Row) -> bool:
    """Whether a row is the headings of a sheet that lists field by field."""
    return tuple(map(text_of, row[:2])) == (PART, FIELD)


def are_own_headings(row: Row, round_: Round) -> bool:
    """Whether a row is the headings of the program's own sheet of projects, as it writes them."""
    return _words(row) == _words([column.lettered_label for column in round_.columns])


def own_sums(candidates: Sequence[int], grid: Grid, names: Sequence[str], round_: Round) -> FoundSums:
    """Returns which of the rows are sums in the program's own sheet; `names` are what all rows begin with.

    It has one, the last row of such a name, with nothing but sums. Other rows of such a name are projects that are
    named so, and are asked about.
    """
    named = [index for index in candidates if is_total(names[index], round_)]
    sums = frozenset(index for index in named[-1:] if _has_only_sums(grid[index], round_))
    return FoundSums(sums, {index: NAMED_LIKE_A_SUM for index in named if index not in sums})


def _has_only_sums(row: Row, round_: Round) -> bool:
    cells = zip(round_.columns, row, strict=False)
    return all(kind_of(column.path) in _SUMMED or not text_of(cell) for column, cell in cells)


def _words(row: Row | Sequence[str]) -> list[str]:
    words = [" ".join(text_of(cell).split()) for cell in row]
    while words and not words[-1]:
        words.pop()
    return words
