"""The user's settings while the program runs: read at first use, written when they change."""

from pathlib import Path

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.user.settings import (
    NOTHING_DECIDED,
    SETTINGS_FILE,
    Decided,
    Settings,
    read_settings,
    write_settings,
)
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs


class SettingsStore:
    """Holds the settings of one user, and what the IT department has decided."""

    def __init__(self, folder: Path, drive: DriveJobs, decided: Decided = NOTHING_DECIDED) -> None:
        """`folder` is the user's folder for settings; it need not exist. It may be on a network drive."""
        self._folder = folder
        self._drive = drive
        self.decided = decided
        """What goes before the user's choices."""
        self._own: Settings | None = None
        self._current: Settings | None = None

    @property
    def current(self) -> Settings:
        """The settings in effect: the user's own, and what is decided."""
        if self._current is None:
            self._current = self.decided.over(self._choices())
        return self._current

    def change(self, settings: Settings) -> None:
        """Use these settings from now on, and save them. What is decided stays, and so does the user's choice below it.

        Raises:
            SaveFailedError: they could not be written; they apply until the program ends.
        """
        self._keep(self.decided.under(settings, self._choices()))

    def reset(self) -> None:
        """Forget all that the user has chosen.

        Raises:
            SaveFailedError: that could not be written; it applies until the program ends.
        """
        self._keep(Settings())

    def _choices(self) -> Settings:
        if self._own is None:
            self._own = read_settings(self._folder)
        return self._own

    def _keep(self, own: Settings) -> None:
        self._own, self._current = own, None
        path = self._folder / SETTINGS_FILE
        self._drive.write(path, lambda _replacing: write_settings(self._folder, own))

    def keep(self, settings: Settings) -> None:
        """Use these settings and save them; a failure to write is ignored."""
        try:
            self.change(settings)
        except SaveFailedError:
            return
