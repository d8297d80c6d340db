"""Rows of inputs bound to a list in the application: added, removed, and rendered from the model."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath, field_path, value_at
from botilbud_desktop.domain.form_bounds import MOST_ROWS
from botilbud_desktop.domain.values.amounts import counted, format_number
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Note, spoken_state, state_of
from botilbud_desktop.ui.fields.inputs import ChoiceInput, LineInput
from botilbud_desktop.ui.style.focus import focus_visibly, show_soon
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.announcing import Voice
from botilbud_desktop.ui.widgets.primary_button import ActionButton
from botilbud_desktop.ui.widgets.tab_order import order_tabs

if TYPE_CHECKING:
    from botilbud_desktop.ui.fields.suggestion_links import SuggestionLinks

ROWS_AT_A_TIME = 25
"""So many rows are made at first, and each time more of them are asked for: making a row takes milliseconds."""


class Rows(RenderedWidget):
    """A grid with one row of inputs for each item of the list at `path`.

    Subclasses define the rows: `headings`, `make_cells`, `new_item` and the texts of the buttons.
    """

    headings: tuple[str, ...] = ()
    stretches: tuple[int, ...] = ()
    add_text = ""
    """The words of the button that adds a row; without them, rows are added and deleted elsewhere on the page."""

    delete_text = "Slet række"
    """The accessible name of a row's button, before the row's number; it differs between the lists of a page."""

    deleted_text = "Rækken er slettet."
    """What is said when a row that holds something was deleted."""

    def __init__(self, controller: DraftController, path: FieldPath) -> None:
        super().__init__()
        self.controller = controller
        self.path = path
        self._cells: list[list[Any]] = []
        self._buttons: list[QToolButton] = []
        self._headings: list[QLabel] = []
        self._descriptions: dict[str, str] = {}
        """The accessible description of each cell, by its object name."""
        self._is_locked = False
        self._voice: Voice | None = None
        self.grid = QGridLayout()
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(UNIT)
        self.grid.setVerticalSpacing(HALF)
        self._add_headings()
        self.add_button = ActionButton(self.add_text, self)
        self.add_button.setObjectName(f"{path.object_name}.add")
        self.add_button.setIcon(icon("add", self.palette().buttonText().color()))
        self.add_button.clicked.connect(self._on_add)
        if not self.add_text:
            self.add_button.setVisible(False)
        self.note = Note(parent=self, is_tied=True)
        self.note.setVisible(False)
        self._most = ROWS_AT_A_TIME
        self._more = QPushButton(self)
        self._more.setObjectName(f"{path.object_name}.more")
        self._more.clicked.connect(self._on_more)
        self._more.setVisible(False)
        self._suggestions: SuggestionLinks | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self._column.addLayout(self.grid)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.note)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def make_cells(self, path: FieldPath) -> Sequence[QWidget]:
        """Returns the inputs of the row whose item is at `path`, one for each heading."""
        raise NotImplementedError

    def new_item(self) -> Any:
        """Returns the item of a new row."""
        raise NotImplementedError

    def items(self, view: View) -> tuple[Any, ...]:
        """Returns the items to show."""
        found: tuple[Any, ...] = value_at(view.application, self.path)
        return found

    def render_view(self, view: View) -> None:
        """Show the rows of the model."""
        all_items = self.items(view)
        items = all_items[: self._most]
        while len(self._cells) > len(items):
            self._drop_last_row()
        if len(self._cells) < len(items):
            while len(self._cells) < len(items):
                self._add_row()
            for below in (self._more, self.note, self.add_button):
                below.raise_()  # screen readers follow the order of the children
            order_tabs(self)
        for row in self._cells:
            for cell in row:
                cell.render_view(view)
        for button in self._buttons:
            button.setEnabled(not view.read_only)
        self.add_button.setEnabled(not view.read_only and len(all_items) < MOST_ROWS)
        left = len(all_items) - len(items)
        self._more.setVisible(left > 0)
        self._more.setText(_more_words(left))
        for label in self._headings:
            label.setVisible(bool(items))
        self._render_note(view)
        if view.read_only != self._is_locked:
            self._is_locked = view.read_only
            self._describe_cells()

    def add(self, item: Any) -> None:
        """Add a row for `item` at the end, and focus it."""
        count = len(self.items(self.controller.view))
        self.controller.editor.insert(self.path, count, item)
        self.focus_row(count)

    def show_row(self, path: FieldPath) -> None:
        """Make the row that `path` leads into, if it is one of this list that is not shown yet."""
        index = path[len(self.path)] if path.starts_with(self.path) and len(path) > len(self.path) else None
        if isinstance(index, int) and index >= self._most:
            self._most = index + 1
            self.render_view(self.controller.view)

    def focus_row(self, index: int) -> None:
        """Focus the first input of a row."""
        self.show_row(self.path / index)
        focus_visibly(self._cells[index][0])
        show_soon(self._cells[index][0])

    def _render_note(self, view: View) -> None:
        findings = [
            finding
            for path, findings in view.findings_by_field.items()
            if path == str(self.path) or path.startswith(f"{self.path}[")
            for finding in findings
            if finding.severity is not Severity.INFO and (view.reveal_all or path in view.revealed)
        ]
        self.note.setVisible(bool(findings))
        if findings:
            self.note.say("\n".join(finding.message for finding in findings), state_of(findings[0]))
        if self._suggestions is None and any(finding.suggestions for finding in findings):
            self._suggestions = self._make_suggestions()
        if self._suggestions is not None:
            self._suggestions.show_for(findings, read_only=view.read_only)
        descriptions: dict[str, str] = {}
        for finding in findings:
            words = f"{spoken_state(state_of(finding))}{finding.message}"
            descriptions.setdefault(field_path(finding.field).object_name, words)
        if descriptions != self._descriptions:
            self._descriptions = descriptions
            self._describe_cells()

    def _describe_cells(self) -> None:
        """Let screen readers read what is wrong with its cell, and say it once; the cell one types in comes later."""
        news: list[str] = []
        for cell in (cell for row in self._cells for cell in row):
            words = self._descriptions.get(cell.objectName(), "")
            before = cell.accessibleDescription()
            if cell.hasFocus():
                continue
            if isinstance(cell, ChoiceInput):
                cell.describe(words)
            elif before != words:
                cell.setAccessibleDescription(words)
            if words and words not in before and self.isVisible():
                news.append(f"{cell.accessibleName()}: {words}")
        if news:
            if self._voice is None:
                self._voice = Voice(self)
            self._voice.say("\n".join(news))

    def _make_suggestions(self) -> "SuggestionLinks":
        from botilbud_desktop.ui.fields.suggestion_links import SuggestionLinks

        links = SuggestionLinks(self, self.controller.apply_suggestion, self.add_button.setFocus)
        self._column.insertWidget(self._column.indexOf(self.note) + 1, links)
        return links

    def _add_headings(self) -> None:
        for column, text in enumerate(self.headings):
            label = plain_label(text, self)
            label.setMinimumWidth(0)  # a column is at least as wide as the longest word above it, at any text size
            label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            set_text_colour(label, quiet_colour(self.palette()))
            self.grid.addWidget(label, 0, column)
            self._headings.append(label)
        for column, stretch in enumerate(self.stretches):
            self.grid.setColumnStretch(column, stretch)

    def _add_row(self) -> None:
        index = len(self._cells)
        cells = list(self.make_cells(self.path / index))
        for column, cell in enumerate(cells):
            name = f"{self.headings[column]}, række {index + 1}"
            if isinstance(cell, ChoiceInput):
                cell.name_alone(name)
            else:
                cell.setAccessibleName(name)
            if isinstance(cell, LineInput):
                cell.left.connect(self._describe_cells)
            self.grid.addWidget(cell, index + 1, column)
        self._cells.append(cells)
        if self.add_text:
            self._buttons.append(self._delete_button(index, len(cells)))

    def _delete_button(self, index: int, column: int) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIcon(icon("delete", self.palette().buttonText().color()))
        button.setAccessibleName(f"{self.delete_text} {index + 1}")
        button.setObjectName(f"{(self.path / index).object_name}.delete")
        button.clicked.connect(self._on_delete)
        self.grid.addWidget(button, index + 1, column)
        return button

    def _drop_last_row(self) -> None:
        for widget in (*self._cells.pop(), *self._buttons[len(self._cells) :]):
            self.grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        del self._buttons[len(self._cells) :]

    def _on_more(self) -> None:
        first = self._most
        self._most += ROWS_AT_A_TIME
        self.render_view(self.controller.view)
        self.focus_row(first)

    def _on_add(self) -> None:
        self.add(self.new_item())

    def _on_delete(self) -> None:
        button = self.sender()
        index = next(index for index, candidate in enumerate(self._buttons) if candidate is button)
        holds_something = self._holds_something(index)
        self.controller.editor.remove(self.path, index)
        if self._cells:
            self.focus_row(min(index, len(self._cells) - 1))
        else:
            self.add_button.setFocus()
        if holds_something:
            self.controller.tell_undoable(self.deleted_text)

    def _holds_something(self, index: int) -> bool:
        """Whether anything was filled in or half typed in the row; an empty one is deleted without a word."""
        editor, row = self.controller.editor, self.path / index
        is_half_typed = any(field_path(text).starts_with(row) for text in editor.half_typed)
        return is_half_typed or not editor.value(row).is_empty


def _more_words(left: int) -> str:
    """Returns the words of the button for the next of the `left` rows that are not shown."""
    rows = counted(min(left, ROWS_AT_A_TIME), "række", "rækker")
    return f"Vis {rows} mere (der er {format_number(left)} endnu)" if left > ROWS_AT_A_TIME else f"Vis {rows} mere"
