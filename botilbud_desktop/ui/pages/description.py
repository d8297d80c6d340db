"""»Samlet beskrivelse«: what the ministry requires of it, and below that the one text about all projects."""

from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.ui.facts.description_field import DescriptionField
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.pages.required_contents import RequiredContents

_SENTENCES = field_path("inserted_facts")


class DescriptionPage(Page):
    """The overall description. The ministry's instructions come before the text box, as in its form."""

    def build(self) -> None:
        round_ = self.controller.round
        self.add_introduction(round_.description_introduction)
        self.contents = RequiredContents(round_)
        self.add_part(self.contents)
        self.text = DescriptionField(self.controller)
        self.add_fields(self.text)

    def focus_field(self, path: FieldPath) -> None:
        """Focus the input at `path`; a sentence from the table is selected in the text."""
        if path[:1] != _SENTENCES:
            super().focus_field(path)
            return
        super().focus_field(self.text.path)
        if len(path) > 1 and isinstance(path[1], int):
            self.text.show_fact(path[1])

    def focus_first(self) -> None:
        """Focus the text box, in view even where the instructions above it fill a small window."""
        super().focus_first()
        self.show_whole(self.text.input)
