"""Where a page goes on the paper: in its true size when the printer reaches all that stands on it, else scaled."""

from PySide6.QtCore import QRectF, QSizeF

POINTS_PER_INCH = 72.0
BLANK_EDGE = 10 * POINTS_PER_INCH / 25.4
"""So much of each edge of the documents' pages is blank, in points (10 mm). A printer that cannot print that far out
cuts nothing."""
_TOLERANCE = 1.0
"""How far apart the sizes of two papers may be and still be one format, in points."""


def place_on_paper(page: QSizeF, paper: QSizeF, printable: QRectF) -> QRectF:
    """Where the whole page is drawn on the paper.

    Args:
        page: the page's size in points.
        paper: the paper's size in points.
        printable: what the printer reaches of the paper, in points from its upper left corner.
    """
    same_format = abs(page.width() - paper.width()) <= _TOLERANCE and abs(page.height() - paper.height()) <= _TOLERANCE
    written_on = QRectF(0, 0, page.width(), page.height()).adjusted(BLANK_EDGE, BLANK_EDGE, -BLANK_EDGE, -BLANK_EDGE)
    if same_format and printable.contains(written_on):
        return QRectF(0, 0, page.width(), page.height())
    scale = min(1.0, printable.width() / page.width(), printable.height() / page.height())
    size = page * scale
    left = printable.left() + (printable.width() - size.width()) / 2
    top = printable.top() + (printable.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
