"""The user's settings."""

from pathlib import Path

import msgspec

from botilbud_desktop.storage.state_file import read_state, write_state

_FILE = "settings.json"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the user has chosen. Keys of a newer program are passed over."""

    approver_name: str = ""
    """The name that the next approval suggests."""


def read_settings(config_folder: Path) -> Settings:
    """The settings; the defaults when there are none or the file is broken (it is then set aside)."""
    return read_state(config_folder / _FILE, Settings, Settings())


def write_settings(config_folder: Path, settings: Settings) -> None:
    """Keep the settings.

    Raises:
        SaveFailedError: they could not be written.
    """
    write_state(config_folder / _FILE, settings)
