"""A date: typed in any of the usual formats, or picked from a calendar that opens on request."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QToolButton

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.line_field import LineField
from botilbud_desktop.ui.fields.value_format import date_format
from botilbud_desktop.ui.style.icons import icon


class DateField(LineField):
    """A labelled date with a calendar."""

    def __init__(self, controller: DraftController, path: FieldPath, *, hint: str = "") -> None:
        dates = date_format(controller.round)
        super().__init__(controller, path, dates, hint=hint, extra=_in_words)

    def _place_input(self) -> None:
        self.button = QToolButton()  # gets its parent after the input, so that Tab reaches it second
        self.button.setIcon(icon("calendar", self.palette().buttonText().color()))
        self.button.setAccessibleName(f"Åbn kalenderen: {self.label_text}")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._on_calendar_asked)
        self.set_input(self.input, self.button)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        self.button.setEnabled(not view.read_only)

    def _on_calendar_asked(self) -> None:
        from botilbud_desktop.domain.field_labels import own_label
        from botilbud_desktop.ui.fields.calendar_popup import CalendarPopup

        chosen: date | None = self.controller.editor.value(self.path)
        popup = CalendarPopup(
            chosen or self.controller.round.last_day, self, own_label(self.path, self.controller.round)
        )
        popup.calendar.clicked.connect(self._on_day_chosen)
        popup.calendar.activated.connect(self._on_day_chosen)
        popup.open_below(self.input)

    def _on_day_chosen(self, day: QDate) -> None:
        self.controller.editor.set_value(self.path, date(day.year(), day.month(), day.day()))
        self.input.setFocus()


def _in_words(day: date | None) -> str:
    return "" if day is None else format_long_date(day)
