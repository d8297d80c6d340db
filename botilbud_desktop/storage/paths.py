"""Paths of the folders that ship with the program, and of the user's folders, and the names of the files in these."""

import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

import botilbud_desktop
from botilbud_desktop.storage.files.path_calls import home, is_file, is_folder, is_missing

APPLICATION = "Botilbud Desktop"
"""The name of the program's own folders."""
POLICY_KEY = rf"Software\Policies\{APPLICATION}"
"""The key of the registry of Windows in which the IT department decides, of the machine or of the user."""


def forms_folder() -> Path:
    """Returns the folder with the forms of the rounds."""
    return _shipped("forms")


def machine_forms_folder() -> Path:
    """Returns the folder with rounds for all users of the machine (`%ProgramData%`, XDG); no drive is asked."""
    import platformdirs

    return platformdirs.PlatformDirs(APPLICATION, appauthor=False).site_data_path / "forms"


def machine_word_list(decided: Path | None = None) -> Path:
    """Returns the municipality's list of words for all users of the machine, beside that folder; no drive is asked.

    `decided` is where the IT department has put it instead.
    """
    return decided or machine_forms_folder().with_name(OwnFile.WORDS)


def machine_policy_files() -> tuple[Path, ...]:
    """Returns where the IT department's file may be on other systems than Windows; the first one that is there counts.

    On Linux they are `/etc/xdg/Botilbud Desktop/policies.json` and the same below the other folders of XDG_CONFIG_DIRS.
    """
    import platformdirs

    folders = platformdirs.PlatformDirs(APPLICATION, appauthor=False, multipath=True).site_config_dir
    return tuple(Path(folder) / OwnFile.POLICIES for folder in folders.split(os.pathsep))


def has_policies() -> bool:
    """Whether the IT department may have decided something here: one look at each place, which each start takes."""
    if sys.platform == "win32":
        import winreg

        return any(_is_key(winreg, hive) for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER))
    return not all(map(is_missing, machine_policy_files()))


def _is_key(registry: Any, hive: object) -> bool:
    """Whether the key is there, or cannot be asked for; what reads it tells that then. `registry` is `winreg`."""
    try:
        registry.OpenKey(hive, POLICY_KEY).Close()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


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
    POLICIES = "policies.json"
    """What the IT department has decided; it is only ever read."""
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
