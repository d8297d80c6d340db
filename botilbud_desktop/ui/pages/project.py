"""The page of one project: the columns of the ministry's table, other input for the criteria, and the texts."""

from itertools import groupby

from botilbud_desktop.domain.application import Origin, Project
from botilbud_desktop.domain.field_path import project_path
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.totals import eligible_places
from botilbud_desktop.domain.web_form.field_kind import IN_A_PROJECT, FieldKind, kind_of, year_of
from botilbud_desktop.rules.wording import all_of, places
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Field
from botilbud_desktop.ui.fields.places_rows import PlacesRows
from botilbud_desktop.ui.fields.project_field import project_field
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.style.text import plain_label

_ALWAYS = (FieldKind.NAME, FieldKind.LOAN, FieldKind.EXPANSION, FieldKind.SHARE, FieldKind.DATE)
"""Kinds that the criteria need, also when the form's table has no column for them."""
_ALONE = (FieldKind.NAME, FieldKind.OTHER)
_YEARS_IN_A_ROW = 3
_BESIDE_THE_FORM = (
    ("gross_construction_cost", "places_closed_elsewhere"),
    ("building", "coordination"),
    ("coordination_note",),
)
"""Fields that the criteria need and most forms do not have, in rows of the page."""


class ProjectPage(Page):
    """The sheet of one project."""

    def build(self) -> None:
        self._preservation: Field | None = None
        self._project = project_path(self.step.project or 0)
        self.begin_card()
        self._build_form()

    def build_rest(self) -> None:
        from botilbud_desktop.ui.attachments.project_part import ProjectAttachments
        from botilbud_desktop.ui.fields.cost_plan_section import CostPlanSection
        from botilbud_desktop.ui.fields.optional.parts import more_about_places, more_about_rates, project_notes
        from botilbud_desktop.ui.fields.rates_rows import RatesRows
        from botilbud_desktop.ui.fields.text.text_field import TextField

        path = self._project
        self._build_criteria()
        self.add_subheading("Dokumentation for koordineringen")
        self.add_attachments(ProjectAttachments(self.controller, self.step.project or 0))
        if not self._is_column("preservation_reason"):
            self._preservation = TextField(self.controller, path / "preservation_reason", lines=4)
            self.add_fields(self._preservation)
        self.begin_card()
        self.add_section(more_about_places(self.controller, path))
        if self._has_description():
            self.add_subheading("Beskrivelse")
            self.add_fields(TextField(self.controller, path / "description", lines=10))
        self.add_subheading("Fordeling af udgifter")
        self.add_introduction(
            f"Bruges, når kun en del af byggeriet er pladser efter {self.controller.round.eligible_law}. "
            "Fælles udgifter deles forholdsmæssigt, fx 8/50."
        )
        self.add_part(CostPlanSection(self.controller, path))
        self.add_subheading("Takster i nuværende tilbud (frivilligt)")
        self.add_part(RatesRows(self.controller, path / "daily_rates"))
        self.add_section(more_about_rates(self.controller, path))
        self.begin_card()
        self.add_section(project_notes(self.controller, path))

    def _build_form(self) -> None:
        """Add the columns in the form's order: the loans side by side, all new places as rows, others in pairs."""
        for kind, fields in _parts(self.controller.round):
            if kind is FieldKind.EXPANSION:
                self._build_places()
                continue
            inputs = [project_field(self.controller, field, self._project) for field in fields]
            if kind is FieldKind.LOAN:
                inputs[0].also = (self._project / "loan",)
            in_a_row = 1 if kind in _ALONE else _YEARS_IN_A_ROW if kind is FieldKind.LOAN else 2
            for first in range(0, len(inputs), in_a_row):
                self.add_fields(*inputs[first : first + in_a_row])

    def _build_places(self) -> None:
        self.add_subheading("Pladser")
        self.add_part(PlacesRows(self.controller, self._project / "places"))
        self._expansion = plain_label()
        self._expansion.setObjectName(f"{self._project.object_name}.expansion")
        self.column.addWidget(self._expansion)

    def _build_criteria(self) -> None:
        round_ = self.controller.round
        rows = []
        for names in _BESIDE_THE_FORM:
            known = [round_.field(f"{IN_A_PROJECT}{name}") for name in names]
            rows.append([field for field in known if field is not None and not field.column])
        is_judged = any(field.criteria for fields in rows for field in fields)
        self.add_subheading("Flere oplysninger til kriterierne" if is_judged else "Andet om projektet")
        self.add_introduction(
            "Skemaet har ikke felter til disse oplysninger. Skriv de vigtige i den samlede beskrivelse."
        )
        for fields in rows:
            if fields:
                self.add_fields(*(project_field(self.controller, field, self._project) for field in fields))

    def _has_description(self) -> bool:
        """Whether a description stands below: the round asks for one beside its table, or there is one from before."""
        path = self._project / "description"
        if self._is_column("description"):
            return False
        return self.controller.round.field(path.form_path) is not None or bool(self.controller.editor.value(path))

    def _is_column(self, name: str) -> bool:
        """Whether the form's table has the field, so that it stands among the columns."""
        field = self.controller.round.field(f"{IN_A_PROJECT}{name}")
        return field is not None and bool(field.column)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        project = view.application.projects[self.step.project or 0]
        if self._preservation is not None:
            preserved = any(group.origin is Origin.PRESERVED for group in project.places)
            self._preservation.setVisible(preserved or bool(project.preservation_reason))
        self._expansion.setText(_expansion_text(project, view))


def _parts(round_: Round) -> list[tuple[FieldKind, list[FormField]]]:
    """Returns the fields in the form's order, grouped by part of the page."""
    fields = [
        *round_.columns,
        *(field for field in round_.fields if not field.column and kind_of(field.path) in _ALWAYS),
    ]
    kinds = list(dict.fromkeys(kind_of(field.path) for field in fields))
    ordered = sorted(fields, key=lambda field: kinds.index(kind_of(field.path)))
    return [(kind, list(group)) for kind, group in groupby(ordered, key=lambda field: _part_of(kind_of(field.path)))]


def _part_of(kind: FieldKind) -> FieldKind:
    """Returns the kind that names a part of the page: one for shares, dates, amounts and counts, shown in pairs."""
    return kind if kind in (*_ALONE, FieldKind.LOAN, FieldKind.EXPANSION) else FieldKind.SHARE


def _expansion_text(project: Project, view: View) -> str:
    """Returns what the columns of new places will contain, and how many places they leave out."""
    counted = eligible_places(project, view.round)
    columns = [field for field in view.round.fields if kind_of(field.path) is FieldKind.EXPANSION]
    parts = [
        f"{column.column}. Udvidelse i {year_of(column.path)}: {places(counted.get(year_of(column.path), 0))}"
        for column in columns
    ]
    left_out = sum(group.count for group in project.places) - sum(counted.values())
    text = " · ".join(part.removeprefix(". ") for part in parts)
    letters = all_of([column.column for column in columns if column.column])
    return f"{text}\n{places(left_out)} tæller ikke med i {letters}." if left_out else f"{text}\n"
