"""Mine and theirs side by side, each with the words marked that the other lacks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from botilbud_desktop.ui.comparing.difference_row import SHOW_ALL, SHOW_LESS
from botilbud_desktop.ui.comparing.difference_text import DifferenceText
from botilbud_desktop.ui.comparing.shown_pieces import Side, is_shortened
from botilbud_desktop.ui.merging.side_text import SideText
from botilbud_desktop.ui.style.focus import focus_visibly
from botilbud_desktop.ui.style.spacing import GAP, HALF
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour
from botilbud_desktop.ui.widgets.link_button import LinkButton


class Sides(QWidget):
    """Two columns of equal width. Neither is shown as removed: both texts count until one is chosen."""

    def __init__(self, columns: tuple[tuple[str, SideText], ...], most_lines: int, parent: QWidget) -> None:
        """`columns` are texts with their titles; each box grows to `most_lines` before it scrolls."""
        super().__init__(parent)
        self._most_lines = most_lines
        self._boxes: list[tuple[DifferenceText, str, SideText]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(HALF)
        for column, (title, text) in enumerate(columns):
            self._add(column, title, text)
        if any(is_shortened(text.pieces) for _title, text in columns):
            more, less = self._add_link(SHOW_ALL), self._add_link(SHOW_LESS)
            more.clicked.connect(lambda: self._on_link(more, less, is_whole=True))
            less.clicked.connect(lambda: self._on_link(less, more, is_whole=False))
            less.hide()
        self._show_texts(is_whole=False)

    def _add(self, column: int, title: str, text: SideText) -> None:
        name = plain_label(title, self)
        set_bold(name)
        name.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(name, 0, column)
        self._grid.setColumnStretch(column, 1)
        if text.is_empty:
            label = plain_label(text.lacks, self)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            label.setContentsMargins(HALF, HALF, HALF, HALF)
            set_text_colour(label, quiet_colour(self.palette()))
            self._grid.addWidget(label, 1, column)
            return
        box = DifferenceText(title, self, most_lines=self._most_lines)
        policy = QSizePolicy(box.sizePolicy())
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # the columns are equally wide, whatever their contents
        box.setSizePolicy(policy)
        self._grid.addWidget(box, 1, column)
        self._boxes.append((box, title, text))

    def _add_link(self, words: str) -> LinkButton:
        link = LinkButton(words, self)
        self._grid.addWidget(link, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        return link

    def _show_texts(self, *, is_whole: bool) -> None:
        for box, title, text in self._boxes:
            box.show_pieces(text.pieces, Side.AFTER, shortened=not is_whole)
            box.setAccessibleName(f"{title}: {text.brief}")

    def _on_link(self, used: LinkButton, other: LinkButton, *, is_whole: bool) -> None:
        self._show_texts(is_whole=is_whole)
        other.show()
        if used.hasFocus():
            focus_visibly(other)
        used.hide()
