"""A calendar to pick a date from."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget

from botilbud_desktop.ui.widgets.popup import move_below


class CalendarPopup(QWidget):
    """The calendar below a date field; Esc closes it and changes nothing."""

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
        move_below(self, widget, gap=0)
        self.show()
        self.calendar.setFocus()
