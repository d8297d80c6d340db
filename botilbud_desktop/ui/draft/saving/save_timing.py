"""How soon what is typed is written, and how often a failure is retried."""

from typing import NamedTuple


class SaveTiming(NamedTuple):
    """The times of saving a draft; tests pass their own."""

    journal_ms: int = 600
    """From the first change that is not in the journal until it is written there."""
    save_ms: int = 1_000
    """From the first change that is not in the file until it is saved automatically."""
    retry_ms: int = 1_500
    """From a failure to the second attempt; the pause grows with each failure, up to 30 seconds."""
    patience: int = 3
    """Number of failures in a row after which the failure is shown."""
    wait_seconds: float = 20.0
    """How long a drive may keep the user waiting after a save on request; after a second it may be given up."""
    closing_seconds: float = 4.0
    """How long a drive may keep a draft from being closed."""
    opening_seconds: float = 0.15
    """How long the window is not shown at the start while the draft is read; on a slow drive it is shown before."""
    is_automatic: bool = True
    """Whether anything is written automatically."""
