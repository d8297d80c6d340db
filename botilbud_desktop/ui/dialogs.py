"""Questions asked with the system's own dialogs, always as plain text. Qt's dialogs are imported on first use."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from botilbud_desktop.domain.text.hidden_marks import hard_spaced
from botilbud_desktop.storage.files.path_calls import is_folder
from botilbud_desktop.storage.paths import OwnFile
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs
from botilbud_desktop.ui.platform.foreground import asking_window
from botilbud_desktop.ui.questions import DRAFT_FILES, Choice, FileKind
from botilbud_desktop.ui.style.text import without_mnemonic

_OPENED = (".pdf", ".docx", ".xlsx", ".txt", OwnFile.MESSAGE)
"""The endings of the files that the program makes, and opens."""
_WIDTH = 440
"""The minimum width of a question in px, so that a sentence takes few lines."""

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QFileDialog, QMessageBox


class Dialogs:
    """Dialogs above the active window, or above `parent` when there is none."""

    def __init__(self, parent: QWidget, drive: DriveJobs | None = None) -> None:
        self._parent = parent
        self._drive = drive or DriveJobs()

    def path_to_open(self, folder: Path, kind: FileKind = DRAFT_FILES) -> Path | None:
        """Ask which file to open."""
        title = "Åbn kladde" if kind == DRAFT_FILES else f"Åbn {kind.words[:1].lower()}{kind.words[1:]}"
        dialog = self._file_dialog(title, folder, f"{_filter_of(kind)};;Alle filer (*)")
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        return _chosen(dialog)

    def paths_to_open(self, title: str, folder: Path) -> tuple[Path, ...]:
        """Ask which drafts to read."""
        dialog = self._file_dialog(title, folder, f"{_filter_of(DRAFT_FILES)};;Alle filer (*)")
        dialog.setFileMode(dialog.FileMode.ExistingFiles)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return tuple(map(Path, chosen))

    def path_to_save(self, title: str, suggested: Path, kind: FileKind) -> Path | None:
        """Ask where to save."""
        dialog = self._file_dialog(title, suggested.parent, _filter_of(kind))
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind.ending)
        dialog.selectFile(suggested.name)
        return _chosen(dialog)

    def folder_to_use(self, title: str, folder: Path) -> Path | None:
        """Ask for a folder."""
        dialog = self._file_dialog(title, folder, "")
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        return _chosen(dialog)

    def choose(self, title: str, text: str, choices: tuple[Choice, ...]) -> str:
        """Ask a question; Enter chooses the first answer that is not doubtful, Esc the last."""
        from PySide6.QtWidgets import QMessageBox

        box = self._box(title, text)
        buttons: dict[QPushButton, str] = {}
        for choice in choices:
            button = QPushButton(without_mnemonic(choice.words), box)
            role = QMessageBox.ButtonRole.RejectRole if choice is choices[-1] else QMessageBox.ButtonRole.AcceptRole
            box.addButton(button, role)
            buttons[button] = choice.key
        first = next(index for index, choice in enumerate(choices) if not choice.is_doubtful)
        box.setDefaultButton(list(buttons)[first])
        box.setEscapeButton(list(buttons)[-1])
        box.exec()
        return next((key for button, key in buttons.items() if button is box.clickedButton()), choices[-1].key)

    def tell(self, title: str, text: str) -> None:
        """Show a message that the user must have seen."""
        from PySide6.QtWidgets import QMessageBox

        box = self._box(title, text)
        box.addButton(QPushButton("OK", box), QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def show_file(self, path: Path) -> bool:
        """Open a document or message that was just made; nothing else is ever opened."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        is_own = path.suffix.lower() in _OPENED
        return is_own and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_folder(self, folder: Path) -> bool:
        """Open an existing folder; nothing but a folder is ever opened."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        is_there = folder.is_absolute() and self._drive.answer(lambda: is_folder(folder), otherwise=False)
        return is_there and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def has_printer(self) -> bool:
        """Ask the system for its printers."""
        from botilbud_desktop.ui.printing.print_dialog import has_printer

        return has_printer()

    def printer_for(self, title: str, page_count: int) -> "QPrinter | None":
        """Ask for a printer with the system's own dialog."""
        from botilbud_desktop.ui.printing.print_dialog import ask_for_printer

        return ask_for_printer(title, page_count, asking_window(self._parent))

    def _file_dialog(self, title: str, folder: Path, filters: str) -> "QFileDialog":
        """Returns a file dialog; Qt's own one gets the labels that Qt's Danish translation lacks."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(asking_window(self._parent), title, str(folder), filters)
        dialog.setLabelText(dialog.DialogLabel.LookIn, "Søg i:")
        dialog.setLabelText(dialog.DialogLabel.FileType, "Filtype:")
        return dialog

    def _box(self, title: str, text: str) -> "QMessageBox":
        from PySide6.QtWidgets import QGridLayout, QMessageBox, QSpacerItem

        box = QMessageBox(asking_window(self._parent))
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(title)
        box.setInformativeText(hard_spaced(text))
        layout = box.layout()
        if isinstance(layout, QGridLayout):
            layout.addItem(QSpacerItem(_WIDTH, 0), layout.rowCount(), 0, 1, layout.columnCount())
        return box


def _chosen(dialog: "QFileDialog") -> Path | None:
    """Show the dialog and return the chosen path; None when the user cancels."""
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _filter_of(kind: FileKind) -> str:
    return f"{kind.words} ({' '.join(f'*.{ending}' for ending in (kind.ending, *kind.more))})"
