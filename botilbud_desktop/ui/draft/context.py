"""The dependencies of the program: the rounds, the folders, the clock and the save timing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.storage.user.settings import NOTHING_DECIDED, Decided
from botilbud_desktop.ui.draft.saving.save_timing import SaveTiming

if TYPE_CHECKING:
    from botilbud_desktop.storage.spelling.helper import Helper


class ApplicationContext(NamedTuple):
    """Created when the program starts; tests pass their own."""

    library: FormLibrary
    folders: UserFolders
    clock: Callable[[], datetime]
    """Returns the current time, with a time zone."""
    timing: SaveTiming = SaveTiming()
    make_helper: "Callable[[], Helper] | None" = None
    """Returns a helper that knows the spelling and is not started yet; None where words are not looked up."""
    temporary_folders: tuple[Path, ...] = ()
    """The system's folders for temporary files: a draft in one of them would be lost."""
    decided: Decided = NOTHING_DECIDED
    """What the IT department has decided."""
