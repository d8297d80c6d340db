"""The interface for questions to the user: dialogs in the window, a list of answers in tests."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class FileKind(NamedTuple):
    """A kind of file to open or save: its Danish name and its extension."""

    words: str
    ending: str
    more: tuple[str, ...] = ()
    """Further extensions of files to open."""


DRAFT_FILES = FileKind("Kladder", "botilbud")
DOCUMENTS = FileKind(
    "Dokumenter og regneark",
    "docx",
    (
        "pdf",
        "eml",
        "txt",
        "md",
        "html",
        "htm",
        "xlsx",
        "xlsm",
        "xltx",
        "xltm",
        "ods",
        "ots",
        "xls",
        "xlt",
        "csv",
        "tsv",
    ),
)
WORKBOOKS = FileKind("Regneark fra Excel", "xlsx")
SPREADSHEETS = FileKind("Regneark", "xlsx", ("xlsm", "xltx", "xltm", "xls", "xlt", "ods", "ots"))
"""All that are read."""
PDF_FILES = FileKind("PDF-dokumenter", "pdf")
ROUND_FILES = FileKind("Ansøgningsrunder", "json")
ZIP_FILES = FileKind("ZIP-filer", "zip")
WORD_FILES = FileKind("Word-dokumenter", "docx")
TEXT_FILES = FileKind("Tekstfiler", "txt")


class Choice(NamedTuple):
    """One of the answers to a question."""

    key: str
    words: str
    is_doubtful: bool = False
    """Whether something speaks against it, so that Enter does not choose it."""


class Questions(Protocol):
    """The questions that the window can ask."""

    def path_to_open(self, folder: Path, kind: FileKind = DRAFT_FILES) -> Path | None:
        """Returns the draft, or file of another kind, to open; None when the user cancels."""

    def paths_to_open(self, title: str, folder: Path) -> tuple[Path, ...]:
        """Returns the drafts to read, all from one folder; none when the user cancels."""

    def path_to_save(self, title: str, suggested: Path, kind: FileKind) -> Path | None:
        """Returns where to save, after confirmation if the file exists; None when the user cancels."""

    def folder_to_use(self, title: str, folder: Path) -> Path | None:
        """Returns the folder to use; the dialog starts in `folder`. None when the user cancels."""

    def choose(self, title: str, text: str, choices: tuple[Choice, ...]) -> str:
        """Returns the key of the chosen answer.

        Enter chooses the first answer that is not doubtful. The last one is the safe one: Esc and closing choose it.
        """

    def tell(self, title: str, text: str) -> None:
        """Show a message that the user must have seen."""

    def show_file(self, path: Path) -> bool:
        """Show a document or message that the program has just made, in the system's own program for it.

        Returns whether the system has taken it.
        """

    def show_folder(self, folder: Path) -> bool:
        """Show a folder of this computer in the system's own file manager.

        Returns whether the folder is there and the system has taken it.
        """

    def has_printer(self) -> bool:
        """Whether there is a printer to print on."""

    def printer_for(self, title: str, page_count: int) -> "QPrinter | None":
        """Returns a printer with the chosen pages and number of copies; None when the user cancels."""
