"""How a sheet looks: number formats, hidden rows and columns, filters and merged cells."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Look(NamedTuple):
    """How a sheet looks. Rows and columns are counted from 0."""

    formats: Mapping[tuple[int, int], str] = MappingProxyType({})
    """The number format of a cell, by row and column, where it is not the usual one."""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_filtered: bool = False
    """Whether a filter hides rows."""
    filtered_rows: frozenset[int] = frozenset()
    """The rows that a filter hides, where the file tells them from other hidden ones."""
    merged: tuple[tuple[int, int, int, int], ...] = ()
    """The merged rectangles: top, left, bottom, right."""
    notes: Mapping[tuple[int, int], str] = MappingProxyType({})
    """What is doubtful about a cell, by row and column."""


PLAIN = Look()
