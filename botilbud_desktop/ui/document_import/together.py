"""Which rows of a list are replaced together when one of them is taken; no Qt."""

from collections.abc import Hashable

from botilbud_desktop.domain.application import PlaceGroup
from botilbud_desktop.domain.document_import.taking import kind_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.totals import is_eligible_expansion
from botilbud_desktop.ui.document_import.rows import Row


def together(row: Row, round_: Round) -> Hashable:
    """Returns what a row is replaced with: the covered places of its year, or its kind; None for what stands alone."""
    path = row.found.field
    if not isinstance(path[-1], int):
        return None
    if isinstance(row.value, PlaceGroup) and is_eligible_expansion(row.value, round_):
        return path[:-1], row.value.year
    kind = kind_of(row.value)
    return None if kind is None else (path[:-1], kind)
