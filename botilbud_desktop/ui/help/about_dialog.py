"""Om Botilbud Desktop: how it treats your data, where its folders are, what it consists of, and the licences."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from botilbud_desktop.storage.files.path_calls import is_folder
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.help.libraries import libraries
from botilbud_desktop.ui.opening import open_folder
from botilbud_desktop.ui.platform.copying import NOT_COPIED, Copying
from botilbud_desktop.ui.platform.error_reporter import versions_here
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.questions import Questions
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import heading, plain_label, set_bold

_TITLE = "Om Botilbud Desktop"
_SIZE = QSize(680, 520)
_LIST_CHARACTERS = 34
_WHAT = (
    "Til kladder, kontrol og kvittering, når kommunen søger om lånedispensation til flere botilbudspladser. "
    "Programmet er ikke lavet "
    "af ministeriet, og ministeriets egen vejledning gælder altid."
)
_PRIVACY = (
    "Programmet bruger ikke netværket, og det sender ingenting til nogen. Det registrerer ikke, hvordan du bruger "
    "det, og "
    "det henter ikke opdateringer. Alt bliver på din computer eller det drev, du selv gemmer på."
)
_NOT_THERE = "Mappen findes ikke endnu. Programmet opretter den, når der er noget at lægge i den."


class AboutDialog(QDialog):
    """Three tabs: the program, the folders, the licences."""

    def __init__(self, repository: DraftRepository, questions: Questions, parent: QWidget) -> None:
        super().__init__(parent)
        self._repository = repository
        self._questions = questions
        self._versions = versions_here()
        found = self._versions
        self._libraries = libraries(found.python, found.qt, found.pyside)
        self.setWindowTitle(_TITLE)
        ScreenFit(self, _SIZE)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self._program(), "&Programmet")
        self.tabs.addTab(self._folders(repository), "&Mapper")
        self.tabs.addTab(self._licences(), "L&icenser")
        self.note = Note(parent=self)
        self._copying = Copying(self)
        self.copy_button = QPushButton("&Kopiér versioner", self)
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._on_copy)
        close = QPushButton("&Luk", self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.note)
        layout.addWidget(buttons)

    def versions_text(self) -> str:
        """Returns every version in lines, to be sent to a helpdesk."""
        lines = [f"{library.name} {library.version}" for library in self._libraries]
        return "\n".join([*lines, self._versions.system]) + "\n"

    def _program(self) -> QWidget:
        page, column = _page()
        versions = self._versions
        under = f"Python {versions.python} · PySide6 {versions.pyside} · Qt {versions.qt}\n{versions.system}"
        column.addWidget(heading(f"Botilbud Desktop {versions.program}", page))
        for text in (_WHAT, _PRIVACY, under):
            column.addWidget(plain_label(text, page))
        column.addStretch(1)
        return page

    def _folders(self, repository: DraftRepository) -> QWidget:
        page, column = _page()
        folders = repository.folders
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(0, 1)
        kept = (
            ("Kvitteringer og tidligere versioner", folders.data),
            ("Gendannelse og log", folders.state),
            ("Indstillinger", folders.config),
            ("Mappe til nye kladder", repository.drafts_folder()),
        )
        for row, (words, path) in enumerate(kept):
            name = plain_label(words, page)
            set_bold(name)
            button = QPushButton("Åbn mappen", page)
            button.setAutoDefault(False)
            button.setAccessibleName(f"Åbn mappen: {words}")
            button.setProperty("folder", str(path))
            button.clicked.connect(self._on_folder)
            path_label = plain_label(str(path), page)
            path_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(name, 2 * row, 0)
            grid.addWidget(path_label, 2 * row + 1, 0)
            grid.addWidget(button, 2 * row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(plain_label("Dine kladder ligger der, hvor du selv har gemt dem.", page))
        column.addSpacing(UNIT)
        column.addLayout(grid)
        column.addStretch(1)
        return page

    def _licences(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout(page)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.setSpacing(UNIT)
        self.list = QListWidget(page)
        self.list.setAccessibleName("Dele af programmet")
        self.list.setItemDelegate(TallRows(self.list))
        for library in self._libraries:
            self.list.addItem(QListWidgetItem(f"{library.name} {library.version} ({library.licence})"))
        self.list.setMaximumWidth(self.list.fontMetrics().averageCharWidth() * _LIST_CHARACTERS)
        self.list.setWordWrap(True)
        self.licence = QPlainTextEdit(page)
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName("Licenstekst")
        self.list.currentRowChanged.connect(self._on_library_chosen)
        self.list.setCurrentRow(0)
        row.addWidget(self.list, 2)
        row.addWidget(self.licence, 3)
        return page

    def _on_library_chosen(self, row: int) -> None:
        if 0 <= row < len(self._libraries):
            self.licence.setPlainText(self._libraries[row].text())

    def _on_folder(self) -> None:
        button = self.sender()
        if not isinstance(button, QPushButton):
            return
        folder = Path(str(button.property("folder")))
        is_there = self._repository.drive.answer(partial(_is_there, folder), None)
        if is_there is None:
            self.note.say("Drevet svarer ikke.", State.ATTENTION)
        elif is_there:
            open_folder(self._questions, folder)
        else:
            self.note.say(_NOT_THERE, State.INFORMATION)

    def _on_copy(self) -> None:
        self._copying.put_text(self.versions_text(), self._on_copied)

    def _on_copied(self, is_there: bool) -> None:
        if is_there:
            self.note.say("Versionerne er kopieret. Du kan sætte dem ind i en e-mail.", State.DONE)
        else:
            self.note.say(NOT_COPIED, State.PROBLEM)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(GAP, GAP, GAP, GAP)
    column.setSpacing(UNIT)
    return page, column


def _is_there(folder: Path) -> bool | None:
    return is_folder(folder)
