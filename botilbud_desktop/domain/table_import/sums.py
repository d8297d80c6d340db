"""Finds the rows of sums in a table by what they hold and what they are called: *I alt*, *Hovedtotal*, a subtotal.

A row is left out as a sum only where name and figures agree. Where they do not, it stays and is asked about.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import Enum, IntEnum
from typing import NamedTuple

from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.figures import is_figure
from botilbud_desktop.domain.table_import.headings import (
    NAME,
    ends_as_total,
    hints_at_total,
    is_plainly_total,
    is_total,
)
from botilbud_desktop.domain.table_import.reading import EMPTY_VERDICTS, ReadCell, Verdict
from botilbud_desktop.domain.table_import.said import UNTICK
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of

IS_A_SUM = f"Rækken er summen af rækker over den. Er det et projekt? {UNTICK}"
HEADS_A_SUM = f"Rækken er summen af rækkerne lige under den. Er det et projekt? {UNTICK}"
NAMED_LIKE_A_SUM = f"Rækken ligner en sum. Er det et projekt? {UNTICK}"
_SUMMED = (FieldKind.LOAN, FieldKind.EXPANSION, FieldKind.AMOUNT, FieldKind.COUNT)


class _Named(IntEnum):
    OTHERWISE = 0
    LIKE_PART_OF_A_SUM = 1
    """A word for a sum before other words: *Samlet bosted*. It is probably a project's name."""
    LIKE_A_SUM_OF_SOME = 2
    """A word for a sum behind other words: *Nord i alt*. It may be a project's name."""
    NOT = 3
    LIKE_A_SUM = 4


class _Match(Enum):
    """How the figures of a row relate to the sums of others."""

    EQUAL = "equal"
    PARTLY_EQUAL = "partly equal"
    """Equal in its own columns, and empty in others that the rows above fill in."""
    EQUAL_TO_ONE = "equal to one"
    """Equal to a single row, which any two rows may be."""
    UNEQUAL = "unequal"
    UNKNOWN = "unknown"


class SumCandidate(NamedTuple):
    """A row that may be a project or a sum."""

    source: int
    name: str
    figures: Mapping[str, int]
    """The figures that can be summed, by the path of the form."""
    unread: frozenset[str]
    """The paths whose cells hold something that is no number."""
    has_figures: bool
    """Whether any of its figures is not zero."""
    is_like_a_project: bool
    """Whether it has a date, or a share and no figures, as projects have and sums do not."""
    has_name: bool
    """Whether something stands in the column of names; it may be a number."""


def sum_candidate(source: int, name: str, cells: Mapping[str, ReadCell]) -> SumCandidate:
    """Returns what of a row matters for sums."""
    summed = {path: cell for path, cell in cells.items() if kind_of(path) in _SUMMED}
    figures = {path: cell.value for path, cell in summed.items() if isinstance(cell.value, int)}
    unread = frozenset(path for path, cell in summed.items() if cell.verdict is Verdict.NOT_UNDERSTOOD)
    others = {kind_of(path) for path, cell in cells.items() if cell.value is not None}
    has_figures = any(figures.values())
    is_like_a_project = FieldKind.DATE in others or (FieldKind.SHARE in others and not has_figures)
    has_name = NAME in cells and cells[NAME].verdict not in EMPTY_VERDICTS
    return SumCandidate(source, name, figures, unread, has_figures, is_like_a_project, has_name)


class FoundSums(NamedTuple):
    """The rows that are sums, and those that are asked about, by their index in the table."""

    sums: frozenset[int]
    doubts: Mapping[int, str]
    """What is asked about a row."""


def find_sums(rows: Sequence[SumCandidate], round_: Round, odd: Collection[int] = ()) -> FoundSums:
    """Returns which of the rows are sums of others; `odd` are those that are hardly projects, such as an average."""
    sums: set[int] = set()
    doubts = {row.source: HEADS_A_SUM for index, row in enumerate(rows) if _heads_a_group(row, rows[index + 1 :])}
    above: list[SumCandidate] = []
    group: list[SumCandidate] = []
    for row in rows:
        named = _named(row, round_)
        sure = [one for one in above if one.source not in doubts]
        addends = [group, [one for one in group if one.source not in doubts], above, sure]
        addends += [[one for one in some if one.source not in odd] for some in (group, sure) if odd]
        if not above and named is _Named.LIKE_A_SUM:
            addends.append([one for one in rows if one is not row and not is_total(one.name, round_)])
        match = _match(row, addends, slack=named is _Named.LIKE_A_SUM and is_plainly_total(row.name))
        if match is _Match.UNKNOWN and not row.has_figures and (not above or any(one.has_figures for one in above)):
            match = _Match.UNEQUAL
        if match is _Match.EQUAL_TO_ONE and named is _Named.LIKE_A_SUM and not is_plainly_total(row.name):
            named = _Named.LIKE_A_SUM_OF_SOME
        is_sum, doubt = _judged(named, match, is_like_a_project=row.is_like_a_project)
        if is_sum:
            sums.add(row.source)
            group = []
            continue
        if doubt:
            doubts[row.source] = doubt
        above.append(row)
        group.append(row)
    return FoundSums(frozenset(sums), doubts)


