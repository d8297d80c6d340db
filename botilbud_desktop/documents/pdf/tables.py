"""Tables with thin rules. No row is ever taller than a page, so every table can break between its rows."""

from collections.abc import Sequence
from itertools import zip_longest

from botilbud_desktop.documents.pdf.engine import Flowable
from botilbud_desktop.documents.pdf.structure.cells import tag_table
from botilbud_desktop.documents.pdf.structure.flowables import TaggedTable
from botilbud_desktop.documents.pdf.text import (
    LONGEST_PARAGRAPH,
    height_of,
    own_paragraph,
    own_paragraphs,
    shortened,
    user_paragraphs,
)
from botilbud_desktop.documents.pdf.theme import (
    RULE,
    STRONG_RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    THICK,
    THIN,
    TextStyle,
    Theme,
)
from botilbud_desktop.documents.values import BLANK

type Part = list[Flowable]
"""A cell of one row in the PDF."""
type Cell = list[Part]
"""A cell as the reader sees it: parts one below the other, none of them too tall for a page."""
type Command = tuple[object, ...]
"""One of reportlab's commands for the style of a table."""

WHOLE = ((0, 0), (-1, -1))
"""The first and the last cell of a table, as commands name them."""
PADDING = 3.0
_ABOVE = 4.0
_BELOW = 5.0
_MOST_IN_CELL = 20_000
_TALLEST_PART = TEXT_HEIGHT / 2
_SHORTEST_PIECE = 40
_LONGEST_OWN = 600
"""Longer texts of a form are split over several lines of the table: a cell is never too tall for a page."""
_TALLEST_HEAD = TEXT_HEIGHT / 4


def plain_table(
    lines: Sequence[Sequence[Part]],
    widths: Sequence[float],
    theme: Theme,
    commands: Sequence[Command] = (),
    heights: Sequence[float | None] | None = None,
    repeated: int = 0,
) -> Flowable:
    """Returns a table without padding or rules except by `commands`; its first `repeated` lines are on each page.

    It only places its texts: each is read by itself, in their order.
    """
    style: list[Command] = [
        ("FONTNAME", *WHOLE, theme.body.font.name),
        ("VALIGN", *WHOLE, "TOP"),
        ("LEFTPADDING", *WHOLE, 0),
        ("RIGHTPADDING", *WHOLE, 0),
        ("TOPPADDING", *WHOLE, 0),
        ("BOTTOMPADDING", *WHOLE, 0),
        *commands,
    ]
    data = [list(line) for line in lines]
    return TaggedTable(data, list(widths), heights, style=style, repeatRows=repeated, hAlign="LEFT")


def ruled_table(
    head: Sequence[Part],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    theme: Theme,
    total: Sequence[Cell] = (),
    padding: float = PADDING,
    row_heads: int = 1,
) -> Flowable:
    """Returns a table with a head repeated on each page, a rule below each row, and a last row for sums.

    The first columns, `row_heads` of them, tell which row it is.
    """
    tag_table([*rows, *([total] if total else [])], row_heads, head)
    lines: list[list[Part]] = [list(head)]
    ends = [_add_row(row, lines) for row in rows]
    commands: list[Command] = [
        ("LEFTPADDING", (1, 0), (-1, -1), padding),
        ("RIGHTPADDING", (0, 0), (-2, -1), padding),
        *_row_commands(0, [0], ruled=False),
        ("LINEBELOW", (0, 0), (-1, 0), THICK, STRONG_RULE),
        *_row_commands(1, ends),
    ]
    if total:
        start = len(lines)
        end = _add_row(total, lines)
        commands += _row_commands(start, [end], ruled=False)
        commands.append(("LINEABOVE", (0, start), (-1, start), THICK, STRONG_RULE))
    return plain_table(lines, widths, theme, commands, repeated=1)


