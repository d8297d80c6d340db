"""How far a draft was transferred to the web form: remembered on this machine, never in the draft's file."""

import re
from collections.abc import Mapping
from pathlib import Path

from botilbud_desktop.domain.values.iso_time import IsoDate
from botilbud_desktop.domain.web_form.transfer import ClosingStep
from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state
from botilbud_desktop.storage.paths import OwnFile

_FOLDER = "transfer"
_ID = re.compile(r"[0-9a-f-]{36}")


class TransferProgress(StateFile):
    """What was transferred. Keys of a newer program are ignored."""

    fields: Mapping[str, str] = {}
    """By the path of each transferred field the digest of its value at that time; the value itself is not kept."""
    closing: Mapping[ClosingStep, IsoDate] = {}
    """When each step of the closing list was done."""
    at_approval: Mapping[str, str] | None = None
    """`fields` as they were when »Godkend« was ticked last; None before that, or when an older program ticked it."""
    current: str = ""
    """The path of the field that was shown last."""


def read_progress(state_folder: Path, draft_id: str) -> TransferProgress:
    """Returns the draft's progress; empty when there is none or the file is broken (it is then set aside).

    Raises:
        ValueError: `draft_id` is not a UUID.
    """
    return read_state(_path(state_folder, draft_id), TransferProgress, TransferProgress())


def write_progress(state_folder: Path, draft_id: str, progress: TransferProgress) -> None:
    """Remember how far the draft was transferred.

    Raises:
        SaveFailedError: it could not be written.
        ValueError: `draft_id` is not a UUID.
    """
    write_state(_path(state_folder, draft_id), progress)


def _path(state_folder: Path, draft_id: str) -> Path:
    name = draft_id.lower()
    if not _ID.fullmatch(name):
        raise ValueError("the id of a draft is a UUID")
    return state_folder / _FOLDER / f"{name}{OwnFile.OF_DRAFT}"
