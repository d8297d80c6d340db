"""How much the new places expand the places that the municipality has today, by area, with the numbers used.

Only places that the pool covers are counted, in both numbers. Nothing is said where it cannot be known: without new
places, without places today, with a number that is not a number yet, or a negative one.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from botilbud_desktop.domain.application import CapacityToday, LegalBasis, Origin, Project
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.quantities import Quantities
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.wording import new_places, places


class Growth(NamedTuple):
    """The new places held against the places of one area today."""

    area: str
    """As it was typed first; empty where no area is named."""
    new: int
    today: tuple[int, ...]
    """The places of each row of the area."""
    is_certain: bool = True
    """False where there are other areas too: nobody knows which of them the new places are for."""

    @property
    def per_cent(self) -> str:
        """Returns `73 pct.`; `ca.` before it where it is rounded."""
        total = sum(self.today)
        if 100 * self.new < total:
            return "under 1 pct."
        whole = (200 * self.new + total) // (2 * total)
        about = "" if whole * total == 100 * self.new else "ca. "
        return f"{about}{format_number(whole)} pct."

    def sentence(self) -> str:
        """Returns `Handicapområdet: 8 nye pladser på 11 i dag er ca. 73 pct.`"""
        parts = [format_number(count) for count in self.today if count] or ["0"]
        sum_of = f"{' + '.join(parts)} = {format_number(sum(self.today))}" if len(parts) > 1 else parts[0]
        counted = f"{new_places(self.new)} på {sum_of} i dag er {self.per_cent}"
        if not self.is_certain:
            return f"Hvis alle de nye pladser hører til {self.area or 'pladserne uden område'}: {counted}"
        area = self.area[:1].upper() + self.area[1:] if self.area else "Pladser i dag"
        return f"{area}: {counted}"


def growth_of(
    project: Project, quantities: Quantities, eligible: Collection[LegalBasis], unread: Collection[FieldPath] = ()
) -> tuple[Growth, ...]:
    """Returns the growth of each area, in the order of the rows.

    Args:
        project: the project.
        quantities: its quantities.
        eligible: the legal bases that the pool covers.
        unread: the paths, below the project, of fields whose typed text is no value yet.
    """
    if quantities.expansion <= 0 or any(path[0] == "places" for path in unread):
        return ()
    unread_rows = {path[1] for path in unread if path[0] == "capacity_today" and len(path) > 1}
    today = enumerate(project.capacity_today)
    rows = [(group, index in unread_rows) for index, group in today if group.legal_basis in eligible]
    return tuple(_growths(rows, quantities.expansion))


def left_out_of_growth(
    project: Project, quantities: Quantities, eligible: Collection[LegalBasis], years: Collection[int]
) -> str:
    """Returns what the growth does not count; empty when nothing.

    That is rows of other laws, new places of other years than the form's, and places that close.
    """
    others = sum(group.count for group in project.capacity_today if group.legal_basis not in eligible)
    new = [group for group in project.places if group.origin is Origin.NEW and group.count > 0]
    other_laws = sum(group.count for group in new if group.year in years and group.legal_basis not in eligible)
    other_years = sum(group.count for group in new if group.year not in years)
    sentences = []
    if other_laws > 0:
        sentences.append(f"{new_places(other_laws)} efter andre regler er ikke regnet med.")
    if other_years > 0:
        sentences.append(f"{new_places(other_years)} i år, som skemaet ikke har, er ikke regnet med.")
    if others > 0:
        sentences.append(f"{places(others)} i dag efter andre regler er ikke regnet med.")
    if quantities.closed is not None and quantities.closed > 0:
        sentences.append(f"{places(quantities.closed)}, der lukkes andre steder, er ikke trukket fra.")
    return " ".join(sentences)


def _growths(rows: list[tuple[CapacityToday, bool]], new: int) -> Iterator[Growth]:
    areas: dict[str, list[tuple[CapacityToday, bool]]] = {}
    for row in rows:
        areas.setdefault(" ".join(row[0].area.split()).casefold(), []).append(row)
    for found in areas.values():
        counts = tuple(group.count for group, _is_unread in found)
        is_known = not any(is_unread for _group, is_unread in found) and min(counts) >= 0
        if is_known and sum(counts) > 0:
            yield Growth(" ".join(found[0][0].area.split()), new, counts, is_certain=len(areas) == 1)
