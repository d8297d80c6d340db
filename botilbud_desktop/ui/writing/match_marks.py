"""Marks what a search finds in the texts that are shown: as much of each as can be seen, also after scrolling."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from botilbud_desktop.domain.editing.find_replace import Match
from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.rules.text_results import Span
from botilbud_desktop.ui.fields.text.marks import Layer
from botilbud_desktop.ui.fields.text.text_input import TextInput
from botilbud_desktop.ui.style.states import State, state_colour, state_surface
from botilbud_desktop.ui.writing.matches import Matches


class MatchMarks(QObject):
    """The marks of one window. A text of thousands of matches has marks only where it is seen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._matches: Matches | None = None
        self._current: Match | None = None
        self._areas: list[TextInput] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._mark)

    def show(self, matches: Matches, current: Match | None) -> None:
        """Mark these matches, and `current` so that it stands out."""
        if self._matches is None:
            self._follow_focus(True)
        self._matches, self._current = matches, current
        self._mark()

    def clear(self) -> None:
        """Mark nothing."""
        if self._matches is None:
            return
        self._follow_focus(False)
        self._later.stop()
        self._matches = self._current = None
        for area in self._areas:
            if isValid(area):
                self._leave(area)
        self._areas = []

    def _follow_focus(self, is_followed: bool) -> None:
        """Look for texts again when the focus moves: another page is shown, or the full window."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        if is_followed:
            application.focusChanged.connect(self._on_moved)
        else:
            application.focusChanged.disconnect(self._on_moved)

    def _on_moved(self) -> None:
        self._later.start()

    def _mark(self) -> None:
        if self._matches is None:
            return
        shown = [area for area in self._window.findChildren(TextInput) if area.isVisible()]
        for area in self._areas:
            if isValid(area) and area not in shown:
                self._leave(area)
        for area in shown:
            if area not in self._areas:
                self._enter(area)
        self._areas = shown
        for area in shown:
            self._mark_area(area, self._matches)

    def _enter(self, area: TextInput) -> None:
        bar = area.verticalScrollBar()
        for signal in (bar.valueChanged, bar.rangeChanged, area.recoloured):
            signal.connect(self._on_moved)

    def _leave(self, area: TextInput) -> None:
        bar = area.verticalScrollBar()
        for signal in (bar.valueChanged, bar.rangeChanged, area.recoloured):
            signal.disconnect(self._on_moved)
        for layer in (Layer.MATCH, Layer.CURRENT_MATCH):
            area.marks.clear(layer)

    def _mark_area(self, area: TextInput, matches: Matches) -> None:
        path, current = field_path(area.objectName()), self._current
        seen: list[Span] = []
        if matches.in_field(path):
            corner = area.viewport().rect().bottomRight()
            start = area.index_of(area.cursorForPosition(QPoint(0, 0)).position())
            seen = matches.between(path, start, area.index_of(area.cursorForPosition(corner).position()) + 1)
        own = Span(current.start, current.end) if current is not None and current.path == path else None
        others = [span for span in seen if span != own]
        palette = area.palette()
        look = QTextCharFormat()
        look.setBackground(state_surface(State.ATTENTION, palette))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(state_colour(State.ATTENTION, palette))
        area.marks.show(Layer.MATCH, [area.piece(*one) for one in area.positions_of(others)], look)
        strong = QTextCharFormat()
        strong.setBackground(state_colour(State.ATTENTION, palette))
        strong.setForeground(palette.base().color())
        spans = [] if own is None or own not in seen else [own]
        area.marks.show(Layer.CURRENT_MATCH, [area.piece(*one) for one in area.positions_of(spans)], strong)
