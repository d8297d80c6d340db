"""Measures the contrast of texts and icons against the background that is really painted."""

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from botilbud_desktop.ui.style.selection import contrast
from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.accessibility.parts import is_decoration, known_as, shown_parts

_TEXT, _ICON = 4.5, 3.0
SCALE = 2
"""Scale of the picture; strokes of letters are then wider than one pixel."""
_FRAME = 4
"""Width of a widget's frame in px; it contains no text."""
_MAX_SIZE = QSize(240, 120)
"""Largest area of a widget that is examined, in px."""


def contrast_complaints(top: QWidget) -> Iterator[str]:
    """Complains about enabled widgets below 4.5:1 (texts) or 3:1 (icons), also when scrolled out of sight."""
    pictures: dict[QWidget, QImage] = {}
    for widget in shown_parts(top):
        required = _required_contrast(widget)
        if required is None or not widget.isEnabled():
            continue
        holder = scrolled_content(widget, top)
        if holder not in pictures:
            pictures[holder] = picture_of(holder, top)
        found = highest_contrast(pictures[holder].copy(_examined_rect(widget, holder)))
        if found < required:
            yield f"{known_as(widget)} stands out by {found:.1f}:1"


def scrolled_content(widget: QWidget, top: QWidget) -> QWidget:
    """Returns the scrolled content around a widget, or the whole window."""
    inside = widget
    while (parent := inside.parentWidget()) is not None and parent is not top:
        if parent.objectName() == "qt_scrollarea_viewport":
            return inside
        inside = parent
    return top


def picture_of(holder: QWidget, top: QWidget) -> QImage:
    picture = QImage(holder.size() * SCALE, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(SCALE)
    picture.fill(top.palette().window().color())
    holder.render(picture)
    return picture


def highest_contrast(picture: QImage) -> float:
    """Returns the highest contrast between a picture's most frequent colour and any other in it."""
    counted = Counter(picture_bits(picture))
    if not counted:
        return 21.0
    background = QColor(counted.most_common(1)[0][0])
    return max(contrast(QColor(colour), background) for colour in counted)


def indicator_contrast(button: QCheckBox | QRadioButton) -> float:
    """Returns how far the box or the circle of `button` stands out, whether or not it is ticked."""
    parts = QStyle.SubElement
    part = parts.SE_CheckBoxIndicator if isinstance(button, QCheckBox) else parts.SE_RadioButtonIndicator
    option = QStyleOptionButton()
    button.initStyleOption(option)
    place: QRect = button.style().subElementRect(part, option, button)
    return highest_contrast(button.grab(place).toImage())


def picture_bits(picture: QImage) -> Sequence[int]:
    """Returns the colours of all pixels as numbers, row by row."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(bytes(plain.constBits())).cast("I") if not plain.isNull() else ()


def _required_contrast(widget: QWidget) -> float | None:
    """Returns the contrast that a widget needs; None if it shows neither text nor icon."""
    if isinstance(widget, QLabel) and is_decoration(widget):
        return _ICON
    if isinstance(widget, QLabel | StillText | QLineEdit | QPushButton):
        return _TEXT if widget.text() else None
    if isinstance(widget, LinkButton):
        return _TEXT
    if isinstance(widget, QComboBox):
        return _TEXT if widget.currentText() else None
    return _ICON if isinstance(widget, QAbstractButton) and not widget.icon().isNull() else None


def _examined_rect(widget: QWidget, holder: QWidget) -> QRect:
    """Returns the part of a widget to examine, in pixels of the picture of `holder`; of long texts, the beginning."""
    has_frame = isinstance(widget, QLineEdit | QComboBox | QPushButton)
    rect = widget.rect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME) if has_frame else widget.rect()
    if not isinstance(widget, QLineEdit):
        rect.setSize(rect.size().boundedTo(_MAX_SIZE))
    position = widget.mapTo(holder, QPoint(0, 0)) + rect.topLeft()
    return QRect(position * SCALE, rect.size() * SCALE)
