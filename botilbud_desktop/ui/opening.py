"""Opens a file or a folder in the system's own program, and says what to do instead when the system refuses."""

from pathlib import Path

from botilbud_desktop.storage.files.printable import LONGEST_PATH, printable
from botilbud_desktop.ui.questions import Questions

_PROGRAMS = {
    ".pdf": ("en PDF-fil", "en browser som Edge, Chrome eller Firefox"),
    ".docx": ("et Word-dokument", "Word eller LibreOffice"),
    ".xlsx": ("et regneark", "Excel eller LibreOffice"),
    ".txt": ("en tekstfil", "Notesblok"),
}


def open_document(questions: Questions, path: Path) -> None:
    """Opens a document; if the system refuses, the user is told what may be wrong, where the file is and what to do."""
    if not questions.show_file(path):
        questions.tell("Dokumentet kunne ikke åbnes", not_opened(path))


def open_folder(questions: Questions, folder: Path) -> None:
    """Opens a folder; if that fails, the user is told where it was to be."""
    if not questions.show_folder(folder):
        where = printable(str(folder), LONGEST_PATH)
        questions.tell(
            "Mappen kunne ikke åbnes",
            f"Måske er mappen flyttet, eller drevet svarer ikke. Find den selv i computerens stifinder:\n{where}",
        )


def not_opened(path: Path) -> str:
    """Returns what may be wrong when the system does not open the file at `path`, and what to do instead."""
    what, program = _PROGRAMS.get(path.suffix.lower(), ("filen", "et andet program"))
    where = printable(str(path), LONGEST_PATH)
    return (
        f"Computeren har måske ikke et program, der åbner {what}, eller filen er flyttet. "
        f"Åbn den selv i {program}. Filen ligger her:\n{where}"
    )
