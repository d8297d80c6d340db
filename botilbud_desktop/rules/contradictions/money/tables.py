"""Loans, costs and shares in tables of a text: rows whose columns tabs, lines, slashes or wide gaps keep apart."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from botilbud_desktop.domain.facts.size import Size
from botilbud_desktop.rules.contradictions.context import Context
from botilbud_desktop.rules.contradictions.found import Found
from botilbud_desktop.rules.contradictions.known import Known, sums
from botilbud_desktop.rules.contradictions.money import words
from botilbud_desktop.rules.contradictions.money.comparing import MOST_TIMES
from botilbud_desktop.rules.contradictions.wording import (
    cost_said,
    loan_said,
    places_of_year_said,
    places_said,
    share_said,
)

_ROW = re.compile(r"^[^\n]*[^\n|\t ](?:[|\t]| [|\t ])[^\n]*", re.MULTILINE)
_SLASHED = re.compile(r"^[^\n]* / [^\n]* / [^\n]*", re.MULTILINE)
_GAP = re.compile(r"[ ]?[|\t][ ]?|(?<! ) {2,}")
_SLASH = re.compile(r" / ")
_LABEL_END = re.compile(r"(?:: | \((?=[^()]*\Z))")
_SHORT_YEAR = re.compile(r"(?<!\w)lån\w* '?(?P<year>[0-9]{2})\Z")
_PLACES = re.compile(r"(?:antal |nye )*(?:botilbuds)?(?:pladser|boliger)(?: i alt)?")
_YEARS = frozenset(("år", "årstal"))
_FEW = re.compile(r" ?(?P<number>[0-9]{1,3})(?: (?:pladser|boliger))? ?")
_OTHERS = re.compile(r"(?<!\w)(?:til andre|andre kommuner\w*|andel(?:en)?(?: til)?(?: andre)?)(?!\w)")
_SHARE = re.compile(r" ?(?P<number>[0-9]{1,3}(?:,[0-9]+)?) ?(?P<percent>pct\.?|%|procent)?(?: ?pladser)? ?")
_YEAR = re.compile(r"(?<![0-9.,/-])20[0-9]{2}(?![0-9]|[.,][0-9])")
_NUMBER = re.compile(
    r" ?(?P<number>(?:[0-9]{1,3}(?:[. ][0-9]{3})+|[0-9]+)(?:,[0-9]+)?)"
    r" ?(?P<unit>mio\.?(?: ?kr\.?)?|t\.? ?kr\.?|tkr\.?|kr\.?)? ?"
)
_UNIT = re.compile(r"(?<!\w)(?P<millions>mio|mill)|(?<!\w)(?:t\.? ?kr|tkr|1\.000|tusinde)(?!\w)")
_SUM = re.compile(r"(?<!\w)(?:i alt|ialt|sum|total|samlet|tilsammen|begge)(?!\w)")
_BESIDE = re.compile(r"(?<!\w)(?:ikke|uden|egen\w*|egne|ekskl\.?|eksklusive|øvrigt?|øvrige)(?!\w)")
_NAMELESS = re.compile(r"(?:projekt|lån|sum|ansøgt|beløb|\(?[a-d1-9][).:]?)? ?\Z")
_MOST_ROWS = 40
_TITLE = 160
_LABEL_AND_NUMBER = 2
_LONGEST_CELL = 40
_LARGE = 100_000
_MILLIONS_BELOW = 1_000


class _Column(StrEnum):
    OPEN = "open"
    LOAN = "loan"
    COST = "cost"
    SHARE = "share"
    PLACES = "places"
    YEAR = "year"
    OTHER = "other"


_TOLD = frozenset((_Column.SHARE, _Column.PLACES, _Column.LOAN, _Column.COST))
"""Kinds of columns whose heads make a row one of heads."""


class _Cell(NamedTuple):
    start: int
    text: str


class _Row(NamedTuple):
    start: int
    end: int
    cells: tuple[_Cell, ...]


class _Header(NamedTuple):
    kind: _Column
    """What the line above says of all cells."""
    scale: int
    """In kr.; 0 where it must be told by the numbers."""
    years: tuple[str, ...]
    """Of each column; "" where it has none."""
    columns: tuple[_Column, ...]


def table_contradictions(context: Context) -> Iterator[Found]:
    """Yields amounts in a table's cells that are none of the loans, or none of the costs, of the form."""
    for rows in _tables(context):
        title = _title(context, rows[0].start)
        rows = _aligned(rows)
        header = _header(context, title, rows[0])
        body = rows[1:] if header.columns else rows
        for row in body:
            yield from _of_row(context, header, row)


