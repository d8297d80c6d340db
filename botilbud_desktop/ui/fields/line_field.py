"""Fields of one line: plain text, or a value that is read from what is typed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.values.not_understood import NotUnderstoodError
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.inputs import OF_DRAFT, LineInput
from botilbud_desktop.ui.fields.value_format import ValueFormat


class BoundLine(LineInput):
    """A line input bound to the value at a path, which a format reads and shows."""

    def __init__(self, controller: DraftController, path: FieldPath, value_format: ValueFormat) -> None:
        super().__init__()
        self._controller = controller
        self._path = path
        self._format = value_format
        if value_format.right_aligned:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setObjectName(path.object_name)
        self.setProperty(OF_DRAFT, True)
        self.textChanged.connect(self._on_text_changed)
        self.left.connect(self._on_left)

    def render_view(self, view: View) -> None:
        """Show the model's value; text that is being typed stays as it is while its value is the same."""
        self.setReadOnly(view.read_only)
        value = value_at(view.application, self._path)
        typed = view.half_typed.get(str(self._path))
        text = self._format.show(value) if typed is None else typed
        if text == self.text() or (self.hasFocus() and typed is None and self._has_same_value(value)):
            return
        self.blockSignals(True)
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.blockSignals(False)

    def tidy(self) -> None:
        """Show the value in its usual form, as when the field is left."""
        self.render_view(self._controller.view)

    def _has_same_value(self, value: Any) -> bool:
        try:
            return bool(self._format.read(self.text()) == value)
        except NotUnderstoodError:
            return False

    def _on_left(self) -> None:
        self._controller.editor.end_merge()
        if not self._has_value():
            return
        if self.text():
            self._controller.reveal(self._path)
        self.tidy()

    def _has_value(self) -> bool:
        """Whether the application still has the path: a removed row loses the focus after its value is gone."""
        try:
            value_at(self._controller.application, self._path)
        except (LookupError, AttributeError):
            return False
        return True

    def _on_text_changed(self, text: str) -> None:
        editor = self._controller.editor
        try:
            value = self._format.read(text)
        except NotUnderstoodError:
            editor.set_half_typed(self._path, text, self._format.empty, merge=True)
        else:
            editor.set_value(self._path, value, merge=True)


class LineField(Field):
    """A labelled line; `extra` returns the note below it, such as the amount in kroner."""

    def __init__(
        self,
        controller: DraftController,
        path: FieldPath,
        value_format: ValueFormat,
        *,
        hint: str = "",
        extra: Callable[[Any], str] | None = None,
        letters: int = 0,
    ) -> None:
        """`letters` is the width of the input in digits, 0 for that of its format."""
        super().__init__(controller, path, hint=hint)
        self._extra = extra
        self.input = BoundLine(controller, path, value_format)
        self.input.letters = letters or value_format.letters
        self.input.entered.connect(self.note_read)
        self.input.left.connect(self.say_matter)
        self._place_input()

    def _place_input(self) -> None:
        self.set_input(self.input)

    def render_view(self, view: View) -> None:
        self.input.render_view(view)
        self.render_note(view)

    def quiet_note(self, view: View) -> str:
        return self._extra(value_at(view.application, self.path)) if self._extra else ""
