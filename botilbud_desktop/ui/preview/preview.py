"""Vis: a document as it will be printed, and beside it the answers, each with a link to its field."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from botilbud_desktop.documents.kind import DOCUMENT_NAMES, DocumentKind, kinds_for
from botilbud_desktop.domain.approval import Status
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.pages.answer_list import AnswerList
from botilbud_desktop.ui.preview.making import DocumentMaking
from botilbud_desktop.ui.preview.page_view import PageView
from botilbud_desktop.ui.preview.pdf_document import PdfDocument
from botilbud_desktop.ui.preview.tool_row import ToolRow
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.text import heading, plain_label
from botilbud_desktop.ui.widgets.stacking import Stacking
from botilbud_desktop.ui.widgets.tab_order import order_tabs

_NARROWEST = 400
_NARROWEST_ANSWERS = 200
_LEAST_LETTERS = 90
"""So many letters of average width a window has room for when the name of the document stands above the pages."""
_WIDTHS = (640, 360)
"""Widths of the pages and the answers, in proportion."""
_MAKING = "Dokumentet bliver vist om et øjeblik."
_SHOW_AFTER_MS = 300
"""Delay in ms before the user is told that the document is being made."""


class Preview(QWidget):
    """The pages and the answers; they follow the draft while they are visible."""

    field_asked = Signal(object)
    """The path of a field that the user wants to edit."""
    closed = Signal()
    """The user wants to go back to the page of approval."""
    print_asked = Signal(object, int)
    """The `DocumentKind` to print, and the visible page, from 1."""
    save_asked = Signal(object)
    """The `DocumentKind` to save."""

    def __init__(self, resources: Path) -> None:
        """`resources` is the folder that holds the documents' fonts."""
        super().__init__()
        self.setObjectName("page.preview")
        self._kind = DocumentKind.VIEW
        self._made_of: tuple[DocumentKind, object, object] | None = None
        self._making = DocumentMaking(resources, self)
        self._making.made.connect(self._on_made)
        self.pages = PageView()
        self.pages.setObjectName("page.preview.pages")
        self.pages.moved.connect(self._on_moved)
        self.tools = ToolRow(self)
        self.answers = AnswerList(is_narrow=True)
        self.answers.field_asked.connect(self.field_asked)
        self.close_button = self._button("Luk visningen", "close", "page.preview.close")
        self.print_button = self._button("Udskriv …", "print", "page.preview.print")
        self.save_button = self._button("Gem som PDF …", "save", "page.preview.save")
        self.title = heading("")
        self._waiting = self._words_over_the_pages()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SHOW_AFTER_MS)
        self._late.timeout.connect(self._waiting.show)
        self._connect()
        self._lay_out()
        self.setMinimumWidth(_NARROWEST)  # less than the contents ask for: the window must not grow

    @property
    def kind(self) -> DocumentKind:
        """The kind of the shown document."""
        return self._kind

    def show_kind(self, kind: DocumentKind, view: View) -> None:
        """Shows a document of the present draft; another one than before from its first page."""
        is_another = kind is not self._kind
        self._kind = kind
        self.render_view(view)
        if is_another:
            self.pages.show_page(1)

    def render_view(self, view: View) -> None:
        """Shows the present draft; the document is made anew only when something changed."""
        kinds = kinds_of(view)
        if self._kind not in kinds:
            self._kind = DocumentKind.VIEW
        self.tools.show_kinds(kinds, self._kind)
        self.answers.render_view(view)
        order_tabs(self.answers, after=self.pages)
        made_of = (self._kind, view.application, view.assessment)
        if made_of != self._made_of:
            self._made_of = made_of
            self.title.setText(f"{DOCUMENT_NAMES[self._kind].window_title}, side for side")
            self._making.ask(self._kind, view)
            if self._making.is_busy:
                self._late.start()

    def focus_first(self) -> None:
        """Gives the focus to the pages, so that the keys scroll them."""
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def return_to_link(self) -> None:
        """Gives the focus to the link that led to a field."""
        link = self.answers.last_link()
        if link is None:
            self.focus_first()
            return
        focus_visibly(link)
        self._answer_area.ensureWidgetVisible(link)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = self.width() // max(self.fontMetrics().averageCharWidth(), 1)
        self.title.setVisible(letters >= _LEAST_LETTERS)  # the list of documents says the same

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.tools.zoom_chosen.connect(self.pages.set_zoom)
        self.tools.zoom_step_asked.connect(self.pages.zoom_one_step)
        self.tools.page_asked.connect(self._on_page_asked)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)

    def _lay_out(self) -> None:
        top = Stacking()
        top.setSpacing(GAP)
        top.take(self.close_button)
        top.take(self.title, 1)
        for button in (self.print_button, self.save_button):
            top.take(button)
        self._answer_area = QScrollArea()
        self._answer_area.setFrameShape(QFrame.Shape.NoFrame)
        self._answer_area.setWidgetResizable(True)
        self._answer_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._answer_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.answers.setContentsMargins(GAP, 0, GAP, GAP)
        self._answer_area.setWidget(self.answers)
        self._answer_area.setMinimumWidth(_NARROWEST_ANSWERS)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.pages)
        parts.addWidget(self._answer_area)
        parts.setChildrenCollapsible(False)
        parts.setStretchFactor(0, _WIDTHS[0])
        parts.setStretchFactor(1, _WIDTHS[1])
        parts.setSizes(_WIDTHS)
        margins = QVBoxLayout()
        margins.setContentsMargins(GAP, UNIT, GAP, UNIT)
        margins.setSpacing(UNIT)
        margins.addLayout(top)
        margins.addWidget(self.tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(margins)
        column.addWidget(parts, 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Sets the tab order to the reading order; the links follow the pages."""
        inputs = (self.close_button, self.print_button, self.save_button, *self.tools.inputs, self.pages)
        for before, widget in pairwise(inputs):
            QWidget.setTabOrder(before, widget)

    def _button(self, words: str, icon_name: str, name: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setIcon(icon(icon_name, self.palette().buttonText().color()))
        return button

    def _words_over_the_pages(self) -> QLabel:
        """Returns the label that says that the document is being made: above the pages, so that nothing moves."""
        words = plain_label(_MAKING)
        words.setAutoFillBackground(True)
        words.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        words.hide()
        column = QVBoxLayout(self.pages.viewport())
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words)
        column.addStretch(1)
        return words

    def _on_made(self, document: PdfDocument) -> None:
        self._late.stop()
        self._waiting.hide()
        self.pages.show_document(document, DOCUMENT_NAMES[self._kind].window_title)

    def _on_moved(self) -> None:
        self.tools.show_position(self.pages.current_page, self.pages.page_count, self.pages.zoom)

    def _on_page_asked(self, by: int) -> None:
        self.pages.show_page(self.pages.current_page + by)

    def _on_print(self) -> None:
        self.print_asked.emit(self._kind, self.pages.current_page)

    def _on_save(self) -> None:
        self.save_asked.emit(self._kind)


def kinds_of(view: View) -> tuple[DocumentKind, ...]:
    """Returns the kinds of document of the draft, the most wanted first; only an approval has a receipt."""
    others = kinds_for(has_project_sheet=view.round.project_sheet is not None)
    return (DocumentKind.RECEIPT, *others) if view.status is Status.APPROVED else others
