"""A calendar to pick a date from."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QVBoxLayout, QWidget

from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.widgets.announcing import announce
from botilbud_desktop.ui.widgets.popup import move_below

_KEYS = "Piletasterne vælger en dag, PageUp og PageDown en måned. Enter vælger dagen. Esc lukker."
_NAMES = {
    "qt_calendar_prevmonth": "Forrige måned",
    "qt_calendar_nextmonth": "Næste måned",
    "qt_calendar_monthbutton": "Vælg måned",
    "qt_calendar_yearbutton": "Vælg år",
    "qt_calendar_yearedit": "År",
}
"""What Qt's own parts are called, by their names; Qt shows them as pictures and numbers."""


class CalendarPopup(QWidget):
    """The calendar below a date field; Esc closes it and changes nothing."""

    def __init__(self, shown: date, parent: QWidget, label: str) -> None:
        """`label` is that of the field, for screen readers."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(self)
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.clicked.connect(self.close)
        self.calendar.activated.connect(self.close)
        self._label = label
        self._days = self.calendar.findChild(QTableView)
        self._name_parts()
        self._make_readable()
        self.calendar.selectionChanged.connect(self._on_selected)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)

    def open_below(self, widget: QWidget) -> None:
        """Show the calendar below `widget`."""
        self.adjustSize()
        move_below(self, widget, gap=0)
        self.show()
        self.calendar.setFocus()

    def _name_parts(self) -> None:
        for part in self.calendar.findChildren(QWidget):
            if part.objectName() in _NAMES:
                part.setAccessibleName(_NAMES[part.objectName()])
        self.setAccessibleName(f"Kalender: {self._label}")
        if self._days is not None:
            self._days.setAccessibleName(f"Kalender: {self._label}. {self._day()}")
            self._days.setAccessibleDescription(_KEYS)

    def _make_readable(self) -> None:
        """Give weekends and the days of other months colours that can be read; Qt's are red and a pale grey."""
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())
        if self._days is not None:
            palette = QPalette(self._days.palette())
            quiet = quiet_colour(self.palette())
            palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, quiet)
            self._days.setPalette(palette)

    def _day(self) -> str:
        """Returns the selected day in words: `søndag den 30. november 2025`."""
        return QLocale().toString(self.calendar.selectedDate(), "dddd 'den' d. MMMM yyyy")

    def _on_selected(self) -> None:
        """Say the day with its month and year: the table has only its number."""
        announce(self._days or self, self._day())
