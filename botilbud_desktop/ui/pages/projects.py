"""»Projekter«: the ministry's table with its totals; projects are added, moved and removed here."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from botilbud_desktop.domain.application import Project
from botilbud_desktop.domain.choice_wording import NOT_STATED
from botilbud_desktop.domain.editing.copied_project import copied_project
from botilbud_desktop.domain.editing.new_draft import new_project
from botilbud_desktop.domain.editing.new_id import new_id
from botilbud_desktop.domain.field_path import FieldPath, field_path
from botilbud_desktop.domain.notes.commented_field import project_id_of
from botilbud_desktop.domain.round import Round
from botilbud_desktop.domain.round_parts import FormField
from botilbud_desktop.domain.web_form.field_kind import FieldKind, kind_of, year_of
from botilbud_desktop.domain.web_form.values import ON_SCREEN, project_value, totals_row, written
from botilbud_desktop.rules.results import Severity
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.rendered import RenderedWidget
from botilbud_desktop.ui.draft.view import View
from botilbud_desktop.ui.fields.field import Note, state_of
from botilbud_desktop.ui.fields.inputs import LOCKED
from botilbud_desktop.ui.pages.page import Page
from botilbud_desktop.ui.platform.copying import Copying
from botilbud_desktop.ui.style.icons import icon
from botilbud_desktop.ui.style.quiet_table import make_quiet
from botilbud_desktop.ui.style.spacing import UNIT
from botilbud_desktop.ui.style.text import header_item
from botilbud_desktop.ui.widgets.button_grid import button_grid
from botilbud_desktop.ui.widgets.primary_button import ActionButton

if TYPE_CHECKING:
    from botilbud_desktop.rules.text_results import Span

_PROJECTS = field_path("projects")
_LONGEST_NAME = 60
_LEAST_CHARACTERS_OF_NAME = 16
_RIGHT_BELOW = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ProjectsPage(Page):
    """The table of projects."""

    paste_asked = Signal()
    """The user wants the table on the clipboard inserted."""
    document_asked = Signal()
    """The user wants values fetched from a document."""
    not_copied = Signal()
    """The table could not be put on the clipboard."""

    def build(self) -> None:
        round_ = self.controller.round
        self.add_introduction(
            f"Én ansøgning dækker alle kommunens projekter. Skemaet har plads til {round_.max_projects}. "
            "Beløb er i hele 1.000 kr."
        )
        self.begin_card()
        self.table = ProjectTable(self.controller)
        self.table.project_asked.connect(self.field_asked)
        self.table.paste_asked.connect(self.paste_asked)
        self.table.document_asked.connect(self.document_asked)
        self.table.not_copied.connect(self.not_copied)
        self.add_part(self.table)

    def focus_first(self) -> None:
        self.table.grid.setFocus()

    def focus_field(self, path: FieldPath, span: "Span | None" = None) -> None:
        self.focus_first()


class ProjectTable(RenderedWidget):
    """One row for each project, the totals below, and the commands for the selected project."""

    project_asked = Signal(object)
    """The path of a project that the user wants to open."""
    paste_asked = Signal()
    """The user wants the table on the clipboard inserted."""
    document_asked = Signal()
    """The user wants values fetched from a document."""
    not_copied = Signal()
    """The table could not be put on the clipboard."""

    def __init__(self, controller: DraftController) -> None:
        super().__init__()
        self._controller = controller
        self._copying = Copying(self)
        self._rows: list[list[str]] = []
        round_ = controller.round
        self._columns = round_.columns
        self._name_column = next((i for i, column in enumerate(round_.columns) if _is_name(column)), 0)
        """The index of the column that gets the width that the others leave."""
        self.grid = QTableWidget(0, len(self._columns), self)
        self.grid.setObjectName("projects.table")
        self.grid.setAccessibleName(f"Projekter, skemaets kolonne {_letters(round_)}")
        make_quiet(self.grid)
        for number, column in enumerate(round_.columns):
            self.grid.setHorizontalHeaderItem(number, header_item(_heading(column), column.label))
        self.grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.setTabKeyNavigation(False)
        self.grid.setWordWrap(True)
        self.grid.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.grid.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.grid.horizontalHeader()
        header.geometriesChanged.connect(self.grid.updateGeometry)
        header.sectionResized.connect(self._on_column_resized)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(self._name_column, QHeaderView.ResizeMode.Fixed)
        self.grid.horizontalScrollBar().rangeChanged.connect(self.grid.updateGeometry)
        self.grid.viewport().installEventFilter(self)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        for index, column in enumerate(self._columns):
            item = self.grid.horizontalHeaderItem(index)
            if item is not None and not kind_of(column.path).is_text:
                item.setTextAlignment(_RIGHT_BELOW)
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.grid.cellDoubleClicked.connect(self._on_row_activated)
        self.grid.itemSelectionChanged.connect(self._render_buttons)
        self.note = Note(parent=self)
        self.add_button = self._button("Tilføj projekt", "add", "projects.add", self._on_add)
        self.open_button = self._button("Åbn projektet", "forward", "projects.open", self._on_open)
        self.up_button = self._button("Flyt op", "up", "projects.up", self._on_up)
        self.down_button = self._button("Flyt ned", "down", "projects.down", self._on_down)
        self.remove_button = self._button("Slet projektet", "delete", "projects.remove", self._on_remove)
        self.duplicate_button = self._button("Kopiér", "copy", "projects.duplicate", self._on_duplicate)
        self.duplicate_button.setAccessibleName("Kopiér projekt")
        chosen = [self.open_button, self.remove_button, self.duplicate_button, self.up_button, self.down_button]
        self.paste_button = self._button("Indsæt fra Excel …", "paste", "projects.paste", self.paste_asked.emit)
        self.document_button = self._button(
            "Hent fra dokument …", "document", "projects.document", self.document_asked.emit
        )
        self.copy_button = self._button("Kopiér tabellen", "copy", "table.copy", self._on_copy)
        buttons = button_grid([self.add_button, *chosen], in_a_row=4)
        table_buttons = button_grid([self.paste_button, self.document_button, self.copy_button], in_a_row=4)
        self._add_table_commands()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(UNIT)
        layout.addWidget(self.grid)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        layout.addLayout(table_buttons)

    def render_view(self, view: View) -> None:
        """Show the rows, the totals and the most severe finding about the list of projects."""
        rows = [_row(project, view.round) for project in view.application.projects]
        totals = view.assessment.totals
        rows.append([written(total, ON_SCREEN) for total in totals_row(view.round, totals.loan, totals.places)])
        if rows != self._rows:
            self._fill(rows)
            self._rows = rows
        findings = [finding for finding in view.findings_at(_PROJECTS) if finding.severity is not Severity.INFO]
        shown = findings and (view.is_revealed(_PROJECTS) or view.application.projects)
        self.note.say(*((findings[0].message, state_of(findings[0])) if shown else ("", None)))
        self._render_buttons()

    def _button(self, words: str, icon_name: str, name: str, act: Callable[[], object]) -> QPushButton:
        button = ActionButton(words, self)
        button.setObjectName(name)
        button.setIcon(icon(icon_name, self.palette().buttonText().color()))
        button.clicked.connect(act)
        return button

    def _fill(self, rows: list[list[str]]) -> None:
        chosen = self.grid.currentRow()
        self.grid.setRowCount(len(rows))
        last = len(rows) - 1
        for row, cells in enumerate(rows):
            shown, said = (str(row + 1), f"Projekt {row + 1}") if row < last else ("", "I alt")
            self.grid.setVerticalHeaderItem(row, header_item(shown, said))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                is_text = kind_of(self._columns[column].path).is_text
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter if is_text else _RIGHT)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text or NOT_STATED)
                if row == last:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.grid.setItem(row, column, item)
        self.grid.setCurrentCell(min(max(chosen, 0), max(last - 1, 0)), 0)
        self.grid.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the column of names when the table gets another width."""
        if event.type() == QEvent.Type.Resize:
            self._fit_names()
        return False

    def _on_column_resized(self, column: int) -> None:
        """Fit the row heights to the new width of the names, and the names to that of the other columns."""
        if column == self._name_column:
            self._fit_rows()
        else:
            self._fit_names()

    def _fit_names(self) -> None:
        """Give the names the width that the others leave; where that is too little the table can be scrolled."""
        header = self.grid.horizontalHeader()
        others = header.length() - header.sectionSize(self._name_column)
        least = self.grid.fontMetrics().averageCharWidth() * _LEAST_CHARACTERS_OF_NAME
        self.grid.setColumnWidth(self._name_column, max(self.grid.viewport().width() - others, least))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._fit_rows)  # Qt fitted the rows to a provisional first width

    def _fit_rows(self) -> None:
        self.grid.resizeRowsToContents()
        self.grid.updateGeometry()

    def _render_buttons(self) -> None:
        view = self._controller.view
        count = len(view.application.projects)
        row = self._chosen()
        self.grid.setAccessibleDescription(LOCKED if view.read_only else "")
        self.add_button.setEnabled(not view.read_only)
        self.paste_button.setEnabled(not view.read_only)
        self.document_button.setEnabled(not view.read_only)
        self.open_button.setEnabled(row is not None)
        self.up_button.setEnabled(row is not None and row > 0 and not view.read_only)
        self.down_button.setEnabled(row is not None and row < count - 1 and not view.read_only)
        for button in (self.duplicate_button, self.remove_button):
            button.setEnabled(row is not None and not view.read_only)

    def _chosen(self) -> int | None:
        row = self.grid.currentRow()
        return row if 0 <= row < len(self._controller.view.application.projects) else None

    def _on_row_activated(self, row: int) -> None:
        if row < len(self._controller.view.application.projects):
            self.project_asked.emit(_PROJECTS / row)

    def _add_table_commands(self) -> None:
        """Add Ctrl+V, Ctrl+C and the context menu of the table."""
        for words, standard, act in (
            ("Indsæt fra Excel …", QKeySequence.StandardKey.Paste, self.paste_asked.emit),
            ("Kopiér tabellen", QKeySequence.StandardKey.Copy, self._on_copy),
        ):
            action = QAction(words, self.grid)
            action.setShortcut(QKeySequence(standard))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.grid.addAction(action)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _on_copy(self) -> None:
        from botilbud_desktop.ui.table_import.table_export import table_mime

        made = partial(table_mime, self._controller.application, self._controller.round)
        self._copying.put_content(made, partial(_holds_table, made().text()), self._on_copied)

    def _on_copied(self, is_there: bool) -> None:
        if not is_there:
            self.not_copied.emit()

    def _on_add(self) -> None:
        count = len(self._controller.application.projects)
        self._controller.editor.insert(_PROJECTS, count, new_project(self._controller.round, new_id()))
        self.grid.setCurrentCell(count, 0)
        self.project_asked.emit(_PROJECTS / count)

    def _on_open(self) -> None:
        if (row := self._chosen()) is not None:
            self.project_asked.emit(_PROJECTS / row)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        if (row := self._chosen()) is not None:
            self._controller.editor.move(_PROJECTS, row, row + by)
            self.grid.setCurrentCell(row + by, 0)

    def _on_duplicate(self) -> None:
        if (row := self._chosen()) is not None:
            projects = self._controller.application.projects
            copied = copied_project(projects[row], projects, new_id)
            self._controller.editor.duplicate(_PROJECTS, row, copied)
            self.grid.setCurrentCell(row + 1, 0)
            self._controller.tell_undoable(f"Projekt {row + 2} er en kopi af projekt {row + 1}.")

    def _on_remove(self) -> None:
        if (row := self._chosen()) is not None:
            project = self._controller.application.projects[row]
            name = printable(project.name, _LONGEST_NAME)
            has_comments = any(project_id_of(one) == project.id for one in self._controller.application.comments)
            self._controller.editor.remove(_PROJECTS, row)
            which = f"Projekt {row + 1}, »{name}«," if name else f"Projekt {row + 1}"
            kept = " Kommentarerne til det står på »Kontrol«." if has_comments else ""
            self._controller.tell_undoable(f"{which} er slettet.{kept}")


