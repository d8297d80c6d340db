"""Where things lie: what the program came with, and the folders of the user."""

from dataclasses import dataclass
from pathlib import Path

import botilbud_desktop

_APPLICATION = "Botilbud Desktop"


def forms_folder() -> Path:
    """The folder with the forms of the rounds."""
    return _shipped("forms")


def resources_folder() -> Path:
    """The folder with icons, fonts, examples and the guide."""
    return _shipped("resources")


def _shipped(name: str) -> Path:
    """Inside the package when installed; beside the package in a checkout."""
    package = Path(botilbud_desktop.__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The user's own folders. Passed to whoever needs them; tests pass a temporary folder. They may not exist yet."""

    state: Path
    """What the program remembers on this machine: recent drafts, half-typed values, recovery."""
    config: Path
    """The user's settings."""
    data: Path
    """Earlier versions of drafts."""
    documents: Path
    """Where file dialogs start."""

    @classmethod
    def of_this_user(cls) -> "UserFolders":
        """The folders as the operating system wants them (`%LOCALAPPDATA%`, XDG)."""
        import platformdirs  # only a real start of the program needs it

        own = platformdirs.PlatformDirs(_APPLICATION, appauthor=False)
        return cls(
            state=own.user_state_path,
            config=own.user_config_path,
            data=own.user_data_path,
            documents=own.user_documents_path,
        )

    @classmethod
    def below(cls, folder: Path) -> "UserFolders":
        """All four below one folder, for tests and for running from a stick."""
        return cls(folder / "state", folder / "config", folder / "data", folder / "documents")
