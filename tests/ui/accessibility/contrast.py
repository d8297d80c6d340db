"""How well texts and icons stand out from what is really painted behind them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.accessibility.parts import is_decoration, known_as, shown_parts

_TEXT, _ICON = 4.5, 3.0
_SCALE = 2
"""So large that the strokes of letters are wider than a pixel."""
_FRAME = 4
"""The width of frames that are no text, in px."""
_MOST = QSize(240, 120)
"""So much of a widget is looked at, in px."""


def contrast_complaints(top: QWidget) -> Iterator[str]:
    """Texts of what is not turned off reach 4.5:1, icons 3:1; also of what is scrolled out of sight."""
    pictures: dict[QWidget, QImage] = {}
    for widget in shown_parts(top):
        wanted = _wanted(widget)
        if wanted is None or not widget.isEnabled():
            continue
        holder = _holder(widget, top)
        if holder not in pictures:
            pictures[holder] = _picture_of(holder, top)
        found = highest_contrast(pictures[holder].copy(_looked_at(widget, holder)))
        if found < wanted:
            yield f"{known_as(widget)} stands out by {found:.1f}:1"


def _holder(widget: QWidget, top: QWidget) -> QWidget:
    """What scrolls around a widget, else the whole window."""
    inside = widget
    while (parent := inside.parentWidget()) is not None and parent is not top:
        if parent.objectName() == "qt_scrollarea_viewport":
            return inside
        inside = parent
    return top


def _picture_of(holder: QWidget, top: QWidget) -> QImage:
    picture = QImage(holder.size() * _SCALE, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SCALE)
    picture.fill(top.palette().window().color())
    holder.render(picture)
    return picture


def highest_contrast(picture: QImage) -> float:
    """The contrast of a picture's most usual colour and the one that stands out most from it."""
    counted = Counter(picture_bits(picture))
    if not counted:
        return 21.0
    background = QColor(counted.most_common(1)[0][0])
    return max(contrast(QColor(colour), background) for colour in counted)


def picture_bits(picture: QImage) -> Sequence[int]:
    """The colours of all pixels as numbers, row by row."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(plain.constBits())).cast("I") if not plain.isNull() else ()


def _wanted(widget: QWidget) -> float | None:
    """The contrast that a widget needs; None for what shows neither text nor icon."""
    if isinstance(widget, QLabel) and is_decoration(widget):
        return _ICON
    if isinstance(widget, QLabel | StillText | QLineEdit | QPushButton):
        return _TEXT if widget.text() else None
    if isinstance(widget, LinkButton):
        return _TEXT
    if isinstance(widget, QComboBox):
        return _TEXT if widget.currentText() else None
    return _ICON if isinstance(widget, QAbstractButton) and not widget.icon().isNull() else None


def _looked_at(widget: QWidget, holder: QWidget) -> QRect:
    """The piece of a widget that tells, in the pixels of the picture of `holder`: of long texts, the beginning."""
    has_frame = isinstance(widget, QLineEdit | QComboBox | QPushButton)
    rect = widget.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME) if has_frame else widget.rect()
    if not isinstance(widget, QLineEdit):
        rect.setSize(rect.size().boundedTo(_MOST))
    place = widget.mapTo(holder, QPoint(0, 0)) + rect.topLeft()
    return QRect(place * _SCALE, rect.size() * _SCALE)
