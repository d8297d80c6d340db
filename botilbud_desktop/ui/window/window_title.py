"""What the window says of the draft: its title, with its file and the program, and how far it is saved."""

from botilbud_desktop.domain.values.dates import format_clock
from botilbud_desktop.storage.files.file_names import safe_file_name
from botilbud_desktop.storage.files.printable import printable
from botilbud_desktop.ui.draft.controller import DraftController
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


def save_state(controller: DraftController, *, is_autosaving: bool) -> str:
    """Returns how far the draft is saved; `is_autosaving` when changes are saved in its file automatically.

    While they are, the time of the last save stays: a text that changes with each word would only disturb.
    """
    if controller.locked_by is not None:
        return "Du kan kun læse kladden"
    saved = _saved(controller)
    if controller.location.path is None:
        return _not_a_file_yet(controller)
    if controller.editor.saved is None and not (is_autosaving and saved):
        return "Det er uvist, om alt er gemt"
    if controller.editor.is_modified and not (is_autosaving and saved):
        return "Der er ændringer, som ikke er gemt"
    return saved or "Ingen ændringer"


def _saved(controller: DraftController) -> str:
    if controller.state.saved_at is None:
        return ""
    how = "Gemt automatisk" if controller.state.saved_automatically else "Gemt"
    return f"{how} kl. {format_clock(controller.state.saved_at)}"


def _not_a_file_yet(controller: DraftController) -> str:
    if controller.state.journalled_at is None:
        return "Ikke gemt endnu"
    return f"Ikke gemt som fil endnu, men sikret på computeren kl. {format_clock(controller.state.journalled_at)}"
