"""All policies: what the IT department can decide. The ADMX files in `packaging/windows/policies` describe the same."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a value has to be."""

    LINE = "line"
    """A line of text, as a name."""
    CHOICE = "choice"
    """One of some words."""
    PATH = "path"
    """The whole path of a folder or a file. `%NAME%` stands for a variable of the environment."""
    SWITCH = "switch"
    """0 or 1; in a file also `false` or `true`."""


class Policy(NamedTuple):
    """One thing that can be decided."""

    name: str
    """The name of the value in the registry, and of the key in the file."""
    kind: Kind
    decides: str
    """The key of `Settings`, or a word for what the user has no say in."""
    choices: tuple[str, ...] = ()
    """The words of a choice."""


POLICIES = (
    Policy("DraftsFolder", Kind.PATH, "drafts_folder"),
    Policy("ReceiptsFolder", Kind.PATH, "receipts_folder"),
    Policy("Department", Kind.LINE, "department"),
    Policy("Theme", Kind.CHOICE, "theme", ("system", "light", "dark", "high-contrast")),
    Policy("RoundsFolder", Kind.PATH, "rounds_folder"),
    Policy("WordList", Kind.PATH, "word_list"),
    Policy("KeepVersions", Kind.SWITCH, "keeps_versions"),
)
