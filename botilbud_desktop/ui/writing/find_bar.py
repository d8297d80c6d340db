"""The bar of find and replace: it stays below the page, and emits what the user asks for."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from botilbud_desktop.domain.editing.find_replace import Query
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.fields.value_format import one_line
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.announcing import Voice
from botilbud_desktop.ui.widgets.tick_box import TickBox

_NARROWEST_INPUT = 20 * UNIT
_COUNT_WIDTH = 11
"""Room for the count, in average characters, so that nothing moves when it changes."""


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

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, UNIT, GAP, UNIT)
        grid.setHorizontalSpacing(UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        first = (self._words_label, self.words, self._previous, self._next, self.count)
        second = (self._replacement_label, self.replacement, self._one, self._all)
        for row, parts in enumerate((first, second)):
            for column, part in enumerate(parts):
                grid.addWidget(part, row, column)
        grid.addWidget(self._close, 0, 5)
        choices = QHBoxLayout()
        choices.setSpacing(GAP)
        for choice in (self.whole_words, self.same_case):
            choices.addWidget(choice)
        choices.addStretch(1)
        grid.addLayout(choices, 2, 1, 1, 5)
        stops = (self.words, self._previous, self._next, self.replacement, self._one, self._all)
        for one, other in pairwise((*stops, self.whole_words, self.same_case, self._close)):
            QWidget.setTabOrder(one, other)

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
