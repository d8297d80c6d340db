"""A date: typed in any of the usual ways, or picked from a calendar that opens on request."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.values.dates import format_long_date
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.line_field import LineField
from botilbud_desktop.ui.fields.value_format import DATE
from botilbud_desktop.ui.style.icons import icon


class DateField(LineField):
    """A labelled date with a calendar."""

    def __init__(self, controller: DraftController, path: FieldPath, *, hint: str = "") -> None:
        super().__init__(controller, path, DATE, hint=hint, extra=_in_words, note_lines=2)

    def _place_input(self) -> None:
        self.button = QToolButton()  # comes to its parent after the input, so that Tab reaches it second
        self.button.setIcon(icon("calendar", self.palette().buttonText().color()))
        self.button.setAccessibleName(f"Åbn kalenderen: {self.label_text}")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._on_calendar_asked)
        self.set_input(self.input, self.button)

    def render_view(self, view: View) -> None:
        super().render_view(view)
        self.button.setEnabled(not view.read_only)

    def _on_calendar_asked(self) -> None:
        chosen: date | None = self.controller.editor.value(self.path)
        popup = _CalendarPopup(chosen or self.controller.round.thresholds.last_completion_date, self)
        popup.calendar.clicked.connect(self._on_day_chosen)
        popup.calendar.activated.connect(self._on_day_chosen)
        popup.open_below(self.input)

    def _on_day_chosen(self, day: QDate) -> None:
        self.controller.editor.set_value(self.path, date(day.year(), day.month(), day.day()))
        self.input.setFocus()


class _CalendarPopup(QWidget):
    """A month to pick a day from; Esc closes it and changes nothing."""

    def __init__(self, shown: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(self)
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.clicked.connect(self.close)
        self.calendar.activated.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def open_below(self, widget: QWidget) -> None:
        """Show the calendar below `widget`."""
        self.adjustSize()
        below, room = widget.mapToGlobal(QPoint(0, widget.height())), widget.screen().availableGeometry()
        top = below.y() if below.y() + self.height() <= room.bottom() else below.y() - widget.height() - self.height()
        self.move(max(room.left(), min(below.x(), room.right() - self.width())), max(room.top(), top))
        self.show()
        self.calendar.setFocus()


def _in_words(day: date | None) -> str:
    return "" if day is None else format_long_date(day)
