"""The dialog: the text on one side, and on the other what can be done for it."""

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from botilbud_desktop.domain.field_labels import full_label
from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.rules.shortening.saving import Saving, shortened
from botilbud_desktop.rules.shortening.shorter_words import Table
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.may_change import may_undo
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.text import plain_label, set_bold
from botilbud_desktop.ui.text_help.material import Material, material
from botilbud_desktop.ui.text_help.reading_tab import ReadingTab
from botilbud_desktop.ui.text_help.row_list import Row, RowList
from botilbud_desktop.ui.text_help.shorter_tab import ShorterTab
from botilbud_desktop.ui.text_help.shown_text import ShownText
from botilbud_desktop.ui.text_help.usage_tab import UsageTab
from botilbud_desktop.ui.text_help.wording import characters, left_words
from botilbud_desktop.ui.widgets.announcing import announce

_SIZE = QSize(1040, 680)
_CHARACTERS_BESIDE = 110
"""Where the dialog has room for so many average characters, text and list stand beside each other."""


class Tab(IntEnum):
    """The tabs, in their order."""

    SHORTER = 0
    USES = 1
    READING = 2


class TextHelpDialog(QDialog):
    """Shows one text with help for it. What is applied is one step of the history, and can be undone here."""

    place_asked = Signal(object, int, int)
    """The user wants to see a place in the field: its path, and two indices of the text."""

    def __init__(self, controller: DraftController, path: FieldPath, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller = controller
        self._path = path
        self._material: Material | None = None
        self._done = 0
        """How many steps were applied here and not undone."""
        self.setObjectName("text_help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Kortere og lettere tekst")
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.text = ShownText(self)
        self.tabs = QTabWidget(self)
        self.shorter, self.uses, self.reading = ShorterTab(table, self), UsageTab(self), ReadingTab(self)
        self.tabs.setDocumentMode(True)
        for tab, words in (
            (self.shorter, "&Kan blive kortere"),
            (self.uses, "&Hvad fylder"),
            (self.reading, "&Læsbarhed"),
        ):
            self.tabs.addTab(_scrolled(tab), words)
        self.state = plain_label("", self)
        self.undo_button = QPushButton("&Fortryd", self)
        self.show_button = QPushButton("&Vis i teksten", self)
        self.close_button = QPushButton("L&uk", self)
        self._lay_out()
        self._connect()
        ScreenFit(self, _SIZE)
        self.render_view(controller.view)

    def open_at(self, tab: Tab) -> None:
        """Open the dialog at a tab, with the focus in its list; where that is empty, on the button that closes."""
        self.tabs.setCurrentIndex(tab)
        self.open()
        first = self._list if self._list.count() else self.close_button
        first.setFocus(Qt.FocusReason.TabFocusReason)
        self._mark()

    def render_view(self, view: View) -> None:
        """Look through the text anew, if it has changed."""
        before = self._material
        now = material(self._path, view)
        if before is not None and (now.text, now.counted, view.read_only) == (
            before.text,
            before.counted,
            before.view.read_only,
        ):
            return
        self._material = now
        self.text.show_text(now.text)
        for tab in (self.shorter, self.uses, self.reading):
            tab.show_material(now)
        self.state.setText(left_words(now.counted, 0))
        self._render_buttons()
        self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= _CHARACTERS_BESIDE * self.fontMetrics().averageCharWidth()
        self._splitter.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)

    @property
    def _list(self) -> RowList:
        return (self.shorter, self.uses, self.reading)[self.tabs.currentIndex()].rows

    def _lay_out(self) -> None:
        title = plain_label(full_label(self._path, self._controller.round), self)
        set_bold(title)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.text)
        self._splitter.addWidget(self.tabs)
        for index in range(self._splitter.count()):
            self._splitter.setStretchFactor(index, 1)
        foot = QHBoxLayout()
        foot.setSpacing(UNIT)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self.show_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addWidget(title)
        column.addWidget(self.state)
        column.addWidget(self._splitter, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        for button, act in (
            (self.undo_button, self._on_undo),
            (self.show_button, self._on_show),
            (self.close_button, self.reject),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        for tab in (self.shorter, self.uses, self.reading):
            tab.rows.row_chosen.connect(self._on_row_chosen)
        self.shorter.taken.connect(self._on_taken)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._controller.view_changed.connect(self.render_view)

    def _render_buttons(self) -> None:
        self.undo_button.setEnabled(self._done > 0 and may_undo(self._controller))
        self.show_button.setEnabled(self._list.current is not None)

    def _mark(self) -> None:
        row = self._list.current
        self.text.mark(() if row is None else row.places)
        self._render_buttons()

    def _on_row_chosen(self, _row: Row | None) -> None:
        self._mark()

    def _on_tab_changed(self, _index: int) -> None:
        self._mark()

    def _on_taken(self, chosen: tuple[Saving, ...]) -> None:
        controller, now = self._controller, self._material
        if controller.is_frozen or now is None or now.text != controller.editor.value(self._path):
            return
        saved = f"Teksten er blevet {characters(sum(one.saved for one in chosen))} kortere."
        self._done += 1
        controller.editor.end_merge()
        controller.editor.set_value(self._path, shortened(now.text, chosen))
        controller.tell_undoable(saved)
        controller.update_view_now()
        counted = None if self._material is None else self._material.counted
        self.state.setText(f"{saved} {left_words(counted, 0)}".strip())
        announce(self, self.state.text())
        self._render_buttons()

    def _on_undo(self) -> None:
        if self._done and may_undo(self._controller):
            self._done -= 1
            self._controller.editor.undo()
            self._controller.update_view_now()
            self._render_buttons()

    def _on_show(self) -> None:
        row = self._list.current
        if row is not None and row.places:
            start, end = row.places[0]
            self.accept()
            self.place_asked.emit(self._path, start, end)


def _scrolled(tab: QWidget) -> QScrollArea:
    """Returns a tab in an area that gives it the height that its texts need, and scrolls where that is too much."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(tab)
    return area
