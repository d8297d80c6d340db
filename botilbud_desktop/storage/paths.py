"""Where things lie: what the program came with, and the folders of the user."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

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


class _Found(NamedTuple):
    state: Path
    config: Path
    data: Path
    documents: Path


class UserFolders:
    """The user's own folders. Passed to whoever needs them; tests pass a temporary folder. They may not exist yet.

    They are looked up when the first of them is asked for, which a start with a draft does after the window stands.
    """

    def __init__(self, find: Callable[[], _Found]) -> None:
        """`find` looks the folders up."""
        self._find = find

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
        return self._found.config

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
    def documents(self) -> Path:
        """Where file dialogs start."""
        return self._found.documents

    @classmethod
    def of_this_user(cls) -> "UserFolders":
        """The folders as the operating system wants them (`%LOCALAPPDATA%`, XDG)."""
        return cls(_of_this_user)

    @classmethod
    def below(cls, folder: Path) -> "UserFolders":
        """All four below one folder, for tests and for running from a stick."""
        found = _Found(folder / "state", folder / "config", folder / "data", folder / "documents")
        return cls(lambda: found)


def _of_this_user() -> _Found:
    import platformdirs

    own = platformdirs.PlatformDirs(_APPLICATION, appauthor=False)
    documents = own.user_documents_path if own.user_documents_path.is_dir() else Path.home()
    return _Found(own.user_state_path, own.user_config_path, own.user_data_path, documents)
