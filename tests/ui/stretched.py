"""Makes texts at least half as long again, as a new wording may do, and finds what no longer fits."""

from collections.abc import Iterator
from itertools import cycle

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QTableWidget, QWidget

from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.style.text import ShortenedLabel
from botilbud_desktop.ui.widgets.link_button import LinkButton
from tests.ui.user import settle

_WORDS = ("samt", "eventuelt", "øvrige", "oplysninger", "om", "kommunens", "støttebehov")
_HALF_MORE = 1.5


def longer(text: str) -> str:
    """Returns the text with Danish words appended, at least half as long again."""
    wanted, words = _HALF_MORE * len(text), cycle(_WORDS)
    while text.strip() and len(text) < wanted:
        text = f"{text} {next(words)}"
    return text


def stretch(top: QWidget) -> None:
    """Lengthens each of the program's own texts below `top`; what the user wrote is unchanged."""
    for widget in top.findChildren(QWidget):
        if isinstance(widget, QLabel | StillText):
            widget.setText(longer(widget.text()))
        elif isinstance(widget, QAbstractButton) and not isinstance(widget, LinkButton) and widget.text():
            ellipsis = " …" if widget.text().endswith(" …") else ""
            widget.setText(longer(widget.text().removesuffix(" …")) + ellipsis)
        elif isinstance(widget, QTableWidget):
            for column in range(widget.columnCount()):
                if item := widget.horizontalHeaderItem(column):
                    item.setText(longer(item.text()))
    settle()


def does_not_fit(top: QWidget) -> list[str]:
    """Returns descriptions of cut texts, overlapping texts, and pages that scroll sideways."""
    found = [f"scrolls sideways: {area.objectName()}" for area in _scrolling_sideways(top)]
    shown = [widget for widget in top.findChildren(QWidget) if widget.isVisible()]
    checked = ((_missing_space(widget), _words_of(widget)) for widget in shown if _words_of(widget))
    found += [f"{missing}: {words!r}" for missing, words in checked if missing]
    for widget in (top, *shown):
        found += [f"{one!r} lies on {other!r}" for one, other in _overlapping(widget)]
    return found


def _scrolling_sideways(top: QWidget) -> Iterator[QScrollArea]:
    for area in top.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            yield area


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, LinkButton):
        return widget.words()
    if isinstance(widget, QLabel | StillText | QAbstractButton) and not isinstance(widget, ShortenedLabel):
        return widget.text()
    return ""


def _missing_space(widget: QWidget) -> str:
    """Returns how many px a widget's text needs and has; "" if it fits."""
    size = widget.size()
    if widget.hasHeightForWidth():
        needed = widget.heightForWidth(size.width())
        return f"{needed} px high, has {size.height()}" if needed > size.height() else ""
    if isinstance(widget, QAbstractButton) and widget.minimumWidth() == widget.maximumWidth():
        needed = widget.fontMetrics().horizontalAdvance(widget.text())
        return f"{needed} px wide, has {size.width()}" if needed > size.width() else ""
    wanted = widget.sizeHint() if not isinstance(widget, QAbstractButton) else widget.minimumSizeHint()
    if wanted.width() > size.width() + 1:
        return f"{wanted.width()} px wide, has {size.width()}"
    return f"{wanted.height()} px high, has {size.height()}" if wanted.height() > size.height() + 1 else ""


def _overlapping(holder: QWidget) -> Iterator[tuple[str, str]]:
    """Yields pairs of overlapping texts in `holder`."""
    children = [child for child in holder.children() if isinstance(child, QWidget) and child.isVisible()]
    texts = [child for child in children if _words_of(child)]
    for index, one in enumerate(texts):
        for other in texts[index + 1 :]:
            if not QRect(one.geometry()).intersected(other.geometry()).isEmpty():
                yield _words_of(one), _words_of(other)
