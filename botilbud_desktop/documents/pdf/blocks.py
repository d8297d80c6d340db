"""Blocks that several documents share: headings that stay with their text, a text with its count, a notice."""

from collections.abc import Sequence

from botilbud_desktop.documents.pdf.engine import CondPageBreak, Flowable, Spacer
from botilbud_desktop.documents.pdf.structure.flowables import as_heading
from botilbud_desktop.documents.pdf.tables import PADDING, WHOLE, own_cell, plain_table, user_cell
from botilbud_desktop.documents.pdf.text import height_of, own_paragraph, user_paragraphs
from botilbud_desktop.documents.pdf.theme import (
    ATTENTION,
    RULE,
    STRONG_RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    THICK,
    THIN,
    TextStyle,
    Theme,
)
from botilbud_desktop.documents.values import BLANK, characters
from botilbud_desktop.domain.text.counting import count_characters

_LINES_WITH_HEADING = 4
_COUNT_WIDTH = 130.0


def heading(text: str, theme: Theme, room: float | None = None, level: int = 2) -> list[Flowable]:
    """Returns a heading that moves to the next page unless `room` points of what follows fit below it."""
    paragraphs = as_heading([own_paragraph(text, theme.heading)], level)
    return [_room_for(paragraphs, theme, room), *paragraphs]


def user_heading(
    text: str, theme: Theme, style: TextStyle, room: float | None = None, level: int = 3
) -> list[Flowable]:
    """Returns such a heading with a user's text, such as a project's name."""
    paragraphs = as_heading(user_paragraphs(text, style, most=2_000), level)
    return [_room_for(paragraphs, theme, room), *paragraphs]


def limited_text(label: str, text: str, limit: int | None, theme: Theme, level: int = 2) -> list[Flowable]:
    """Returns a long text below its label and its count, `3.912 af 4.000 tegn`, which is red when over the limit."""
    count = count_characters(text).submitted
    too_long = limit is not None and count > limit
    counted = own_paragraph(characters(count, limit), theme.number_attention if too_long else theme.number_quiet)
    head = plain_table(
        [[as_heading([own_paragraph(label, theme.cell_strong)], level), [counted]]],
        [TEXT_WIDTH - _COUNT_WIDTH, _COUNT_WIDTH],
        theme,
        [
            ("VALIGN", *WHOLE, "BOTTOM"),
            ("TOPPADDING", *WHOLE, 8),
            ("BOTTOMPADDING", *WHOLE, PADDING),
            ("LINEBELOW", *WHOLE, THIN, RULE),
        ],
    )
    shown = user_paragraphs(text, theme.long_text) if text.strip() else [own_paragraph(BLANK, theme.quiet)]
    return [_room_for([head], theme, None), head, Spacer(1, 6), *shown]


def notice(heading_text: str, lines: Sequence[str], theme: Theme, attention: bool = False, level: int = 2) -> Flowable:
    """Returns a short, prominent text with its heading between two rules."""
    colour = ATTENTION if attention else STRONG_RULE
    parts = own_cell(heading_text, theme.attention if attention else theme.strong)
    as_heading([flowable for part in parts for flowable in part], level)
    for line in lines:
        parts += user_cell(line, theme.body, TEXT_WIDTH)
    return plain_table(
        [[part] for part in parts],
        [TEXT_WIDTH],
        theme,
        [
            ("TOPPADDING", (0, 0), (-1, 0), 6),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 8),
            ("LINEABOVE", (0, 0), (-1, 0), THICK, colour),
            ("LINEBELOW", (0, -1), (-1, -1), THICK, colour),
        ],
    )


def together(flowables: list[Flowable], most: float = TEXT_HEIGHT) -> list[Flowable]:
    """Returns `flowables`, after a page break where they fit on a page but not on the rest of this one.

    What is taller than `most` points begins where it stands, so that no large gap is left.
    """
    height = height_of(flowables, TEXT_WIDTH)
    return [CondPageBreak(height), *flowables] if height <= most else flowables


def _room_for(first: list[Flowable], theme: Theme, room: float | None) -> Flowable:
    wanted = height_of(first, TEXT_WIDTH) + (_LINES_WITH_HEADING * theme.body.leading if room is None else room)
    return CondPageBreak(min(wanted, TEXT_HEIGHT))
