"""The projects side by side: the columns of the collection's table, in tables that fit an upright page."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.documents.agenda.entries import LEADING, entry_columns, entry_words
from botilbud_desktop.documents.agenda.numbering import NumberedEntry
from botilbud_desktop.documents.collection.cells import NO_NUMBER, Cell
from botilbud_desktop.documents.collection.columns import Column as Source
from botilbud_desktop.documents.collection.columns import columns_of, sum_cell
from botilbud_desktop.documents.column_widths import Wish, in_parts
from botilbud_desktop.documents.notes.blocks import NOTHING, Block, Column, Heading, Table, texts_of
from botilbud_desktop.documents.notes.page import TEXT_WIDTH
from botilbud_desktop.documents.values import BLANK
from botilbud_desktop.domain.round import Round
from botilbud_desktop.rules.collection.records import Collection

_TEXTS = {"bases": 120.0, "building": 84.0, "region": 90.0, "status": 90.0, "file": 100.0}
"""The widths of the columns with words, by name; the others hold numbers."""
_LETTER_WIDTH = 4.3
_LEAST, _MOST = 48.0, 96.0


class _Group(NamedTuple):
    """Columns that belong together."""

    title: str
    names: tuple[str, ...]
    """Their names, or what stands before the full stop in them."""


GROUPS = (
    _Group("Lån og nye pladser", ("loan", "places")),
    _Group("Lovgrundlag, størrelse og bygning", ("bases", "size", "building")),
    _Group("Andel til andre kommuner", ("share", "shared")),
    _Group("Bruttoudgift og takster", ("cost", "rate")),
    _Group("Region, status og fil", ("region", "status", "file")),
)


def project_tables(collection: Collection, entries: Sequence[NumberedEntry], round_: Round) -> Iterator[Block]:
    """Yields a table for each group of columns; more where its columns do not fit beside each other."""
    sources = columns_of(collection)
    for group in GROUPS:
        own = [source for source in sources if source.name.partition(".")[0] in group.names]
        yield Heading(3, group.title)
        yield from _tables(group.title, own, entries)


def _tables(title: str, sources: Sequence[Source], entries: Sequence[NumberedEntry]) -> Iterator[Table]:
    cells = [[_said(source.cell(each.entry)) for each in entries] for source in sources]
    sums = [_sum(source, [cell.key for cell in column]) for source, column in zip(sources, cells, strict=True)]
    columns = [
        *entry_columns(),
        *(
            _column(source, [total, *(cell.text for cell in column)])
            for source, column, total in zip(sources, cells, sums, strict=True)
        ),
    ]
    for part in in_parts([column.wish for column in columns], range(LEADING), TEXT_WIDTH):
        chosen = [index - LEADING for index in part[LEADING:]]
        rows = [
            (*entry_words(each), *(cells[index][row].text or NOTHING for index in chosen))
            for row, each in enumerate(entries)
        ]
        has_sum = any(sources[index].is_summed for index in chosen)
        total = ("I alt", "", "", *(sums[index] for index in chosen)) if has_sum else ()
        yield Table(title, [columns[index] for index in part], rows, total, is_small=True)


def _sum(source: Source, keys: Sequence[object]) -> str:
    if not source.is_summed:
        return ""
    return _said(sum_cell(source, [key for key in keys if isinstance(key, int | Fraction)])).text


def _said(cell: Cell) -> Cell:
    """Returns a cell as papers have it: a dash for a missing number is seen, but not heard."""
    return cell._replace(text=BLANK) if cell.text == NO_NUMBER else cell


def _column(source: Source, texts: Sequence[str]) -> Column:
    title = source.spoken
    if (width := _TEXTS.get(source.name)) is not None:
        return Column(title, texts_of(width))
    longest = max(len(word) for text in (*texts, title) for word in text.split() or [""])
    least = min(_MOST, max(_LEAST, _width_of(longest)))
    wanted = max(_width_of(len(title) // 2), *(_width_of(len(text)) for text in texts))
    return Column(title, Wish(least, min(_MOST, max(least, wanted))), is_number=source.is_number)


def _width_of(characters: int) -> float:
    return characters * _LETTER_WIDTH + 10
