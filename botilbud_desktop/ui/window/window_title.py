"""The window's title: what people call the draft, then its file, then the program."""

from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.draft.location import DraftLocation

PROGRAM = "Botilbud Desktop"
_LONGEST_NAME = 60
_MODIFIED = "[*]"
"""Where Qt shows that something is not saved."""


def window_title(title: str, location: DraftLocation) -> str:
    """Returns the title of the window with an open draft. A file that is named like the draft is not named twice."""
    words, file_words = printable(title), safe_file_name(title)
    if not location.stem.startswith(file_words):
        words = f"{words} ({printable(location.name, _LONGEST_NAME)})"
    elif location.stem != file_words:
        words = printable(location.stem, 2 * _LONGEST_NAME)
    return f"{words.replace(_MODIFIED, 2 * _MODIFIED)}{_MODIFIED} – {PROGRAM}"
