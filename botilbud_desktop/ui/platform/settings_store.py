"""The user's settings while the program runs: read at first use, written when they change."""

from pathlib import Path

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.user.settings import SETTINGS_FILE, Settings, read_settings, write_settings
from botilbud_desktop.ui.platform.drive_jobs import DriveJobs


class SettingsStore:
    """Holds the settings of one user."""

    def __init__(self, folder: Path, drive: DriveJobs) -> None:
        """`folder` is the user's folder for settings; it need not exist. It may be on a network drive."""
        self._folder = folder
        self._drive = drive
        self._settings: Settings | None = None

    @property
    def current(self) -> Settings:
        """The current settings."""
        if self._settings is None:
            self._settings = read_settings(self._folder)
        return self._settings

    def change(self, settings: Settings) -> None:
        """Use these settings from now on, and save them.

        Raises:
            SaveFailedError: they could not be written; they apply until the program ends.
        """
        self._settings = settings
        path = self._folder / SETTINGS_FILE
        self._drive.write(path, lambda _replacing: write_settings(self._folder, settings))

    def keep(self, settings: Settings) -> None:
        """Use these settings and save them; a failure to write is ignored."""
        try:
            self.change(settings)
        except SaveFailedError:
            return