def label_value_table(pairs: Sequence[tuple[str, str]], theme: Theme, label_width: float) -> Flowable:
    """Returns a table of our labels on the left, users' values on the right; empty ones read `Ikke angivet`."""
    value_width = TEXT_WIDTH - label_width
    rows = [
        [own_cell(label, theme.cell_quiet), user_cell(value, theme.cell, value_width, blank=theme.cell_quiet)]
        for label, value in pairs
    ]
    tag_table(rows, row_heads=1)
    lines: list[list[Part]] = []
    ends = [_add_row(row, lines) for row in rows]
    commands: list[Command] = [
        ("RIGHTPADDING", (0, 0), (0, -1), PADDING),
        ("LINEABOVE", (0, 0), (-1, 0), THIN, RULE),
        *_row_commands(0, ends),
    ]
    return plain_table(lines, [label_width, value_width], theme, commands)


def own_cell(text: str, style: TextStyle) -> Cell:
    """Returns a cell of the program's or ministry's text, or of a number; empty for empty text."""
    return [[paragraph] for paragraph in own_paragraphs(text, style, _LONGEST_OWN)] if text else []


def head_part(text: str, style: TextStyle, width: float) -> Part:
    """Returns the text at the head of a column; one that would take much of the page is cut."""
    return [own_paragraph(shortened(text, style, width, _TALLEST_HEAD), style)]


def fits_in_head(text: str, style: TextStyle, width: float) -> bool:
    """Whether `head_part` shows all of the text."""
    return shortened(text, style, width, _TALLEST_HEAD) == text


def headed_cell(head: str, style: TextStyle, below: Cell) -> Cell:
    """Returns `below` with our own text above it, which stays with its first part."""
    above = own_cell(head, style) or [[own_paragraph(head, style)]]
    first = below[0] if below else []
    return [*above[:-1], [*above[-1], *first], *below[1:]]


def user_cell(text: str, style: TextStyle, width: float, blank: TextStyle | None = None) -> Cell:
    """Returns a cell of a user's text; with `blank`, empty text reads `Ikke angivet` in that style."""
    if not text.strip():
        return [] if blank is None else own_cell(BLANK, blank)
    longest = LONGEST_PARAGRAPH
    while True:
        paragraphs = user_paragraphs(text, style, longest, _MOST_IN_CELL)
        if longest <= _SHORTEST_PIECE or all(height_of([part], width) <= _TALLEST_PART for part in paragraphs):
            return [[paragraph] for paragraph in paragraphs]
        longest //= 3


def _add_row(row: Sequence[Cell], lines: list[list[Part]]) -> int:
    """Adds a row to `lines`, in as many lines as its longest cell has parts; returns the index of the last."""
    nothing: Part = []
    parts = list(zip_longest(*row, fillvalue=nothing)) or [tuple(nothing for _ in row)]
    lines.extend(list(line) for line in parts)
    return len(lines) - 1


def _row_commands(start: int, ends: Sequence[int], ruled: bool = True) -> list[Command]:
    """Returns the padding and the rules of rows that begin at line `start` and end at the lines `ends`.

    One command covers a run of rows of one line each: with thousands of commands a table takes minutes.
    """
    if not ends:
        return []
    last = ends[-1]
    commands: list[Command] = [
        ("TOPPADDING", (0, start), (-1, last), _ABOVE),
        ("BOTTOMPADDING", (0, start), (-1, last), _BELOW),
    ]
    first, run = start, start
    for end in ends:
        if end > first:
            commands += [
                ("TOPPADDING", (0, first + 1), (-1, end), 0),
                ("BOTTOMPADDING", (0, first), (-1, end - 1), 0),
            ]
            if ruled and first > run:
                commands.append(("LINEBELOW", (0, run), (-1, first - 1), THIN, RULE))
            run = end
        first = end + 1
    if ruled:
        commands.append(("LINEBELOW", (0, run), (-1, last), THIN, RULE))
    return commands
