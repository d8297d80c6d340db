"""Divides the lines of a page into tables and running text."""

from collections.abc import Sequence

from botilbud_desktop.documents.foreign.meter import Meter
from botilbud_desktop.documents.foreign.words.lines import Cell, Line
from botilbud_desktop.documents.foreign.words.placed import PageText, Rule
from botilbud_desktop.documents.foreign.words.rows import NumberedLine, Row, rows_of, rules_between

_LEADING = 1.45
"""Lines of one cell follow each other within so many times their size."""
_FARTHEST = 3.2
"""The same of rows without a rule between them."""
_ALIGNED = 6.0
"""Cells of one column begin or end within so many points of each other."""
_OTHER_SIZE = 1.15
_WIDER = 1.3
_BESIDE = 2.0
"""A rule is that of a row within so many times the size of its letters."""
_TWO_RULES = 4.0
"""Rules that are so many points apart are the end of one table and the beginning of another."""

type Region = list[NumberedLine] | list[Row]


def regions_of(lines: Sequence[NumberedLine], page: PageText, meter: Meter) -> list[Region]:
    """Returns running text and tables in their order."""
    regions: list[Region] = []
    text: list[NumberedLine] = []
    position = 0
    while position < len(lines):
        end = _end_of_table(lines, position, page.rules, meter)
        if end > position:
            regions += [text] if text else []
            text = []
            regions.append(rows_of(lines[position:end], page))
            position = end
        else:
            text.append(lines[position])
            position += 1
    return [*regions, text] if text else regions


def _end_of_table(lines: Sequence[NumberedLine], start: int, rules: Sequence[Rule], meter: Meter) -> int:
    """Returns the line after the table that begins at a line; `start` when none does."""
    meter.work(1 + len(rules) // 2)
    if not _begins_table(lines, start, rules):
        return start
    end = start + 1
    while end < len(lines):
        before, line = lines[end - 1].line, lines[end].line
        meter.work(1 + len(rules) // 2 + (end - start) * len(line.cells))
        between = rules_between(before, line, rules)
        is_far = before.bottom - line.bottom > _FARTHEST * max(line.size, before.size)
        if (is_far and not between) or _are_of_two_tables(between):
            break
        above = [each.line for each in lines[start:end]]
        if len(line.cells) > 1:
            if any(_differs(line, other) for other in above):
                return _without_heading(lines, start, end)
        elif not _belongs(above, lines, end, rules):
            break
        end += 1
    return end


def _begins_table(lines: Sequence[NumberedLine], start: int, rules: Sequence[Rule]) -> bool:
    """Whether a line is a row: it has several cells, or stands between rules above one that has."""
    line = lines[start].line
    if len(line.cells) > 1:
        return True
    if start + 1 >= len(lines):
        return False
    after = lines[start + 1].line
    is_alike = max(line.size, after.size) <= _OTHER_SIZE * min(line.size, after.size)
    between = rules_between(line, after, rules)
    is_ruled = bool(between) and not _are_of_two_tables(between) and _has_rule_beside(line, rules, is_above=True)
    is_head = not between and line.left > after.left + _ALIGNED and _is_near(line, after)
    return len(after.cells) > 1 and is_alike and (is_ruled or (is_head and _is_over_last(line, after)))


def _is_over_last(line: Line, after: Line) -> bool:
    """Whether a line is the heading of a column other than the first."""
    return any(_is_aligned(line.cells[0], (cell.left, cell.right)) for cell in after.cells[1:])


def _is_near(before: Line, line: Line) -> bool:
    return before.bottom - line.bottom <= _FARTHEST * max(line.size, before.size)


def _are_of_two_tables(between: Sequence[Rule]) -> bool:
    heights = [rule.height for rule in between]
    return bool(heights) and max(heights) - min(heights) > _TWO_RULES


def _differs(line: Line, other: Line) -> bool:
    """Whether two rows cannot have the same columns: a cell of one stands below two of the other."""
    return len(other.cells) > 1 and (_is_over_several(line, other) or _is_over_several(other, line))


def _is_over_several(line: Line, other: Line) -> bool:
    return any(
        sum(1 for each in other.cells if each.left < cell.right and each.right > cell.left) > 1 for cell in line.cells
    )


def _without_heading(lines: Sequence[NumberedLine], start: int, end: int) -> int:
    """Returns where a table ends whose last line is the heading of the next one's column."""
    last = lines[end - 1].line
    is_heading = end - 1 > start and len(last.cells) == 1 and last.left > lines[end].line.left + _ALIGNED
    return end - 1 if is_heading else end


def _belongs(above: Sequence[Line], lines: Sequence[NumberedLine], at: int, rules: Sequence[Rule]) -> bool:
    """Whether a line with one cell belongs to the table above: it goes on in a cell, or stands between rules."""
    before, line = above[-1], lines[at].line
    columns = [(cell.left, cell.right) for each in above for cell in each.cells if len(each.cells) > 1]
    if not any(_is_aligned(line.cells[0], column) for column in columns):
        return False
    if max(line.size, before.size) > _OTHER_SIZE * min(line.size, before.size):
        return False
    if rules_between(before, line, rules):
        return _has_rule_beside(line, rules, is_above=False)
    if before.bottom - line.bottom > _LEADING * max(line.size, before.size):
        return line.left > min(start for start, _end in columns) + _ALIGNED
    widest = max(end - start for start, end in columns)
    return line.right - line.left <= _WIDER * widest


def _has_rule_beside(line: Line, rules: Sequence[Rule], *, is_above: bool) -> bool:
    """Whether a rule stands right above or below a line, across it."""
    for rule in rules:
        distance = rule.height - line.bottom - line.size / 2 if is_above else line.bottom - rule.height
        if 0 < distance < _BESIDE * line.size and rule.left < line.right and rule.right > line.left:
            return True
    return False


def _is_aligned(cell: Cell, column: tuple[float, float]) -> bool:
    start, end = column
    return abs(cell.left - start) < _ALIGNED or abs(cell.right - end) < _ALIGNED or start <= cell.left < end