def _tables(context: Context) -> Iterator[list[_Row]]:
    """Yields the rows that stand below each other."""
    rows: list[_Row] = []
    for row in sorted((*_rows(context, _ROW, _cells), *_rows(context, _SLASHED, _slashed_cells))):
        if rows and row.start == rows[-1].start:
            continue
        gap = len("\n\n") if len(rows) == 1 else len("\n")
        if rows and (row.start - rows[-1].end > gap or len(rows) == _MOST_ROWS):
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def _rows(
    context: Context, pattern: re.Pattern[str], cells: Callable[[Context, int, int], Iterator[_Cell]]
) -> Iterator[_Row]:
    return (_Row(*found.span(), tuple(cells(context, *found.span()))) for found in pattern.finditer(context.text))


def _slashed_cells(context: Context, start: int, end: int) -> Iterator[_Cell]:
    """Yields the cells of `- Asmildhus (§ 107): 8 / 6,5 mio. / 3,5 mio.`, of which the first is the label."""
    at = start
    for position, gap in enumerate((*_SLASH.finditer(context.text, start, end), None)):
        last = end if gap is None else gap.start()
        labels = list(_LABEL_END.finditer(context.text, at, last)) if not position else []
        if labels:
            yield _Cell(at, context.facts.text[at : labels[-1].start()])
            at = labels[-1].end()
        yield _Cell(at, context.facts.text[at:last])
        at = last if gap is None else gap.end()


def _aligned(rows: list[_Row]) -> list[_Row]:
    """Returns the rows without the empty cell that all of them begin with, where they stand apart from the margin."""
    if all(len(row.cells) > 1 and not row.cells[0].text.strip() for row in rows):
        return [row._replace(cells=row.cells[1:]) for row in rows]
    return rows


def _cells(context: Context, start: int, end: int) -> Iterator[_Cell]:
    at = start
    text = context.text
    for gap in _GAP.finditer(text, start, end):
        if gap.start() > start or gap[0].strip(" "):
            yield _Cell(at, context.facts.text[at : gap.start()])
        else:
            yield _Cell(start, "")
        at = gap.end()
    yield _Cell(at, context.facts.text[at:end])


def _title(context: Context, start: int) -> str:
    """Returns the line above a table, also over one empty line."""
    above = context.facts.text[max(0, start - _TITLE) : start].rstrip()
    is_near = start - (max(0, start - _TITLE) + len(above)) <= len("\n\n")
    return above.rsplit("\n", 1)[-1] if is_near else ""


def _header(context: Context, title: str, first: _Row) -> _Header:
    """Returns what the line above and the first row say of the columns; no years where that row is none of heads."""
    years = tuple(_year_of(cell.text, context) for cell in first.cells)
    columns = tuple(map(_kind_of_head, (cell.text for cell in first.cells), years))
    is_head = (any(years[1:]) or _TOLD & {*columns[1:]}) and not any(
        _NUMBER.fullmatch(cell.text) and not _YEAR.search(cell.text) for cell in first.cells
    )
    unit = _UNIT.search(title) or _UNIT.search(" | ".join(cell.text for cell in first.cells) if is_head else "")
    scale = 0 if unit is None else 1_000_000 if unit["millions"] else 1_000
    kind = _kind(title)
    if not is_head:
        return _Header(kind, scale, (), ())
    return _Header(kind, scale, years, columns)


def _year_of(text: str, context: Context) -> str:
    if short := _SHORT_YEAR.search(text.strip()):
        year = str(context.round.century + int(short["year"]))
        return year if year in context.round.year_keys else ""
    found = _YEAR.findall(text)
    return found[0] if len(found) == 1 and found[0] in context.round.year_keys else ""


def _kind(text: str) -> _Column:
    if _BESIDE.search(text):
        return _Column.OTHER
    if words.has_loan(text):
        return _Column.LOAN
    return _Column.COST if words.has_cost(text) else _Column.OPEN


def _kind_of_head(text: str, year: str) -> _Column:
    if _OTHERS.search(text):
        return _Column.SHARE
    if _PLACES.fullmatch(text.strip(" .:")):
        return _Column.PLACES
    if text.strip(" .:") in _YEARS:
        return _Column.YEAR
    if (kind := _kind(text)) is not _Column.OPEN:
        return kind
    if _YEAR.search(text) and not year:
        return _Column.OTHER  # a year before the round, or after it
    rest = _YEAR.sub("", text).strip(" :.()")
    return _Column.OPEN if not rest or _SUM.search(rest) else _Column.OTHER


