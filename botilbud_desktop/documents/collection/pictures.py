"""The pictures of a collection as data: bars that are parts of one whole, each with its words and its number."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.documents.collection.cells import fraction_text
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.collection.records import CollectionTotals
from botilbud_desktop.rules.collection.shared import Shared
from botilbud_desktop.rules.collection.wording import pool_share_text

BY_REGION, BY_LAW, FOR_OTHERS = "Nye pladser efter region", "Alle pladser efter lovgrundlag", "Hvem pladserne er til"
TO_OTHERS, TO_OWN, UNTOLD = "Andre kommuner", "Kommunen selv", "Ikke oplyst"
NO_REGION = "Ingen kommune angivet"
type Number = int | Fraction


class Bar(NamedTuple):
    """One bar."""

    label: str
    number: Number
    share: Fraction
    """The part of the whole; below 0 or above 1 only where a draft has impossible numbers."""

    @property
    def said(self) -> str:
        """The number and the part of the whole: `26 (ca. 72,2 pct.)`."""
        return f"{fraction_text(Fraction(self.number))} ({pool_share_text(self.share)})"


class Picture(NamedTuple):
    """Bars below a title."""

    title: str
    """With the whole: `Nye pladser efter region (i alt 36)`."""
    by: str
    """What its bars are told apart by, in a word."""
    bars: tuple[Bar, ...]

    @property
    def said(self) -> str:
        """All of it as a sentence."""
        return f"{self.title}: {', '.join(f'{bar.label} {bar.said}' for bar in self.bars)}."


def pictures_of(totals: CollectionTotals, shared: Shared, round_: Round) -> tuple[Picture, ...]:
    """Returns the pictures that have anything to show."""
    pictures = (
        _picture(BY_REGION, "Region", by_region(totals)),
        _picture(BY_LAW, "Lovgrundlag", by_law(totals, round_)),
        _picture(FOR_OTHERS, "Til hvem", for_others(totals, shared)),
    )
    return tuple(picture for picture in pictures if picture is not None)


def by_region(totals: CollectionTotals) -> list[tuple[str, int]]:
    """Returns the new places of each region, and of the applications that have none."""
    rows = [(region.region, region.places) for region in totals.regions]
    rest = sum(totals.places.values()) - sum(number for _, number in rows)
    return [*rows, (NO_REGION, rest)] if totals.without_municipality else rows


def by_law(totals: CollectionTotals, round_: Round) -> list[tuple[str, int]]:
    """Returns the places under each law, converted and preserved ones too; laws without places are left out."""
    return [(basis.law, totals.by_basis[basis.code]) for basis in round_.legal_bases if basis.code in totals.by_basis]


def for_others(totals: CollectionTotals, shared: Shared) -> list[tuple[str, Number]]:
    """Returns whom the places are for, of all that a share can be taken of."""
    rows: list[tuple[str, Number]] = [
        (TO_OTHERS, totals.shared_places),
        (TO_OWN, shared.of - totals.shared_places),
        (UNTOLD, shared.untold),
    ]
    return rows if shared.untold else rows[:-1]


def _picture(title: str, by: str, rows: Iterable[tuple[str, Number]]) -> Picture | None:
    numbers = list(rows)
    whole = Fraction(sum(number for _, number in numbers))
    if whole <= 0:
        return None
    bars = tuple(Bar(label, number, Fraction(number) / whole) for label, number in numbers)
    return Picture(f"{title} (i alt {format_number(int(whole))})", by, bars)
