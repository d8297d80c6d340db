"""The daily rates (*takster*) in kr. that the description can compare with."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from botilbud_desktop.domain.application import DailyRate
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.ui.fields.line_field import BoundLine
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.fields.value_format import ROW_COUNT, TEXT


class RatesRows(Rows):
    """The rows of `daily_rates`."""

    headings = ("Tilbud", "Laveste takst (kr. pr. døgn)", "Højeste takst (kr. pr. døgn)")
    stretches = (5, 3, 3)
    add_text = "Tilføj takst"
    delete_text = "Slet takst"
    deleted_text = "Taksten er slettet."

    def make_cells(self, path: FieldPath) -> Sequence[QWidget]:
        return (
            BoundLine(self.controller, path / "label", TEXT),
            BoundLine(self.controller, path / "lowest", ROW_COUNT),
            BoundLine(self.controller, path / "highest", ROW_COUNT),
        )

    def new_item(self) -> DailyRate:
        return DailyRate()
