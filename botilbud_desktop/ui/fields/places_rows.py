"""The groups of places of a project: year, legal basis, origin and number."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.application import Origin, PlaceGroup, Project
from botilbud_desktop.domain.choice_wording import ORIGINS
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.ui.fields.choice_field import BoundChoice
from botilbud_desktop.ui.fields.line_field import BoundLine
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.fields.value_format import ROW_COUNT

_LEAST = 4
"""Characters of a choice that are always in view."""


class PlacesRows(Rows):
    """The rows of `places`."""

    headings = ("År", "Lovgrundlag", "Oprindelse", "Antal pladser")
    stretches = (4, 13, 9, 5)
    add_text = "Tilføj pladser"
    delete_text = "Slet pladserne i række"
    deleted_text = "Pladserne i rækken er slettet."

    def make_cells(self, path: FieldPath) -> Sequence[QWidget]:
        round_ = self.controller.round
        years = [(year, str(year)) for year in round_.years]
        bases = [(choice.code, choice.label) for choice in round_.legal_bases]
        year = BoundChoice(self.controller, path / "year", years)
        year.setMinimumContentsLength(max(len(words) for _year, words in years))  # leaves the rest to the legal basis
        basis = BoundChoice(self.controller, path / "legal_basis", bases)
        origin = BoundChoice(self.controller, path / "origin", list(ORIGINS.items()))
        for choice in (basis, origin):
            choice.setMinimumContentsLength(_LEAST)  # in a narrow window they make room for the heading of the number
        return (
            year,
            basis,
            origin,
            BoundLine(self.controller, path / "count", ROW_COUNT),
        )

    def new_item(self) -> PlaceGroup:
        project: Project = self.controller.editor.value(FieldPath(self.path[:-1]))
        years = self.controller.round.years
        finished = project.completion_date.year if project.completion_date else None
        year = finished if finished in years else years[0]
        return PlaceGroup(
            year=year or years[0], legal_basis=self.controller.round.usual_basis, origin=Origin.NEW, count=0
        )