def _of_row(context: Context, header: _Header, row: _Row) -> Iterator[Found]:
    kind, known, year = _label(context, row.cells[0])
    if kind is _Column.OTHER:
        return
    columns = min(len(row.cells), len(header.columns)) if header.columns else _LABEL_AND_NUMBER
    if _Column.YEAR in header.columns[:columns]:
        year = _year_of(row.cells[header.columns.index(_Column.YEAR)].text, context)
    for column, cell in enumerate(row.cells[1:columns], start=1):
        if header.columns and header.columns[column] is _Column.PLACES:
            yield from _places(context, known, cell, year)
            continue
        if header.columns and header.columns[column] is _Column.SHARE:
            yield from _share(context, known, cell)
            continue
        number = _NUMBER.fullmatch(cell.text) if len(cell.text) <= _LONGEST_CELL else None
        if number is None or (size := _size(number, header.scale)) is None:
            continue
        of_column = header.columns[column] if header.columns else _Column.OPEN
        kinds = [one for one in (of_column, kind, header.kind) if one is not _Column.OPEN]
        start = cell.start + number.start("number")
        end = cell.start + len(cell.text.rstrip())
        of_year = (header.years[column] if header.columns else "") or year
        if kinds and kinds[0] is _Column.LOAN:
            yield from _loan(context, known, of_year, size, start, end)
        elif kinds and kinds[0] is _Column.COST and not of_year:
            yield from _cost(context, known, size, start, end)


def _label(context: Context, cell: _Cell) -> tuple[_Column, Known, str]:
    """Returns what a row is of by its first cell: its kind, its project and its year."""
    text = cell.text.strip()
    kind = _kind(text)
    year = _year_of(text, context)
    named = context.names.named_in(text)
    everything = context.all if context.own is None else context.each[context.own]
    if len(named) == 1 and named[0] is not None:
        return kind, context.each[named[0]], year
    if kind is not _Column.OPEN or _SUM.search(text):
        return kind, everything, year
    rest = _YEAR.sub("", text).strip(" :.")
    is_known = not rest or _NAMELESS.match(rest) or context.names.is_named_in(text)
    return (_Column.OPEN if is_known else _Column.OTHER), everything, year


def _size(number: re.Match[str], scale: int) -> Size | None:
    """Returns what a cell says in kr.; None where its unit is not known."""
    whole, _, decimals = number["number"].partition(",")
    digits = int(re.sub(r"[. ]", "", whole) + decimals)
    if unit := number["unit"]:
        scale = 1_000_000 if unit.startswith("mio") else 1_000 if unit.startswith("t") else 1
    elif not scale:
        scale = _scale_of(digits, len(decimals))
    if not scale:
        return None
    if scale == 1_000 and digits >= _LARGE * 10 and not decimals:
        scale = 1
    value = int(Fraction(digits * scale, 10 ** len(decimals)))
    step = max(1, scale // 10 ** len(decimals))
    return Size(value, value, step)


def _scale_of(digits: int, decimals: int) -> int:
    if decimals:
        return 1_000_000 if digits < _MILLIONS_BELOW * 10**decimals else 0
    return 1 if digits >= _LARGE else 1_000 if digits >= _MILLIONS_BELOW else 0


def _share(context: Context, known: Known, cell: _Cell) -> Iterator[Found]:
    """Yields a cell that gives others another share, or other places, than the form does."""
    found = _SHARE.fullmatch(cell.text) if len(cell.text) <= _LONGEST_CELL else None
    if found is None or not known.shares or not known.wholes:
        return
    whole, _, decimals = found["number"].partition(",")
    size = Fraction(int(whole + decimals), 10 ** len(decimals))
    if found["percent"]:
        is_right = any(Size(size, size, Fraction(1, 10 ** len(decimals))).may_be(one) for one in known.shares)
        is_right = is_right or any(abs(size - one) < 1 for one in known.shares)
    else:
        is_right = size in known.for_others or bool(decimals) or size > max(known.wholes)
    if not is_right:
        start = cell.start + found.start("number")
        yield share_said(context, known, start, cell.start + len(cell.text.rstrip()))


def _places(context: Context, known: Known, cell: _Cell, year: str) -> Iterator[Found]:
    """Yields a cell that gives a project, or a year, other places than the form does."""
    found = _FEW.fullmatch(cell.text) if len(cell.text) <= _LONGEST_CELL else None
    if found is None or not known.groups:
        return
    number = int(found["number"])
    right = sums([group.count for group in known.groups if str(group.year) == year]) if year else known.places
    start, end = cell.start + found.start("number"), cell.start + len(cell.text.rstrip())
    if (
        not right
        or number in right
        or number > MOST_TIMES * known.total
        or number in context.all.wholes - {known.total}
    ):
        return
    if year:
        yield places_of_year_said(context, known, start, end, int(year))
    else:
        yield places_said(context, known, start, end, number)


def _cost(context: Context, known: Known, size: Size, start: int, end: int) -> Iterator[Found]:
    if known.costs and not any(size.may_be(value) for value in known.amounts | known.costs):
        yield cost_said(context, known, start, end)


def _loan(context: Context, known: Known, year: str, size: Size, start: int, end: int) -> Iterator[Found]:
    if not any(value for _year, value in known.loans) or size.lowest > MOST_TIMES * max(known.amounts):
        return
    values = (known.loans_of(year) or {0}) if year else known.amounts
    if not any(size.may_be(value) for value in values) and (year or size.highest):
        yield loan_said(context, known, start, end, year or None)
