"""»Ansøger«: the municipality, the numbers of the case, and what is for colleagues only."""

from botilbud_desktop.domain.choice_wording import NOT_CHOSEN
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.text.collation import danish_key
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.choice_field import ChoiceField, Choices
from botilbud_desktop.ui.fields.line_field import LineField
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.fields.value_format import TEXT
from botilbud_desktop.ui.pages.page import Page


class ApplicantPage(Page):
    """The first step."""

    def build(self) -> None:
        municipalities = sorted(self.controller.round.municipalities, key=lambda known: danish_key(known.official_name))
        choices = [(None, NOT_CHOSEN), *((known.code, known.official_name) for known in municipalities)]
        self.begin_card()
        self.add_fields(_MunicipalityField(self.controller, field_path("applicant.municipality_code"), choices))
        numbers = ("case_number", "document_number")
        self.add_fields(*(LineField(self.controller, field_path(name), TEXT, letters=26) for name in numbers))
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

        self.add_section(cover_note(self.controller))


class _MunicipalityField(ChoiceField):
    """The municipality, with what follows from it."""

    def __init__(self, controller: DraftController, path: FieldPath, choices: Choices) -> None:
        super().__init__(controller, path, choices, letters=34)

    def quiet_note(self, view: View) -> str:
        known = view.round.municipality(view.application.applicant.municipality_code)
        if known is None:
            return f"Når du har valgt kommune, står brugernavnet til {view.round.website} her."
        return f"Brugernavn på {view.round.website}: {view.round.login(known.code)} · {known.region} · {known.kkr}"
