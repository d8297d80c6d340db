"""A text that is too long, shown and edited a few thousand characters at a time."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.values.amounts import format_number
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.platform.copying import NOT_COPIED, Copying
from botilbud_desktop.ui.repair.item_list import LEAST_LINES
from botilbud_desktop.ui.repair.wording import REST_DELETED
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.button_grid import button_grid

PAGE = 4_000
"""Characters shown at a time."""
_SHOWN = "Den viste del af teksten"


class TextPages(QWidget):
    """The text at one path. What is before and after the shown part is kept as it is."""

    refused = Signal(str)
    """Nothing was pasted; the sentence says why."""

    def __init__(self, controller: DraftController, path: FieldPath) -> None:
        super().__init__()
        self._controller = controller
        self._path = path
        self._text = ""
        self._start = 0
        self._end = 0
        self._copying = Copying(self)
        self.place = plain_label("", self)
        self.place.setObjectName(f"repair.{path.object_name}.place")
        self.input = TextInput()
        self.input.setObjectName(f"repair.{path.object_name}")
        self.input.setMinimumHeight(LEAST_LINES * self.input.fontMetrics().lineSpacing())
        label = plain_label(_SHOWN, self)
        label.setBuddy(self.input)
        self.input.setAccessibleName(_SHOWN)
        self.input.textChanged.connect(self._on_text_changed)
        self.input.long_pasted.connect(self._on_long_pasted)
        self.input.too_much_pasted.connect(self.refused)
        self.input.left.connect(controller.editor.end_merge)
        self.back_button = self._button("Forrige del", "back", self._on_back)
        self.next_button = self._button("Næste del", "next", self._on_next)
        self.rest_button = self._button("Slet alt efter den viste del", "rest", self._on_rest)
        self.rest_button.setIcon(icon("delete", self.palette().buttonText().color()))
        copy = self._button("Kopiér hele teksten", "copy", self._on_copy)
        pages = QHBoxLayout()
        pages.setSpacing(UNIT)
        pages.addWidget(self.place, 1)
        pages.addWidget(self.back_button)
        pages.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addLayout(pages)
        layout.addWidget(label)
        layout.addWidget(self.input, 1)
        layout.addLayout(button_grid([self.rest_button, copy], in_a_row=2))
        self._show_page(0)

    def render_draft(self) -> None:
        """Show the text of the draft as it is now, from the same place."""
        if self._controller.editor.value(self._path) != self._text:
            self._show_page(self._start)
        self._render_place()

    def focus_first(self) -> None:
        """Focus the text."""
        self.input.setFocus()

    def _show_page(self, start: int) -> None:
        self._text = self._controller.editor.value(self._path)
        self._start = max(0, min(start, len(self._text) - 1))
        self._end = min(self._start + PAGE, len(self._text))
        self.input.set_elsewhere(len(self._text) - (self._end - self._start))
        self.input.show_text(self._text[self._start : self._end])
        self._render_place()

    def _render_place(self) -> None:
        total = format_number(len(self._text))
        first, last = format_number(self._start + 1), format_number(self._end)
        shown = f"Tegn {first} til {last}" if self._end > self._start else "Ingen tegn"
        self.place.setText(f"{shown} af {total}" if self._text else "Teksten er tom.")
        frozen = self._controller.is_frozen
        self.input.setReadOnly(frozen)
        self.back_button.setEnabled(self._start > 0)
        self.next_button.setEnabled(self._end < len(self._text))
        self.rest_button.setEnabled(self._end < len(self._text) and not frozen)

    def _put(self, text: str, *, merge: bool) -> None:
        """Put `text` in place of the shown part."""
        before, after = self._text[: self._start], self._text[self._end :]
        self._text = f"{before}{text}{after}"
        self._end = self._start + len(text)
        self._controller.editor.set_value(self._path, self._text, merge=merge)

    def _button(self, words: str, name: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"repair.{self._path.object_name}.{name}")
        button.clicked.connect(act)
        return button

    def _on_text_changed(self) -> None:
        self._put(sanitized(self.input.text()), merge=True)
        self._render_place()

    def _on_long_pasted(self, text: str) -> None:
        self._controller.editor.end_merge()
        self._put(sanitized(text), merge=False)
        self._show_page(self._end - PAGE)

    def _on_back(self) -> None:
        self._controller.editor.end_merge()
        self._show_page(self._start - PAGE)

    def _on_next(self) -> None:
        self._controller.editor.end_merge()
        self._show_page(self._end)

    def _on_rest(self) -> None:
        self._controller.editor.end_merge()
        self._text = self._text[: self._end]
        self._controller.editor.set_value(self._path, self._text)
        self._controller.tell_undoable(REST_DELETED)
        self._render_place()

    def _on_copy(self) -> None:
        self._copying.put_text(self._text, self._on_copied)

    def _on_copied(self, is_there: bool) -> None:
        if not is_there:
            self.refused.emit(NOT_COPIED)
