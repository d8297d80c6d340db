"""The user's settings while the program runs: read at first use, written when they change."""

from pathlib import Path

from botilbud_desktop.storage.errors import SaveFailedError
from botilbud_desktop.storage.user.settings import Settings, read_settings, write_settings


class SettingsStore:
    """Holds the settings of one user."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the user's folder for settings; it need not exist."""
        self._folder = folder
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
        write_settings(self._folder, settings)

    def keep(self, settings: Settings) -> None:
        """Use these settings and save them; a failure to write is ignored."""
        try:
            self.change(settings)
        except SaveFailedError:
            return
