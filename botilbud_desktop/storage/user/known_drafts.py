"""What was known of the recent drafts when they were last seen, so that the start page can tell it without reading."""

import os
from collections.abc import Mapping
from pathlib import Path

from botilbud_desktop.domain.approval import Status
from botilbud_desktop.domain.values.iso_time import Moment
from botilbud_desktop.domain.web_form.transfer_stage import TransferStage
from botilbud_desktop.storage.files.path_calls import absolute
from botilbud_desktop.storage.json.state_file import StateFile, read_state, write_state
from botilbud_desktop.storage.paths import OwnFile

_FILE = OwnFile.KNOWN


class KnownDraft(StateFile):
    """What a draft's file held when it was seen."""

    digest: str
    """The SHA-256 of the file's bytes, in hexadecimal."""
    seen_at: Moment
    round: str
    """The id of its round."""
    municipality_code: str | None = None
    status: Status = Status.DRAFT
    is_altered: bool = False
    """Whether its approval was changed in the file."""
    transfer: TransferStage = TransferStage.NOT_BEGUN
    """How far it was transferred on this computer."""
    fits_round: bool = True
    """Whether its round has its years and municipalities, as far as the round is here."""
    problems: int | None = None
    """The numbers of what is open, as in `OpenPoints`; None for a draft that cannot be shown in its form."""
    criteria: int = 0
    warnings: int = 0
    changed_at: Moment | None = None
    """When the file was written; None while that is not known."""
    changed_by: str | None = None
    """Who wrote it: "" for this user, None while that is not known."""


class _Known(StateFile):
    drafts: Mapping[str, KnownDraft] = {}
    """By the path of the draft's file."""


def known_drafts(state_folder: Path, paths: list[Path]) -> dict[Path, KnownDraft]:
    """Returns what is known of the drafts at the paths; those of which nothing is known are left out."""
    drafts = read_state(state_folder / _FILE, _Known, _Known()).drafts
    return {path: drafts[_key(path)] for path in paths if _key(path) in drafts}


def keep_known(state_folder: Path, known: Mapping[Path, KnownDraft], recent: list[Path]) -> None:
    """Keep what is known of these drafts besides that of the other recent ones. The rest is forgotten.

    Raises:
        SaveFailedError: it could not be written.
    """
    before = read_state(state_folder / _FILE, _Known, _Known()).drafts
    drafts = {**before, **{_key(path): draft for path, draft in known.items()}}
    listed = {_key(path) for path in recent}
    kept = {key: draft for key, draft in drafts.items() if key in listed}
    if kept != before:
        write_state(state_folder / _FILE, _Known(drafts=kept))


def _key(path: Path) -> str:
    """Returns the path as text that can always be stored, also with bytes that are not Unicode."""
    return os.path.normcase(absolute(path)).encode("utf-8", "backslashreplace").decode("utf-8")
