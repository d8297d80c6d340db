"""The state of the open draft apart from its content."""

from datetime import datetime
from typing import NamedTuple

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.ui.draft.location import DraftLocation


class DraftState(NamedTuple):
    """An immutable record; only the controller replaces it."""

    location: DraftLocation
    opened_digest: str | None
    """The SHA-256 of the file as it was opened, in hexadecimal; None for a draft that was never saved."""
    locked_by: LockedError | None
    """Who else has the draft open, so that it is read-only here; None when nobody has."""
    saved_at: datetime | None = None
    saved_automatically: bool = False
    """Whether the newest save was automatic."""
    journalled_at: datetime | None = None
    """When the journal was last written."""
    is_settled: bool = False
    """Whether the work postponed until the draft was shown is done."""
    is_unlocked: bool = False
    """Whether an approved draft may be edited."""
    revealed: frozenset[str] = frozenset()
    """The fields whose findings may be shown."""
    reveal_all: bool = False
    transfer: StepStatus = StepStatus.NOT_STARTED
    """How far the transfer to the web form has come."""
    full_window_field: FieldPath | None = None
    """The text that is shown in the full window; None when there is none."""
