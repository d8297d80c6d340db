"""The dialog for merging two copies of a draft."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Application
from botilbud_desktop.domain.merging.merge import Choice, ConflictKind
from botilbud_desktop.domain.round import Round
from botilbud_desktop.ui.merging.conflict_page import ConflictPage
from botilbud_desktop.ui.merging.decisions import Decisions, DialogPage, Visit
from botilbud_desktop.ui.merging.opening_page import OpeningPage
from botilbud_desktop.ui.merging.page import MergePage
from botilbud_desktop.ui.merging.prepared import PreparedMerge, WorkOut, at_once
from botilbud_desktop.ui.merging.summary_page import SummaryPage
from botilbud_desktop.ui.merging.texts_page import TextsPage
from botilbud_desktop.ui.merging.wording import (
    BACK,
    CANCEL,
    MERGE,
    NEXT,
    TO_SUMMARY,
    ConflictText,
    Titles,
    approval_remark,
    conflict_heading,
    conflict_text,
    taken_sentence,
)
from botilbud_desktop.ui.platform.drive_jobs import GivenUpError
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.widgets.announcing import Voice

_SIZE = QSize(880, 640)
_SCREEN_SHARE = 0.85
_SCROLLING_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MergeDialog(QDialog):
    """Shows what is taken over, the conflicts one by one, the merged texts, and all decisions; open it with `open()`.

    It changes nothing itself: `merged` carries the result, and closing it in any other way emits nothing.
    """

    merged = Signal(object)
    """The user has merged; carries the resulting `Application`. The dialog is closed by then."""

    def __init__(
        self,
        parent: QWidget,
        prepared: PreparedMerge,
        round_: Round,
        mine_title: str,
        theirs_title: str,
        remark: str = "",
        work_out: WorkOut = at_once,
    ) -> None:
        """`mine_title` and `theirs_title` name the copies, such as `Din kladde`.

        `remark` says why what both grew out of could not be looked for everywhere. `work_out` does what takes long.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Flet to udgaver")
        ScreenFit(self, _SIZE, share=_SCREEN_SHARE)
        self._round = round_
        self._titles = Titles(mine_title, theirs_title)
        self._remark = remark
        self._work_out = work_out
        self._taken, self._texts = prepared.taken, prepared.texts
        self.decisions = Decisions(prepared.merge)
        self._resolved: tuple[Decisions, Application | None] | None = None
        self._has_changed_text = False
        self.station = DialogPage(len(prepared.merge.conflicts), has_texts=self._texts.are_put_together)
        self.back = QPushButton(BACK, self)
        self.forward = _ForwardButton(NEXT, self)
        self.cancel = QPushButton(CANCEL, self)
        self._page: MergePage | None = None
        self._voice = Voice(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._add_buttons()
        self._go_to(self.station)

    @property
    def page(self) -> MergePage:
        """The shown page."""
        if self._page is None:
            raise RuntimeError("no page is shown yet")
        return self._page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING_KEYS:
            QApplication.sendEvent(self.page.verticalScrollBar(), event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.isAutoRepeat():
            event.accept()  # a key held down must not run through the decisions
        else:
            super().keyPressEvent(event)

    def _add_buttons(self) -> None:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setForegroundRole(line.palette().ColorRole.Mid)
        self._layout.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, UNIT, GAP, UNIT + UNIT // 2)
        row.setSpacing(UNIT)
        row.addStretch(1)
        for button, name in ((self.back, "back"), (self.forward, "forward"), (self.cancel, "cancel")):
            button.setObjectName(f"merge.{name}")
            row.addWidget(button)
        self._layout.addLayout(row)
        self.forward.setDefault(True)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.cancel.clicked.connect(self.reject)

    def _go_to(self, station: DialogPage) -> None:
        """Replaces the shown page with another; it stays when the user gives up waiting for that."""
        try:
            page = self._make_page(station)
        except GivenUpError:
            return
        former, self._page = self._page, page
        self.station = station
        self._layout.insertWidget(0, self._page, 1)
        self.back.setVisible(not station.is_opening)
        self.forward.setText(self._forward_words())
        self.forward.finishes = station.is_last
        QWidget.setTabOrder(self.cancel, self._page)
        self._page.show()
        self._layout.activate()
        self._page.give_focus(self.forward)
        if former is not None:
            self._layout.removeWidget(former)
            former.hide()
            former.deleteLater()
            self._voice.forget()
            self._voice.say(page.spoken)
        self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # shows the focus although Tab was not pressed

    def _make_page(self, station: DialogPage) -> MergePage:
        if station.conflict is not None:
            return self._conflict_page(station, station.conflict)
        if station.is_opening:
            return OpeningPage(self.decisions.merge, self._titles, self._taken, self, self._remark)
        if station.is_texts:
            self._has_changed_text = False
            return TextsPage(self._texts.results(self.decisions.choices), self._undecided_pieces(), self)
        choices = self.decisions.choices
        rows = tuple((index, self._text(index), choices.get(index)) for index in range(station.conflicts))
        approval = approval_remark(self.decisions.merge, self._titles, self._result())
        page = SummaryPage(rows, taken_sentence(len(self._taken)), approval, self)
        page.conflict_asked.connect(self._on_conflict_asked)
        return page

    def _conflict_page(self, station: DialogPage, index: int) -> ConflictPage:
        merge, text = self.decisions.merge, self._text(index)
        chosen = self.decisions.choices.get(index)
        page = ConflictPage(
            conflict_heading(index, station.conflicts, merge, text),
            text,
            self._titles,
            merge.conflicts[index].choices,
            chosen,
            self,
            rest=self._rest_count(index),
            asked=station.visit is Visit.UNDECIDED and chosen is None,
            lengths=self._work_out(partial(self._texts.lengths, index, self.decisions.choices)),
        )
        page.choice_made.connect(self._on_choice_made)
        page.rest_asked.connect(self._on_rest_asked)
        return page

    def _result(self) -> Application | None:
        """Returns the merged application, worked out once for each state of the decisions; None while any is missing.

        Raises:
            GivenUpError: the user gave up waiting.
        """
        if self._resolved is None or self._resolved[0] is not self.decisions:
            decisions = self.decisions
            self._resolved = decisions, self._work_out(decisions.result)
        return self._resolved[1]

    def _merge(self) -> None:
        try:
            result = self._result()
        except GivenUpError:
            return
        if result is not None:
            self.accept()
            self.merged.emit(result)

    def _rest_count(self, index: int) -> int:
        """Returns how many undecided conflicts can be decided at once while the one with this index is shown."""
        undecided = self.decisions.undecided
        is_offered = self.decisions.merge.base is None and any(other != index for other in undecided)
        return len(undecided) if is_offered else 0

    def _undecided_pieces(self) -> int:
        conflicts = self.decisions.conflicts
        return sum(conflicts[index].kind is ConflictKind.TEXT for index in self.decisions.undecided)

    def _text(self, index: int) -> ConflictText:
        merge = self.decisions.merge
        return conflict_text(merge.conflicts[index], merge, self._round)

    def _forward_words(self) -> str:
        if self.station.is_last:
            return MERGE
        follows = self._next()
        return TO_SUMMARY if self.station.visit is not Visit.IN_TURN and follows.is_last else NEXT

    def _next(self) -> DialogPage:
        return self.station.forward(self.decisions.undecided, changed_text=self._has_changed_text)

    def _on_back(self) -> None:
        self._go_to(self.station.back())

    def _on_forward(self) -> None:
        undecided = self.decisions.undecided
        if not self.station.is_last:
            self._go_to(self._next())
        elif undecided:
            self._go_to(self.station.at(undecided[0], Visit.UNDECIDED))
        else:
            self._merge()

    def _on_conflict_asked(self, index: int) -> None:
        self._go_to(self.station.at(index, Visit.FROM_SUMMARY))

    def _on_choice_made(self, choice: Choice) -> None:
        index = self.station.conflict
        if index is not None and isinstance(self._page, ConflictPage):
            self.decisions = self.decisions.chosen(index, choice)
            self._has_changed_text |= self.decisions.conflicts[index].kind is ConflictKind.TEXT
            self.forward.setText(self._forward_words())
            self._page.offer_rest(self._rest_count(index))

    def _on_rest_asked(self, choice: Choice) -> None:
        self.decisions = self.decisions.rest_chosen(choice)
        self._go_to(self.station.texts())


class _ForwardButton(QPushButton):
    """Goes to the next page. The second press of a double click never merges."""

    finishes = False
    """Whether pressing it merges."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.finishes:
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)
