"""Which columns a table shows and in which order, by their names: they outlive columns that come and go."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtWidgets import QHeaderView


class Showing(StrEnum):
    """Which columns are shown."""

    OWN = "own"
    """As the user has put them."""
    WEIGHTING = "weighting"
    """What the ministry weighs, in its order."""


class ColumnLayout(NamedTuple):
    """How the columns stand. An empty one shows all of them in their own order."""

    order: tuple[str, ...] = ()
    """From the left. Columns that are not named stand after the one that they follow by themselves."""
    hidden: frozenset[str] = frozenset()


def layout_of(header: QHeaderView, names: Sequence[str]) -> ColumnLayout:
    """Returns how the columns stand; `names` are those of the columns, in their own order."""
    order = tuple(names[header.logicalIndex(place)] for place in range(header.count()))
    hidden = frozenset(name for column, name in enumerate(names) if header.isSectionHidden(column))
    return ColumnLayout(order, hidden)


def lay_out(header: QHeaderView, names: Sequence[str], layout: ColumnLayout) -> None:
    """Show the columns so."""
    for place, name in enumerate(in_order(names, layout.order)):
        column = names.index(name)
        header.moveSection(header.visualIndex(column), place)
        header.setSectionHidden(column, name in layout.hidden)


def in_order(names: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Returns the names in the wanted order; one that it lacks after the name before it."""
    order = [name for name in dict.fromkeys(wanted) if name in names]
    for place, name in enumerate(names):
        if name not in order:
            order.insert(order.index(names[place - 1]) + 1 if place else 0, name)
    return order
