"""Where a page goes on the paper: in true size when the printer reaches all its contents, else scaled."""

from PySide6.QtCore import QRectF, QSizeF

POINTS_PER_INCH = 72.0
BLANK_EDGE = 10 * POINTS_PER_INCH / 25.4
"""The blank edge of the documents' pages, in points (10 mm). A printer that cannot print there cuts off nothing."""
_TOLERANCE = 1.0
"""The most that two sizes of paper of one format differ, in points."""


def fit_on_paper(page: QSizeF, paper: QSizeF, printable: QRectF) -> QRectF:
    """Returns where the whole page is drawn on the paper.

    Args:
        page: the page's size in points.
        paper: the paper's size in points.
        printable: the area that the printer reaches, in points from the upper left corner of the paper.
    """
    same_format = abs(page.width() - paper.width()) <= _TOLERANCE and abs(page.height() - paper.height()) <= _TOLERANCE
    contents = QRectF(0, 0, page.width(), page.height()).adjusted(BLANK_EDGE, BLANK_EDGE, -BLANK_EDGE, -BLANK_EDGE)
    if same_format and printable.contains(contents):
        return QRectF(0, 0, page.width(), page.height())
    scale = min(1.0, printable.width() / page.width(), printable.height() / page.height())
    size = page * scale
    left = printable.left() + (printable.width() - size.width()) / 2
    top = printable.top() + (printable.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
