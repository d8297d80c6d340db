"""Finds words that are cut without »…« and without a tip that says the whole of them."""

from collections.abc import Iterator

from PySide6.QtWidgets import QComboBox, QLabel, QStyle, QStyleOptionComboBox, QWidget

from botilbud_desktop.ui.style.still_text import StillText
from botilbud_desktop.ui.style.text import ShortenedLabel
from tests.ui.accessibility.parts import known_as, shown_parts

_BY_THEMSELVES = (ShortenedLabel, StillText)
"""Kinds of labels that paint their words themselves, shortened or wrapped."""


def cut_complaints(top: QWidget) -> Iterator[str]:
    """Complains about chosen entries of lists, and of lines that do not wrap, that end in the middle of a word."""
    for widget in shown_parts(top):
        if isinstance(widget, QComboBox):
            yield from _cut_choice(widget)
        elif isinstance(widget, QLabel) and not isinstance(widget, _BY_THEMSELVES) and not widget.wordWrap():
            needed = widget.sizeHint().width() if widget.text() else 0
            if needed > widget.width() + 1:
                yield f"{known_as(widget)} needs {needed} px and has {widget.width()}"


def _cut_choice(choice: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, choice).width()
    whole = choice.currentText()
    if choice.fontMetrics().horizontalAdvance(option.currentText) > room:
        yield f"{known_as(choice)} cuts {option.currentText!r}"
    elif option.currentText != whole and choice.toolTip() != whole:
        yield f"{known_as(choice)} has no tip that says {whole!r}"
