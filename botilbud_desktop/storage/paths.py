"""Where things lie: what the program came with, and the folders of the user."""

from collections.abc import Callable
from functools import cached_property
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


class _Found(NamedTuple):
    state: Path
    config: Path
    data: Path
    documents: Path


class UserFolders:
    """The user's own folders. Passed to whoever needs them; tests pass a temporary folder. They may not exist yet.

    They are looked up when the first of them is asked for, which a start with a draft does after the window stands.
    """

    def __init__(self, find: Callable[[], _Found], config: Path | None = None) -> None:
        """`find` looks the folders up; `config` is that of the settings, where it is known already."""
        self._find = find
        self._config = config

    @cached_property
    def _found(self) -> _Found:
        return self._find()

    @property
    def state(self) -> Path:
        """What the program remembers on this machine: recent drafts, half-typed values, recovery."""
        return self._found.state

    @property
    def config(self) -> Path:
        """The user's settings."""
        return self._config or self._found.config

    @property
    def data(self) -> Path:
        """Receipts and earlier versions of drafts."""
        return self._found.data

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
        """Where file dialogs start."""
        return self._found.documents

    @classmethod
    def of_this_user(cls, config: Path | None = None) -> "UserFolders":
        """The folders as the operating system wants them (`%LOCALAPPDATA%`, XDG).

        Args:
            config: the folder of the settings, where it is known already: they are read before the window stands.
        """
        return cls(_of_this_user, config)

    @classmethod
    def below(cls, folder: Path) -> "UserFolders":
        """All four below one folder, for tests and for running from a stick."""
        found = _Found(folder / "state", folder / "config", folder / "data", folder / "documents")
        return cls(lambda: found)


def _of_this_user() -> _Found:
    import platformdirs

    own = platformdirs.PlatformDirs(APPLICATION, appauthor=False)
    documents = own.user_documents_path if own.user_documents_path.is_dir() else Path.home()
    return _Found(own.user_state_path, own.user_config_path, own.user_data_path, documents)
