"""One project: the ministry's fields A-G, what the criteria need besides, the description and the allocation."""

from PySide6.QtWidgets import QLabel

from botilbud_desktop.domain.application import Origin, Project
from botilbud_desktop.domain.choice_wording import BUILDINGS, COORDINATIONS, NOT_CHOSEN
from botilbud_desktop.domain.field_path import FieldPath, project_path
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.rules.wording import all_of, places
from botilbud_desktop.ui.fields.choice_field import ChoiceField
from botilbud_desktop.ui.fields.date_field import DateField
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.line_field import LineField
from botilbud_desktop.ui.fields.places_rows import PlacesRows
from botilbud_desktop.ui.fields.value_format import COUNT, PERCENT, TEXT, THOUSANDS, in_kroner
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.session import View
from botilbud_desktop.ui.style.text import plain_label


class ProjectPage(Page):
    """The sheet of one project."""

    def build(self) -> None:
        path = project_path(self.step.project or 0)
        self._preservation: Field | None = None
        self._build_form(path)

    def build_rest(self) -> None:
        from botilbud_desktop.ui.fields.cost_plan_section import CostPlanSection
        from botilbud_desktop.ui.fields.rates_rows import RatesRows
        from botilbud_desktop.ui.fields.text_field import TextField

        path = project_path(self.step.project or 0)
        self._build_criteria(path)
        self._preservation = TextField(self.session, path / "preservation_reason", lines=4)
        self.add_fields(self._preservation)
        self.add_subheading("Beskrivelse")
        self.add_fields(TextField(self.session, path / "description", lines=10))
        self.add_subheading("Fordeling af udgifter")
        self.add_introduction(
            "Bruges, når kun en del af byggeriet er pladser efter SEL §§ 107 og 108. Fælles udgifter deles "
            "forholdsmæssigt, fx 8/50."
        )
        self.add_part(CostPlanSection(self.session, path))
        self.add_subheading("Takster i nuværende tilbud (frivilligt)")
        self.add_part(RatesRows(self.session, path / "daily_rates"))

    def _build_form(self, path: FieldPath) -> None:
        session = self.session
        self.add_fields(LineField(session, path / "name", TEXT))
        loans = [
            LineField(session, path / "loan" / year, THOUSANDS, extra=in_kroner, note_lines=2)
            for year in session.round.year_keys
        ]
        loans[0].also = (path / "loan",)
        self.add_fields(*loans)
        self._places_heading = self.add_subheading("Pladser")
        self.add_part(PlacesRows(session, path / "places"))
        self._expansion: QLabel = plain_label()
        self._expansion.setObjectName(f"{path.object_name}.expansion")
        self.column.addWidget(self._expansion)
        self.add_fields(
            LineField(session, path / "share_for_others", PERCENT, note_lines=2),
            DateField(session, path / "completion_date"),
        )

    def _build_criteria(self, path: FieldPath) -> None:
        session = self.session
        self.add_subheading("Det spørger kriterierne også om")
        self.add_introduction("Skemaet har ikke felter til det. Skriv det, der betyder noget, i beskrivelsen.")
        self.add_fields(
            LineField(session, path / "gross_construction_cost", THOUSANDS, extra=in_kroner, note_lines=2),
            LineField(session, path / "places_closed_elsewhere", COUNT, note_lines=2),
        )
        buildings = [(None, NOT_CHOSEN), *BUILDINGS.items()]
        coordinations = [(None, NOT_CHOSEN), *COORDINATIONS.items()]
        self.add_fields(
            ChoiceField(session, path / "building", buildings),
            ChoiceField(session, path / "coordination", coordinations),
        )
        self.add_fields(LineField(session, path / "coordination_note", TEXT))

    def render_view(self, view: View) -> None:
        super().render_view(view)
        project = view.application.projects[self.step.project or 0]
        if self._preservation is not None:
            preserved = any(group.origin is Origin.PRESERVED for group in project.places)
            self._preservation.setVisible(preserved or bool(project.preservation_reason))
        self._expansion.setText(_expansion_text(project, view))


def _expansion_text(project: Project, view: View) -> str:
    """What columns D and E will say, and which places they leave out."""
    counted = eligible_places(project, view.round)
    columns = {
        field.path.rpartition(".")[2]: field.column for field in view.round.fields if ".expansion." in field.path
    }
    parts = [
        f"{columns.get(year, '')}. Udvidelse i {year}: {places(count)}".removeprefix(". ")
        for year, count in counted.items()
    ]
    left_out = sum(group.count for group in project.places) - sum(counted.values())
    text = " · ".join(parts)
    letters = all_of([column for column in columns.values() if column])
    return f"{text}\n{places(left_out)} tæller ikke med i {letters}." if left_out else f"{text}\n"
