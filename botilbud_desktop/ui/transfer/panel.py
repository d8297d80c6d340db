"""The panel beside the browser: one field at a time is copied with one key and ticked, then the next one."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QStyle, QTabWidget, QVBoxLayout, QWidget

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.steps import Step, StepKind
from botilbud_desktop.domain.web_form.form_fields import WebField
from botilbud_desktop.domain.web_form.transfer import TransferItem, TransferState, next_due
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.platform.copying import Copying
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label, set_bold
from botilbud_desktop.ui.transfer.clipboard import (
    LARGEST_PASTE,
    field_content,
    is_field_content,
    is_own_field,
    pasted_text,
)
from botilbud_desktop.ui.transfer.compare_tab import CompareTab
from botilbud_desktop.ui.transfer.field_tab import FieldTab
from botilbud_desktop.ui.transfer.list_tab import ListTab
from botilbud_desktop.ui.transfer.transfer import Transfer
from botilbud_desktop.ui.transfer.wording import NOT_APPROVED, copied, lapsed, list_label, passed_over
from botilbud_desktop.ui.widgets.announcing import announce

_BY_TAB = Qt.FocusPolicy.TabFocus
_COPY, _COPY_NEXT, _CLOSING = "&Kopiér feltet", "&Kopiér næste felt", "&Til den afsluttende liste"
_EMPTIED = "Feltet er tø&mt i webformularen"
_ALL_DONE = "Alle felter er overført. Tryk »Send«, »Vis« og »Godkend« i browseren."
_COPIES = "Kopierer …"
_NOT_COPIED = "Feltet er ikke kopieret: Et andet program bruger udklipsholderen. Prøv igen."
_TOO_MUCH = "Teksten i udklipsholderen er for lang til at blive sammenlignet. Kopiér kun det ene felt."


class TransferPanel(QDialog):
    """A narrow window that stays above the others."""

    closing_asked = Signal()
    """The closing list is to be shown."""
    begin_again_asked = Signal()
    """All ticks are to be removed."""
    hidden = Signal()
    """The panel was closed; it can be opened again."""

    def __init__(self, transfer: Transfer) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._transfer = transfer
        self._round = transfer.controller.round
        self.setObjectName("transfer.panel")
        self.setWindowTitle(Step(StepKind.TRANSFER).title_in(self._round))
        self.index = transfer.current
        self._path = transfer.items[self.index].field.path
        """The shown field; it is found again when projects are added, removed or moved before it."""
        self._copied: tuple[WebField, list[WebField]] | None = None
        """The field that was copied last, and the empty ones that were skipped on the way to it."""
        self._copying = Copying(self)
        self._copying_of: WebField | None = None
        """The field that is being copied, or could not be."""
        self._copying_said = ("", State.INFORMATION)
        """What is said of it meanwhile."""
        self.counted = plain_label("", self)
        set_bold(self.counted)
        self.warning = Note(parent=self)
        self.field = FieldTab(self._round)
        self.list = ListTab(self._round)
        self.compare = CompareTab(self._round)
        self.tabs = QTabWidget(self)
        self.message = Note(3, self, is_tied=True)
        self.copy_button = self._button(_COPY, "transfer.copy")
        self.copy_button.setDefault(True)
        self.back_button = self._button("&Forrige felt", "transfer.back")
        self.next_button = self._button("&Næste felt", "transfer.next")
        self._lay_out()
        ScreenFit(self)
        self._connect()
        self._start()

    @property
    def items(self) -> tuple[TransferItem, ...]:
        """The fields of the web form, each with its state."""
        return self._transfer.items

    @property
    def width_of_tabs(self) -> int:
        """The width in px at which the names of all tabs are whole, beside a scroll bar too; more in a larger text."""
        margins = self.contentsMargins()
        layout = self.layout()
        if layout is not None:
            margins += layout.contentsMargins()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self.tabs.tabBar().sizeHint().width() + margins.left() + margins.right() + UNIT + bar

    def show_index(self, index: int) -> None:
        """Shows the field at `index`."""
        self._go_to(index)
        self._transfer.note_current(index)
        self._forget_copying()
        self.render_panel()

    def copy_field(self, passed: list[WebField] | None = None) -> None:
        """Copies the shown field to the clipboard; it is ticked when it is there.

        `passed` are the empty fields that were skipped.
        """
        field = self._item().field
        if not field.is_stated:
            return
        self._forget_copying()
        self._copying_of, self._copying_said = field, (_COPIES, State.INFORMATION)
        done = partial(self._on_copied, field, passed or [])
        self._copying.put_content(partial(field_content, field.value), partial(is_field_content, field.value), done)
        self.render_panel()

    def render_panel(self) -> None:
        """Shows the present state."""
        items, view = self._transfer.items, self._transfer.controller.view
        found = [index for index, item in enumerate(items) if item.field.path == self._path]
        self._go_to(found[0] if found else min(self.index, len(items) - 1))
        item = items[self.index]
        copied_or_not = self._copying_of if self._copied is None else self._copied[0]
        if copied_or_not is not None and copied_or_not != item.field:
            self._forget_copying()  # edited since
        self.counted.setText(self._transfer.counted())
        if self._transfer.problem:
            self.warning.say(self._transfer.problem, State.PROBLEM)
        elif view.status is Status.APPROVED:
            self.warning.say("")
        else:
            is_draft = view.status is Status.DRAFT
            self.warning.say(NOT_APPROVED if is_draft else lapsed(view.application), State.ATTENTION)
        self.field.show_item(item, view)
        self.list.show_items(items, self.index)
        self.compare.show_item(item)
        self.back_button.setEnabled(self._stated_beside(-1) is not None)
        self.next_button.setEnabled(self._stated_beside(1) is not None)
        self._render_next_step(item)

    def _render_next_step(self, item: TransferItem) -> None:
        """Shows what comes next, on the main button and in words."""
        is_last = next_due(self._transfer.items, self.index) is None
        is_handled = self._copied is not None or not item.field.is_stated
        if _is_to_be_emptied(item):
            self.copy_button.setText(_EMPTIED)
        else:
            self.copy_button.setText(_COPY if not is_handled else _CLOSING if is_last else _COPY_NEXT)
        if self._copied is not None:
            field, passed = self._copied
            lines = [copied(field, self._round), passed_over(passed, self._round), _ALL_DONE if is_last else ""]
            self.message.say("\n".join(line for line in lines if line), State.DONE)
        elif self._copying_said[0]:
            self.message.say(*self._copying_said)
        elif is_last:
            self.message.say(_ALL_DONE, State.DONE)
        else:
            self.message.say("")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._transfer.keep_current()
        self.hidden.emit()

    def _on_copied(self, field: WebField, passed: list[WebField], is_there: bool) -> None:
        """The clipboard holds the field, or could not be made to."""
        if is_there:
            self._copied = (field, passed)
            self._copying_of, self._copying_said = None, ("", State.INFORMATION)
            self._transfer.tick(self.index)
        else:
            self._copying_said = (_NOT_COPIED, State.PROBLEM)
            self.render_panel()
        announce(self.copy_button, self.message.text())

    def _forget_copying(self) -> None:
        self._copying.end()
        self._copied = None
        self._copying_of, self._copying_said = None, ("", State.INFORMATION)

    def _item(self) -> TransferItem:
        return self._transfer.items[self.index]

    def _start(self) -> None:
        """Starts at the field that was shown last, or after it when that was transferred."""
        if self._item().state in (TransferState.DONE, TransferState.NOT_STATED):
            due = next_due(self._transfer.items, self.index)
            self._go_to(self.index if due is None else due)
        self.render_panel()
        self.copy_button.setFocus()

    def _go_to(self, index: int) -> None:
        self.index, self._path = index, self._transfer.items[index].field.path

    def _stated_beside(self, by: int) -> int | None:
        """Returns the index of the next field before or after that has a value; None without one."""
        items = self._transfer.items
        beside = range(self.index + 1, len(items)) if by > 0 else range(self.index - 1, -1, -1)
        return next((index for index in beside if items[index].state is not TransferState.NOT_STATED), None)

    def _on_copy(self) -> None:
        if self._copied is None and self._item().field.is_stated:
            self.copy_field()
            return
        if _is_to_be_emptied(self._item()):
            self._transfer.tick(self.index)
            return
        due = next_due(self._transfer.items, self.index)
        if due is None:
            self.closing_asked.emit()
            return
        between = self._transfer.items[self.index + 1 : due]
        passed = [item.field for item in between if item.state is TransferState.NOT_STATED]
        self.show_index(due)
        if self._item().field.is_stated:
            self.copy_field(passed)

    def _on_copy_this(self) -> None:
        self.copy_field()

    def _on_back(self) -> None:
        self._go_by(-1)

    def _on_next(self) -> None:
        self._go_by(1)

    def _go_by(self, by: int) -> None:
        beside = self._stated_beside(by)
        if beside is not None:
            self.show_index(beside)
            announce(self, list_label(self._item().field, self._round))  # the focus stays on the button

    def _on_chosen(self, index: int) -> None:
        self.show_index(index)

    def _on_opened(self) -> None:
        self.tabs.setCurrentWidget(self.field)

    def _on_tick_asked(self, is_done: bool) -> None:
        if is_done:
            self._transfer.tick(self.index)
        else:
            self._forget_copying()
            self._transfer.untick(self.index)

    def _on_paste(self) -> None:
        """Compares the text on the clipboard with the shown field; a difference takes its tick away."""
        self.tabs.setCurrentWidget(self.compare)
        self._compare(QGuiApplication.clipboard())
        announce(self.compare.button, self.compare.said)

    def _compare(self, clipboard: QClipboard) -> None:
        if is_own_field(clipboard):
            self.compare.refuse_own()
            return
        pasted = pasted_text(clipboard)
        if len(pasted) > LARGEST_PASTE:
            self.compare.refuse(_TOO_MUCH)
            return
        was_done = self._item().state is TransferState.DONE
        if self.compare.compare(self._item().field, pasted) and was_done:
            self._forget_copying()
            self._transfer.untick(self.index)
            self.compare.say_unticked()

    def _on_guide(self) -> None:
        self._transfer.controller.guide_asked.emit(StepKind.TRANSFER)

    def _on_changed(self) -> None:
        self.render_panel()

    def _on_view_changed(self) -> None:
        if self.isVisible():
            self.render_panel()

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self._transfer.changed.connect(self._on_changed)
        self._transfer.controller.view_changed.connect(self._on_view_changed)
        self.copy_button.clicked.connect(self._on_copy)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.field.again.clicked.connect(self._on_copy_this)
        self.field.text.copy_asked.connect(self._on_copy_this)
        self.field.text.paste_asked.connect(self._on_paste)
        self.field.tick_asked.connect(self._on_tick_asked)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.begin_again_asked.connect(self.begin_again_asked)
        self.compare.paste_asked.connect(self._on_paste)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Copy), self._on_copy_this),
            (QKeySequence(QKeySequence.StandardKey.Paste), self._on_paste),
            (QKeySequence("F1"), self._on_guide),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _lay_out(self) -> None:
        self.tabs.addTab(self.field, "Feltet")
        self.tabs.addTab(self.list, "Alle felter")
        self.tabs.addTab(self.compare, "Sammenlign")
        self.tabs.setDocumentMode(True)
        beside = QHBoxLayout()
        beside.setSpacing(UNIT)
        beside.addWidget(self.back_button, 1)
        beside.addWidget(self.next_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        parts: tuple[QWidget, ...] = (self.counted, self.warning, self.tabs, self.message, self.copy_button)
        for part in parts:
            column.addWidget(part, 1 if part is self.tabs else 0)
        column.addLayout(beside)
        tabs = (self.field, self.list, self.compare)
        inside = [part for tab in tabs for part in tab.findChildren(QWidget) if part.focusPolicy() & _BY_TAB]
        for one, other in pairwise([self.tabs, *inside, self.copy_button, self.back_button, self.next_button]):
            QWidget.setTabOrder(one, other)


def _is_to_be_emptied(item: TransferItem) -> bool:
    """Whether the web form still has a text that the draft no longer has."""
    return item.state is TransferState.CHANGED and not item.field.is_stated
