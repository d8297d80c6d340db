"""The drafts that were opened last, newest first."""

import os
from pathlib import Path

from botilbud_desktop.storage.files.path_calls import absolute
from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state
from botilbud_desktop.storage.paths import OwnFile

MOST_RECENT = 10
_FILE = OwnFile.RECENT


class _Recent(StateFile):
    drafts: tuple[str, ...] = ()


def recent_drafts(state_folder: Path) -> list[Path]:
    """Returns the paths, newest first, at most ten. They are not checked: one may be on a drive that is missing now."""
    return [Path(text) for text in read_state(state_folder / _FILE, _Recent, _Recent()).drafts[:MOST_RECENT]]


def is_recent(state_folder: Path, path: Path) -> bool:
    """Whether `path` is one of the recent drafts."""
    wanted = os.path.normcase(absolute(path))
    return any(os.path.normcase(other) == wanted for other in recent_drafts(state_folder))


def remember_draft(state_folder: Path, path: Path) -> None:
    """Put `path` first in the list. It is made absolute; symbolic links stay as they are.

    Raises:
        SaveFailedError: the list could not be written.
    """
    drafts = (str(absolute(path)), *_others(state_folder, path))
    write_state(state_folder / _FILE, _Recent(drafts=drafts[:MOST_RECENT]))


def _others(state_folder: Path, path: Path) -> list[str]:
    excluded = os.path.normcase(absolute(path))
    return [str(other) for other in recent_drafts(state_folder) if os.path.normcase(other) != excluded]