_SHORT_NAMES = {
    FieldKind.NAME: "Projekt",
    FieldKind.LOAN: "Lån",
    FieldKind.EXPANSION: "Pladser",
    FieldKind.SHARE: "Andel\n(pct.)",
    FieldKind.DATE: "Afsluttes",
}
"""Short names of columns for their headings, where there is little room."""


def _heading(column: FormField) -> str:
    """Returns the letter and a short name of a column: `B. Lån`, with the year below."""
    name = _SHORT_NAMES.get(kind_of(column.path), column.label)
    return f"{column.column}. {name}\n{year_of(column.path)}".rstrip()


def _is_name(column: FormField) -> bool:
    return kind_of(column.path) is FieldKind.NAME


def _letters(round_: Round) -> str:
    """Returns the letters of the columns: `A-G` when they are consecutive, else each of them."""
    letters = [column.column for column in round_.columns]
    if all(len(letter) == 1 for letter in letters):
        codes = [ord(letter) for letter in letters]
        if codes == list(range(codes[0], codes[0] + len(codes))):
            return f"{letters[0]}-{letters[-1]}"
    return ", ".join(letters)


def _row(project: Project, round_: Round) -> list[str]:
    return [_cell(column, project, round_) for column in round_.columns]


def _cell(column: FormField, project: Project, round_: Round) -> str:
    value = project_value(column, project, round_)
    match kind_of(column.path):
        case FieldKind.NAME:
            return project.name.strip() or NOT_STATED
        case FieldKind.EXPANSION:
            return written(value or 0, ON_SCREEN)
        case _:
            return written(value, ON_SCREEN)


def _holds_table(text: str, content: QMimeData) -> bool:
    return content.hasHtml() and content.text() == text
