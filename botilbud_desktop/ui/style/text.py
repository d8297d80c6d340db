"""Labels in plain text, so that nothing a user wrote is read as markup (or opens a path), and their mnemonics."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QTableWidgetItem, QWidget

from botilbud_desktop.domain.text.hidden_marks import hard_spaced, visible

HEADING_SCALE = 1.6
SUBHEADING_SCALE = 1.2
_SCALE = "scale"
"""Property of a heading: its size in proportion to the text's."""


WINDOW_MNEMONICS = frozenset("frvhtn")
"""The mnemonics of the window: Fil, Redigér, Vis, Hjælp, Tilbage and Næste. Those of labels are others."""


class PlainLabel(QLabel):
    """A label that shows invisible characters as `�`: a name that it quotes cannot turn the words around it.

    It is painted with hard spaces between numbers and their units; its text is as it was given.
    """

    _words = ""

    def text(self) -> str:
        """Returns the text, with ordinary spaces."""
        return self._words

    def setText(self, text: str) -> None:
        """Shows `text`."""
        self._words = visible(text)
        super().setText(hard_spaced(self._words))


class ShortenedLabel(PlainLabel):
    """A line that ends with »…« where it has no room; the whole of it is then the tip, and always the name."""

    def __init__(self, least: int) -> None:
        """`least` is the number of characters that it always has room for, if it has so many."""
        super().__init__()
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self.fontMetrics().averageCharWidth() * self._least), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        is_cut = shown != self.text()
        if self.toolTip() != (tip := self.text() if is_cut else ""):
            self.setToolTip(tip)
        if not is_cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


def plain_label(text: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> QLabel:
    """Returns a label of plain text."""
    label = PlainLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if wrap:
        label.setMinimumWidth(1)  # so that a narrow pane wraps the words and does not cut them
    return label


def heading(text: str, parent: QWidget | None = None) -> QLabel:
    """Returns the heading of a page."""
    return _scaled(text, HEADING_SCALE, parent)


def subheading(text: str, parent: QWidget | None = None) -> QLabel:
    """Returns the heading of a part of a page."""
    return _scaled(text, SUBHEADING_SCALE, parent)


def header_item(shown: str, spoken: str) -> QTableWidgetItem:
    """Returns the heading of a column or row; screen readers say it with the first cell, so that no cell repeats it."""
    item = QTableWidgetItem(shown)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item


def is_heading(label: QWidget) -> bool:
    """Whether it was made as the heading of a page or of a part of it."""
    return isinstance(label.property(_SCALE), float)


def heading_level(label: QWidget) -> int:
    """Returns 1 for the heading of a page, 2 for that of a part of it."""
    return 1 if label.property(_SCALE) == HEADING_SCALE else 2


def set_bold(widget: QWidget, bold: bool = True) -> None:
    """Makes the widget's own text semibold or not; a font without a semibold takes its bold."""
    font = QFont(widget.font())
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    widget.setFont(font)


def set_text_colour(widget: QWidget, colour: QColor) -> None:
    """Colours the widget's own text in all palette groups."""
    palette = QPalette(widget.palette())
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(role, colour)
    widget.setPalette(palette)


def without_mnemonic(text: str) -> str:
    """Returns `text` with its ampersands escaped, so that Qt reads no mnemonic."""
    return text.replace("&", "&&")


def assign_mnemonics(labels: Iterable[QLabel], taken: frozenset[str]) -> frozenset[str]:
    """Gives each label the first free letter of its text, word beginnings first; without a free letter it gets none.

    Returns all letters that are taken now.
    """
    for label in labels:
        text = label.text()
        starts = [index for index in range(len(text)) if index == 0 or text[index - 1] in " ("]
        for index in (*starts, *range(len(text))):
            letter = text[index].lower()
            if letter.isalpha() and letter not in taken and text[index - 1 : index] != "&":
                taken |= {letter}
                label.setText(f"{text[:index]}&{text[index:]}")
                break
    return taken


def _scaled(text: str, scale: float, parent: QWidget | None) -> QLabel:
    label = plain_label("", parent)
    set_bold(label)
    label.setProperty(_SCALE, scale)  # before its text, with which a screen reader asks what it is
    rescale(label)
    label.setText(text)
    return label


def rescale(widget: QWidget) -> None:
    """Scales a heading to the current text size; does nothing to other widgets."""
    scale = widget.property(_SCALE)
    if not isinstance(scale, float):
        return
    font, text = QFont(widget.font()), QApplication.font(widget)
    if text.pointSizeF() > 0:
        font.setPointSizeF(text.pointSizeF() * scale)
    else:
        font.setPixelSize(round(text.pixelSize() * scale))
    if font != widget.font():
        widget.setFont(font)
