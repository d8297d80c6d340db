"""The page of a draft that is too large for the form: what is too large, and a plain view of each such part."""

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.form_bounds import Excess
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.repair.item_list import ItemList, add_lines, set_line
from botilbud_desktop.ui.repair.text_pages import TextPages
from botilbud_desktop.ui.repair.wording import FITS, INTRODUCTION, TITLE, TOO_LARGE, limit_of, title_of
from botilbud_desktop.ui.style.spacing import GAP, PAGE_MARGIN, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import heading, plain_label, set_bold
from botilbud_desktop.ui.widgets.button_grid import button_grid
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.widgets.tab_order import PageContent, order_tabs

_MOST_LINES_SHOWN = 5


class RepairPage(PageContent):
    """Shows one large part at a time. The form comes back when the user asks for it and nothing is too large."""

    form_asked = Signal()
    """Nothing is too large any more, and the user wants to see the form."""
    split_asked = Signal(object)
    """The indices of the projects that are to be moved to a draft of their own."""

    def __init__(self, controller: DraftController) -> None:
        super().__init__()
        self.setObjectName("page.repair")
        self._controller = controller
        self._excesses: tuple[Excess, ...] = ()
        self._part: ItemList | TextPages | None = None
        self._shown: FieldPath | None = None
        self.notice = NoticeBar(self)
        self.parts = QListWidget(self)
        self.parts.setObjectName("repair.parts")
        self.parts.setAccessibleName("Det, der er for meget")
        self.parts.setUniformItemSizes(True)
        self.parts.currentRowChanged.connect(self._on_row_changed)
        self.limit = plain_label("", self)
        self._holder = QVBoxLayout()
        self.status = plain_label("", self)
        set_bold(self.status)
        self.form_button = QPushButton("Vis skemaet", self)
        self.form_button.setObjectName("repair.form")
        self.form_button.clicked.connect(self.form_asked)
        self.unlock_button = QPushButton("Lås op og ret", self)
        self.unlock_button.setObjectName("repair.unlock")
        self.unlock_button.clicked.connect(self._on_unlock)
        self._lay_out()
        controller.edited.connect(self._on_edited)
        self._render()
        self.parts.setCurrentRow(0)

    def focus_first(self) -> None:
        """Focus the list of what is too large."""
        self.parts.setFocus()

    def _lay_out(self) -> None:
        lines = _MOST_LINES_SHOWN * (self.parts.fontMetrics().lineSpacing() + UNIT)
        self.parts.setMaximumHeight(lines)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        column.setSpacing(UNIT)
        for widget in (heading(TITLE, self), plain_label(INTRODUCTION, self), self.parts, self.limit):
            column.addWidget(widget)
        column.addLayout(self._holder, 1)
        column.addWidget(self.status)
        column.addLayout(button_grid([self.form_button, self.unlock_button], in_a_row=2))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.notice)
        outer.addLayout(column, 1)

    def _render(self) -> None:
        """Show what is too large now; the part that is worked with stays, also when it is small enough."""
        too_large = self._controller.excesses
        excesses = too_large
        if self._shown is not None and all(excess.path != self._shown for excess in excesses):
            excesses = (*self._of_shown(self._shown), *excesses)
        self._show_titles(excesses)
        self.form_button.setEnabled(not too_large)
        self.status.setText(TOO_LARGE if too_large else FITS)
        held = self._controller.locked_by is not None
        self.unlock_button.setVisible(self._controller.is_frozen and not held)

    def _of_shown(self, path: FieldPath) -> tuple[Excess, ...]:
        with suppress(LookupError, AttributeError):
            value = value_at(self._controller.application, path)
            return (Excess(path, len(value), isinstance(value, str)),)
        return ()

    def _show_titles(self, excesses: tuple[Excess, ...]) -> None:
        if excesses == self._excesses:
            return
        paths = [excess.path for excess in excesses]
        is_same = paths == [excess.path for excess in self._excesses]
        self._excesses = excesses
        titles = [title_of(excess, self._controller.round) for excess in excesses]
        if is_same:
            for row, title in enumerate(titles):
                set_line(self.parts.item(row), title)
            return
        self.parts.blockSignals(True)
        self.parts.clear()
        add_lines(self.parts, titles)
        self.parts.blockSignals(False)
        self.parts.setCurrentRow(paths.index(self._shown) if self._shown in paths else 0)

    def _show_part(self, excess: Excess) -> None:
        if self._part is not None:
            self._holder.removeWidget(self._part)
            self._part.hide()
            self._part.deleteLater()
        self._shown = excess.path
        if excess.is_text:
            self._part = TextPages(self._controller, excess.path)
            self._part.refused.connect(self._on_refused)
        else:
            self._part = ItemList(self._controller, excess.path)
            self._part.split_asked.connect(self.split_asked)
        self._holder.addWidget(self._part)
        order_tabs(self)
        self.limit.setText(limit_of(excess, self._controller.round))

    def _on_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._excesses) and self._excesses[row].path != self._shown:
            self._show_part(self._excesses[row])

    def _on_refused(self, sentence: str) -> None:
        self.notice.show_hideable(sentence, State.PROBLEM)

    def _on_edited(self) -> None:
        self._render()
        if self._part is not None and self._shown is not None and self._of_shown(self._shown):
            self._part.render_draft()

    def _on_unlock(self) -> None:
        self._controller.unlock()
        self._on_edited()
