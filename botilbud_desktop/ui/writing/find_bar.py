"""The bar of find and replace: it stays below the page, and emits what the user asks for."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from botilbud_desktop.domain.editing.find_replace import Query
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.fields.value_format import one_line
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.announcing import Voice
from botilbud_desktop.ui.widgets.bounded_part import BoundedPart
from botilbud_desktop.ui.widgets.tick_box import TickBox

_NARROWEST_INPUT = 20 * UNIT
_COUNT_WIDTH = 11
"""Room for the count, in average characters, so that nothing moves when it changes."""

_LARGEST_PART = 0.17
"""Of the height of the window: the rest is for the page, and for what is said above it."""
_WIDE_LETTERS = 80
"""So many letters of average width have room beside each other where all stands in two lines."""
_WIDE = ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1), (0, 5, 1), (1, 0, 1), (1, 1, 1), (1, 2, 1), (1, 3, 1))
_NARROW = ((0, 0, 1), (0, 1, 2), (1, 0, 1), (1, 1, 1), (1, 2, 1), (3, 2, 1), (2, 0, 1), (2, 1, 2), (3, 0, 1), (3, 1, 1))
"""Row, column and columns of each part of the bar."""
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FindBar(QFrame):
    """Two lines: the text to find, and its replacement."""

    query_changed = Signal()
    next_asked = Signal()
    previous_asked = Signal()
    replace_asked = Signal()
    replace_all_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self._voice: Voice | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.words, self._words_label = self._input("Søg efter", "find.words")
        self.replacement, self._replacement_label = self._input("Erstat med", "find.replacement")
        self.count = plain_label("", self, wrap=False)
        self.count.setMinimumWidth(_COUNT_WIDTH * self.fontMetrics().averageCharWidth())
        self.whole_words = self._choice("Kun hele ord", "find.whole_words")
        self.same_case = self._choice("Skeln mellem store og små bogstaver", "find.same_case")
        self._previous = self._button("Forrige fund", "find.previous", self.previous_asked)
        self._next = self._button("Næste fund", "find.next", self.next_asked)
        self._one = self._button("Erstat", "find.replace", self.replace_asked)
        self._all = self._button("Erstat alle", "find.replace_all", self.replace_all_asked)
        self._close = self._button("Luk søgningen", "find.close", self.closed)
        self.words.textChanged.connect(self.query_changed)
        for choice in (self.whole_words, self.same_case):
            choice.toggled.connect(self.query_changed)
        self._lay_out()

    @property
    def query(self) -> Query:
        """The text to find."""
        return Query(one_line(self.words.text()), self.whole_words.isChecked(), self.same_case.isChecked())

    @property
    def replaced_by(self) -> str:
        """The replacement: one line, since a copied cell of a spreadsheet ends with a line break."""
        return one_line(self.replacement.text())

    def show_count(self, current: int | None, total: int, where: str) -> None:
        """Shows which of how many matches is selected; `current` counts from 0, `where` is the label of its field."""
        self._show_count(current, total)
        self._say_aloud(f"{self.count.text()}: {where}" if where else self.count.text())

    def _say_aloud(self, text: str) -> None:
        """Say what came of the search: the focus stays where one types, and the count is only painted."""
        if self._voice is None:
            self._voice = Voice(self.window())  # F3 goes on while the bar is hidden
        if text:
            self._voice.say(text)
        else:
            self._voice.forget()

    def _show_count(self, current: int | None, total: int) -> None:
        if not self.words.text():
            self.count.setText("")
        elif not total:
            self.count.setText("Ingen fund")
        elif current is None:
            self.count.setText(f"{format_number(total)} fund")
        else:
            self.count.setText(f"{format_number(current + 1)} af {format_number(total)}")

    def say(self, text: str) -> None:
        """Shows what was done, in place of the count."""
        self.count.setText(text)
        self._say_aloud(text)

    def set_replacing(self, replacing: bool) -> None:
        """Shows the second line, or hides it when nothing may be changed."""
        for part in (self._replacement_label, self.replacement, self._one, self._all):
            part.setVisible(replacing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.words.hasFocus():
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_asked if back else self.next_asked).emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.replacement.hasFocus():
            self.replace_asked.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the window may be: the lines are broken then."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()

    def _lay_out(self) -> None:
        content = QWidget(self)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(GAP, UNIT, GAP, UNIT)
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(UNIT)
        self._grid.setColumnStretch(1, 1)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(GAP)
        for choice in (self.whole_words, self.same_case):
            self._choices.addWidget(choice)
        self._choices.addStretch(1)
        self._is_narrow: bool | None = None
        self._place()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(BoundedPart(self, content, largest=_LARGEST_PART))
        stops = (self.words, self._previous, self._next, self.replacement, self._one, self._all)
        for one, other in pairwise((*stops, self.whole_words, self.same_case, self._close)):
            QWidget.setTabOrder(one, other)

    def _place(self) -> None:
        """Put the parts in two lines, and the choices below them; in a narrow window in three lines each."""
        is_narrow = self.width() < _WIDE_LETTERS * self.fontMetrics().averageCharWidth()
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        first: tuple[QWidget, ...] = self._words_label, self.words, self._previous, self._next, self.count, self._close
        parts = *first, self._replacement_label, self.replacement, self._one, self._all
        self._grid.removeItem(self._choices)
        for part in parts:
            self._grid.removeWidget(part)
        for part, (row, column, span) in zip(parts, _NARROW if is_narrow else _WIDE, strict=True):
            self._grid.addWidget(part, row, column, 1, span)
        last = 4 if is_narrow else 2
        self._grid.addLayout(self._choices, last, 0 if is_narrow else 1, 1, -1)
        self._choices.setDirection(_BELOW if is_narrow else _BESIDE)

    def _input(self, words: str, name: str) -> tuple[LineInput, QLabel]:
        field = LineInput(self, own_history=True)
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setMinimumWidth(_NARROWEST_INPUT)
        label = plain_label(words, self, wrap=False)
        label.setBuddy(field)
        return field, label

    def _choice(self, words: str, name: str) -> TickBox:
        choice = TickBox(words, self)
        choice.setObjectName(name)
        return choice

    def _button(self, words: str, name: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(asked)
        return button
