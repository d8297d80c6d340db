"""The user's own folders as Qt knows them, for what is needed before the window can be shown.

`UserFolders` names the same folders, by way of a library that would have to be loaded first.
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from botilbud_desktop.storage.paths import APPLICATION

_Location = QStandardPaths.StandardLocation


def config_folder() -> Path | None:
    """The folder of the settings; None where Qt knows none."""
    return _own(_Location.GenericConfigLocation)


def state_folder() -> Path | None:
    """The folder of what the program remembers on this machine; None where Qt knows none."""
    return _own(_Location.GenericStateLocation)


def _own(location: QStandardPaths.StandardLocation) -> Path | None:
    general = QStandardPaths.writableLocation(location)
    return Path(general) / APPLICATION if general else None
