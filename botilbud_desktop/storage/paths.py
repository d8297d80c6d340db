"""Paths of the folders that ship with the program, and of the user's folders, and the names of the files in these."""

from pathlib import Path
from typing import NamedTuple

import botilbud_desktop
from botilbud_desktop.storage.files.path_calls import home, is_file, is_folder

APPLICATION = "Botilbud Desktop"
"""The name of the program's own folders."""


def forms_folder() -> Path:
    """Returns the folder with the forms of the rounds."""
    return _shipped("forms")


def machine_forms_folder() -> Path:
    """Returns the folder with rounds for all users of the machine (`%ProgramData%`, XDG); no drive is asked."""
    import platformdirs

    return platformdirs.PlatformDirs(APPLICATION, appauthor=False).site_data_path / "forms"


def machine_word_list() -> Path:
    """Returns the municipality's list of words for all users of the machine, beside that folder; no drive is asked."""
    return machine_forms_folder().with_name(OwnFile.WORDS)


def resources_folder() -> Path:
    """Returns the folder with icons, fonts, examples and the guide."""
    return _shipped("resources")


def _shipped(name: str) -> Path:
    return shipped(name, Path(botilbud_desktop.__file__).parent)


def shipped(name: str, package: Path) -> Path:
    """Returns the folder shipped with the package in the folder `package`: inside it, beside it or beside its ZIP."""
    inside, beside, beside_archive = package / name, package.parent / name, package.parent.parent / name
    if is_folder(inside):
        return inside
    return beside_archive if is_file(package.parent) else beside


class OwnFile:
    """Names and endings of the files that the program keeps in the user's folders.

    No other module names one, so the fault tests know all of them, and take any other file for one left by mistake.
    """

    SETTINGS = "settings.json"
    RECENT = "recent.json"
    KNOWN = "known.json"
    WRITING = "writing.json"
    WINDOW = "window.json"
    TRANSFER_WINDOW = "transfer-window.json"
    COLLECTION_WINDOW = "collection-window.json"
    COLLECTION_COLUMNS = "collection-columns.json"
    WORDS = "ordliste.txt"
    """The words that the user has added for the spelling, one a line."""
    CRASHES = "nedbrud.txt"
    LOG = "log.jsonl"
    EARLIER_LOG = "log-1.jsonl"
    INSTANCE_LOCK = "instance.lock"
    REQUEST = ".json"
    """Of another start of the program, to the one that runs; its name is random."""
    OF_DRAFT = ".json"
    """What is remembered of one draft; its name is the draft's id."""
    MESSAGE = ".eml"
    """Of a message to a colleague, with a draft attached; removed before long."""
    OF_ROUND = ".agenda"
    """The agenda of a collection; its name is a digest of the round's id."""
    COPY_CHOICES = ".copies"
    """Which of doubtful copies are counted in a collection; its name is a digest of the round's id."""
    HISTORY = ".sqlite"
    """The earlier versions of one draft; its name is the draft's id."""
    JOURNAL = ".journal"
    """A recovery journal; its name is random."""
    LIVENESS = ".alive"
    """Beside a journal, locked while its program runs; beside an agenda, locked while that is written."""


class UserFolders(NamedTuple):
    """The user's own folders, which may not exist yet. Passed as a parameter, so that tests can use a temporary one."""

    state: Path
    """What the program remembers on this machine: recent drafts, half-typed values, recovery journals."""
    config: Path
    """The user's settings."""
    data: Path
    """Receipts, agendas and earlier versions of drafts."""
    own_documents: Path
    """The system's folder for documents. It may be on a drive that is slow or missing."""

    @property
    def recovery(self) -> Path:
        """The folder of the recovery journals."""
        return self.state / "gendannelse"

    @property
    def messages(self) -> Path:
        """The folder of messages that the mail program has opened, or will."""
        return self.state / "mail"

    @property
    def versions(self) -> Path:
        """The folder of the earlier versions of drafts."""
        return self.data / "versioner"

    @property
    def agendas(self) -> Path:
        """The folder of what a KKR's secretariat has typed of its agendas."""
        return self.data / "dagsordener"

    @property
    def receipts(self) -> Path:
        """The folder of approval receipts, unless the user has chosen another."""
        return self.data / "kvitteringer"

    @property
    def words(self) -> Path:
        """The user's own list of words for the spelling."""
        return self.data / OwnFile.WORDS

    @property
    def forms(self) -> Path:
        """The folder of the rounds that the user has added."""
        return self.data / "forms"

    @property
    def documents(self) -> Path:
        """The folder where file dialogs start: the one for documents, or the home folder when there is none."""
        return self.own_documents if is_folder(self.own_documents) else home()

    @classmethod
    def of_this_user(cls) -> "UserFolders":
        """Returns the folders that the operating system prescribes (`%LOCALAPPDATA%`, XDG)."""
        import platformdirs

        own = platformdirs.PlatformDirs(APPLICATION, appauthor=False)
        return cls(own.user_state_path, own.user_config_path, own.user_data_path, own.user_documents_path)

    @classmethod
    def below(cls, folder: Path) -> "UserFolders":
        """Returns all four below one folder, for tests and for running from a USB stick."""
        return cls(folder / "state", folder / "config", folder / "data", folder / "documents")
