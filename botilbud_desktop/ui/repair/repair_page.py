"""The page of a draft that is too large for the form: what is too large, and a plain view of each such part."""

from contextlib import suppress

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from botilbud_desktop.domain.field_path import FieldPath, value_at
from botilbud_desktop.domain.form_bounds import Excess
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.repair.item_list import ItemList, add_lines, set_line
from botilbud_desktop.ui.repair.text_pages import TextPages
from botilbud_desktop.ui.repair.wording import FITS, INTRODUCTION, TITLE, TOO_LARGE, limit_of, title_of
from botilbud_desktop.ui.style.spacing import GAP, PAGE_MARGIN, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import heading, plain_label, set_bold
from botilbud_desktop.ui.widgets.button_grid import button_grid
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.widgets.tab_order import PageContent, order_tabs
from botilbud_desktop.ui.workbench.undo_notice import UndoNotice

_MOST_LINES_SHOWN = 5


class _Parts(QListWidget):
    """As high as its lines, up to a few."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(TallRows(self))

    def sizeHint(self) -> QSize:
        lines = min(max(self.count(), 1), _MOST_LINES_SHOWN)
        line = self.sizeHintForRow(0) if self.count() else self.fontMetrics().lineSpacing()
        return QSize(super().sizeHint().width(), lines * line + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class _Content(PageContent):
    """Takes the height of the window; the page scrolls only when it is lower than the least height."""

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return -1 if layout is None else layout.minimumHeightForWidth(width)


class RepairPage(QWidget):
    """Shows one large part at a time. The form comes back when the user asks for it and nothing is too large."""

    form_asked = Signal()
    """Nothing is too large any more, and the user wants to see the form."""
    split_asked = Signal(object)
    """The indices of the projects that are to be moved to a draft of their own."""
    versions_asked = Signal()
    """The user wants to see the earlier versions of the draft."""

    def __init__(self, controller: DraftController) -> None:
        super().__init__()
        self.setObjectName("page.repair")
        self._controller = controller
        self._excesses: tuple[Excess, ...] = ()
        self._part: ItemList | TextPages | None = None
        self._shown: FieldPath | None = None
        self.notice = NoticeBar(self)
        self._undo_notice = UndoNotice(controller, self.notice, self._on_undo_asked)
        controller.undoable_done.connect(self._undo_notice.say)
        self._content = _Content()
        self.parts = _Parts(self._content)
        self.parts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.parts.setObjectName("repair.parts")
        self.parts.setAccessibleName("Det, der er for meget")
        self.parts.setUniformItemSizes(True)
        self.parts.currentRowChanged.connect(self._on_row_changed)
        self.limit = plain_label("", self._content)
        self._holder = QVBoxLayout()
        self.status = plain_label("", self._content)
        set_bold(self.status)
        self.form_button = QPushButton("Vis skemaet", self._content)
        self.form_button.setObjectName("repair.form")
        self.form_button.clicked.connect(self.form_asked)
        self.versions_button = QPushButton("Tidligere versioner …", self._content)
        self.versions_button.setObjectName("repair.versions")
        self.versions_button.clicked.connect(self.versions_asked)
        self.unlock_button = QPushButton("Lås op og ret …", self._content)
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
        column = QVBoxLayout(self._content)
        column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        column.setSpacing(UNIT)
        for widget in (heading(TITLE), plain_label(INTRODUCTION), self.parts, self.limit):
            column.addWidget(widget)
        column.addLayout(self._holder, 1)
        column.addWidget(self.status)
        column.addLayout(button_grid([self.form_button, self.versions_button, self.unlock_button], in_a_row=3))
        scrolled = QScrollArea(self)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.notice)
        outer.addWidget(scrolled, 1)

    def _render(self) -> None:
        """Show what is too large now; the part that is worked with stays, also when it is small enough."""
        too_large = self._controller.excesses
        excesses = too_large
        if self._shown is not None and all(excess.path != self._shown for excess in excesses):
            excesses = (*self._of_shown(self._shown), *excesses)
        self._show_titles(excesses, {excess.path for excess in too_large})
        self.form_button.setEnabled(not too_large)
        self.status.setText(TOO_LARGE if too_large else FITS)
        held = self._controller.locked_by is not None
        self.unlock_button.setVisible(self._controller.is_frozen and not held)

    def _of_shown(self, path: FieldPath) -> tuple[Excess, ...]:
        with suppress(LookupError, AttributeError):
            value = value_at(self._controller.application, path)
            return (Excess(path, len(value), isinstance(value, str)),)
        return ()

    def _show_titles(self, excesses: tuple[Excess, ...], too_large: set[FieldPath]) -> None:
        paths = [excess.path for excess in excesses]
        is_same = paths == [excess.path for excess in self._excesses]
        self._excesses = excesses
        round_ = self._controller.round
        titles = [title_of(excess, round_, fits=excess.path not in too_large) for excess in excesses]
        if is_same:
            for row, title in enumerate(titles):
                set_line(self.parts.item(row), title)
            return
        self.parts.blockSignals(True)
        self.parts.clear()
        add_lines(self.parts, titles)
        self.parts.blockSignals(False)
        self.parts.updateGeometry()
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
        order_tabs(self._content)
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

    def _on_undo_asked(self) -> None:
        if not self._controller.is_frozen:
            self._controller.editor.undo()

    def _on_unlock(self) -> None:
        self._controller.unlock()
        self._on_edited()
