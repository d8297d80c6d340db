"""The styles of papers in blocks, made from the theme's."""

from typing import Any, NamedTuple

from botilbud_desktop.documents.notes.blocks import Tone
from botilbud_desktop.documents.pdf.engine import TA_RIGHT, ParagraphStyle
from botilbud_desktop.documents.pdf.theme import TextStyle, Theme


class CellStyles(NamedTuple):
    """The styles in a table."""

    text: TextStyle
    number: TextStyle
    missing: TextStyle
    number_missing: TextStyle
    total: TextStyle
    number_total: TextStyle
    head: TextStyle
    number_head: TextStyle
    letter: TextStyle
    number_letter: TextStyle


class NoteStyles(NamedTuple):
    """The styles of a paper."""

    headings: tuple[TextStyle, ...]
    """By level, from the title down; the last one is for all levels below."""
    tones: dict[Tone, TextStyle]
    item: TextStyle
    """An item of a list."""
    label: TextStyle
    """The label of a value."""
    cells: CellStyles
    small_cells: CellStyles


def note_styles(theme: Theme) -> NoteStyles:
    """Returns the styles; they share the theme's fonts and colours."""
    return NoteStyles(
        headings=(
            theme.title,
            _like(theme.heading, 13, 17, spaceBefore=16, spaceAfter=6),
            _like(theme.heading, 10.5, 14, spaceBefore=13, spaceAfter=4),
            _like(theme.heading, 9.5, 13, spaceBefore=10, spaceAfter=3),
        ),
        tones={
            Tone.NORMAL: theme.long_text,
            Tone.NOTE: _like(theme.quiet, 8, 11, spaceAfter=4),
            Tone.WARNING: theme.attention,
        },
        item=_like(theme.body, 9.5, 13.5, leftIndent=14, firstLineIndent=-14, spaceAfter=2),
        label=theme.cell_quiet,
        cells=_cells(theme, 8.5, 11.5),
        small_cells=_cells(theme, 7.5, 10),
    )


def _cells(theme: Theme, size: float, leading: float) -> CellStyles:
    return CellStyles(
        text=_like(theme.cell, size, leading),
        number=_like(theme.number, size, leading),
        missing=_like(theme.cell_quiet, size, leading),
        number_missing=_like(theme.number_quiet, size, leading),
        total=_like(theme.cell_strong, size, leading),
        number_total=_like(theme.number_strong, size, leading),
        head=theme.column,
        number_head=theme.column_right,
        letter=_like(theme.column_letter, size, leading),
        number_letter=_like(theme.column_letter, size, leading, alignment=TA_RIGHT),
    )


def _like(style: TextStyle, size: float, leading: float, **properties: Any) -> TextStyle:
    """Returns a style with letters of another size."""
    name = f"{style.font.name} {size} {sorted(properties)}"
    paragraph = ParagraphStyle(name, parent=style.paragraph, fontSize=size, leading=leading, **properties)
    return style._replace(paragraph=paragraph)
