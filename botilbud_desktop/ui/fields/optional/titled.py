"""Rows under the label of their list, with a line that follows what is typed, and fields side by side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Field, label_of
from botilbud_desktop.ui.fields.field_row import FieldRow
from botilbud_desktop.ui.fields.optional.growth_text import GrowthText
from botilbud_desktop.ui.fields.rows import Rows
from botilbud_desktop.ui.style.spacing import HALF
from botilbud_desktop.ui.style.text import plain_label, set_bold, without_mnemonic


class TitledRows(RenderedWidget):
    """The rows of one list."""

    def __init__(self, rows: Rows, *, below: GrowthText | None = None) -> None:
        super().__init__()
        self.rows = rows
        self._below = below
        label = plain_label(without_mnemonic(label_of(rows.controller, rows.path)), self)
        set_bold(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(label)
        column.addWidget(rows)
        if below is not None:
            column.addWidget(below)

    def render_view(self, view: View) -> None:
        """Show the rows and the line below them."""
        self.rows.render_view(view)
        if self._below is not None:
            self._below.render_view(view)


class SideBySide(RenderedWidget):
    """Fields of equal width."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FieldRow(fields))

    def render_view(self, view: View) -> None:
        """Show the fields."""
        for field in self._fields:
            field.render_view(view)
