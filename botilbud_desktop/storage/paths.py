"""Where things lie: what the program came with, and the folders of the user."""

from pathlib import Path
from typing import NamedTuple

import botilbud_desktop

APPLICATION = "Botilbud Desktop"
"""The name of the program's own folders."""


def forms_folder() -> Path:
    """The folder with the forms of the rounds."""
    return _shipped("forms")


def resources_folder() -> Path:
    """The folder with icons, fonts, examples and the guide."""
    return _shipped("resources")


def _shipped(name: str) -> Path:
    return shipped(name, Path(botilbud_desktop.__file__).parent)


def shipped(name: str, package: Path) -> Path:
    """The folder that came with a package which lies in `package`: inside it, beside it, or beside its ZIP file."""
    inside, beside, beside_archive = package / name, package.parent / name, package.parent.parent / name
    if inside.is_dir():
        return inside
    return beside_archive if package.parent.is_file() else beside


class UserFolders(NamedTuple):
    """The user's own folders. Passed to whoever needs them; tests pass a temporary folder. They may not exist yet."""

    state: Path
    """What the program remembers on this machine: recent drafts, half-typed values, recovery."""
    config: Path
    """The user's settings."""
    data: Path
    """Receipts and earlier versions of drafts."""
    own_documents: Path
    """The system's folder for documents. It may lie on a drive that is slow or gone."""

    @property
    def recovery(self) -> Path:
        """The journals of what was typed and not saved yet."""
        return self.state / "gendannelse"

    @property
    def versions(self) -> Path:
        """The earlier versions of drafts."""
        return self.data / "versioner"

    @property
    def receipts(self) -> Path:
        """The receipts of approvals, where the user has not chosen another folder."""
        return self.data / "kvitteringer"

    @property
    def documents(self) -> Path:
        """Where file dialogs start: the folder for documents, or the home folder when there is none."""
        return self.own_documents if self.own_documents.is_dir() else Path.home()

    @classmethod
    def of_this_user(cls) -> "UserFolders":
        """The folders as the operating system wants them (`%LOCALAPPDATA%`, XDG)."""
        import platformdirs

        own = platformdirs.PlatformDirs(APPLICATION, appauthor=False)
        return cls(own.user_state_path, own.user_config_path, own.user_data_path, own.user_documents_path)

    @classmethod
    def below(cls, folder: Path) -> "UserFolders":
        """All four below one folder, for tests and for running from a stick."""
        return cls(folder / "state", folder / "config", folder / "data", folder / "documents")
