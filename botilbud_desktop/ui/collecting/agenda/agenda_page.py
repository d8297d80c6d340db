"""The page »Dagsorden«: the agenda item with its list of annexes, the KKR's remarks, and what is made of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from botilbud_desktop.domain.collection.agenda import Agenda
from botilbud_desktop.domain.collection.agenda_order import (
    Key,
    placed,
    with_number,
    with_order,
    with_remark,
    without_numbers,
)
from botilbud_desktop.domain.collection.following import Carry
from botilbud_desktop.domain.model import replace
from botilbud_desktop.domain.text.sanitizing import sanitized
from botilbud_desktop.domain.text.seen import seen, without_unseen
from botilbud_desktop.storage.collection.agenda_store import LONGEST_NUMBER, LONGEST_TITLE
from botilbud_desktop.ui.collecting.agenda.agenda_list import AgendaList
from botilbud_desktop.ui.collecting.agenda.annex_lines import counted_said, doubled_said, remark_of
from botilbud_desktop.ui.collecting.agenda.history import AgendaHistory, Place
from botilbud_desktop.ui.collecting.agenda.remark_pane import RemarkPane
from botilbud_desktop.ui.collecting.gathered.held import HeldDraft
from botilbud_desktop.ui.fields.inputs import LineInput
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.states import State, quiet_colour, state_colour
from botilbud_desktop.ui.style.text import plain_label, set_bold, set_text_colour
from botilbud_desktop.ui.widgets.announcing import announce
from botilbud_desktop.ui.widgets.button_row import ButtonRow
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.widgets.stacking import Stacking

NONE_COUNTED = "Ingen ansøgning har flueben i tabellen, så dagsordenen er tom."
_ITEM_CHARACTERS = 10
_LIST_TO_REMARK = (7, 3)
_STEP_ENDS_MS = 1_500
"""After a pause of this length, what is typed is another step to undo."""
_LEAST_TITLE = 30 * UNIT
"""Width in px of the title with its label; with less it stands below the number of the item."""
_ITEM, _TITLE, _REMARK = "item", "title", "remark"


class AgendaPage(QWidget):
    """Holds the agenda with the steps that can be undone; others keep it and make its papers."""

    changed = Signal(object)
    """The user has changed the agenda."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._history = AgendaHistory(Agenda())
        self._drafts: Sequence[HeldDraft] = ()
        self._is_held = True
        self.notice = NoticeBar(self)
        self.asking = NoticeBar(self)
        """What follows an application to another file."""
        self.item = LineInput(self)
        self.title = LineInput(self)
        self.doubled = plain_label("", self)
        set_text_colour(self.doubled, state_colour(State.ATTENTION, self.palette()))
        set_bold(self.doubled)
        self.list = AgendaList(self)
        self.remark = RemarkPane(self)
        self.up_button = QPushButton("Fl&yt op", self)
        self.down_button = QPushButton("Flyt &ned", self)
        self.usual_button = QPushButton("Sædvanl&ig rækkefølge", self)
        self.numbers_button = QPushButton("Sle&t egne numre", self)
        self.undo_button = QPushButton("Fort&ryd", self)
        self.counted = plain_label("", self, wrap=False)
        self.save_button = QPushButton("&Gem som", self)
        self.papers = QMenu(self.save_button)
        self.save_button.setMenu(self.papers)
        self._step_timer = QTimer(self)
        self._step_timer.setSingleShot(True)
        self._step_timer.setInterval(_STEP_ENDS_MS)
        self._step_timer.timeout.connect(self._history_step_ends)
        self._lay_out()
        self._connect()
        self._render()

    @property
    def agenda(self) -> Agenda:
        """The agenda as it is now."""
        return self._history.current

    @property
    def drafts(self) -> Sequence[HeldDraft]:
        """The applications in the usual order."""
        return self._drafts

    @property
    def is_held(self) -> bool:
        """Whether it can only be read, such as while the kept one is fetched."""
        return self._is_held

    def show_drafts(self, drafts: Sequence[HeldDraft]) -> None:
        """Show these applications, in the usual order: those that are counted."""
        self._drafts = drafts
        self._render()

    def hold(self, title: str = "") -> None:
        """Show an empty agenda that cannot be changed; `title` is the one that stands on papers without another."""
        self._history, self._is_held = AgendaHistory(Agenda()), True
        self.title.setPlaceholderText(title)
        self.notice.clear()
        self.asking.clear()
        self._render()

    def show_agenda(self, agenda: Agenda) -> None:
        """Show the agenda that is kept; it can be changed from now on."""
        self._history, self._is_held = AgendaHistory(agenda), False
        self._render()

    def take(self, agenda: Agenda) -> None:
        """Show another agenda as a change that can be undone."""
        self._is_held = False
        self._history.change(agenda, Place())
        self._render()

    def adopt(self, keys: Sequence[Key]) -> None:
        """What was kept before a municipality was known has that of the file that is here, in all steps."""
        self._history.adopt(keys)

    def follow(self, carries: Sequence[Carry]) -> None:
        """What is kept of some files belongs to others now, in all steps that can be undone, too."""
        for carry in carries:
            self._history.follow(carry)
        if carries:
            self._render()

    def change(self, agenda: Agenda, key: Key) -> None:
        """Make a change at an application for the user, as a step that can be undone."""
        self._history.end_step()
        self._change(agenda, Place(key))

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """Returns what takes the focus, in the order of Tab."""
        moving = (self.up_button, self.down_button, self.usual_button, self.numbers_button, self.undo_button)
        return (self.item, self.title, self.list, self.remark.input, *moving, self.save_button)

    def move_line(self, key: Key, steps: int) -> None:
        """Move an application up or down by some places, as far as it goes."""
        order = self._order()
        old = order.index(key)
        new = max(0, min(old + steps, len(order) - 1))
        if new == old or self._is_held:
            return
        order.insert(new, order.pop(old))
        self._change(with_order(self.agenda, order), Place(key))
        line = self.list.line
        if line is not None:
            announce(self.list, f"{line.title} er nu Bilag {line.place}.")

    def _lay_out(self) -> None:
        self.title.setMaxLength(LONGEST_TITLE)
        self.item.setMaxLength(LONGEST_NUMBER)
        self.item.setFixedWidth(self.fontMetrics().averageCharWidth() * _ITEM_CHARACTERS + 2 * UNIT)
        head = Stacking()
        head.setSpacing(UNIT)
        for words, field in (("P&unkt nr.", self.item), ("Tit&el", self.title)):
            label = plain_label(words, self, wrap=False)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            labelled = QHBoxLayout()
            labelled.addWidget(label)
            labelled.addWidget(field)
            if field is self.item:
                labelled.addStretch(1)
            head.take(labelled, 1 if field is self.title else 0, least=_LEAST_TITLE if field is self.title else 0)
        head.take(self.counted)
        self.item.setObjectName("agenda.item")
        self.title.setObjectName("agenda.title")
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for place, (widget, stretch) in enumerate(zip((self.list, self.remark), _LIST_TO_REMARK, strict=True)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(place, stretch)
        foot = ButtonRow(self)
        foot.put(self.up_button, self.down_button, self.usual_button, self.numbers_button, self.undo_button)
        foot.put_at_end(self.save_button)
        set_text_colour(self.counted, quiet_colour(self.palette()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.notice)
        column.addWidget(self.asking)
        column.addLayout(head)
        column.addWidget(self.doubled)
        column.addWidget(splitter, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.item.textEdited.connect(self._on_item_typed)
        self.title.textEdited.connect(self._on_title_typed)
        self.remark.typed.connect(self._on_remark_typed)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.move_asked.connect(self.move_line)
        self.list.lines.number_typed.connect(self._on_number_typed)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.usual_button.clicked.connect(self._on_usual)
        self.numbers_button.clicked.connect(self._on_numbers_away)
        self.undo_button.clicked.connect(self._on_undo)
        for field in (self.item, self.title, self.remark.input):
            field.left.connect(self._history_step_ends)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        standard = QKeySequence.StandardKey
        QShortcut(QKeySequence(standard.Undo), self, self._on_undo, context=inside)
        QShortcut(QKeySequence(standard.Redo), self, self._on_redo, context=inside)
        QShortcut(QKeySequence("Alt+Up"), self, self._on_up, context=inside)
        QShortcut(QKeySequence("Alt+Down"), self, self._on_down, context=inside)

    def _keys(self) -> list[Key]:
        return [draft.key for draft in self._drafts]

    def _order(self) -> list[Key]:
        return [each.key for each in placed(self.agenda, self._keys())]

    def _change(self, agenda: Agenda, place: Place) -> None:
        """Make a change that was made at a place, and show it."""
        if self._is_held or not self._history.change(agenda, place):
            return
        self._step_timer.start()
        self._render()
        self.changed.emit(agenda)

    def _render(self) -> None:
        self.list.show_agenda(self.agenda, self._drafts)
        for field, text in ((self.item, self.agenda.item), (self.title, self.agenda.title)):
            _show_line(field, text)
            field.setReadOnly(self._is_held)
        said = doubled_said(sorted(self.list.lines.doubled))
        if said and said != self.doubled.text():
            announce(self.list, said)
        self.doubled.setText(said or ("" if self._drafts else NONE_COUNTED))
        self.doubled.setVisible(bool(self.doubled.text()))
        self.counted.setText(counted_said(self.list.lines.lines))
        self._render_chosen()

    def _render_chosen(self) -> None:
        line = self.list.line
        text = "" if line is None else remark_of(self.agenda, line)
        self.remark.show_remark(line, text, is_held=self._is_held)
        order = self._order()
        key = None if line is None or self._is_held else line.key
        self._enable(self.up_button, key is not None and order[0] != key)
        self._enable(self.down_button, key is not None and order[-1] != key)
        self._enable(self.usual_button, not self._is_held and order != self._keys())
        has_own = any(each.is_own for each in placed(self.agenda, self._keys()))
        self._enable(self.numbers_button, has_own and not self._is_held)
        self._enable(self.undo_button, self._history.can_undo and not self._is_held)
        self._enable(self.save_button, bool(self._drafts) and not self._is_held)

    def _enable(self, button: QPushButton, is_enabled: bool) -> None:
        """Let a button be pressed or not; the list gets the focus of one that cannot be pressed any more."""
        if not is_enabled and button.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setEnabled(is_enabled)

    def _history_step_ends(self) -> None:
        self._history.end_step()

    def _on_row_chosen(self) -> None:
        self._history.end_step()
        self._render_chosen()

    def _on_item_typed(self, text: str) -> None:
        self._change(replace(self.agenda, item=without_unseen(text)), Place(field=_ITEM))
        _show_line(self.item, self.agenda.item)

    def _on_title_typed(self, text: str) -> None:
        self._change(replace(self.agenda, title=sanitized(text) if seen(text) else ""), Place(field=_TITLE))

    def _on_number_typed(self, key: Key, number: str) -> None:
        self._change(with_number(self.agenda, self._keys(), key, number), Place(key))

    def _on_remark_typed(self, text: str) -> None:
        line = self.list.line
        if self._is_held or line is None or line.key is None or line.project is None:
            return
        agenda = with_remark(self.agenda, line.key, line.project, text)
        if self._history.change(agenda, Place(line.key, line.project, _REMARK)):
            self._step_timer.start()
            self.list.lines.show_remarks(agenda, self.list.currentIndex().row())
            self.undo_button.setEnabled(True)
            self.changed.emit(agenda)

    def _on_up(self) -> None:
        self._move_chosen(-1)

    def _on_down(self) -> None:
        self._move_chosen(1)

    def _move_chosen(self, steps: int) -> None:
        line = self.list.line
        if line is not None and line.key is not None:
            self.move_line(line.key, steps)

    def _on_usual(self) -> None:
        self._change(with_order(self.agenda, self._keys()), Place())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_numbers_away(self) -> None:
        self._change(without_numbers(self.agenda, self._keys()), Place())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        self._go_back(self._history.undo() if not self._is_held else None)

    def _on_redo(self) -> None:
        self._go_back(self._history.redo() if not self._is_held else None)

    def _go_back(self, place: Place | None) -> None:
        """Show a step that was undone or redone, at its place."""
        if place is None:
            return
        if place.key is not None:
            self.list.go_to(place.key, place.project)
        self._render()
        self.changed.emit(self.agenda)
        fields: dict[str, QWidget] = {_ITEM: self.item, _TITLE: self.title, _REMARK: self.remark.input}
        fields.get(place.field, self.list).setFocus(Qt.FocusReason.OtherFocusReason)


def _show_line(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)
