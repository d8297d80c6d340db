"""The receipts of earlier approvals: where each is, to open, print or save it again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.domain.application import Approval
from botilbud_desktop.domain.approval import check_code, valid_approval
from botilbud_desktop.domain.values.dates import format_clock, format_long_date
from botilbud_desktop.storage.draft.document_file import write_document
from botilbud_desktop.storage.draft.kept_receipts import find_receipts
from botilbud_desktop.storage.errors import RefusedFileError, SaveFailedError
from botilbud_desktop.storage.files.printable import LONGEST_PATH, printable
from botilbud_desktop.storage.files.read_bytes import read_bytes
from botilbud_desktop.ui.draft.controller import DraftController
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.opening import open_document, open_folder
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.questions import PDF_FILES, Questions
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.tall_rows import TallRows
from botilbud_desktop.ui.style.text import plain_label
from botilbud_desktop.ui.widgets.button_row import ButtonRow

TITLE = "Tidligere kvitteringer"
_INTRODUCTION = (
    "Her er de godkendelser, der er bortfaldet eller afløst. Når der bliver godkendt, gemmer programmet en "
    "kvittering på computeren, og her finder det den igen på kontrolkoden i filens navn."
)
_SIZE = QSize(640, 460)
_LONGEST_NAME = 200
_MOST = 200
"""At most so many approvals are listed, the newest."""


class ReceiptsDialog(QDialog):
    """Lists the approvals, the newest first, and does with a receipt what is asked for."""

    print_asked = Signal(str, bytes)
    """The file name of a receipt to print, and its content; the dialog is closed."""

    def __init__(
        self,
        controller: DraftController,
        approvals: tuple[Approval, ...],
        repository: DraftRepository,
        questions: Questions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._repository = repository
        self._questions = questions
        self._approvals = approvals[:_MOST]
        self._folders = repository.documents.receipt_folders()
        codes = [check_code(each.fingerprint) for each in self._approvals]
        self._found = repository.drive.answer(partial(find_receipts, self._folders, codes), None)
        self.setWindowTitle(TITLE)
        ScreenFit(self, _SIZE)
        self.list = QListWidget(self)
        self.list.setObjectName("receipts.list")
        self.list.setAccessibleName(TITLE)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(TallRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = Note(3, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addWidget(plain_label(_INTRODUCTION, self))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._make_buttons())
        self._fill()

    def _make_buttons(self) -> ButtonRow:
        buttons = ButtonRow(self)
        self.open_button = QPushButton("&Åbn", self)
        self.print_button = QPushButton("&Udskriv …", self)
        self.save_button = QPushButton("&Gem en kopi …", self)
        self.folder_button = QPushButton("Åbn &mappen", self)
        for button, act in (
            (self.open_button, self._on_open),
            (self.print_button, self._on_print),
            (self.save_button, self._on_save),
            (self.folder_button, self._on_folder),
        ):
            button.clicked.connect(act)
            button.setAutoDefault(False)
            buttons.put(button)
        close = QPushButton("&Luk", self)
        close.clicked.connect(self.reject)
        buttons.put_at_end(close)
        return buttons

    def _fill(self) -> None:
        for approval in self._approvals:
            who, when = printable(approval.approved_by, _LONGEST_NAME), approval.approved_at
            first = f"Godkendt af {who} den {format_long_date(when.date())} kl. {format_clock(when)}"
            second = f"Kontrolkode {check_code(approval.fingerprint)}"
            item = QListWidgetItem(f"{first}\n{second}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}. {second}")
            self.list.addItem(item)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.setCurrentRow(0)

    def _path(self) -> Path | None:
        row = self.list.currentRow()
        if self._found is None or not 0 <= row < len(self._approvals):
            return None
        return self._found.get(check_code(self._approvals[row].fingerprint))

    def _on_row(self) -> None:
        path = self._path()
        for button in (self.open_button, self.print_button, self.save_button, self.folder_button):
            button.setEnabled(path is not None)
        self.note.say(*self._told(path))

    def _told(self, path: Path | None) -> tuple[str, State | None]:
        if self._found is None:
            return "Mappen med kvitteringer kunne ikke læses, for drevet svarer ikke.", State.ATTENTION
        if path is None:
            where = "\n".join(printable(str(folder), LONGEST_PATH) for folder in self._folders)
            said = "Kvitteringen blev ikke fundet. Måske er den flyttet, eller der blev godkendt på en anden computer."
            return f"{said} Programmet har ledt i:\n{where}", State.ATTENTION
        said = f"Kvitteringen ligger her: {printable(str(path), LONGEST_PATH)}"
        if self._is_replaced():
            return (
                f"{said}\nDet samme indhold er godkendt igen senere. Måske er det den kvittering, der ligger der.",
                State.ATTENTION,
            )
        return said, None

    def _is_replaced(self) -> bool:
        """Whether a later approval had the same check code, and so the same file."""
        row = self.list.currentRow()
        valid = valid_approval(self._controller.application)
        later = (*self._approvals[:row], *(() if valid is None else (valid,)))
        code = check_code(self._approvals[row].fingerprint)
        return any(check_code(each.fingerprint) == code for each in later)

    def _on_open(self) -> None:
        if (path := self._path()) is not None:
            open_document(self._questions, path)

    def _on_folder(self) -> None:
        if (path := self._path()) is not None:
            open_folder(self._questions, path.parent)

    def _on_print(self) -> None:
        if (path := self._path()) is None:
            return
        data = self._read(path)
        if data is not None:
            self.accept()
            self.print_asked.emit(path.name, data)

    def _on_save(self) -> None:
        if (path := self._path()) is None:
            return
        target = self._questions.path_to_save(
            "Gem dokument", self._repository.folder_of(self._controller) / path.name, PDF_FILES
        )
        data = None if target is None else self._read(path)
        if target is None or data is None:
            return
        draft = self._controller.location.path
        try:
            self._repository.drive.write(target, partial(write_document, target, draft, partial(bytes, data)))
        except SaveFailedError as error:
            self.note.say(str(error), State.PROBLEM)
            return
        self.note.say(f"Kopien er gemt: {printable(str(target), LONGEST_PATH)}", State.DONE)

    def _read(self, path: Path) -> bytes | None:
        """Returns the content of a receipt; None when it cannot be read, which is told."""
        try:
            return self._repository.drive.read(path, partial(read_bytes, path))
        except RefusedFileError as error:
            self.note.say(str(error), State.PROBLEM)
            return None
