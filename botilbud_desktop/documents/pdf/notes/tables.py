"""Tables as rows: widths that fill the page, a head that is repeated, sums that never stand alone."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from botilbud_desktop.documents.column_widths import shared_widths
from botilbud_desktop.documents.notes import blocks
from botilbud_desktop.documents.notes.blocks import NOTHING, Pairs, Table
from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.notes.items import Column, Item, Row, Rule
from botilbud_desktop.documents.pdf.notes.styles import CellStyles, NoteStyles
from botilbud_desktop.documents.pdf.structure.cells import tag_row, tagged_table
from botilbud_desktop.documents.pdf.tables import head_part, own_cell
from botilbud_desktop.documents.pdf.text import LONGEST_PARAGRAPH, own_paragraph, user_paragraphs
from botilbud_desktop.documents.pdf.theme import RULE, STRONG_RULE, TEXT_WIDTH, THICK, THIN, TextStyle
from botilbud_desktop.documents.values import BLANK

type Cell = list[Flowable]
"""The texts of a cell, one below the other."""

_LABELS = 0.34
"""The part of the page's width that labels take."""
_GAP = 7.0
"""Between two columns."""
_ABOVE, _BELOW = 3.0, 4.0
_MOST_IN_CELL = 20_000
_AFTER = 8.0
_THIN, _THICK = Rule(THIN, RULE), Rule(THICK, STRONG_RULE)
_SOFT_HYPHENS = {"botilbudskapaciteten": "botilbuds\u00adkapaciteten"}
"""Where long words of the columns' wordings may be broken."""


def pairs_rows(pairs: Pairs, styles: NoteStyles) -> Iterator[Item]:
    """Yields a row for each label with its value."""
    columns = placed_columns([TEXT_WIDTH * _LABELS, TEXT_WIDTH * (1 - _LABELS)])
    cells = styles.cells
    tagged = tagged_table((), pairs.title)
    last = len(pairs.pairs) - 1
    for index, (label, value) in enumerate(pairs.pairs):
        row = [_flat(own_cell(label, styles.label)), _texts(value, cells.text, cells.missing)]
        tag_row(tagged, [[cell] for cell in row], row_heads=1)
        yield Row(
            row,
            columns,
            _ABOVE,
            _BELOW,
            rule_above=_THIN if index == 0 else None,
            rule_below=_THIN,
            before=0 if index else _AFTER / 2,
            after=_AFTER if index == last else 0,
            keeps=pairs.is_undivided and index < last,
        )


def table_rows(table: Table, styles: NoteStyles) -> Iterator[Item]:
    """Yields the head of a table, its rows and its sums; each is made when it is asked for, and not kept."""
    used = styles.small_cells if table.is_small else styles.cells
    columns = placed_columns(shared_widths([column.wish for column in table.columns], TEXT_WIDTH))
    head = [_head(column, used, place.width) for column, place in zip(table.columns, columns, strict=True)]
    tagged = tagged_table(head, table.title)
    top = Row(head, columns, 0, _BELOW, rule_below=_THICK, before=_AFTER, keeps=True)
    yield top
    last = len(table.rows) - 1
    for index, values in enumerate(table.rows):
        row = _cells(table, values, used)
        tag_row(tagged, [[cell] for cell in row], row_heads=1)
        is_last = index == last
        yield Row(
            row,
            columns,
            _ABOVE,
            _BELOW,
            rule_below=None if is_last and table.total else _THIN,
            after=_AFTER if is_last and not table.total else 0,
            keeps=is_last and bool(table.total),
            head=top,
            least_height=table.least_height,
        )
    if table.total:
        total = _sums(table, used)
        tag_row(tagged, [[cell] for cell in total], row_heads=1)
        yield Row(total, columns, _ABOVE, _BELOW, rule_above=_THICK, after=_AFTER, head=top)


def placed_columns(widths: Sequence[float]) -> list[Column]:
    """Returns the places of columns of such widths; between two is a gap."""
    ends = list(accumulate(widths))
    last = len(widths) - 1
    return [
        Column(end - width, max(width - (_GAP if index < last else 0), 1))
        for index, (end, width) in enumerate(zip(ends, widths, strict=True))
    ]


def _head(column: blocks.Column, styles: CellStyles, width: float) -> Cell:
    letter, title = (styles.number_letter, styles.number_head) if column.is_number else (styles.letter, styles.head)
    words = column.title
    for word, broken in _SOFT_HYPHENS.items():
        words = words.replace(word, broken)
    above = [own_paragraph(column.letter, letter)] if column.letter else []
    return [*above, *(head_part(words, title, width) if words else [])]


def _cells(table: Table, values: Sequence[str], styles: CellStyles) -> list[Cell]:
    return [
        _texts(value, styles.number, styles.number_missing)
        if column.is_number
        else _texts(value, styles.text, styles.missing)
        for column, value in zip(table.columns, values, strict=True)
    ]


def _sums(table: Table, styles: CellStyles) -> list[Cell]:
    return [
        _texts(value or NOTHING, styles.number_total if column.is_number else styles.total, styles.missing)
        for column, value in zip(table.columns, table.total, strict=True)
    ]


def _texts(value: str, style: TextStyle, missing: TextStyle) -> Cell:
    """Returns a paragraph for each line; `Ikke angivet` for an empty value, nothing for `NOTHING`."""
    if value == NOTHING:
        return []
    if not value.strip():
        return [own_paragraph(BLANK, missing)]
    return user_paragraphs(value, style, LONGEST_PARAGRAPH, _MOST_IN_CELL)


def _flat(parts: Sequence[Cell]) -> Cell:
    return [flowable for part in parts for flowable in part]
