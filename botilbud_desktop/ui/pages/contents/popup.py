"""The details of one required content: the ministry's words, the program's judgement and why, and the user's own."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.domain.values.amounts import counted
from botilbud_desktop.rules.inserted_facts.asked import fact_asked_by
from botilbud_desktop.rules.text_results import Coverage
from botilbud_desktop.ui.facts.description_field import OFFER
from botilbud_desktop.ui.pages.contents.point import ContentPoint
from botilbud_desktop.ui.pages.contents.wording import (
    CAVEAT,
    COVERAGE,
    COVERAGE_ICONS,
    VERDICTS,
    coverage_colour,
)
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.icons import icon_pixmap
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour, subheading
from botilbud_desktop.ui.widgets.link_row import LinkRow
from botilbud_desktop.ui.widgets.popup import Popup

SHOW, HIDE = "Vis i teksten", "Skjul markeringen"
COVERED, MISSING, PROGRAM = "Det er dækket", "Det er ikke dækket", "Brug programmets resultat"
_TOP = Qt.AlignmentFlag.AlignTop
_OWN = "Din egen vurdering:"
_FOUND = "Det står i den sætning, som »Vis i teksten« markerer."


class ContentPopup(Popup):
    """A popup that Esc or a click outside it closes; what is chosen in it closes it, too."""

    words_asked = Signal()
    """The sentences are to be marked in the text, or not any more."""
    fact_asked = Signal()
    """The sentence that the table gives for the content is asked for."""
    verdict_asked = Signal(object)
    """The user's `ContentVerdict`; None to let the program judge."""

    def __init__(self, point: ContentPoint, *, is_marked: bool, read_only: bool) -> None:
        """`is_marked` when its sentences are marked in the text; `read_only` when nothing may be changed."""
        super().__init__(point.link.window(), "content")
        self._point = point
        self._first: QWidget = self
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addWidget(subheading(point.link.words(), self))
        column.addWidget(self._quiet(point.content.text))
        self._add_judgement(column)
        self._add_ways(column, is_marked=is_marked, read_only=read_only)
        if not read_only:
            self._add_verdicts(column)
        column.addWidget(self._quiet(CAVEAT))
        self.setAccessibleName(f"{point.link.accessibleName()} {point.content.text} {CAVEAT}")

    def show_below(self, widget: QWidget) -> None:
        super().show_below(widget)
        focus_visibly(self._first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _add_judgement(self, column: QVBoxLayout) -> None:
        judged, verdict = self._point.judged, self._point.verdict
        colour = coverage_colour(judged.coverage, self.palette())
        reason = _FOUND if judged.coverage is Coverage.COVERED and judged.spans else judged.reason
        column.addLayout(self._line(COVERAGE_ICONS[judged.coverage], colour, f"{COVERAGE[judged.coverage]}. {reason}"))
        if verdict is not None:
            colour = state_colour(State.INFORMATION, self.palette())
            column.addLayout(self._line("information", colour, VERDICTS[verdict]))

    def _add_ways(self, column: QVBoxLayout, *, is_marked: bool, read_only: bool) -> None:
        """Add the buttons that lead to the text."""
        row, spans = LinkRow(self, gap=UNIT), self._point.judged.spans
        if spans:
            places = f" ({counted(len(spans), 'sted', 'steder')})" if len(spans) > 1 and not is_marked else ""
            words = self._button(HIDE if is_marked else f"{SHOW}{places}", "content.words", row)
            words.clicked.connect(self._on_words)
            row.take(words)
        if not read_only and not self._point.is_settled and fact_asked_by(self._point.content) is not None:
            fact = self._button(OFFER, "content.fact", row)
            fact.clicked.connect(self._on_fact)
            row.take(fact)
        if row.in_order:
            column.addWidget(row)
        else:
            row.deleteLater()

    def _add_verdicts(self, column: QVBoxLayout) -> None:
        verdict = self._point.verdict
        row = LinkRow(self, gap=UNIT)
        row.take(plain_label(_OWN, row, wrap=False))
        choices = ((COVERED, ContentVerdict.COVERED), (MISSING, ContentVerdict.NOT_COVERED), (PROGRAM, None))
        for number, (words_, choice) in enumerate(choices):
            if choice is not verdict:
                button = self._button(words_, f"content.verdict.{number}", row)
                button.clicked.connect(partial(self._on_verdict, choice))
                row.take(button)
        column.addWidget(row)

    def _button(self, words: str, name: str, row: LinkRow) -> QPushButton:
        button = QPushButton(words, row)
        button.setObjectName(name)
        button.setAutoDefault(True)  # Enter presses the one with the focus
        if self._first is self:
            self._first = button
        return button

    def _quiet(self, text: str) -> QLabel:
        label = plain_label(text, self)
        set_text_colour(label, quiet_colour(self.palette()))
        return label

    def _line(self, icon: str, colour: QColor, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        picture = QLabel(self)
        picture.setPixmap(icon_pixmap(icon, colour, self.devicePixelRatioF()))
        row.addWidget(picture, 0, _TOP)
        row.addWidget(plain_label(text.strip(), self), 1)
        return row

    def _on_words(self) -> None:
        self._close()
        self.words_asked.emit()

    def _on_fact(self) -> None:
        self._close()
        self.fact_asked.emit()

    def _on_verdict(self, verdict: ContentVerdict | None) -> None:
        self._close()
        self.verdict_asked.emit(verdict)

    def _close(self) -> None:
        """Close, and go back to what opened it."""
        self.close()
        if QApplication.activePopupWidget() is None:
            focus_visibly(self._point.link)
