"""Fields with a list to choose from."""

from collections.abc import Sequence
from typing import Any

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.inputs import OF_DRAFT, ChoiceInput

Choices = Sequence[tuple[Any, str]]
"""Values with their Danish words."""


class BoundChoice(ChoiceInput):
    """A list bound to a path."""

    def __init__(self, controller: DraftController, path: FieldPath, choices: Choices) -> None:
        super().__init__()
        self._controller = controller
        self._path = path
        self._values = [value for value, _words in choices]
        self.setObjectName(path.object_name)
        self.setProperty(OF_DRAFT, True)
        for _value, words in choices:
            self.addItem(words)
        self.currentIndexChanged.connect(self._on_chosen)

    def render_view(self, view: View) -> None:
        """Show the model's value; one that is not among the choices is added to them unchanged."""
        self.setReadOnly(view.read_only)
        value = value_at(view.application, self._path)
        self.blockSignals(True)
        if value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value))
        self.blockSignals(False)

    def _on_chosen(self, index: int) -> None:
        self._controller.editor.set_value(self._path, self._values[index])


class ChoiceField(Field):
    """A labelled list."""

    def __init__(
        self, controller: DraftController, path: FieldPath, choices: Choices, *, hint: str = "", letters: int = 0
    ) -> None:
        """`letters` is the width of the list in digits, 0 for all the room there is."""
        super().__init__(controller, path, hint=hint)
        self.input = BoundChoice(controller, path, choices)
        self.input.letters = letters
        self.input.setMaxVisibleItems(16)
        self.set_input(self.input)

    def render_view(self, view: View) -> None:
        self.input.render_view(view)
        self.render_note(view)
