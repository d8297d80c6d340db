"""What the program works with: the rounds, the folders, the clock, and how soon it saves."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from botilbud_desktop.storage.paths import UserFolders
from botilbud_desktop.storage.rounds.form_library import FormLibrary
from botilbud_desktop.ui.draft.save_timing import SaveTiming


class ApplicationContext(NamedTuple):
    """Passed in where the program starts; tests pass their own."""

    library: FormLibrary
    folders: UserFolders
    clock: Callable[[], datetime]
    """The time now, with a time zone."""
    timing: SaveTiming = SaveTiming()
