"""One text alone in the window: a readable width, its counter, and beside it what the ministry asks for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.domain.steps import StepKind, step_of_field
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.facts.description_field import DescriptionField
from botilbud_desktop.ui.fields.text.text_field import TextField
from botilbud_desktop.ui.pages.required_contents import RequiredContents
from botilbud_desktop.ui.style.spacing import GAP, PAGE_MARGIN, PANE_WIDTH, SECTION, UNIT, WIDE
from botilbud_desktop.ui.style.text import heading, plain_label, subheading
from botilbud_desktop.ui.widgets.bounded_part import scroll
from botilbud_desktop.ui.widgets.link_row import LinkRow
from botilbud_desktop.ui.workspace.field_guide import FieldGuide
from botilbud_desktop.ui.writing.zoom import STEP, Zoom

_CHARACTERS = 76
"""Average characters in a line that is easy to read."""
_SIDE_FROM_WIDTH = 600
_SIDE_FROM_LETTERS = 57
"""Widths of the window, in px and in letters of average width, from which the guidance is shown beside the text."""

_HEADING_FROM_LINES = 16
"""Height of the window in lines from which the name of the page stands above that of the text."""


class FullWindow(QWidget):
    """Shows the same text as its page does, with the same undo history."""

    left = Signal()
    """The user wants to go back to the form."""

    def __init__(self, controller: DraftController, path: FieldPath, zoom: int) -> None:
        super().__init__()
        self.path = path
        self._controller = controller
        step = step_of_field(path)
        self._heading = heading(step.title, self)
        self.field = _field_of(controller, path, is_overall=step.kind is StepKind.DESCRIPTION)
        self.field.list_made.connect(self._on_list_made)
        self._contents: RequiredContents | None = None
        self.zoom = Zoom(self.field.input, zoom)
        self.zoom.changed.connect(self._on_zoomed)
        self._size = plain_label("", self, wrap=False)
        self._side = self._make_side()
        self._lay_out()
        controller.view_changed.connect(self.render_view)
        self.render_view(controller.view)
        self._on_zoomed(zoom)

    def render_view(self, view: View) -> None:
        """Shows the present text, and how it is judged."""
        if self._controller.full_window_field == self.path:
            self.field.render_view(view)
            if self._contents is not None:
                self._contents.render_view(view)

    def show_notice(self, bar: QWidget) -> None:
        """Shows the form's notice bar above the text; it goes back to the form with the user."""
        self._column.insertWidget(0, bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(self._side_width())
        letters = _SIDE_FROM_LETTERS * self.fontMetrics().averageCharWidth()
        self._heading.setVisible(self.height() >= _HEADING_FROM_LINES * self.fontMetrics().lineSpacing())
        self._side.setVisible(self.width() >= max(_SIDE_FROM_WIDTH, letters))
        self._limit_width()

    def _side_width(self) -> int:
        """Returns a width that cuts nothing: with a large text, more than the pane of the form has."""
        least, most = PANE_WIDTH
        inner = self._side.widget()
        needed = 0 if inner is None else inner.minimumSizeHint().width()
        needed += self._side.verticalScrollBar().sizeHint().width()
        return max(least, min(most, most * self.width() // WIDE), min(needed, self.width() // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _make_side(self) -> QScrollArea:
        """Returns how the text is judged, and the guidance for the field."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self._judged = QVBoxLayout()
        self._judged.setSpacing(UNIT)
        if isinstance(self.field, DescriptionField):
            self._judged.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
            self._judged.addWidget(subheading("Det skal stå i beskrivelsen", inner))
            self._contents = RequiredContents(self._controller, self.field, documentation=False)
            self._judged.addWidget(self._contents)
        column.addLayout(self._judged)
        guide = FieldGuide(self._controller.round)
        guide.show_field(self.path)
        column.addWidget(guide)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _on_list_made(self, listed: QWidget) -> None:
        """Put the list of what contradicts the form beside the text, where it moves nothing that is written."""
        self._judged.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, UNIT)
        self._judged.addWidget(listed)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        self._heading.setMinimumWidth(0)  # as wide as its longest word: the tools go below each other for it
        top.addWidget(self._heading, 1)
        tools = LinkRow(self, gap=UNIT)
        self._size.setParent(tools)
        tools.take(self._size)
        for words, name, by in (("−", "Mindre tekst", -STEP), ("+", "Større tekst", STEP)):
            tools.take(self._zoom_button(tools, words, name, by))
        back = QPushButton("Tilbage til siden", tools)
        back.setObjectName("writing.back")
        back.clicked.connect(self.left)
        tools.take(back)
        top.addWidget(tools)
        middle = QHBoxLayout()
        middle.setSpacing(SECTION)
        middle.addStretch(1)
        middle.addWidget(self.field, 100)
        middle.addWidget(self._side)
        middle.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        self._column.setSpacing(GAP)
        self._column.addLayout(top)
        self._column.addLayout(middle, 1)
        scroll(self, self._column)  # where the window is low

    def _zoom_button(self, holder: QWidget, words: str, name: str, by: int) -> QPushButton:
        button = QPushButton(words, holder)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFixedWidth(5 * UNIT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.zoom.step(by))
        return button

    def _limit_width(self) -> None:
        """Limits the width to a line that is easy to read at the current text size."""
        area = self.field.input
        bar = area.verticalScrollBar().sizeHint().width()
        frame = 2 * (area.frameWidth() + int(area.document().documentMargin())) + bar
        self.field.setMaximumWidth(max(_CHARACTERS * area.fontMetrics().averageCharWidth() + frame, 40 * UNIT))

    def _on_zoomed(self, percent: int) -> None:
        self._size.setText(f"Tekst {percent} %")
        self._limit_width()


def _field_of(controller: DraftController, path: FieldPath, *, is_overall: bool) -> TextField:
    """Returns the input of a text, with what its page has for it."""
    if is_overall:
        return DescriptionField(controller, lines=None, is_alone=True)
    return TextField(controller, path, lines=None, is_alone=True)
