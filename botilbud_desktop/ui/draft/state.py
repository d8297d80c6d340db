"""What is known of the open draft beside its content."""

from datetime import datetime
from typing import NamedTuple

from botilbud_desktop.domain.field_path import FieldPath
from botilbud_desktop.rules.progress import StepStatus
from botilbud_desktop.storage.errors import LockedError
from botilbud_desktop.ui.draft.location import DraftLocation


class DraftState(NamedTuple):
    """A frozen record: the controller replaces it, nobody changes it."""

    location: DraftLocation
    opened_digest: str | None
    """The SHA-256 of the file as it was opened, in hexadecimal; None for a draft that was never saved."""
    locked_by: LockedError | None
    """Who has the draft open, so that it can be read here and not changed."""
    saved_at: datetime | None = None
    saved_automatically: bool = False
    """Whether the newest save was the program's own doing."""
    journalled_at: datetime | None = None
    """When the journal was last written."""
    is_settled: bool = False
    """Whether what can wait until the draft is on the screen was done."""
    is_unlocked: bool = False
    """Whether an approved draft may be edited."""
    revealed: frozenset[str] = frozenset()
    """The fields whose findings may be shown."""
    reveal_all: bool = False
    transfer: StepStatus = StepStatus.NOT_STARTED
    """How far the transfer to the web form has come."""
    full_window_field: FieldPath | None = None
    """The text that has the whole window to itself."""
