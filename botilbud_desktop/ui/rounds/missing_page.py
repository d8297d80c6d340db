"""The page of a draft whose round is not there: what is missing, how to get it, and the draft as text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from botilbud_desktop.ui.rounds.wording import ADD
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.spacing import GAP, PAGE_MARGIN, UNIT
from botilbud_desktop.ui.style.text import heading, plain_label
from botilbud_desktop.ui.widgets.button_grid import button_grid
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.widgets.tab_order import order_tabs

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

MOST_SHOWN = 100_000
"""Characters of the draft that are shown; the text that is saved or printed has all of them."""
_LINES = 6
_MORE = "\n… Resten er for lang til at blive vist her. Gem teksten for at se det hele."


class MissingRoundPage(QWidget):
    """Shows the text of one draft. Nothing can be typed."""

    add_asked = Signal()
    again_asked = Signal()
    save_asked = Signal()
    print_asked = Signal()
    close_asked = Signal()

    def __init__(self, title: str, what: str, how: str, text: str, *, can_add: bool = True) -> None:
        """`what` is missing, `how` to get it, and the draft as `text`; `can_add` is whether the user can add it."""
        super().__init__()
        self.setObjectName("page.missing_round")
        self.notice = NoticeBar(self)
        self._text = text
        self.add_button = self._button(ADD, "missing.add", self.add_asked)
        again = self._button("Prøv igen", "missing.again", self.again_asked)
        self._first = self.add_button if can_add else again
        buttons = [
            self._button("Gem som tekst …", "missing.save", self.save_asked),
            again,
            self._button("Udskriv …", "missing.print", self.print_asked),
            self._button("Luk", "missing.close", self.close_asked),
        ]
        self.view = QPlainTextEdit(text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + _MORE, self)
        self.view.setObjectName("missing.text")
        self.view.setAccessibleName("Kladden som tekst")
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        self.view.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.what = plain_label(what)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        column.setSpacing(UNIT)
        for widget in (heading(title), self.what, plain_label(how)):
            column.addWidget(widget)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.setVisible(can_add)
        column.addLayout(button_grid(buttons, in_a_row=2))
        column.addWidget(self.view, 1)
        scrolled = QScrollArea(self)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.notice)
        outer.addWidget(scrolled, 1)
        order_tabs(self)

    @property
    def text(self) -> str:
        """The whole draft as text."""
        return self._text

    def focus_first(self) -> None:
        """Focus what helps most."""
        focus_visibly(self._first)

    def print_on(self, printer: "QPrinter") -> None:
        """Print the whole text."""
        QPlainTextEdit(self._text).print_(printer)

    def _button(self, words: str, name: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.clicked.connect(asked)
        return button
