"""The value that is current: why it is doubtful, the words it comes from, and inputs that correct it."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.document_import.proposal import Proposed
from botilbud_desktop.domain.field_labels import own_label
from botilbud_desktop.domain.text.counting import count_characters
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.document_import.choices import Choices
from botilbud_desktop.ui.document_import.parts import Part
from botilbud_desktop.ui.document_import.rows import Row
from botilbud_desktop.ui.document_import.wording import ASK, STANDINGS, explained, named_title, target_words, targets_of
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.inputs import ChoiceInput, LineInput
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.merging.wording import length_words
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour, without_mnemonic

_LONGEST_QUOTE = 1_000
_LINES = 8


class ValuePane(QScrollArea):
    """Shows one value, or where a proposed project goes; what the user changes is told at once."""

    typed = Signal(object, str)
    """A `Part`, and what was typed into it."""
    chosen = Signal(object, object)
    """A `Part`, and what was chosen for it."""
    aimed = Signal(int, object)
    """A proposed project, and the `Target` that was chosen for it."""
    left = Signal()
    """The user is done with the inputs."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._row: Row | None = None
        self._content = QWidget()
        self._standing = Note(parent=self._content)
        self._title = plain_label("", self._content)
        self._heading = ""
        self._counts: list[tuple[TextInput, Note, int | None]] = []
        self.inputs: list[QWidget] = []
        """The inputs from top to bottom."""
        self.setObjectName("document_import.value")
        self.setAccessibleName("Den valgte værdi")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_value(self, row: Row, quote: str) -> None:
        """Show a value; `quote` is what stands where it was found. A long text is its own quote."""
        column = self._begin(own_label(row.found.field, self._choices.round))
        self._row = row
        self._standing = Note(parent=self._content)
        column.addWidget(self._standing)
        parts = self._choices.parts(row)
        self._add_source(column, row.found, "" if any(part.is_long for part in parts) else quote)
        for part in parts:
            self._add_part(column, part, row)
        self._end(column)
        for widget in self.inputs:
            widget.setAccessibleDescription(explained(self._choices, row))
        self.refresh()

    def show_project(self, project: int) -> None:
        """Show where a proposed project goes."""
        column = self._begin(named_title(self._choices, project))
        self._row = None
        choice = ChoiceInput(self._content)
        choice.setObjectName("document_import.target")
        for target in targets_of(self._choices, project):
            choice.addItem(target_words(self._choices, target), target)
        choice.setCurrentIndex(choice.findText(target_words(self._choices, self._choices.targets[project])))
        choice.currentIndexChanged.connect(partial(self._on_aimed, project, choice))
        self._add_input(column, ASK, choice)
        self._end(column)

    def show_nothing(self, words: str) -> None:
        """Show a sentence instead of a value."""
        self._row = None
        self._end(self._begin(words))

    def refresh(self) -> None:
        """Show how the value stands now; its inputs stay as they are."""
        if self._row is None:
            return
        standing = self._choices.standing(self._row)
        state, words = STANDINGS[standing]
        more = explained(self._choices, self._row)
        self._standing.say(f"{words}. {more}".rstrip(), state)
        for area, note, limit in self._counts:
            length = count_characters(area.text()).submitted
            is_over = limit is not None and length > limit
            words = length_words(length, limit)
            note.say(f"For lang: {words}." if is_over else f"{words}.", State.ATTENTION if is_over else None)

    def focus_first(self) -> bool:
        """Go to the first input; returns whether there is one."""
        if not self.inputs:
            return False
        focus_visibly(self.inputs[0])
        self.ensureWidgetVisible(self.inputs[0])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc in an input go back to the list; they would else close the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 10)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * 4)

    def _begin(self, title: str) -> QVBoxLayout:
        self.inputs = []
        self._counts = []
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(HALF)
        self._heading = title
        self._title = plain_label(without_mnemonic(title), content)
        set_bold(self._title)
        column.addWidget(self._title)
        return column

    def _end(self, column: QVBoxLayout) -> None:
        column.addStretch(1)
        self.setWidget(self._content)  # now that all is in it, so that its inputs are shown at once
        for one, other in pairwise(self.inputs):
            QWidget.setTabOrder(one, other)

    def _add_source(self, column: QVBoxLayout, found: Proposed, quote: str) -> None:
        source = printable(found.source)
        is_said = quote and not (isinstance(found.value, str) and found.value.strip() == quote.strip())
        words = f"Fundet i {source}: »{printable(quote, _LONGEST_QUOTE)}«" if is_said else f"Fundet i {source}."
        label = plain_label(words, self._content)
        set_text_colour(label, quiet_colour(self.palette()))
        column.addWidget(label)

    def _add_part(self, column: QVBoxLayout, part: Part, row: Row) -> None:
        typed = row.typed.get(part.place)
        if part.options:
            self._add_input(column, part.label, self._choice_of(part))
        elif part.is_long:
            area = TextInput(_LINES)
            area.show_text(part.text if typed is None else typed)
            area.textChanged.connect(partial(self._on_area_changed, part, area))
            area.long_pasted.connect(self._on_too_much)
            area.too_much_pasted.connect(self._on_too_much)
            self._add_input(column, part.label, area)
            note = Note(parent=self._content)
            column.addWidget(note)
            self._counts.append((area, note, part.limit))
        else:
            line = LineInput(self._content, own_history=True)
            line.setText(part.text if typed is None else typed)
            line.setCursorPosition(0)
            line.textEdited.connect(partial(self._on_line_edited, part))
            self._add_input(column, part.label, line)

    def _choice_of(self, part: Part) -> ChoiceInput:
        choice = ChoiceInput(self._content)
        for value, words in part.options.items():
            choice.addItem(words, value)
        choice.setCurrentIndex(list(part.options).index(part.value))
        choice.currentIndexChanged.connect(partial(self._on_chosen, part))
        return choice

    def _add_input(self, column: QVBoxLayout, label: str, widget: QWidget) -> None:
        if label == self._heading:
            self._title.setBuddy(widget)
        else:
            words = plain_label(without_mnemonic(label), self._content)
            words.setBuddy(widget)
            column.addSpacing(HALF)
            column.addWidget(words)
        widget.setAccessibleName(label)
        widget.setObjectName(widget.objectName() or f"document_import.part.{len(self.inputs)}")
        column.addWidget(widget)
        self.inputs.append(widget)

    def _on_line_edited(self, part: Part, text: str) -> None:
        self.typed.emit(part, text)

    def _on_area_changed(self, part: Part, area: TextInput) -> None:
        self.typed.emit(part, area.text())

    def _on_too_much(self, text: str) -> None:
        self._standing.say("Teksten er for lang til at blive sat ind her. Der blev ikke indsat noget.", State.PROBLEM)

    def _on_chosen(self, part: Part, index: int) -> None:
        self.chosen.emit(part, list(part.options)[index])

    def _on_aimed(self, project: int, choice: QComboBox, index: int) -> None:
        self.aimed.emit(project, targets_of(self._choices, project)[index])
