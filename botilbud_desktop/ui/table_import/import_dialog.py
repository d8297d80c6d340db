"""»Indsæt fra Excel«: the user checks and corrects what goes where; then it is inserted as one step."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.editing.editor import Snapshot
from botilbud_desktop.domain.editing.new_draft import is_blank
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.table_import.headings import NAME
from botilbud_desktop.domain.table_import.layout import SKIPPED, layout_of
from botilbud_desktop.domain.table_import.plan import ImportOptions, Plan, plan_import
from botilbud_desktop.domain.table_import.said import CUT, GUESSED, GUESSED_NAMES
from botilbud_desktop.domain.table_import.units import Unit
from botilbud_desktop.storage.excel.workbook import Sheet
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.fields.inputs import ChoiceInput
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import assign_mnemonics, plain_label, subheading
from botilbud_desktop.ui.table_import.left_out_wording import Remark
from botilbud_desktop.ui.table_import.preview_grid import PreviewGrid
from botilbud_desktop.ui.table_import.remark_list import RemarkList
from botilbud_desktop.ui.table_import.wording import (
    GUESSED_HEADINGS,
    NOTHING,
    UNKNOWN,
    remarks_on,
    summary_of,
    too_many,
    unit_words,
)
from botilbud_desktop.ui.widgets.stacking import Stacking

_SIZE = QSize(1280, 640)
_ADD = -1
_AS_STATED = "Som der står i tabellen"


class ImportDialog(QDialog):
    """Shown by `open()` without blocking; it deletes itself when it is closed."""

    insert_asked = Signal(object)
    """The user wants this `Plan` carried out; it has rows, and there is room for them."""

    def __init__(
        self, parent: QWidget, source: str, sheets: Sequence[Sheet], before: Snapshot, round_: Round, said: str = ""
    ) -> None:
        """`source` names the origin of the table; `sheets` has at least one; `before` is the present draft.

        `said` is what the user should know of the tables.
        """
        super().__init__(parent)
        self.setWindowTitle(f"Indsæt fra Excel – {source}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ScreenFit(self, _SIZE)
        self._sheets = sheets
        self._said = said
        self._before = before
        self._round = round_
        self.sheet = _named(QComboBox(self), "import.sheet")
        self.target = _named(ChoiceInput(self), "import.target")
        self.unit = _named(ChoiceInput(self), "import.unit")
        self.summary = Note(parent=self)
        self.grid = PreviewGrid(round_, self)
        self.remarks = RemarkList(self)
        self.insert = QPushButton("&Indsæt", self)
        self.cancel = QPushButton("&Annullér", self)
        self._fill_choices()
        self._lay_out()
        self._show_sheet(0)
        self.sheet.currentIndexChanged.connect(self._show_sheet)
        self.target.currentIndexChanged.connect(self._on_target_chosen)
        self.unit.currentIndexChanged.connect(self._on_unit_of_all_chosen)
        self.grid.unit_chosen.connect(self._on_unit_chosen)
        self.grid.meaning_chosen.connect(self._on_meaning_chosen)
        self.grid.row_chosen.connect(self._on_row_chosen, Qt.ConnectionType.QueuedConnection)  # it shows new items
        self.insert.clicked.connect(self._on_insert)
        self.cancel.clicked.connect(self.reject)

    @property
    def plan(self) -> Plan:
        """What »Indsæt« would do now."""
        projects = len(self._before.application.projects)
        return plan_import(self._sheet.grid, self._wishes, projects, self._round, self._sheet.marks)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.insert.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_choices(self) -> None:
        for sheet in self._sheets:
            self.sheet.addItem(f"{printable(sheet.name)} (skjult)" if sheet.is_hidden else printable(sheet.name))
        projects = self._before.application.projects
        self.unit.addItem(_AS_STATED, None)
        for unit in Unit:
            self.unit.addItem(unit_words(unit), unit)
        self.target.addItem("Tilføj som nye projekter", _ADD)
        for index in range(len(projects)):
            self.target.addItem(f"Erstat fra projekt {index + 1} og frem", index)
        if projects and all(is_blank(project) for project in projects):
            self.target.setCurrentIndex(1)

    def _lay_out(self) -> None:
        rows = (("Ark", self.sheet), ("Rækkerne", self.target), ("Alle beløb", self.unit))
        labels = [plain_label(words, self, wrap=False) for words, _choice in rows]
        self.sheet.setVisible(len(self._sheets) > 1)
        labels[0].setVisible(len(self._sheets) > 1)
        shown = labels if len(self._sheets) > 1 else labels[1:]
        assign_mnemonics(shown, frozenset("iab"))  # of Indsæt, Annullér and Bemærkninger
        sheet, choices = QHBoxLayout(), Stacking()
        choices.setSpacing(UNIT)
        for label, (words, choice) in zip(labels, rows, strict=True):
            label.setBuddy(choice)
            choice.setAccessibleName(words)
            pair = sheet if choice is self.sheet else QHBoxLayout()
            pair.addWidget(label)
            pair.addWidget(choice)
            pair.addStretch(1)
            if choice is not self.sheet:
                choices.take(pair, 1 if choice is self.unit else 0, least=None)
        for choice in (self.sheet, self.target, self.unit):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addStretch(1)
        buttons.addWidget(self.insert)
        buttons.addWidget(self.cancel)
        self.insert.setDefault(True)
        remarks = subheading("&Bemærkninger", self)
        remarks.setBuddy(self.remarks)
        self.remarks.setAccessibleName("Bemærkninger")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        if len(self._sheets) > 1:
            layout.addLayout(sheet)
        layout.addLayout(choices)
        layout.addWidget(self.summary)
        layout.addWidget(self.grid, 3)
        layout.addWidget(remarks)
        layout.addWidget(self.remarks, 1)
        layout.addLayout(buttons)

    def _show_sheet(self, position: int) -> None:
        self._sheet = self._sheets[position]
        self._layout = layout_of(self._sheet.grid, self._round)
        self._wishes = ImportOptions(self._layout.first_row, self._layout.meanings, self._update_from(), self._units())
        self._wanted = dict(enumerate(self._layout.meanings))
        self.grid.show_table(self._sheet.grid, self._layout.first_row, self._layout.meanings)
        choices = (*self.grid.choices, *self.grid.units)
        stops = (self.sheet, self.target, self.unit, self.grid, *choices, self.remarks)
        for one, other in pairwise((*stops, self.insert, self.cancel)):
            QWidget.setTabOrder(one, other)
        self._render()

    def _render(self) -> None:
        plan = self.plan
        state, summary = summary_of(plan, self._before, self._round)
        self.summary.say(summary, state)
        self.grid.show_plan(plan, self._sheet.grid, self._wishes.meanings)
        self.remarks.show_remarks([*self._remarks_on_layout(), *remarks_on(plan, self._before, self._round)])

    def _remarks_on_layout(self) -> list[Remark]:
        said = [self._said, *self._sheet.remarks]
        remarks: list[Remark] = [(State.ATTENTION, text) for text in said if text]
        if not any(self._wishes.meanings):
            remarks.append((State.ATTENTION, UNKNOWN))
        elif self._layout.is_guess:
            remarks.append((State.ATTENTION, GUESSED))
        if self._layout.are_headings_guessed:
            remarks.append((State.ATTENTION, GUESSED_HEADINGS))
        if (names := self._layout.names_guessed) is not None and self._wishes.meanings[names] == NAME:
            remarks.append((State.ATTENTION, GUESSED_NAMES))
        if self._sheet.is_cut:
            remarks.append((State.ATTENTION, CUT))
        return remarks

    def _update_from(self) -> int | None:
        chosen = int(self.target.currentData())
        return None if chosen == _ADD else chosen

    def _on_target_chosen(self) -> None:
        self._wishes = self._wishes._replace(update_from=self._update_from())
        self._render()

    def _units(self) -> dict[int, Unit]:
        """Returns the unit that was chosen for all amounts, by column; empty as long as the table's own hold."""
        unit = self.unit.currentData()
        return {} if unit is None else dict.fromkeys(range(len(self._layout.meanings)), Unit(unit))

    def _on_unit_of_all_chosen(self) -> None:
        self._wishes = self._wishes._replace(units=self._units())
        self._render()

    def _on_unit_chosen(self, column: int, unit: str) -> None:
        """Gives one column its unit."""
        self._wishes = self._wishes._replace(units={**self._wishes.units, column: Unit(unit)})
        self._render()

    def _on_meaning_chosen(self, column: int, path: str) -> None:
        """Gives a column its meaning. Only one column can have a meaning: the one that chose it last.

        Other columns get theirs back once it is free, so that the arrow keys can pass over meanings in the list.
        """
        self._wanted.pop(column, None)
        self._wanted[column] = path
        meanings = [SKIPPED] * len(self._wishes.meanings)
        for position, wanted in reversed(self._wanted.items()):
            meanings[position] = SKIPPED if wanted in meanings else wanted
        self._wishes = self._wishes._replace(meanings=tuple(meanings))
        self._render()

    def _on_row_chosen(self, source: int, is_taken: bool) -> None:
        """Takes a row as a project, or leaves it out."""
        self._wishes = self._wishes._replace(taken={**self._wishes.taken, source: is_taken})
        self._render()

    def _on_insert(self) -> None:
        plan = self.plan
        if plan.is_too_much:
            self.summary.say(too_many(self._round), State.PROBLEM)
        elif not plan.rows:
            self.summary.say(NOTHING, State.PROBLEM)
        else:
            self.accept()
            self.insert_asked.emit(plan)


def _named[Kind: QWidget](widget: Kind, name: str) -> Kind:
    widget.setObjectName(name)
    return widget
