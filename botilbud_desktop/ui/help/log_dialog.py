"""The log for the helpdesk: to read, copy, save and clear."""

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from botilbud_desktop.storage.draft.document_file import write_document
from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.files.printable import LONGEST_PATH, printable
from botilbud_desktop.ui.draft.repository import DraftRepository
from botilbud_desktop.ui.fields.field import Note
from botilbud_desktop.ui.help.event_notes import EventNotes
from botilbud_desktop.ui.help.log_wording import log_text
from botilbud_desktop.ui.platform.copying import NOT_COPIED, Copying
from botilbud_desktop.ui.platform.drive_jobs import GivenUpError
from botilbud_desktop.ui.platform.error_reporter import versions_here
from botilbud_desktop.ui.platform.screen_fit import ScreenFit
from botilbud_desktop.ui.questions import TEXT_FILES, Choice, Questions
from botilbud_desktop.ui.style.spacing import GAP, UNIT
from botilbud_desktop.ui.style.states import State
from botilbud_desktop.ui.style.text import plain_label

_TITLE = "Log til it-afdelingen"
_SIZE = QSize(720, 520)
_FILE_NAME = "botilbud-log.txt"
_INTRODUCTION = (
    "Send loggen til jeres it-afdeling, hvis programmet ikke gør, som du venter. Den fortæller, hvad programmet har "
    "gjort "
    "og hvornår, men ikke, hvad du har skrevet."
)
_CLEARING = "Det, der står i loggen, kan ikke hentes frem igen. Dine kladder bliver ikke ændret."


class LogDialog(QDialog):
    """Shows what happened in the program, as plain text."""

    def __init__(self, notes: EventNotes, repository: DraftRepository, questions: Questions, parent: QWidget) -> None:
        super().__init__(parent)
        self._notes = notes
        self._repository = repository
        self._questions = questions
        self.setWindowTitle(_TITLE)
        ScreenFit(self, _SIZE)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_TITLE)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.note = Note(parent=self)
        self._copying = Copying(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(UNIT)
        layout.addWidget(plain_label(_INTRODUCTION, self))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._make_buttons())
        self._show()

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.copy_button = QPushButton("&Kopiér", self)
        self.save_button = QPushButton("Gem &som …", self)
        self.clear_button = QPushButton("&Ryd …", self)
        close = QPushButton("&Luk", self)
        for button, act in (
            (self.copy_button, self._on_copy),
            (self.save_button, self._on_save),
            (self.clear_button, self._on_clear),
        ):
            button.clicked.connect(act)
            button.setAutoDefault(False)
            buttons.addButton(button, role.ActionRole)
        buttons.addButton(close, role.RejectRole)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show(self) -> None:
        self._notes.write_now()
        now = self._repository.clock()
        try:
            entries = self._repository.drive.ask(self._notes.log.entries)
        except GivenUpError:
            self.note.say("Loggen kunne ikke læses. Drevet svarer ikke.", State.PROBLEM)
            return
        self.text.setPlainText(log_text(versions_here(), entries, now))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _on_copy(self) -> None:
        self._copying.put_text(self.text.toPlainText(), self._on_copied)

    def _on_copied(self, is_there: bool) -> None:
        if is_there:
            self.note.say("Loggen er kopieret. Du kan sætte den ind i en e-mail.", State.DONE)
        else:
            self.note.say(NOT_COPIED, State.PROBLEM)

    def _on_save(self) -> None:
        path = self._questions.path_to_save("Gem log", self._repository.documents_folder() / _FILE_NAME, TEXT_FILES)
        if path is None:
            return
        try:
            self._repository.drive.write(path, partial(write_document, path, None, self.text.toPlainText().encode))
        except SaveFailedError as error:
            self.note.say(str(error), State.PROBLEM)
            return
        self.note.say(f"Loggen er gemt: {printable(str(path), LONGEST_PATH)}", State.DONE)

    def _on_clear(self) -> None:
        choices = (Choice("clear", "Ryd loggen"), Choice("keep", "Behold den"))
        if self._questions.choose("Ryd loggen?", _CLEARING, choices) == "clear":
            self._notes.write_now()
            try:
                self._repository.drive.ask(self._notes.log.clear)
            except GivenUpError:
                self.note.say("Det er uvist, om loggen er ryddet. Drevet svarer ikke.", State.PROBLEM)
                return
            self.note.say("Loggen er ryddet.", State.DONE)
            self._show()
