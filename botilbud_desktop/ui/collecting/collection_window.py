"""The window with the collection: buttons, doubts, sums, the table and what is told of the chosen project."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from botilbud_desktop.documents.collection.weighted import weighted_said
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.rules.collection.shared import all_shared
from botilbud_desktop.rules.collection.totals import summed
from botilbud_desktop.ui.collecting.agenda.agenda_page import AgendaPage
from botilbud_desktop.ui.collecting.gathered.gathering import Gathered, Places, Progress
from botilbud_desktop.ui.collecting.gathered.wording import (
    CHOOSE,
    NO_DRAFTS,
    NONE_READ,
    TITLE,
    counted_said,
    place_said,
    shown_said,
)
from botilbud_desktop.ui.collecting.particulars_page import ParticularsPage
from botilbud_desktop.ui.collecting.reading_pane import ReadingPane
from botilbud_desktop.ui.collecting.summary.doubt_list import DoubtList
from botilbud_desktop.ui.collecting.summary.doubts import doubts_of, is_twice
from botilbud_desktop.ui.collecting.summary.summary_pane import SummaryPane
from botilbud_desktop.ui.collecting.table.arranging import Group
from botilbud_desktop.ui.collecting.table.choices_row import ChoicesRow
from botilbud_desktop.ui.collecting.table.column_menu import add_shown_columns
from botilbud_desktop.ui.collecting.table.table_view import OPEN, CollectionTable
from botilbud_desktop.ui.platform.copying import NOT_COPIED
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import quiet_colour
from botilbud_desktop.ui.style.text import plain_label, set_text_colour
from botilbud_desktop.ui.widgets.announcing import announce
from botilbud_desktop.ui.widgets.bounded_part import BoundedPart
from botilbud_desktop.ui.widgets.button_row import ButtonRow
from botilbud_desktop.ui.widgets.notice_bar import NoticeBar
from botilbud_desktop.ui.widgets.stacking import Stacking

_SIZE = QSize(1240, 760)
_LEAST_PLACE = 20 * UNIT
"""Width in px of the folder's name beside the buttons; with less it stands below them."""
_TABLE_TO_PAGE = (7, 3)


