"""Merges lists whose order means nothing, item by item: there is nothing to ask where it is known what both had."""

from typing import Any

from botilbud_desktop.domain.field_path import FieldPath

_SETS = ("partners", "inserted_facts")


def is_set(path: FieldPath) -> bool:
    """Whether the list at `path` is merged item by item."""
    return path[-1] in _SETS


def merged_set(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """Returns what neither side removed, in the order of the base, then what either added; each item once."""
    stayed = [item for item in dict.fromkeys(base) if item in mine and item in theirs]
    return (*stayed, *sorted({*mine, *theirs} - {*base}, key=str))
