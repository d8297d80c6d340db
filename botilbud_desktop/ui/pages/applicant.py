"""»Ansøger«: the municipality, the numbers of the case, and what is for colleagues only."""

from PySide6.QtWidgets import QLabel

from botilbud_desktop.domain.choice_wording import NOT_CHOSEN
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.text.collation import danish_key
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.choice_field import ChoiceField
from botilbud_desktop.ui.fields.line_field import LineField
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.fields.value_format import TEXT
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.spacing import SECTION, UNIT
from botilbud_desktop.ui.style.text import plain_label


class ApplicantPage(Page):
    """The first step."""

    def build(self) -> None:
        municipalities = sorted(self.controller.round.municipalities, key=lambda known: danish_key(known.official_name))
        choices = [(None, NOT_CHOSEN), *((known.code, known.official_name) for known in municipalities)]
        self.add_fields(ChoiceField(self.controller, field_path("applicant.municipality_code"), choices))
        self._municipality_text: QLabel = plain_label()
        self.column.addWidget(self._municipality_text)
        numbers = ("case_number", "document_number")
        self.add_fields(*(LineField(self.controller, field_path(name), TEXT) for name in numbers))
        self.add_subheading("Til kolleger")
        self.add_fields(
            TextField(
                self.controller,
                field_path("internal_notes"),
                hint="Noterne kommer aldrig med i skemaet, på papirerne eller i det, der sendes til ministeriet.",
                lines=6,
            )
        )

    def build_rest(self) -> None:
        from botilbud_desktop.ui.fields.optional.parts import cover_note

        self.column.addSpacing(SECTION - UNIT)
        self.add_section(cover_note(self.controller))

    def render_view(self, view: View) -> None:
        super().render_view(view)
        code = view.application.applicant.municipality_code
        known = view.round.municipality(code)
        self._municipality_text.setText(
            f"Brugernavn på {view.round.website}: {view.round.login(known.code)}\n{known.region} · {known.kkr}"
            if known
            else f"Når du har valgt kommune, står brugernavnet til {view.round.website} her.\n"
        )