class CollectionWindow(QWidget):
    """Stays open beside the main window, so that drafts can be opened from it one after the other."""

    open_asked = Signal(str)
    """The name of a file that the user wants to open."""
    round_asked = Signal(str)
    """The id of another round whose drafts the user wants to see."""
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setWindowTitle(TITLE)
        ScreenFit(self, _SIZE)
        self._main_window = window
        self._gathered = Gathered()
        self._unticked: frozenset[Path] = frozenset()
        """The files that the user has chosen not to count, as of the latest reading."""
        self._focused: QWidget | None = None
        """What had the focus when the reading began."""
        self.folder_button = QPushButton("Vælg &mappe …", self)
        self.files_button = QPushButton("Vælg &filer …", self)
        self.again_button = QPushButton("&Opdatér", self)
        self.again_button.setEnabled(False)
        self.place = plain_label("", self)
        set_text_colour(self.place, quiet_colour(self.palette()))
        self.stale = NoticeBar(self)
        """What was changed since it was read."""
        self.doubts = DoubtList(self)
        self.summary = SummaryPane(self)
        self.choices = ChoicesRow(self)
        self.table = CollectionTable(self)
        self.page = ParticularsPage(self)
        self.open_button = QPushButton(OPEN.replace("Å", "&Å", 1), self)
        self.copy_button = QPushButton("Ko&piér rækkerne", self)
        self.close_button = QPushButton("&Luk", self)
        self.reading = ReadingPane(self)
        self._stack = QStackedWidget(self)
        self.agenda = AgendaPage(self)
        self.making = ReadingPane(self)
        self.content = QTabWidget(self)
        """The table with what belongs to it, and the agenda."""
        self._upper = BoundedPart(self, self.doubts, self.summary)
        self._lay_out()
        self._connect()
        self._show_nothing(CHOOSE)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the reading is, in place of the table: a table that is drawn meanwhile would be slow."""
        self.doubts.hide()
        self.summary.hide()
        is_new = not self.reading.give_up.isVisible()
        self.reading.show_progress(progress)
        if is_new:
            self._focused = self.focusWidget()
            self._stack.setCurrentWidget(self.reading)
            self.choices.say_shown("")
            self.reading.give_up.setFocus(Qt.FocusReason.TabFocusReason)

    def show_making(self, said: str, done: int, total: int) -> None:
        """Show how far a paper is, in place of the list."""
        is_new = self._stack.currentWidget() is not self.making
        self.making.show_work(said, done, total)
        if is_new:
            self._focused = self.focusWidget()
            self._stack.setCurrentWidget(self.making)
            self.making.give_up.setFocus(Qt.FocusReason.TabFocusReason)

    def end_making(self) -> None:
        """Show the list again."""
        if self._stack.currentWidget() is self.making:
            self._stack.setCurrentWidget(self.content)
            self._focus(is_again=True)

    def show_place(self, places: Places) -> None:
        """Show where the drafts are from."""
        self.place.setText(place_said(places.folder))
        self.again_button.setEnabled(bool(places.named))

    def show_collection(self, gathered: Gathered) -> None:
        """Show what was read. What the user chose outlives reading the same places again, and nothing else."""
        is_again = gathered.places == self._gathered.places
        is_same_round = is_again and gathered.round == self._gathered.round
        kept = frozenset[Path]() if is_same_round else frozenset(gathered.paths[file] for file in gathered.unticked)
        self._unticked = kept | (self._unticked_now() if is_again else frozenset())
        if not is_again:
            self.choices.clear()
        self._gathered = gathered
        self.show_place(gathered.places)
        if gathered.round is None:
            self._show_without_drafts()
            return
        counting = {each.file for each in gathered.applications if gathered.paths[each.file] not in self._unticked}
        regions = dict.fromkeys(each.region for each in gathered.round.municipalities)
        without = [NOT_STATED] if any(row.region == NOT_STATED for row in gathered.rows) else []
        self.choices.show_regions([*regions, *without])
        self.choices.say_weighted(weighted_said(gathered.round))
        self.table.lines.wish(self.choices.wishes(self.table.lines.wishes))
        self.table.show_collection(gathered, counting)
        self.summary.rounds.show_rounds(gathered.rounds, gathered.round)
        if not is_again:
            self.content.setCurrentIndex(0)
        self._stack.setCurrentWidget(self.content)
        self._on_page_chosen()
        self._render_counting()
        self._render_shown()
        self._focus(is_again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the search, then closes."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.choices.search.text():
            self.choices.search.clear()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Activates the main window again."""
        event.ignore()
        self.closed.emit()
        event.accept()
        self._main_window.activateWindow()

    def _lay_out(self) -> None:
        chosen = ButtonRow(self)
        chosen.put(self.folder_button, self.files_button, self.again_button)
        chosen.lower()  # screen readers follow the order of the children
        top = Stacking()
        top.setSpacing(UNIT)
        top.take(chosen, least=chosen.sizeHint().width())
        top.take(self.place, 1, least=_LEAST_PLACE)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.page)
        for place, stretch in enumerate(_TABLE_TO_PAGE):
            splitter.setStretchFactor(place, stretch)
        splitter.setSizes([self.width() * stretch // sum(_TABLE_TO_PAGE) for stretch in _TABLE_TO_PAGE])
        table = QWidget(self)
        column = QVBoxLayout(table)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.choices)
        column.addWidget(self.choices.weighted)
        column.addWidget(self.choices.nothing_found)
        column.addWidget(splitter, 1)
        self.content.setDocumentMode(True)
        self.content.addTab(table, "&Tabel")
        self.content.addTab(self.agenda, "&Dagsorden")
        for part in (self.content, self.reading, self.making):
            self._stack.addWidget(part)
        foot = ButtonRow(self)
        foot.put(self.open_button, self.copy_button, self.choices.shown)
        foot.put_at_end(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addLayout(top)
        layout.addWidget(self.stale)
        layout.addWidget(self._upper)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)
        named, choices = (self.folder_button, self.files_button, self.again_button), self.choices
        doubts = (self.doubts.fold, self.doubts.list, self.summary.rounds.choice, self.summary.pictures.toggle)
        feet = (self.open_button, self.copy_button, self.close_button)
        wished = (choices.search, choices.showing, choices.columns, choices.region, choices.grouping)
        shown = (choices.nothing_found.button, self.table, self.page, *self.agenda.in_tab_order())
        making = (self.reading.give_up, self.making.give_up)
        order = (*named, *doubts, self.content, *wished, *shown, *making, *feet)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        self.choices.wished.connect(self._on_wished)
        self.choices.showing_chosen.connect(self.table.show_as)
        self.choices.columns.menu().aboutToShow.connect(self._on_columns_asked)
        self.table.lines.counting_changed.connect(self._render_counting)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.open_asked.connect(self.open_asked)
        self.table.not_copied.connect(self._on_not_copied)
        self.doubts.files_asked.connect(self._on_files_asked)
        self.summary.rounds.asked.connect(self.round_asked)
        self.summary.pictures.asked.connect(self._on_pictures_asked)
        self.open_button.clicked.connect(self._on_open_asked)
        self.agenda.list.row_chosen.connect(self._render_openable)
        self.copy_button.clicked.connect(self.table.copy_rows)
        self.close_button.clicked.connect(self.close)
        self.content.currentChanged.connect(self._on_page_chosen)
        QShortcut(QKeySequence("Ctrl+F"), self, self._on_find)
        QShortcut(QKeySequence("F5"), self, self.again_button.click)

    def _show_without_drafts(self) -> None:
        gathered = self._gathered
        self.table.lines.wish(self.choices.wishes(self.table.lines.wishes))
        self.table.show_collection(Gathered(), frozenset())
        doubts = doubts_of(gathered, frozenset())
        self.doubts.show_doubts(doubts)
        without = NONE_READ if doubts else NO_DRAFTS
        self._show_nothing(gathered.refused or (without if gathered.places.named else CHOOSE))

    def _show_nothing(self, said: str) -> None:
        """Show a sentence in place of the table."""
        self.summary.hide()
        self.reading.say(said)
        self.choices.say_shown("")
        self._stack.setCurrentWidget(self.reading)

    def _unticked_now(self) -> frozenset[Path]:
        """Returns the files that are not to be counted: those without a tick, and those that were not read lately."""
        gathered, counting = self._gathered, self.table.lines.counting
        ticks = {gathered.paths[each.file]: each.file in counting for each in gathered.applications}
        return frozenset({path for path, is_ticked in ticks.items() if not is_ticked} | (self._unticked - ticks.keys()))

    def _focus(self, is_again: bool) -> None:
        """Give the focus back to what had it before the same places were read again, or to the table."""
        before, self._focused = self._focused or self.focusWidget(), None
        if is_again and any(part.isAncestorOf(before) for part in (self.content, self._upper)):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _render_counting(self) -> None:
        gathered, counting = self._gathered, self.table.lines.counting
        if gathered.round is None:
            return
        own = [each for each in gathered.applications if each.file in counting]
        projects = sum(row.project is not None and row.file in counting for row in gathered.rows)
        said = counted_said(len(own), projects, len(gathered.applications))
        totals = summed([each.totals for each in own], gathered.round)
        shared = all_shared(each.shared for each in own)
        self.summary.show_sums(gathered.round, said, totals, shared, is_twice=is_twice(gathered, counting))
        self.doubts.show_doubts(doubts_of(gathered, counting))
        self.agenda.show_drafts([each.held for each in own])

    def _render_shown(self) -> None:
        lines = self.table.lines.lines
        shown = sum(not isinstance(line, Group) and line.project is not None for line in lines)
        everyone = sum(row.project is not None for row in self._gathered.rows)
        self.choices.nothing_found.setVisible(not lines and bool(self._gathered.rows))
        self.choices.say_shown(shown_said(shown, everyone))

    def _on_wished(self) -> None:
        self.table.lines.wish(self.choices.wishes(self.table.lines.wishes))
        self.table.fit_groups()
        self._render_shown()

    def _on_files_asked(self, files: tuple[str, ...]) -> None:
        """Select the rows of some files in the table; what hides them ends."""
        self.content.setCurrentIndex(0)
        if not self.table.select_files(files):
            self.choices.clear()
            self._on_wished()
            self.table.select_files(files)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_columns_asked(self) -> None:
        menu = self.choices.columns.menu()
        menu.clear()
        add_shown_columns(menu, self.table, self.table.lines)

    def _on_row_chosen(self) -> None:
        row = self.table.row
        self.page.show_row(row)
        self._render_openable()
        self.copy_button.setEnabled(bool(self.table.lines.lines))

    def _on_not_copied(self) -> None:
        self.choices.say_shown(NOT_COPIED)
        announce(self.table, NOT_COPIED)

    def _on_pictures_asked(self) -> None:
        self._upper.give_room(self.summary.pictures)

    def _on_page_chosen(self) -> None:
        """Show what belongs to the table only with it: the agenda needs the room."""
        for widget in (self.summary, self.copy_button, self.choices.shown):
            widget.setVisible(not self._is_agenda)
        self._render_openable()

    @property
    def _is_agenda(self) -> bool:
        return self.content.currentWidget() is self.agenda

    def _render_openable(self) -> None:
        self.open_button.setEnabled(self._chosen_file() is not None)

    def _chosen_file(self) -> str | None:
        """Returns the file of the chosen row or line."""
        row, line = self.table.row, self.agenda.list.line
        if self._is_agenda:
            return None if line is None or line.key is None else line.key.file
        return None if row is None else row.file

    def _on_open_asked(self) -> None:
        file = self._chosen_file()
        if file is not None:
            self.open_asked.emit(file)

    def _on_find(self) -> None:
        self.content.setCurrentIndex(0)
        self.choices.search.setFocus()
        self.choices.search.selectAll()
