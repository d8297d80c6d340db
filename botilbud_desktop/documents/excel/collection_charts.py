"""The sheet of charts (*diagrammer*) of a collection: small tables, each with a chart that is drawn from its cells."""

from collections.abc import Sequence

from botilbud_desktop.documents.collection.pictures import pictures_of
from botilbud_desktop.documents.excel.sheet import Book, ChartSeries, Sheet, Value
from botilbud_desktop.documents.excel.styles import Kind, Look
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.rules.collection.records import Collection, CollectionTotals
from botilbud_desktop.rules.collection.shared import all_shared, shared_of

_NAME, _TITLE = "Diagrammer", "Diagrammer"
_NOTE = "Hvert diagram viser tallene til venstre for det. De følger ikke filteret i arket Projekter."
_LOAN, _POOL, _PLACES = "Lån, der søges om", "Puljen", "Pladser"
_LOAN_TITLE = "Lån og pulje (hele 1.000 kr.)"
_WIDTHS = (34.0, 18.0, 14.0, 4.0)
_CHART_COLUMN = len(_WIDTHS)
_LEAST_ROWS = 11
"""A chart is so many rows high, with room below it."""


def write_charts(book: Book, collection: Collection, totals: CollectionTotals, round_: Round) -> None:
    """Writes the loan against the pool, the places by region and by law, and whom they are for."""
    sheet = Sheet(book, _NAME, _TITLE, (_NOTE,))
    sheet.set_widths(_WIDTHS)
    sheet.print_on_one_page()
    rows: list[Sequence[Value]] = [(year, totals.loan[year], totals.pool[year] or None) for year in totals.loan]
    said = ", ".join(_loan_said(totals, year) for year in totals.loan)
    _write(sheet, _LOAN_TITLE, ("År", _LOAN, _POOL), rows, f"{_LOAN_TITLE}: {said}.")
    shared = all_shared(shared_of(each.projects) for each in collection.applications)
    for picture in pictures_of(totals, shared, round_):
        _write(
            sheet, picture.title, (picture.by, _PLACES), [(bar.label, bar.number) for bar in picture.bars], picture.said
        )


def _write(sheet: Sheet, title: str, headings: Sequence[str], rows: Sequence[Sequence[Value]], said: str) -> None:
    """Writes a table and its chart at the sheet's next row; without numbers there is no chart."""
    sheet.row += 1
    first = sheet.row
    sheet.line(title)
    for column, heading in enumerate(headings):
        sheet.put(sheet.row, column, heading, Kind.NUMBER if column else Kind.TEXT, Look.HEADING)
    sheet.row += 1
    top = sheet.row
    for row in rows:
        for column, value in enumerate(row):
            sheet.put(sheet.row, column, value, Kind.NUMBER if column else Kind.TEXT)
        sheet.row += 1
    sheet.name_heads(top - 1, sheet.row - 1, len(headings))
    series = [ChartSeries(top - 1, column, top, sheet.row - 1) for column in range(1, len(headings))]
    sheet.add_bar_chart(first, _CHART_COLUMN, title, series, said)
    sheet.row = max(sheet.row, first + _LEAST_ROWS)


def _loan_said(totals: CollectionTotals, year: str) -> str:
    pool = totals.pool[year]
    return f"{year} {format_number(totals.loan[year])}" + (f" af {format_number(pool)}" if pool else "")
