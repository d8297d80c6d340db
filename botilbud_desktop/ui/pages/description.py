"""»Samlet beskrivelse«: what the ministry requires of it, and below that the one text about all projects."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.ui.facts.description_field import DescriptionField
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.pages.required_contents import RequiredContents
from botilbud_desktop.ui.style.focus import focus_visibly, show_soon

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import Span

_LEAST_LINES = 8
"""Where there is room for so many lines of the text box below it, the heading stays in view."""
_SENTENCES = field_path("inserted_facts")


class DescriptionPage(Page):
    """The overall description. The ministry's instructions come before the text box, as in its form."""

    def build(self) -> None:
        round_ = self.controller.round
        self.add_introduction(round_.description_introduction)
        self.text = DescriptionField(self.controller)
        self.contents = RequiredContents(self.controller, self.text)
        self.begin_card()
        self.add_part(self.contents)
        self.begin_card()
        self.add_fields(self.text)

    def focus_field(self, path: FieldPath, span: "Span | None" = None) -> None:
        """Focus the input at `path`; a sentence from the table is marked, and its buttons have the focus."""
        if path[:1] != _SENTENCES:
            super().focus_field(path, span)
            return
        super().focus_field(self.text.path)
        choice = self.text.show_fact(path[1]) if len(path) > 1 and isinstance(path[1], int) else None
        if choice is not None:
            focus_visibly(choice)
            show_soon(choice)

    def focus_first(self) -> None:
        """Focus the text box, in view even where the instructions above it fill a small window."""
        super().focus_first()
        line = self.text.input.fontMetrics().lineSpacing()
        if self.text.input.mapTo(self.cards, QPoint(0, _LEAST_LINES * line)).y() > self.height():
            self.show_whole(self.text.input)
