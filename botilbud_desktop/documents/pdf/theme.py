"""The style of all documents: one typeface, a short type scale, three colours and thin rules."""

from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from botilbud_desktop.documents.pdf.engine import (
    A4,
    TA_RIGHT,
    HexColor,
    ParagraphStyle,
    TTFError,
    mm,
    registerFont,
    stringWidth,
)
from botilbud_desktop.documents.pdf.structure.elements import PARAGRAPH
from botilbud_desktop.documents.pdf.structure.fonts import ReadableFont

FONT_FOLDER = "fonts"

PAGE_WIDTH: float
PAGE_HEIGHT: float
PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE_MARGIN: float = 18 * mm
TOP_MARGIN: float = 28 * mm
BOTTOM_MARGIN: float = 20 * mm
TEXT_WIDTH: float = PAGE_WIDTH - 2 * SIDE_MARGIN
TEXT_HEIGHT: float = PAGE_HEIGHT - TOP_MARGIN - BOTTOM_MARGIN

INK = HexColor(0x1B2229)
QUIET = HexColor(0x56606A)
ATTENTION = HexColor(0x9A2A1C)
RULE = HexColor(0xBCC4CB)
STRONG_RULE = HexColor(0x1B2229)

THIN: float = 0.4
THICK: float = 0.9


class Font(NamedTuple):
    """A loaded font: its name in reportlab, and the code points that it has glyphs for."""

    name: str
    characters: AbstractSet[int]


class TextStyle(NamedTuple):
    """The style of a paragraph, and the fonts that it may use."""

    paragraph: Any
    font: Font
    symbols: Font
    """For single characters that `font` lacks, such as the arrow."""
    role: str = PARAGRAPH
    """What such a text is unless told otherwise: a paragraph, or a heading of a level (`H1`)."""

    @property
    def leading(self) -> float:
        """The distance from line to line, in points."""
        return float(self.paragraph.leading)


class Theme(NamedTuple):
    """The styles of the documents."""

    title: TextStyle
    heading: TextStyle
    body: TextStyle
    long_text: TextStyle
    """A user's description: like the body, with a little space after each paragraph."""
    strong: TextStyle
    quiet: TextStyle
    """Small print: the ministry's instructions, notes."""
    quiet_item: TextStyle
    attention: TextStyle
    cell: TextStyle
    cell_strong: TextStyle
    cell_quiet: TextStyle
    number: TextStyle
    number_strong: TextStyle
    number_quiet: TextStyle
    number_attention: TextStyle
    column: TextStyle
    """The wording at the top of a table's column."""
    column_right: TextStyle
    column_letter: TextStyle
    """The letter of the column above it."""


@lru_cache(maxsize=4)
def load_theme(resources: Path) -> Theme:
    """Loads the theme with the fonts in `resources/fonts`."""
    folder = resources / FONT_FOLDER
    regular = _load_font(folder / "NotoSans-Regular.ttf")
    bold = _load_font(folder / "NotoSans-Bold.ttf")
    symbols = _load_font(folder / "NotoSansMath-Regular.ttf")

    def style(size: float, leading: float, font: Font = regular, role: str = PARAGRAPH, **properties: Any) -> TextStyle:
        paragraph = ParagraphStyle(
            f"{font.name} {size}",
            fontName=font.name,
            bulletFontName=font.name,
            fontSize=size,
            leading=leading,
            allowWidows=0,
            **{"textColor": INK, **properties},
        )
        return TextStyle(paragraph, font, symbols, role)

    return Theme(
        title=style(15, 19.5, bold, "H1", spaceAfter=8),
        heading=style(11, 14.5, bold, "H2", spaceBefore=14, spaceAfter=4),
        body=style(9.5, 13.5),
        long_text=style(9.5, 13.5, spaceAfter=4),
        strong=style(9.5, 13.5, bold),
        quiet=style(8, 11, textColor=QUIET),
        quiet_item=style(8, 11, textColor=QUIET, leftIndent=12, firstLineIndent=-12),
        attention=style(9.5, 13.5, bold, textColor=ATTENTION),
        cell=style(8.5, 11.5),
        cell_strong=style(8.5, 11.5, bold),
        cell_quiet=style(8, 11.5, textColor=QUIET),
        number=style(8.5, 11.5, alignment=TA_RIGHT),
        number_strong=style(8.5, 11.5, bold, alignment=TA_RIGHT),
        number_quiet=style(8, 11.5, textColor=QUIET, alignment=TA_RIGHT),
        number_attention=style(8, 11.5, bold, textColor=ATTENTION, alignment=TA_RIGHT),
        column=style(7, 9, textColor=QUIET),
        column_right=style(7, 9, textColor=QUIET, alignment=TA_RIGHT),
        column_letter=style(8.5, 11.5, bold),
    )


def text_width(text: str, font: Font, size: float) -> float:
    """Returns the width of `text` on the page, in points."""
    return float(stringWidth(text, font.name, size))


def _load_font(path: Path) -> Font:
    """Loads a TrueType font under a unique name, also when another folder has a file of the same name."""
    name = f"{path.stem}-{sha256(str(path).encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    try:
        font = ReadableFont(name, str(path))
    except TTFError as error:
        raise OSError(f"the font {path.name} cannot be read") from error
    registerFont(font)
    return Font(name, frozenset(font.face.charToGlyph))
