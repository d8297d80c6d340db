"""A table as it was copied: its cells, whether all of it was read, and the marks on it."""

from typing import NamedTuple

from botilbud_desktop.domain.table_import.cells import Grid
from botilbud_desktop.domain.table_import.marks import NO_MARKS, Marks


class Table(NamedTuple):
    """One copied table."""

    grid: Grid
    is_cut: bool = False
    """Whether it has more rows or columns than are read."""
    marks: Marks = NO_MARKS
