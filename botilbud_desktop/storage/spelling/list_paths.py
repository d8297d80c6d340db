"""Where the lists of words lie, and how much is said in one line between the window and the process."""

from pathlib import Path
from typing import NamedTuple

LONGEST_LINE = 4_000_000
"""Maximum bytes of a question or an answer; the words of the largest text take less."""


class ListPaths(NamedTuple):
    """The two lists of words."""

    own: Path
    """The user's; the only file that is written."""
    placed: Path
    """The municipality's, which IT places."""
