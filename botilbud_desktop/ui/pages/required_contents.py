"""The contents that the ministry requires of the overall description, each with how the program judges it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout

from botilbud_desktop.domain.field_path import field_path
from botilbud_desktop.domain.notes.records import ContentVerdict
from botilbud_desktop.rules.text_results import Coverage, JudgedContent
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.facts.description_field import DescriptionField
from botilbud_desktop.ui.pages.contents.point import COLUMNS, ContentPoint
from botilbud_desktop.ui.pages.contents.wording import CAVEAT
from botilbud_desktop.ui.style.spacing import HALF, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.disclosure import Disclosure

WORDING_BUTTON = "Ministeriets ordlyd"

_JUDGED = field_path("judged_contents")
_TOP = Qt.AlignmentFlag.AlignTop


class RequiredContents(RenderedWidget):
    """A short title for each content, so that the text box stays in view; a title opens the details of its content."""

    def __init__(self, controller: DraftController, text: DescriptionField, *, documentation: bool = True) -> None:
        """`text` is the field of the description; with `documentation`, where to send papers stands below."""
        super().__init__()
        self._controller = controller
        self._text = text
        self._has_marked = False
        self.points = [ContentPoint(content, self) for content in controller.round.required_contents]
        self._columns, self._is_stacked = 0, False
        self.toggle = Disclosure("Vis ministeriets ordlyd til punkterne", self, words=WORDING_BUTTON)
        self.toggle.setObjectName("description.wording")
        self._lay_out(controller.round.documentation if documentation else "")
        self.toggle.toggled.connect(self._on_toggled)
        for point in self.points:
            point.link.clicked.connect(partial(self._on_point, point))
        self._place()

    def render_view(self, view: View) -> None:
        """Show how each content is judged, and let the marked sentences follow it."""
        judged = {one.number: one for one in view.assessment.contents}
        own = view.application.judged_contents
        for point in self.points:
            number = point.content.number
            point.show(judged.get(number, JudgedContent(number, Coverage.NOT_COVERED)), own.get(str(number)))
            if self._has_marked:
                self._text.passages.follow(_topic(point), point.judged.spans)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _lay_out(self, documentation: str) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(UNIT)
        self._grid.setVerticalSpacing(HALF)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(UNIT)
        caveat, where_to_send = plain_label(CAVEAT, self), plain_label(documentation, self)
        for label in (caveat, where_to_send):
            set_text_colour(label, quiet_colour(self.palette()))
        below.addWidget(caveat, 1)
        below.addWidget(self.toggle, 0, _TOP | Qt.AlignmentFlag.AlignLeft)  # else it limits the width of the caveat
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(self._grid)
        column.addLayout(below)
        column.addWidget(where_to_send)
        where_to_send.setVisible(bool(documentation))

    def _place(self) -> None:
        """Put the titles into two columns where they fit on one line; the wording needs the whole width."""
        widest = max((point.width for point in self.points), default=0)
        columns = 2 if not self.toggle.isChecked() and self.width() >= 2 * widest else 1
        is_stacked = self.width() < widest
        if (columns, is_stacked) == (self._columns, self._is_stacked):
            return
        self._columns, self._is_stacked = columns, is_stacked
        rows = -(-len(self.points) // columns)
        for index, point in enumerate(self.points):
            point.place(self._grid, index % rows, index // rows, stacked=is_stacked)
        wide = {1} if is_stacked else {COLUMNS * number + 2 for number in range(columns)}
        for column in range(2 * COLUMNS):
            self._grid.setColumnStretch(column, int(column in wide))
        direction = QBoxLayout.Direction.TopToBottom if is_stacked else QBoxLayout.Direction.LeftToRight
        self._below.setDirection(direction)

    def _on_toggled(self, is_whole: bool) -> None:
        for point in self.points:
            point.show_wording(is_whole)
        self._place()

    def _on_point(self, point: ContentPoint) -> None:
        from botilbud_desktop.ui.pages.contents.popup import ContentPopup

        self._controller.update_view_now()  # so that what is shown is about the text as it stands
        popup = ContentPopup(point, is_marked=self._is_marked(point), read_only=self._controller.is_frozen)
        popup.words_asked.connect(partial(self._on_words_asked, point))
        popup.fact_asked.connect(partial(self._on_fact_asked, point))
        popup.verdict_asked.connect(partial(self._on_verdict_asked, point))
        popup.show_below(point.link)

    def _is_marked(self, point: ContentPoint) -> bool:
        return self._has_marked and self._text.passages.topic == _topic(point)

    def _on_words_asked(self, point: ContentPoint) -> None:
        """Mark the sentences and go to the first, or take the marks away."""
        if self._is_marked(point):
            self._text.passages.clear()
        elif point.judged.spans:
            self._has_marked = True
            self._text.show_passages(_topic(point), point.judged.spans)

    def _on_fact_asked(self, point: ContentPoint) -> None:
        """Offer what the table tells of this content, at the cursor of the text."""
        self._text.offer_facts(point.content.number, point.link)

    def _on_verdict_asked(self, point: ContentPoint, verdict: ContentVerdict | None) -> None:
        if self._controller.is_frozen:
            return
        key, editor = str(point.content.number), self._controller.editor
        if verdict is None:
            judged = editor.application.judged_contents
            editor.set_value(_JUDGED, {number: kept for number, kept in judged.items() if number != key})
        else:
            editor.set_value(_JUDGED / key, verdict)


def _topic(point: ContentPoint) -> str:
    return f"content {point.content.number}"
