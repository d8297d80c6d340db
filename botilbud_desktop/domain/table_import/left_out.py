"""What of a table is not imported, and why. Every row that holds something is a project or one of these."""

from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Why a row is left out."""

    EMPTY = "empty"
    HEADINGS = "headings"
    """The headings of the columns, and their units."""
    ABOVE = "above"
    """It stands above the headings: a title, a date."""
    REPEATED = "repeated"
    """It repeats the headings, as after a page break."""
    SUM = "sum"
    FILTERED = "filtered"
    """A filter of the workbook hides it."""
    NOTHING_CHOSEN = "nothing_chosen"
    """It has nothing in the columns that are imported."""
    UNWANTED = "unwanted"
    """The user left it out."""


class LeftOutRow(NamedTuple):
    """A row that becomes no project."""

    source: int
    """The row's index in the table."""
    reason: Reason
    words: str
    """What the row begins with; empty for an empty row."""
    has_figures: bool = False
    """Whether it holds a figure, as a project does, or a name of its own among the headings."""


class LeftOutColumn(NamedTuple):
    """A column with something in it that is not imported."""

    column: int
    """The column's index in the table."""
    heading: str
    """What stands above it; may be empty."""
    cells: int
    """How many cells below the headings hold something."""
    doubled: str = ""
    """The path of the form's field that another column already gives; empty otherwise."""
    is_rival: bool = False
    """Whether its heading names that field as clearly as the other column's does."""
    lacks_year: bool = False
    """Whether its heading would be one of the form's if it said which year it tells of."""
