"""Tables: widths that fill the page, a head that is repeated, rows that are not divided."""

from collections.abc import Iterator, Sequence

from botilbud_desktop.documents.column_widths import shared_widths
from botilbud_desktop.documents.notes.blocks import NOTHING, Column, Pairs, Table
from botilbud_desktop.documents.notes.page import TEXT_WIDTH
from botilbud_desktop.documents.values import BLANK
from botilbud_desktop.documents.word.elements import Element, element, paragraph
from botilbud_desktop.documents.word.styles import PAIRS, TABLE
from botilbud_desktop.documents.word.text import lines_of

_LABELS = 0.38
"""The part of the page's width that labels take."""
_LONGEST_UNDIVIDED = 1_500
"""Characters; a row with a longer text may go on over the page."""
_SOFT_HYPHENS = {"botilbudskapaciteten": "botilbuds\u00adkapaciteten"}
"""Where long words of the columns' wordings may be broken."""


def pairs_table(pairs: Pairs) -> Element:
    """Returns a table of labels and values."""
    widths = [TEXT_WIDTH * _LABELS, TEXT_WIDTH * (1 - _LABELS)]
    last = len(pairs.pairs) - 1
    rows = [
        _row(
            [
                _cell(_texts(label, "CellHead", with_next=kept), widths[0]),
                _cell(_texts(value, "CellText", with_next=kept), widths[1]),
            ],
            value,
        )
        for label, value, kept in (
            (label, value, pairs.is_undivided and index < last) for index, (label, value) in enumerate(pairs.pairs)
        )
    ]
    return _table(pairs.title, PAIRS, widths, rows, first_row="0", first_column="1")


def columns_table(table: Table) -> Element:
    """Returns a table with its head, its rows and its sums."""
    size = "Small" if table.is_small else "Cell"
    widths = shared_widths([column.wish for column in table.columns], TEXT_WIDTH)
    head = [_cell(list(_head(column, size)), width) for column, width in zip(table.columns, widths, strict=True)]
    rows = [_row(head, "", is_head=True)]
    for values in table.rows:
        is_last = bool(table.total) and values is table.rows[-1]  # so that no sum stands alone on a page
        cells = _cells(table, values, widths, size, with_next=is_last)
        rows.append(_row(list(cells), max(values, key=len), least_height=table.least_height))
    if table.total:
        rows.append(_row(list(_sums(table, widths, size)), ""))
    return _table(table.title, TABLE, widths, rows, first_row="1", first_column="0")


def _head(column: Column, size: str) -> Iterator[Element]:
    style = f"{size}NumberHead" if column.is_number else f"{size}Head"
    if column.letter:
        yield paragraph(column.letter, style)
    title = column.title
    for word, broken in _SOFT_HYPHENS.items():
        title = title.replace(word, broken)
    yield from _texts(title, style)


def _cells(
    table: Table, values: Sequence[str], widths: Sequence[float], size: str, *, with_next: bool
) -> Iterator[Element]:
    for column, value, width in zip(table.columns, values, widths, strict=True):
        style = f"{size}Number" if column.is_number else f"{size}Text"
        yield _cell(_texts(value, style, with_next=with_next), width)


def _sums(table: Table, widths: Sequence[float], size: str) -> Iterator[Element]:
    for column, value, width in zip(table.columns, table.total, widths, strict=True):
        style = f"{size}NumberTotal" if column.is_number else f"{size}Total"
        yield _cell(_texts(value, style) if value else [paragraph("", style)], width)


def _texts(value: str, style: str, *, with_next: bool = False) -> list[Element]:
    """Returns a paragraph for each line; `Ikke angivet` for an empty value, nothing but space for `NOTHING`."""
    lines = lines_of(value)
    if not lines and value != NOTHING:
        lines, style = [BLANK], f"{style.removesuffix('Text')}Missing"
    return [paragraph(line, style, with_next=with_next) for line in lines or [""]]


def _cell(texts: Sequence[Element], width: float) -> Element:
    return element("tc", element("tcPr", element("tcW", w=_twentieths(width), type="dxa")), *texts)


def _row(cells: Sequence[Element], longest: str, *, is_head: bool = False, least_height: float = 0) -> Element:
    rules = [element("cantSplit")] if len(longest) <= _LONGEST_UNDIVIDED else []
    if least_height:
        rules.append(element("trHeight", val=_twentieths(least_height), hRule="atLeast"))
    if is_head:
        rules.append(element("tblHeader"))
    return element("tr", element("trPr", *rules), *cells)


def _table(
    title: str, style: str, widths: Sequence[float], rows: Sequence[Element], first_row: str, first_column: str
) -> Element:
    look = {"firstRow": first_row, "firstColumn": first_column, "lastRow": "0", "lastColumn": "0"}
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=_twentieths(sum(widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", **look, noHBand="1", noVBand="1"),
        element("tblCaption", val=title),
    )
    grid = element("tblGrid", *(element("gridCol", w=_twentieths(width)) for width in widths))
    return element("tbl", properties, grid, *rows)


def _twentieths(points: float) -> str:
    return str(round(points * 20))
