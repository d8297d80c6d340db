"""The sums of a collection: loan against the pool year by year, and places by region and by law."""

from collections.abc import Iterator

from botilbud_desktop.documents.collection.cells import fraction_text
from botilbud_desktop.documents.notes.blocks import (
    NOTHING,
    Block,
    Column,
    Heading,
    Pairs,
    Paragraphs,
    Table,
    Tone,
    numbers_of,
    texts_of,
)
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.collection.records import Collection, CollectionTotals
from botilbud_desktop.rules.collection.wording import (
    MAY_BE_TWICE,
    doubted_said,
    pool_share_text,
    regions_said,
    without_loan_said,
)

POOL, REGIONS, LAWS, SHARED = "Lån og puljen", "Regioner", "Pladser efter lovgrundlag", "Pladser til andre kommuner"
_UNIT = "Alle beløb er i hele 1.000 kr."


def sums(collection: Collection, round_: Round) -> Iterator[Block]:
    """Yields the tables with a sentence for each year; what is doubtful stands first."""
    totals = collection.totals
    if totals is None:
        return
    if not collection.is_counted_once:
        yield Paragraphs(MAY_BE_TWICE, Tone.WARNING)
    yield from (Paragraphs(doubt, Tone.WARNING) for doubt in doubted_said(totals))
    for year in round_.year_keys:
        yield Paragraphs(_year_in_words(year, totals))
    yield Paragraphs(" ".join((_UNIT, *without_loan_said(totals))), Tone.NOTE)
    yield _pool(totals, round_)
    yield Heading(3, REGIONS)
    yield _regions(totals, round_)
    yield Paragraphs(regions_said(totals))
    yield Heading(3, LAWS)
    yield _laws(totals, round_)
    yield Pairs(SHARED, [(SHARED, fraction_text(totals.shared_places))])
    if totals.without_share:
        number = counted(totals.without_share, "projekt", "projekter")
        yield Paragraphs(f"Andelen i pladser kan ikke regnes ud for {number}, som ikke er med i tallet.", Tone.NOTE)


def _year_in_words(year: str, totals: CollectionTotals) -> str:
    share = totals.pool_share(year)
    asked = f"For {year} søges der om lån på {format_number(totals.loan[year])}"
    if share is None:
        return f"{asked}. Runden oplyser ingen pulje for {year}."
    return f"{asked}, svarende til {pool_share_text(share)} af puljen på {format_number(totals.pool[year])}."


def _pool(totals: CollectionTotals, round_: Round) -> Table:
    columns = (
        Column("År", texts_of(60)),
        Column("Lån, der søges om", numbers_of(100), is_number=True),
        Column("Puljen", numbers_of(90), is_number=True),
        Column("Del af puljen", numbers_of(90), is_number=True),
        Column(f"Nye pladser efter {round_.eligible_law}", numbers_of(110), is_number=True),
    )
    rows = [
        (
            year,
            format_number(totals.loan[year]),
            format_number(totals.pool[year]) if totals.pool[year] else "",
            "" if totals.pool_share(year) is None else pool_share_text(totals.pool_share(year)),
            format_number(totals.places[year]),
        )
        for year in round_.year_keys
    ]
    loan, places = format_number(sum(totals.loan.values())), format_number(sum(totals.places.values()))
    return Table(POOL, columns, rows, ("I alt", loan, "", "", places))


def _regions(totals: CollectionTotals, round_: Round) -> Table:
    columns = (
        Column("Region", texts_of(120)),
        Column("Ansøgninger", numbers_of(80), is_number=True),
        Column("Projekter", numbers_of(70), is_number=True),
        Column("Lån", numbers_of(80), is_number=True),
        Column(f"Nye pladser efter {round_.eligible_law}", numbers_of(110), is_number=True),
    )
    rows = [(each.region, *map(format_number, each[1:])) for each in totals.regions]
    return Table(REGIONS, columns, rows)


def _laws(totals: CollectionTotals, round_: Round) -> Table:
    labels = {choice.code: choice.label for choice in round_.legal_bases}
    columns = (Column("Lovgrundlag", texts_of(240)), Column("Pladser i alt", numbers_of(90), is_number=True))
    rows = [(labels.get(basis, basis), format_number(number)) for basis, number in totals.by_basis.items()]
    return Table(LAWS, columns, rows or [("Ingen pladser", NOTHING)])
