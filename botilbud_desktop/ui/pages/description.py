"""»Samlet beskrivelse«: what the ministry requires of it, and below that the one text about all projects."""

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.pages.required_contents import RequiredContents


class DescriptionPage(Page):
    """The overall description. The ministry's instructions come before the text box, as in its form."""

    def build(self) -> None:
        round_ = self.controller.round
        self.add_introduction(round_.description_introduction)
        self.text = TextField(self.controller, field_path("description"), lines=14)
        self.contents = RequiredContents(self.controller, self.text)
        self.add_part(self.contents)
        self.add_fields(self.text)

    def focus_first(self) -> None:
        """Focus the text box, in view even where the instructions above it fill a small window."""
        super().focus_first()
        self.show_whole(self.text.input)
