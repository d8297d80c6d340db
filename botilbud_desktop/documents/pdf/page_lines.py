"""The lines of small text at the head and the foot of pages."""

from typing import Any

from botilbud_desktop.documents.pdf.engine import Canvas
from botilbud_desktop.documents.pdf.structure.canvas import REPEATED, RULES
from botilbud_desktop.documents.pdf.theme import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    QUIET,
    RULE,
    SIDE_MARGIN,
    THIN,
    Font,
    text_width,
)

SIZE = 8.0
LINE = 11.0
HEADER_TOP = PAGE_HEIGHT - 15 * 72 / 25.4
FOOTER_TOP = 12 * 72 / 25.4
PAGE_NUMBER_WIDTH = 90.0


def draw(canvas: Canvas, text: str, font: Font, colour: Any, x: float, y: float) -> None:
    """Draws a text that begins at `x`."""
    canvas.setFont(font.name, SIZE)
    canvas.setFillColor(colour)
    canvas.drawString(x, y, f"{text} ")


def draw_right(canvas: Canvas, text: str, font: Font, colour: Any, x: float, y: float) -> None:
    """Draws a text that ends at `x`."""
    draw(canvas, text, font, colour, x - text_width(text, font, SIZE), y)


def draw_rules(canvas: Canvas) -> None:
    """Draws the rules between head, text and foot."""
    right = PAGE_WIDTH - SIDE_MARGIN
    canvas.open_artifact(RULES)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(THIN)
    canvas.line(SIDE_MARGIN, HEADER_TOP - LINE - 7, right, HEADER_TOP - LINE - 7)
    canvas.line(SIDE_MARGIN, FOOTER_TOP + 12, right, FOOTER_TOP + 12)
    canvas.close()


def draw_page_number(canvas: Canvas, number: int, pages: int, font: Font) -> None:
    """Draws `Side 2 af 7`, which nobody reads aloud."""
    canvas.open_artifact(REPEATED)
    draw_right(canvas, f"Side {number} af {pages}", font, QUIET, PAGE_WIDTH - SIDE_MARGIN, FOOTER_TOP)
    canvas.close()