def _judged(named: _Named, match: _Match, *, is_like_a_project: bool) -> tuple[bool, str]:
    """Returns whether the row is a sum, and what is asked about it otherwise."""
    match named:
        case _Named.LIKE_A_SUM:
            is_sum = match is not _Match.UNEQUAL and not is_like_a_project
            return is_sum, "" if is_sum else NAMED_LIKE_A_SUM
        case _Named.LIKE_PART_OF_A_SUM | _Named.LIKE_A_SUM_OF_SOME | _Named.NOT:
            if match is _Match.EQUAL and not is_like_a_project:
                return True, ""
            if match in (_Match.EQUAL, _Match.PARTLY_EQUAL, _Match.EQUAL_TO_ONE):
                return False, IS_A_SUM
            return False, NAMED_LIKE_A_SUM if named is _Named.LIKE_A_SUM_OF_SOME else ""
        case _:
            return False, IS_A_SUM if match in (_Match.EQUAL, _Match.PARTLY_EQUAL) else ""


def _heads_a_group(row: SumCandidate, below: Sequence[SumCandidate]) -> bool:
    """Whether a row holds the sum of the rows right below it, as the groups of a pivot table do."""
    figures = {path: figure for path, figure in row.figures.items() if figure}
    if not figures or row.is_like_a_project or min(figures.values()) < 0:
        return False
    total: Counter[str] = Counter()
    count = 0
    for one in below:
        total.update(one.figures)
        count += one.has_figures
        if any(figure > figures.get(path, 0) for path, figure in total.items()):
            return False
        if count > 1 and +total == figures:
            return True
    return False


def _named(row: SumCandidate, round_: Round) -> _Named:
    name = row.name
    if is_total(name, round_):
        return _Named.LIKE_A_SUM
    if not name or (is_figure(name) and not row.has_name):
        return _Named.NOT
    if not hints_at_total(name):
        return _Named.OTHERWISE
    return _Named.LIKE_A_SUM_OF_SOME if ends_as_total(name) else _Named.LIKE_PART_OF_A_SUM


def _match(row: SumCandidate, groups: Iterable[Sequence[SumCandidate]], *, slack: bool) -> _Match:
    """Returns the best match of a row with one of the groups of rows above it."""
    found = {_compared(row, group, slack=slack) for group in groups}
    best = (_Match.EQUAL, _Match.PARTLY_EQUAL, _Match.EQUAL_TO_ONE, _Match.UNEQUAL)
    return next((match for match in best if match in found), _Match.UNKNOWN)


def _compared(row: SumCandidate, group: Sequence[SumCandidate], *, slack: bool) -> _Match:
    """Compares a row with the sum of others; `slack` allows for figures that were rounded one by one."""
    figures = row.figures
    known = [path for path in figures if not any(path in one.unread for one in group)]
    totals = {path: sum(one.figures.get(path, 0) for one in group) for path in known}
    if any(abs(figures[path] - total) > _most_off(path, group, slack=slack) for path, total in totals.items()):
        return _Match.UNEQUAL
    if not any(figures[path] for path in totals):
        return _Match.UNKNOWN
    if sum(one.has_figures for one in group) < 2:
        return _Match.EQUAL_TO_ONE
    is_whole = all(path in figures for one in group for path, figure in one.figures.items() if figure)
    return _Match.EQUAL if is_whole else _Match.PARTLY_EQUAL


def _most_off(path: str, group: Sequence[SumCandidate], *, slack: bool) -> int:
    """Returns how far a sum may be from its figures: amounts are rounded one by one, places are not."""
    return len(group) // 2 if slack and kind_of(path) in (FieldKind.LOAN, FieldKind.AMOUNT) else 0
