"""The rows of what colleagues note about a project: milestones, and the places of today."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.application import CapacityToday, LegalBasis
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.notes.records import Milestone
from botilbud_desktop.ui.fields.choice_field import BoundChoice
from botilbud_desktop.ui.fields.line_field import BoundLine
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.fields.value_format import ROW_COUNT, TEXT


class MilestoneRows(Rows):
    """The rows of `milestones`."""

    headings = ("Milepæl", "Hvornår (dato eller ord)")
    stretches = (3, 2)
    add_text = "Tilføj milepæl"
    delete_text = "Slet milepæl"
    deleted_text = "Milepælen er slettet."

    def make_cells(self, path: FieldPath) -> Sequence[QWidget]:
        return (
            BoundLine(self.controller, path / "label", TEXT),
            BoundLine(self.controller, path / "when", TEXT),
        )

    def new_item(self) -> Milestone:
        return Milestone()


class CapacityRows(Rows):
    """The rows of `capacity_today`."""

    headings = ("Lovgrundlag i dag", "Område", "Pladser i dag (antal)")
    stretches = (13, 10, 8)
    add_text = "Tilføj pladser i dag"
    delete_text = "Slet pladserne i dag i række"
    deleted_text = "Pladserne i dag i rækken er slettet."

    def make_cells(self, path: FieldPath) -> Sequence[QWidget]:
        bases = [(choice.code, choice.label) for choice in self.controller.round.legal_bases]
        return (
            BoundChoice(self.controller, path / "legal_basis", bases),
            BoundLine(self.controller, path / "area", TEXT),
            BoundLine(self.controller, path / "count", ROW_COUNT),
        )

    def new_item(self) -> CapacityToday:
        bases = self.controller.round.legal_bases
        covered = next((choice.code for choice in bases if choice.eligible), LegalBasis.OTHER)
        return CapacityToday(legal_basis=covered, count=0)
